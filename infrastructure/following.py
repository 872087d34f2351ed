"""The follower: keeps the stored views up to date in a thread of its own, one in a database."""

from collections.abc import Generator, Sequence
from time import monotonic
from types import TracebackType
from typing import Any, Self

from psycopg import Connection

from application.lists.ports import Health, NotYet
from application.lists.stored_view import View
from application.ports import Unavailable
from infrastructure.listening import PATIENT, Listener, Patience
from infrastructure.projector import INDEX, Views
from infrastructure.stored_views import FOLLOWING, ViewTables

SLICE = 0.5
"""Seconds that views are formed before those that are up to date read on."""
TOLD_EVERY = 5.0
"""Seconds after which the follower says again how it is."""
NOBODY = "Niemand führt die Sichten nach."


class Follower:
    """Follows the log from start to stop; several wait for one another."""

    def __init__(self, url: str, views: Views, patience: Patience = PATIENT) -> None:
        self.views = views
        self._listener = Listener(url, "follower", self._work, patience)
        self._active = False
        self._forming: Generator[None] | None = None
        self._not_before: dict[str, float] = {}
        self._failures = 0
        self._told: tuple[float, tuple[str, ...]] = (-TOLD_EVERY, ())

    def __enter__(self) -> Self:
        self._listener.__enter__()
        return self

    def __exit__(self, *error: type[BaseException] | BaseException | TracebackType | None) -> None:
        self._listener.__exit__(*error)

    @property
    def stopping(self) -> bool:
        """Whether it is to end."""
        return self._listener.stopping

    def stop(self) -> None:
        """Stop after what is being written; another follower may take over at once."""
        self._listener.stop()

    def health(self) -> Health:
        """How the follower is, and how far each view has read."""
        return _health(self.views.tables, self._listener.running, self._active, self._troubles())

    def _troubles(self) -> tuple[str, ...]:
        lost = [self._listener.trouble] if self._listener.trouble else []
        return tuple(dict.fromkeys([*lost, *self.views.troubles.values()]))

    def _work(self, listener: Listener, connection: Connection[Any]) -> None:
        while not listener.stopping and not _locked(connection):
            listener.sleep(connection, listener.patience.asleep)
        self._active = not listener.stopping
        try:
            while not listener.stopping:
                listener.sleep(connection, self._round(listener))
        finally:
            self._active = False
            self._end_forming()

    def _round(self, listener: Listener) -> float:
        """Let the views read on, form some of what is outdated, and say for how many seconds nothing is to do."""
        outdated = self.views.outdated()
        tried = [view for view in self.views.views if self._not_before.get(view.name, 0) <= monotonic()]
        reading = [view for view in tried if view not in outdated]
        while reading and not listener.stopping:
            reading = self.views.read_on(reading)
        names = [view.name for view in tried]
        busy = False
        if not listener.stopping and self._not_before.get(INDEX, 0) <= monotonic():
            names.append(INDEX)
            busy = self.views.index_on()  # some at a time: what reads on or is formed does not wait for it
        busy = self._form([view for view in tried if view in outdated], listener) or busy
        if stalled := [name for name in names if name in self.views.troubles]:
            self._failures += 1
            self._not_before |= dict.fromkeys(stalled, monotonic() + listener.patience.after(self._failures))
        elif not self.views.troubles:
            self._failures = 0
        self._tell()
        waits = [until - monotonic() for name, until in self._not_before.items() if name in self.views.troubles]
        return 0.0 if busy else max(0.0, min([listener.patience.asleep, *waits]))

    def _form(self, outdated: Sequence[View], listener: Listener) -> bool:
        """Form views for a while; False when that is done, or somebody else does it."""
        if self._forming is None:
            if not outdated:
                return False
            self._forming = self.views.forming(outdated)
        until = monotonic() + SLICE
        try:
            while monotonic() < until and not listener.stopping:
                next(self._forming)
        except (StopIteration, NotYet):
            self._forming = None
            return False
        except BaseException:
            self._forming = None
            raise
        return True

    def _end_forming(self) -> None:
        if self._forming is not None:
            self._forming.close()
        self._forming = None

    def _tell(self) -> None:
        told_at, told = self._told
        troubles = self._troubles()
        if troubles != told or monotonic() - told_at >= TOLD_EVERY:
            self.views.tables.tell(troubles)
            self._told = monotonic(), troubles


class Followed:
    """Implements the application's Following by what the active follower, wherever it runs, left in the database."""

    def __init__(self, tables: ViewTables) -> None:
        self._tables = tables

    def health(self) -> Health:
        """How the follower is, and how far each view has read."""
        try:
            active, troubles = self._tables.followed(), self._tables.told()
        except Unavailable as why:
            return Health(False, False, (str(why),), {})
        return _health(self._tables, active, active, troubles if active else (NOBODY,))


def _health(tables: ViewTables, running: bool, active: bool, troubles: tuple[str, ...]) -> Health:
    try:
        positions = {view: shown.position for view, shown in tables.shown().items()}
        return Health(running, active, troubles, positions, tables.forming())
    except Unavailable as why:
        return Health(running, active, (*troubles, str(why)), {})


def _locked(connection: Connection[Any]) -> bool:
    row = connection.execute("SELECT pg_try_advisory_lock(%s)", [FOLLOWING]).fetchone()
    return row is not None and bool(row[0])
