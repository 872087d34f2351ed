"""Stored views on PostgreSQL: rows with the positions between which they held, and how far each view has read."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from psycopg import Connection
from psycopg.rows import DictRow

from application.lists.ports import Forming, NotYet, Rows
from application.lists.stored_view import Trail, View
from infrastructure import row_query
from infrastructure.recorder import ONE_MOMENT, Datastore

FOLLOWING = 4_848_003
"""Advisory lock: one active follower in a database."""
REBUILDING = 4_848_004
"""Advisory lock: one rebuild at a time in a database."""
FORMING = "Die Sicht „{view}“ wird gerade gebildet; bitte später noch einmal versuchen."
SWEPT = 5000
"""Rows of an old edition deleted at once."""

_END = (
    "UPDATE zielsteuerung.view_row AS held SET to_position = ended.at"
    " FROM unnest(%s::text[], %s::text[], %s::bigint[]) AS ended(stream_id, key, at)"
    " WHERE held.view = %s AND held.edition = %s AND held.stream_id = ended.stream_id AND held.key = ended.key"
    " AND held.to_position IS NULL"
)
_COPY = (
    "COPY zielsteuerung.view_row"
    " (view, edition, stream_id, key, from_position, to_position, place, since, tags, content) FROM STDIN"
)


class Overtaken(Exception):  # noqa: N818 - somebody was faster, which is no error
    """Nothing was written: the view has moved on, or was replaced, since it was read."""


@dataclass(frozen=True, slots=True)
class Shown:
    """The edition of a view that is shown, and how far it has read."""

    edition: int
    position: int
    version: str

    def follows(self, view: View) -> bool:
        """Whether it is what the view forms today."""
        return self.version == view.version

    def is_legible(self, view: View) -> bool:
        """Whether its rows are written as the view writes them."""
        return self.version.partition(".")[0] == view.version.partition(".")[0]


class ViewTables:
    """The tables of the stored views."""

    def __init__(self, datastore: Datastore) -> None:
        self.datastore = datastore

    def rows(self, view: View, asked: Rows, overview: View) -> list[str]:
        """The rows asked for, by place, agreement and key; raises NotYet."""
        with self.datastore.get_connection() as connection, connection.transaction():
            connection.execute(ONE_MOMENT)  # else rows formed anew take the place of those to be read, which go then
            shown = {one.name: _legible(connection, one) for one in ({view, overview} if asked.reader else {view})}
            values = row_query.values(asked) | {"view": view.name, "edition": shown[view.name].edition}
            values |= {"overview": overview.name, "seen_in": shown[overview.name].edition if asked.reader else None}
            found = connection.execute(row_query.query(asked, of_overview=view.name == overview.name).encode(), values)
            return [row["content"] for row in found]

    def shown(self) -> dict[str, Shown]:
        """The edition of each view that is shown, by its name."""
        with self.datastore.get_connection() as connection:
            rows = connection.execute("SELECT view, edition, position, version FROM zielsteuerung.view_position")
            return {row.pop("view"): Shown(**row) for row in rows}

    def forming(self) -> dict[str, Forming]:
        """The views that are being formed again."""
        with self.datastore.get_connection() as connection:
            rows = connection.execute(
                "SELECT view, done, total, extract(epoch FROM now() - begun_at)::float8 AS seconds"
                " FROM zielsteuerung.view_forming"
            )
            return {row["view"]: _forming(row) for row in rows}

    def tell(self, troubles: Sequence[str]) -> None:
        """Say what the active follower is troubled by."""
        with self.datastore.get_connection() as connection:
            connection.execute(
                "INSERT INTO zielsteuerung.follower (troubles, told_at) VALUES (%s, now()) ON CONFLICT (id) DO UPDATE"
                " SET troubles = EXCLUDED.troubles, told_at = EXCLUDED.told_at",
                [list(troubles)],
            )

    def told(self) -> tuple[str, ...]:
        """The trouble the active follower reported last."""
        with self.datastore.get_connection() as connection:
            row = connection.execute("SELECT troubles FROM zielsteuerung.follower").fetchone()
            return tuple(row["troubles"]) if row else ()

    def followed(self) -> bool:
        """Whether a follower of this database is active."""
        with self.datastore.get_connection() as connection:
            row = connection.execute(
                "SELECT EXISTS (SELECT FROM pg_locks WHERE locktype = 'advisory' AND granted AND classid = 0"
                " AND objid = %s AND database = (SELECT oid FROM pg_database WHERE datname = current_database()))"
                " AS held",
                [FOLLOWING],
            ).fetchone()
            return row is not None and bool(row["held"])

    def standing(self, shown: Mapping[str, int], streams: Sequence[str]) -> dict[tuple[str, str], dict[str, bytes]]:
        """The SHA-256 of the rows that stand, by view and stream, then by key; of views in these editions."""
        with self.datastore.get_connection() as connection:
            rows = connection.execute(
                "SELECT view, stream_id, key, sha256(convert_to(content, 'UTF8')) AS hash FROM zielsteuerung.view_row"
                " JOIN unnest(%s::text[], %s::int[]) AS shown(view, edition) USING (view, edition)"
                " WHERE stream_id = ANY(%s) AND to_position IS NULL",
                [list(shown), list(shown.values()), list(streams)],
            )
            found: dict[tuple[str, str], dict[str, bytes]] = {}
            for row in rows:
                found.setdefault((row["view"], row["stream_id"]), {})[row["key"]] = row["hash"]
            return found

    def write(
        self,
        connection: Connection[Any],
        trails: Mapping[str, Sequence[Trail]],
        editions: Mapping[str, int],
        read: int,
        now: int,
    ) -> None:
        """Write how rows of these editions changed and that the views have read up to `now`.

        Raises Overtaken when one of them does not stand at `read` any more, or shows another edition.
        """
        for view in sorted(trails):
            moved = connection.execute(
                "UPDATE zielsteuerung.view_position SET position = %s"
                " WHERE view = %s AND edition = %s AND position = %s",
                [now, view, editions[view], read],
            )
            if not moved.rowcount:
                raise Overtaken
            write_rows(connection, view, editions[view], trails[view])

    def begin(self, views: Iterable[View], total: int) -> dict[str, int]:
        """Begin a new edition of each of these views, and say which."""
        begun = {}
        with self.datastore.get_connection() as connection, connection.transaction():
            for view in views:
                row = connection.execute(
                    "SELECT coalesce(max(edition), 0) + 1 AS edition FROM (SELECT edition FROM"
                    " zielsteuerung.view_position WHERE view = %(view)s UNION ALL SELECT edition FROM"
                    " zielsteuerung.view_forming WHERE view = %(view)s UNION ALL SELECT max(edition) FROM"
                    " zielsteuerung.view_row WHERE view = %(view)s) AS used",
                    {"view": view.name},
                ).fetchone()
                assert row is not None, "an aggregate has a row"
                begun[view.name] = row["edition"]
                connection.execute("DELETE FROM zielsteuerung.view_forming WHERE view = %s", [view.name])
                connection.execute(
                    "INSERT INTO zielsteuerung.view_forming (view, edition, total) VALUES (%s, %s, %s)",
                    [view.name, row["edition"], total],
                )
        return begun

    @contextmanager
    def held(self, view: str) -> Iterator[tuple[Connection[DictRow], int]]:
        """A transaction in which nobody else moves a view, and the position it stands at (0 = not yet formed)."""
        with self.datastore.get_connection() as connection, connection.transaction():
            row = connection.execute(
                "SELECT position FROM zielsteuerung.view_position WHERE view = %s FOR UPDATE", [view]
            ).fetchone()
            yield connection, row["position"] if row else 0

    def sweep(self, view: str) -> None:
        """Delete what is left of editions that are neither shown nor being formed, some rows at a time."""
        while True:
            with self.datastore.get_connection() as connection:
                swept = connection.execute(
                    "DELETE FROM zielsteuerung.view_row WHERE ctid = ANY(ARRAY(SELECT ctid FROM zielsteuerung.view_row"
                    " WHERE view = %(view)s AND edition NOT IN"
                    " (SELECT edition FROM zielsteuerung.view_position WHERE view = %(view)s UNION ALL"
                    " SELECT edition FROM zielsteuerung.view_forming WHERE view = %(view)s) LIMIT %(swept)s))",
                    {"view": view, "swept": SWEPT},
                )
                if swept.rowcount < SWEPT:
                    return

    @contextmanager
    def rebuilding(self) -> Iterator[bool]:
        """Whether nobody else rebuilds, while this lasts."""
        with self.datastore.get_connection() as connection:
            row = connection.execute("SELECT pg_try_advisory_lock(%s) AS free", [REBUILDING]).fetchone()
            free = row is not None and bool(row["free"])
            try:
                yield free
            finally:
                if free:
                    connection.execute("SELECT pg_advisory_unlock(%s)", [REBUILDING])


def write_rows(connection: Connection[Any], view: str, edition: int, trails: Iterable[Trail]) -> None:
    """Write how the rows of an edition changed."""
    trails = tuple(trails)
    ended = [one for trail in trails for one in trail.ended]
    with connection.cursor() as cursor:
        if ended:
            cursor.execute(_END, [*map(list, zip(*ended, strict=True)), view, edition])
            if cursor.rowcount != len(ended):
                raise LookupError(f"{view}: {len(ended) - cursor.rowcount} Zeilen, die enden sollen, stehen nicht da")
        if any(trail.new for trail in trails):
            with cursor.copy(_COPY) as copy:
                for row in (row for trail in trails for row in trail.new):
                    said, between = row.content, (row.from_position, row.to_position)
                    found_by = (said.place, said.since, list(said.tags))
                    copy.write_row((view, edition, row.stream_id, row.key, *between, *found_by, said.text))


def show(connection: Connection[Any], view: View, edition: int, position: int, software: str) -> None:
    """Let an edition take the place of the one that is shown; raises Overtaken if somebody began another meanwhile."""
    ended = connection.execute(
        "DELETE FROM zielsteuerung.view_forming WHERE view = %s AND edition = %s", [view.name, edition]
    )
    if not ended.rowcount:
        raise Overtaken
    connection.execute("DELETE FROM zielsteuerung.view_position WHERE view = %s", [view.name])
    connection.execute(
        "INSERT INTO zielsteuerung.view_position VALUES (%s, %s, %s, %s, %s)",
        [view.name, edition, position, view.version, software],
    )


def _legible(connection: Connection[DictRow], view: View) -> Shown:
    row = connection.execute(
        "SELECT edition, position, version FROM zielsteuerung.view_position WHERE view = %s", [view.name]
    ).fetchone()
    shown = Shown(**row) if row else None
    if shown is None or not shown.is_legible(view):
        raise NotYet(FORMING.format(view=view.name))
    return shown


def _forming(row: Mapping[str, Any]) -> Forming:
    done, total = row["done"], row["total"]
    return Forming(done, total, row["seconds"] / done * (total - done) if done else None)
