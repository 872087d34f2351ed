"""The audit history: every record as it stands, whatever the fact."""

from datetime import date
from typing import Any
from uuid import UUID

from domain.record import Record, Role
from domain.rules import Finding
from domain.values import Frozen, Instant, PartyId, PersonId


class HistoryEntry(Frozen):
    """Who recorded what, when, for which day, why, on which legal basis, and what was noticed."""

    position: int
    stream_id: str
    version: int
    event_id: UUID
    type: str
    title: str
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
    fact: dict[str, Any]


History = tuple[HistoryEntry, ...]


def evolve(history: History, record: Record) -> History:
    """The history after one more record."""
    provenance = record.provenance
    entry = HistoryEntry(
        position=record.position,
        stream_id=record.stream_id,
        version=record.version,
        event_id=record.event_id,
        type=type(record.fact).__name__,
        title=record.fact.title,
        occurred_on=record.occurred_on,
        recorded_at=record.recorded_at,
        **dict(provenance),
        findings=record.findings,
        software=record.software,
        fact=record.fact.model_dump(mode="json"),
    )
    return (*history, entry)
