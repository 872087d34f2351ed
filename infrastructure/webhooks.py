"""Webhooks on PostgreSQL: who is notified of which entries, and how far they have been delivered."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from application.notifying.webhooks import Hook, Standing
from domain.record import Actor, Role
from domain.values import PersonId
from infrastructure.recorder import Datastore

_STANDING = "position, attempts, failing_since, next_attempt_at, last_error, disabled_at"
_SELECT = f"SELECT id, person, role, party, scope, url, secret, created_at, {_STANDING} FROM zielsteuerung.webhook"
_WAITING = "FROM zielsteuerung.webhook, zielsteuerung.log_head WHERE disabled_at IS NULL AND position < size"
_WAKE = "SELECT pg_notify('stored_events', '')"


class WebhookTable:
    """Implements the application's Hooks, and keeps what the deliveries do."""

    def __init__(self, datastore: Datastore) -> None:
        self._datastore = datastore

    def add(self, hook: Hook, at_most: int) -> bool:
        """Keep a webhook unless its owner has so many already."""
        owner = hook.owner
        with self._datastore.get_connection() as connection, connection.transaction():
            connection.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [f"webhook {owner.person}"])
            added = connection.execute(
                "INSERT INTO zielsteuerung.webhook (id, person, role, party, scope, url, secret, created_at, position)"
                " SELECT %s, %s, %s, %s, %s, %s, %s, %s, %s"
                " WHERE (SELECT count(*) FROM zielsteuerung.webhook WHERE person = %s) < %s",
                [
                    *(hook.id, owner.person, owner.role.value, owner.party, owner.scope),
                    *(hook.url, hook.secret, hook.created_at, hook.standing.position),
                    *(owner.person, at_most),
                ],
            )
            connection.execute(_WAKE)
            return added.rowcount == 1

    def of(self, person: PersonId) -> list[Hook]:
        """A person's webhooks, in the order they were made."""
        return self._hooks(f"{_SELECT} WHERE person = %s ORDER BY created_at, id", person)

    def all(self) -> list[Hook]:
        """Everybody's webhooks, in the order they were made."""
        return self._hooks(f"{_SELECT} ORDER BY created_at, id")

    def remove(self, person: PersonId | None, hook_id: UUID) -> bool:
        """Forget a person's webhook (None = anybody's); false without one."""
        return self._changed(
            "DELETE FROM zielsteuerung.webhook WHERE person = coalesce(%s, person) AND id = %s", person, hook_id
        )

    def begin_again(self, person: PersonId, hook_id: UUID, after: int | None) -> bool:
        """Deliver again from behind a position (None = the present one); false without a webhook."""
        found = self._changed(
            "UPDATE zielsteuerung.webhook SET position = coalesce(%s, position), attempts = 0, failing_since = NULL,"
            " next_attempt_at = NULL, last_error = NULL, disabled_at = NULL WHERE person = %s AND id = %s",
            *(after, person, hook_id),
        )
        if found:
            self._rows(_WAKE)
        return found

    def due(self, now: datetime) -> list[Hook]:
        """Webhooks that have not read the whole log, except those that wait for their next attempt."""
        return self._hooks(
            f"{_SELECT.partition(' FROM ')[0]} {_WAITING} AND (next_attempt_at IS NULL OR next_attempt_at <= %s)", now
        )

    def next_attempt(self, now: datetime) -> datetime | None:
        """When the first of those that wait is to be tried again."""
        (row,) = self._rows(f"SELECT min(next_attempt_at) AS at {_WAITING} AND next_attempt_at > %s", now)
        at: datetime | None = row["at"]
        return at

    def move(self, hook: Hook, standing: Standing) -> bool:
        """Note how far a webhook has got; false when it was changed or removed meanwhile."""
        before = hook.standing
        return self._changed(
            f"UPDATE zielsteuerung.webhook SET ({_STANDING}) = (%s, %s, %s, %s, %s, %s)"
            " WHERE id = %s AND position = %s AND attempts = %s AND disabled_at IS NULL",
            *(standing.position, standing.attempts, standing.failing_since, standing.next_attempt_at),
            *(standing.last_error, standing.disabled_at),
            *(hook.id, before.position, before.attempts),
        )

    def _hooks(self, query: str, *values: object) -> list[Hook]:
        return [_hook(row) for row in self._rows(query, *values)]

    def _rows(self, query: Any, *values: object) -> Sequence[dict[str, Any]]:
        with self._datastore.get_connection() as connection:
            return connection.execute(query, values).fetchall()

    def _changed(self, query: Any, *values: object) -> bool:
        with self._datastore.get_connection() as connection:
            return connection.execute(query, values).rowcount == 1


def _hook(row: dict[str, Any]) -> Hook:
    owner = Actor(row["person"], Role(row["role"]), "", "", row["party"], row["scope"])
    standing = Standing(
        row["position"],
        row["attempts"],
        _utc(row["failing_since"]),
        _utc(row["next_attempt_at"]),
        row["last_error"],
        _utc(row["disabled_at"]),
    )
    return Hook(row["id"], owner, row["url"], row["secret"], row["created_at"].astimezone(UTC), standing)


def _utc(instant: datetime | None) -> datetime | None:
    return instant.astimezone(UTC) if instant else None
