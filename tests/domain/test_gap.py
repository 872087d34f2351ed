"""The gap in natural units: with so many more the line holds, with one fewer it does not."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given as for_any
from hypothesis import strategies as st

from domain.attainment import LineState
from domain.measures import Formula, Measure, Unit
from domain.results import Gap, LineResult
from domain.terms import Bound, Quantity, Rounding
from interfaces.german import results
from tests.builders import (
    a_line,
    a_load,
    a_released,
    agreed,
    at_least,
    at_most,
    bound,
    drafted,
    k2,
    monthly,
    ytd,
)
from tests.domain.given import given
from tests.domain.test_standing import two_loads, two_years

ON, OFF = LineState.ON_COURSE, LineState.OFF_COURSE
COMPARATORS = st.sampled_from(["at_least", "more_than", "at_most", "less_than"])
ROUNDINGS = st.builds(
    lambda decides, decimals: Rounding.model_validate({"decides": decides, "decimals": decimals}),
    st.sampled_from(["exact", "rounded"]),
    st.integers(0, 2),
)
SMALL = st.decimals(-20, 20, places=2).map(lambda value: format(value + 0, "f"))


def gap_of(result: LineResult) -> Gap:
    assert result.gap is not None
    return result.gap


def in_decimals(now: str, before: str) -> LineResult:
    """K2 of two Decembers, delivered as rates in decimals."""
    return two_loads(a_line(at_least("5.3")), [ytd("K2", "2026-12", now)], [ytd("K2", "2025-12", before)])


def whole(gap: Gap) -> int:
    assert gap.whole is not None
    return gap.whole


def towards(bound: Bound) -> int:
    return 1 if bound.comparator.value in {"at_least", "more_than"} else -1


@for_any(COMPARATORS, st.sampled_from(list(Quantity)), SMALL, ROUNDINGS, st.integers(1, 3000), st.integers(1, 9000))
def test_so_many_integrations_make_k2_hold_and_one_fewer_does_not(
    comparator: str, quantity: Quantity, limit: str, rounding: Rounding, integrations: int, stock: int
) -> None:
    unit = Unit.PERCENTAGE_POINTS if quantity is Quantity.POINTS else Unit.PERCENT
    agreed = bound(comparator, limit, unit)

    def with_integrations(more: int) -> LineResult:
        return two_years(a_line(agreed, quantity=quantity), f"{integrations + more}/{stock}", "1227/4103", rounding)

    gap = gap_of(with_integrations(0))
    assert gap.unit is Unit.INTEGRATIONS
    assert whole(gap) >= 0
    assert with_integrations(towards(agreed) * whole(gap)).state is ON
    if gap.whole:
        assert with_integrations(towards(agreed) * (whole(gap) - 1)).state is OFF


@for_any(COMPARATORS, SMALL, ROUNDINGS, st.lists(st.integers(50, 150), min_size=12, max_size=12))
def test_it_does_not_matter_in_which_month_they_come(
    comparator: str, limit: str, rounding: Rounding, months: list[int]
) -> None:
    agreed = bound(comparator, limit)
    before = list(k2("2025-12", [100] * 12, [4000] * 12))

    def with_integrations(more: int, month: int) -> LineResult:
        integrations = [n + more * (month == number) for number, n in enumerate(months)]
        return two_loads(a_line(agreed), list(k2("2026-12", integrations, range(4000, 4012))), before, rounding)

    gap = gap_of(with_integrations(0, 0))
    for month in (0, 11):
        assert with_integrations(towards(agreed) * whole(gap), month).state is ON
        if gap.whole:
            assert with_integrations(towards(agreed) * (whole(gap) - 1), month).state is OFF


@pytest.mark.parametrize(("measure", "unit"), [("LZB", Unit.PERSONS), ("LLU", Unit.EUR)])
@for_any(
    COMPARATORS, st.sampled_from(list(Quantity)), SMALL, ROUNDINGS, st.integers(1000, 5000), st.integers(1000, 5000)
)
def test_so_many_persons_or_euros_make_a_count_hold_and_one_fewer_does_not(
    measure: str, unit: Unit, comparator: str, quantity: Quantity, limit: str, rounding: Rounding, now: int, before: int
) -> None:
    in_unit = Unit.PERCENT if quantity is Quantity.CHANGE else unit
    value = str(Decimal(limit) + 3000) if quantity is Quantity.LEVEL else limit
    agreed = bound(comparator, value, in_unit)

    def with_more(more: int) -> LineResult:
        return two_years(a_line(agreed, measure=measure, quantity=quantity), str(now + more), str(before), rounding)

    gap = gap_of(with_more(0))
    assert gap.unit is unit
    assert whole(gap) >= 0
    assert with_more(towards(agreed) * whole(gap)).state is ON
    if gap.whole:
        assert with_more(towards(agreed) * (whole(gap) - 1)).state is OFF


def test_a_gap_in_points_counts_nothing_and_is_never_shown_as_none() -> None:
    gap = gap_of(in_decimals("31.0", "30.0"))
    assert (gap.unit, gap.whole, str(gap.rounded)) == (Unit.PERCENTAGE_POINTS, None, "0.6")
    gap = gap_of(in_decimals("31.5800", "30.0000"))
    assert (gap.unit, gap.whole, str(gap.rounded)) == (Unit.PERCENTAGE_POINTS, None, "0.01")


@pytest.mark.parametrize(
    ("unit", "now", "says"),
    [
        (Unit.PERSONS, "99", "es fehlt 1 Person"),
        (Unit.INTEGRATIONS, "99", "es fehlt 1 Integration"),
        (Unit.HOUSEHOLDS, "99", "es fehlt 1 Bedarfsgemeinschaft"),
        (Unit.VOUCHERS, "99", "es fehlt 1 Gutschein"),
        (Unit.VOUCHERS, "98", "es fehlen 2 Gutscheine"),
        (Unit.VOUCHERS, "101", "Reserve 1 Gutschein"),
        (Unit.INDEX, "98", "es fehlen 2,0 Indexpunkte"),
    ],
)
def test_a_gap_of_one_is_said_in_every_unit_and_points_of_an_index_are_not_counted(
    unit: Unit, now: str, says: str
) -> None:
    own = Measure(
        code="EIGEN",
        name="Eigene Zahl",
        version="eigen",
        formula=Formula.LAST,
        numerator="EIGEN",
        unit=unit,
        counted_in=unit,
        source="erfunden",
    )
    line = a_line(at_least("100", unit), measure="EIGEN", quantity=Quantity.LEVEL)
    life = given(
        drafted(agreed(line, own_measures=(own,))), a_released(a_load("2026-12", ytd("EIGEN", "2026-12", now)))
    )
    result = life.line("zeile", "2026-12")
    assert results.gap(result.gap, result) == says


@for_any(COMPARATORS, SMALL, st.integers(1, 3000))
def test_the_exact_gap_is_what_is_missing_or_in_reserve(comparator: str, limit: str, integrations: int) -> None:
    agreed = bound(comparator, limit)
    result = two_years(a_line(agreed), f"{integrations}/4000", "1200/4000")
    gap = gap_of(result)
    needed = 1200 * (1 + Fraction(limit) / 100)
    assert Fraction(gap.exact) == towards(agreed) * (needed - integrations)
    assert abs(Fraction(gap.rounded) - Fraction(gap.exact)) <= Fraction(1, 20)
    if Fraction(gap.exact) != 0:
        assert (Fraction(gap.exact) > 0) == (result.state is OFF)


@pytest.mark.parametrize(
    ("agreed", "now", "state", "exact", "missing"),
    [
        (at_least("5.3"), 1263, OFF, "0.6", 1),
        (at_least("5.3"), 1264, ON, "-0.4", 0),
        (at_least("5"), 1260, ON, "0", 0),
        (bound("more_than", "5"), 1260, OFF, "0", 1),
        (bound("more_than", "5"), 1261, ON, "-1", 0),
        (at_most("-2.5"), 1170, ON, "0", 0),
        (at_most("-2.5"), 1171, OFF, "1", 1),
        (bound("less_than", "-2.5"), 1170, OFF, "0", 1),
        (bound("less_than", "-2.5"), 1169, ON, "-1", 0),
    ],
)
def test_a_strict_bound_needs_one_more_than_reaching_it(
    agreed: Bound, now: int, state: LineState, exact: str, missing: int
) -> None:
    result = two_years(a_line(agreed), f"{now}/4000", "1200/4000")
    gap = gap_of(result)
    assert (result.state, Fraction(gap.exact), gap.whole) == (state, Fraction(exact), missing)


def test_a_rate_without_numerator_and_denominator_has_its_gap_in_points() -> None:
    gap = gap_of(in_decimals("31.0", "30.0"))
    assert (gap.unit, Fraction(gap.exact), gap.required) == (Unit.PERCENTAGE_POINTS, Fraction("0.59"), "3159/100")


@pytest.mark.parametrize("code", ["K1E3", "K1E4"])
def test_a_mean_of_rates_has_its_gap_in_points(code: str) -> None:
    flow = {"K1E3": "ELB_ZUGANG", "K1E4": "ELB_ABGANG"}[code]
    now, before = (
        [monthly(flow, f"{year}-01", [people]), monthly("ELB", f"{year - 1}-12", [1000, 1000])]
        for year, people in ((2026, 30), (2025, 40))
    )
    gap = gap_of(two_loads(a_line(at_least("0"), measure=code), now, before))
    assert (gap.unit, Fraction(gap.exact)) == (Unit.PERCENTAGE_POINTS, Fraction(1))


def test_the_gap_of_a_share_counts_in_its_numerator() -> None:
    # what it counts is known three months later, so that January is the last month there is in April
    now = [monthly("INT_BD", "2026-01", [40, 0, 0, 0]), monthly("INT", "2026-01", [100, 0, 0, 0])]
    line = a_line(at_least("45"), measure="INT_BD_SHARE", quantity=Quantity.LEVEL)
    gap = gap_of(two_loads(line, now, []))
    assert (gap.unit, gap.exact, gap.whole) == (Unit.INTEGRATIONS, "5", 5)


@pytest.mark.parametrize(
    ("agreed", "now", "state", "missing"),
    [
        (at_least("0", Unit.PERSONS), "999.5", OFF, 1),
        (at_least("-1", Unit.PERSONS), "998.5", OFF, 1),
        (at_least("1", Unit.PERSONS), "1000.5", ON, 0),
        (at_most("0", Unit.PERSONS), "1000.5", OFF, 1),
        (at_most("1", Unit.PERSONS), "1001.5", OFF, 1),
        (at_most("-1", Unit.PERSONS), "999.5", ON, 0),
    ],
)
def test_a_half_is_rounded_away_from_zero_before_it_decides(
    agreed: Bound, now: str, state: LineState, missing: int
) -> None:
    line = a_line(agreed, measure="LZB", quantity=Quantity.POINTS)
    result = two_years(line, now, "1000", Rounding(decides="rounded", decimals=0))
    assert (result.state, gap_of(result).whole) == (state, missing)
