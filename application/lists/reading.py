"""What can be read across agreements: the overview, circumstances, what is due; now and as known at any instant."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from itertools import groupby
from typing import TypeVar

from application.lists.circumstances import CircumstanceRow
from application.lists.due_item import DueItem
from application.lists.overview import OverviewRow
from application.lists.stored_view import CIRCUMSTANCES, DUE, OVERVIEW, StoredViews, View
from application.ports import Journal
from application.reading.positions import position_at
from application.reading.visibility import sees_parties
from domain.record import Actor, Role
from domain.values import AgreementId, Frozen

R = TypeVar("R", CircumstanceRow, DueItem)


class SameThing(Frozen):
    """One circumstance or legal change in every agreement it was noted for.

    `appraised_alike` says whether every appraisal came to the same effect; null while fewer than two were made.
    """

    same_as: str
    appraised_alike: bool | None
    rows: tuple[CircumstanceRow, ...]


class Lists:
    """The lists people start their day with, within the reader's scope."""

    def __init__(self, journal: Journal, views: StoredViews) -> None:
        self.journal = journal
        self.views = views

    def as_of(self, known_at: datetime | None = None) -> int:
        """The position lists can be read at: the last one known at an instant that every view has read."""
        read = self.views.position()
        return read if known_at is None else min(read, position_at(self.journal, known_at))

    def overview(self, actor: Actor, *, at: int | None = None) -> tuple[OverviewRow, ...]:
        """Every agreement that exists for this reader, as it stood at a position of the log (None = now)."""
        rows = (OverviewRow.model_validate_json(text) for text in self.views.rows(OVERVIEW, at=at))
        return tuple(row for row in rows if sees_parties(actor, row.parties))

    def circumstances(self, actor: Actor, *, at: int | None = None) -> tuple[SameThing, ...]:
        """Circumstances and legal changes, the same ones of several agreements side by side."""
        return side_by_side(self._rows(actor, CIRCUMSTANCES, CircumstanceRow, at))

    def due(self, actor: Actor, on: date, role: Role | None = None, *, at: int | None = None) -> tuple[DueItem, ...]:
        """What is due on a day for a role (None = for all), what has an end first."""
        items = self._rows(actor, DUE, DueItem, at)
        due = (item for item in items if item.due_from <= on and (role is None or role in item.roles))
        return tuple(sorted(due, key=_urgency))

    def _rows(self, actor: Actor, view: View, row: type[R], at: int | None) -> Iterator[R]:
        seen = {one.agreement_id for one in self.overview(actor, at=at)}
        rows = (row.model_validate_json(text) for text in self.views.rows(view, at=at))
        return (one for one in rows if one.agreement_id in seen)


def side_by_side(rows: Iterable[CircumstanceRow]) -> tuple[SameThing, ...]:
    """Rows of any agreements, those about the same thing together."""
    ordered = sorted(rows, key=lambda row: row.same_as)
    return tuple(_together(same_as, tuple(same)) for same_as, same in groupby(ordered, key=lambda row: row.same_as))


def _together(same_as: str, rows: tuple[CircumstanceRow, ...]) -> SameThing:
    effects = [row.has_effect for row in rows if row.has_effect is not None]
    alike = len(set(effects)) == 1 if len(effects) > 1 else None
    return SameThing(same_as=same_as, appraised_alike=alike, rows=rows)


def _urgency(item: DueItem) -> tuple[date, date, AgreementId, str, str]:
    return item.due_by or date.max, item.due_from, item.agreement_id, item.kind, item.reference
