"""Current attainment: how lines, verdicts and goals stand."""

from datetime import date
from decimal import Decimal

from domain.attainment import LineState, in_words
from domain.figures import LoadState
from domain.german import german
from domain.measures import Unit
from domain.results import Derivation, Gap, LineResult
from domain.year_to_date import Value
from interfaces.german import results as text
from tests.specs.cast import MINISTRY
from tests.specs.clock import end_of
from tests.specs.language import given, number, then, when
from tests.specs.loads import Table, rows_under
from tests.specs.world import World


@when("der Stand für {month:Month} gelesen wird")
def is_read(world: World, month: str) -> None:
    world.must_be_examined()
    world.compared, world.reading = None, world.read(month)


@when("der aktuelle Stand gelesen wird")
def current_is_read(world: World) -> None:
    world.must_be_examined()
    world.compared, world.reading = None, world.read()


@when("der Stand für {month:Month} gelesen wird, wie er am {day:Day} bekannt war")
def is_read_as_known(world: World, month: str, day: date) -> None:
    world.must_be_examined()
    world.compared, world.reading = None, world.read(month, end_of(day))


@when('"{name}" zum Ladestand {current:State} mit dem Ladestand {baseline:State} verglichen wird')
def is_compared(world: World, name: str, current: LoadState, baseline: LoadState) -> None:
    line = world.lines.get(name, name.lower())
    world.compared = world.attempt(
        lambda: world.queries.line(MINISTRY, world.agreement_id, line, current, baseline=baseline)
    )


@given("der Stand für {month:Month} ist notiert")
def is_noted(world: World, month: str) -> None:
    noted = world.read(month, world.last_recorded)
    judged = {line.state for goal in noted.goals for line in goal.lines} & {LineState.ON_COURSE, LineState.OFF_COURSE}
    assert judged, "Der notierte Stand beurteilt nichts; dass er bleibt, beweist nichts."
    world.noted = noted.model_dump_json(exclude={"known_at", "version"})


@then("der Stand für {month:Month}, wie er am {day:Day} bekannt war, ist unverändert der notierte")
def is_as_noted(world: World, month: str, day: date) -> None:
    assert world.read(month, end_of(day)).model_dump_json(exclude={"known_at", "version"}) == world.noted


@then("ist es der Stand für {month:Month}")
def is_of(world: World, month: str) -> None:
    assert world.reading is not None
    assert world.reading.month == month


@then('ist "{name}" {course:Course}', '"{name}" ist {course:Course}')
def is_on(world: World, name: str, course: str) -> None:
    world.line_asked = name
    assert world.line(name).state == course


@then('ist "{name}" beurteilt')
def is_judged(world: World, name: str) -> None:
    assert world.line(name).state in {LineState.ON_COURSE, LineState.OFF_COURSE}


@then('wird "{name}" nur beobachtet', '"{name}" wird nur beobachtet')
def is_monitored(world: World, name: str) -> None:
    assert world.line(name).state == LineState.MONITORED


@then('ist das Urteil "{title}" {course:Course}', 'das Urteil "{title}" ist {course:Course}')
def verdict_is_on(world: World, title: str, course: str) -> None:
    assert world.reading is not None
    verdicts = {verdict.title: verdict.state for goal in world.reading.goals for verdict in goal.verdicts}
    assert verdicts[title] == course


@then('bei "{name}" ist eine Lücke nicht beziffert')
def no_gap(world: World, name: str) -> None:
    assert world.line(name).gap is None


@then('die Lage von "{name}" lautet überall "{words}"')
def stands_in_words(world: World, name: str, words: str) -> None:
    line = world.line(name)
    assert in_words(line.state, line.caveats) == words
    assert words in text.derivation(line)


@then('gezeigt wird "{name}" als "{shown_as}", vereinbart "{agreed}"')
def is_shown(world: World, name: str, shown_as: str, agreed: str) -> None:
    line = world.line(name)
    assert (text.compared(line), text.bound(line)) == (shown_as, agreed)


@then('als Grund ist genannt "{words}"')
def because(world: World, words: str) -> None:
    assert words in (world.line(world.line_asked).not_assessable_because or "")


@then("als Grund ist genannt, dass zum Ladestand {state:State} keine Lieferung freigegeben ist")
def because_not_released(world: World, state: LoadState) -> None:
    because(world, f"Zum Ladestand {state} ist keine Lieferung freigegeben")


@then("als Grund ist genannt, dass ein Wert für {month:Month} fehlt")
def because_lacking(world: World, month: str) -> None:
    because(world, "fehlt")
    because(world, month)


@then('als Grund zu "{name}" ist genannt "{words}"')
def because_of(world: World, name: str, words: str) -> None:
    world.line_asked = name
    because(world, words)


@then('"{name}" hat keinen Wert, weil er erst ab dem Berichtsmonat {month:Month} feststeht')
def not_known_yet(world: World, name: str, month: str) -> None:
    assert world.line(name).derivation is None
    because_of(world, name, f"Berichtsmonat {month}")


@then('steht "{name}" bei {value:Number} {unit:Unit}', '"{name}" steht bei {value:Number} {unit:Unit}')
def stands_at(world: World, name: str, value: str, unit: str) -> None:
    assert shown(derivation(world, name).current) == (Decimal(value), unit)


