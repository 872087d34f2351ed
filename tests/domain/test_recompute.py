"""Every computed figure can be recomputed by a stranger from the derivation alone, and tampering shows."""

import copy
import json
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given as for_any
from hypothesis import strategies as st

from domain.figures import Load, Series
from domain.measures import CATALOGUES, Unit
from domain.terms import Bound, Comparator, Line, LineKind, Quantity, Rounding, Sex
from domain.values import shift
from tests.builders import a_line, a_load, a_released, agreed, at_least, at_most, bound, drafted, k2, monthly, ytd
from tests.domain.given import given
from tests.recompute import everything, recompute

MEASURES = CATALOGUES["2019"]
PEOPLE = (Sex.TOTAL, Sex.WOMEN, Sex.MEN)


@st.composite
def loads(draw: st.DrawFn, code: str, month: str, waited: int) -> Load:
    """Figures for one measure and all sexes: monthly for as long as any formula reaches back, as delivered, or both."""
    measure, number = MEASURES[code], int(month[5:]) + 12
    series: list[Series] = []
    for sex in PEOPLE:
        how = draw(st.sampled_from(["monthly", "monthly", "delivered", "both"]))
        if how != "delivered":
            counted = draw(st.lists(st.integers(1, 900), min_size=number, max_size=number))
            series.append(monthly(measure.numerator, shift(month, 1 - number), counted, sex))
        if how != "delivered" and measure.denominator:
            stocks = draw(st.lists(st.integers(900, 9000), min_size=number + 1, max_size=number + 1))
            series.append(monthly(measure.denominator, shift(month, -number), stocks, sex))
        if how != "monthly":
            series.append(ytd(code, month, draw(st.sampled_from(["30.25", "27", "118/388", "7/3"])), sex))
    return a_load(month, *series, waited=waited)


@st.composite
def bounds(draw: st.DrawFn, quantity: Quantity, unit: Unit) -> Bound:
    in_unit = unit
    if quantity is Quantity.CHANGE:
        in_unit = Unit.PERCENT
    elif quantity is Quantity.POINTS and unit is Unit.PERCENT:
        in_unit = Unit.PERCENTAGE_POINTS
    value = draw(st.decimals(-50, 50, places=draw(st.integers(0, 3))).map(lambda number: format(number + 0, "f")))
    return bound(draw(st.sampled_from(Comparator)).value, value, in_unit)


@st.composite
def results(draw: st.DrawFn) -> Any:
    """The JSON of a line's result, for any measure, month, sex, quantity, bound and rounding."""
    code = draw(st.sampled_from(sorted(MEASURES)))
    month = f"2026-{draw(st.one_of(st.just(12), st.integers(1, 12))):02d}"
    rate = MEASURES[code].unit is Unit.PERCENT
    sex = draw(st.sampled_from([*PEOPLE, Sex.GAP] if rate else PEOPLE))
    quantity = draw(st.sampled_from(Quantity))
    kind = draw(st.sampled_from([LineKind.TARGET, LineKind.TARGET, LineKind.EXPECTED, LineKind.MONITORED]))
    unit = Unit.PERCENTAGE_POINTS if sex is Sex.GAP else MEASURES[code].unit
    agreed_bound = None if kind is LineKind.MONITORED else draw(bounds(quantity, unit))
    interim = {month: agreed_bound} if agreed_bound and draw(st.booleans()) else None
    line = a_line(agreed_bound, measure=code, sex=sex, quantity=quantity, kind=kind, interim=interim)
    rounding = Rounding.model_validate(
        {"decides": draw(st.sampled_from(["exact", "rounded", "not_agreed"])), "decimals": draw(st.integers(0, 3))}
    )
    waited = draw(st.sampled_from([0, 3]))
    now, before = draw(loads(code, month, waited)), draw(loads(code, shift(month, -12), waited))
    life = given(drafted(agreed(line, rounding=rounding)), a_released(now), a_released(before))
    return life.line("zeile", month, waited).model_dump(mode="json")


@for_any(results())
def test_every_result_is_recomputed_from_its_own_json(result: Any) -> None:
    assert recompute(json.loads(json.dumps(result))) == []


