"""The request about the register of persons, which belongs to no agreement."""

from typing import ClassVar

from domain.record import Request
from domain.values import PersonId

PERSONS_STREAM = "register.persons"


class ErasePerson(Request):
    """Erase a person's name from the register."""

    title: ClassVar[str] = "Person löschen"

    person: PersonId
