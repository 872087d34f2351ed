"""Whole streams, for whoever looks through many of them: each with all its entries, or with those an index finds."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import TypeVar

from application.history.index import EntryIndex, Extract, Reads
from application.history.pages import BATCH, Histories
from domain.record import Actor, Record

T = TypeVar("T")
OUTLINED = 1000
"""Entries asked at once for their streams alone."""


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

        A stream with entries that the index has not read yet comes whole; what was searched holds it once it came.
        """
        head = self._log.head() if known_at is None else self._log.position_at(known_at)
        streams = self._histories.streams(actor)
        found = index.extract(reads, streams, head)
        behind = self._behind(found.up_to, head)
        positions = {stream: some for stream, some in found.positions.items() if stream not in behind}
        searched = {stream: some for stream, some in found.searched.items() if stream not in behind}
        read = self._log.outlines if reads.outlines else self._log.at

        def whole(stream: str) -> Sequence[Record]:
            life = [record for record in self._log.records(stream) if record.position <= head]
            searched[stream] = len(life), life[-1].position
            return life

        wanted = [stream for stream in streams if stream in behind or stream in positions]
        return _extracted(wanted, positions, read, whole), Extract(positions, searched, head)

    def _behind(self, after: int, head: int) -> Collection[str]:
        """The streams with entries behind a position."""
        places = range(after + 1, head + 1)
        parts = (places[begin : begin + OUTLINED] for begin in range(0, len(places), OUTLINED))
        return {record.stream_id for part in parts for record in self._log.outlines(part)}


def _extracted(
    streams: Sequence[str],
    positions: Mapping[str, Sequence[int]],
    at: Callable[[Sequence[int]], Iterable[Record]],
    whole: Callable[[str], Sequence[Record]],
) -> Iterator[Sequence[Record]]:
    """Streams in their order: some hundred entries read at once, or one life when its turn comes."""
    for some in _grouped(streams, lambda stream: len(positions.get(stream, ())), BATCH):
        read: dict[str, list[Record]] = {}
        for record in at([position for stream in some for position in positions.get(stream, ())]):
            read.setdefault(record.stream_id, []).append(record)
        yield from (read[stream] if stream in positions else whole(stream) for stream in some)


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
