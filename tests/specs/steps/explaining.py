"""What explains figures, and how Jobcenter stand beside each other."""

from collections.abc import Sequence
from decimal import Decimal

import pytest

from application.comparison.comparison import Comparison, Comparisons
from application.comparison.place import ComparedPlace, Standing
from application.reading.explanation import Explanation, Explanations, GoalExplained, LineExplained, MatrixReading
from application.reading.matrix import Figure
from domain.figures import LoadState
from domain.german import german
from domain.measures import CATALOGUES, EDITIONS, Formula
from domain.measures import MeasureKind as Rank
from domain.record import Actor
from domain.results import LineResult
from domain.terms import Sex
from interfaces.german import explanation as explaining
from tests.specs.cast import MINISTRY
from tests.specs.language import load_state, month, number, then, when
from tests.specs.loads import CODES, Table, rows_under
from tests.specs.world import World

NAMES = {code: name for name, code in CODES.items()} | {"AMP_FRAUENANTEIL": "Anteil der Frauen in Maßnahmen"}
"""What the features call what is shown beside a goal."""
SEXES = {Sex.GAP: "Abstand"}
STANDINGS = {
    "verglichen": Standing.COMPARED,
    "anderer Ladestand": Standing.UNEQUAL,
}


def goals(world: World) -> Sequence[GoalExplained]:
    """The goals explained, at the month read last."""
    assert world.reading is not None, "Es wurde noch kein Stand gelesen."
    found = Explanations(world.journal).explained(MINISTRY, world.agreement_id, month=world.reading.month)
    return found.goals


def line(world: World, name: str) -> LineExplained:
    """A line explained, by its German name."""
    lines = {line.line_id: line for goal in goals(world) for line in goal.lines}
    return lines[world.lines[name]]


@then('kennt die vereinbarte Kennzahlenfassung "{version}" diese Kennzahlen und Ergänzungsgrößen:')
def knows(world: World, version: str, datatable: Table) -> None:
    assert world.agreement.terms.ordinance.catalogue == version
    edition = EDITIONS[version]
    key_figures = [entry.measure.code for entry in edition.entries if entry.place is Rank.KEY_FIGURE]
    held = [[code, ", ".join(entry.measure.code for entry in edition.beside(code)[:4])] for code in key_figures]
    assert held == rows_under(datatable, "Kennzahl", "Ergänzungsgrößen")


@when('später eine Kennzahlenfassung "{version}" hinzukommt, nach der die Integrationsquote anders gebildet wird')
def amended(monkeypatch: pytest.MonkeyPatch, version: str) -> None:
    edition = EDITIONS["2019"]
    k2 = CATALOGUES["2019"]["K2"].model_copy(update={"version": version, "formula": Formula.SUM_PER_SUM})
    entries = tuple(
        entry.model_copy(update={"measure": k2}) if entry.measure.code == "K2" else entry for entry in edition.entries
    )
    later = edition.model_copy(update={"version": version, "entries": entries})
    monkeypatch.setitem(EDITIONS, version, later)
    monkeypatch.setitem(CATALOGUES, version, later.measures)


@then("ist der Stand für {month:Month} unverändert der notierte")
def is_still_as_noted(world: World, month: str) -> None:
    assert world.read(month, world.last_recorded).model_dump_json(exclude={"known_at", "version"}) == world.noted


@then(
    'verlangt "{name}" in den verbleibenden {left:d} Monaten {bound:Side} {pace:Number} {unit:Unit} im Monat',
    '"{name}" verlangt in den verbleibenden {left:d} Monaten {bound:Side} {pace:Number} {unit:Unit} im Monat',
)
def needs(world: World, name: str, left: int, bound: str, pace: str, unit: str) -> None:
    found = line(world, name).outlook
    assert found is not None, line(world, name).no_outlook_because
    assert (found.months_left, found.rounded, found.unit) == (left, Decimal(pace), unit)
    assert found.upwards is (bound == "mindestens")
    assert f" {bound} " in f" {explaining.pace(line(world, name))} "


@then('angenommen ist bei "{name}" ein Bestand von {stock:Number} in jedem verbleibenden Monat')
def assumes(world: World, name: str, stock: str) -> None:
    found = line(world, name).outlook
    assert found is not None
    assert found.assumed is not None
    assert (found.assumed.each, "Bestand bleibt" in found.assumed.says) == (stock, True)


@then('angenommen ist bei "{name}" nichts')
def assumes_nothing(world: World, name: str) -> None:
    found = line(world, name).outlook
    assert found is not None
    assert found.assumed is None


@then('gibt es zu "{name}" keinen Ausblick, weil zum Ladestand {state:State} keine Lieferung freigegeben ist')
def no_outlook(world: World, name: str, state: LoadState) -> None:
    found, why = line(world, name), f"Zum Ladestand {state} ist keine Lieferung freigegeben."
    assert (found.outlook, found.no_outlook_because) == (None, why)


@when("die Matrix der Integrationen gelesen wird")
def matrix_is_read(world: World) -> None:
    world.must_be_examined()
    world.noted = Explanations(world.journal).matrix(MINISTRY, world.agreement_id, "INT")


@when('die Matrix von "{figure}" gelesen wird')
def matrix_is_asked_for(world: World, figure: str) -> None:
    code = CODES.get(figure, figure)
    world.attempt(lambda: Explanations(world.journal).matrix(MINISTRY, world.agreement_id, code))


@when('die Matrix von "{figure}" im Abstand von Männern und Frauen gelesen wird')
def gap_is_asked_for(world: World, figure: str) -> None:
    code = CODES[figure]
    world.attempt(lambda: Explanations(world.journal).matrix(MINISTRY, world.agreement_id, code, sex=Sex.GAP))


