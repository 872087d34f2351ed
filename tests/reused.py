"""A database that one test after the other gets empty: deleting rows takes 4 ms, a new database ten times as long."""

from contextlib import suppress
from threading import Event
from time import monotonic

import psycopg

_ENDED = """
SELECT pg_terminate_backend(pid) FROM pg_stat_activity
WHERE datname = %s AND pid <> pg_backend_pid() AND backend_type = 'client backend'
"""
_SCHEMA = """
WITH ours AS (SELECT oid FROM pg_class WHERE relnamespace = 'zielsteuerung'::regnamespace),
said (line) AS (
    SELECT (to_jsonb(one) - '{relpages,reltuples,relallvisible,relallfrozen,relfrozenxid,relminmxid}'::text[])::text
    FROM pg_class AS one WHERE relnamespace = 'zielsteuerung'::regnamespace
    UNION ALL SELECT one::text FROM pg_attribute AS one WHERE attrelid IN (SELECT oid FROM ours)
    UNION ALL SELECT one::text FROM pg_index AS one WHERE indrelid IN (SELECT oid FROM ours)
    UNION ALL SELECT one::text FROM pg_trigger AS one WHERE tgrelid IN (SELECT oid FROM ours)
    UNION ALL SELECT one::text FROM pg_rewrite AS one WHERE ev_class IN (SELECT oid FROM ours)
    UNION ALL SELECT one::text FROM pg_policy AS one WHERE polrelid IN (SELECT oid FROM ours)
    UNION ALL SELECT one::text FROM pg_inherits AS one WHERE inhparent IN (SELECT oid FROM ours)
    UNION ALL SELECT one::text FROM pg_constraint AS one WHERE connamespace = 'zielsteuerung'::regnamespace
    UNION ALL SELECT one::text FROM pg_proc AS one WHERE pronamespace = 'zielsteuerung'::regnamespace
    UNION ALL SELECT one::text FROM pg_type AS one WHERE typnamespace = 'zielsteuerung'::regnamespace
    UNION ALL SELECT one::text FROM pg_namespace AS one WHERE nspname NOT LIKE 'pg_temp%'
    UNION ALL SELECT one::text FROM zielsteuerung.schema_version AS one
    UNION ALL SELECT one::text FROM pg_event_trigger AS one
    UNION ALL SELECT one::text FROM pg_cast AS one WHERE oid >= 16384
    UNION ALL SELECT one::text FROM pg_operator AS one WHERE oid >= 16384
    UNION ALL SELECT one::text FROM pg_db_role_setting AS one
        WHERE setdatabase = (SELECT oid FROM pg_database WHERE datname = current_database())
)
SELECT md5(string_agg(line, ' ' ORDER BY line)) FROM said
"""


def end_others(connection: psycopg.Connection, database: str) -> None:
    """End every other connection to a database; PostgreSQL itself looks only every 100 ms whether they are gone."""
    pause, deadline = Event(), monotonic() + 5
    while connection.execute(_ENDED, [database]).rowcount and monotonic() < deadline:
        pause.wait(0.002)


class KeptDatabase:
    """A database with our schema, and the superuser's connection that empties it."""

    def __init__(self, name: str, superuser_url: str) -> None:
        self.name = name
        self._connection = psycopg.connect(superuser_url, autocommit=True, options="-c lock_timeout=5s")
        self._schema = self._connection.execute(_SCHEMA).fetchone()
        self._empty = self._emptying()

    def emptied(self) -> bool:
        """Make it as it was; False when it cannot be, because its schema is another or it is out of reach."""
        with suppress(psycopg.Error):
            end_others(self._connection, self.name)
            if self._connection.execute(_SCHEMA).fetchone() == self._schema:
                self._connection.execute(self._empty)
                return True
        self.close()
        return False

    def close(self) -> None:
        """Let go of the connection."""
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
        return f"BEGIN; {'; '.join(statements)}; COMMIT".encode()
