"""The erasable register of persons on PostgreSQL."""

import hashlib
import json
import secrets
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC
from typing import Any

from psycopg import Connection
from psycopg.rows import class_row

from application.acting import name_spelling as names
from application.acting.name_detection import Naming, named
from application.acting.request_checks import free_texts
from application.ports import Conflict, ListedPerson, Person, Traces
from domain.record import Actor
from domain.values import PersonId, Sha256
from infrastructure.recorder import Datastore


class Persons:
    """Implements the application's port of the same name; the journal erases."""

    def __init__(self, datastore: Datastore) -> None:
        self._datastore = datastore

    def register(self, person: Person, by: Actor | None = None) -> Sha256:
        """Enter a person and return the commitment of the name; entering the same again changes nothing.

        Raises Conflict when the id belongs to another name, was erased, or was entered within another scope.
        """
        scope = by.scope if by else ""
        person = _composed(person)
        salt = secrets.token_bytes(32)
        commitment = hashlib.sha256(salt + person.name.encode()).digest()
        self._rows(
            "INSERT INTO zielsteuerung.person (id, title, given_name, family_name, salt, commitment, lookup_word,"
            " scope, registered_by) VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s)"
            " ON CONFLICT (id) DO NOTHING RETURNING id",
            *(person.id, person.title, person.given_name, person.family_name, salt, commitment),
            *(names.lookup_word(person), scope, by.person if by else None),
        )
        known = self.commitment(person.id)
        if known is None or self.find(person.id) != person or not self._entered_within(person.id, scope):
            raise Conflict
        return known

    def _entered_within(self, person_id: PersonId, scope: str) -> bool:
        """Whether somebody with this scope, or nobody known, entered the person; who sees everything may ask."""
        rows = self._rows("SELECT scope, registered_by FROM zielsteuerung.person WHERE id = %s", person_id)
        return not scope or any(row["registered_by"] is None or row["scope"] == scope for row in rows)

    def listed(self) -> list[ListedPerson]:
        """Everybody in the register, by id."""
        rows = self._rows(f"{_SELECT.replace(' FROM', _ENTERED)} ORDER BY id")
        return [ListedPerson(**{**row, "registered_at": row["registered_at"].astimezone(UTC)}) for row in rows]

    def find(self, person_id: PersonId) -> Person | None:
        """The person, or None when never registered or erased."""
        rows = self._rows(f"{_SELECT} AND id = %s", person_id)
        return Person(**rows[0]) if rows else None

    def commitment(self, person_id: PersonId) -> Sha256 | None:
        """The commitment of the name: SHA-256(salt ‖ name in UTF-8); stays when the name is erased."""
        rows = self._rows("SELECT commitment FROM zielsteuerung.person WHERE id = %s", person_id)
        return rows[0]["commitment"].hex() if rows else None

    def opens(self, person_id: PersonId, commitment: Sha256) -> bool | None:
        """Whether name and salt in the register give this commitment; None when the name was erased."""
        rows = self._rows(
            "SELECT id, title, given_name, family_name, salt, erased_at FROM zielsteuerung.person WHERE id = %s",
            person_id,
        )
        if rows and rows[0]["erased_at"] is not None:
            return None
        return bool(rows) and commitment_of(rows[0]) == bytes.fromhex(commitment)

    def named_in(self, texts: Sequence[str], scope: str = "") -> PersonId | None:
        """Somebody entered within a scope, or around it, whose name stands in one of the texts, or None."""
        written = [text for text in map(names.spelled, dict.fromkeys(texts)) if text]
        if not written:
            return None
        near = self._rows(_LOOKED_UP, " ".join(names.lookup_words(written)), scope, scope)
        person = named((Person(**row) for row in near), written)
        return person.id if person else None

    def traces(self, person: Person) -> Traces:
        """Where the name stands outside the register; looks through the whole log, page by page."""
        hint, naming = names.hint(person.family_name), Naming(person)
        entries, possible = set(), set()
        for row in self._paged("notification_id AS position, state", "stored_events", "notification_id", -1):
            if not hint.search(row["state"]):
                continue
            texts = list(_texts(row["state"]))
            if naming.stands_in(map(names.spelled, texts)):
                entries.add(row["position"])
            elif names.tells_family_name(person, texts):
                possible.add(row["position"])
        for row in self._paged("actor, key, first_position", "act", "actor, key", "", ""):
            key = names.apart(row["key"])
            if naming.stands_in([key]):
                entries.add(row["first_position"])
            elif names.tells_family_name(person, (), keys=[key]):
                possible.add(row["first_position"])
        webhooks = (
            row["id"]
            for row in self._rows("SELECT id, url FROM zielsteuerung.webhook ORDER BY id")
            if naming.stands_in([names.apart(row["url"])]) or names.tells_family_name(person, [row["url"]])
        )
        return Traces(
            entries=tuple(sorted(entries)), possible=tuple(sorted(possible - entries)), webhooks=tuple(webhooks)
        )

    def drop_unfinished(self, person: Person) -> None:
        """Delete forms that somebody began and in which the person is named."""
        naming = Naming(person)
        for row in self._paged("person, about, typed::text AS typed", "unfinished", "person, about", "", ""):
            if naming.stands_in(map(names.spelled, _strings(json.loads(row["typed"])))):
                key = row["person"], row["about"]
                with self._datastore.get_connection() as connection:
                    connection.execute("DELETE FROM zielsteuerung.unfinished WHERE person = %s AND about = %s", key)

    def _paged(self, columns: str, table: str, order: str, *behind: object) -> Iterator[dict[str, Any]]:
        """All rows in order; no statement runs, and no connection is held, while the caller looks at them."""
        query = (
            f"SELECT {columns} FROM zielsteuerung.{table}"
            f" WHERE ({order}) > ({', '.join('%s' for _ in behind)}) ORDER BY {order} LIMIT %s"
        )
        while page := self._rows(query, *behind, PAGE):
            yield from page
            # The ordered columns come first.
            behind = tuple(page[-1].values())[: len(behind)]

    def _rows(self, query: Any, *values: object) -> list[dict[str, Any]]:
        with self._datastore.get_connection() as connection:
            return connection.execute(query, values, binary=True).fetchall()


