"""The erasable register of persons on PostgreSQL."""

import hashlib
import secrets
import unicodedata
from collections.abc import Sequence
from typing import Any

from application.names import is_named, spelled
from application.ports import Conflict, Person
from domain.values import PersonId, Sha256
from infrastructure.recorder import Datastore


class Persons:
    """Implements the application's port of the same name; the journal erases."""

    def __init__(self, datastore: Datastore) -> None:
        self._datastore = datastore

    def register(self, person: Person) -> Sha256:
        """Enter a person and return the commitment of the name; entering the same again changes nothing.

        Raises Conflict when the id belongs to another name or was erased.
        """
        person = _composed(person)
        salt = secrets.token_bytes(32)
        commitment = hashlib.sha256(salt + person.name.encode()).digest()
        self._rows(
            "INSERT INTO zielsteuerung.person (id, title, given_name, family_name, salt, commitment)"
            " VALUES (%s, %s, %s, %s, %s, %s) ON CONFLICT (id) DO NOTHING RETURNING id",
            *(person.id, person.title, person.given_name, person.family_name, salt, commitment),
        )
        known = self.commitment(person.id)
        if known is None or self.find(person.id) != person:
            raise Conflict
        return known

    def find(self, person_id: PersonId) -> Person | None:
        """The person, or None when never registered or erased."""
        rows = self._rows(f"{_SELECT} AND id = %s", person_id)
        return Person(**rows[0]) if rows else None

    def commitment(self, person_id: PersonId) -> Sha256 | None:
        """The commitment of the name: SHA-256(salt ‖ name in UTF-8); stays when the name is erased."""
        rows = self._rows("SELECT commitment FROM zielsteuerung.person WHERE id = %s", person_id)
        return rows[0]["commitment"].hex() if rows else None

    def named_in(self, texts: Sequence[str]) -> PersonId | None:
        """Somebody whose name stands in one of the texts, or None."""
        written = [text for text in map(spelled, texts) if text]
        if not written:
            return None
        people = (Person(**row) for row in self._rows(f"{_SELECT} ORDER BY id"))
        return next((person.id for person in people if is_named(person, written)), None)

    def _rows(self, query: Any, *values: object) -> list[dict[str, Any]]:
        with self._datastore.get_connection() as connection:
            return connection.execute(query, values).fetchall()


_SELECT = "SELECT id, title, given_name, family_name FROM zielsteuerung.person WHERE erased_at IS NULL"


def _composed(person: Person) -> Person:
    def nfc(text: str) -> str:
        return unicodedata.normalize("NFC", text)

    return Person(
        id=person.id,
        title=nfc(person.title),
        given_name=nfc(person.given_name),
        family_name=nfc(person.family_name),
    )
