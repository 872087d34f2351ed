"""Rounds of faults under load: processes of service and database killed, failovers, a full disk, a standby away."""

import os
import random
import signal
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from threading import Event

from tests.faults.checking import (
    Place,
    assert_all_stand,
    assert_nothing_lost_or_doubled,
    assert_repeating_tells,
    assert_views_follow,
    places,
)
from tests.faults.cluster import Cluster
from tests.faults.target import Target
from tests.faults.writers import Writer, writing
from tests.http.serving import until
from tests.infrastructure.log import rows

WRITERS, ACTS = 4, 1000
MORE = 4
"""Acts that are answered after a fault before its round ends."""
AWAY = 7.0
"""Seconds a standby is away: longer than an act waits for another."""
TROUBLES = 4
"""Answers 503 before a full disk is emptied."""
HEAD = "SELECT size FROM zielsteuerung.log_head"


class Fault(StrEnum):
    """What happens."""

    WORKER = "kill -9 of a worker"
    SERVICE = "kill -9 of the whole service"
    PRIMARY = "kill -9 of PostgreSQL"
    BACKEND = "kill -9 of a process of PostgreSQL"
    FAILOVER = "kill -9 of the primary, its standby promoted"
    STANDBY = "standby away"
    DISK = "disk full"


KILLS = (Fault.WORKER, Fault.PRIMARY, Fault.WORKER, Fault.BACKEND)


@dataclass
class Summary:
    """What the rounds came to."""

    rounds: Counter[Fault] = field(default_factory=Counter)
    acknowledged: dict[str, Place] = field(default_factory=dict)
    cut_off: int = 0
    unanswered: int = 0
    unanswered_but_recorded: int = 0
    unavailable: int = 0


class Campaign(Target):
    """A service on a cluster, whose acts are counted."""

    def __init__(self, data: Path, cluster: Cluster, chance: random.Random) -> None:
        super().__init__(data, cluster.database)
        self.cluster, self.chance, self.summary = cluster, chance, Summary()

    def round(self, fault: Fault) -> None:
        """Writers at work, one fault, writing goes on, and everything as it must be."""
        before = int(rows(self.database.owner_url, HEAD)[0][0])
        with self.writers(WRITERS, ACTS) as writers:
            self._fires(writers, fault)
            self._checked(writers, before)
        self.summary.rounds[fault] += 1

    def check_all(self) -> None:
        """Hold the whole log against every act that was ever acknowledged, and the views against the log."""
        assert_all_stand(self.database.owner_url, self.summary.acknowledged)
        assert_views_follow(self.database.owner_url)

    def _fires(self, writers: list[Writer], fault: Fault) -> None:
        def answered() -> int:
            return sum(len(writer.answered) for writer in writers)

        enough = self.chance.randint(1, 10)
        with writing(writers):
            until(lambda: answered() >= enough, "nobody was answered")
            Event().wait(self.chance.uniform(0, 0.05))  # any moment of a request, not just after an answer
            self._strike(fault, writers, answered)
            so_far = answered()
            until(lambda: answered() >= so_far + MORE, f"after {fault}: it did not recover")

    def _strike(self, fault: Fault, writers: list[Writer], answered: Callable[[], int]) -> None:
        match fault:
            case Fault.WORKER:
                os.kill(self.chance.choice(self.service.workers), signal.SIGKILL)
            case Fault.SERVICE:
                self.service.kill()
                self.start()
            case Fault.PRIMARY:
                self.cluster.primary.kill()
                self.cluster.primary.start()
            case Fault.BACKEND:
                self.cluster.primary.kill_one(self.chance.randrange(100))
                until(self.cluster.primary.answers, "PostgreSQL does not come back")
            case Fault.FAILOVER:
                self.cluster.fail_over()
            case Fault.STANDBY:
                self._without_standby(answered)
            case Fault.DISK:
                self._without_disk(writers)

    def _without_standby(self, answered: Callable[[], int]) -> None:
        """Nothing is acknowledged that only one server has."""
        self.cluster.standby.pause(on=True)
        try:
            Event().wait(1)  # what the standby had taken before may still be told
            so_far = answered()
            Event().wait(AWAY)
            assert answered() == so_far
        finally:
            self.cluster.standby.pause(on=False)

    def _without_disk(self, writers: list[Writer]) -> None:
        def troubles() -> int:
            return sum(writer.others[503] for writer in writers)

        before = troubles()
        self.cluster.primary.fill_disk()
        try:
            until(lambda: troubles() >= before + TROUBLES, "a full disk was not noticed")
        finally:
            self.cluster.primary.free_disk()
        self.cluster.primary.start()  # it may have given up

    def _checked(self, writers: list[Writer], before: int) -> None:
        summary, url = self.summary, self.database.owner_url
        self.cluster.in_step()
        summary.unanswered_but_recorded += assert_nothing_lost_or_doubled(url, writers, behind=before)
        summary.cut_off += sum(writer.cut_off for writer in writers)
        summary.unanswered += sum(len(writer.unanswered) for writer in writers)
        summary.unavailable += sum(writer.others[503] for writer in writers)
        assert_repeating_tells(url, writers, behind=before)
        for writer in writers:
            summary.acknowledged |= places(writer)
