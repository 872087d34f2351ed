"""Work in a thread and on a connection of its own that the log wakes, begun again with patience whatever happens."""

import selectors
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import partial
from threading import Event, Thread
from types import TracebackType
from typing import Any, Self

from psycopg import Connection

from application.ports import Unavailable
from infrastructure.connection import SERVICE_SESSION, connected


@dataclass(frozen=True, slots=True)
class Patience:
    """Seconds: how long to sleep when nobody wakes, and how long to wait after trouble, at first and at most."""

    asleep: float = 5.0
    at_first: float = 0.5
    at_most: float = 30.0

    def after(self, failures: int) -> float:
        """How long to wait after so many failures in a row."""
        return float(min(self.at_most, self.at_first * 2 ** min(failures - 1, 16)))


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

    @property
    def running(self) -> bool:
        """Whether its thread lives."""
        return self._thread.is_alive()

    def _run(self) -> None:
        while not self.stopping:
            try:
                with connected(self._url, SERVICE_SESSION) as connection:
                    connection.add_notify_handler(lambda _: None)  # being woken is enough; it would keep them for us
                    connection.execute("LISTEN stored_events")
                    self._work(self, connection)
            except Exception as why:  # whatever it is, the work begins again
                self.trouble = str(why) if isinstance(why, Unavailable) else f"{type(why).__name__}: {why}"
                self._failures += 1
                self.sleep(None, self.patience.after(self._failures))


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
