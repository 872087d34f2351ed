"""The log of facts on PostgreSQL."""

from collections.abc import Iterable, Sequence
from dataclasses import fields
from datetime import datetime
from itertools import takewhile
from threading import Lock
from typing import Any

import psycopg
from cachetools import LRUCache
from eventsourcing.application import Application
from eventsourcing.persistence import DataError, InfrastructureFactory, IntegrityError
from eventsourcing.utils import Environment, EnvType

from application.ports import ActKey, Clocks, Conflict, Selection, Unavailable
from domain.record import Draft, Record
from domain.values import PersonId
from infrastructure.mapper import EntryMapper, stamp_place
from infrastructure.recorder import Factory, Recorder

CLOCKS = {
    "22008": "Die Uhr dieses Rechners weicht um mehr als fünf Minuten von der Uhr der Datenbank ab; bitte stellen.",
    "22015": (
        "Der letzte Eintrag liegt um mehr als fünf Minuten in der Zukunft, also ist eine Uhr gesprungen; "
        "wie es weitergeht, steht in der Betriebsanleitung unter „Clock“."
    ),
}
"""Why the database takes no entry at this time, by its SQLSTATE."""
UNREADABLE = (
    "Von einem Eintrag ist nicht lesbar, wann er festgehalten wurde; welcher es ist, sagt „zielsteuerung audit verify“."
)
_COMMIT = "SELECT pg_logical_emit_message(true, 'zielsteuerung', '')"
"""The least a transaction can write; its commit waits for a synchronous standby as each does."""
REMEMBERED = 32
"""Streams whose records stay in memory, decoded; the least recently read goes first."""


