"""Work in a thread and on a connection of its own that the log wakes, begun again with patience whatever happens."""

import os
import select
import selectors
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import partial
from threading import Event, Thread
from time import monotonic
from types import TracebackType
from typing import Any, Self

from psycopg import Connection

from application.lists.stored_view import Health, View
from application.ports import Unavailable
from infrastructure.connection import SERVICE_SESSION, connected
from infrastructure.projector import Views

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


PATIENT = Patience()
Work = Callable[["Listener", Connection[Any]], None]
"""Works until the listener is stopping; whatever it raises, it is begun again on a new connection."""


class Listener:
    """Does a piece of work in a thread from start to stop."""

    def __init__(self, url: str, name: str, work: Work, patience: Patience = PATIENT) -> None:
        self.patience = patience
        self.trouble: str | None = None
        """Why the work does not get on, None while it does."""
        self._url = url
        self._work = work
        self._stop = Event()
        self._wake, self._waker = socket.socketpair()
        self._waker.setblocking(False)
        self._thread = Thread(target=self._run, name=name, daemon=True)
        self._failures = 0

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        self.stop()
        self._wake.close()
        self._waker.close()

    @property
    def stopping(self) -> bool:
        """Whether the work is to end."""
        return self._stop.is_set()

    def stop(self) -> None:
        """Have the work end, and wait for it."""
        self._stop.set()
        self.wake()
        self._thread.join()

    def wake(self) -> None:
        """End the sleep, from any thread; a wake before the sleep counts."""
        with suppress(OSError):  # it has been told often enough, or is gone
            self._waker.send(b"!")

    def sleep(self, connection: Connection[Any] | None, seconds: float) -> None:
        """Until woken by the log, by `wake` or by time; raises OperationalError when the connection is gone."""
        with selectors.DefaultSelector() as sources:
            sources.register(self._wake, selectors.EVENT_READ)
            if connection is not None:
                sources.register(connection.fileno(), selectors.EVENT_READ)
            woken = sources.select(seconds)
        if any(key.fileobj is self._wake for key, _ in woken):
            self._wake.recv(4096)
        if connection is not None:
            connection.execute("SELECT 1")  # takes what woke us off the wire, and notices a lost connection
            self.trouble, self._failures = None, 0

    def _run(self) -> None:
        while not self.stopping:
            try:
                with connected(self._url, SERVICE_SESSION) as connection:
                    connection.add_notify_handler(lambda _: None)  # being woken is enough; it would keep them for us
                    connection.execute("LISTEN stored_events")
                    self._work(self, connection)
            except Exception as why:  # whatever it is, the work begins again
                self.trouble = f"{type(why).__name__}: {why}"
                self.sleep(None, self._backoff())

    def _backoff(self) -> float:
        self._failures += 1
        return float(min(self.patience.at_most, self.patience.at_first * 2 ** min(self._failures - 1, 16)))


class Bell:
    """Implements the application's News: one connection however many wait."""

    def __init__(self, url: str, patience: Patience = PATIENT) -> None:
        self._url = url
        self._patience = patience

    @contextmanager
    def listening(self, ring: Callable[[], None]) -> Iterator[None]:
        """While this lasts, `ring` is called after each commit, and whenever one may be missed."""
        with Listener(self._url, "news", partial(_ringing, ring), self._patience):
            yield


def _ringing(ring: Callable[[], None], listener: Listener, connection: Connection[Any]) -> None:
    ring()  # something may have been recorded while nobody listened
    while not listener.stopping:
        listener.sleep(connection, listener.patience.asleep)
        ring()
