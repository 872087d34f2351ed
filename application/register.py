"""The requests that belong to no agreement: about the register of persons, and about the log's keys."""

from typing import ClassVar

from domain.facts.keys import KeyHex
from domain.record import Request
from domain.values import PersonId, Text

PERSONS_STREAM = "register.persons"
KEYS_STREAM = "register.keys"


class ErasePerson(Request):
    """Erase a person's name from the register."""

    title: ClassVar[str] = "Person löschen"

    person: PersonId


class IntroduceKey(Request):
    """Let checkpoints be signed with another key from here on."""

    title: ClassVar[str] = "Signaturschlüssel einführen"

    origin: Text
    public_key: KeyHex
