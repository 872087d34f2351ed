"""Parts of a view that are formed again only when something they have read has changed."""

from collections.abc import Callable, Mapping
from datetime import date
from functools import cache
from operator import attrgetter
from typing import Any, cast

from application.lists.agreement_course import Case
from application.lists.milestones import Milestones
from domain.figures import LoadState
from domain.state import Agreement
from domain.values import Frozen

Rows = Callable[[Case], Mapping[str, Frozen | None]]
"""Rows by key; None for a row that stands as it was written."""
_WITHIN = (Agreement, Milestones)
_PLAIN = (str, int, date, LoadState, type(None))
"""Types compared by value; others by identity, because equal values may be written differently."""


Path = tuple[str, ...]


class Watch:
    """Everything that parts have read of an agreement, as it is now."""

    def __init__(self) -> None:
        self._values: dict[Path, object] = {}

    def moved(self, case: Case) -> frozenset[Path]:
        """Go on to a case; what is another object in it than before."""
        moved = []
        for path, before in self._values.items():
            now = _getter(path)(case)
            if now is not before:
                self._values[path] = now
                if not (type(now) is type(before) and isinstance(now, _PLAIN) and now == before):
                    moved.append(path)
        return frozenset(moved)

    def reading(self, case: Case, form: Rows) -> tuple[Mapping[str, Frozen | None], frozenset[Path]]:
        """The rows of a case, and what was read of it for them."""
        read: dict[Path, object] = {}
        rows = form(cast("Case", _Watched(case, (), read)))
        self._values.update(read)
        return rows, frozenset(read)


class _Watched:
    """Stands for a state, and notes what is read of it."""

    def __init__(self, state: object, path: Path, read: dict[Path, object]) -> None:
        self._watched = state, path, read

    def __getattr__(self, name: str) -> Any:
        state, path, read = self._watched
        value = getattr(state, name)
        if isinstance(value, _WITHIN):
            value = _Watched(value, (*path, name), read)
        else:
            read[*path, name] = value
        self.__dict__[name] = value  # read once more, it is found without this
        return value


class Part:
    """The rows of one part, and what they were formed from."""

    def __init__(self, form: Rows) -> None:
        self.rows: Mapping[str, Frozen | None] = {}
        self._form = form
        self._read: frozenset[Path] | None = None

    def evolve(self, case: Case, watch: Watch, moved: frozenset[Path]) -> bool:
        """Form the rows of a case; False when nothing they rest on has moved."""
        if self._read is not None and self._read.isdisjoint(moved):
            return False
        self.rows, self._read = watch.reading(case, self._form)
        return True


@cache
def _getter(path: Path) -> Callable[[object], object]:
    return attrgetter(".".join(path))
