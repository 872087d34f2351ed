"""The dialogs a year is judged by, the final assessment, and what it says."""

from datetime import date
from decimal import Decimal
from typing import Any

from domain.acts import judging
from domain.acts.dialogs import ScheduleDialog
from domain.assessing import to_appraise
from domain.facts.dialogs import DialogKind
from domain.facts.judging import Assessment, CountyPosition, Stance
from domain.german import german
from domain.record import Actor
from tests.specs.assessments import FINAL, VERDICTS, as_it_should, named, reference, saying
from tests.specs.cast import MINISTRY
from tests.specs.language import given, load_state, then, when
from tests.specs.loads import Table, rows_under
from tests.specs.steps.dialogs import has_prepared, hold, parties
from tests.specs.steps.outcome import says
from tests.specs.world import World


@given("die Zieldialoge vom {one:Day} und vom {other:Day} sind vorbereitet und geführt")
def two_held(world: World, one: date, other: date) -> None:
    held(world, named(one), one)
    held(world, named(other), other)


@given("der Zieldialog vom {day:Day} ist vorbereitet und geführt")
def one_held(world: World, day: date) -> None:
    held(world, named(day), day)


@given("der Zieldialog vom {day:Day} ist ohne den Ausschuss geführt")
def held_without_committee(world: World, day: date) -> None:
    held(world, named(day), day, prepared=False)


@given("der Zieldialog vom {day:Day} ist ohne die individualisierten Ziele geführt")
def held_without_goals(world: World, day: date) -> None:
    held(world, named(day), day, goals_discussed=("1", "2", "3", "6"))


@given("der Zieldialog vom {day:Day} ist ohne den Landkreis geführt")
def held_without_county(world: World, day: date) -> None:
    held(world, named(day), day, **parties("Ministerium"))


@given("der Abschlussdialog vom {day:Day} ist vorbereitet und geführt")
def finally_held(world: World, day: date) -> None:
    held(world, FINAL, day, DialogKind.FINAL)


def held(
    world: World,
    dialog: str,
    day: date,
    kind: DialogKind = DialogKind.REGULAR,
    *,
    prepared: bool = True,
    **others: Any,
) -> None:
    """A dialog on its day, about what was released by then."""
    world.clock.not_before(day)
    world.act(MINISTRY, world.today(ScheduleDialog, dialog_id=dialog, kind=kind, planned_for=day))
    world.must_be_examined()
    if prepared:
        has_prepared(world, day, dialog, None)
        world.must_be_examined()
    month = "Dezember" if kind is DialogKind.FINAL and released(world, "Dezember 2026 ohne Wartezeit") else "März"
    world.act(MINISTRY, hold(world, dialog, day, basis=load_state(f"{month} 2026 ohne Wartezeit"), **others))
    world.must_be_examined()


def released(world: World, state: str) -> bool:
    """Whether something was delivered at a load state."""
    return load_state(state) in {delivery.state for delivery in world.agreement.deliveries.values()}


@given("das Ministerium hat die Gesamtbewertung getroffen")
@when("{actor:Who} die Gesamtbewertung{reason:Reason} trifft")
def assesses(world: World, actor: Actor = MINISTRY, reason: str | None = None) -> None:
    world.act(actor, world.today(judging.AssessFinally, reason=reason, **as_it_should(world)))


@when("{actor:Who} die Gesamtbewertung mit dem Tag {day:Day} trifft")
def assesses_dated(world: World, actor: Actor, day: date) -> None:
    said = as_it_should(world) | {"county": CountyPosition(stance=Stance.AGREES, on=day)}
    world.act(actor, world.today(judging.AssessFinally, occurred_on=day, **said))


@when("{actor:Who} die Gesamtbewertung trifft:")
def assesses_saying(world: World, actor: Actor, datatable: Table) -> None:
    world.act(actor, world.today(judging.AssessFinally, **saying(world, datatable)))