class Journal(Application[str]):
    """Implements the application's port of the same name; to be closed after use."""

    recorder: Recorder
    mapper: EntryMapper

    def __init__(self, url: str) -> None:
        self.url = url
        self._read: LRUCache[str, tuple[Record, ...]] = LRUCache(REMEMBERED)
        self._read_lock = Lock()
        super().__init__()

    def records(self, stream_id: str, *, known_at: datetime | None = None) -> list[Record]:
        """A stream's records in order, as far as they were recorded by then."""
        return _known(self._all_records(stream_id), known_at)

    def _all_records(self, stream_id: str) -> tuple[Record, ...]:
        # Records never change and a stream only grows at its end, so what was read stays true.
        with self._read_lock:
            read = self._read.get(stream_id, ())
        newer: Iterable[Any] = self.events.get(stream_id, gt=read[-1].version if read else None)
        records = (*read, *newer)
        if len(records) > len(read):
            with self._read_lock:
                self._read[stream_id] = records
        return records

    def log(  # type: ignore[override]  # the library's is deprecated
        self, *, after: int = 0, limit: int = 1000, known_at: datetime | None = None
    ) -> list[Record]:
        """The records of all streams behind a position, in order."""
        events = self.recorder.select_notifications(after, limit, inclusive_of_start=False)
        return _known(map(self.mapper.to_domain_event, events), known_at)

    def head(self) -> int:
        """The position of the last entry, 0 before the first."""
        with self.recorder.datastore.get_connection() as connection:
            row = connection.execute("SELECT size FROM zielsteuerung.log_head", prepare=True).fetchone()
        assert row is not None, "the head is one row"
        return int(row["size"])

    def position_at(self, instant: datetime) -> int:
        """The position of the last entry recorded by an instant, 0 before the first."""
        try:
            return self.recorder.position_at(instant)
        except DataError as trouble:
            raise Unavailable(UNREADABLE) from trouble

    def clocks(self) -> Clocks:
        """The database's time and the last entry's."""
        with self.recorder.datastore.get_connection() as connection:
            row = connection.execute(
                "SELECT clock_timestamp() AS database, nullif(last_recorded_at, '-infinity') AS last_entry,"
                " clock_may_lead AS may_lead FROM zielsteuerung.log_head",
                prepare=True,
            ).fetchone()
        assert row is not None, "the head is one row"
        return Clocks(**row)

    def begun(self, *, after: int, up_to: int) -> dict[str, str]:
        """The streams that begin between two positions, each with the name of the fact it begins with."""
        with self.recorder.datastore.get_connection() as connection:
            rows = connection.execute(
                "SELECT originator_id, topic FROM zielsteuerung.stored_events"
                " WHERE originator_version = 1 AND notification_id > %s AND notification_id <= %s",
                [after, up_to],
            )
            return {row["originator_id"]: row["topic"] for row in rows}

    def at(self, positions: Sequence[int]) -> list[Record]:
        """The records at these positions, in order of the log."""
        return [self.mapper.to_domain_event(event) for event in self.recorder.select_at(positions)]

    def outlines(self, positions: Sequence[int]) -> list[Record]:
        """The same without the content of their facts, of which nothing but the type is there."""
        return [self.mapper.to_outline(event) for event in self.recorder.select_at(positions)]

    def select(self, selection: Selection, *, after: int = 0, limit: int = 1000) -> list[Record]:
        """The selected records behind a position, in order of the log."""
        events = self.recorder.select_entries(selection, after, limit)
        return [self.mapper.to_domain_event(event) for event in events]

    def latest(self, selection: Selection, *, after: int = 0, limit: int) -> list[Record]:
        """The last selected records behind a position, the newest first."""
        return [self.mapper.to_domain_event(event) for event in self.recorder.select_latest(selection, after, limit)]

    def streams(self, prefix: str = "") -> list[str]:
        """The ids of all streams that begin so, in order."""
        with self.recorder.datastore.get_connection() as connection:
            rows = connection.execute(
                "SELECT DISTINCT originator_id FROM zielsteuerung.stored_events"
                " WHERE starts_with(originator_id, %s) ORDER BY originator_id",
                [prefix],
            )
            return [row["originator_id"] for row in rows]

    def append(
        self,
        drafts: Sequence[Draft],
        *,
        now: datetime,
        act: ActKey | None = None,
        erasing: PersonId | None = None,
    ) -> tuple[Record, ...]:
        """Record all or nothing in one commit and return what was recorded.

        Raises Conflict, TooLarge and Unavailable. When the connection is lost while committing it is Unavailable too,
        although the act may stand; asking again under the same key tells.
        """
        events = [self.mapper.to_stored_event(draft) for draft in drafts]
        places = [stamp_place(event.state) for event in events]
        try:
            receipts = self.recorder.record(events, places, clock=now, act=act, erasing=erasing)
        except IntegrityError as refusal:
            if isinstance(refusal.__cause__, psycopg.errors.UniqueViolation):
                raise Conflict from refusal
            raise
        except DataError as refusal:
            code = getattr(refusal.__cause__, "sqlstate", None)
            if code not in CLOCKS:
                raise
            raise Unavailable(CLOCKS[code], code) from refusal
        return tuple(
            Record(**_values(draft), position=receipt.position, recorded_at=receipt.recorded_at)
            for draft, receipt in zip(drafts, receipts, strict=True)
        )

    def leaf_hashes(self, positions: Sequence[int]) -> dict[int, str]:
        """The hashes of entries by position, as leaves of the log's tree."""
        with self.recorder.datastore.get_connection() as connection:
            rows = connection.execute(
                "SELECT index, hash FROM zielsteuerung.tree_node WHERE level = 0 AND index = ANY(%s)",
                [[position - 1 for position in positions]],
                prepare=True,
            )
            return {row["index"] + 1: row["hash"].hex() for row in rows}

    def earlier(self, actor: PersonId, key: str) -> tuple[ActKey, tuple[Record, ...]] | None:
        """The records of an actor's act with this key, or None.

        What is found is as safe as when it was recorded: after a crash of the primary alone, an act may be read before
        its synchronous standby has it, so a commit of our own waits behind it.
        """
        with self.recorder.datastore.get_connection() as connection:
            act = connection.execute(
                "SELECT digest, first_position, last_position FROM zielsteuerung.act WHERE actor = %s AND key = %s",
                [actor, key],
            ).fetchone()
            if act is None:
                return None
            connection.execute(_COMMIT)
        first, last = act["first_position"], act["last_position"]
        return ActKey(actor, key, act["digest"]), tuple(self.log(after=first - 1, limit=last - first + 1))

    def construct_env(self, name: str, env: EnvType | None = None) -> Environment:  # noqa: ARG002
        """No variable of the library's: what is stored depends on nothing outside."""
        return Environment(env={"CREATE_TABLE": "no"})

    def construct_factory(self, env: Environment) -> InfrastructureFactory[Any]:
        """Our recorder, reached by the whole URL."""
        return Factory(env, self.url)

    def construct_mapper(self) -> EntryMapper:
        """Our mapper."""
        return EntryMapper()


def _known(records: Iterable[Record], known_at: datetime | None) -> list[Record]:
    # Times grow with positions, so what comes after the first unknown record is unknown as well.
    return list(takewhile(lambda record: known_at is None or record.recorded_at <= known_at, records))


def _values(draft: Draft) -> dict[str, Any]:
    return {field.name: getattr(draft, field.name) for field in fields(Draft)}
