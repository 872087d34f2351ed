"""Whole streams, for whoever looks through many of them: each with all its entries, or with those an index finds."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import TypeVar

from application.history.index import EntryIndex, Extract, Reads
from application.history.pages import BATCH, Histories
from application.ports import Selection
from application.reading.positions import position_at
from domain.record import Actor, Record

T = TypeVar("T")


class Lives:
    """Every stream a reader may see, agreements first."""

    def __init__(self, histories: Histories) -> None:
        self._histories = histories
        self._log = histories.log
        self.index = histories.index
        """What extracts are found by."""

    def whole(self, actor: Actor, known_at: datetime | None = None) -> Iterator[Sequence[Record]]:
        """Each stream with its records as known at an instant."""
        for stream in self._histories.streams(actor):
            if records := self._log.records(stream, known_at=known_at):
                yield records

    def extracts(
        self, actor: Actor, reads: Reads, index: EntryIndex, known_at: datetime | None = None
    ) -> tuple[Iterator[Sequence[Record]], Extract]:
        """Of each stream the entries asked for, found by index, and what was searched for them.

        A stream with entries that the index has not read yet comes whole.
        """
        head = self._log.head() if known_at is None else position_at(self._log, known_at)
        streams = self._histories.streams(actor)
        found = index.extract(reads, streams, head)
        behind = {record.stream_id for record in self._behind(found.up_to, head)}
        lives = {one: self._log.records(one, known_at=known_at) for one in streams if one in behind}
        whole = {stream: (len(life), life[-1].position) for stream, life in lives.items()}
        extract = Extract(found.positions, {**found.searched, **whole}, head)
        read = self._log.outlines if reads.outlines else self._log.at
        return _extracted(streams, found.positions, lives, read), extract

    def _behind(self, after: int, head: int) -> Iterator[Record]:
        while after < head and (batch := self._log.select(Selection(up_to=head), after=after, limit=BATCH)):
            yield from batch
            after = batch[-1].position


def _extracted(
    streams: Sequence[str],
    positions: Mapping[str, Sequence[int]],
    lives: Mapping[str, Sequence[Record]],
    at: Callable[[Sequence[int]], Iterable[Record]],
) -> Iterator[Sequence[Record]]:
    """Streams in their order, some hundred entries read at once."""
    wanted = [stream for stream in streams if stream in lives or stream in positions]
    for some in _grouped(wanted, lambda stream: len(positions.get(stream, ())), BATCH):
        asked = [position for stream in some if stream not in lives for position in positions[stream]]
        read: dict[str, list[Record]] = {}
        for record in at(asked):
            read.setdefault(record.stream_id, []).append(record)
        yield from (lives.get(stream) or read[stream] for stream in some)


def _grouped(items: Iterable[T], size: Callable[[T], int], most: int) -> Iterator[list[T]]:
    """Items in groups, each of which ends once it has reached a size."""
    group: list[T] = []
    reached = 0
    for item in items:
        group.append(item)
        reached += size(item)
        if reached >= most:
            yield group
            group, reached = [], 0
    if group:
        yield group
