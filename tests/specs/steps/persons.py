"""The register of persons: names kept apart from the entries, and erased."""

from datetime import date
from typing import Never
from uuid import uuid4

import pytest

from application.acting.register_requests import ErasePerson
from application.notifying.webhooks import Hook, Standing
from application.ports import Person, Unavailable
from domain.facts import AgreementSigned, PersonErased
from domain.record import Actor, Record
from infrastructure.webhooks import WebhookTable
from tests.specs.cast import AUDITOR, MINISTRY
from tests.specs.language import given, then, when
from tests.specs.loads import Table
from tests.specs.world import World


@given("im Personenverzeichnis stehen:")
def registered(world: World, datatable: Table) -> None:
    for person, title, given_name, family_name in datatable[1:]:
        world.persons.register(Person(id=person, title=title, given_name=given_name, family_name=family_name))
        world.names |= {given_name, family_name}


@given("nach Namen in früheren Einträgen lässt sich gerade nicht sehen")
def cannot_look(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    def traces(person: Person) -> Never:
        raise Unavailable

    monkeypatch.setattr(world.persons, "traces", traces)


@given('für das Ministerium hat die Person "{person}" als "{office}" unterzeichnet')
@when('für das Ministerium die Person "{person}" als "{office}" unterzeichnet')
def signs_in_office(world: World, person: str, office: str) -> None:
    world.sign(MINISTRY, signatory=person, office=office)


@given('{actor:Who} hat die Person "{person}" gelöscht{reason:Reason}')
@when('{actor:Who} die Person "{person}" löscht{reason:Reason}')
def erases(world: World, actor: Actor, person: str, reason: str | None) -> None:
    world.act(actor, world.today(ErasePerson, person=person, reason=reason))


@given('{actor:Who} hat die Löschung der Person "{person}" vom {day:Day} festgehalten{reason:Reason}')
def erased_before(world: World, actor: Actor, person: str, day: date, reason: str | None) -> None:
    world.act(actor, ErasePerson(person=person, occurred_on=day, reason=reason))


@then('nennt der letzte Eintrag die Person "{person}" in der Funktion "{office}"')
def names_signatory(world: World, person: str, office: str) -> None:
    signatory = signed(world.last_record).signatory
    assert (signatory.person, signatory.office) == (person, office)


@then('die Prüfsumme des Namens von "{person}" steht im letzten Eintrag')
def names_commitment(world: World, person: str) -> None:
    assert signed(world.last_record).signatory.name_commitment == world.persons.commitment(person)


def signed(record: Record) -> AgreementSigned:
    """The signature in a record."""
    assert isinstance(record.fact, AgreementSigned)
    return record.fact


@then('in keinem Eintrag steht "{one}" oder "{other}"')
def in_no_entry(world: World, one: str, other: str) -> None:
    assert {one, other} <= world.names
    for record in world.log():
        findings = " ".join(finding.says for finding in record.findings)
        text = record.fact.model_dump_json() + record.provenance.model_dump_json() + findings
        assert one not in text
        assert other not in text


@then('hat die Person "{person}" keinen Namen mehr', 'die Person "{person}" hat keinen Namen mehr')
def has_no_name(world: World, person: str) -> None:
    world.must_be_examined()
    assert person in {record.fact.person for record in world.log() if isinstance(record.fact, PersonErased)}
    assert world.persons.find(person) is None


@then('die Person "{person}" hat ihren Namen noch')
def has_a_name(world: World, person: str) -> None:
    assert world.persons.find(person) is not None


@then('die Löschung selbst ist festgehalten, mit dem Grund "{reason}"')
def erasure_recorded(world: World, reason: str) -> None:
    record = world.log()[-1]
    assert isinstance(record.fact, PersonErased)
    assert record.provenance.reason == reason


@when('eine Person mit der Kennung "{person}" eingetragen wird, deren Vorname {length:d} Zeichen lang ist')
def is_registered_long(world: World, person: str, length: int) -> None:
    named = Person(id=person, given_name="A" * length, family_name="Spätling")
    world.attempt(lambda: world.service.register(named))


@given('eine Stelle lässt sich Neues an die Adresse "{url}" melden')
def is_told_at(world: World, url: str) -> None:
    hook = Hook(uuid4(), AUDITOR, url, b"s" * 32, world.clock(), Standing(0))
    assert WebhookTable(world.journal.recorder.datastore).add(hook, 10)


@when('eine Person mit der Kennung "{person}" und dem Namen "{given_name} {family_name}" eingetragen wird')
def is_registered(world: World, person: str, given_name: str, family_name: str) -> None:
    named = Person(id=person, given_name=given_name, family_name=family_name)
    world.attempt(lambda: world.service.register(named))