def a_result(line: Line | None = None) -> Any:
    """K2 of March in both years, for all, women and men."""
    series = {
        year: [
            *k2(f"{year}-03", [90 + more, 95, 100], [4000, 4010, 4020, 4030]),
            *k2(f"{year}-03", [40, 41, 42 + more], [2000, 2005, 2010, 2015], Sex.WOMEN),
            *k2(f"{year}-03", [50, 54, 58], [2000, 2005, 2010, 2015], Sex.MEN),
        ]
        for year, more in ((2025, 0), (2026, 9))
    }
    life = given(
        drafted(agreed(line or a_line(at_least("5.3")))),
        *(a_released(a_load(f"{year}-03", *of_year)) for year, of_year in series.items()),
    )
    return json.loads(life.line("zeile", "2026-03").model_dump_json())


NUMBERS = (
    "derivation.current.exact",
    "derivation.current.numerator",
    "derivation.current.denominator",
    "derivation.current.inputs.0.values.1",
    "derivation.current.inputs.1.values.0",
    "derivation.baseline.exact",
    "derivation.baseline.inputs.1.values.2",
    "derivation.compared.exact",
    "gap.exact",
    "gap.required",
    "by_sex.0.current.exact",
    "by_sex.0.baseline.inputs.0.values.0",
    "by_sex.1.compared.exact",
    "bound.value",
)
OTHERS: dict[str, object] = {
    "state": "on_course",
    "rounding_sensitive": True,
    "gap.whole": 1,
    "gap.rounded": "9.9",
    "derivation.current.rounded": "9.9",
    "derivation.compared.rounded": "9.9",
    "derivation.current.inputs.0.delivery_id": "andere",
    "derivation.current.inputs.0.revision": "andere",
    "derivation.current.inputs.1.months.0": "2026-01",
    "derivation.baseline.inputs.0.load_state.months_waited": 3,
    "derivation.baseline.inputs.0.load_state.report_month": "2025-02",
    "derivation.compared.quantity": "points",
    "derivation.current.formula": "100 · Σ INT Januar…m ÷ Σ ELB Januar…m",
    "by_sex.0.sex": "men",
    "sex": "women",
    "kind": "monitored",
    "load_state.months_waited": 1,
}


def tampered(result: Any, path: str, value: object = None) -> Any:
    """A copy with another value at a path, by default the number there plus one."""
    copied = copy.deepcopy(result)
    *steps, last = (int(step) if step.isdigit() else step for step in path.split("."))
    inner = copied
    for step in steps:
        inner = inner[step]
    assert inner[last] != value
    inner[last] = str(Fraction(inner[last]) + 1) if value is None else value
    return copied


@pytest.mark.parametrize("path", NUMBERS)
def test_another_number_anywhere_is_found(path: str) -> None:
    assert recompute(tampered(a_result(), path)) != []


@pytest.mark.parametrize(("path", "value"), OTHERS.items(), ids=OTHERS)
def test_another_word_anywhere_is_found(path: str, value: object) -> None:
    assert recompute(tampered(a_result(), path, value)) != []


def test_a_result_untouched_is_sound_and_found_wherever_it_stands() -> None:
    result = a_result()
    assert result["state"] == "off_course"
    assert recompute(result) == []
    nested = {"attainment": [{"goals": [{"lines": [result]}]}], "history": []}
    assert everything(nested) == (1, [])
    result["state"] = "on_course"
    assert everything(nested) == (1, recompute(result))


@pytest.mark.parametrize(
    ("line", "derived"),
    [(a_line(at_most("5"), quantity=Quantity.LEVEL), True), (a_line(at_most("5"), measure="LZB"), False)],
)
@pytest.mark.parametrize(
    ("path", "value"), [("state", "on_course"), ("gap", {"whole": 0}), ("not_assessable_because", None)]
)
def test_a_result_that_is_not_judged_claims_nothing(line: Line, derived: bool, path: str, value: object) -> None:
    result = a_result(line)
    assert (result["derivation"] is not None, recompute(result)) == (derived, [])
    result[path] = value
    assert recompute(result) != []
