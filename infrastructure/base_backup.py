"""Backups of a whole server: its files with the log of what was written meanwhile, for databases too large to dump."""

import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

from application.ports import Unavailable
from infrastructure.backup import (
    ALTERED,
    NO_BACKUP,
    OCCUPIED,
    OF_A_SERVER,
    Backup,
    into,
    must_be_as_written,
    noted,
    one,
    sha256,
    stands,
)
from infrastructure.connection import OWNER_SESSION, connected
from infrastructure.embedded_postgres import must_fit, recovered
from infrastructure.server_programs import run

FILES, MANIFEST = "server", "server/backup_manifest"
MAY_NOT = (
    "Diese Anmeldung darf den Server nicht als Ganzes sichern; bitte als Verwaltung des Servers: "
    "ALTER ROLE {login} REPLICATION; oder ohne --base sichern."
)
NO_WAY_IN = (
    "Der Server lässt diese Anmeldung nicht zum Sichern herein; bitte als Verwaltung des Servers in pg_hba.conf eine "
    "Zeile für die Datenbank „replication“ eintragen, oder ohne --base sichern."
)
START_ON_IT = (
    "Das ist die Sicherung eines ganzen Servers (PostgreSQL {version}), und in der Datenbank steht kein Protokoll: "
    "bitte einen Server auf einer Kopie von {files} starten und noch einmal aufrufen, dann wird nachgerechnet. "
    "Ohne DATABASE_URL nimmt die eingebaute Datenbank sie auf."
)
NOT_COPIED = "Die Dateien der Sicherung lassen sich nicht nach {directory} kopieren; bitte Platz und Rechte prüfen."


def back_up_server(owner_url: str, folder: Path, root_at: Callable[[int], bytes]) -> Backup:
    """Copy the server's files as they are now into an empty folder; raises Unavailable."""
    with into(folder):
        standing = _stands(owner_url)
        _copy(owner_url, folder)
        return noted(folder, standing, root_at, sha256(folder / MANIFEST), OF_A_SERVER)


def _stands(owner_url: str) -> tuple[int, int, int]:
    with connected(owner_url, OWNER_SESSION) as connection:
        if not one(connection, "SELECT rolreplication OR rolsuper FROM pg_roles WHERE rolname = current_user"):
            raise Unavailable(MAY_NOT.format(login=one(connection, "SELECT quote_ident(current_user)")))
        return stands(connection)


def _copy(owner_url: str, folder: Path) -> None:
    try:
        what = ("--wal-method=stream", "--checkpoint=fast", "--manifest-checksums=sha256", "--no-password")
        run("pg_basebackup", f"--pgdata={folder / FILES}", *what, url=owner_url)
    except Unavailable as trouble:
        if "pg_hba.conf" in str(trouble):
            raise Unavailable(NO_WAY_IN) from None
        raise


def must_stand(owner_url: str, folder: Path) -> None:
    """Raises Unavailable unless there is a log on the server that was started on the files."""
    with connected(owner_url, OWNER_SESSION) as connection:
        if one(connection, "SELECT to_regnamespace('zielsteuerung') IS NULL"):
            raise Unavailable(START_ON_IT.format(version=_version(folder), files=folder / FILES))


def put_in_place(folder: Path, directory: Path) -> None:
    """Make the files those of the embedded server in this directory, whole or not at all; raises Unavailable."""
    must_be_as_written(folder, MANIFEST, Backup.of(folder))
    must_fit(directory)
    if directory.exists() and any(directory.iterdir()):
        raise Unavailable(OCCUPIED)
    if altered := next(_altered(folder), None):
        raise Unavailable(ALTERED.format(folder=folder, name=altered))
    part = directory.with_name("returning")
    shutil.rmtree(part, ignore_errors=True)
    try:
        shutil.copytree(folder / FILES, part)
        recovered(part, _version(folder))
        part.rename(directory)
    except (OSError, shutil.Error):
        raise Unavailable(NOT_COPIED.format(directory=directory)) from None
    finally:
        shutil.rmtree(part, ignore_errors=True)


def _altered(folder: Path) -> Iterator[str]:
    """Files that are not as the server copied them; replaying what was written meanwhile checks that by itself."""
    files, manifest = folder / FILES, json.loads((folder / MANIFEST).read_text("utf-8"))
    written = {one["Path"]: one["Checksum"] for one in manifest["Files"]}
    found = {path.relative_to(files).as_posix() for path in files.rglob("*") if not path.is_dir()}
    for name in sorted(found - written.keys()):
        if not name.startswith("pg_wal/") and f"{FILES}/{name}" != MANIFEST:
            yield f"{FILES}/{name}"
    for name, digest in written.items():
        if name not in found or sha256(files / name) != digest:
            yield f"{FILES}/{name}"


def _version(folder: Path) -> str:
    try:
        return (folder / FILES / "PG_VERSION").read_text("utf-8").strip()
    except (OSError, ValueError) as why:
        raise Unavailable(NO_BACKUP.format(folder=folder, why=type(why).__name__)) from None
