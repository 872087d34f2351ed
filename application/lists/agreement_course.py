"""An agreement with everything the stored views are made of: one fold for all of them."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import reduce

from domain import agreement as agreement_state
from domain import attainment as attainment_state
from domain import mending
from domain.attainment import Attainment
from domain.facts import AgreementDrafted, RecordRetracted
from domain.figures import LoadState
from domain.record import Record
from domain.results import GoalResult
from domain.standing import standing
from domain.state import Agreement
from domain.values import AgreementId, Month, shift, year_of

StateKey = tuple[Month, int]
"""Report month and months waited."""


@dataclass(frozen=True, eq=False)
class AtState:
    """An agreement at a load state and how its goals stand: the same object while neither terms nor loads change."""

    agreement_id: AgreementId
    attainment: Attainment
    state: LoadState
    goals: tuple[GoalResult, ...]


@dataclass(frozen=True, slots=True)
class Case:
    """An agreement's records, its state, and how its goals stand at the last month loaded as agreed."""

    records: tuple[Record, ...]
    agreement: Agreement
    attainment: Attainment
    goals: tuple[GoalResult, ...]
    standings: Mapping[StateKey, AtState] = field(default_factory=dict)
    """The agreement at every load state of the year with a released load."""

    @property
    def latest(self) -> LoadState | None:
        """The last load state of the year as agreed; None before the first one."""
        month = self.attainment.latest_month()
        waited = self.attainment.at(month).terms.dialogs.months_waited
        return LoadState(report_month=month, months_waited=waited) if month else None

    @property
    def counting(self) -> tuple[Record, ...]:
        """The records without those taken back."""
        return tuple(mending.counting(self.records))


def evolve(case: Case | None, record: Record) -> Case | None:
    """The case after one more record; None for a stream that is no agreement's."""
    if case is None:
        return _begun(record) if isinstance(record.fact, AgreementDrafted) else None
    records = (*case.records, record)
    attainment = attainment_state.evolve(case.attainment, record)
    assert attainment is not None, "it has begun"
    if isinstance(record.fact, RecordRetracted):
        agreement = agreement_state.fold(records)
        assert agreement is not None, "what began it cannot be taken back"
    else:
        agreement = agreement_state.evolve(case.agreement, record)
    unmoved = attainment.released is case.attainment.released and attainment.history is case.attainment.history
    moved = replace(case, records=records, agreement=agreement, attainment=attainment)
    if unmoved:
        return moved
    standings = _standings(case, attainment)
    latest = moved.latest
    at_latest = standings.get(latest.key) if latest else None
    return replace(moved, goals=at_latest.goals if at_latest else standing(attainment), standings=standings)


def _standings(before: Case, attainment: Attainment) -> dict[StateKey, AtState]:
    """The agreement at every load state: anew only where terms, load or the load a year before moved."""
    same_terms = attainment.history is before.attainment.history
    moved = {key for key, loads in attainment.released.items() if loads != before.attainment.released.get(key)}
    found: dict[StateKey, AtState] = {}
    for month, waited in sorted(attainment.released):
        if year_of(month) != attainment.terms.year:
            continue
        untouched = same_terms and moved.isdisjoint({(month, waited), (shift(month, -12), waited)})
        kept = before.standings.get((month, waited)) if untouched else None
        state = LoadState(report_month=month, months_waited=waited)
        found[month, waited] = kept or AtState(
            before.agreement.id, attainment, state, standing(attainment, month, waited)
        )
    return found


def fold(records: tuple[Record, ...]) -> Case | None:
    """The case after these records."""
    return reduce(evolve, records, None)


def _begun(record: Record) -> Case:
    agreement = agreement_state.evolve(None, record)
    attainment = attainment_state.evolve(None, record)
    assert attainment is not None, "a draft begins it"
    return Case((record,), agreement, attainment, standing(attainment))
