"""The command `serve` as a process of its own: started, asked, ended, killed."""

import os
import re
import signal
import ssl
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from threading import Event

import httpx

from tests.interfaces.running import run

COMMAND = Path(sys.executable).with_name("zielsteuerung")
UNUSED = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
"""Nothing here speaks TLS; without it each client loads every authority there is, which takes 35 ms."""
PATIENCE = 60
"""Seconds a busy machine may need to start the service."""


def environment(data: Path, settings: Mapping[str, str] = {}) -> dict[str, str]:
    """What a service with its data in this directory is given, and nothing else of ours."""
    own = dict.fromkeys(("HOME", "TMPDIR", "ZIELSTEUERUNG_DATA"), str(data))
    return {"PATH": os.environ["PATH"], **own, **settings}


def refused(data: Path, *words: str, **settings: str) -> subprocess.CompletedProcess[str]:
    """The end of a service that does not start, in this process."""
    return run("serve", *words, env=environment(data, settings))


class Served:
    """A service that runs in a process group of its own: `serve` with these words, or another command."""

    def __init__(
        self,
        data: Path,
        *words: str,
        settings: Mapping[str, str] = {},
        command: Sequence[str | Path] = (COMMAND, "serve"),
    ) -> None:
        self.log = data / "serve.log"
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                [*command, *words],
                env=environment(data, settings),
                stdout=subprocess.PIPE,
                stderr=log,
                text=True,
                start_new_session=True,
            )
        assert self.process.stdout
        said = []
        for line in self.process.stdout:
            said.append(line)
            if line.startswith("Beenden"):
                break
        self.said = "".join(said)
        found = re.search(r"http://[^/\s]+", self.said)
        assert found, f"{self.said}\n{self.log.read_text()}"
        self.base = found[0]

    @property
    def links(self) -> list[str]:
        """The sign-in links it printed."""
        return re.findall(r"\S+/sign-in/\S+", self.said)

    @property
    def workers(self) -> list[int]:
        """The ids of the processes that answer requests."""
        children = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text().split()
        return [int(child) for child in children if b"spawn_main" in _command(child)]

    def client(self, token: str = "", **headers: str) -> httpx.Client:
        """A client with this token."""
        signed_in = {"Authorization": f"Bearer {token}"} if token else {}
        return httpx.Client(
            base_url=self.base, headers=signed_in | headers, timeout=PATIENCE, trust_env=False, verify=UNUSED
        )

    def token(self, link: str) -> str:
        """The token that a sign-in link gives."""
        page = httpx.get(link, trust_env=False, timeout=PATIENCE)
        assert page.status_code == 200, page.text
        found = re.search(r"<pre>(eyJ\S+)</pre>", page.text)
        assert found, page.text
        return found[1]

    def signed_in(self, link: str) -> tuple[str, str]:
        """The person of a sign-in link, and the token that it gives; each link works once."""
        token = self.token(link)
        with self.client(token) as client:
            return str(client.get("/api/v1/me").json()["person"]), token

    def ready(self) -> None:
        """Wait until it answers that it is ready."""
        with self.client() as client:
            until(lambda: _answers(client), f"not ready: {self.log}")

    def end(self, how: signal.Signals = signal.SIGTERM) -> int:
        """Ask it to end, and say with which code it did."""
        self.process.send_signal(how)
        self.process.communicate(timeout=PATIENCE)
        return self.process.returncode

    def kill(self) -> None:
        """Kill it and its workers."""
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.communicate(timeout=PATIENCE)


@contextmanager
def served(data: Path, *words: str, settings: Mapping[str, str] = {}) -> Iterator[Served]:
    """The service on any free port, ready, and gone at the end."""
    service = Served(data, "--port", "0", *words, settings=settings)
    try:
        service.ready()
        yield service
    finally:
        if service.process.poll() is None:
            service.end()


def until(holds: Callable[[], bool], otherwise: str, seconds: float = PATIENCE) -> None:
    """Wait until this holds."""
    deadline, pause = time.monotonic() + seconds, Event()
    while not holds():
        assert time.monotonic() < deadline, otherwise
        pause.wait(0.02)


def _command(process: str) -> bytes:
    try:
        return Path(f"/proc/{process}/cmdline").read_bytes()
    except OSError:  # it has just ended
        return b""


def _answers(client: httpx.Client) -> bool:
    try:
        return client.get("/health/ready").status_code == 200
    except httpx.TransportError:
        return False
