"""Rounds of killing the service under load with SIGKILL, and what is checked after each."""

import os
import random
import signal
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from threading import Event

from tests.faults.checking import assert_nothing_lost_or_doubled, assert_repeating_tells
from tests.faults.target import Target
from tests.faults.writers import Writer, writing
from tests.http.serving import until
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
    unanswered: int = 0


class Kills(Target):
    """A service whose processes are killed."""

    def __init__(self, data: Path, database: Database, chance: random.Random) -> None:
        super().__init__(data, database)
        self.chance, self.summary = chance, Summary()

    def round(self, victim: Victim) -> None:
        """Writers at work, one kill, the service back, and everything as it must be."""
        with self.writers(WRITERS, ACTS) as writers:
            enough = self.chance.randint(1, 30)
            with writing(writers):
                until(lambda: sum(len(writer.answered) for writer in writers) >= enough, "nobody was answered")
                Event().wait(self.chance.uniform(0, 0.05))  # any moment of a request, not just after an answer
                self._kill(victim)
            if victim is not Victim.WORKER:
                self.start()
            self._checked(writers)

    def _checked(self, writers: list[Writer]) -> None:
        assert_nothing_lost_or_doubled(self.database.owner_url, writers)
        self.summary.answered += sum(len(writer.answered) for writer in writers)
        self.summary.unanswered += sum(len(writer.unanswered) for writer in writers)
        assert_repeating_tells(self.database.owner_url, writers)

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
