"""Stored views on PostgreSQL: rows with the positions between which they held, and how far each view has read."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from psycopg import Connection
from psycopg.rows import DictRow

from application.lists.stored_view import Trail
from infrastructure.recorder import Datastore

REBUILDING = 4_848_004
"""Advisory lock: one rebuild at a time in a database."""

_STANDING = "SELECT content FROM zielsteuerung.view_row WHERE view = %(view)s AND to_position IS NULL"
_STOOD = (
    "SELECT content FROM zielsteuerung.view_row WHERE view = %(view)s AND from_position <= %(at)s"
    " AND (to_position IS NULL OR to_position > %(at)s)"
)
_UNDER_KEY = " AND key = %(key)s"
_OF = " AND stream_id = ANY(%(of)s)"
_IN_ORDER = " ORDER BY stream_id, key"
_END = (
    "UPDATE zielsteuerung.view_row SET to_position = %s"
    " WHERE view = %s AND stream_id = %s AND key = %s AND to_position IS NULL"
)


class Overtaken(Exception):  # noqa: N818 - somebody was faster, which is no error
    """Nothing was written: the view has moved on, or was replaced, since it was read."""


class ViewTables:
    """The tables of the stored views."""

    def __init__(self, datastore: Datastore) -> None:
        self._datastore = datastore

    def rows(
        self, view: str, at: int | None = None, key: str | None = None, of: Sequence[str] | None = None
    ) -> list[str]:
        """The rows that held at a position (None = that hold), under one key or any, of some streams or every one."""
        narrowed = ("" if key is None else _UNDER_KEY) + ("" if of is None else _OF)
        query = (_STANDING if at is None else _STOOD) + narrowed + _IN_ORDER
        with self._datastore.get_connection() as connection:
            found = connection.execute(query, {"view": view, "at": at, "key": key, "of": list(of or ())})
            return [row["content"] for row in found]

    def positions(self, software: str) -> dict[str, int]:
        """How far each view has read that this software formed."""
        with self._datastore.get_connection() as connection:
            rows = connection.execute(
                "SELECT view, position FROM zielsteuerung.view_position WHERE software = %s", [software]
            )
            return {row["view"]: row["position"] for row in rows}

    def write(self, trails: Mapping[str, Sequence[Trail]], software: str, *, read: int, now: int) -> None:
        """Write how rows changed and that these views have read up to `now`, in one commit.

        Raises Overtaken when one of them does not stand at `read`, as this software formed it.
        """
        with self._datastore.get_connection() as connection, connection.transaction():
            for view in sorted(trails):
                moved = connection.execute(
                    "UPDATE zielsteuerung.view_position SET position = %s"
                    " WHERE view = %s AND position = %s AND software = %s",
                    [now, view, read, software],
                )
                if moved.rowcount != 1:
                    raise Overtaken
                _write(connection, view, trails[view])

    def add(self, view: str, trails: Sequence[Trail]) -> None:
        """Write rows of a view that nobody reads yet."""
        with self._datastore.get_connection() as connection, connection.transaction():
            _write(connection, view, trails)

    def begin(self, view: str, position: int, software: str) -> None:
        """Empty a view and say that it has read up to a position."""
        with self._datastore.get_connection() as connection, connection.transaction():
            _forget(connection, view)
            connection.execute(
                "INSERT INTO zielsteuerung.view_position VALUES (%s, %s, %s)", [view, position, software]
            )

    @contextmanager
    def held(self, view: str) -> Iterator[tuple[Connection[DictRow], int]]:
        """A transaction in which nobody else moves a view, and the position it stands at (0 = there is none)."""
        with self._datastore.get_connection() as connection, connection.transaction():
            row = connection.execute(
                "SELECT position FROM zielsteuerung.view_position WHERE view = %s FOR UPDATE", [view]
            ).fetchone()
            yield connection, row["position"] if row else 0

    @contextmanager
    def rebuilding(self) -> Iterator[None]:
        """While nobody else rebuilds; raises Unavailable when somebody does so for too long."""
        with self._datastore.get_connection() as connection:
            connection.execute("SELECT pg_advisory_lock(%s)", [REBUILDING])
            try:
                yield
            finally:
                connection.execute("SELECT pg_advisory_unlock(%s)", [REBUILDING])


def put_in_place(connection: Connection[Any], new: str, old: str, software: str) -> None:
    """Let one view take another's name and place."""
    row = connection.execute("SELECT position FROM zielsteuerung.view_position WHERE view = %s", [new]).fetchone()
    assert row is not None, "it was begun"
    _forget(connection, old)
    connection.execute("UPDATE zielsteuerung.view_row SET view = %s WHERE view = %s", [old, new])
    connection.execute("INSERT INTO zielsteuerung.view_position VALUES (%s, %s, %s)", [old, row["position"], software])
    connection.execute("DELETE FROM zielsteuerung.view_position WHERE view = %s", [new])


def _forget(connection: Connection[Any], view: str) -> None:
    connection.execute("DELETE FROM zielsteuerung.view_row WHERE view = %s", [view])
    connection.execute("DELETE FROM zielsteuerung.view_position WHERE view = %s", [view])


def _write(connection: Connection[Any], view: str, trails: Iterable[Trail]) -> None:
    trails = tuple(trails)
    ended = [(to, view, stream, key) for trail in trails for stream, key, to in trail.ended]
    new = [
        (view, row.stream_id, row.key, row.from_position, row.to_position, row.content)
        for trail in trails
        for row in trail.new
    ]
    with connection.cursor() as cursor:
        if ended:
            cursor.executemany(_END, ended)
            if cursor.rowcount != len(ended):
                raise LookupError(f"{view}: {len(ended) - cursor.rowcount} Zeilen, die enden sollen, stehen nicht da")
        if new:
            cursor.executemany("INSERT INTO zielsteuerung.view_row VALUES (%s, %s, %s, %s, %s, %s)", new)
