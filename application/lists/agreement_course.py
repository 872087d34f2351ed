"""An agreement as the stored views need it: one fold for all of them, whose step costs what the fact costs."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from threading import Lock
from typing import Protocol
from uuid import UUID

from cachetools import LRUCache, cached

from application.lists.milestones import Milestones
from application.lists.standings import AtState, Formed, Goals, StateKey, goals_of
from domain import agreement as agreement_state
from domain import mending
from domain.attainment import Attainment, latest_month
from domain.bare_values import Delivered
from domain.facts import AgreementDrafted, FiguresDelivered, FiguresReleased, RecordRetracted
from domain.facts.figures import Correction
from domain.figures import Load, LoadState, load_state
from domain.line_load_states import rests_on
from domain.record import Record
from domain.standing import standing
from domain.state import Agreement
from domain.terms_history import TermsVersion
from domain.values import AgreementId, DeliveryId, Month, year_of


class Past(Protocol):
    """Earlier records of an agreement, for the few facts that cannot do without."""

    @property
    def shown(self) -> bool:
        """Whether readers see how the goals stand as they were formed, and not only what lists tell of it."""

    def load(self, stream_id: AgreementId, version: int) -> Load:
        """The load that an entry delivered."""

    def records(self, stream_id: AgreementId, before: int) -> Sequence[Record]:
        """The records before a version."""


@dataclass(frozen=True, slots=True)
class HandedOver:
    """A delivery by the version of its entry; its load is read again where it is not at hand."""

    delivery_id: DeliveryId
    version: int
    event_id: UUID
    state: LoadState
    correction: Correction | None
    load: Load | None = None


@dataclass(frozen=True, slots=True)
class Case:
    """An agreement's state after an entry, what its records leave behind, and how its goals stand."""

    version: int
    position: int
    agreement: Agreement
    milestones: Milestones
    without_figures: Goals
    """How the goals stand where nothing is released at the month asked about."""
    delivered: Mapping[DeliveryId, HandedOver] = field(default_factory=dict)
    released: Mapping[StateKey, tuple[DeliveryId, ...]] = field(default_factory=dict)
    standings: Mapping[StateKey, AtState] = field(default_factory=dict)
    """The agreement at every load state of its year with a released load, by month and wait."""

    @property
    def latest_month(self) -> Month | None:
        """The last report month of the year with a released load waited for as agreed; None before the first one."""
        return latest_month(self.released, self.agreement.terms)

    @property
    def latest(self) -> LoadState | None:
        """The last load state of the year as agreed; None before the first one."""
        month = self.latest_month
        waited = self.agreement.history.at(month).terms.dialogs.months_waited if month else 0
        return load_state(month, waited) if month else None

    @property
    def goals(self) -> Goals:
        """How the goals stand at the last load state as agreed."""
        latest = self.latest
        at_latest = self.standings.get(latest.key) if latest else None
        return at_latest.goals if at_latest else self.without_figures

    def settled(self) -> "Case":
        """The same without what can be read again, once its rows are written."""
        return replace(
            self,
            delivered={name: replace(one, load=None) for name, one in self.delivered.items()},
            standings={key: replace(at, formed=None) if at.formed else at for key, at in self.standings.items()},
        )


def fold(records: tuple[Record, ...]) -> Case | None:
    """The case after these records, the first of which begins the agreement."""
    case, past = None, Remembered(records)
    for record in records:
        case = evolve(case, record, past)
    return case


class Remembered:
    """Implements Past by records at hand."""

    shown = True

    def __init__(self, records: Iterable[Record] = ()) -> None:
        self._records = {record.version: record for record in records}

    def load(self, stream_id: AgreementId, version: int) -> Load:
        """The load that an entry delivered."""
        fact = self._records[version].fact
        assert isinstance(fact, FiguresDelivered), f"{stream_id} delivered nothing at {version}"
        return fact.load

    def records(self, stream_id: AgreementId, before: int) -> Sequence[Record]:  # noqa: ARG002 - it has one stream only
        """The records before a version."""
        return [record for version, record in sorted(self._records.items()) if version < before]


NO_PAST = Remembered()


