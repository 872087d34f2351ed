"""Drafts as the service would hand them to the journal."""

from datetime import UTC, date, datetime
from uuid import uuid4

from domain.facts import FiguresReleased
from domain.record import Draft, Fact, Provenance, Role

NOON = datetime(2026, 3, 15, 12, tzinfo=UTC)
LATER = datetime(2026, 4, 1, 12, tzinfo=UTC)


def a_provenance(reason: str | None = None) -> Provenance:
    return Provenance(
        actor="land-1",
        authenticated_by="Test",
        role=Role.LAND,
        party="land",
        office="Ministerium, Referat 12",
        reason=reason,
        correlation_id=uuid4(),
    )


def a_draft(
    stream_id: str = "ni.heidekreis.2026", version: int = 1, fact: Fact | None = None, reason: str | None = None
) -> Draft:
    return Draft(
        stream_id=stream_id,
        version=version,
        event_id=uuid4(),
        occurred_on=date(2026, 3, 15),
        provenance=a_provenance(reason),
        findings=(),
        software="0.0.0",
        fact=fact or FiguresReleased(delivery_id="ladung-1"),
    )
