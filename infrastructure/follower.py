"""The follower: one small supervised loop that keeps the stored views up to date."""

import os
import select
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from threading import Event, Thread
from time import monotonic
from types import TracebackType
from typing import Any, Self

from psycopg import Connection

from application.ports import Unavailable
from application.views.stored import Health, View
from infrastructure.connection import SERVICE_SESSION, connected
from infrastructure.following import Views

FOLLOWING = 4_848_003
"""Advisory lock: one active follower in a database."""


@dataclass(frozen=True, slots=True)
class Patience:
    """Seconds: how long to sleep when nobody wakes, and how long to wait after trouble, at first and at most."""

    asleep: float = 5.0
    at_first: float = 0.5
    at_most: float = 30.0


class Follower:
    """Follows the log in a thread of its own from start to stop; several wait for one another."""

    def __init__(self, url: str, views: Views, patience: Patience = Patience()) -> None:
        self.views = views
        self.patience = patience
        self._url = url
        self._stop = Event()
        self._wake, self._waker = os.pipe()
        self._thread = Thread(target=self._run, name="follower", daemon=True)
        self._active = False
        self._lost: str | None = None
        self._failures = 0

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        self.stop()
        os.close(self._wake)
        os.close(self._waker)

    def stop(self) -> None:
        """Stop after what is being written; another follower may take over at once."""
        self._stop.set()
        os.write(self._waker, b"!")
        self._thread.join()

    def health(self) -> Health:
        """How the follower is, and how far each view has read."""
        troubles = [*([self._lost] if self._lost else ()), *self.views.troubles.values()]
        try:
            positions = self.views.tables.positions(self.views.software)
        except Unavailable as why:
            positions, troubles = {}, [*troubles, str(why)]
        return Health(self._thread.is_alive(), self._active, tuple(dict.fromkeys(troubles)), positions)

    def _run(self) -> None:
        while not self._stop.is_set():
            try:
                with connected(self._url, SERVICE_SESSION) as connection, self._alone(connection):
                    self._follow(connection)
            except Exception as why:  # whatever it is, following goes on from where the views stand
                self._lost = str(why) if isinstance(why, Unavailable) else f"{type(why).__name__}: {why}"
                self._sleep(None, self._backoff())

    @contextmanager
    def _alone(self, connection: Connection[Any]) -> Iterator[None]:
        """Wait until no other follower is active; the lock goes with the connection."""
        connection.add_notify_handler(lambda _: None)  # being woken is enough; it would keep them for us
        connection.execute("LISTEN stored_events")
        while not self._stop.is_set() and not _locked(connection):
            self._lost = None
            self._sleep(connection, self.patience.asleep)
        self._active = not self._stop.is_set()
        try:
            yield
        finally:
            self._active = False

    def _follow(self, connection: Connection[Any]) -> None:
        not_before: dict[str, float] = {}
        while not self._stop.is_set():
            tried = [view for view in self.views.views if not_before.get(view.name, 0) <= monotonic()]
            self._read(tried)
            self._lost = None
            stalled = [view for view in tried if view.name in self.views.troubles]
            if stalled:
                not_before |= dict.fromkeys((view.name for view in stalled), monotonic() + self._backoff())
            elif not self.views.troubles:
                self._failures = 0
            waits = [until - monotonic() for name, until in not_before.items() if name in self.views.troubles]
            self._sleep(connection, max(0.0, min([self.patience.asleep, *waits])))

    def _read(self, views: list[View]) -> None:
        while views and not self._stop.is_set():
            views = self.views.read_on(views)

    def _backoff(self) -> float:
        self._failures += 1
        return float(min(self.patience.at_most, self.patience.at_first * 2 ** min(self._failures - 1, 16)))

    def _sleep(self, connection: Connection[Any] | None, seconds: float) -> None:
        """Until woken by the log, by stop, or by time; raises OperationalError when the connection is gone."""
        sources = select.poll()  # whatever the number of open files
        for source in (self._wake, *([connection.fileno()] if connection else ())):
            sources.register(source, select.POLLIN)
        sources.poll(seconds * 1000)
        if connection is not None:
            connection.execute("SELECT 1")  # takes what woke us off the wire, and notices a lost connection


def _locked(connection: Connection[Any]) -> bool:
    row = connection.execute("SELECT pg_try_advisory_lock(%s)", [FOLLOWING]).fetchone()
    return row is not None and bool(row[0])
