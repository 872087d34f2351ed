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

    def keep(self, person: PersonId, about: str, typed: dict[str, Any], content: bytes | None = None) -> None:
        """Keep what a person typed, and a file's content, in place of what they kept before."""
        with self._datastore.get_connection() as connection, connection.transaction():
            connection.execute("DELETE FROM zielsteuerung.unfinished WHERE saved_at < now() - %s::interval", [KEPT])
            connection.execute(
                "INSERT INTO zielsteuerung.unfinished (person, about, typed, content) VALUES (%s, %s, %s, %s)"
                " ON CONFLICT (person, about)"
                " DO UPDATE SET typed = excluded.typed, content = excluded.content, saved_at = now()",
                [person, about, json.dumps(_storable(typed)), content],
            )

    def find(self, person: PersonId, about: str) -> dict[str, Any] | None:
        """Input a person typed and has not recorded; None when they kept nothing."""
        with self._datastore.get_connection() as connection:
            row = connection.execute(
                "SELECT typed FROM zielsteuerung.unfinished WHERE person = %s AND about = %s", [person, about]
            ).fetchone()
        return dict(row["typed"]) if row else None

    def content(self, person: PersonId, about: str) -> bytes | None:
        """The file kept with it; None without one."""
        with self._datastore.get_connection() as connection:
            row = connection.execute(
                "SELECT content FROM zielsteuerung.unfinished WHERE person = %s AND about = %s", [person, about]
            ).fetchone()
        return bytes(row["content"]) if row and row["content"] is not None else None

    def forget(self, person: PersonId, about: str) -> None:
        """Forget it, because it is recorded or no longer wanted."""
        with self._datastore.get_connection() as connection:
            connection.execute("DELETE FROM zielsteuerung.unfinished WHERE person = %s AND about = %s", [person, about])


def _storable(typed: Any) -> Any:
    """The same without the one character that the database keeps in no text."""
    match typed:
        case str():
            return typed.replace("\0", "\ufffd")
        case dict():
            return {_storable(name): _storable(value) for name, value in typed.items()}
        case list():
            return [_storable(value) for value in typed]
        case _:
            return typed
