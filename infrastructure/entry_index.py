"""The index of entries on PostgreSQL: read on by the follower, and asked for positions.

Nothing here is prepared: which index finds fewest depends on what is asked for, and a prepared plan forgets it.
"""

from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from typing import Any
from uuid import UUID

from psycopg import Connection
from psycopg.rows import DictRow

from application.history.filters import HistoryFilter
from application.history.index import RULES, Extract, Found, FoundBy, Reads, found_by
from application.history.terms_context import Backgrounds
from application.ports import Selection, Unavailable
from domain.record import Record
from infrastructure.journal import Journal
from infrastructure.recorder import ONE_MOMENT

BATCH = 500
"""Entries read at once."""
COLUMNS = (
    "position, stream_id, type, event_id, cause, conversation, actor, role, party, occurred_on, recorded_at, goals,"
    " clauses, findings"
)
WALKED = 10_000
"""So many entries are looked through one by one before those wanted are looked for by index."""
_IN_ORDER = "SELECT position FROM zielsteuerung.entry_index WHERE {wanted} ORDER BY position LIMIT %(limit)s"
_AT_ONCE = (
    "WITH found AS MATERIALIZED (SELECT position FROM zielsteuerung.entry_index WHERE {wanted})"
    " SELECT position FROM found ORDER BY position LIMIT %(limit)s"
)
_ASKS = {
    "streams": "stream_id = ANY(%(streams)s)",
    "facts": "type = ANY(%(facts)s)",
    "goal": "goals @> ARRAY[%(goal)s]",
    "clause": "clauses @> ARRAY[%(clause)s]",
    "role": "role = %(role)s",
    "party": "party = %(party)s",
    "actor": "actor = %(actor)s",
    "since": "occurred_on >= %(since)s",
    "until": "occurred_on <= %(until)s",
    "conversation": "conversation = %(conversation)s",
    "cause": "cause = %(cause)s",
    "finding": "findings @> ARRAY[%(finding)s] AND findings <> '{}'",
}
_AMONG = "stream_id = ANY(%(streams)s) AND position <= %(read)s"
# Windows, not joins: nobody knows how many rows a join of these has, and a plan made for few takes hours for many.
_BESIDE = {
    "first_in_role": "row_number() OVER (PARTITION BY actor, role, party ORDER BY position) = 1",
    "with_one": "bool_or(type = ANY(%(with)s)) OVER (PARTITION BY stream_id)",
}
_BY_ONE = "count(*) FILTER (WHERE type = %(by_{one})s) OVER (PARTITION BY stream_id, actor)"
_CLEAR = (
    "DELETE FROM zielsteuerung.entry_index WHERE (position > %(read)s OR position < 1)"
    " AND (SELECT max(position) > %(read)s OR min(position) < 1 FROM zielsteuerung.entry_index)"
)
"""Behind what was read stands nothing that was read: rows by other rules, or somebody's. Mostly there are none."""
_COPY = f"COPY zielsteuerung.entry_index ({COLUMNS}) FROM STDIN"


Row = tuple[object, ...]
"""An entry's row, in the order of the columns."""


class Indigestible(Exception):  # noqa: N818 - what the entry is
    """The index cannot find out what an entry is found by; it has read up to the one before."""

    def __init__(self, position: int, why: Exception) -> None:
        super().__init__(f"{position}: {why}")
        self.position, self.why = position, why


