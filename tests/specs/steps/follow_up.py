"""Follow-up: measures, advice, deviations, circumstances, new law."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from domain.acts import follow_up
from domain.facts.follow_up import CircumstanceKind, Direction, ExpectedEffect, Provision
from domain.figures import LoadState
from domain.german import german
from domain.record import Actor
from tests.specs.cast import COUNTY, MINISTRY
from tests.specs.language import day, given, number, then, when
from tests.specs.loads import Table
from tests.specs.steps.outcome import says
from tests.specs.world import World

KINDS = {german(kind): kind for kind in CircumstanceKind}
DIRECTIONS = {german(direction): direction for direction in Direction}
LAW = {"law": "13. SGB II-Änderungsgesetz vom 16.04.2026", "citation": "BGBl. 2026 I Nr. 107"}
IN_FORCE_FROM = date(2026, 7, 1)


@given('{actor:Who} hat die Verabredung "{measure:Id}" als erledigt berichtet: "{says}"')
@when('{actor:Who} die Verabredung "{measure:Id}" als erledigt berichtet: "{says}"')
def reports_done(world: World, actor: Actor, measure: str, says: str) -> None:
    world.act(actor, world.today(follow_up.ReportMeasure, measure_id=measure, done=True, says=says))


@given('{actor:Who} hat die Verabredung "{measure:Id}" als noch offen berichtet: "{says}"')
def reports_open(world: World, actor: Actor, measure: str, says: str) -> None:
    world.act(actor, world.today(follow_up.ReportMeasure, measure_id=measure, done=False, says=says))


@when('{actor:Who} eine Beratung zu Ziel {goal} festhält: "{says}"')
def advises(world: World, actor: Actor, goal: str, says: str) -> None:
    world.act(actor, world.today(follow_up.GiveAdvice, goals=(goal,), says=says))


@given('{actor:Who} hat zu "{line}" zum Ladestand {state:State} die Abweichung "{name:Id}" festgehalten: "{causes}"')
@when('{actor:Who} zu "{line}" zum Ladestand {state:State} die Abweichung "{name:Id}" festhält: "{causes}"')
def notes_deviation(world: World, actor: Actor, line: str, state: LoadState, name: str, causes: str) -> None:
    request = world.today(
        follow_up.NoteDeviation,
        deviation_id=name,
        line_id=world.lines.get(line, line.lower()),
        load_state=state,
        causes=causes,
    )
    world.act(actor, request)


@given('der Landkreis hat den Umstand "{name:Id}" festgehalten')
def has_noted(world: World, name: str) -> None:
    noted = world.today(
        follow_up.NoteCircumstance,
        circumstance_id=name,
        kind=CircumstanceKind.STRUCTURAL,
        says="Ein großer Arbeitgeber hat geschlossen.",
    )
    world.act(COUNTY, noted)


@given('{actor:Who} hat den Umstand "{name:Id}" vom {on:Day} festgehalten{reason:Reason}')
@when('{actor:Who} den Umstand "{name:Id}" vom {on:Day} festhält{reason:Reason}')
def has_noted_late(world: World, actor: Actor, name: str, on: date, reason: str | None) -> None:
    kind, says = CircumstanceKind.STRUCTURAL, "Ein großer Arbeitgeber hat geschlossen."
    request = follow_up.NoteCircumstance(occurred_on=on, circumstance_id=name, kind=kind, says=says, reason=reason)
    world.act(actor, request)


@given('{actor:Who} hat den Umstand "{name:Id}" festgehalten (erfundene Werte):')
@when('{actor:Who} den Umstand "{name:Id}" festhält (erfundene Werte):')
def notes_circumstance(world: World, actor: Actor, name: str, datatable: Table) -> None:
    said: dict[str, Any] = {"says": "Es kam anders als erwartet."}
    for field, text in datatable:
        said |= SAID[field](world, text)
    world.act(actor, world.today(follow_up.NoteCircumstance, circumstance_id=name, **said))


def about(world: World, title: str) -> dict[str, Any]:
    """The budget line or benchmark of this title, else what nobody agreed on."""
    terms = world.agreement.terms
    agreed = {line.title: line.id for line in (terms.budget.lines if terms.budget else ())}
    included = terms.budget.included_nationwide if terms.budget else ()
    agreed |= {"Gesamtbudget": "gesamt"} | {line.title: line.id for line in included}
    agreed |= {benchmark.title: benchmark.id for benchmark in terms.benchmarks}
    return {"about": agreed.get(title, "unbekannt")}


SAID: Mapping[str, Callable[[World, str], dict[str, Any]]] = {
    "Art": lambda world, text: {"kind": KINDS[text]},
    "betrifft": about,
    "tatsächlich": lambda world, text: {"actual": number(text.split()[0])},
    "Zeilen": lambda world, text: {"lines": tuple(world.lines.get(name, name.lower()) for name in text.split(", "))},
    "Beschreibung": lambda world, text: {"says": text},
}


@given('das Ministerium hat die Gesetzesänderung "{name:Id}" berücksichtigt')
def has_applied(world: World, name: str) -> None:
    provision = Provision(says="Vorrang der Vermittlung (§ 3a SGB II)", from_day=IN_FORCE_FROM)
    world.act(MINISTRY, world.today(follow_up.ApplyLegalChange, change_id=name, provisions=(provision,), **LAW))


@when('{actor:Who} die Gesetzesänderung "{name:Id}" berücksichtigt:')
def applies(world: World, actor: Actor, name: str, datatable: Table) -> None:
    provisions = [provision(world, dict(zip(datatable[0], row, strict=True))) for row in datatable[1:]]
    world.act(actor, world.today(follow_up.ApplyLegalChange, change_id=name, provisions=tuple(provisions), **LAW))


def provision(world: World, row: Mapping[str, str]) -> Provision:
    """A row "Vorschrift | gilt ab | gilt bis | wirkt auf | Richtung"."""
    line, until = row["wirkt auf"], row.get("gilt bis", "")
    effect = ExpectedEffect(line_id=world.lines.get(line, line.lower()), direction=DIRECTIONS[row["Richtung"]])
    return Provision(
        says=row["Vorschrift"],
        from_day=day(row["gilt ab"]),
        until_day=day(until) if until else None,
        effects=(effect,),
    )


@then('die Begründung nennt den Umstand "{name:Id}"')
def says_circumstance(world: World, name: str) -> None:
    says(world, f"circumstance:{name}")


@then('ist die Verabredung "{measure:Id}" erledigt')
def is_done(world: World, measure: str) -> None:
    world.must_be_examined()
    assert world.agreement.measures_done[measure]


@then('steht der Umstand "{name:Id}" zur Würdigung an', 'der Umstand "{name:Id}" steht zur Würdigung an')
def is_to_be_addressed(world: World, name: str) -> None:
    world.must_be_examined()
    assert f"circumstance:{name}" in world.agreement.to_address


@then('steht der Umstand "{name:Id}" nicht mehr zur Würdigung an')
def is_not_to_be_addressed(world: World, name: str) -> None:
    world.must_be_examined()
    assert name in {getattr(record.fact, "circumstance_id", None) for record in world.log()}
    assert f"circumstance:{name}" not in world.agreement.to_address


@then('steht die Gesetzesänderung "{name:Id}" zur Würdigung an')
def law_is_to_be_addressed(world: World, name: str) -> None:
    world.must_be_examined()
    assert f"law:{name}" in world.agreement.to_address
