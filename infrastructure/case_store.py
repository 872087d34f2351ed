"""Cases that the follower goes on from: in memory, kept in the database, or folded from the log."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from cachetools import LRUCache
from psycopg import Connection
from psycopg.rows import DictRow
from pydantic import TypeAdapter

from application.lists.agreement_course import Case, evolve
from application.lists.stored_view import RowsOf
from domain.facts import FiguresDelivered
from domain.figures import Load
from domain.record import Record
from domain.values import AgreementId
from infrastructure.journal import Journal

KEPT = 256
"""Cases in memory, the least recently used goes first."""
LOADS = 64
"""Loads in memory; the next release of the same agreement bears on one of them."""
STORED_EVERY = 16
"""Entries of an agreement after which its case is stored again; at most so many are folded after a restart."""

STORING = 4_848_007
"""Advisory lock: several that store cases take one another's rows in no order."""
_ALONE = "SELECT pg_advisory_xact_lock(%s)"

_CASE: TypeAdapter[Case] = TypeAdapter(Case)


@dataclass(slots=True)
class Kept:
    """A case, the rows of each view's edition after it, and the version it was last stored at."""

    case: Case
    rows: dict[tuple[str, int], RowsOf] = field(default_factory=dict)
    stored: int = 0

    def settle(self, editions: Collection[tuple[str, int]]) -> None:
        """Keep what the next entry asks for, of the views that have come so far."""
        self.case = self.case.settled()
        self.rows = {edition: rows for edition, rows in self.rows.items() if edition in editions}
        for rows in self.rows.values():
            rows.settle(self.case)


class Past:
    """Implements the application's port of the same name by the log."""

    shown = False

    def __init__(self, journal: Journal) -> None:
        self._journal = journal
        self._loads: LRUCache[tuple[AgreementId, int], Load] = LRUCache(LOADS)

    def load(self, stream_id: AgreementId, version: int) -> Load:
        """The load that an entry delivered."""
        if (known := self._loads.get((stream_id, version))) is None:
            (record,) = self.read(stream_id, after=version - 1, up_to=version)
            assert isinstance(record.fact, FiguresDelivered), f"{stream_id} delivered nothing at {version}"
            known = self._loads[stream_id, version] = record.fact.load
        return known

    def records(self, stream_id: AgreementId, before: int) -> Sequence[Record]:
        """The records before a version."""
        return list(self.read(stream_id, up_to=before - 1))

    def read(self, stream_id: AgreementId, *, after: int = 0, up_to: int | None = None) -> Iterator[Record]:
        """The records of a stream behind a version and up to another, decoded one by one and not remembered."""
        events = self._journal.recorder.select_events(stream_id, gt=after, lte=up_to)
        return map(self._journal.mapper.to_domain_event, events)


class Cases:
    """The cases of agreements after any of their entries."""

    def __init__(self, journal: Journal, software: str) -> None:
        self.past = Past(journal)
        self._datastore = journal.recorder.datastore
        self._software = software
        self._kept: LRUCache[AgreementId, Kept] = LRUCache(KEPT)

    def before(self, streams: Mapping[AgreementId, int]) -> dict[AgreementId, Kept | None]:
        """The case of each stream before a version of it; None where it does not exist yet or is no agreement's."""
        found: dict[AgreementId, Kept | None] = {}
        for stream_id, version in streams.items():
            kept = self._kept.get(stream_id)
            if version == 1 or (kept is not None and kept.case.version == version - 1):
                found[stream_id] = kept if version > 1 else None
        cold = {stream_id: version for stream_id, version in streams.items() if stream_id not in found}
        stored = self._stored(list(cold)) if cold else {}
        for stream_id, version in cold.items():
            case = stored.get(stream_id)
            if case is not None and case.version >= version:
                case = None
            at = case.version if case else 0
            for record in self.past.read(stream_id, after=at, up_to=version - 1):
                case = evolve(case, record, self.past)
                if case is None:
                    break
            found[stream_id] = Kept(case.settled(), stored=at) if case else None
        return found

    def keep(self, kept: Kept) -> None:
        """Keep a case for the next entry, unless a later one is kept already."""
        stream_id = kept.case.agreement.id
        known = self._kept.get(stream_id)
        if known is not None and known.case.version > kept.case.version:
            return
        self._kept[stream_id] = kept

    def forget(self) -> None:
        """Trust nothing in memory any more."""
        self._kept.clear()

    def store(self, connection: Connection[DictRow], kept: Iterable[Kept]) -> None:
        """Store the cases that have moved on far enough since they were stored last."""
        due = [one for one in kept if one.case.version - one.stored >= STORED_EVERY]
        if due:
            connection.execute(_ALONE, [STORING])
        for one in due:
            connection.execute(
                "INSERT INTO zielsteuerung.view_state AS known VALUES (%s, %s, %s, %s)"
                " ON CONFLICT (stream_id) DO UPDATE SET version = EXCLUDED.version,"
                " software = EXCLUDED.software, content = EXCLUDED.content"
                " WHERE known.version < EXCLUDED.version OR known.software <> EXCLUDED.software",
                [one.case.agreement.id, one.case.version, self._software, as_stored(one.case)],
            )
            one.stored = one.case.version

    def _stored(self, streams: Sequence[AgreementId]) -> dict[AgreementId, Case]:
        with self._datastore.get_connection() as connection:
            rows = connection.execute(
                "SELECT stream_id, content FROM zielsteuerung.view_state WHERE stream_id = ANY(%s) AND software = %s",
                [list(streams), self._software],
                binary=True,
            )
            found = {row["stream_id"]: legible(row["content"]) for row in rows}
            return {stream_id: case for stream_id, case in found.items() if case}

    def replace(self, connection: Connection[DictRow], formed: Mapping[AgreementId, Kept | None]) -> None:
        """Store the cases of streams that were read from their beginning, in the place of whatever stands there."""
        connection.execute(_ALONE, [STORING])
        connection.execute("DELETE FROM zielsteuerung.view_state WHERE stream_id = ANY(%s)", [list(formed)])
        self.store(connection, (kept for kept in formed.values() if kept))

    def sweep(self, streams: Collection[AgreementId]) -> None:
        """Delete the stored cases of other streams: they come from no log that was read."""
        with self._datastore.get_connection() as connection, connection.transaction():
            connection.execute(_ALONE, [STORING])
            connection.execute("DELETE FROM zielsteuerung.view_state WHERE stream_id <> ALL(%s)", [list(streams)])


def as_stored(case: Case) -> bytes:
    """A case as it is stored: without what only decisions ask for."""
    case = case.settled()
    deliveries = {name: replace(one, covers=frozenset()) for name, one in case.agreement.deliveries.items()}
    agreement = replace(case.agreement, meanings={}, entries={}, relied_on=frozenset(), deliveries=deliveries)
    return _CASE.dump_json(replace(case, agreement=agreement))


def restored(content: bytes) -> Case:
    """A case as it was stored."""
    return _CASE.validate_json(content)


def legible(content: bytes) -> Case | None:
    """A case as it was stored; None when somebody made it unreadable."""
    try:
        return restored(content)
    except ValueError:
        return None


def is_stored(case: Case, content: bytes) -> bool:
    """Whether a stored case is this one."""
    kept = legible(content)
    return kept is not None and _CASE.dump_python(kept) == _CASE.dump_python(restored(as_stored(case)))