@then("zeigt die Matrix:")
def shows_matrix(world: World, datatable: Table) -> None:
    found = world.noted
    assert isinstance(found, MatrixReading)
    first, *heads = datatable[0]
    assert first == "Monat"
    assert [column.load_state for column in found.columns] == [load_state(head) for head in heads]
    held = {row.month: [told(figure) for figure in row.figures] for row in found.grid.rows}
    assert held == {month(row[0]): row[1:] for row in datatable[1:]}


def told(figure: Figure | None) -> str:
    """A figure as the features write it."""
    return "" if figure is None else f"{figure.rounded}{', geändert' if figure.changed else ''}"


@when("{actor:Who} die Integrationsquoten zum Ladestand {state:State} vergleicht")
def are_compared(world: World, actor: Actor, state: LoadState) -> None:
    world.must_be_examined()
    world.views.catch_up()
    found = Comparisons(world.views).compared(actor, "03", 2026, month=state.report_month, waited=state.months_waited)
    assert found.load_state == state
    world.noted = found


@then("zeigt der Vergleich:")
def shows_comparison(world: World, datatable: Table) -> None:
    shows_comparison_of(world, "Integrationsquote", datatable)


@then('zeigt der Vergleich zu "{figure}":')
def shows_comparison_of(world: World, figure: str, datatable: Table) -> None:
    found = world.noted
    assert isinstance(found, Comparison)
    (rate,) = (one for one in found.figures if (one.key.measure, one.key.sex) == (CODES[figure], Sex.TOTAL))
    assert [in_words(place) for place in rate.places] == [
        list(row) for row in rows_under(datatable, "Jobcenter", "wie", "Rang", "Zielwert")
    ]


@then('kommt "{figure}" im Vergleich nicht vor')
def does_not_occur(world: World, figure: str) -> None:
    code = CODES[figure]
    assert code not in compared_measures(world)
    assert code in {line.measure for line in world.agreement.terms.lines}, f"{code} ist anderswo nicht vereinbart."


@then('kommt "{figure}" im Vergleich vor')
def occurs(world: World, figure: str) -> None:
    assert CODES[figure] in compared_measures(world)


def compared_measures(world: World) -> set[str]:
    """What the comparison read last has rows for."""
    assert isinstance(world.noted, Comparison)
    return {one.key.measure for one in world.noted.figures}


def in_words(place: ComparedPlace) -> list[str]:
    """A place as the features write it; whether its bound is shown."""
    standings = {standing: words for words, standing in STANDINGS.items()}
    bound = place.agreed is not None and place.agreed.bound is not None
    rank = "" if place.rank is None else str(place.rank)
    return [place.counties[0].name, standings[place.standing], rank, "ja" if bound else "nein"]


@then("stehen {count:d} Kennzahlen und Ergänzungsgrößen der Verordnung daneben")
def of_the_ordinance(world: World, count: int) -> None:
    assert len(key_figures(world)) == count


@then('"{code}" steht dort als {form} bei {value:Number} {unit:Unit}')
def key_figure_stands_at(world: World, code: str, form: str, value: str, unit: str) -> None:
    found = key_figures(world)[code]
    assert found.derivation is not None
    compared = found.derivation.compared
    assert (german(found.form), compared.rounded, compared.unit) == (form, Decimal(value), unit)


@then('als veröffentlicht steht bei "{code}" {value:Number} zum Ladestand {state:State}')
def published_stands_at(world: World, code: str, value: str, state: LoadState) -> None:
    (found,) = [one for one in explained(world).published if one.measure == code]
    assert (found.delivered, found.load_state) == (value, state)


@then('"{code}" ist dort als {form} nicht gebildet, mit Grund')
def key_figure_lacks(world: World, code: str, form: str) -> None:
    found = key_figures(world)[code]
    assert (found.derivation, german(found.form)) == (None, form)
    assert found.not_assessable_because


def key_figures(world: World) -> dict[str, LineResult]:
    """The figures of the ordinance at the month read last, by their codes."""
    return {one.measure: one for one in explained(world).key_figures}


def explained(world: World) -> Explanation:
    """What explains the stand read last."""
    assert world.reading is not None, "Es wurde noch kein Stand gelesen."
    return Explanations(world.journal).explained(MINISTRY, world.agreement_id, month=world.reading.month)


@then("steht neben Ziel {goal_id}:")
def stands_beside(world: World, goal_id: str, datatable: Table) -> None:
    held = {
        (
            NAMES.get(one.measure, one.measure),
            "Abstand" if one.sex is Sex.GAP else german(one.sex),
        ): one.derivation.current.rounded
        for goal in goals(world)
        for one in goal.beside
        if goal.goal_id == goal_id and one.derivation
    }
    assert held == {
        (row[0], row[1]): Decimal(number(row[2])) for row in rows_under(datatable, "Größe", "Geschlecht", "Wert")
    }


@then("ist neben Ziel {goal_id} als nicht geliefert genannt:")
def not_delivered(world: World, goal_id: str, datatable: Table) -> None:
    (goal,) = (goal for goal in goals(world) if goal.goal_id == goal_id)
    lacking = [one for one in goal.beside if not one.derivation]
    gaps = {Sex.GAP: ", Abstand"}
    assert [[NAMES[one.measure] + gaps.get(one.sex, "")] for one in lacking] == datatable


@then('lauten die Angaben zur Qualität von "{name}":')
def states_quality(world: World, name: str, datatable: Table) -> None:
    rows = rows_under(datatable, "Angabe", "enthält")
    said = dict(sentence.split(": ", 1) for sentence in explaining.quality(line(world, name).quality))
    assert set(said) == {row[0] for row in rows}
    for field, contained in rows:
        assert contained in said[field], said[field]
