"""Runs the network service: its socket and its processes.

Light to import: the first worker loads its sources while this process loads its own and prepares the database.
"""

import os
import signal
import socket
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from functools import partial
from pathlib import Path
from time import monotonic
from typing import Annotated

import typer
import uvicorn
from uvicorn.config import STARTUP_FAILURE
from uvicorn.supervisors import Multiprocess
from uvicorn.supervisors.multiprocess import Process

from interfaces.http.connections import Bounded
from interfaces.http.settings import HttpSettings
from interfaces.preparation import preparing

GRACE = 10
"""Seconds in which the service stops, whatever its workers do."""
LAST_REQUESTS = 7
"""Seconds that requests under way have when the service stops."""
PATIENCE = 30
"""Seconds after which a worker that says nothing is replaced; a slow machine needs some to start one."""
AGAIN = 5.0
"""Seconds after which a worker that could not start is tried again."""
NOT_STARTED = "Der Dienst konnte nicht starten; der Grund steht weiter oben im Protokoll."
TAKEN = "Der Anschluss {port} auf {host} ist schon belegt oder nicht erlaubt; bitte einen anderen wählen (--port)."


def started(host: str, port: int, workers: int, *, sample: bool) -> None:
    """Run the service until a signal; raises Unavailable, and Misconfigured when nobody could sign in."""
    with _listening(host, port) as listening:
        os.environ["ZIELSTEUERUNG_SAMPLE"] = "1" if sample else "0"
        run("interfaces.server:served", listening, workers, partial(_prepared, host, listening, sample=sample))


def _prepared(host: str, listening: socket.socket, *, sample: bool) -> AbstractContextManager[None]:
    from interfaces.cli.preparing import prepared  # noqa: PLC0415 - the first worker is to load at the same time

    return prepared(host, listening, sample=sample)


def _listening(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listening = socket.socket(family, socket.SOCK_STREAM)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((host, port))
    except OSError:
        listening.close()
        raise _unavailable(TAKEN.format(host=host, port=port)) from None
    listening.set_inheritable(True)
    return listening


def _unavailable(says: str) -> Exception:
    from application.ports import Unavailable  # noqa: PLC0415 - loads half of the sources

    return Unavailable(says)


def run(
    application: str,
    listening: socket.socket,
    workers: int,
    prepared: Callable[[], AbstractContextManager[None]] = nullcontext,
) -> None:
    """Run an application's factory ("module:name") in so many workers until a signal; raises Unavailable.

    The first worker is started while the service is being prepared.
    """
    with tempfile.TemporaryDirectory(prefix="zielsteuerung-metrics-") as metrics:
        os.environ["PROMETHEUS_MULTIPROC_DIR"] = metrics
        proxies = HttpSettings().proxies.split()
        config = uvicorn.Config(
            application,
            factory=True,
            workers=workers,
            http=Bounded,
            ws="none",  # would not be bounded
            log_config=None,
            access_log=False,
            proxy_headers=bool(proxies),  # else anybody could name another address
            forwarded_allow_ips=proxies,
            server_header=False,
            date_header=True,
            timeout_graceful_shutdown=LAST_REQUESTS,
            timeout_worker_healthcheck=PATIENCE,
        )
        with preparing(Path(metrics)) as let_go, _loading(config, listening) as first, prepared():
            let_go()
            supervisor = Supervisor(config, [listening], [first])
            supervisor.run()
        if not supervisor.served and any(process.exitcode == STARTUP_FAILURE for process in supervisor.processes):
            raise _unavailable(NOT_STARTED)


@contextmanager
def _loading(config: uvicorn.Config, listening: socket.socket) -> Iterator[Process]:
    """A worker that loads its sources; killed where the service cannot be prepared."""
    worker = Process(config, [listening])
    interrupted = signal.signal(signal.SIGINT, signal.SIG_IGN)  # or Ctrl+C would have it show where it was loading
    worker.start()
    signal.signal(signal.SIGINT, interrupted)
    try:
        yield worker
    except BaseException:
        worker.process.kill()
        worker.join()
        raise


class Supervisor(Multiprocess):
    """uvicorn's supervisor, which outlives what workers cannot start without, and stops in time whatever they do."""

    def __init__(self, config: uvicorn.Config, sockets: list[socket.socket], started: Sequence[Process] = ()) -> None:
        super().__init__(config, sockets)
        self.processes += started
        self._heard: dict[int | None, float] = {}
        self._failed_at = -AGAIN
        self.served = False
        """Whether a worker has ever been ready; until then, one that cannot start ends the service."""

    def init_processes(self) -> None:
        """Start the workers that are not started yet."""
        while len(self.processes) < self.processes_num:
            worker = Process(self.config, self.sockets)
            worker.start()
            self.processes.append(worker)

    def keep_subprocess_alive(self) -> None:
        """Replace workers that ended or say nothing for too long; signals are heard meanwhile."""
        for process in self.processes:
            if process.is_alive(timeout=1):
                self._heard[process.pid] = monotonic()
                self.served = self.served or process.is_ready(timeout=1)
            elif monotonic() - self._heard.setdefault(process.pid, monotonic()) > PATIENCE:
                process.kill()
                process.join()
        ended = [process for process in self.processes if process.exitcode is not None]
        if not self.served and ended:
            super().keep_subprocess_alive()
        elif monotonic() - self._failed_at >= AGAIN:
            for process in ended:
                self._replace(process)

    def _replace(self, ended: Process) -> None:
        """Start another worker; where the database is away it cannot start, and is tried again after a while."""
        if ended.exitcode == STARTUP_FAILURE:
            self._failed_at = monotonic()
        ended.kill()  # closes its pipe
        worker = Process(self.config, self.sockets)
        worker.start()
        self.processes[self.processes.index(ended)] = worker

    def join_all(self) -> None:
        """Wait for the workers' end, and kill those that are late."""
        deadline = monotonic() + GRACE
        for process in self.processes:
            process.process.join(max(0, deadline - monotonic()))
            if process.exitcode is None:
                process.kill()
                process.join()


def serve(
    sample: Annotated[bool, typer.Option("--sample", help="Mit dem Beispiel, in einer eigenen Datenbank.")] = False,
    host: Annotated[str, typer.Option(help="Adresse, auf der der Dienst hört.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="Anschluss (0 = ein freier).")] = 8000,
    workers: Annotated[int, typer.Option(min=1, max=32, help="Wie viele Prozesse Anfragen bearbeiten.")] = 2,
) -> None:
    """Startet den Dienst; ohne Anmeldedienst nur auf diesem Rechner, mit einem Anmeldelink je Rolle."""
    from interfaces.cli.serving import started  # noqa: PLC0415 - what only this command needs takes long to import

    started(host, port, workers, sample=sample)
