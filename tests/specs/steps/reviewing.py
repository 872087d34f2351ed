"""The decision as an auditor reads it, who signed, and what was treated unequally."""

from dataclasses import fields
from datetime import date
from uuid import uuid4

from application.history.between_moments import difference
from application.reading.agreement_at import AgreementAt
from application.reading.decision import DecisionReading, VerdictThenAndNow, decision
from application.reading.signatories import SignedBy, signatories
from domain.facts import AgreementSigned, FiguresDelivered, FiguresReleased, LegalChangeApplied
from domain.german import german
from domain.record import Actor, Draft
from interfaces.sample.terms import heidekreis_2026
from tests.specs.assessments import VERDICTS
from tests.specs.cast import AUDITOR, MINISTRY, acting_for, party_says
from tests.specs.language import given, then, when
from tests.specs.steps.follow_up import has_applied
from tests.specs.world import World


@when("die Prüfung die Entscheidung liest")
def reads(world: World) -> None:
    world.must_be_examined()
    world.decision = decision(AgreementAt(world.log()))


@then('entschied am {on:Day} "{office}"')
def was_made(world: World, on: date, office: str) -> None:
    made = read(world).made
    assert made is not None
    assert (made.occurred_on, made.office) == (on, office)


@then('das Urteil "{name}" lautet "{outcome}" auf den Lieferungen "{one:Id}" und "{other:Id}"')
def rests_on(world: World, name: str, outcome: str, one: str, other: str) -> None:
    found = verdict(world, name)
    assert german(found.judged) == outcome
    assert {load.delivery_id for load in found.loads} == {one, other}


@then('ist der Umstand "{name:Id}" dort mit seinen Worten und einer Begründung gewürdigt')
def is_appraised(world: World, name: str) -> None:
    (found,) = [point for point in read(world).addressed if point.reference == f"circumstance:{name}"]
    assert found.says
    assert found.why


@then('sagen die heutigen Zahlen zum Urteil "{name}" dasselbe')
def has_not_moved(world: World, name: str) -> None:
    found = verdict(world, name)
    assert (found.moved, found.replaced) == (False, ())


@then('ist "{name}" beschlossen als "{judged}", nach heutigen Zahlen "{today}"')
def has_moved(world: World, name: str, judged: str, today: str) -> None:
    found = verdict(world, name)
    assert found.today is not None
    assert (german(found.judged), german(found.today)) == (judged, today)


@then('"{name}" beruht auf der Lieferung "{old:Id}", die seither durch "{new:Id}" ersetzt ist')
def was_replaced(world: World, name: str, old: str, new: str) -> None:
    assert {(load.delivery_id, load.replaced_by) for load in verdict(world, name).replaced} == {(old, new)}


@then('nennt die Antwort das Urteil "{name}" als "{judged}", nach heutigen Zahlen "{today}"')
def answers_corrected(world: World, name: str, judged: str, today: str) -> None:
    reads(world)
    title = verdict(world, name).title
    said = [
        (german(str(row["beschlossen"])), german(str(row["nach heutigen Zahlen"])))
        for row in world.answer
        if row["Urteil"] == title
    ]
    assert said == [(judged, today)]


@when("{actor:Who} liest, wer unterzeichnet hat")
def reads_signatories(world: World, actor: Actor) -> None:
    found = world.attempt(lambda: signatories(world.journal, world.persons, actor, world.agreement_id))
    world.signed = found or ()


@then('unterzeichneten "{one}" und "{other}", und jeder Nachweis eines Namens passt')
def all_open(world: World, one: str, other: str) -> None:
    signed: tuple[SignedBy, ...] = world.signed
    told = [(party_says(each.party), each.opens, bool(each.name)) for each in signed]
    assert told == [(one, True, True), (other, True, True)]


@when("die Prüfung liest, was seit der letzten Unterschrift anders wurde")
def reads_since_signing(world: World) -> None:
    signed = [record.version for record in world.log() if isinstance(record.fact, AgreementSigned)]
    world.changes = difference(world.journal, AUDITOR, world.agreement_id, signed[-1], world.version).changes


