"""Subscribed calendars on PostgreSQL."""

from datetime import UTC
from typing import Any
from uuid import UUID

from application.notifying.calendars import Subscribed
from domain.record import Actor, Role
from domain.values import PersonId
from infrastructure.recorder import Datastore

_SELECT = "SELECT id, person, role, party, scope, digest, created_at FROM zielsteuerung.calendar"


class CalendarTable:
    """Implements the application's CalendarBook."""

    def __init__(self, datastore: Datastore) -> None:
        self._datastore = datastore

    def add(self, calendar: Subscribed, at_most: int) -> bool:
        """Keep a calendar unless its owner has so many already."""
        owner = calendar.owner
        with self._datastore.get_connection() as connection, connection.transaction():
            connection.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [f"calendar {owner.person}"])
            added = connection.execute(
                "INSERT INTO zielsteuerung.calendar (id, person, role, party, scope, digest, created_at)"
                " SELECT %s, %s, %s, %s, %s, %s, %s"
                " WHERE (SELECT count(*) FROM zielsteuerung.calendar WHERE person = %s) < %s",
                [
                    *(calendar.id, owner.person, owner.role.value, owner.party, owner.scope),
                    *(calendar.digest, calendar.created_at, owner.person, at_most),
                ],
            )
            return added.rowcount == 1

    def of(self, person: PersonId) -> list[Subscribed]:
        """A person's calendars, in the order they were made."""
        with self._datastore.get_connection() as connection:
            rows = connection.execute(f"{_SELECT} WHERE person = %s ORDER BY created_at, id", [person]).fetchall()
        return [_subscribed(row) for row in rows]

    def remove(self, person: PersonId, calendar_id: UUID) -> bool:
        """Forget a person's calendar; false without one."""
        with self._datastore.get_connection() as connection:
            gone = connection.execute(
                "DELETE FROM zielsteuerung.calendar WHERE person = %s AND id = %s", [person, calendar_id]
            )
            return gone.rowcount == 1

    def owner(self, digest: bytes) -> Actor | None:
        """Whose calendar has a secret of this hash; None for nobody's."""
        with self._datastore.get_connection() as connection:
            row = connection.execute(f"{_SELECT} WHERE digest = %s", [digest]).fetchone()
        return _subscribed(row).owner if row else None


def _subscribed(row: dict[str, Any]) -> Subscribed:
    owner = Actor(row["person"], Role(row["role"]), "", "", row["party"], row["scope"])
    return Subscribed(row["id"], owner, bytes(row["digest"]), row["created_at"].astimezone(UTC))
