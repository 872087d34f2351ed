"""By what entries are found without reading them: everything a history can be asked for."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Protocol
from uuid import UUID

from application.history.entry import Background, Records, concerned
from application.history.filters import HistoryFilter
from application.history.terms_context import Backgrounds
from application.ports import Log, Selection
from domain.record import Record
from domain.terms import Clause
from domain.values import GoalId

RULES = 1
"""Goes up with every change of what entries are found by, for which a test looks; the index is formed anew then."""


@dataclass(frozen=True, slots=True)
class FoundBy:
    """What an entry concerns."""

    goals: tuple[GoalId, ...]
    clauses: tuple[Clause, ...]
    """Its clauses, and each of those they are parts of."""


@dataclass(frozen=True, slots=True)
class Found:
    """Positions of entries, in order, and up to which position the log was searched for them."""

    positions: Sequence[int]
    up_to: int


@dataclass(frozen=True, slots=True)
class Reads:
    """Which entries somebody reads who looks through whole lives; those beside the wanted ones may come as well."""

    facts: frozenset[str] | None = frozenset()
    """Entries of these facts; None = of all."""
    noticed: bool = False
    """Entries at which something was noticed."""
    late_by: int | None = None
    """Entries recorded at least so many days after their legal day."""
    only_with: frozenset[str] | None = None
    """Only lives with one of these facts; None = any."""
    by_one: frozenset[tuple[str, str]] = frozenset()
    """Pairs of facts: entries of either in a life where the same person recorded one of the other."""
    first_in_role: bool = False
    """The first entry of each person in each role, and for each party."""
    outlines: bool = False
    """Whether entries without the content of their facts will do."""


@dataclass(frozen=True, slots=True)
class Extract:
    """The positions to read of each stream, and what was searched for them, up to a position of the log."""

    positions: Mapping[str, Sequence[int]]
    searched: Mapping[str, tuple[int, int]]
    """How many entries each stream has, and the position of its last one, of those that were searched so far."""
    up_to: int


class EntryIndex(Protocol):
    """Entries by what they are found by, up to some position of the log."""

    def find(self, selection: Selection, filters: HistoryFilter, *, after: int, limit: int) -> Found:
        """The first entries behind a position that are selected and wanted, as far as the index has read."""

    def extract(self, reads: Reads, streams: Collection[str], up_to: int | None) -> Extract:
        """What to read of these streams, as far as the index has read and no further than a position."""

    def of_event(self, event_id: UUID) -> Found:
        """The entry with this event id, as far as the index has read."""


def found_by(log: Log, backgrounds: Backgrounds, records: Sequence[Record]) -> list[FoundBy]:
    """What records, in order of the log, are found by."""
    return [
        _found_by(record, background, partial(_version, log, record.stream_id))
        for record, background in zip(records, backgrounds.before(records), strict=True)
    ]


def found_by_in_life(records: Sequence[Record]) -> list[FoundBy]:
    """What all records of one stream, from its first on, are found by."""
    background, by_version = Background(), {record.version: record for record in records}
    found = []
    for record in records:
        found.append(_found_by(record, background, by_version.get))
        background = background.evolve(record)
    return found


def _found_by(record: Record, before: Background, find: Records) -> FoundBy:
    goals, clauses = concerned(record, before, find)
    return FoundBy(tuple(sorted(goals)), tuple(sorted(with_wholes(clauses))))


def _version(log: Log, stream_id: str, version: int) -> Record | None:
    return next((one for one in log.records(stream_id) if one.version == version), None)


def with_wholes(clauses: Collection[Clause]) -> set[Clause]:
    """Clauses and those they are parts of: III.3.2-L is found by III.3.2, III.3 and III as well."""
    ends = ((clause, end) for clause in clauses for end in range(1, len(clause)) if clause[end] in ".-")
    return {*clauses, *(clause[:end] for clause, end in ends)}
