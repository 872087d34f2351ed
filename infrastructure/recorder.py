"""The event store library's PostgreSQL recorder on our schema: one round trip to write, positions on reading."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any, Self
from uuid import UUID

from eventsourcing.persistence import (
    InfrastructureFactory,
    InterfaceError,
    InternalError,
    Notification,
    OperationalError,
    ProgrammingError,
    StoredEvent,
)
from eventsourcing.postgres import ConnectionPool, PostgresApplicationRecorder, PostgresDatastore, PostgresFactory
from eventsourcing.utils import Environment
from psycopg import Connection
from psycopg import OperationalError as OperationalTrouble
from psycopg.rows import DictRow, dict_row
from psycopg.sql import SQL
from psycopg_pool import PoolTimeout

from application.ports import ActKey, Selection
from domain.values import PersonId
from infrastructure.connection import SCHEMA, SERVICE_SESSION, check, named

_RECORD = (
    "SELECT recorded_position, recorded_at FROM zielsteuerung.record_events"
    "(%b::zielsteuerung.stored_event_text[], %s, %s, %s, %s, %s, %s)"
)
_EVENT = "notification_id AS id, originator_id, originator_version, topic, state FROM zielsteuerung.stored_events"
_POSITION_AT = """
WITH RECURSIVE between (low, high) AS (
    SELECT 0::bigint, size FROM zielsteuerung.log_head
    UNION ALL
    SELECT CASE WHEN known THEN middle ELSE low END, CASE WHEN known THEN high ELSE middle - 1 END
    FROM (SELECT low, high, (low + high + 1) / 2 AS middle FROM between WHERE low < high) AS half LEFT JOIN LATERAL (
        SELECT (convert_from(state, 'UTF8')::json ->> 'recorded_at')::timestamptz <= %s AS known
        FROM zielsteuerung.stored_events WHERE notification_id >= middle ORDER BY notification_id LIMIT 1
    ) AS entry ON true
)
SELECT low AS position FROM between WHERE low = high
"""
ONE_MOMENT = "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY"
"""What a transaction begins with whose questions are about one state of the database."""
FEW_STREAMS, FEW_STREAMS_OF_SOME_FACTS = 64, 200
"""Up to so many streams are found by their names and then put in order; the server, left alone, would rather walk
through the whole log in order and look for them."""


class Datastore(PostgresDatastore):
    """Pooled connections in the service's role; trouble with them is Unavailable, at once and without retries."""

    def __init__(self, url: str) -> None:
        super().__init__("", "", "", "", "", schema=SCHEMA, originator_id_type="text")
        self._refusal: OperationalTrouble | None = None
        # The library's own pool takes single fields; ours the whole URL, with all it may say.
        self.pool = ConnectionPool(
            url,
            connection_class=self._observed(),
            kwargs=SERVICE_SESSION | {"row_factory": dict_row},
            min_size=1,
            max_size=20,
            open=False,
            timeout=5,
            check=check,
        )

    @contextmanager
    def get_connection(self) -> Iterator[Connection[DictRow]]:
        """A connection; raises Unavailable when none comes in time or it is lost."""
        try:
            with super().get_connection() as connection:
                yield connection
        except (OperationalError, InterfaceError, InternalError, ProgrammingError) as trouble:
            came_none = isinstance(trouble.__cause__, PoolTimeout)
            raise named(self._refusal if came_none and self._refusal else trouble.__cause__) from trouble

    def _observed(self) -> type[Connection[DictRow]]:
        """A connection that leaves behind why it was refused; the pool says only that none came in time."""
        datastore = self

        class Observed(Connection[DictRow]):
            @classmethod
            def connect(cls, *args: Any, **options: Any) -> Self:
                try:
                    connection = super().connect(*args, **options)
                except OperationalTrouble as why:
                    datastore._refusal = why
                    raise
                datastore._refusal = None
                return connection

        return Observed


@dataclass(frozen=True, slots=True)
class Receipt:
    """Where and when an entry was taken."""

    position: int
    recorded_at: datetime


