"""Parts of a view that are formed again only when something they have read has changed."""

from collections.abc import Callable, Mapping
from datetime import date
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


class _Watched:
    """Stands for a state, and notes what is read of it."""

    def __init__(self, state: object, path: tuple[str, ...], read: dict[tuple[str, ...], object]) -> None:
        self._watched = state, path, read

    def __getattr__(self, name: str) -> Any:
        state, path, read = self._watched
        value = getattr(state, name)
        if isinstance(value, _WITHIN):
            return _Watched(value, (*path, name), read)
        read[*path, name] = value
        return value


class Part:
    """The rows of one part, and what they were formed from."""

    def __init__(self, form: Rows) -> None:
        self.rows: Mapping[str, Frozen | None] = {}
        self._form = form
        self._read: dict[tuple[str, ...], object] | None = None

    def evolve(self, case: Case) -> bool:
        """Form the rows of a case; False when nothing they rest on has changed."""
        if self._read is not None and all(_same(_at(case, path), value) for path, value in self._read.items()):
            return False
        read: dict[tuple[str, ...], object] = {}
        self.rows = self._form(cast("Case", _Watched(case, (), read)))
        self._read = read
        return True


def _at(case: Case, path: tuple[str, ...]) -> object:
    value: object = case
    for name in path:
        value = getattr(value, name)
    return value


def _same(now: object, before: object) -> bool:
    return now is before or (type(now) is type(before) and isinstance(now, _PLAIN) and now == before)
