"""Lists across agreements: the overview, circumstances, due items; now and as known at any instant."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime
from itertools import groupby
from typing import TypeVar

from application.lists.circumstances import CircumstanceRow
from application.lists.due_item import DueItem
from application.lists.overview import OverviewRow, found_by
from application.lists.ports import Rows, StoredViews
from application.lists.stored_view import CIRCUMSTANCES, DUE, OVERVIEW, View, read_back_text
from application.ports import Log
from domain.record import Actor, Role
from domain.values import Frozen

R = TypeVar("R", bound=Frozen)


class SameThing(Frozen):
    """One circumstance or legal change in every agreement it was noted for.

    `appraised_alike` says whether every appraisal came to the same effect; null while fewer than two were made.
    """

    same_as: str
    appraised_alike: bool | None
    rows: tuple[CircumstanceRow, ...]


class Lists:
    """The lists people start their day with, within the reader's scope.

    Each can be read as it stood at a position of the log, and in parts: `after` a place, and no more than `limit`.
    """

    def __init__(self, journal: Log, views: StoredViews) -> None:
        self.journal = journal
        self.views = views

    def as_of(self, known_at: datetime | None = None) -> int:
        """The position lists can be read at: the last one known at an instant that every view has read."""
        read = self.views.position()
        return read if known_at is None else min(read, self.journal.position_at(known_at))

    def generation(self) -> int:
        """Goes up whenever lists may read otherwise at a position where something was read before."""
        return self.views.generation()

    def overview(
        self,
        actor: Actor,
        *,
        tags: Sequence[str] = (),
        at: int | None = None,
        after: str | None = None,
        limit: int | None = None,
    ) -> tuple[OverviewRow, ...]:
        """Every agreement with these tags that exists for this reader, as it stood at a position (None = now)."""
        return self._rows(actor, OVERVIEW, OverviewRow, Rows(at=at, tags=tags, after=after, limit=limit))

    def circumstances(
        self, actor: Actor, *, at: int | None = None, after: str | None = None, limit: int | None = None
    ) -> tuple[SameThing, ...]:
        """Circumstances and legal changes, the same ones of several agreements side by side."""
        return side_by_side(self._rows(actor, CIRCUMSTANCES, CircumstanceRow, Rows(at=at, after=after, places=limit)))

    def due(
        self,
        actor: Actor,
        on: date,
        role: Role | None = None,
        *,
        at: int | None = None,
        after: str | None = None,
        limit: int | None = None,
    ) -> tuple[DueItem, ...]:
        """The items due on a day for a role (None = for all), those with a deadline first."""
        tags = (f"role:{role}",) if role else ()
        return self._rows(actor, DUE, DueItem, Rows(at=at, on=on.isoformat(), tags=tags, after=after, limit=limit))

    def _rows(self, actor: Actor, view: View, row: type[R], asked: Rows) -> tuple[R, ...]:
        reader = found_by(actor)
        if reader is None:
            return ()
        found = self.views.rows(view, replace(asked, reader=reader))
        return tuple(read_back_text(row, text) for text in found)


def side_by_side(rows: Iterable[CircumstanceRow]) -> tuple[SameThing, ...]:
    """Rows of any agreements, those about the same thing together."""
    ordered = sorted(rows, key=lambda row: row.same_as)
    return tuple(_together(same_as, tuple(same)) for same_as, same in groupby(ordered, key=lambda row: row.same_as))


def _together(same_as: str, rows: tuple[CircumstanceRow, ...]) -> SameThing:
    effects = [row.has_effect for row in rows if row.has_effect is not None]
    alike = len(set(effects)) == 1 if len(effects) > 1 else None
    return SameThing(same_as=same_as, appraised_alike=alike, rows=rows)
