"""Where data lie that the server cannot read: from which entry of the log on, or in which table beside it."""

import re
from typing import Any

import psycopg
from psycopg import Connection

from application.ports import Unavailable
from application.proofs.ports import Fault
from infrastructure.proofs.log_scan import PAGE

LOG = "stored_events"
_FILE = re.compile(r"(?:base|pg_tblspc/(?P<space>[0-9]+)/[^/]+)/[0-9]+/(?P<node>[0-9]+)")
"""How the server names the file of a table, an index, or what was put beside a table for its size."""
_TABLE = """
SELECT coalesce(owner.relname, indexed.relname, file.relname) AS name FROM pg_class AS file
LEFT JOIN pg_index ON indexrelid = file.oid LEFT JOIN pg_class AS indexed ON indexed.oid = indrelid
LEFT JOIN pg_class AS owner ON owner.reltoastrelid = coalesce(indexed.oid, file.oid)
WHERE file.oid = pg_filenode_relation(%s, %s)
"""
_READABLE = (
    "SELECT count(sha256(state)) AS entries FROM zielsteuerung.stored_events WHERE notification_id BETWEEN %s AND %s"
)


def damaged(connection: Connection[Any], why: Unavailable, read: int) -> Fault:
    """The damage behind so many entries that were read."""
    table = _table(connection, str(why))
    place = _unreadable(connection, read) if table in {None, LOG} else None
    if place is not None:
        return Fault(place, f"ab hier ist das Protokoll nicht lesbar. {why}")
    where = f"Die Tabelle {table}" if table else "Ein Teil der Datenbank"
    return Fault(None, f"{where} ist nicht lesbar; was daran hängt, ist nicht nachgeprüft. {why}")


def _table(connection: Connection[Any], says: str) -> str | None:
    """The table whose file, index or large values the server could not read, where it names the file."""
    file = _FILE.search(says)
    if file is None:
        return None
    try:
        with connection.transaction():
            row = connection.execute(_TABLE, [int(file["space"] or 0), int(file["node"])]).fetchone()
    except psycopg.Error:  # the catalogue is what cannot be read
        return None
    return row["name"] if row else None


def _unreadable(connection: Connection[Any], read: int) -> int | None:
    """The first entry behind those read that the server cannot give; None when it gives all there are."""
    # Left alone, the server would read a small table whole, with the page it cannot read.
    connection.execute("SET LOCAL enable_seqscan = off")
    while (found := _given(connection, read + 1, read + PAGE)) == PAGE:
        read += PAGE
    if found is not None:
        return None
    return next((at for at in range(read + 1, read + PAGE + 1) if not _given(connection, at, at)), read + 1)


def _given(connection: Connection[Any], first: int, last: int) -> int | None:
    """How many of these entries the server gives; None when it cannot give one of them."""
    try:
        with connection.transaction():
            row = connection.execute(_READABLE, [first, last]).fetchone()
    except psycopg.Error:
        return None
    return row["entries"] if row else 0
