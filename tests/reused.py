"""A database that one test after the other gets empty: deleting rows takes 6 ms, a new database five times as long.

The connections of its journal are handed on too: new ones take PostgreSQL and psycopg 15 ms of processor time.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from threading import Event
from time import monotonic
from unittest.mock import patch

import psycopg
from psycopg.pq import ExecStatus

from application.ports import Unavailable
from infrastructure import recorder
from infrastructure.database import Database as Opened
from infrastructure.journal import Journal
from infrastructure.persons import Persons
from infrastructure.recorder import Datastore

_ENDED = """
SELECT pg_terminate_backend(pid) FROM pg_stat_activity
WHERE datname = %s AND pid <> ALL(%s::int[] || pg_backend_pid()) AND backend_type = 'client backend'
"""
_AS_CONNECTED = b"RESET ROLE; RESET ALL; CLOSE ALL; UNLISTEN *; DISCARD TEMP; SELECT pg_advisory_unlock_all()"
_OURS = "(SELECT oid FROM pg_class WHERE relnamespace = 'zielsteuerung'::regnamespace)"
_MADE_OF = (
    "pg_class WHERE relnamespace = 'zielsteuerung'::regnamespace",
    "pg_proc WHERE pronamespace = 'zielsteuerung'::regnamespace",
    "pg_type WHERE typnamespace = 'zielsteuerung'::regnamespace",
    "pg_constraint WHERE connamespace = 'zielsteuerung'::regnamespace",
    f"pg_attrdef WHERE adrelid IN {_OURS}",
    f"pg_attribute WHERE attrelid IN {_OURS}",
    f"pg_index WHERE indrelid IN {_OURS}",
    f"pg_trigger WHERE tgrelid IN {_OURS}",
    f"pg_rewrite WHERE ev_class IN {_OURS}",
    f"pg_policy WHERE polrelid IN {_OURS}",
    f"pg_inherits WHERE inhparent IN {_OURS}",
    "pg_namespace WHERE nspname NOT LIKE 'pg_temp%'",
    "pg_cast WHERE oid >= 16384",
    "pg_operator WHERE oid >= 16384",
    "pg_event_trigger",
    "pg_db_role_setting WHERE setdatabase = (SELECT oid FROM pg_database WHERE datname = current_database())",
    "zielsteuerung.schema_version",
)
_ROWS = " UNION ALL ".join(f"SELECT xmin::text::bigint AS changed FROM {rows}" for rows in _MADE_OF)
_SCHEMA = f"SELECT count(*), max(changed) FROM ({_ROWS}) AS rows".encode()
"""How many rows describe our schema, and the last transaction that changed one; statistics are no change."""


def end_others(connection: psycopg.Connection, database: str, but: Sequence[int] = ()) -> None:
    """End every other connection to a database; PostgreSQL itself looks only every 100 ms whether they are gone."""
    pause, deadline = Event(), monotonic() + 5
    while connection.execute(_ENDED, [database, [*but]]).rowcount and monotonic() < deadline:
        pause.wait(0.002)


class KeptDatastore(Datastore):
    """The connection of one journal after the other."""

    def __init__(self, url: str) -> None:
        super().__init__(url)
        self.pool.open(wait=True, timeout=30)  # a pool asked before its first connection is there makes a second

    def close(self) -> None:
        """A journal that is closed leaves it to the next."""

    def __exit__(self, *_: object) -> None:
        """The same."""

    def ended(self) -> None:
        """Close it."""
        super().close()

    def rested(self) -> list[int]:
        """The server's process of its connection, which is as it was at first; none, and closed, when it cannot be."""
        pool = self.pool.get_stats()
        with suppress(psycopg.Error, Unavailable):
            if pool["pool_size"] == pool["pool_available"] == 1:
                with self.get_connection() as connection:
                    if connection.pgconn.exec_(_AS_CONNECTED).status == ExecStatus.TUPLES_OK:
                        return [connection.info.backend_pid]
        self.ended()
        return []


class HandedOn:
    """Stores of one database whose connection whoever opens them gets from the one before."""

    def __init__(self) -> None:
        self._datastore: KeptDatastore | None = None

    @contextmanager
    def opened(self, url: str) -> Iterator[Opened]:
        """The stores at this URL of the database, with nothing in their memory."""
        with patch.object(recorder, "Datastore", self._connected):
            journal = Journal(url)
        with journal:
            yield Opened(journal, Persons(journal.recorder.datastore))

    def rested(self) -> list[int]:
        """The server's process that stays; none where nothing can be handed on."""
        found = self._datastore.rested() if self._datastore else []
        if not found:
            self._datastore = None
        return found

    def close(self) -> None:
        """Let go of the connection."""
        if self._datastore:
            self._datastore.ended()
        self._datastore = None

    def _connected(self, url: str) -> KeptDatastore:
        self._datastore = self._datastore or KeptDatastore(url)
        return self._datastore


class KeptDatabase:
    """A database with our schema, and the superuser's connection that empties it."""

    def __init__(self, name: str, superuser_url: str) -> None:
        self.name = name
        self._connection = psycopg.connect(superuser_url, autocommit=True, options="-c lock_timeout=5s")
        self._statements = self._emptying()
        self._schema = self._connection.execute(_SCHEMA).fetchone()
        self.stores = HandedOn()

    def emptied(self) -> bool:
        """Make it as it was; False when it cannot be, because its schema is another or it is out of reach."""
        with suppress(psycopg.Error):
            end_others(self._connection, self.name, self.stores.rested())
            if self._schema and self._connection.execute(_SCHEMA).fetchone() == self._schema:
                with self._connection.transaction():
                    self._connection.execute(self._statements)
                    (changed,) = self._connection.execute("SELECT pg_current_xact_id()::text::bigint").fetchone() or ()
                self._schema = self._schema[0], changed
                return True
        self.close()
        return False

    def close(self) -> None:
        """Let go of the connections."""
        self.stores.close()
        self._connection.close()

    def _emptying(self) -> bytes:
        """Every row of every table deleted behind the guards' backs, and the head of the log set to the beginning."""
        guards = self._connection.execute(
            "SELECT tgrelid::regclass::text, quote_ident(tgname) FROM pg_trigger WHERE NOT tgisinternal"
        ).fetchall()
        tables = self._connection.execute(
            "SELECT oid::regclass::text FROM pg_class WHERE relnamespace = 'zielsteuerung'::regnamespace"
            " AND relkind = 'r' AND relname <> 'schema_version'"
        ).fetchall()
        statements = (
            *(f"ALTER TABLE {table} DISABLE TRIGGER ALL" for table in {table for table, _ in guards}),
            *(f"DELETE FROM {table}" for (table,) in tables),
            "INSERT INTO zielsteuerung.log_head VALUES (0, '-infinity', true)",
            *(f"ALTER TABLE {table} ENABLE ALWAYS TRIGGER {guard}" for table, guard in guards),
        )
        return "; ".join(statements).encode()
