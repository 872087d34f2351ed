"""Holds the register of persons and the remembered acts against the entries that speak of them."""

from collections.abc import Iterator
from typing import Any

from psycopg import Connection

from application.acting.name_spelling import lookup_word
from application.acting.register_requests import PERSONS_STREAM
from application.ports import Person
from application.proofs.entry_form import NoEntry, read_entry
from application.proofs.ports import Fault
from domain.facts import PersonErased
from infrastructure.persons import commitment_of

_PERSONS = (
    "SELECT id, title, given_name, family_name, salt, commitment, erased_at, lookup_word"
    " FROM zielsteuerung.person ORDER BY id"
)
_ACTS = (
    "SELECT act.actor, act.first_position, act.last_position, e.state FROM zielsteuerung.act AS act"
    " LEFT JOIN zielsteuerung.stored_events AS e ON e.notification_id IN (act.first_position, act.last_position)"
    " ORDER BY act.first_position, act.actor, act.key"
)


class Commitments:
    """The commitments of names that entries hold, gathered while the log is read, and the register beside them."""

    def __init__(self, connection: Connection[Any]) -> None:
        self._connection = connection
        self._held: dict[tuple[str, str], int] = {}
        self._erased: dict[str, int] = {}

    def gather(self, position: int, entry: dict[str, Any]) -> None:
        """Learn the commitments of an entry."""
        fact = entry.get("fact")
        if not isinstance(fact, dict):
            return
        signatory = fact.get("signatory")
        if isinstance(signatory, dict):
            self._held.setdefault((str(signatory.get("person")), str(signatory.get("name_commitment"))), position)
        if entry.get("type") == PersonErased.__name__ and entry["stream_id"] == PERSONS_STREAM:
            self._held.setdefault((str(fact.get("person")), str(fact.get("name_commitment"))), position)
            self._erased.setdefault(str(fact.get("person")), position)

    def faults(self) -> Iterator[Fault]:
        """Commitments that the register does not open, and rows of it that do not open their own."""
        known: dict[str, str] = {}
        with self._connection.cursor("persons", row_factory=self._connection.row_factory) as persons:
            for row in persons.execute(_PERSONS, binary=True):
                known[row["id"]] = row["commitment"].hex()
                yield from (Fault(None, f"Verzeichnis der Personen, {row['id']}: {why}.") for why in self._row(row))
        for (person, commitment), position in sorted(self._held.items(), key=lambda held: held[1]):
            if person not in known:
                yield Fault(position, f"{person} steht nicht im Verzeichnis der Personen.")
            elif known[person] != commitment:
                yield Fault(position, f"der Nachweis des Namens von {person} ist im Verzeichnis ein anderer.")

    def _row(self, row: dict[str, Any]) -> Iterator[str]:
        erased = self._erased.get(row["id"])
        if row["erased_at"] is not None:
            if erased is None:
                yield "der Name ist gelöscht, ohne dass ein Eintrag davon spricht"
        elif erased is not None:
            yield f"der Name steht da, obwohl ihn der Eintrag {erased} gelöscht hat"
        elif commitment_of(row) != row["commitment"]:
            yield "Name und Salz öffnen den Nachweis nicht; eines davon wurde ausgetauscht"
        elif (
            lookup_word(Person.model_construct(**{part: row[part] for part in Person.model_fields}))
            != row["lookup_word"]
        ):
            yield "das Wort, nach dem Texte durchsucht werden, ist nicht das dieses Namens"


def act_faults(connection: Connection[Any], size: int) -> Iterator[Fault]:
    """Remembered acts whose entries are not there, or are somebody else's."""
    with connection.cursor("acts", row_factory=connection.row_factory) as acts:
        for row in acts.execute(_ACTS, binary=True):
            first, last = row["first_position"], row["last_position"]
            if not 1 <= first <= last <= size:
                yield Fault(None, f"Ein gemerkter Auftrag von {row['actor']} nennt Einträge, die es nicht gibt.")
            elif _actor(row["state"]) != row["actor"]:
                yield Fault(first, f"ein gemerkter Auftrag nennt diesen Eintrag als einen von {row['actor']}.")


def _actor(state: bytes) -> str | None:
    try:
        provenance = read_entry(state).get("provenance")
    except NoEntry:
        return None
    return provenance.get("actor") if isinstance(provenance, dict) else None