@then('ohne Vergleich steht "{name}" bei {value:Number} {unit:Unit}')
def stands_alone_at(world: World, name: str, value: str, unit: str) -> None:
    assert shown(world.line(name).alone) == (Decimal(value), unit)


@then('der Rechenweg zu "{name}" nennt "{words}"')
def way_names(world: World, name: str, words: str) -> None:
    assert words in text.derivation(world.line(name))


@then('steht "{name}" im Vorjahr bei {value:Number} {unit:Unit}')
def stood_at(world: World, name: str, value: str, unit: str) -> None:
    assert shown(derivation(world, name).baseline) == (Decimal(value), unit)


@then('steht "{name}" bei {value:Number} {unit:Unit}, im Vorjahr bei {before:Number} {then_in:Unit}')
def stands_and_stood_at(world: World, name: str, value: str, unit: str, before: str, then_in: str) -> None:
    stands_at(world, name, value, unit)
    stood_at(world, name, before, then_in)


@then(
    'die Veränderung von "{name}" beträgt {change:Number} Prozent',
    'beträgt die Veränderung von "{name}" {change:Number} Prozent',
)
def changed_by(world: World, name: str, change: str) -> None:
    compared = derivation(world, name).compared
    assert (compared.rounded, compared.unit) == (Decimal(change), Unit.PERCENT)


@then(
    'bei "{name}" beträgt der Rückstand in {unit:Unit} {whole:Number}',
    'beträgt bei "{name}" der Rückstand in {unit:Unit} {whole:Number}',
)
def lacks(world: World, name: str, unit: str, whole: str) -> None:
    assert (gap(world, name).whole, gap(world, name).unit) == (int(whole), unit)


@then('"{name}" hat weder Zielwert noch Rückstand')
def neither_bound_nor_gap(world: World, name: str) -> None:
    assert (world.line(name).bound, world.line(name).gap) == (None, None)


@then('bei "{name}" ist vermerkt, dass die Rundung das Ergebnis ändern würde')
def rounding_matters(world: World, name: str) -> None:
    assert world.line(name).rounding_sensitive


@then('ist bei "{name}" nicht vermerkt, dass die Rundung das Ergebnis ändern würde')
def rounding_does_not_matter(world: World, name: str) -> None:
    assert not world.line(name).rounding_sensitive


@then(
    'zu "{name}" ist festgestellt, dass {codes:Reasons}',
    'ist zu "{name}" festgestellt, dass {codes:Reasons}',
)
def is_noticed(world: World, name: str, codes: list[str]) -> None:
    assert {finding.rule for finding in world.line(name).findings} == set(codes)


@then('zu "{name}" ist nichts festgestellt', 'ist zu "{name}" nichts festgestellt')
def nothing_noticed(world: World, name: str) -> None:
    assert world.line(name).findings == ()


@then('sind zu "{name}" nach Geschlecht gezeigt:')
def by_sex(world: World, name: str, datatable: Table) -> None:
    held = [
        [german(one.sex), one.current.rounded, one.baseline and one.baseline.rounded, one.compared.rounded]
        for one in world.line(name).by_sex
    ]
    assert held == [
        [sex, *(Decimal(number(cell)) for cell in cells)]
        for sex, *cells in rows_under(datatable, "Geschlecht", "2026", "2025", "Veränderung in Prozent")
    ]


@then("Ziel {goal_id} hat kein Urteil", "hat Ziel {goal_id} kein Urteil")
def no_verdict(world: World, goal_id: str) -> None:
    assert world.goal(goal_id).verdicts == ()
    assert all(line.state == LineState.MONITORED for line in world.goal(goal_id).lines)


@then("kein Ziel hat ein Urteil")
def no_verdicts(world: World) -> None:
    assert world.reading is not None
    assert [verdict for goal in world.reading.goals for verdict in goal.verdicts] == []


@then("Ziel {goal_id} nennt {count:d} Themen")
def names_topics(world: World, goal_id: str, count: int) -> None:
    assert len(world.goal(goal_id).topics) == count


@then('nennt Ziel {goal_id} {steps:d} Schritte und {criteria:d} Kriterien, darunter "{said}"')
def names_steps(world: World, goal_id: str, steps: int, criteria: int, said: str) -> None:
    goal = world.goal(goal_id)
    assert (len(goal.steps), len(goal.criteria)) == (steps, criteria)
    assert any(step.says.startswith(said) for step in goal.steps)


def derivation(world: World, name: str) -> Derivation:
    """How a line's result came about."""
    world.line_asked = name
    return derivation_of(world.line(name))


def derivation_of(line: LineResult) -> Derivation:
    """How a result came about; fails when there is none."""
    assert line.derivation is not None, line.not_assessable_because
    return line.derivation


def gap(world: World, name: str) -> Gap:
    """What a line lacks."""
    lacking = world.line(name).gap
    assert lacking is not None
    return lacking


def shown(value: Value | None) -> tuple[Decimal, str]:
    """A value as it is shown, with its unit."""
    assert value is not None, "Einen Vorjahreswert gibt es hier nicht."
    return value.rounded, value.unit
