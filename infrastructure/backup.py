"""Backups: a dump of one moment, and what the log of a backup has to come back as."""

import hashlib
import json
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Any, Final, Literal, Self

import psycopg
from psycopg import Connection
from pydantic import Field, NonNegativeInt, TypeAdapter

from application.ports import Unavailable
from infrastructure.connection import OWNER_SESSION, SCHEMA, SERVICE_ROLE, connected
from infrastructure.server_programs import login, run

DUMP, ABOUT = "zielsteuerung.dump", "backup.json"
FORMAT: Final = 1
OF_A_SERVER: Final = 2
NOT_EMPTY = "Im Verzeichnis {folder} liegt schon etwas; eine Sicherung braucht ein neues oder leeres."
NOT_WRITTEN = "Das Verzeichnis {folder} lässt sich nicht anlegen oder beschreiben; bitte Platz und Rechte prüfen."
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


@dataclass(frozen=True, slots=True)
class Backup:
    """What a backup holds at least: the log's size and root, the last checkpoint, and the hash of what was written.

    A dump holds just that; the files of a whole server also what was recorded while they were copied.
    """

    made_at: str
    schema: int
    size: NonNegativeInt
    root: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
    checkpoint: NonNegativeInt
    """Entries below the last checkpoint; 0 without one."""
    sha256: str
    format: Literal[1, 2] = FORMAT
    """1: a dump; 2: the files of a whole server."""

    @property
    def of_a_server(self) -> bool:
        """Whether it is the files of a whole server."""
        return self.format == OF_A_SERVER

    @classmethod
    def of(cls, folder: Path) -> Self:
        """The backup in a folder; raises Unavailable when there is none that can be used."""
        try:
            return TypeAdapter(cls).validate_json((folder / ABOUT).read_bytes(), strict=True)
        except (OSError, ValueError) as why:
            raise Unavailable(NO_BACKUP.format(folder=folder, why=type(why).__name__)) from None


def back_up(owner_url: str, folder: Path, root_at: Callable[[int], bytes]) -> Backup:
    """Write a backup of the database as it is now into an empty folder; raises Unavailable."""
    with into(folder):
        with connected(owner_url, OWNER_SESSION) as connection, connection.transaction():
            connection.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
            snapshot = one(connection, "SELECT pg_export_snapshot()")
            standing = stands(connection)
            what = (f"--schema={SCHEMA}", f"--snapshot={snapshot}", "--format=custom", f"--file={folder / DUMP}")
            run("pg_dump", "--no-password", *what, url=owner_url)
        return noted(folder, standing, root_at, sha256(folder / DUMP), FORMAT)


def stands(connection: Connection[Any]) -> tuple[int, int, int]:
    """The log's size, the schema's number, and how many entries lie below the last checkpoint."""
    size = int(one(connection, "SELECT size FROM zielsteuerung.log_head"))
    schema = int(one(connection, "SELECT max(number) FROM zielsteuerung.schema_version"))
    return size, schema, int(one(connection, "SELECT coalesce(max(size), 0) FROM zielsteuerung.checkpoint"))


def noted(
    folder: Path, standing: tuple[int, int, int], root_at: Callable[[int], bytes], digest: str, form: Literal[1, 2]
) -> Backup:
    """Say beside what was written what it holds."""
    size, schema, checkpoint = standing
    made = Backup(
        made_at=datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        schema=schema,
        size=size,
        root=root_at(size).hex(),
        checkpoint=checkpoint,
        sha256=digest,
        format=form,
    )
    (folder / ABOUT).write_text(json.dumps(asdict(made), indent=2) + "\n", "utf-8")
    return made


def restore(owner_url: str, folder: Path) -> Backup:
    """Bring a backup into a database without our schema, whole or not at all; raises Unavailable."""
    backup = Backup.of(folder)
    must_be_as_written(folder, DUMP, backup)
    with connected(owner_url, OWNER_SESSION) as connection:
        if one(connection, "SELECT to_regnamespace('zielsteuerung') IS NOT NULL"):
            raise Unavailable(OCCUPIED)
        _have_role(connection)
    given = login(owner_url)
    database = f"--dbname={given.get('PGDATABASE') or given.get('PGUSER') or 'postgres'}"
    how = ("--no-password", database, "--no-owner", "--single-transaction", "--exit-on-error")
    run("pg_restore", *how, str(folder / DUMP), url=owner_url)
    return backup


def _have_role(connection: Connection[Any]) -> None:
    if not one(connection, f"SELECT to_regrole('{SERVICE_ROLE}') IS NOT NULL"):
        try:
            connection.execute(f"CREATE ROLE {SERVICE_ROLE} NOLOGIN")
        except psycopg.errors.InsufficientPrivilege:
            raise Unavailable(NO_ROLE) from None
    with suppress(psycopg.errors.InsufficientPrivilege):  # with two logins the operator grants it to the service's own
        connection.execute(f"GRANT {SERVICE_ROLE} TO CURRENT_USER")


@contextmanager
def into(folder: Path) -> Iterator[None]:
    """An empty folder, made where there is none, and empty again after a failure; raises Unavailable."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if any(folder.iterdir()):
            raise Unavailable(NOT_EMPTY.format(folder=folder))
        try:
            yield
        except BaseException:
            for left in folder.iterdir():
                shutil.rmtree(left) if left.is_dir() else left.unlink()
            raise
    except OSError:
        raise Unavailable(NOT_WRITTEN.format(folder=folder)) from None


def must_be_as_written(folder: Path, name: str, backup: Backup) -> None:
    """Raises Unavailable unless a file of the backup has the hash that was noted."""
    if not (folder / name).is_file() or sha256(folder / name) != backup.sha256:
        raise Unavailable(ALTERED.format(folder=folder, name=name))


def one(connection: Connection[Any], query: Any) -> Any:
    """What a question of one row and column gives."""
    row = connection.execute(query).fetchone()
    assert row is not None, "it gives one row"
    return row[0]


def sha256(path: Path) -> str:
    """The SHA-256 of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
