"""Deliveries: one supervised worker in a database that notifies webhooks of records, each in its order."""

import random
from collections import Counter
from collections.abc import Callable, Container, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime
from itertools import count
from time import monotonic
from types import TracebackType
from typing import Any, Self
from uuid import UUID

from psycopg import Connection

from application.notifying.feed import Feed, Happening
from application.notifying.webhooks import Hook, Schedule, Standing
from domain.record import Actor
from infrastructure.listening import PATIENT, Listener, Patience
from infrastructure.posting import NotTold, post
from infrastructure.webhooks import WebhookTable

DELIVERING = 4_848_006
"""Advisory lock: one active worker in a database."""
TOGETHER = 8
"""Webhooks notified at the same time."""
SHARE = 2
"""Of these, webhooks of one party; slow ones leave the others their places."""
TURN = 10.0
"""Seconds after which a webhook lets others go first."""
SECONDS = 10.0
"""How long one attempt may take altogether."""
AT_ONCE = 50
"""Entries taken from the feed at once."""
SCHEDULE = Schedule()
GONE = 410
ENDED = "Die Person, die sie eingerichtet hat, hat die Rechte dafür nicht mehr."
ANSWERED = "Die Gegenstelle hat mit dem Status {status} geantwortet."
_CHANCE = random.SystemRandom()


class Deliveries:
    """Notifies every webhook of entries its owner may see, from start to stop; several wait for one another."""

    def __init__(
        self,
        url: str,
        table: WebhookTable,
        feed: Feed,
        *,
        loopback: bool,
        permitted: Callable[[Actor], bool] = lambda _: True,
        schedule: Schedule = SCHEDULE,
        patience: Patience = PATIENT,
        seconds: float = SECONDS,
    ) -> None:
        self.table = table
        self.feed = feed
        self.schedule = schedule
        self._loopback = loopback
        self._permitted = permitted
        self._turns = count()
        self._last_turn: dict[UUID, int] = {}
        self._seconds = seconds
        self._listener = Listener(url, "deliveries", self._work, patience)

    def __enter__(self) -> Self:
        self._listener.__enter__()
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        self._listener.__exit__()

    def _work(self, listener: Listener, connection: Connection[Any]) -> None:
        while not listener.stopping and not _locked(connection):
            listener.sleep(connection, listener.patience.asleep)
        threads = ThreadPoolExecutor(TOGETHER, "delivery")
        try:
            self._deliver_all(listener, connection, threads)
        finally:
            threads.shutdown(cancel_futures=True)

    def _deliver_all(self, listener: Listener, connection: Connection[Any], threads: ThreadPoolExecutor) -> None:
        running: dict[UUID, Future[None]] = {}
        while not listener.stopping:
            running, now = _still(running), _now()
            for hook in self._next(self.table.due(now), running):
                running[hook.id] = threads.submit(self._deliver, hook)
                running[hook.id].add_done_callback(lambda _: listener.wake())
            at = self.table.next_attempt(now)
            pause = (at - _now()).total_seconds() if at else listener.patience.asleep
            listener.sleep(connection, max(0.0, min(pause, listener.patience.asleep)))

    def _next(self, due: Sequence[Hook], running: Container[UUID]) -> Iterator[Hook]:
        """The webhooks whose turn it is: whoever waited longest first, of each party no more than its share."""
        held = Counter(_party(hook) for hook in due if hook.id in running)
        free = TOGETHER - held.total()
        for hook in sorted(due, key=lambda one: self._last_turn.get(one.id, -1)):
            if free and hook.id not in running and held[_party(hook)] < SHARE:
                held[_party(hook)] += 1
                free -= 1
                self._last_turn[hook.id] = next(self._turns)
                yield hook

    def _deliver(self, hook: Hook) -> None:
        """Deliver new entries, up to the end of the log, the first failure or the end of the turn."""
        if not self._permitted(hook.owner):
            self.table.move(hook, replace(hook.standing, last_error=ENDED, next_attempt_at=None, disabled_at=_now()))
            return
        end = monotonic() + TURN
        while not self._listener.stopping:
            batch = self.feed.read(hook.owner, after=hook.standing.position, limit=AT_ONCE)
            for happening in batch.happenings:
                told = self._told(hook, happening)
                if not self.table.move(hook, told) or told.attempts or monotonic() > end or self._listener.stopping:
                    return
                hook = replace(hook, standing=told)
            passed = Standing(batch.position)
            if passed != hook.standing and not self.table.move(hook, passed):
                return
            hook = replace(hook, standing=passed)
            if batch.at_end:
                return

    def _told(self, hook: Hook, happening: Happening) -> Standing:
        headers, body = hook.signed(happening, _now())
        try:
            status = post(hook.url, headers, body, loopback=self._loopback, seconds=self._seconds)
        except NotTold as why:
            return self._failed(hook, str(why))
        if 200 <= status < 300:
            return Standing(happening.entry.position)
        return self._failed(hook, ANSWERED.format(status=status), gone=status == GONE)

    def _failed(self, hook: Hook, error: str, *, gone: bool = False) -> Standing:
        return hook.standing.failed(error, _now(), self.schedule, _CHANCE.random(), gone=gone)


def _still(running: dict[UUID, Future[None]]) -> dict[UUID, Future[None]]:
    """The unfinished ones; raises the fault that stopped one of the others."""
    for future in running.values():
        if future.done():
            future.result()
    return {name: future for name, future in running.items() if not future.done()}


def _party(hook: Hook) -> str:
    owner = hook.owner
    return owner.person if owner.party is None else owner.party


def _now() -> datetime:
    return datetime.now(UTC)


def _locked(connection: Connection[Any]) -> bool:
    row = connection.execute("SELECT pg_try_advisory_lock(%s)", [DELIVERING]).fetchone()
    return row is not None and bool(row[0])
