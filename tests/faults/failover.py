"""`make failovers`: kill the primary under load, let its synchronous standby take over, and miss no acknowledged act.

Everything runs on this machine: two servers of the embedded kind, writers in threads, each act under a key of its own.
"""

import random
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from threading import Event
from time import monotonic

from rich.console import Console
from rich.progress import track

from application.acting.orders import Receipt
from application.acting.service import Service
from application.ports import Unavailable
from domain.acts.dialogs import RequestDialog
from domain.record import Actor
from infrastructure.journal import Journal
from infrastructure.persons import Persons
from interfaces.sample.terms import heidekreis_2026
from tests.bench import DAY, NOW, drafted
from tests.faults.cluster import Cluster, cluster
from tests.http.serving import until
from tests.infrastructure.log import assert_sound, rows

WRITERS = 4
TAKE_OVER = 120
"""Seconds it may take: after a longer outage connections are tried again at growing distances."""


@dataclass
class Writer:
    """Acts on one agreement, one after the other; an act without an answer is sent again until it has one."""

    service: Service
    agreement: str
    county: Actor
    acknowledged: dict[str, Receipt] = field(default_factory=dict)
    unanswered: int = 0

    def write_until(self, stop: Event) -> None:
        """Act after act, whatever happens to the servers meanwhile."""
        while not stop.is_set():
            number = len(self.acknowledged) + 1
            wish = RequestDialog(occurred_on=DAY, dialog_id=f"dialog-{number}", reason="Wunsch nach einem Gespräch")
            while True:
                try:
                    key = f"{self.agreement}-{number}"
                    receipt = self.service.act(self.county, wish, self.agreement, on_version=number, key=key)
                except Unavailable:
                    self.unanswered += 1
                    if stop.wait(0.02):
                        return
                else:
                    self.acknowledged[wish.dialog_id] = receipt
                    break


@dataclass
class Failovers:
    """A primary with its standby, those who write to whichever takes entries, and what they were answered."""

    servers: Cluster
    writers: list[Writer]
    chance: random.Random
    away: list[float] = field(default_factory=list)
    """Seconds from each kill to the next acknowledged act."""

    def round(self) -> None:
        """Kill the primary at some moment, promote the standby, give it one of its own, and look for what is lost."""
        stop = Event()
        with ThreadPoolExecutor(len(self.writers)) as threads:
            writing = [threads.submit(writer.write_until, stop) for writer in self.writers]
            try:
                self._until_all_wrote()
                stop.wait(self.chance.uniform(0, 0.3))
                killed_at = monotonic()
                self.servers.fail_over()
                self._until_all_wrote()
                self.away.append(monotonic() - killed_at)
            finally:
                stop.set()
            for one in writing:
                one.result()
        self._must_be_whole()

    def _until_all_wrote(self) -> None:
        before = [len(writer.acknowledged) for writer in self.writers]

        def all_wrote() -> bool:
            return all(len(one.acknowledged) > had for one, had in zip(self.writers, before, strict=True))

        until(all_wrote, "it did not recover", TAKE_OVER)

    def _must_be_whole(self) -> None:
        """Every acknowledged act stands where its receipt says, and none stands twice."""
        url = self.servers.database.owner_url
        asked = "SELECT originator_id, originator_version, notification_id FROM zielsteuerung.stored_events"
        standing = {(stream, version): position for stream, version, position in rows(url, asked)}
        for writer in self.writers:
            for receipt in writer.acknowledged.values():
                at = standing.get((receipt.agreement_id, receipt.version))
                assert at == receipt.records[-1].position, f"{receipt.agreement_id} {receipt.version} is lost"
        known = sum(len(writer.acknowledged) for writer in self.writers)
        wishes = "SELECT count(*) FROM zielsteuerung.stored_events WHERE topic = 'DialogRequested'"
        assert known <= rows(url, wishes)[0][0] <= known + len(self.writers), "an act stands twice"
        assert_sound(url)


@contextmanager
def failovers(chance: random.Random) -> Iterator[Failovers]:
    """Two servers, the second a synchronous standby of the first, and writers who know both."""
    with cluster(movable_clock=True) as servers, Journal(servers.database.service_url) as journal:
        persons = Persons(journal.recorder.datastore)
        service = Service(journal, persons, now=lambda: NOW, software="test")
        drafts = [drafted(service, heidekreis_2026(), number) for number in range(1, WRITERS + 1)]
        writers = [Writer(service, agreement, county) for agreement, county in drafts]
        yield Failovers(servers, writers, chance)


def main(rounds: int, seed: int) -> None:
    """So many failovers; fails at the first act that is lost."""
    console = Console()
    console.print(f"{rounds} Wechsel, Startwert {seed}")
    with failovers(random.Random(seed)) as found:
        for _ in track(range(rounds), "Wechsel", rounds, console=console, disable=not console.is_terminal):
            found.round()
        acknowledged = sum(len(writer.acknowledged) for writer in found.writers)
        sent_again = sum(writer.unanswered for writer in found.writers)
    away = sorted(found.away)
    console.print(
        f"{acknowledged} bestätigte Handlungen, {sent_again} ohne Antwort und wiederholt, 0 verloren, 0 doppelt;"
        f" Unterbrechung mit neuer Kopie: im Mittel {away[len(away) // 2]:.1f} s, längstens {away[-1]:.1f} s"
    )


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else random.randrange(10**6))
