"""The decision as an auditor reads it, who signed, and what was treated unequally."""

from datetime import date

from application.history.between_moments import difference
from application.reading.agreement_at import AgreementAt
from application.reading.decision import DecisionReading, VerdictThenAndNow, decision
from application.reading.signatories import SignedBy, signatories
from domain.facts import AgreementSigned
from domain.german import german
from domain.record import Actor
from interfaces.sample.terms import heidekreis_2026
from tests.specs.cast import AUDITOR, MINISTRY, acting_for, party_says
from tests.specs.language import given, then, when
from tests.specs.steps.judging import VERDICTS
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


@then('beruht "{name}" auf der Lieferung "{old:Id}", die seither durch "{new:Id}" ersetzt ist')
def was_replaced(world: World, name: str, old: str, new: str) -> None:
    assert {(load.delivery_id, load.replaced_by) for load in verdict(world, name).replaced} == {(old, new)}


@then('nennt die Antwort das Urteil "{name}" als "{judged}", nach heutigen Zahlen "{today}"')
def answers_corrected(world: World, name: str, judged: str, today: str) -> None:
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


@then("nennt dort etwas die Gesamtbewertung")
def assessment_is_new(world: World) -> None:
    assert [change.before for change in world.changes if change.says == "Gesamtbewertung"] == [None]


@then("nennt dort nichts einen geänderten Zielwert")
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


@then('nennt die Antwort den Umstand "{name:Id}" als hier festgehalten und anderswo nicht')
def answers_unequal(world: World, name: str) -> None:
    (row,) = [row for row in world.answer if str(row["dieselbe Sache"]).endswith(f":{name}")]
    assert (row["ungleich"], row["hier"]) == ("noted_here_only", world.agreement_id)
    assert "03351" in str(row["anderswo nicht"])


def read(world: World) -> DecisionReading:
    """The decision that was read."""
    assert world.decision is not None
    return world.decision


def verdict(world: World, name: str) -> VerdictThenAndNow:
    """A verdict of it, as the features call it."""
    return next(one for one in read(world).verdicts if one.verdict_id == VERDICTS[name])
