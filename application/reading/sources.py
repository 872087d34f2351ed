"""From which records an entry came: what leads an auditor from a resource to the history."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import reduce
from typing import Any, Self, TypeVar
from uuid import UUID

from domain import mending, terms_history
from domain.facts import AgreementDrafted, RecordDisputed
from domain.record import Fact, Record, Role
from domain.rules import Finding
from domain.terms_history import TermsHistory
from domain.values import Frozen, Instant, PartyId, PersonId

F = TypeVar("F", bound=Fact)
K = TypeVar("K")
T = TypeVar("T")


class Origin(Frozen):
    """Where a record stands in the log, when it happened and was recorded, and who had it recorded."""

    event_id: UUID
    version: int
    position: int
    type: str
    occurred_on: date
    recorded_at: Instant
    actor: PersonId
    role: Role
    party: PartyId | None
    office: str


class Dispute(Origin):
    """The other side's objection to a record."""

    says: str


class Source(Origin):
    """A record something rests on, why it was made, what was noticed about it, and who disputes it."""

    capacity: str | None
    reason: str | None
    legal_basis: str | None
    findings: tuple[Finding, ...]
    disputes: tuple[Dispute, ...]


@dataclass(frozen=True, slots=True)
class Counting:
    """An agreement's records without those taken back, and the disputes of each."""

    records: Sequence[Record]
    disputes: Mapping[int, tuple[Dispute, ...]]

    @classmethod
    def among(cls, records: Iterable[Record]) -> Self:
        """The counting ones of these records."""
        counting = mending.counting(records)
        disputes = grouped(
            (record.fact.version, Dispute(**_origin(record), says=record.fact.says))
            for record in counting
            if isinstance(record.fact, RecordDisputed)
        )
        return cls(counting, disputes)

    @property
    def terms(self) -> TermsHistory:
        """Every version of the terms that came to hold, and the amendment still to be signed."""
        first, *later = self.records
        assert isinstance(first.fact, AgreementDrafted), "a draft begins an agreement"
        return reduce(terms_history.evolve, later, terms_history.begun(first, first.fact))

    def of(self, kind: type[F]) -> Iterator[tuple[F, Source]]:
        """Every fact of a kind, with its record."""
        return ((record.fact, self.source(record)) for record in self.records if isinstance(record.fact, kind))

    def source(self, record: Record) -> Source:
        """The record as a source."""
        return source(record, self.disputes.get(record.version, ()))


def source(record: Record, disputes: tuple[Dispute, ...] = ()) -> Source:
    """A record as a source."""
    provenance = record.provenance
    return Source(
        **_origin(record),
        capacity=provenance.capacity,
        reason=provenance.reason,
        legal_basis=provenance.legal_basis,
        findings=record.findings,
        disputes=disputes,
    )


def _origin(record: Record) -> dict[str, Any]:
    provenance = record.provenance
    return {
        "event_id": record.event_id,
        "version": record.version,
        "position": record.position,
        "type": type(record.fact).__name__,
        "occurred_on": record.occurred_on,
        "recorded_at": record.recorded_at,
        "actor": provenance.actor,
        "role": provenance.role,
        "party": provenance.party,
        "office": provenance.office,
    }


def grouped(pairs: Iterable[tuple[K, T]]) -> Mapping[K, tuple[T, ...]]:
    """The values of each key, in order."""
    groups: dict[K, tuple[T, ...]] = {}
    for key, one in pairs:
        groups[key] = (*groups.get(key, ()), one)
    return groups
