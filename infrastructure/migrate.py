"""Brings a database's schema up to date: numbered SQL files, forward only, each once."""

import hashlib
import re
from dataclasses import dataclass
from importlib import resources
from typing import Any

from psycopg import Connection

from application.ports import Unavailable
from infrastructure.connection import OWNER_SESSION, connected
from infrastructure.missing_rights import owner_lacks_none

NEWER = (
    "Die Datenbank gehört zu einer neueren Fassung dieser Software (Schema {found}, bekannt bis {known}); "
    "bitte die Software aktualisieren."
)
TOO_OLD = "Der Datenbankserver ist PostgreSQL {found}; nötig ist 15 oder neuer."
OLDEST_SERVER = 150_000
CHANGED = "Die angewandte Migration {name} der Datenbank stimmt nicht mit der Datei dieser Software überein."

_LOCK = 4_848_002
"""Number of the advisory lock; any number will do, as long as it stays."""

_BOOK = b"""
CREATE SCHEMA IF NOT EXISTS zielsteuerung;
CREATE TABLE IF NOT EXISTS zielsteuerung.schema_version (
    number int PRIMARY KEY,
    name text NOT NULL,
    sha256 text NOT NULL,
    applied_at timestamptz NOT NULL DEFAULT now()
);
"""


@dataclass(frozen=True, slots=True)
class Migration:
    """A numbered SQL file."""

    name: str
    sql: bytes

    @property
    def number(self) -> int:
        """Its place in the order."""
        return int(self.name[:4])

    @property
    def sha256(self) -> str:
        """The SHA-256 of its content, in hex."""
        return hashlib.sha256(self.sql).hexdigest()


def known_migrations() -> tuple[Migration, ...]:
    """The migrations this software comes with, in order."""
    files = (resources.files("infrastructure") / "migrations").iterdir()
    named = sorted((file.name, file) for file in files if re.fullmatch(r"\d{4}_\w+\.sql", file.name))
    return tuple(Migration(name, file.read_bytes()) for name, file in named)


def migrate(owner_url: str, migrations: tuple[Migration, ...] | None = None) -> None:
    """Apply what is missing, one transaction each; concurrent starts wait for each other.

    Raises Unavailable when the server is too old, the database newer than this software, an applied file changed, or
    the login may not do it.
    """
    migrations = known_migrations() if migrations is None else migrations
    with connected(owner_url, OWNER_SESSION) as connection:
        if connection.info.server_version < OLDEST_SERVER:
            raise Unavailable(TOO_OLD.format(found=connection.info.server_version // 10_000))
        connection.execute("SELECT pg_advisory_lock(%s)", [_LOCK])
        applied = _applied(connection)
        _must_fit(applied, migrations)
        with owner_lacks_none(connection):
            for migration in migrations[len(applied) :]:
                _apply(connection, migration)


def _applied(connection: Connection[Any]) -> list[tuple[int, str, str]]:
    book = connection.execute("SELECT to_regclass('zielsteuerung.schema_version')").fetchone()
    if book == (None,):
        return []
    return connection.execute(
        "SELECT number, name, sha256 FROM zielsteuerung.schema_version ORDER BY number"
    ).fetchall()


def _must_fit(applied: list[tuple[int, str, str]], migrations: tuple[Migration, ...]) -> None:
    if len(applied) > len(migrations):
        raise Unavailable(NEWER.format(found=applied[-1][0], known=len(migrations)))
    for (number, name, sha256), migration in zip(applied, migrations, strict=False):
        if (number, sha256) != (migration.number, migration.sha256):
            raise Unavailable(CHANGED.format(name=name))


def _apply(connection: Connection[Any], migration: Migration) -> None:
    with connection.transaction():
        connection.execute(_BOOK)
        connection.execute(migration.sql)
        connection.execute(
            "INSERT INTO zielsteuerung.schema_version (number, name, sha256) VALUES (%s, %s, %s)",
            [migration.number, migration.name, migration.sha256],
        )
