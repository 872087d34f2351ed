"""The checkpoints on PostgreSQL, what the log is called in them, and what the last verification found."""

import secrets
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from threading import Lock
from typing import Any

from application.proofs.ports import Kept, LastVerification, Occasion
from infrastructure.recorder import Datastore

_ALONE_HERE = Lock()
"""Of this process only one waits for the others, so that waiting does not use up the connections."""
MAKING = 4_848_005
"""Advisory lock: one maker of checkpoints at a time in a database."""

_KEPT = "SELECT size, note, made_at, occasion FROM zielsteuerung.checkpoint"


class Checkpoints:
    """Implements the application's CheckpointBook."""

    def __init__(self, datastore: Datastore, origin: str | None = None) -> None:
        self._datastore = datastore
        self._chosen = origin

    def origin(self) -> str:
        """The name of the log; chosen when first asked for, and kept.

        Without a chosen name it is a random one, so that no two logs share a name by accident.
        """
        chosen = self._chosen or f"zielsteuerung/{secrets.token_hex(8)}"
        known = "SELECT origin FROM zielsteuerung.log_origin"
        rows = self._rows(known) or [
            *self._rows(
                "INSERT INTO zielsteuerung.log_origin VALUES (%s) ON CONFLICT DO NOTHING RETURNING origin", chosen
            ),
            *self._rows(known),
        ]
        return str(rows[0]["origin"])

    @contextmanager
    def alone(self) -> Iterator[None]:
        """While nobody else makes a checkpoint or introduces a key; raises Unavailable when that takes too long."""
        with _ALONE_HERE, self._datastore.get_connection() as connection:
            connection.execute("SELECT pg_advisory_lock(%s)", [MAKING])
            try:
                yield
            finally:
                connection.execute("SELECT pg_advisory_unlock(%s)", [MAKING])

    def kept(self) -> Sequence[Kept]:
        """Every checkpoint, by size."""
        return [_kept(row) for row in self._rows(f"{_KEPT} ORDER BY size")]

    def latest(self) -> Kept | None:
        """The one over most entries."""
        return next(map(_kept, self._rows(f"{_KEPT} ORDER BY size DESC LIMIT 1")), None)

    def at(self, size: int) -> Kept | None:
        """The one over so many entries."""
        return next(map(_kept, self._rows(f"{_KEPT} WHERE size = %s", size)), None)

    def keep(self, checkpoint: Kept) -> None:
        """Add one."""
        values = (checkpoint.size, checkpoint.note, checkpoint.made_at, checkpoint.occasion)
        self._rows("INSERT INTO zielsteuerung.checkpoint VALUES (%s, %s, %s, %s) RETURNING size", *values)

    def verified(self, found: LastVerification) -> None:
        """Add what a verification found."""
        self._rows(
            "INSERT INTO zielsteuerung.verification (verified_at, size, says, brought)"
            " VALUES (%s, %s, %s, %s) RETURNING size",
            *(found.at, found.size, found.says, found.brought),
        )

    def last_verification(self) -> LastVerification | None:
        """The result of the last verification, one with a finding before all others; None before the first."""
        rows = self._rows(
            "SELECT DISTINCT ON (brought) verified_at AS at, size, says, brought FROM zielsteuerung.verification"
            " ORDER BY brought, number DESC"
        )
        found = [LastVerification(**row) for row in rows]
        return max(found, key=lambda last: (not last.sound, last.at), default=None)

    def _rows(self, query: Any, *values: object) -> list[dict[str, Any]]:
        with self._datastore.get_connection() as connection:
            return connection.execute(query, values).fetchall()


def _kept(row: dict[str, Any]) -> Kept:
    return Kept(row["size"], row["note"], row["made_at"], Occasion(row["occasion"]))
