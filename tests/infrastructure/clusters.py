"""Servers of their own that copy one another, from the programs of the embedded one."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from time import monotonic, sleep

import psycopg

from infrastructure.embedded_postgres import program, throw_away

SOON = 120.0
"""Seconds after which what should happen has not."""
NAMED = "standby"


@dataclass(frozen=True)
class Cluster:
    """A server by its folder: its data, and beside them its socket and its log."""

    folder: Path

    @property
    def data(self) -> Path:
        """Its data directory."""
        return self.folder / "data"

    @property
    def url(self) -> str:
        """How to reach it as superuser."""
        return f"postgresql://postgres@/postgres?host={self.folder}"

    def start(self) -> None:
        """Start it, and wait until it answers."""
        _run("pg_ctl", "-w", "-D", self.data, "-l", self.folder / "log", "-o", f'-h "" -k {self.folder}', "start")

    def kill(self) -> None:
        """End it without a chance to write anything."""
        with suppress(subprocess.CalledProcessError):
            _run("pg_ctl", "-w", "-D", self.data, "-m", "immediate", "stop")

    def promote(self) -> None:
        """Let it be the primary."""
        _run("pg_ctl", "-w", "-D", self.data, "promote")

    def setting(self, name: str, value: str) -> None:
        """Change a setting for good."""
        with psycopg.connect(self.url, autocommit=True) as connection:
            connection.execute(f"ALTER SYSTEM SET {name} = '{value}'".encode())
            connection.execute("SELECT pg_reload_conf()")

    def copied_to(self, folder: Path) -> "Cluster":
        """A standby that receives all it writes from now on, started."""
        standby = Cluster(folder)
        shutil.rmtree(folder, ignore_errors=True)
        _made(folder)
        primary = f"host={self.folder} user=postgres application_name={NAMED}"
        _run("pg_basebackup", "-d", primary, "-D", standby.data, "-R", "-c", "fast", "-X", "stream")
        standby.start()
        return standby

    def count(self, query: str) -> int:
        """The one number that a query gives."""
        with psycopg.connect(self.url) as connection:
            row = connection.execute(query.encode()).fetchone()
            assert row is not None
            return int(row[0])


@contextmanager
def clusters() -> Iterator[tuple[Cluster, Path]]:
    """A primary, and a folder for standbys; all are gone at the end."""
    with throw_away():  # makes the system user that servers run as where we are root
        folder = Path(tempfile.mkdtemp(prefix="zs-", dir="/tmp"))
    primary = Cluster(folder / "a")
    try:
        _owned(folder)
        _made(primary.folder)
        _run("initdb", "-D", primary.data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C")
        primary.start()
        yield primary, folder
    finally:
        for one in folder.iterdir():
            Cluster(one).kill()
        shutil.rmtree(folder, ignore_errors=True)


def _made(folder: Path) -> None:
    folder.mkdir(mode=0o700)
    _owned(folder)


def _owned(folder: Path) -> None:
    if os.geteuid() == 0:
        shutil.chown(folder, "pgserver")


def until(holds: Callable[[], bool]) -> None:
    """Wait until something holds; fails when it does not soon."""
    end = monotonic() + SOON
    while not holds():
        assert monotonic() < end, "it did not happen"
        sleep(0.02)


def _run(name: str, *arguments: str | Path) -> None:
    user = "pgserver" if os.geteuid() == 0 else None
    command = [str(program(name)), *map(str, arguments)]
    subprocess.run(command, user=user, cwd="/", check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
