"""What a peer is: a store that takes the acts of a life, one after the other, each decided on the state before it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import psycopg

Act = Callable[[int], object]
"""Records the act of this number, from 0 on; raises when somebody else acted meanwhile."""


@dataclass(frozen=True)
class Peer:
    """A way to keep lives."""

    name: str
    promises: str
    begin: Callable[[str], Act]
    """Begins a life under this name."""
    size: Callable[[], int]
    """Bytes on disk, once all is written."""


def database_size(url: str) -> int:
    """Bytes of all tables and indexes of a database."""
    with psycopg.connect(url, autocommit=True) as connection:
        row = connection.execute(
            "SELECT sum(pg_total_relation_size(oid)) FROM pg_class WHERE relkind = 'r' AND relnamespace NOT IN"
            " ('pg_catalog'::regnamespace, 'information_schema'::regnamespace)"
        ).fetchone()
        assert row is not None
        return int(row[0] or 0)


def bare(url: str, payloads: Sequence[bytes]) -> Peer:
    """One INSERT an act, decided on nothing."""
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute("CREATE TABLE act (id bigserial PRIMARY KEY, life text NOT NULL, said bytea NOT NULL)")

    def begin(name: str) -> Act:
        connection = psycopg.connect(url, autocommit=True)

        def act(number: int) -> None:
            connection.execute("INSERT INTO act (life, said) VALUES (%s, %s)", [name, payloads[number]])

        return act

    return Peer("bare INSERT", "nothing but durability", begin, lambda: database_size(url))


def hand_written(url: str, payloads: Sequence[bytes]) -> Peer:
    """An event table: read the stream, decide, insert the next version."""
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(
            "CREATE TABLE event (position bigserial UNIQUE, stream text, version int, said bytea NOT NULL,"
            " recorded_at timestamptz NOT NULL DEFAULT now(), PRIMARY KEY (stream, version))"
        )

    def begin(name: str) -> Act:
        connection = psycopg.connect(url, autocommit=True)

        def act(number: int) -> None:
            read = "SELECT version, said FROM event WHERE stream = %s ORDER BY version"
            life = connection.execute(read, [name]).fetchall()
            assert len(life) == number
            insert = "INSERT INTO event (stream, version, said) VALUES (%s, %s, %s)"
            connection.execute(insert, [name, number + 1, payloads[number]])

        return act

    return Peer("event table", "order, optimistic concurrency", begin, lambda: database_size(url))


def eventsourced(url: str, payloads: Sequence[bytes]) -> Peer:
    """An aggregate of the eventsourcing library with its default set-up on PostgreSQL."""
    from eventsourcing.application import Application  # noqa: PLC0415 - for this peer only
    from eventsourcing.domain import Aggregate, event  # noqa: PLC0415
    from psycopg.conninfo import conninfo_to_dict  # noqa: PLC0415

    class Life(Aggregate):
        @event("Acted")
        def act(self, said: str) -> None:
            self.said = said

    at: dict[str, Any] = conninfo_to_dict(url)
    settings = {
        "PERSISTENCE_MODULE": "eventsourcing.postgres",
        "POSTGRES_DBNAME": at["dbname"],
        "POSTGRES_HOST": at["host"],
        "POSTGRES_PORT": str(at.get("port", 5432)),
        "POSTGRES_USER": at["user"],
        "POSTGRES_PASSWORD": "",
    }
    application: Application[Any] = Application(env=settings)

    def begin(_: str) -> Act:
        made: list[Any] = []

        def act(number: int) -> None:
            life: Any = application.repository.get(made[0]) if made else Life()
            made[:] = [life.id]
            life.act(payloads[number].decode())
            application.save(life)

        return act

    return Peer("eventsourcing", "order, optimistic concurrency", begin, lambda: database_size(url))
