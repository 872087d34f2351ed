"""Two PostgreSQL servers, one the synchronous standby of the other, whose processes and disks can fail."""

import os
import pwd
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import psycopg
from psycopg.conninfo import make_conninfo

from infrastructure.database import opened
from infrastructure.embedded_postgres import program, throw_away
from tests.http.serving import until
from tests.postgres import OWNER, SERVICE, Database

DISK = 400
"""MiB of a node's disk, where it has one of its own."""
SERVER_USER = "pgserver"
"""Whom root lets run the servers, as the embedded server does."""
SETTINGS = {
    "listen_addresses": "",
    "max_connections": 100,
    "max_wal_size": "64MB",
    "min_wal_size": "32MB",
    "shared_buffers": "16MB",
    "wal_retrieve_retry_interval": "200ms",
}
IN_STEP = "SELECT count(*) FROM pg_stat_replication WHERE sync_state = 'sync' AND state = 'streaming'"


@dataclass
class Node:
    """A server in a folder of its own; its socket lies beside its data."""

    folder: Path
    process: subprocess.Popen[bytes] | None = field(default=None, repr=False)

    @property
    def data(self) -> Path:
        """The data directory."""
        return self.folder / "data"

    def url(self, user: str = "postgres", dbname: str = "postgres") -> str:
        """How to reach this server alone."""
        return make_conninfo(host=str(self.folder), user=user, dbname=dbname)

    def start(self) -> None:
        """Start it, again and again while what a killed one left is in the way, until it takes connections."""
        with (self.folder / "log").open("ab") as log:

            def up() -> bool:
                if self.process is None or self.process.poll() is not None:
                    words = (program("postgres"), "-D", self.data, "-k", self.folder)
                    self.process = subprocess.Popen(words, stdout=log, stderr=log, **_as_server())
                return self.answers()

            until(up, f"it does not start: {log.name}")

    def answers(self) -> bool:
        """Whether it takes connections."""
        try:
            psycopg.connect(self.url(), connect_timeout=2).close()
        except psycopg.OperationalError:
            return False
        return True

    def kill(self) -> None:
        """Kill the server with SIGKILL; what it started ends by itself."""
        assert self.process is not None
        self.process.kill()
        self.process.wait(30)

    def kill_one(self, number: int) -> None:
        """Kill one of the processes the server started, whereupon it starts all of them again."""
        assert self.process is not None
        children = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text().split()
        with suppress(ProcessLookupError):
            os.kill(int(children[number % len(children)]), signal.SIGKILL)

    def pause(self, *, on: bool) -> None:
        """Let all of its processes stand still, or go on: to the others it is away."""
        assert self.process is not None
        children = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text().split()
        for one in (self.process.pid, *map(int, children)):
            with suppress(ProcessLookupError):
                os.kill(one, signal.SIGSTOP if on else signal.SIGCONT)

    def stop(self) -> None:
        """End it."""
        if self.process is not None and self.process.poll() is None:
            self.pause(on=False)
            self.process.send_signal(signal.SIGQUIT)
            self.process.wait(60)

    def fill_disk(self) -> None:
        """Leave no byte free."""
        ballast = bytes(2**20)
        with (self.folder / "ballast").open("wb", 0) as file, suppress(OSError):
            while file.write(ballast):
                pass

    def free_disk(self) -> None:
        """Take the ballast away."""
        (self.folder / "ballast").unlink()


