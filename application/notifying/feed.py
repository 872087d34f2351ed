"""The feed: what was recorded behind a position of the log, in order, as far as the reader may see it."""

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from application.history.entry import HistoryEntry
from application.history.pages import Histories
from application.ports import Selection
from domain.record import Actor

RESERVED = "register."
"""How the streams begin that belong to no agreement."""


class News(Protocol):
    """Reports that something was recorded."""

    def listening(self, ring: Callable[[], None]) -> AbstractContextManager[None]:
        """While this lasts, `ring` is called, in another thread, after each commit and whenever one may be missed."""


@dataclass(frozen=True, slots=True)
class Happening:
    """An entry of the feed; `type` names its fact with the number of its schema."""

    type: str
    entry: HistoryEntry


@dataclass(frozen=True, slots=True)
class Batch:
    """A part of the feed: everything up to `position` that the reader may see; `at_end` when nothing was behind it."""

    happenings: tuple[Happening, ...]
    position: int
    at_end: bool


class Feed:
    """Reads the log as a feed; `schemas` says by a fact's name in which schema facts are shown."""

    def __init__(self, histories: Histories, schemas: Mapping[str, int]) -> None:
        self.histories = histories
        self.journal = histories.log
        self.schemas = schemas

    def read(self, actor: Actor, *, after: int, limit: int, known_at: datetime | None = None) -> Batch:
        """At most so many entries behind a position, as far as recorded by `known_at`."""
        end = self.journal.head() if known_at is None else self.journal.position_at(known_at)
        selection = Selection(streams=self.histories.existing.within(actor), up_to=end)
        records = self.journal.select(selection, after=after, limit=limit + 1)
        happenings = tuple(map(self._happening, self.histories.told(records[:limit])))
        if len(records) > limit:
            return Batch(happenings, records[limit - 1].position, at_end=False)
        return Batch(happenings, max(after, end), at_end=True)

    def _happening(self, entry: HistoryEntry) -> Happening:
        return Happening(f"de.zielsteuerung.{entry.type}.v{self.schemas[entry.type]}", entry)
