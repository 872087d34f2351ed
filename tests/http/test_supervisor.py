"""The supervisor of the workers: what ends the service, and what does not."""

import os
import signal
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
import uvicorn

from interfaces.cli import serving
from interfaces.cli.serving import Supervisor
from tests.http.serving import until


@pytest.fixture
def fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file that keeps workers from starting while it exists."""
    monkeypatch.setenv("FAILS", str(tmp_path / "fails"))
    monkeypatch.setattr(serving, "AGAIN", 0.1)
    return tmp_path / "fails"


@pytest.fixture
def supervisor() -> Iterator[Supervisor]:
    kept = {one: signal.getsignal(one) for one in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)}
    config = uvicorn.Config("tests.http.failing_app:app", workers=2, lifespan="on", log_config=None)
    with socket.create_server(("127.0.0.1", 0)) as listening:
        supervisor = Supervisor(config, [listening])
        try:
            yield supervisor
        finally:
            supervisor.terminate_all()
            supervisor.join_all()
            for one, handler in kept.items():
                signal.signal(one, handler)


@pytest.mark.long
def test_a_worker_that_dies_while_the_database_is_away_is_replaced_when_it_is_back(
    supervisor: Supervisor, fails: Path
) -> None:
    supervisor.init_processes()
    until(lambda: keeps(supervisor) and supervisor.served, "no worker started")
    fails.touch()
    first = supervisor.processes[0]
    os.kill(first.process.pid or 0, signal.SIGKILL)
    started: set[int | None] = set()

    def again() -> bool:
        started.update(one.pid for one in supervisor.processes)
        return keeps(supervisor) and len(started) > 4  # the first two, a replacement, and what replaced that

    until(again, "no replacement was tried again")
    fails.unlink()
    until(lambda: keeps(supervisor) and all(one.is_ready(1) for one in supervisor.processes), "nobody came back")
    assert not supervisor.should_exit.is_set()
    assert first not in supervisor.processes


def test_a_service_whose_first_worker_cannot_start_ends(supervisor: Supervisor, fails: Path) -> None:
    fails.touch()
    supervisor.init_processes()
    until(lambda: keeps(supervisor) and supervisor.should_exit.is_set(), "it goes on trying")
    assert not supervisor.served


def keeps(supervisor: Supervisor) -> bool:
    supervisor.keep_subprocess_alive()
    return True