class Recorder(PostgresApplicationRecorder):
    """Records through the schema's one function; selected events carry their position."""

    datastore: Datastore

    def record(
        self,
        stored_events: Sequence[StoredEvent],
        places: Sequence[int | None],
        *,
        clock: datetime,
        act: ActKey | None = None,
        erasing: PersonId | None = None,
    ) -> list[Receipt]:
        """Record all or nothing; `places` says where in each entry its stamp goes."""
        events = [
            self.construct_pg_stored_event(event.originator_id, event.originator_version, event.topic, event.state)
            for event in stored_events
        ]
        key = (act.actor, act.key, act.digest) if act else (None, None, None)
        with self.datastore.get_connection() as connection:
            rows = connection.execute(_RECORD, [events, list(places), clock, *key, erasing], prepare=True)
            return [Receipt(row["recorded_position"], row["recorded_at"].astimezone(UTC)) for row in rows]

    def insert_events(self, stored_events: Sequence[StoredEvent], **_: Any) -> Sequence[int]:
        """The library's way to write: entries as they are, without a stamp."""
        receipts = self.record(stored_events, [None] * len(stored_events), clock=datetime.now(UTC))
        return [receipt.position for receipt in receipts]

    def select_events(
        self,
        originator_id: UUID | str,
        *,
        gt: int | None = None,
        lte: int | None = None,
        desc: bool = False,
        limit: int | None = None,
    ) -> Sequence[Notification]:
        """A stream's events with their positions."""
        with self.datastore.get_connection() as connection:
            rows = connection.execute(
                f"SELECT {_EVENT} WHERE originator_id = %s"
                " AND originator_version > %s AND originator_version <= %s"
                f" ORDER BY originator_version {'DESC' if desc else 'ASC'} LIMIT %s",
                [originator_id, -1 if gt is None else gt, 2**62 if lte is None else lte, limit],
                prepare=True,
                binary=True,
            )
            return [Notification(**row) for row in rows]

    def select_at(self, positions: Sequence[int]) -> Sequence[Notification]:
        """The events at these positions, in order."""
        with self.datastore.get_connection() as connection:
            rows = connection.execute(
                f"SELECT {_EVENT} WHERE notification_id = ANY(%s) ORDER BY notification_id",
                [list(positions)],
                binary=True,
            )
            return [Notification(**row) for row in rows]

    def select_entries(self, selection: Selection, after: int, limit: int) -> Sequence[Notification]:
        """The selected events of any stream behind a position, in order of positions."""
        conditions, values = _asked(selection, after, limit)
        few = FEW_STREAMS_OF_SOME_FACTS if selection.facts is not None else FEW_STREAMS
        query = f"SELECT {_EVENT} WHERE {conditions} ORDER BY id LIMIT %(limit)s"
        if selection.streams is not None and len(selection.streams) <= few:
            chosen = f"SELECT notification_id FROM zielsteuerung.stored_events WHERE {conditions}"
            first = "SELECT notification_id FROM chosen ORDER BY notification_id LIMIT %(limit)s"
            query = (
                f"WITH chosen AS MATERIALIZED ({chosen}) SELECT {_EVENT} WHERE notification_id IN ({first}) ORDER BY id"
            )
        with self.datastore.get_connection() as connection:
            rows = connection.execute(SQL(query), values, prepare=False, binary=True)
            return [Notification(**row) for row in rows]

    def select_latest(self, selection: Selection, after: int, limit: int) -> Sequence[Notification]:
        """The last selected events behind a position, the newest first: of each of the streams asked for, its last."""
        conditions, values = _asked(replace(selection, streams=None), after, limit)
        query = f"SELECT {_EVENT} WHERE {conditions} ORDER BY id DESC LIMIT %(limit)s"
        if selection.streams is not None:
            values["streams"] = sorted(selection.streams)
            last = (
                "SELECT last.id FROM unnest(%(streams)s::text[]) AS stream CROSS JOIN LATERAL (SELECT"
                " notification_id AS id FROM zielsteuerung.stored_events WHERE originator_id = stream"
                f" AND {conditions} ORDER BY originator_version DESC LIMIT %(limit)s) AS last"
                " ORDER BY last.id DESC LIMIT %(limit)s"
            )
            query = f"SELECT {_EVENT} WHERE notification_id IN ({last}) ORDER BY id DESC"
        with self.datastore.get_connection() as connection:
            rows = connection.execute(SQL(query), values, prepare=False, binary=True)
            return [Notification(**row) for row in rows]

    def position_at(self, instant: datetime) -> int:
        """The position of the last entry stamped by an instant, by halves; asks for nothing but stamps."""
        with self.datastore.get_connection() as connection:
            row = connection.execute(_POSITION_AT, [instant], prepare=True).fetchone()
        assert row is not None, "halves end at one position"
        return int(row["position"])


def _asked(selection: Selection, after: int, limit: int) -> tuple[str, dict[str, Any]]:
    """The conditions of a selection as SQL, and what is filled into them."""
    asked = {
        "originator_id = ANY(%(streams)s)": selection.streams is not None,
        "topic = ANY(%(facts)s)": selection.facts is not None,
        "notification_id <= %(up_to)s": selection.up_to is not None,
        "position(%(holding)s::bytea IN state) > 0": selection.holding is not None,
        "originator_version = 1": selection.firsts,
    }
    values = {
        "streams": sorted(selection.streams or ()),
        "facts": sorted(selection.facts or ()),
        "up_to": selection.up_to,
        "holding": (selection.holding or "").encode(),
        "after": after,
        "limit": limit,
    }
    conditions = ["notification_id > %(after)s", *(condition for condition, applies in asked.items() if applies)]
    return " AND ".join(conditions), values


class Factory(PostgresFactory):
    """Makes the recorder from a whole URL instead of the library's single variables."""

    application_recorder_class = Recorder

    def __init__(self, env: Environment, url: str) -> None:
        InfrastructureFactory.__init__(self, env)
        self.datastore = Datastore(url)
