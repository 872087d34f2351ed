"""Forms the stored views again from the log, agreement by agreement, and compares the stored rows."""

from collections.abc import Iterator, Sequence
from itertools import groupby, zip_longest
from typing import Any, NamedTuple

from psycopg import Connection

from application.lists.stored_view import View, rows_formed
from application.ports import Progress
from application.proofs.ports import Fault
from application.stored_views import VIEWS
from domain.record import Record
from infrastructure.proofs.side_by_side import decoded, side_by_side
from infrastructure.proofs.state_check import StateCheck

_SHOWN = "SELECT view, edition, position, version FROM zielsteuerung.view_position ORDER BY view"
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

    def __init__(self, connection: Connection[Any], software: str, views: Sequence[View] = VIEWS) -> None:
        self._connection = connection
        self._states = StateCheck(connection, software)
        known = {view.name: view for view in views}
        self._titles = {view.name: view.title or view.name for view in views}
        shown = {row["view"]: row for row in connection.execute(_SHOWN) if row["view"] in known}
        self._shown: dict[str, dict[str, Any]] = {
            name: row for name, row in shown.items() if row["version"] == known[name].version
        }
        self._views = [known[name] for name in self._shown]
        self.left_out = tuple(name for name in known if name not in self._shown)
        """Views that are not shown, or by other rules than today's: what they show is not compared."""

    @property
    def position(self) -> int | None:
        """Up to which position every view was compared; None when none is shown."""
        return min((row["position"] for row in self._shown.values()), default=None)

    def faults(self, size: int, progress: Progress | None = None) -> Iterator[Fault]:
        """Every view that claims to have read more than there is, and the first wrong row of each agreement."""
        for name, row in self._shown.items():
            if row["position"] > size:
                says = f"will bis Position {row['position']} gelesen haben, das Protokoll hat {size} Einträge"
                yield Fault(None, f"Die Liste „{self._titles[name]}“ {says}.")
        editions = [list(self._shown), [row["edition"] for row in self._shown.values()]]
        done = 0
        for stream, entries, stored in side_by_side(self._connection, _ROWS, editions):
            done += len(entries)
            if progress:
                progress(done, size)
            try:
                records = decoded(entries)
                formed = sorted(self._formed(records))
                self._states.compare_ahead(records)
            except Exception as why:  # whatever the code of a view may raise on an entry that was tampered with
                yield Fault(None, f"Die Sichten zu {stream} lassen sich nicht bilden ({type(why).__name__}).")
            else:
                yield from self._different(stream, formed, [_row(row) for row in stored])
        yield from self._states.faults()

    def _formed(self, records: Sequence[Record]) -> Iterator[Row]:
        for position, together in groupby(self._views, key=lambda view: self._shown[view.name]["position"]):
            read = [record for record in records if record.position <= position]
            for name, rows in rows_formed(tuple(together), read, heed=self._states.compare).items():
                for row in rows:
                    kept = row.content
                    held = (row.key, row.from_position, row.to_position)
                    yield Row(name, *held, kept.place, kept.since, kept.tags, kept.text)

    def _different(self, stream: str, formed: Sequence[Row], stored: Sequence[Row]) -> Iterator[Fault]:
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
            where = f"Liste „{self._titles[row.view]}“, {stream}, Zeile „{row.key}“ ab Position {row.from_position}"
            yield Fault(None, f"{where}: dort {what}.")
            return


def _row(row: dict[str, Any]) -> Row:
    values = {name: row[name] for name in Row._fields}
    return Row(**values | {"tags": tuple(row["tags"])})
