"""One agreement with everything that pages about it show, within a reader's scope, as known at any instant."""

from collections import OrderedDict
from collections.abc import Sequence
from datetime import datetime
from threading import Lock
from uuid import UUID

from application.lists import due
from application.lists.agreement_course import Case, evolve, fold
from application.lists.due_item import DueItem
from application.ports import Journal
from application.reading.agreement_at import visible
from domain.record import Actor, Record
from domain.values import AgreementId

REMEMBERED = 64
"""Agreements kept; the least recently read goes first."""


class Courses:
    """Reads an agreement's course, and goes on from the one it read last."""

    def __init__(self, journal: Journal) -> None:
        self.journal = journal
        self._held: OrderedDict[UUID, Case] = OrderedDict()
        self._lock = Lock()

    def course(self, actor: Actor, agreement_id: AgreementId, *, known_at: datetime | None = None) -> Case:
        """The agreement's course; refuses one that does not exist for this reader."""
        _, records = visible(self.journal, actor, agreement_id, known_at)
        with self._lock:
            held = self._held.get(records[0].event_id)
        case = _continued(held, records)
        if held is None or len(case.records) >= len(held.records):
            self._keep(case)
        return case

    def _keep(self, case: Case) -> None:
        with self._lock:
            self._held[case.records[0].event_id] = case
            self._held.move_to_end(case.records[0].event_id)
            if len(self._held) > REMEMBERED:
                self._held.popitem(last=False)


def due_of(case: Case) -> Sequence[DueItem]:
    """Everything the agreement waits for, what has an end first."""
    items = due.rows(case).values()
    return sorted(items, key=lambda item: (item.due_by is None, item.due_by or item.due_from, item.reference))


def _continued(held: Case | None, records: Sequence[Record]) -> Case:
    known = len(held.records) if held else 0
    case = held if held and len(records) >= known and records[known - 1].event_id == held.records[-1].event_id else None
    if case is None:
        case = fold(tuple(records))
    else:
        for record in records[known:]:
            case = evolve(case, record)
    assert case is not None, "there are records, and the first is a draft"
    return case
