"""Between facts and the bytes of the log: one canonical entry per fact."""

from collections.abc import Callable
from typing import Any

from eventsourcing.persistence import JSONTranscoder, Mapper, Notification, StoredEvent

from application.ports import TooLarge, Unavailable
from domain.record import Draft, Record
from domain.values import canonical, instant_text
from infrastructure.fact_schemas import CATALOGUE, Catalogue

LIMIT = 1024 * 1024
"""Bytes an entry may have."""
UNKNOWN = "Der Eintrag {position} ({name}) ist für diese Fassung der Software nicht lesbar; bitte aktualisieren."

_UNSTAMPED = "0000-00-00T00:00:00.000000Z"
_STAMP_KEY = b'"recorded_at":"'


class EntryMapper(Mapper[str]):
    """Drafts become entries whose `recorded_at` the database fills in; entries become records."""

    def __init__(self, catalogue: Catalogue = CATALOGUE) -> None:
        super().__init__(JSONTranscoder())
        self.catalogue = catalogue

    def to_stored_event(self, domain_event: Any) -> StoredEvent:
        """The entry of a draft; raises TooLarge when it exceeds the limit."""
        draft: Draft = domain_event
        name = type(draft.fact).__name__
        state = canonical(entry_of(draft, self.catalogue.schemas[name]))
        if len(state) > LIMIT:
            raise TooLarge(f"Der Eintrag hat {len(state)} Bytes; erlaubt sind {LIMIT}.")
        return StoredEvent(draft.stream_id, draft.version, name, state)

    def to_domain_event(self, stored_event: StoredEvent) -> Any:
        """The record of an entry at its position; raises Unavailable when this software is too old for it."""
        return self._record(stored_event, self.catalogue.read)

    def to_outline(self, stored_event: StoredEvent) -> Record:
        """The same without the content of its fact."""
        return self._record(stored_event, self.catalogue.outline)

    def _record(self, stored_event: StoredEvent, read: Callable[[str, bytes], dict[str, Any]]) -> Record:
        position = stored_event.id if isinstance(stored_event, Notification) else 0
        try:
            return Record(position=position, **read(stored_event.topic, stored_event.state))
        except (LookupError, ValueError) as trouble:
            raise Unavailable(UNKNOWN.format(position=position, name=stored_event.topic)) from trouble


def entry_of(draft: Draft, schema: int) -> dict[str, Any]:
    """The entry's values, not yet stamped unless the draft is a record already."""
    return {
        "stream_id": draft.stream_id,
        "version": draft.version,
        "event_id": str(draft.event_id),
        "type": type(draft.fact).__name__,
        "schema": schema,
        "occurred_on": draft.occurred_on.isoformat(),
        "recorded_at": instant_text(draft.recorded_at) if isinstance(draft, Record) else _UNSTAMPED,
        "provenance": _provenance(draft),
        "findings": [finding.model_dump(mode="json") for finding in draft.findings],
        "software": draft.software,
        "fact": draft.fact.model_dump(mode="json"),
    }


def _provenance(draft: Draft) -> dict[str, Any]:
    said = draft.provenance.model_dump(mode="json")
    if said["request_id"] is None:  # older entries do not have it, and a stored shape never changes
        del said["request_id"]
    return said


def stamp_place(state: bytes) -> int:
    """Where the stamp goes, counted from 0.

    The last such key is the entry's own: a fact sorts before it, and quotes in a text are escaped.
    """
    return state.rindex(_STAMP_KEY) + len(_STAMP_KEY)
