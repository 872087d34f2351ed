"""An agreement with everything its pages show, within a reader's scope, as known at any instant."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from threading import Lock
from uuid import UUID

from cachetools import LRUCache

from application.lists import due
from application.lists.agreement_course import Case, Remembered, evolve
from application.lists.due_item import DueItem
from application.lists.standings import Formed, StateKey
from application.ports import Journal
from application.reading.agreement_at import visible
from domain import attainment as attainment_state
from domain.attainment import Attainment
from domain.figures import LoadState
from domain.record import Actor, Record
from domain.results import GoalResult, LineResult
from domain.standing import standing
from domain.state import Agreement
from domain.values import AgreementId, LineId, Month

REMEMBERED = 64
"""Agreements kept; the least recently read goes first."""


@dataclass(frozen=True, slots=True)
class Course:
    """An agreement's records, and what they make of it."""

    records: tuple[Record, ...]
    case: Case
    attainment: Attainment

    @property
    def agreement(self) -> Agreement:
        """The agreement as decisions see it."""
        return self.case.agreement

    @property
    def standings(self) -> Mapping[StateKey, Formed]:
        """How the goals stand at every load state of the year, by month and wait."""
        return {key: at.formed for key, at in self.case.standings.items() if at.formed}

    @property
    def latest(self) -> LoadState | None:
        """The last load state of the year as agreed; None before the first one."""
        return self.case.latest

    @property
    def goals(self) -> Sequence[GoalResult]:
        """How the goals stand at the last load state as agreed."""
        latest = self.case.latest
        formed = self.standings.get(latest.key) if latest else None
        return formed.goals if formed else standing(self.attainment)

    @property
    def months(self) -> tuple[Month, ...]:
        """The report months of the year with a load waited for as agreed."""
        return tuple(month for month, waited in self.standings if waited == self.waited(month))

    def waited(self, month: Month) -> int:
        """How many months are waited for a month's load as agreed for it."""
        return self.attainment.at(month).terms.dialogs.months_waited

    def goals_at(self, month: Month | None) -> Sequence[GoalResult]:
        """How every goal stands at a month; None is the last one loaded."""
        if month is None:
            return self.goals
        held = self.standings.get((month, self.waited(month)))
        return held.goals if held else standing(self.attainment, month)

    def lines_until(self, month: Month | None) -> Mapping[LineId, Sequence[LineResult]]:
        """Each line's results month by month, up to a month."""
        found: dict[LineId, list[LineResult]] = {}
        for one in self.months:
            if month is None or one <= month:
                for line in (line for goal in self.goals_at(one) for line in goal.lines):
                    found.setdefault(line.line_id, []).append(line)
        return found


class Courses:
    """Reads an agreement's course, and goes on from the one it read last."""

    def __init__(self, journal: Journal) -> None:
        self.journal = journal
        self._held: LRUCache[UUID, Course] = LRUCache(REMEMBERED)
        self._lock = Lock()

    def course(self, actor: Actor, agreement_id: AgreementId, *, known_at: datetime | None = None) -> Course:
        """The agreement's course; refuses one that does not exist for this reader."""
        records = visible(self.journal, actor, agreement_id, known_at).records
        first = records[0].event_id
        with self._lock:
            held = self._held.get(first)
        course = _continued(held, records)
        if held is None or len(records) >= len(held.records):
            with self._lock:
                self._held[first] = course
        return course


def due_of(course: Course) -> Sequence[DueItem]:
    """Everything the agreement waits for, what has an end first."""
    items = due.rows(course.case).values()
    return sorted(items, key=lambda item: (item.due_by is None, item.due_by or item.due_from, item.reference))


def _continued(held: Course | None, records: Sequence[Record]) -> Course:
    known = len(held.records) if held else 0
    goes_on = held and len(records) >= known and records[known - 1].event_id == held.records[-1].event_id
    case, attainment = (held.case, held.attainment) if held and goes_on else (None, None)
    past = Remembered(records)
    for record in records[known if goes_on else 0 :]:
        case, attainment = evolve(case, record, past), attainment_state.evolve(attainment, record)
    assert case is not None, "there are records, and the first is a draft"
    assert attainment is not None, "there are records, and the first is a draft"
    return Course(tuple(records), case, attainment)
