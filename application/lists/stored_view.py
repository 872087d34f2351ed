"""What a stored view is: rows of an agreement, and between which positions of the log each of them held."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from application.lists import circumstances, due, overview
from application.lists.agreement_course import Case
from domain.values import AgreementId, Frozen, canonical


@dataclass(frozen=True, slots=True)
class View:
    """A stored view: its name, and the rows it holds of a case, each by a key that stays the same."""

    name: str
    rows: Callable[[Case], Mapping[str, Frozen]]


OVERVIEW = View("overview", overview.rows)
CIRCUMSTANCES = View("circumstances", circumstances.rows)
DUE = View("due", due.rows)


@dataclass(frozen=True, slots=True)
class Version:
    """A row's content, and from which position it held up to which (exclusive; None = it still holds)."""

    stream_id: AgreementId
    key: str
    content: str
    from_position: int
    to_position: int | None


@dataclass(slots=True)
class Trail:
    """What becomes of an agreement's rows: which of those held before end where, and what is new."""

    ended: list[tuple[AgreementId, str, int]] = field(default_factory=list)
    new: list[Version] = field(default_factory=list)


Progress = Callable[[int, int], None]
"""Told how much of how much is done."""


class StoredViews(Protocol):
    """The views as they are kept."""

    def rows(
        self, view: View, *, at: int | None = None, key: str | None = None, of: Sequence[AgreementId] | None = None
    ) -> Sequence[str]:
        """What a view held at a position (None = now), under one key or any, of some agreements or every one.

        Canonical JSON, by agreement and key.
        """

    def position(self) -> int:
        """The position of the log up to which every view has read."""

    def catch_up(self) -> None:
        """Bring every view to the end of the log; raises Unavailable naming the entry a view cannot pass."""

    def rebuild(self, view: View, progress: Progress | None = None) -> None:
        """Form a view from the whole log anew, and put the result in place of the old one at once."""


@dataclass(frozen=True, slots=True)
class Health:
    """How the follower is: `active` while it is the one that follows; `troubles` in German, empty when all is well."""

    running: bool
    active: bool
    troubles: tuple[str, ...]
    positions: Mapping[str, int]

    @property
    def ok(self) -> bool:
        """Whether views are kept up to date as far as this follower is concerned."""
        return self.running and not self.troubles


class Following(Protocol):
    """Who keeps the stored views up to date while the service runs."""

    def health(self) -> Health:
        """How the follower is, and how far each view has read."""


def trail(view: View, stream_id: AgreementId, before: Case | None, after: Iterable[tuple[int, Case | None]]) -> Trail:
    """How a view's rows of an agreement change from case to case, each with the position that led to it."""
    found = Trail()
    held = _held(view, before, {})
    standing: dict[str, tuple[int | None, str]] = {key: (None, content) for key, (_, content) in held.items()}
    for position, case in after:
        held = _held(view, case, held)
        now = {key: content for key, (_, content) in held.items()}
        for key, (since, content) in list(standing.items()):
            if now.get(key) != content:
                _end(found, Version(stream_id, key, content, since or 0, position), stored=since is None)
                del standing[key]
        standing |= {key: (position, content) for key, content in now.items() if key not in standing}
    found.new += [
        Version(stream_id, key, content, since, None) for key, (since, content) in standing.items() if since is not None
    ]
    return found


_Row = tuple[Frozen, str]


def _end(found: Trail, version: Version, *, stored: bool) -> None:
    if stored:
        found.ended.append((version.stream_id, version.key, version.to_position or 0))
    else:
        found.new.append(version)


def _held(view: View, case: Case | None, last: Mapping[str, _Row]) -> dict[str, _Row]:
    """A view's rows and their content, written anew only where it is not the row of last time."""
    rows = view.rows(case) if case else {}
    return {
        key: known if (known := last.get(key)) and known[0] is row else (row, _written(row))
        for key, row in rows.items()
    }


def _written(row: Frozen) -> str:
    return canonical(row.model_dump(mode="json")).decode()
