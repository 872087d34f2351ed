"""Clients that write without rest, each act under a key, and remember what they were answered."""

from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor, wait
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from threading import Event
from typing import Any

import httpx

from tests.http.acting import AGREEMENTS, acted, wish


@dataclass(frozen=True)
class Answer:
    """What an act was answered."""

    status: int
    etag: str
    body: dict[str, Any]


@dataclass
class Writer:
    """One client. An act's key is also the id of what it asks for, so that the log can be searched for it."""

    client: httpx.Client
    agreement: str
    name: str
    day: date
    at_most: int
    """How many acts, so that what is read again and again stays small."""
    answered: dict[str, Answer] = field(default_factory=dict)
    unanswered: set[str] = field(default_factory=set)
    others: Counter[int] = field(default_factory=Counter)
    """How often it was answered otherwise than 200, 201 and 412."""
    cut_off: int = 0
    """How often a request was under way when the connection broke."""
    strange: list[str] = field(default_factory=list)
    """Answers that must not be."""

    def write_until(self, stop: Event) -> None:
        """Act after act, whatever happens to the service meanwhile."""
        for number in range(self.at_most):
            if stop.is_set():
                return
            self.unanswered.add(key := f"{self.name}-{number}")
            if self.ask(key) is None:
                stop.wait(0.25)

    def ask(self, key: str) -> Answer | None:
        """Ask for the act with this key, again if others were faster; None when there was no answer."""
        while True:
            try:
                answer = self._asked(key)
            except httpx.ConnectError:
                return None
            except httpx.TransportError:
                self.cut_off += 1
                return None
            if answer is None:
                return None
            if answer.status_code == 201:
                given = Answer(answer.status_code, answer.headers["ETag"], answer.json())
                self.answered.setdefault(key, given)
                self.unanswered.discard(key)
                return given

    def _asked(self, key: str) -> httpx.Response | None:
        """201 or 412; None for anything else, which is noted."""
        found = self.client.get(f"{AGREEMENTS}/{self.agreement}")
        if found.status_code == 200:
            headers = {"Idempotency-Key": key}
            found = acted(self.client, self.agreement, wish(key, self.day), found.headers["ETag"], headers)
            if found.status_code in {201, 412}:
                return found
        self.others[found.status_code] += 1
        if found.status_code != 503 or int(found.headers.get("Retry-After", 0)) < 1 or not _is_problem(found):
            self.strange.append(f"{found.status_code} {found.text[:300]}")
        return None


def _is_problem(answer: httpx.Response) -> bool:
    return answer.headers["Content-Type"] == "application/problem+json" and answer.json()["status"] == 503


@contextmanager
def writing(writers: Sequence[Writer]) -> Iterator[None]:
    """Let them all write until the end; raises what one of them stumbled over."""
    stop = Event()
    with ThreadPoolExecutor(len(writers)) as threads:
        running = [threads.submit(writer.write_until, stop) for writer in writers]
        try:
            yield
        finally:
            stop.set()
            wait(running)
    for one in running:
        one.result()
