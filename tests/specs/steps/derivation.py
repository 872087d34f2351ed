"""How a result came about, and whether anyone can recompute it."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

from domain.figures import LoadState
from domain.values import rounded, year_of
from domain.year_to_date import Input, Value
from tests.specs import loads
from tests.specs.clock import end_of
from tests.specs.language import month as month_named
from tests.specs.language import number, then
from tests.specs.loads import FLAGS, Table
from tests.specs.steps.attainment import derivation
from tests.specs.world import World


@then('nennt die Herleitung von "{name}" diese Eingangswerte des laufenden Jahres:')
def inputs(world: World, name: str, datatable: Table) -> None:
    size, *heads = datatable[0]
    assert size == "Größe"
    months = [month_named(head) for head in heads]
    given = {
        loads.quantity(row[0])[0]: {m: number(cell) for m, cell in zip(months, row[1:], strict=True) if cell}
        for row in datatable[1:]
    }
    used = derivation(world, name).current.inputs
    assert {one.measure: dict(zip(one.months, one.values, strict=True)) for one in used} == given


@then('nennt die Herleitung von "{name}" die Lieferung "{delivery:Id}" mit dem Ladestand {state:State}')
def names_delivery(world: World, name: str, delivery: str, state: LoadState) -> None:
    used = derivation(world, name).current.inputs
    events = {record.event_id for record in world.log() if getattr(record.fact, "load", None)}
    assert {(one.delivery_id, one.load_state) for one in used} == {(delivery, state)}
    assert {one.event_id for one in used} <= events


@then(
    'ergeben in der Herleitung von "{name}" {above:Number} Integrationen auf {below:Number} Leistungsberechtigte genau'
    " {percent:Number} Prozent"
)
def recomputed(world: World, name: str, above: str, below: str, percent: str) -> None:
    value = derivation(world, name).current
    counted, stock = (total(one) for one in value.inputs)
    mean = stock / len(value.inputs[1].values)
    assert (counted, mean) == (Fraction(above), Fraction(below))
    assert Fraction(value.exact) == 100 * counted / mean == Fraction(percent)


def total(used: Input) -> Fraction:
    """The sum of a series' figures."""
    return sum(map(Fraction, used.values), Fraction(0))


@then('die Herleitung nennt die Formel "{formula}"')
def names_formula(world: World, formula: str) -> None:
    assert formula in derivation(world, world.line_asked).current.formula


@then('die Herleitung nennt die Fundstelle "{source}"')
def names_source(world: World, source: str) -> None:
    assert derivation(world, world.line_asked).current.source == source


@then("die Veränderung ergibt sich aus beiden Werten und ist auf {places:d} Stelle gerundet")
def change_recomputed(world: World, places: int) -> None:
    derived = derivation(world, world.line_asked)
    assert derived.baseline is not None
    change = (Fraction(derived.current.exact) / Fraction(derived.baseline.exact) - 1) * 100
    assert Fraction(derived.compared.exact) == change
    assert (derived.compared.rounded, derived.rounding.decimals) == (rounded(change, places), places)
    assert abs(Fraction(Decimal(derived.compared.rounded)) - change) <= Fraction(1, 20)


@then('der Wert von "{name}" ist wie geliefert, nicht nachgerechnet')
def is_as_delivered(world: World, name: str) -> None:
    value = derivation(world, name).current
    assert (value.basis, value.formula) == ("delivered", "wie geliefert, nicht nachgerechnet")


@then('der Wert von "{name}" ist errechnet')
def is_computed(world: World, name: str) -> None:
    assert derivation(world, name).current.basis == "computed"


@then('kennzeichnet die Herleitung von "{name}" den Wert für {month:Month} als {flag}')
def current_flagged(world: World, name: str, month: str, flag: str) -> None:
    assert (month, FLAGS[flag]) in flags(derivation(world, name).current)


@then('die Herleitung von "{name}" kennzeichnet den Vorjahreswert für {month:Month} als {flag}')
def baseline_flagged(world: World, name: str, month: str, flag: str) -> None:
    baseline = derivation(world, name).baseline
    assert baseline is not None
    assert (month, FLAGS[flag]) in flags(baseline)


def flags(value: Value) -> set[tuple[str, str]]:
    """Which months' figures are marked, and how."""
    return {(flag.month, flag.flag) for used in value.inputs for flag in used.flags}


@then("ist er nach dem Stand {version:d} der Bedingungen gerechnet")
def computed_under(world: World, version: int) -> None:
    computed_under_then(world, version)
    assert world.reading is not None
    assert world.reading.terms_hash == world.agreement.terms_hash


@then("er ist nach dem damals geltenden Stand {version:d} der Bedingungen gerechnet")
def computed_under_then(world: World, version: int) -> None:
    assert world.reading is not None
    lines = [line for goal in world.reading.goals for line in goal.lines if line.derivation]
    assert {line.derivation.terms_version for line in lines if line.derivation} == {version}
    assert world.reading.terms_version == version


@then("am {day:Day} war der Stand für {month:Month} nach dem Stand {version:d} der Bedingungen gerechnet")
def was_computed_under(world: World, day: date, month: str, version: int) -> None:
    found = world.read(month, end_of(day))
    assert (found.terms_version, found.month) == (version, month)
    assert year_of(month) == world.agreement.terms.year
