"""Forms that somebody began and has not recorded yet, on PostgreSQL."""

import json
from typing import Any

from domain.values import PersonId
from infrastructure.recorder import Datastore

KEPT = "90 days"
"""After so long an unfinished form goes."""


class UnfinishedForms:
    """Implements the application's port Unfinished."""

    def __init__(self, datastore: Datastore) -> None:
        self._datastore = datastore

    def keep(self, person: PersonId, about: str, typed: dict[str, Any]) -> None:
        """Keep what a person typed, in place of what they typed before."""
        with self._datastore.get_connection() as connection, connection.transaction():
            connection.execute("DELETE FROM zielsteuerung.unfinished WHERE saved_at < now() - %s::interval", [KEPT])
            connection.execute(
                "INSERT INTO zielsteuerung.unfinished (person, about, typed) VALUES (%s, %s, %s)"
                " ON CONFLICT (person, about) DO UPDATE SET typed = excluded.typed, saved_at = now()",
                [person, about, json.dumps(typed)],
            )

    def find(self, person: PersonId, about: str) -> dict[str, Any] | None:
        """What a person typed and has not recorded; None when they kept nothing."""
        with self._datastore.get_connection() as connection:
            row = connection.execute(
                "SELECT typed FROM zielsteuerung.unfinished WHERE person = %s AND about = %s", [person, about]
            ).fetchone()
        return dict(row["typed"]) if row else None

    def forget(self, person: PersonId, about: str) -> None:
        """Forget it, because it is recorded or no longer wanted."""
        with self._datastore.get_connection() as connection:
            connection.execute("DELETE FROM zielsteuerung.unfinished WHERE person = %s AND about = %s", [person, about])