class Cluster:
    """A primary and its synchronous standby; an act is committed when both have written it."""

    def __init__(self, folder: Path, *, disks: bool, movable_clock: bool) -> None:
        self.disks = disks
        self.primary, self.standby = Node(folder / "a"), Node(folder / "b")
        for node in (self.primary, self.standby):
            _own(node.folder)
            if disks:
                mount = ["mount", "-t", "tmpfs", "-o", f"size={DISK}m", "tmpfs", str(node.folder)]
                subprocess.run(mount, check=True)
                _own(node.folder)
        self._initialised(movable_clock)
        self.rebuild()

    @property
    def database(self) -> Database:
        """The database, wherever the primary is."""
        hosts = f"{self.primary.folder},{self.standby.folder}"
        urls = (
            make_conninfo(host=hosts, user=user, dbname="service", target_session_attrs="read-write")
            for user in ("postgres", OWNER, SERVICE)
        )
        return Database(*urls)

    def fail_over(self) -> None:
        """Kill the primary, promote its standby, and make another standby of what was the primary."""
        self.primary.kill()
        with psycopg.connect(self.standby.url(), autocommit=True) as connection:
            connection.execute("SELECT pg_promote()")
        self.primary, self.standby = self.standby, self.primary
        self.rebuild()

    def rebuild(self) -> None:
        """Copy the primary into a new standby."""
        self.standby.stop()
        shutil.rmtree(self.standby.data, ignore_errors=True)
        copy = ["pg_basebackup", "--checkpoint=fast", "--wal-method=stream", "--write-recovery-conf"]
        where = [f"--dbname={self.primary.url()}", f"--pgdata={self.standby.data}"]
        _run(program(copy[0]), *copy[1:], *where)
        self.standby.start()
        self.in_step()

    def in_step(self) -> None:
        """Wait until the standby has everything and commits wait for it."""

        def streaming() -> bool:
            try:
                with psycopg.connect(self.primary.url(), connect_timeout=2) as connection:
                    return connection.execute(IN_STEP).fetchone() == (1,)
            except psycopg.OperationalError:
                return False

        until(streaming, "the standby does not follow")

    def end(self) -> None:
        """Stop both servers and give their disks back."""
        for node in (self.standby, self.primary):
            node.stop()
            if self.disks:
                subprocess.run(["umount", str(node.folder)], check=True)

    def _initialised(self, movable_clock: bool) -> None:
        _run(program("initdb"), "-D", self.primary.data, "-U", "postgres", "--auth=trust", "--encoding=UTF8", "-N")
        text = "".join(f"{name} = '{value}'\n" for name, value in SETTINGS.items())
        with (self.primary.data / "postgresql.conf").open("a") as settings:
            settings.write(text)
        self.primary.start()
        with psycopg.connect(self.primary.url(), autocommit=True) as connection:
            connection.execute(f"CREATE ROLE {OWNER} LOGIN CREATEROLE")
            connection.execute(f"CREATE ROLE {SERVICE} LOGIN")
            connection.execute(f"CREATE DATABASE service OWNER {OWNER}")
            owners = self.primary.url(OWNER, "service")
            with opened(owners, owners, movable_clock=movable_clock):
                connection.execute(f"GRANT zielsteuerung_service TO {SERVICE}")
            connection.execute("ALTER SYSTEM SET synchronous_standby_names = '*'")
            connection.execute("SELECT pg_reload_conf()")


@contextmanager
def cluster(*, disks: bool = False, movable_clock: bool = False) -> Iterator[Cluster]:
    """A primary and a standby, gone at the end; `disks` gives each a small one of its own, for which it takes root."""
    if os.geteuid() == 0 and SERVER_USER not in {user.pw_name for user in pwd.getpwall()}:
        with throw_away():  # makes the user
            pass
    with tempfile.TemporaryDirectory(prefix="zielsteuerung-") as folder:
        Path(folder).chmod(0o755)
        made = Cluster(Path(folder), disks=disks, movable_clock=movable_clock)
        try:
            yield made
        finally:
            made.end()


def _as_server() -> dict[str, Any]:
    return {"user": SERVER_USER, "group": SERVER_USER, "extra_groups": [], "cwd": "/"} if os.geteuid() == 0 else {}


def _own(folder: Path) -> None:
    folder.mkdir(exist_ok=True)
    folder.chmod(0o755)
    if os.geteuid() == 0:
        shutil.chown(folder, SERVER_USER, SERVER_USER)


def _run(*words: str | Path) -> None:
    done = subprocess.run(words, capture_output=True, text=True, check=False, **_as_server())
    assert done.returncode == 0, done.stderr
