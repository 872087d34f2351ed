"""Backups of a database: a dump of one moment, and what its log has to come back as."""

import hashlib
import json
import os
import subprocess
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Self

import psycopg
from psycopg import Connection
from psycopg.conninfo import conninfo_to_dict

from application.ports import Unavailable
from infrastructure.connection import OWNER_SESSION, SCHEMA, SERVICE_ROLE, connected
from infrastructure.embedded_postgres import program

DUMP, ABOUT = "zielsteuerung.dump", "backup.json"
FORMAT = 1
NOT_EMPTY = "Im Verzeichnis {folder} liegt schon etwas; eine Sicherung braucht ein neues oder leeres."
NO_BACKUP = "Im Verzeichnis {folder} liegt keine lesbare Sicherung ({why})."
ALTERED = "Die Sicherung in {folder} ist nicht die, die geschrieben wurde: Die Prüfsumme der Datei {name} stimmt nicht."
OCCUPIED = (
    "In der Datenbank steht schon ein Protokoll; zurückgespielt wird nur in eine leere. "
    "Bitte eine neue Datenbank oder ein neues Verzeichnis (ZIELSTEUERUNG_DATA) nennen."
)
NO_ROLE = (
    f"Auf dem Server fehlt die Rolle {SERVICE_ROLE}, und diese Anmeldung darf sie nicht anlegen; "
    f"bitte als Verwaltung des Servers: CREATE ROLE {SERVICE_ROLE} NOLOGIN; "
    f"GRANT {SERVICE_ROLE} TO <Anmeldung des Dienstes>."
)
FAILED = "{program} ist gescheitert: {says}"
_VARIABLES = {
    "host": "PGHOST",
    "hostaddr": "PGHOSTADDR",
    "port": "PGPORT",
    "user": "PGUSER",
    "password": "PGPASSWORD",
    "dbname": "PGDATABASE",
    "sslmode": "PGSSLMODE",
    "sslrootcert": "PGSSLROOTCERT",
    "sslcert": "PGSSLCERT",
    "sslkey": "PGSSLKEY",
    "passfile": "PGPASSFILE",
    "service": "PGSERVICE",
    "target_session_attrs": "PGTARGETSESSIONATTRS",
}


@dataclass(frozen=True, slots=True)
class Backup:
    """What a backup holds: the log's size and root, the last checkpoint in it, and the dump's own hash."""

    made_at: str
    schema: int
    size: int
    root: str
    checkpoint: int
    """Entries below the last checkpoint; 0 without one."""
    sha256: str
    format: int = FORMAT

    @classmethod
    def of(cls, folder: Path) -> Self:
        """The backup in a folder; raises Unavailable when there is none that can be used."""
        try:
            found = cls(**json.loads((folder / ABOUT).read_text("utf-8")))
        except (OSError, ValueError, TypeError) as why:
            raise Unavailable(NO_BACKUP.format(folder=folder, why=type(why).__name__)) from None
        if found.format != FORMAT:
            raise Unavailable(NO_BACKUP.format(folder=folder, why=f"Format {found.format}"))
        return found


def back_up(owner_url: str, folder: Path, root_at: Callable[[int], bytes]) -> Backup:
    """Write a backup of the database as it is now into an empty folder; raises Unavailable."""
    _must_be_empty(folder)
    with connected(owner_url, OWNER_SESSION) as connection, connection.transaction():
        connection.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        snapshot = _one(connection, "SELECT pg_export_snapshot()")
        size = int(_one(connection, "SELECT size FROM zielsteuerung.log_head"))
        schema = int(_one(connection, "SELECT max(number) FROM zielsteuerung.schema_version"))
        checkpoint = int(_one(connection, "SELECT coalesce(max(size), 0) FROM zielsteuerung.checkpoint"))
        what = (f"--schema={SCHEMA}", f"--snapshot={snapshot}", "--format=custom", f"--file={folder / DUMP}")
        _run("pg_dump", owner_url, *what)
    made = Backup(
        made_at=datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        schema=schema,
        size=size,
        root=root_at(size).hex(),
        checkpoint=checkpoint,
        sha256=_sha256(folder / DUMP),
    )
    (folder / ABOUT).write_text(json.dumps(asdict(made), indent=2) + "\n", "utf-8")
    return made


def restore(owner_url: str, folder: Path) -> Backup:
    """Bring a backup into a database without our schema, whole or not at all; raises Unavailable."""
    backup = Backup.of(folder)
    if not (folder / DUMP).is_file() or _sha256(folder / DUMP) != backup.sha256:
        raise Unavailable(ALTERED.format(folder=folder, name=DUMP))
    with connected(owner_url, OWNER_SESSION) as connection:
        if _one(connection, "SELECT to_regnamespace('zielsteuerung') IS NOT NULL"):
            raise Unavailable(OCCUPIED)
        _have_role(connection)
    _run("pg_restore", owner_url, "--no-owner", "--single-transaction", "--exit-on-error", str(folder / DUMP))
    return backup


def _have_role(connection: Connection[Any]) -> None:
    if not _one(connection, f"SELECT to_regrole('{SERVICE_ROLE}') IS NOT NULL"):
        try:
            connection.execute(f"CREATE ROLE {SERVICE_ROLE} NOLOGIN")
        except psycopg.errors.InsufficientPrivilege:
            raise Unavailable(NO_ROLE) from None
    with suppress(psycopg.errors.InsufficientPrivilege):  # with two logins the operator grants it to the service's own
        connection.execute(f"GRANT {SERVICE_ROLE} TO CURRENT_USER")


def _must_be_empty(folder: Path) -> None:
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    if any(folder.iterdir()):
        raise Unavailable(NOT_EMPTY.format(folder=folder))


def _run(name: str, url: str, *arguments: str) -> None:
    """Run one of the server's programs; the login goes by the environment, which other users cannot see."""
    login = _login(url)
    named = [] if name == "pg_dump" else [f"--dbname={login.get('PGDATABASE') or login.get('PGUSER') or 'postgres'}"]
    try:
        done = subprocess.run(
            [program(name), "--no-password", *named, *arguments],
            env={**os.environ, **login},
            capture_output=True,
            text=True,
            check=False,
        )
    except FileNotFoundError:
        raise Unavailable(FAILED.format(program=name, says="nicht installiert")) from None
    if done.returncode:
        says = (done.stderr.strip().splitlines() or ["ohne Angabe von Gründen"])[0]
        raise Unavailable(FAILED.format(program=name, says=says[:300]))


def _login(url: str) -> Mapping[str, str]:
    given = conninfo_to_dict(url)
    return {variable: str(given[name]) for name, variable in _VARIABLES.items() if given.get(name) is not None}


def _one(connection: Connection[Any], query: Any) -> Any:
    row = connection.execute(query).fetchone()
    assert row is not None, "it gives one row"
    return row[0]


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
