"""Rounds of killing the service under load with SIGKILL, and what is checked after each."""

import os
import random
import signal
import socket
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from threading import Event

from domain.acts.drafting import WithdrawDraft
from interfaces.sample.cast import COUNTY, DESK
from tests.faults.checking import assert_nothing_lost_or_doubled, assert_repeating_tells
from tests.faults.writers import Writer, writing
from tests.http.acting import acted, drafted, etag_of, today
from tests.http.serving import Served, until
from tests.postgres import Database

WRITERS, ACTS = 6, 12


class Victim(StrEnum):
    """Who is killed."""

    WORKER = "worker"
    SUPERVISOR = "supervisor"
    ALL = "all"


@dataclass
class Summary:
    """What the rounds came to."""

    killed: dict[str, int] = field(default_factory=lambda: dict.fromkeys(Victim, 0))
    answered: int = 0
    cut_off: int = 0
    unanswered: int = 0
    unanswered_but_recorded: int = 0
    unavailable: int = 0


class Kills:
    """A service on an external database, on one port for good, and clients that know it by that."""

    service: Served

    def __init__(self, data: Path, database: Database, chance: random.Random) -> None:
        self.data, self.database, self.chance = data, database, chance
        self.summary, self.port, self.rounds, self.agreement = Summary(), _free_port(), 0, ""
        self._start()
        tokens = dict(map(self._signed_in, self.service.links))
        self.land, self.county = tokens[DESK.person], tokens[COUNTY.person]

    def round(self, victim: Victim) -> None:
        """Writers at work, one kill, the service back, and everything as it must be."""
        self.rounds += 1
        with self._writers(self._agreement()) as writers:
            enough = self.chance.randint(1, 30)
            with writing(writers):
                until(lambda: sum(len(writer.answered) for writer in writers) >= enough, "nobody was answered")
                Event().wait(self.chance.uniform(0, 0.05))  # any moment of a request, not just after an answer
                self._kill(victim)
            if victim is not Victim.WORKER:
                self._start()
            self._checked(writers)

    def _checked(self, writers: list[Writer]) -> None:
        summary, url = self.summary, self.database.owner_url
        summary.unanswered_but_recorded += assert_nothing_lost_or_doubled(url, writers)
        summary.answered += sum(len(writer.answered) for writer in writers)
        summary.cut_off += sum(writer.cut_off for writer in writers)
        summary.unanswered += sum(len(writer.unanswered) for writer in writers)
        assert_repeating_tells(url, writers)
        summary.unavailable += sum(writer.others[503] for writer in writers)

    def _kill(self, victim: Victim) -> None:
        self.summary.killed[victim] += 1
        if victim is Victim.WORKER:
            before = self.service.workers
            os.kill(self.chance.choice(before), signal.SIGKILL)
            until(lambda: len({*self.service.workers} - {*before}) == 1, "the killed worker was not replaced")
        elif victim is Victim.SUPERVISOR:
            self.service.process.kill()
            self.service.process.communicate(timeout=60)  # its workers hold the pipe until they have ended too
        else:
            self.service.kill()

    def _start(self) -> None:
        on = {"DATABASE_URL": self.database.service_url, "DATABASE_OWNER_URL": self.database.owner_url}
        limits = {"ZIELSTEUERUNG_REQUESTS_PER_MINUTE": "1000000"}
        self.service = Served(self.data, "--port", str(self.port), settings=on | limits)
        self.service.ready()

    def _signed_in(self, link: str) -> tuple[str, str]:
        """The person of a sign-in link, and the token that it gives; each link works once."""
        token = self.service.token(link)
        with self.service.client(token) as client:
            return client.get("/api/v1/me").json()["person"], token

    def _agreement(self) -> str:
        """A new agreement in place of the last round's, so that every round meets the same load."""
        with self.service.client(self.land) as land:
            if self.agreement:
                request = WithdrawDraft(occurred_on=today(), reason="Die Verhandlungen beginnen neu")
                answer = acted(land, self.agreement, request, etag_of(land, self.agreement))
                assert answer.status_code == 201, answer.text
            self.agreement = drafted(land, today())
        return self.agreement

    @contextmanager
    def _writers(self, agreement: str) -> Iterator[list[Writer]]:
        with ExitStack() as stack:
            clients = [stack.enter_context(self.service.client(self.county)) for _ in range(WRITERS)]
            names = [f"r{self.rounds}-w{number}" for number in range(WRITERS)]
            yield [Writer(client, agreement, name, today(), ACTS) for client, name in zip(clients, names, strict=True)]


@contextmanager
def kills(data: Path, database: Database, chance: random.Random) -> Iterator[Kills]:
    """The service under fire, gone at the end."""
    running = Kills(data, database, chance)
    try:
        yield running
    finally:
        if running.service.process.poll() is None:
            running.service.end()


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as free:
        return int(free.getsockname()[1])