class EntryTable:
    """Implements the application's EntryIndex."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal
        self._datastore = journal.recorder.datastore
        self._backgrounds = Backgrounds(journal)

    def position(self) -> int:
        """The position up to which entries are found."""
        with self._datastore.get_connection() as connection:
            return _read_up_to(connection)

    @contextmanager
    def _moment(self) -> Iterator[tuple[Connection[DictRow], int]]:
        """The index as it is now, and up to where it has read: formed again meanwhile, it would lose its rows."""
        with self._datastore.get_connection() as connection, connection.transaction():
            connection.execute(ONE_MOMENT)
            yield connection, _read_up_to(connection)

    def read_on(self) -> bool:
        """Read some entries; False when there are no more. Raises Indigestible once it stands before such an entry."""
        position = self.position()
        batch = self._journal.log(after=position, limit=BATCH)
        if not batch:
            return False
        rows, failed = self._rows(batch)
        if rows:
            self._write(position, batch[len(rows) - 1].position, rows)
        if failed is not None:
            raise Indigestible(batch[len(rows)].position, failed) from failed
        return True

    def begin_again(self) -> None:
        """Have every entry read again; until then entries are searched for in the log."""
        with self._datastore.get_connection() as connection:
            connection.execute("UPDATE zielsteuerung.entry_index_position SET position = 0")

    def _rows(self, batch: Sequence[Record]) -> tuple[list[Row], Exception | None]:
        """The rows of a batch, at most up to the first entry that has none, and what its reading raised."""
        try:
            return self._formed(batch), None
        except Unavailable:
            raise
        except Exception:  # whatever an entry may cause: one by one, up to that entry
            rows: list[Row] = []
            for record in batch:
                try:
                    rows += self._formed([record])
                except Unavailable:
                    raise
                except Exception as why:
                    return rows, why
            return rows, None

    def _formed(self, records: Sequence[Record]) -> list[Row]:
        return [*map(row_of, records, found_by(self._journal, self._backgrounds, records))]

    def _write(self, position: int, last: int, rows: Sequence[Row]) -> None:
        """Write the rows behind a position, up to the last, in the place of whatever stands there."""
        with self._datastore.get_connection() as connection, connection.transaction():
            connection.execute(
                "INSERT INTO zielsteuerung.entry_index_position (position, rules) VALUES (0, 0) ON CONFLICT DO NOTHING"
            )
            known = connection.execute(
                "SELECT CASE rules WHEN %s THEN position ELSE 0 END AS position"
                " FROM zielsteuerung.entry_index_position FOR UPDATE",
                [RULES],
            ).fetchone()
            if known is not None and known["position"] == position:  # otherwise somebody else reads on as well
                connection.execute(_CLEAR, {"read": position})
                with connection.cursor() as cursor, cursor.copy(_COPY) as copy:
                    for row in rows:
                        copy.write_row(row)
                connection.execute(
                    "UPDATE zielsteuerung.entry_index_position SET position = %s, rules = %s", [last, RULES]
                )

    def find(self, selection: Selection, filters: HistoryFilter, *, after: int, limit: int) -> Found:
        """The first entries behind a position that are selected and wanted, as far as the index has read."""
        with self._moment() as (connection, read):
            up_to = read if selection.up_to is None else min(read, selection.up_to)
            return Found(_found(connection, selection, filters, (after, up_to), limit), max(after, up_to))

    def extract(self, reads: Reads, streams: Collection[str], up_to: int | None) -> Extract:
        """What to read of these streams, as far as the index has read and no further than a position."""
        pairs = sorted(reads.by_one | {(other, one) for one, other in reads.by_one})
        place = {one: number for number, (one, _) in enumerate(pairs)}
        asks = {
            "type = ANY(%(facts)s)": reads.facts is not None,
            "findings <> '{}'": reads.noticed,
            "(recorded_at AT TIME ZONE 'Europe/Berlin')::date - occurred_on >= %(late_by)s": reads.late_by is not None,
            " OR ".join(
                f"type = %(by_{place[one]})s AND by_{place[other]} > {int(one == other)}" for one, other in pairs
            ): bool(pairs),
            "first_in_role": reads.first_in_role,
        }
        wanted = " OR ".join(ask for ask, applies in asks.items() if applies) if reads.facts is not None else "true"
        if reads.only_with is not None:
            wanted = f"({wanted}) AND with_one"
        windows = _BESIDE | {f"by_{one}": _BY_ONE.format(one=one) for one in place.values()}
        beside = "".join(f", {said} AS {name}" for name, said in windows.items() if name in wanted)
        query = (
            "SELECT stream_id, count(*) AS entries, max(position) AS last,"
            f" array_agg(position ORDER BY position) FILTER (WHERE {wanted}) AS positions"
            f" FROM (SELECT *{beside} FROM zielsteuerung.entry_index WHERE {_AMONG}) AS entry GROUP BY stream_id"
        )
        values = {
            "streams": sorted(streams),
            "facts": sorted(reads.facts or ()),
            "late_by": reads.late_by,
            "with": sorted(reads.only_with or ()),
            **{f"by_{number}": fact for fact, number in place.items()},
        }
        with self._moment() as (connection, known):
            read = known if up_to is None else min(known, up_to)
            rows = connection.execute(query.encode(), {**values, "read": read}, prepare=False).fetchall()
        positions = {row["stream_id"]: row["positions"] for row in rows if row["positions"]}
        searched = {row["stream_id"]: (row["entries"], row["last"]) for row in rows}
        return Extract(positions, searched, read)

    def of_event(self, event_id: UUID) -> Found:
        """The entry with this event id, as far as the index has read."""
        with self._moment() as (connection, read):
            rows = connection.execute(
                "SELECT position FROM zielsteuerung.entry_index WHERE event_id = %s AND position <= %s",
                [event_id, read],
            )
            return Found([row["position"] for row in rows], read)


def _read_up_to(connection: Connection[DictRow]) -> int:
    row = connection.execute(
        "SELECT position FROM zielsteuerung.entry_index_position WHERE rules = %s", [RULES]
    ).fetchone()
    return row["position"] if row else 0


def _found(
    connection: Connection[DictRow], selection: Selection, filters: HistoryFilter, between: tuple[int, int], limit: int
) -> list[int]:
    """The first positions behind one and up to another that are selected and wanted.

    In order as far as that is cheap. Who has not found enough there looks for something rare, or for what hardly ever
    comes together, which no statistics tell: then all of them at once, by whatever indexes find them.
    """
    asks, values = _asked(selection, filters)
    wanted = " AND ".join(["position > %(after)s", "position <= %(up_to)s", *asks])
    positions, (begin, last) = list[int](), between
    for end, query in ((min(begin + WALKED, last), _IN_ORDER), (last, _AT_ONCE)):
        if len(positions) < limit and begin < end:
            bounds = {"after": begin, "up_to": end, "limit": limit - len(positions)}
            rows = connection.execute(query.format(wanted=wanted).encode(), values | bounds, prepare=False)
            positions += [row["position"] for row in rows]
            begin = end
    return positions


def _asked(selection: Selection, filters: HistoryFilter) -> tuple[list[str], dict[str, Any]]:
    """The conditions of what is selected and wanted as SQL, and what is filled into them."""
    values: dict[str, Any] = {
        "streams": None if selection.streams is None else sorted(selection.streams),
        "facts": None if selection.facts is None else sorted(selection.facts),
        "goal": filters.goal,
        "clause": filters.clause,
        "role": filters.role,
        "party": filters.party,
        "actor": filters.actor,
        "since": filters.occurred_from,
        "until": filters.occurred_until,
        "conversation": filters.correlation_id,
        "cause": filters.causation_id,
        "finding": filters.finding,
    }
    return [_ASKS[name] for name, value in values.items() if value is not None], values


def row_of(record: Record, found: FoundBy) -> Row:
    """The values of an entry's row, in the order of the columns."""
    said = record.provenance
    return (
        record.position,
        record.stream_id,
        type(record.fact).__name__,
        record.event_id,
        said.causation_id,
        said.correlation_id,
        said.actor,
        said.role.value,
        said.party,
        record.occurred_on,
        record.recorded_at,
        list(found.goals),
        list(found.clauses),
        sorted({finding.rule for finding in record.findings}),
    )
