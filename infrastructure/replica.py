"""Reading from a standby that has come as far as is asked for; otherwise, and while it is away, from the primary."""

from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import datetime
from threading import Lock
from time import monotonic
from typing import TypeVar
from uuid import UUID

from application.history.filters import HistoryFilter
from application.history.index import Extract, Found, Reads
from application.lists.ports import EVERY_ROW, Forming, Rows
from application.lists.stored_view import View
from application.ports import ActKey, Clocks, Progress, Selection, Unavailable
from domain.record import Draft, Record
from domain.values import PersonId, Sha256
from infrastructure.connection import SERVICE_SESSION, connected
from infrastructure.entry_index import EntryTable
from infrastructure.journal import Journal
from infrastructure.projector import Views

T = TypeVar("T")
LEFT_ALONE = 30.0
"""Seconds after which a standby that failed is tried again."""


class Replica:
    """A standby, asked only for what it has received already: nobody reads less than they wrote or read before."""

    def __init__(self, url: str, software: str) -> None:
        self._url = url
        self._software = software
        self._opened: Views | None = None
        self._opening = Lock()
        self._not_before = 0.0

    @property
    def views(self) -> Views:
        """Its stored views; raises Unavailable while it is away."""
        with self._opening:
            if self._opened is None:
                with connected(self._url, SERVICE_SESSION):  # a pool would wait for it
                    pass
                self._opened = Views(Journal(self._url), self._software)
            return self._opened

    @property
    def journal(self) -> Journal:
        """Its log; raises Unavailable while it is away."""
        return self.views.journal

    def close(self) -> None:
        """Give its connections back."""
        if self._opened is not None:
            self._opened.journal.close()

    def instead(
        self, position: int, reached: Callable[[Views], int], read: Callable[[Views], T], otherwise: Callable[[], T]
    ) -> T:
        """What is read from the standby if it has reached a position, else from the primary."""
        if monotonic() >= self._not_before:
            try:
                if reached(self.views) >= position:
                    return read(self.views)
            except Unavailable:
                self._not_before = monotonic() + LEFT_ALONE
        return otherwise()


class ReplicatedLog:
    """Implements the application's Log: searching what many streams say on the standby, all else on the primary."""

    def __init__(self, primary: Journal, replica: Replica) -> None:
        self._primary = primary
        self._replica = replica

    def log(self, *, after: int = 0, limit: int = 1000, known_at: datetime | None = None) -> Sequence[Record]:
        """The records of all streams behind a position, in order."""
        return self._read(None, lambda journal: journal.log(after=after, limit=limit, known_at=known_at))

    def begun(self, *, after: int, up_to: int) -> Mapping[str, str]:
        """The streams that begin between two positions, each with the name of the fact it begins with."""
        return self._read(up_to, lambda journal: journal.begun(after=after, up_to=up_to))

    def at(self, positions: Sequence[int]) -> Sequence[Record]:
        """The records at these positions, in order of the log."""
        return self._read(max(positions, default=0), lambda journal: journal.at(positions))

    def outlines(self, positions: Sequence[int]) -> Sequence[Record]:
        """The same without the content of their facts, of which nothing but the type is there."""
        return self._read(max(positions, default=0), lambda journal: journal.outlines(positions))

    def select(self, selection: Selection, *, after: int = 0, limit: int = 1000) -> Sequence[Record]:
        """The selected records behind a position, in order of the log."""
        return self._read(selection.up_to, lambda journal: journal.select(selection, after=after, limit=limit))

    def latest(self, selection: Selection, *, after: int = 0, limit: int) -> Sequence[Record]:
        """The last selected records behind a position, the newest first."""
        return self._read(selection.up_to, lambda journal: journal.latest(selection, after=after, limit=limit))

    def leaf_hashes(self, positions: Sequence[int]) -> Mapping[int, Sha256]:
        """The hashes of entries by position, as leaves of the log's tree; those that are not there are left out."""
        return self._read(max(positions, default=0), lambda journal: journal.leaf_hashes(positions))

    def records(self, stream_id: str, *, known_at: datetime | None = None) -> Sequence[Record]:
        """A stream's records in order, as far as they were recorded by then; empty without any."""
        return self._primary.records(stream_id, known_at=known_at)

    def streams(self, prefix: str = "") -> Sequence[str]:
        """The ids of all streams that begin so, in order."""
        return self._primary.streams(prefix)

    def head(self) -> int:
        """The position of the last entry, 0 before the first."""
        return self._primary.head()

    def position_at(self, instant: datetime) -> int:
        """The position of the last entry recorded by an instant, 0 before the first."""
        return self._read(None, lambda journal: journal.position_at(instant))

    def clocks(self) -> Clocks:
        """The database's time and the last entry's."""
        return self._primary.clocks()

    def earlier(self, actor: PersonId, key: str) -> tuple[ActKey, tuple[Record, ...]] | None:
        """The records of an actor's act with this key, or None."""
        return self._primary.earlier(actor, key)

    def append(
        self,
        drafts: Sequence[Draft],
        *,
        now: datetime,
        act: ActKey | None = None,
        erasing: PersonId | None = None,
    ) -> tuple[Record, ...]:
        """Record all or nothing in one commit and return what was recorded."""
        return self._primary.append(drafts, now=now, act=act, erasing=erasing)

    def _read(self, up_to: int | None, read: Callable[[Journal], T]) -> T:
        replica, needed = self._replica, self._primary.head() if up_to is None else up_to
        return replica.instead(
            needed,
            lambda there: there.journal.head(),
            lambda there: read(there.journal),
            lambda: read(self._primary),
        )


