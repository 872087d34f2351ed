"""A follower of the feed misses nothing and gets nothing twice, whoever writes and however often it restarts."""

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from threading import Condition, Event, Semaphore
from typing import Any, Self

import httpx
import pytest

from application.notifying.feed import RESERVED
from infrastructure.journal import Journal
from interfaces.http.identity.local_issuer import LocalIssuer
from interfaces.sample.cast import DESK
from interfaces.signing_in import CAST
from tests.http.events import FEED, STREAM, a_life, read_to, sent, written
from tests.postgres import Database

WRITERS, EACH = 16, 20
ALL = WRITERS * EACH
PROMPTLY = 15.0
"""Seconds in which the service stops although somebody waits and somebody reads a stream."""


class Service:
    """The service in a process of its own, at an address that stays."""

    def __init__(self, database: Database, directory: Path) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        self.base = f"http://127.0.0.1:{port}"
        self._command = [sys.executable, "-m", "tests.http.serving_process", str(port)]
        self.up = Event()
        self._log = directory / "service.log"
        self._environment = os.environ | {
            "DATABASE_URL": database.service_url,
            "DATABASE_OWNER_URL": database.owner_url,
            "ZIELSTEUERUNG_DATA": str(directory),
            "ZIELSTEUERUNG_SECURITY_LOG": str(directory / "security.log"),
        }

    @contextmanager
    def running(self, end: signal.Signals) -> Iterator[None]:
        """From when it serves until it is gone by a signal, promptly."""
        with self._started() as process:
            self.up.set()
            try:
                yield
            finally:
                self.up.clear()
            process.send_signal(end)
            process.wait(PROMPTLY)

    @contextmanager
    def _started(self) -> Iterator[subprocess.Popen[bytes]]:
        ready, told = os.pipe()
        with self._log.open("ab") as log:
            command = [*self._command, str(told)]
            process = subprocess.Popen(command, env=self._environment, pass_fds=[told], stdout=log, stderr=log)
        try:
            os.close(told)
            assert os.read(ready, 1), self._log.read_text()
            yield process
        finally:
            os.close(ready)
            process.kill()
            process.wait()


class Follower:
    """Reads the feed and goes on where it was, whatever happens in between."""

    def __init__(self, service: Service, token: str) -> None:
        self.found: list[tuple[int, str]] = []
        self._grown = Condition()
        self._up = service.up
        self.after = 0
        self.broken = 0
        self._client = httpx.Client(base_url=service.base, headers={"Authorization": f"Bearer {token}"}, timeout=30)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._client.close()

    def poll(self, over: Event) -> None:
        """By long poll."""
        while self._up.wait() and not over.is_set():
            try:
                answer = self._client.get(FEED, params={"after": self.after, "limit": 7, "wait": 20})
                answer.raise_for_status()
            except httpx.TransportError:
                self.broken += 1
                continue
            self._take(answer.json())
            self.after = read_to(answer)

    def stream(self, over: Event) -> None:
        """By server-sent events."""
        while self._up.wait() and not over.is_set():
            try:
                with self._client.stream("GET", FEED, headers=STREAM | {"Last-Event-ID": str(self.after)}) as answer:
                    answer.raise_for_status()
                    for one in sent(answer):
                        self._take([one.data] if one.data else [])
                        self.after = one.id or self.after
            except httpx.TransportError:
                pass
            self.broken += 1

    def has_read(self, count: int) -> None:
        """Wait until so many events have come."""
        with self._grown:
            assert self._grown.wait_for(lambda: len(self.found) >= count, 60), len(self.found)

    def _take(self, events: list[dict[str, Any]]) -> None:
        with self._grown:
            self.found += [(int(event["sequence"]), event["id"]) for event in events]
            self._grown.notify_all()


@pytest.mark.long
def test_followers_during_16_writers_and_three_restarts_miss_nothing_and_get_nothing_twice(
    journal: Journal, database: Database, tmp_path: Path
) -> None:
    service, token = Service(database, tmp_path), LocalIssuer(tmp_path / "sign-in", CAST).token(DESK.person)
    with Follower(service, token) as polling, Follower(service, token) as streaming:
        _followed(service, journal, polling, streaming)
    # The service itself adds the key of its first checkpoint, which belongs to no agreement.
    agreements = [one for one in journal.log(limit=2 * ALL) if not one.stream_id.startswith(RESERVED)]
    expected = [(one.position, str(one.event_id)) for one in agreements]
    assert len(expected) == ALL
    assert polling.found == expected
    assert streaming.found == expected
    assert streaming.broken >= 3, "no restart went unnoticed"


def _followed(service: Service, journal: Journal, polling: Follower, streaming: Follower) -> None:
    """Everything is written while the service comes and goes, and read by both."""
    permits, over = Semaphore(0), Event()

    def write(number: int) -> None:
        for draft in a_life(f"kreis-{number}", notes=EACH - 1):
            permits.acquire()
            written(journal, [draft])

    def read(count: int) -> None:
        polling.has_read(count)
        streaming.has_read(count)

    with ThreadPoolExecutor(WRITERS + 2) as threads:
        tasks = [threads.submit(write, number) for number in range(WRITERS)]
        tasks += [threads.submit(polling.poll, over), threads.submit(streaming.stream, over)]
        try:
            for number, end in enumerate((signal.SIGTERM, signal.SIGKILL, signal.SIGTERM)):
                with service.running(end):
                    permits.release(60)
                    read(80 * number + 30)
                permits.release(20)  # while nobody serves
            with service.running(signal.SIGTERM):
                permits.release(ALL - 240)
                read(ALL)
                over.set()
        finally:  # nobody waits any more
            over.set()
            service.up.set()
            permits.release(ALL)
    for task in tasks:
        task.result()
