"""The audit history: every record as it stands, whatever the fact, with what it changed and concerns."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from uuid import UUID

from application.history.differences import Difference, differences
from application.history.relevance import NO_GOALS, Goals, clauses_of, goals_of
from domain import facts, terms_history
from domain.facts import AgreementDrafted
from domain.record import Fact, Record, Role
from domain.rules import Finding
from domain.terms import Clause, Terms
from domain.terms_history import TermsHistory
from domain.values import AgreementId, Frozen, GoalId, Instant, PartyId, PersonId, Sha256, Words

ABOUT_TERMS: tuple[type[Fact], ...] = (
    facts.AgreementDrafted,
    facts.DraftRevised,
    facts.TranscriptionCorrected,
    facts.AmendmentProposed,
    facts.AmendmentSigned,
    facts.AmendmentWithdrawn,
)
"""Facts that lay terms on the table or change them."""


class TermsChange(Frozen):
    """An entry's change of the terms, made or (`takes_effect` false) to be made once all have signed."""

    before_hash: Sha256
    after_hash: Sha256
    takes_effect: bool
    effective_from: date | None
    """From which day on an amendment holds; null where the terms hold from the start."""
    differences: tuple[Difference, ...]


class KnownThen(Frozen):
    """Where to read what was known when the entry was made: knowledge of this agreement at this version."""

    agreement_id: AgreementId
    version: int


class HistoryEntry(Frozen):
    """Who recorded what, when, for which day, why, on which legal basis, what was noticed and what it changed."""

    position: int
    leaf_hash: Sha256 | None = None
    """As a leaf of the log's tree, by which its proof is checked; null where the log itself was not asked."""
    stream_id: str
    version: int
    event_id: UUID
    type: str
    title: Words
    occurred_on: date
    recorded_at: Instant
    actor: PersonId
    role: Role
    party: PartyId | None
    office: str
    capacity: str | None
    authenticated_by: str
    reason: str | None
    legal_basis: str | None
    correlation_id: UUID
    causation_id: UUID | None
    request_id: str | None
    findings: tuple[Finding, ...]
    software: str
    goals: tuple[GoalId, ...]
    clauses: tuple[Clause, ...]
    terms_change: TermsChange | None
    known_then: KnownThen | None
    """Null for entries that belong to no agreement."""
    fact: dict[str, Any]

    @property
    def differences(self) -> tuple[Difference, ...]:
        """The changes of the terms that the entry made, or would make."""
        return self.terms_change.differences if self.terms_change else ()


History = tuple[HistoryEntry, ...]
Records = Callable[[int], Record | None]
"""Finds a stream's record by its version."""


@dataclass(frozen=True, slots=True)
class Background:
    """The context of an agreement's entries: its terms so far, and the goals it ever had.

    Where an entry changes no terms, its goals alone are enough.
    """

    terms: TermsHistory | None = None
    goals: Goals = NO_GOALS

    def evolve(self, record: Record) -> "Background":
        """The background after one more record."""
        if self.terms is None:
            if not isinstance(record.fact, AgreementDrafted):
                return self
            return Background(terms_history.begun(record, record.fact), self.goals.with_terms(record.fact.terms))
        laid = getattr(record.fact, "terms", None)
        goals = self.goals.with_terms(laid) if isinstance(laid, Terms) else self.goals
        return replace(self, terms=terms_history.evolve(self.terms, record), goals=goals)


def told(records: Iterable[Record]) -> History:
    """A stream's whole history from all of its records."""
    records = tuple(records)
    by_version = {record.version: record for record in records}
    entries, background = [], Background()
    for record in records:
        entries.append(entry(record, background, by_version.get))
        background = background.evolve(record)
    return tuple(entries)


def entry(record: Record, before: Background, find: Records) -> HistoryEntry:
    """A record as an entry of the history, in the context of earlier records of its stream."""
    after = before.evolve(record)
    change = _change(record, before, after)
    goals = _goals(record, after, change, find)
    return HistoryEntry(
        position=record.position,
        stream_id=record.stream_id,
        version=record.version,
        event_id=record.event_id,
        type=type(record.fact).__name__,
        title=record.fact.title,
        occurred_on=record.occurred_on,
        recorded_at=record.recorded_at,
        **dict(record.provenance),
        findings=record.findings,
        software=record.software,
        goals=tuple(sorted(goals)),
        clauses=tuple(sorted(clauses_of(record, goals, after.goals))),
        terms_change=change,
        known_then=KnownThen(agreement_id=record.stream_id, version=record.version) if after.goals.clauses else None,
        fact=record.fact.model_dump(mode="json"),
    )


def concerned(record: Record, before: Background, find: Records) -> tuple[frozenset[GoalId], frozenset[Clause]]:
    """The goals and clauses a record concerns, against the background of what came before it in its stream."""
    after = before.evolve(record)
    goals = _goals(record, after, _change(record, before, after), find)
    return goals, clauses_of(record, goals, after.goals)


def _change(record: Record, before: Background, after: Background) -> TermsChange | None:
    old, new = before.terms, after.terms
    if old is None or new is None:
        return None
    if new.latest is not old.latest:
        latest, takes_effect = (new.latest.terms, new.latest.terms_hash, new.latest.effective_from), True
    elif isinstance(record.fact, facts.AmendmentProposed):
        fact = record.fact
        latest, takes_effect = (fact.terms, fact.terms_hash, fact.effective_from), False
    else:
        return None
    terms, terms_hash, since = latest
    return TermsChange(
        before_hash=old.latest.terms_hash,
        after_hash=terms_hash,
        takes_effect=takes_effect,
        effective_from=None if since == date.min else since,
        differences=differences(old.latest.terms, terms),
    )


def _goals(record: Record, after: Background, change: TermsChange | None, find: Records) -> frozenset[GoalId]:
    if change is not None:
        return _changed(change) & after.goals.clauses.keys()
    if isinstance(record.fact, facts.RecordRetracted | facts.RecordDisputed):
        about = find(record.fact.version)
        return goals_of(about.fact, after.goals) if about else frozenset()
    return goals_of(record.fact, after.goals)


def _changed(change: TermsChange) -> frozenset[GoalId]:
    """The goals in whose place a difference stands."""
    within = (one.path.removeprefix("goals[").partition("]")[0] for one in change.differences if "goals[" in one.path)
    return frozenset(within)