class ReplicatedEntries:
    """Implements the application's EntryIndex: asked on the standby once it has come as far there as on the primary.

    What neither has read is read from the log, so an answer never depends on which of them gave it.
    """

    def __init__(self, primary: EntryTable, replica: Replica) -> None:
        self._primary = primary
        self._replica = replica

    def find(self, selection: Selection, filters: HistoryFilter, *, after: int, limit: int) -> Found:
        """The first entries behind a position that are selected and wanted, as far as the index has read."""
        return self._read(lambda entries: entries.find(selection, filters, after=after, limit=limit))

    def extract(self, reads: Reads, streams: Collection[str], up_to: int | None) -> Extract:
        """What to read of these streams, as far as the index has read and no further than a position."""
        return self._read(lambda entries: entries.extract(reads, streams, up_to))

    def of_event(self, event_id: UUID) -> Found:
        """The entry with this event id, as far as the index has read."""
        return self._read(lambda entries: entries.of_event(event_id))

    def _read(self, read: Callable[[EntryTable], T]) -> T:
        return self._replica.instead(
            self._primary.position(),
            lambda there: there.entries.position(),
            lambda there: read(there.entries),
            lambda: read(self._primary),
        )


class ReplicatedViews:
    """Implements the application's StoredViews: rows as of a position on the standby, all else on the primary."""

    def __init__(self, primary: Views, replica: Replica) -> None:
        self._primary = primary
        self._replica = replica

    def rows(self, view: View, asked: Rows = EVERY_ROW) -> Sequence[str]:
        """The rows asked for, by place, agreement and key; raises NotYet."""
        if asked.at is None:
            return self._primary.rows(view, asked)
        return self._replica.instead(
            asked.at, Views.position, lambda there: there.rows(view, asked), lambda: self._primary.rows(view, asked)
        )

    def position(self) -> int:
        """The position of the log up to which every view can be read; raises NotYet."""
        return self._primary.position()

    def generation(self) -> int:
        """Goes up whenever rows formed anew take the place of others, at whatever position."""
        return self._primary.generation()

    def progress(self) -> Mapping[str, Forming]:
        """The views that are being formed anew, by name."""
        return self._primary.progress()

    def catch_up(self) -> None:
        """Bring every view to the end of the log; raises Unavailable naming the entry a view cannot pass."""
        self._primary.catch_up()

    def rebuild(self, *views: View, progress: Progress | None = None) -> None:
        """Form views again from the whole log, and replace each old one at once."""
        self._primary.rebuild(*views, progress=progress)

    def indexed(self) -> int:
        """The position of the log up to which entries are found by index."""
        return self._primary.indexed()

    def reindex(self, progress: Progress | None = None) -> None:
        """Form the index that entries are found by again from the whole log."""
        self._primary.reindex(progress)