@then("die Gesamtbewertung ist dort als neu genannt")
def assessment_is_new(world: World) -> None:
    assert [change.before for change in world.changes if change.says == "Gesamtbewertung"] == [None]


@then("ist dort kein Zielwert als geändert genannt")
def no_bound_changed(world: World) -> None:
    world.must_be_examined()
    assert [change for change in world.changes if "Zielwert" in change.says] == []


@given("für dasselbe Jahr ist eine zweite Vereinbarung in Kraft")
def second_agreement(world: World) -> None:
    terms = heidekreis_2026()
    county = terms.parties[1].model_copy(update={"id": "celle", "ags": "03351", "name": "Landkreis Celle"})
    other = terms.model_copy(update={"parties": (terms.parties[0], county)})
    ours, version = world.agreement_id, world.version
    world.draft(MINISTRY, other)
    for party in other.parties:
        world.sign(acting_for(party))
    world.must_be_examined()
    world.agreement_id, world.version = ours, version


@given('in ihr ist die Gesetzesänderung "{name:Id}" auch berücksichtigt')
def applied_there(world: World, name: str) -> None:
    ours, version = world.agreement_id, world.version
    (other,) = {record.stream_id for record in world.log()} - {ours}
    world.agreement_id, world.version = other, 3
    has_applied(world, name)
    world.must_be_examined()
    world.agreement_id, world.version = ours, version


@then(
    'nennt die Antwort die Gesetzesänderung "{name}" als hier festgehalten und anderswo nicht',
    'nennt die Antwort den Umstand "{name:Id}" als hier festgehalten und anderswo nicht',
)
def answers_unequal(world: World, name: str) -> None:
    (row,) = rows_about(world, name)
    assert (row["ungleich"], row["hier"]) == ("noted_here_only", world.agreement_id)
    assert "03351" in str(row["anderswo nicht"])


@then('nennt die Antwort die Gesetzesänderung "{law}" nicht, wohl aber den Umstand "{name:Id}"')
def answers_equal(world: World, law: str, name: str) -> None:
    answers_unequal(world, name)
    applied = [record.fact for record in world.log() if isinstance(record.fact, LegalChangeApplied)]
    assert any(fact.law.startswith(law) for fact in applied)
    assert not rows_about(world, law)


def rows_about(world: World, name: str) -> list[dict[str, object]]:
    """The lines of the answer about a circumstance, or a law by its short title."""
    return [
        row
        for row in world.answer
        if str(row["Kennung der Sache"]).endswith(f":{name}") or str(row["worum es geht"]).startswith(name)
    ]


@given('am Dienst vorbei steht die Freigabe der Lieferung "{delivery:Id}" nochmals da, von der Person, die lieferte')
def released_by_the_deliverer(world: World, delivery: str) -> None:
    """The service refuses this; whoever writes to the database by other means does not ask it."""
    (delivered,) = [
        one for one in world.log() if isinstance(one.fact, FiguresDelivered) and one.fact.delivery_id == delivery
    ]
    last, fact = world.log()[-1], FiguresReleased(delivery_id=delivery)
    said = {field.name: getattr(last, field.name) for field in fields(Draft)}
    said |= {"version": last.version + 1, "event_id": uuid4(), "provenance": delivered.provenance, "fact": fact}
    world.journal.append([Draft(**said)], now=world.clock())


@then('nennt die Antwort für "{title}", dass dieselbe Person "{what}" hat')
def answers_twice(world: World, title: str, what: str) -> None:
    assert [(row["was"], row["zweimal"]) for row in world.answer] == [(title, what)]


def read(world: World) -> DecisionReading:
    """The decision that was read."""
    assert world.decision is not None
    return world.decision


def verdict(world: World, name: str) -> VerdictThenAndNow:
    """A verdict of it, as the features call it."""
    return next(one for one in read(world).verdicts if one.verdict_id == VERDICTS[name])
