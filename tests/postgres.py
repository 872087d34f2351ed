"""One PostgreSQL server for a whole test run, and databases on it that are as good as new."""

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from uuid import uuid4

import psycopg
from psycopg.conninfo import make_conninfo
from psycopg.sql import SQL, Identifier

from infrastructure import embedded_postgres
from infrastructure.database import Database as Opened
from infrastructure.database import opened
from tests.reused import HandedOn, KeptDatabase, end_others

OWNER = "test_owner"
SERVICE = "test_service"
ROOM = 6 * 2**30
"""Bytes of memory that must be free for a server in memory; a whole run takes about a fifth."""
_TEMPLATE = "test_template"
LENT: dict[str, HandedOn] = {}
"""The stores of each database that a test of this process has, by the service's URL."""


@dataclass(frozen=True)
class Database:
    """A database by its three logins: the server's superuser, the schema's owner, the service."""

    superuser_url: str
    owner_url: str
    service_url: str

    @contextmanager
    def opened(self) -> Iterator[Opened]:
        """The service's stores; by connections that are handed on where the database is."""
        kept = LENT.get(self.service_url)
        with kept.opened(self.service_url) if kept else opened(self.service_url, self.owner_url) as stores:
            yield stores


@dataclass(frozen=True)
class Server:
    """The run's server."""

    url: str
    idle: list[KeptDatabase] = field(default_factory=list, compare=False)
    """Databases with our schema and nothing in them, ready for the next test of this process."""
    filled: dict[str, str] = field(default_factory=dict, compare=False)
    """The databases of this process to be copied, by what they hold."""

    @contextmanager
    def empty_database(self) -> Iterator[Database]:
        """A database without our schema, gone at the end."""
        with self._created("template1") as database:
            yield database

    @contextmanager
    def migrated_database(self) -> Iterator[Database]:
        """A database with our schema and nothing in it; emptied at the end, or gone if its schema was changed."""
        kept = self.idle.pop() if self.idle else self._kept()
        database = self._named(kept.name)
        LENT[database.service_url] = kept.stores
        try:
            yield database
        finally:
            del LENT[database.service_url]
            if kept.emptied():
                self.idle.append(kept)
            else:
                self._drop(kept.name)

    @contextmanager
    def filled_database(self, name: str, fill: Callable[[Database], None]) -> Iterator[Database]:
        """A copy of a database that was migrated and filled once in this process, by this name; gone at the end."""
        if name not in self.filled:
            template = self._new()
            fill(self._named(template))
            self.filled[name] = template
        with self._created(self.filled[name]) as database:
            stores = LENT[database.service_url] = HandedOn()
            try:
                yield database
            finally:
                del LENT[database.service_url]
                stores.close()

    def prepare(self) -> None:
        """Make logins and the template, once, whoever of the run comes first."""
        with psycopg.connect(self.url, autocommit=True) as connection:
            connection.execute("SELECT pg_advisory_lock(1)")
            if connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [_TEMPLATE]).fetchone():
                return
            connection.execute("ALTER SYSTEM SET fsync = off")  # nobody misses these data after a power cut
            connection.execute("SELECT pg_reload_conf()")
            connection.execute(f"CREATE ROLE {OWNER} LOGIN CREATEROLE")
            connection.execute(f"CREATE ROLE {SERVICE} LOGIN")
            self._create(connection, "test_preparation", "template1")
            prepared = self._named("test_preparation").owner_url
            with opened(prepared, prepared, movable_clock=True):
                pass
            connection.execute(f"GRANT zielsteuerung_service TO {SERVICE}")
            # Renamed at last, so that a template found is a template finished.
            connection.execute(f"ALTER DATABASE test_preparation RENAME TO {_TEMPLATE}")

    @contextmanager
    def _created(self, template: str) -> Iterator[Database]:
        name = f"test_{uuid4().hex}"
        with psycopg.connect(self.url, autocommit=True) as connection:
            self._create(connection, name, template)
            try:
                yield self._named(name)
            finally:
                self._drop(name)

    def _kept(self) -> KeptDatabase:
        name = self._new()
        return KeptDatabase(name, self._named(name).superuser_url)

    def _new(self) -> str:
        name = f"test_{uuid4().hex}"
        with psycopg.connect(self.url, autocommit=True) as connection:
            self._create(connection, name, _TEMPLATE)
        return name

    def _drop(self, name: str) -> None:
        with psycopg.connect(self.url, autocommit=True) as connection:
            end_others(connection, name)
            connection.execute(SQL("DROP DATABASE {} WITH (FORCE)").format(Identifier(name)))

    def _create(self, connection: psycopg.Connection, name: str, template: str) -> None:
        connection.execute(
            SQL("CREATE DATABASE {} OWNER {} TEMPLATE {} STRATEGY FILE_COPY").format(
                Identifier(name), Identifier(OWNER), Identifier(template)
            )
        )

    def _named(self, name: str) -> Database:
        return Database(
            superuser_url=make_conninfo(self.url, dbname=name),
            owner_url=make_conninfo(self.url, dbname=name, user=OWNER),
            service_url=make_conninfo(self.url, dbname=name, user=SERVICE),
        )


def new_directory() -> str:
    """Where a run's server lies: in memory where there is room, for no disk is written to then.

    Not below pytest's own temporary folders: it closes them to others, and as root the server is another user.
    """
    memory = Path("/dev/shm")
    roomy = os.access(memory, os.W_OK) and shutil.disk_usage(memory).free > ROOM
    return tempfile.mkdtemp(prefix="zielsteuerung-tests-", dir=memory if roomy else None)


@contextmanager
def joined(directory: Path) -> Iterator[Server]:
    """The server of a directory, started if need be."""
    with embedded_postgres.running(directory) as url:
        server = Server(url)
        server.prepare()
        try:
            yield server
        finally:
            for kept in server.idle:
                kept.close()


@contextmanager
def throw_away_database() -> Iterator[Database]:
    """A migrated database on a server of its own, for programs outside a test run."""
    directory = Path(new_directory())
    try:
        with joined(directory) as server, server.migrated_database() as database:
            yield database
    finally:
        shutil.rmtree(directory, ignore_errors=True)


def removed(directory: Path) -> None:
    """Remove a server, also one that a killed worker left running."""
    if (directory / "postgresql" / "postmaster.pid").exists():
        with embedded_postgres.running(directory) as url, psycopg.connect(url) as connection:
            connection.execute("SELECT 1")
    shutil.rmtree(directory, ignore_errors=True)
