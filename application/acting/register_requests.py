"""The requests that belong to no agreement: about the register of persons, and about the log's keys."""

from collections.abc import Collection, Sequence

from application.acting import name_spelling as names
from application.ports import Journal, Person, Persons, Unavailable
from domain.acts.common import must_give_a_reason
from domain.facts import KeyIntroduced, PersonErased
from domain.facts.registers import KeyHex
from domain.record import OPERATOR, Decided, Record, Request
from domain.rulebook.any_act import (
    NAME_IN_ADDRESS,
    NAME_MAY_REMAIN,
    NAME_NOT_SOUGHT,
    NAME_OF_OFFICE,
    NAME_REMAINS,
    NAME_TOO_LONG,
    UNKNOWN_PERSON,
)
from domain.rulebook.proofs import KEY_KNOWN
from domain.rules import Finding
from domain.values import PersonId, Text

PERSONS_STREAM = "register.persons"
KEYS_STREAM = "register.keys"
RegisterOutcome = tuple[str, Sequence[Record], Decided]
SHOWN = 100
"""Positions named at most."""


class ErasePerson(Request):
    """Erase a person's name from the register."""

    title = "Person löschen"
    title_en = "erase a person"
    permitted = OPERATOR

    person: PersonId


class IntroduceKey(Request):
    """Let checkpoints be signed with another key from here on."""

    title = "Signaturschlüssel einführen"
    title_en = "introduce a signing key"
    permitted = OPERATOR

    origin: Text
    public_key: KeyHex


def must_be_a_name(person: Person, offices: Collection[str]) -> None:
    """Refuse a name longer than people's, and one of an authority or an office: every text would have to do without."""
    name = (person.title, person.given_name, person.family_name)
    NAME_TOO_LONG.refuse_if(any(len(part) > names.LONGEST for part in name), most=names.LONGEST)
    NAME_OF_OFFICE.refuse_if(names.is_office(person.name, offices) or any(names.is_office(part) for part in name[1:]))


def about_person(request: ErasePerson, persons: Persons, journal: Journal) -> RegisterOutcome:
    """The stream of erasures, its records, and what was decided; says where the name stands all the same."""
    must_give_a_reason(request)
    commitment, person = persons.commitment(request.person), persons.find(request.person)
    if commitment is None or person is None:
        UNKNOWN_PERSON.refuse(person=request.person)
    fact = PersonErased(person=person.id, name_commitment=commitment)
    return PERSONS_STREAM, journal.records(PERSONS_STREAM), Decided(fact, left(person, persons))


def about_key(request: IntroduceKey, journal: Journal) -> RegisterOutcome:
    """The stream of keys, its records, and what was decided."""
    records = journal.records(KEYS_STREAM)
    earlier = [record.fact.public_key for record in records if isinstance(record.fact, KeyIntroduced)]
    KEY_KNOWN.refuse_if(request.public_key in earlier)
    if earlier:
        must_give_a_reason(request)
    replaces = earlier[-1] if earlier else None
    fact = KeyIntroduced(origin=request.origin, public_key=request.public_key, replaces=replaces)
    return KEYS_STREAM, records, Decided(fact)


def left(person: Person, persons: Persons) -> tuple[Finding, ...]:
    """Findings about where a name stands outside the register, or that the search failed."""
    try:
        traces = persons.traces(person)
    except Unavailable:  # to enter and to erase somebody must not wait for it
        return (NAME_NOT_SOUGHT.finding(person=person.id),)
    webhooks = ", ".join(map(str, traces.webhooks))
    return (
        *NAME_REMAINS.notice_if(bool(traces.entries), person=person.id, positions=_listed(traces.entries)),
        *NAME_MAY_REMAIN.notice_if(bool(traces.possible), person=person.id, positions=_listed(traces.possible)),
        *NAME_IN_ADDRESS.notice_if(bool(traces.webhooks), person=person.id, webhooks=webhooks),
    )


def _listed(positions: Sequence[int]) -> str:
    more = len(positions) - SHOWN
    return ", ".join(map(str, positions[:SHOWN])) + (f" und {more} weitere" if more > 0 else "")
