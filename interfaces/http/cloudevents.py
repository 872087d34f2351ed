"""An entry of the feed as CloudEvents 1.0 says it."""

from typing import Literal
from uuid import UUID

from application.feed import RESERVED, Happening
from application.views.history import HistoryEntry
from domain.values import Frozen, Instant

BATCH = "application/cloudevents-batch+json"
AGREEMENTS = "/api/v1/agreements"


class CloudEvent(Frozen):
    """Something was recorded; `data` is the entry as the history shows it, `sequence` its position in the log."""

    specversion: Literal["1.0"] = "1.0"
    id: UUID
    source: str
    type: str
    subject: str
    time: Instant
    datacontenttype: Literal["application/json"] = "application/json"
    sequence: str
    """Zero-padded, so that it sorts as text (extension “sequence”)."""
    correlationid: UUID
    """The conversation it belongs to (extension “correlation”)."""
    data: HistoryEntry


def cloud_event(happening: Happening) -> CloudEvent:
    """The entry as a CloudEvent; what belongs to no agreement comes from a source that has no address."""
    entry = happening.entry
    of_none = entry.stream_id.startswith(RESERVED)
    return CloudEvent(
        id=entry.event_id,
        source=f"urn:zielsteuerung:{entry.stream_id}" if of_none else f"{AGREEMENTS}/{entry.stream_id}",
        type=happening.type,
        subject=entry.stream_id,
        time=entry.recorded_at,
        sequence=f"{entry.position:016d}",
        correlationid=entry.correlation_id,
        data=entry,
    )
