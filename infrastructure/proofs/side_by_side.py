"""What stands beside the log, stream by stream beside the entries it was formed from, with memory for one stream."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Any

from eventsourcing.persistence import Notification
from psycopg import Connection

from domain.record import Record
from infrastructure.mapper import EntryMapper

PAGE = 500
_ENTRIES = (
    "SELECT originator_id, originator_version, topic, state, notification_id AS id FROM zielsteuerung.stored_events"
    " ORDER BY originator_id, originator_version"
)
Rows = list[dict[str, Any]]


def side_by_side(connection: Connection[Any], query: str, values: Sequence[Any]) -> Iterator[tuple[str, Rows, Rows]]:
    """Entries and stored rows of each stream that has either; the query orders its rows by stream_id."""
    with _cursor(connection, "entries") as entries, _cursor(connection, "rows") as rows:
        by_stream = groupby(entries.execute(_ENTRIES, binary=True), key=itemgetter("originator_id"))
        by_row = groupby(rows.execute(query, values), key=itemgetter("stream_id"))
        left, right = next(by_stream, None), next(by_row, None)
        while left or right:
            stream = min(group[0] for group in (left, right) if group)
            here = list(left[1]) if left and left[0] == stream else []
            stored = list(right[1]) if right and right[0] == stream else []
            yield stream, here, stored
            left = next(by_stream, None) if left and left[0] == stream else left
            right = next(by_row, None) if right and right[0] == stream else right


def decoded(entries: Rows) -> list[Record]:
    """The records of a stream; raises whatever an entry that was tampered with brings about."""
    mapper = EntryMapper()
    return [mapper.to_domain_event(Notification(**row)) for row in entries]


def _cursor(connection: Connection[Any], name: str) -> Any:
    cursor = connection.cursor(name, row_factory=connection.row_factory)
    cursor.itersize = PAGE
    return cursor