def commitment_of(row: Mapping[str, Any]) -> bytes | None:
    """The commitment that name and salt of a row of the register give; None when a part is missing."""
    if any(row[part] is None for part in ("title", "given_name", "family_name", "salt")):
        return None
    parts = {part: row[part] for part in ("id", "title", "given_name", "family_name")}
    return hashlib.sha256(row["salt"] + Person.model_construct(**parts).name.encode()).digest()


PAGE = 1000
_SELECT = "SELECT id, title, given_name, family_name FROM zielsteuerung.person WHERE erased_at IS NULL"
_ENTERED = ", registered_by, scope, registered_at FROM"
_WITH_SCOPE = _SELECT.replace(" FROM", ", scope FROM")
# Without statistics, which would hold names, only a probe for each word is sure to use the index: hence OFFSET 0.
_LOOKED_UP = (
    "SELECT id, title, given_name, family_name FROM"
    " (SELECT found.* FROM unnest(string_to_array(%s, ' ')) AS sought (word)"
    f" CROSS JOIN LATERAL ({_WITH_SCOPE} AND lookup_word = sought.word OFFSET 0) AS found"
    f" UNION ALL {_WITH_SCOPE} AND lookup_word IS NULL) AS near"
    " WHERE starts_with(scope, %s) OR starts_with(%s, scope) ORDER BY id"
)


def fill_lookup_words(owner: Connection[Any]) -> None:
    """Let persons be found by their names who were entered before the register looked words up."""
    with owner.cursor(row_factory=class_row(Person)) as cursor:
        for person in cursor.execute(f"{_SELECT} AND lookup_word IS NULL").fetchall():
            cursor.execute(
                "UPDATE zielsteuerung.person SET lookup_word = %s WHERE id = %s AND erased_at IS NULL",
                [names.lookup_word(person), person.id],
            )


def _texts(state: bytes) -> Iterable[str]:
    try:
        return free_texts(json.loads(state))
    except ValueError:  # tampered with; a name may be sought in it all the same
        return (state.decode(errors="replace"),)


def _strings(typed: Any) -> Iterator[str]:
    """Every text in what somebody typed."""
    if isinstance(typed, str):
        yield typed
    elif isinstance(typed, dict | list):
        for one in typed.values() if isinstance(typed, dict) else typed:
            yield from _strings(one)


def _composed(person: Person) -> Person:
    def nfc(text: str) -> str:
        return unicodedata.normalize("NFC", text)

    return Person(
        id=person.id,
        title=nfc(person.title),
        given_name=nfc(person.given_name),
        family_name=nfc(person.family_name),
    )