def evolve(case: Case | None, record: Record, past: Past = NO_PAST) -> Case | None:
    """The case after one more record; None for a stream that is no agreement's.

    Only a retraction reads the records before it, and only a release or changed terms the loads they bear on.
    """
    if case is None:
        return _begun(record) if isinstance(record.fact, AgreementDrafted) else None
    moved = _moved(case, record, past)
    match record.fact:
        case FiguresDelivered() as fact:
            return replace(moved, delivered={**case.delivered, fact.delivery_id: _handed_over(record, fact)})
        case FiguresReleased(delivery_id=delivery_id):
            key = case.delivered[delivery_id].state.key
            released = {**case.released, key: (*case.released.get(key, ()), delivery_id)}
            moved = replace(moved, released=released)
            bear_on = (one for one in released if key in _rests_on(moved, one))
            return _judged(moved, past, frozenset(bear_on))
        case _ if moved.agreement.history.versions is not case.agreement.history.versions:
            without = goals_of(standing(_attainment(replace(moved, released={}))))
            return _judged(replace(moved, without_figures=without), past, frozenset(moved.released))
        case _:
            return moved


def _begun(record: Record) -> Case:
    agreement = agreement_state.evolve(None, record)
    attainment = Attainment(agreement.history, agreement.history.latest)
    milestones = Milestones().evolve(record)
    return Case(record.version, record.position, agreement, milestones, goals_of(standing(attainment)))


def _moved(case: Case, record: Record, past: Past) -> Case:
    if isinstance(record.fact, RecordRetracted):
        records = (*past.records(record.stream_id, record.version), record)
        folded = agreement_state.fold(records)
        assert folded is not None, "what began it cannot be taken back"
        agreement = replace(folded, history=case.agreement.history)  # no entry about terms can be taken back
        milestones = Milestones()
        for counting in mending.counting(records):
            milestones = milestones.evolve(counting)
    else:
        agreement = agreement_state.evolve(case.agreement, record)
        milestones = case.milestones.evolve(record)
    return replace(case, version=record.version, position=record.position, agreement=agreement, milestones=milestones)


def _handed_over(record: Record, fact: FiguresDelivered) -> HandedOver:
    return HandedOver(fact.delivery_id, record.version, record.event_id, fact.load.state, fact.correction, fact.load)


def _judged(case: Case, past: Past, moved: frozenset[StateKey]) -> Case:
    """The case with its standings formed again at the load states that moved."""
    standings: dict[StateKey, AtState] = {}
    for key in sorted(case.released):
        if year_of(key[0]) != case.agreement.terms.year:
            continue
        known = case.standings.get(key)
        standings[key] = known if known and key not in moved else _at_state(case, past, key)
    return replace(case, standings=standings)


def _at_state(case: Case, past: Past, key: StateKey) -> AtState:
    state = load_state(*key)
    attainment = _attainment(case, past, state)
    goals = standing(attainment, *key, by_sex=past.shown)
    return AtState(case.agreement.id, state, goals_of(goals), Formed(attainment, goals))


def _rests_on(case: Case, key: StateKey) -> frozenset[StateKey]:
    """Every load state that a reading at one rests on, under the terms that govern its month."""
    return _rested(case.agreement.history.at(key[0]), key)


@cached(LRUCache(4096), key=lambda version, key: (version.terms_hash, *key), lock=Lock())
def _rested(version: TermsVersion, key: StateKey) -> frozenset[StateKey]:
    return rests_on(version.terms.lines, load_state(*key))


def _attainment(case: Case, past: Past = NO_PAST, state: LoadState | None = None) -> Attainment:
    """The basis of attainment at a load state: its loads and those it is compared with, no others."""
    keys = _rests_on(case, state.key) if state else frozenset()
    released = {
        key: tuple(_delivered(case, past, name) for name in names) if key in keys else ()
        for key, names in case.released.items()
    }
    history = case.agreement.history
    return Attainment(history, history.latest, released=released)


def _delivered(case: Case, past: Past, delivery_id: DeliveryId) -> Delivered:
    handed = case.delivered[delivery_id]
    return Delivered(
        delivery_id=delivery_id,
        event_id=handed.event_id,
        load=handed.load or past.load(case.agreement.id, handed.version),
        correction=handed.correction,
    )
