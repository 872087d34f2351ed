"""The feed: what was recorded behind a position of the log, in order, as far as the reader may see it."""

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from application.history.entry import HistoryEntry
from application.history.pages import Histories
from application.reading.figure_file import FILES, lies_within
from application.reading.visibility import sees_parties
from domain.facts import AgreementDrafted, FigureFileDelivered
from domain.parties import Party
from domain.record import Actor, Record, Role

RESERVED = "register."
"""How the streams begin that belong to no agreement."""
REACH = 2000
"""Entries searched at once for one reader."""
AT_ONCE = 200
"""Entries read at once."""


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
        # An agreement's parties never change, so this grows with the number of agreements alone.
        self._parties: dict[str, tuple[Party, ...]] = {}

    def read(self, actor: Actor, *, after: int, limit: int, known_at: datetime | None = None) -> Batch:
        """At most so many entries behind a position; fewer, or none, where much is hidden from the reader."""
        found: list[Happening] = []
        position = after
        while position < after + REACH:
            records = self.journal.log(after=position, limit=AT_ONCE, known_at=known_at)
            for record in records:
                if len(found) == limit:
                    return Batch(tuple(found), position, at_end=False)
                position = record.position
                if self._visible(actor, record):
                    found.append(self._happening(record))
            if len(records) < AT_ONCE:
                return Batch(tuple(found), position, at_end=True)
        return Batch(tuple(found), position, at_end=False)

    def _visible(self, actor: Actor, record: Record) -> bool:
        if record.stream_id.startswith(FILES):
            first = record if record.version == 1 else self.journal.records(record.stream_id)[0]
            return isinstance(first.fact, FigureFileDelivered) and lies_within(actor, first.fact.within)
        if record.stream_id.startswith(RESERVED):
            return actor.role is Role.AUDITOR and not actor.scope
        return sees_parties(actor, self._parties_of(record))

    def _parties_of(self, record: Record) -> tuple[Party, ...]:
        known = self._parties.get(record.stream_id)
        if known is None:
            first = record if record.version == 1 else self.journal.records(record.stream_id)[0]
            known = first.fact.terms.parties if isinstance(first.fact, AgreementDrafted) else ()
            self._parties[record.stream_id] = known
        return known

    def _happening(self, record: Record) -> Happening:
        (entry,) = self.histories.told([record])
        return Happening(f"de.zielsteuerung.{entry.type}.v{self.schemas[entry.type]}", entry)
