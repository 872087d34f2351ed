"""Forms the stored views again from the log, agreement by agreement, and compares the stored rows."""

from collections.abc import Iterator, Sequence
from itertools import groupby, zip_longest
from operator import itemgetter
from typing import Any, NamedTuple

from eventsourcing.persistence import Notification
from psycopg import Connection

from application.lists.stored_view import View, rows_formed
from application.proofs.ports import Fault
from application.stored_views import VIEWS
from domain.record import Record
from infrastructure.mapper import EntryMapper

PAGE = 500
_SHOWN = "SELECT view, edition, position, version FROM zielsteuerung.view_position ORDER BY view"
_ENTRIES = (
    "SELECT originator_id, originator_version, topic, state, notification_id AS id FROM zielsteuerung.stored_events"
    " ORDER BY originator_id, originator_version"
)
_ROWS = (
    "SELECT stream_id, view, key, from_position, to_position, place, since, tags, content FROM zielsteuerung.view_row"
    " JOIN unnest(%s::text[], %s::int[]) AS shown(view, edition) USING (view, edition)"
    " ORDER BY stream_id, view, key, from_position"
)


class Row(NamedTuple):
    """A row as it is kept, from one position of the log up to another (exclusive; None = it still holds)."""

    view: str
    key: str
    from_position: int
    to_position: int | None
    place: str
    since: str | None
    tags: tuple[str, ...]
    content: str


class ViewCheck:
    """A comparison of the views with today's rules; needs memory for one agreement at a time."""

    def __init__(self, connection: Connection[Any], views: Sequence[View] = VIEWS) -> None:
        self._connection = connection
        known = {view.name: view for view in views}
        self._shown: dict[str, dict[str, Any]] = {
            row["view"]: row
            for row in connection.execute(_SHOWN)
            if row["view"] in known and row["version"] == known[row["view"]].version
        }
        self._views = [known[name] for name in self._shown]
        self._mapper = EntryMapper()

    @property
    def position(self) -> int | None:
        """Up to which position every view was compared; None when none is shown."""
        return min((row["position"] for row in self._shown.values()), default=None)

    def faults(self, size: int) -> Iterator[Fault]:
        """Every view that claims to have read more than there is, and the first wrong row of each agreement."""
        for name, row in self._shown.items():
            if row["position"] > size:
                says = f"will bis Position {row['position']} gelesen haben, das Protokoll hat {size} Einträge"
                yield Fault(None, f"Die Sicht „{name}“ {says}.")
        for stream, entries, stored in self._side_by_side():
            try:
                formed = sorted(self._formed([self._record(row) for row in entries]))
            except Exception as why:  # whatever the code of a view may raise on an entry that was tampered with
                yield Fault(None, f"Die Sichten zu {stream} lassen sich nicht bilden ({type(why).__name__}).")
            else:
                yield from _different(stream, formed, stored)

    def _side_by_side(self) -> Iterator[tuple[str, list[dict[str, Any]], list[Row]]]:
        """Entries and stored rows of each stream that has either, in the order of streams."""
        editions = [list(self._shown), [row["edition"] for row in self._shown.values()]]
        with self._cursor("entries") as entries, self._cursor("rows") as rows:
            by_stream = groupby(entries.execute(_ENTRIES, binary=True), key=itemgetter("originator_id"))
            by_row = groupby(rows.execute(_ROWS, editions), key=itemgetter("stream_id"))
            left, right = next(by_stream, None), next(by_row, None)
            while left or right:
                stream = min(group[0] for group in (left, right) if group)
                here = list(left[1]) if left and left[0] == stream else []
                stored = [_row(row) for row in right[1]] if right and right[0] == stream else []
                yield stream, here, stored
                left = next(by_stream, None) if left and left[0] == stream else left
                right = next(by_row, None) if right and right[0] == stream else right

    def _cursor(self, name: str) -> Any:
        cursor = self._connection.cursor(name, row_factory=self._connection.row_factory)
        cursor.itersize = PAGE
        return cursor

    def _record(self, row: dict[str, Any]) -> Record:
        record: Record = self._mapper.to_domain_event(Notification(**row))
        return record

    def _formed(self, records: Sequence[Record]) -> Iterator[Row]:
        for position, together in groupby(self._views, key=lambda view: self._shown[view.name]["position"]):
            read = [record for record in records if record.position <= position]
            for name, rows in rows_formed(tuple(together), read).items():
                for row in rows:
                    kept = row.content
                    held = (row.key, row.from_position, row.to_position)
                    yield Row(name, *held, kept.place, kept.since, kept.tags, kept.text)


def _row(row: dict[str, Any]) -> Row:
    values = {name: row[name] for name in Row._fields}
    return Row(**values | {"tags": tuple(row["tags"])})


def _different(stream: str, formed: Sequence[Row], stored: Sequence[Row]) -> Iterator[Fault]:
    """The first row that is missing, added or another one."""
    for ours, theirs in zip_longest(formed, sorted(stored)):
        if ours == theirs:
            continue
        if ours and theirs and ours[:3] == theirs[:3]:
            row, what = ours, "steht etwas anderes, als aus dem Protokoll folgt"
        elif theirs is None or (ours and ours[:3] < theirs[:3]):
            row, what = ours or theirs, "fehlt, was aus dem Protokoll folgt"
        else:
            row, what = theirs, "steht, was nicht aus dem Protokoll folgt"
        where = f"Sicht „{row.view}“, {stream}, Zeile „{row.key}“ ab Position {row.from_position}"
        yield Fault(None, f"{where}: dort {what}.")
        return