@given('das Ministerium hat die Gesamtbewertung neu gefasst, weil "{cause}"')
@when('{actor:Who} die Gesamtbewertung neu fasst, weil "{cause}"')
def revises(world: World, cause: str, actor: Actor = MINISTRY) -> None:
    world.act(actor, world.today(judging.ReviseAssessment, cause=cause, **as_it_should(world)))


def assessment(world: World) -> Assessment:
    """The assessment that holds."""
    world.must_be_examined()
    held = world.agreement.assessment
    assert held is not None, "Eine Gesamtbewertung gibt es noch nicht."
    return held


@then("die Gesamtbewertung lautet:")
def reads_all(world: World, datatable: Table) -> None:
    reads(world, datatable)
    assert {VERDICTS[name] for name, *_ in datatable[1:]} == {one.verdict_id for one in assessment(world).judgements}


@then("heißt es in der Gesamtbewertung:", "in der Gesamtbewertung heißt es:")
def reads(world: World, datatable: Table) -> None:
    rows = rows_under(datatable, "Urteil", "errechnet", "geurteilt")
    assert len({name for name, *_ in rows}) == len(rows), "Ein Urteil steht zweimal da."
    said = assessment(world)
    found = {one.verdict_id: german(one.outcome) for one in said.computed}
    judged = {one.verdict_id: german(one.outcome) for one in said.judgements}
    assert [[name, found[VERDICTS[name]], judged[VERDICTS[name]]] for name, *_ in rows] == rows


@then("urteilt die Gesamtbewertung nur über:")
def only_about(world: World, datatable: Table) -> None:
    assert {one.verdict_id for one in assessment(world).judgements} == {VERDICTS[name] for (name,) in datatable}


@then(
    'die Herleitung in der Gesamtbewertung nennt für "{name}" eine Veränderung um {change:Number} Prozent',
    'nennt die Herleitung in der Gesamtbewertung für "{name}" eine Veränderung um {change:Number} Prozent',
)
def derived(world: World, name: str, change: str) -> None:
    lines = [line for goal in assessment(world).derivation for line in goal["lines"]]
    (found,) = (line["derivation"] for line in lines if line["line_id"] == world.lines[name])
    assert Decimal(found["compared"]["rounded"]) == Decimal(change)
    assert {used["load_state"]["months_waited"] for used in found["current"]["inputs"]} == {0}


@then(
    'in der Gesamtbewertung ist gewürdigt "{text}" {effect}', 'ist in der Gesamtbewertung gewürdigt "{text}" {effect}'
)
def appraised(world: World, text: str, effect: str) -> None:
    (one,) = (one for one in assessment(world).addressed if one.reference == reference(world, text))
    assert one.has_effect is (effect == "mit Auswirkung")


@then('die Begründung nennt die Änderung "{name:Id}"')
def says_amendment(world: World, name: str) -> None:
    says(world, f"„{name}“")


@then('die Begründung nennt das Urteil "{name}"')
def says_verdict(world: World, name: str) -> None:
    says(world, f"„{VERDICTS[name]}“")


@then("steht genau einmal zur Würdigung an, dass etwas verspätet festgehalten ist, für {count:d} Einträge")
def late_once(world: World, count: int) -> None:
    world.must_be_examined()
    (says,) = [says for name, says in to_appraise(world.agreement).items() if name.endswith("recorded-late")]
    assert says.startswith(f"{count} Einträge")


@given("die Gesamtbewertung ist notiert")
def is_noted(world: World) -> None:
    world.noted = assessment(world)


@then("ist die Gesamtbewertung unverändert die notierte")
def is_as_noted(world: World) -> None:
    assert assessment(world) == world.noted


@then("der erste Eintrag der Gesamtbewertung ist unverändert der notierte")
def first_as_noted(world: World) -> None:
    assert getattr(world.entry("Gesamtbewertung getroffen").fact, "assessment", None) == world.noted
