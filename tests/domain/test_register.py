"""The register's ids tell no names, terms that change nothing are no change, and whoever is overtaken is told."""

from collections.abc import Sequence
from typing import Never

import pytest

from application.acting.register_requests import PERSONS_STREAM, SHOWN, ErasePerson, left
from application.acting.service import Service
from application.ports import Conflict, Person, Traces, Unavailable
from application.reading.attainment import Queries
from domain.acts.drafting import ReviseDraft
from domain.record import Actor, Draft, Role
from domain.rulebook.any_act import (
    NAME_IN_TEXT,
    NAME_NOT_SOUGHT,
    NAME_OF_OFFICE,
    NAME_REMAINS,
    NAME_TOO_LONG,
    OVERTAKEN,
    PERSON_ID_TAKEN,
    PERSON_ID_TELLS,
    UNKNOWN_AGREEMENT,
)
from domain.rulebook.drafting import TERMS_UNCHANGED
from tests.builders import A_DAY, HEIDEKREIS, MINISTRY, drafted
from tests.domain.given import given
from tests.domain.test_any_act import (
    NOON,
    OPERATOR,
    TODAY,
    ListOfRecords,
    OnePerson,
    a_service,
    draft,
    refusal,
    withdraw,
)

AUDITOR = Actor("pruefung", Role.AUDITOR, "Prüfung", "test")


def someone(id: str) -> Person:
    return Person(id=id, given_name="Anna-Lena", family_name="Muster")


@pytest.mark.parametrize("id", ["muster", "anna-1", "p-muster-2", "lena"])
def test_an_id_does_not_tell_the_name(id: str) -> None:
    with refusal(PERSON_ID_TELLS, id):
        a_service().register(someone(id))
    a_service().register(someone("unterzeichnung-1"))


def test_a_name_is_no_longer_than_peoples_and_no_office() -> None:
    with refusal(NAME_TOO_LONG):
        a_service().register(Person(id="p-1", given_name="A" * 61, family_name="B"))
    with refusal(NAME_OF_OFFICE):
        a_service().register(Person(id="p-1", given_name="Landkreis", family_name="Heidekreis"))


def test_an_id_belongs_to_one_name(monkeypatch: pytest.MonkeyPatch) -> None:
    def taken(self: OnePerson, person: Person, by: object) -> Never:
        raise Conflict

    monkeypatch.setattr(OnePerson, "register", taken)
    with refusal(PERSON_ID_TAKEN, "p-1"):
        a_service().register(someone("p-1"))


def test_terms_that_change_nothing_are_no_revision() -> None:
    given(drafted(HEIDEKREIS)).when(ReviseDraft(occurred_on=A_DAY, terms=HEIDEKREIS)).then_refused(TERMS_UNCHANGED)


class OvertakenList(ListOfRecords):
    def append(self, drafts: Sequence[Draft], **_: object) -> Never:
        raise Conflict


def test_who_is_overtaken_in_the_same_instant_is_told_so() -> None:
    with refusal(OVERTAKEN):
        a_service(OvertakenList()).act(MINISTRY, draft())


@pytest.mark.parametrize("reader", [AUDITOR, MINISTRY])
def test_the_register_is_no_agreement(reader: Actor) -> None:
    service = a_service()
    erase = ErasePerson(occurred_on=TODAY, person="unterzeichnung-1", reason="Frist abgelaufen")
    assert service.act(OPERATOR, erase).agreement_id == PERSONS_STREAM
    with refusal(UNKNOWN_AGREEMENT, PERSONS_STREAM):
        Queries(service.journal).agreement(reader, PERSONS_STREAM)
    with refusal(UNKNOWN_AGREEMENT, PERSONS_STREAM):
        service.act(MINISTRY, withdraw(), PERSONS_STREAM, on_version=1)


def test_the_key_of_an_erasure_does_not_repeat_the_name_either() -> None:
    erase = ErasePerson(occurred_on=TODAY, person="unterzeichnung-1", reason="Frist abgelaufen")
    with refusal(NAME_IN_TEXT):
        a_service().act(OPERATOR, erase, key="arbogast-1")


def test_of_many_traces_the_first_are_named() -> None:
    (said,) = left(OnePerson.person, Left(Traces(entries=tuple(range(1, SHOWN + 4)))))
    assert said.rule == NAME_REMAINS.code
    assert f" {SHOWN} und 3 weitere." in said.says
    assert left(OnePerson.person, Left(Traces())) == ()


class Left(OnePerson):
    def __init__(self, traces: Traces) -> None:
        self._traces = traces

    def traces(self, person: Person) -> Traces:
        return self._traces


class NotLookedThrough(OnePerson):
    def traces(self, person: Person) -> Never:
        raise Unavailable


def test_that_nobody_could_look_is_said_and_holds_nothing_up() -> None:
    service = Service(ListOfRecords(), NotLookedThrough(), now=lambda: NOON, software="test")
    said = (NAME_NOT_SOUGHT.finding(person=OnePerson.person.id),)
    assert service.left_of(OnePerson.person) == said
    erase = ErasePerson(occurred_on=TODAY, person=OnePerson.person.id, reason="Frist abgelaufen")
    assert service.act(OPERATOR, erase).records[0].findings == said


@pytest.mark.parametrize("said", ["Arbogast ist ausgeschieden.", "Wunsch der Familie arbogast"])
def test_an_erasure_does_not_repeat_the_name_it_erases(said: str) -> None:
    with refusal(NAME_IN_TEXT):
        a_service().act(OPERATOR, ErasePerson(occurred_on=TODAY, person="unterzeichnung-1", reason=said))
