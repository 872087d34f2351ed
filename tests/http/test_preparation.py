"""The first worker loads while the service is prepared: it waits for that, and goes where it fails."""

import multiprocessing
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing.process import BaseProcess
from pathlib import Path

import pytest

from interfaces.cli.serving import run
from interfaces.preparation import await_preparation, preparing
from tests.http.serving import until


def waiting() -> BaseProcess:
    worker = multiprocessing.get_context("spawn").Process(target=await_preparation)
    worker.start()
    return worker


def test_a_worker_waits_until_the_service_is_prepared(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ZIELSTEUERUNG_PREPARATION", "")
    with preparing(tmp_path) as let_go:
        worker = waiting()
        worker.join(3)
        assert worker.exitcode is None, "it began before"
        let_go()
        until(lambda: worker.exitcode == 0, "it waits on")
        later = waiting()
        until(lambda: later.exitcode == 0, "it waits for what is over")


def test_a_worker_without_a_supervisor_does_not_wait(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("ZIELSTEUERUNG_PREPARATION", raising=False)
    await_preparation()
    monkeypatch.setenv("ZIELSTEUERUNG_PREPARATION", str(tmp_path / "gone"))
    await_preparation()


def test_no_worker_is_left_of_a_service_that_cannot_be_prepared(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ZIELSTEUERUNG_PREPARATION", "")
    monkeypatch.setenv("PROMETHEUS_MULTIPROC_DIR", "")
    loading: list[BaseProcess] = []

    @contextmanager
    def failing() -> Iterator[None]:
        loading.extend(multiprocessing.active_children())
        if loading:
            raise LookupError
        yield

    with socket.create_server(("127.0.0.1", 0)) as listening, pytest.raises(LookupError):
        run("tests.http.failing_app:app", listening, 2, failing)
    assert len(loading) == 1
    assert not loading[0].is_alive()
