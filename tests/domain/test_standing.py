"""How lines and verdicts stand: percent and points, bounds, rounding, what cannot be assessed."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import assume
from hypothesis import given as for_any
from hypothesis import strategies as st

from domain.attainment import LineState
from domain.figures import LoadState, Series
from domain.measures import CATALOGUES, Unit
from domain.results import LineResult
from domain.rulebook.attainment import UNEQUAL_LOAD_STATES
from domain.rulebook.drafting import UNKNOWN_LINE
from domain.rules import Refused
from domain.standing import line_standing, standing
from domain.terms import Comparator, Line, Quantity, Rounding, Sex
from tests.builders import (
    a_line,
    a_load,
    a_released,
    a_state,
    agreed,
    an_agreement_in_force,
    at_least,
    at_most,
    bound,
    drafted,
    k2,
    monthly,
    rate,
    ytd,
)
from tests.domain.given import given

ON, OFF, OPEN = LineState.ON_COURSE, LineState.OFF_COURSE, LineState.NOT_ASSESSABLE
POINTS = Unit.PERCENTAGE_POINTS
STATES = st.builds(a_state, st.dates().map(lambda day: f"20{day.year % 100:02d}-{day:%m}"), st.integers(0, 24))


def test_a_line_the_terms_do_not_have_is_refused() -> None:
    with pytest.raises(Refused) as refused:
        line_standing(given(drafted()).attainment, "k9", a_state())
    assert [finding.rule for finding in refused.value.findings] == [UNKNOWN_LINE.code]


def two_years(line: Line, now: str, before: str | None = None, rounding: Rounding | None = None) -> LineResult:
    """How a line stands in December on values delivered for it and for the December before; rates are exact."""
    return two_loads(
        line,
        [ytd(line.measure, "2026-12", exact_cell(line.measure, now), Sex.TOTAL)],
        [ytd(line.measure, "2025-12", exact_cell(line.measure, before), Sex.TOTAL)] if before else [],
        rounding,
    )


def exact_cell(measure: str, cell: str) -> str:
    is_rate = CATALOGUES["2019"][measure].unit is Unit.PERCENT
    return rate(cell) if is_rate and "/" not in cell else cell


def two_loads(line: Line, now: list[Series], before: list[Series], rounding: Rounding | None = None) -> LineResult:
    life = given(drafted(agreed(line, rounding=rounding)), a_released(a_load(now[0].last, *now)))
    if before:
        life = life.and_then(a_released(a_load(before[0].last, *before)))
    return life.line(line.id, now[0].last)


def compared(result: LineResult) -> Fraction:
    assert result.derivation is not None
    return Fraction(result.derivation.compared.exact)


@pytest.mark.parametrize(("now", "state"), [("31.59", ON), ("31.5899", OFF), ("31.6", ON), ("30.0", OFF), ("35.3", ON)])
def test_30_percent_with_a_rise_of_5_3_percent_needs_31_59(now: str, state: LineState) -> None:
    result = two_years(a_line(at_least("5.3")), now, "30.0")
    assert result.gap is not None
    assert (result.state, Fraction(result.gap.required)) == (state, Fraction("31.59"))


@pytest.mark.parametrize(("now", "state"), [("31.59", OFF), ("35.2999", OFF), ("35.3", ON)])
def test_30_percent_with_a_rise_of_5_3_points_needs_35_3(now: str, state: LineState) -> None:
    result = two_years(a_line(at_least("5.3", POINTS), quantity=Quantity.POINTS), now, "30.0")
    assert result.gap is not None
    assert (result.state, Fraction(result.gap.required)) == (state, Fraction("35.3"))


@for_any(st.decimals("0.1", 100, places=1), st.decimals("0.1", 100, places=1), st.decimals("0.1", 50, places=1))
def test_a_rise_in_percent_is_reached_before_one_in_points_below_100(
    now: Decimal, before: Decimal, rise: Decimal
) -> None:
    assume(before < 100)
    in_percent = two_years(a_line(at_least(f"{rise}")), f"{now}", f"{before}")
    in_points = two_years(a_line(at_least(f"{rise}", POINTS), quantity=Quantity.POINTS), f"{now}", f"{before}")
    assert compared(in_percent) == 100 * (Fraction(now) - Fraction(before)) / Fraction(before)
    assert compared(in_points) == Fraction(now) - Fraction(before)
    assert not (in_points.state is ON and in_percent.state is OFF)


def of_both_sexes(women: tuple[int, int], men: tuple[int, int], year: int = 2026) -> list[Series]:
    """K2 of a January for women, men and all, as integrations and stock."""
    month = f"{year}-01"
    total = (women[0] + men[0], women[1] + men[1])
    pairs = ((women, Sex.WOMEN), (men, Sex.MEN), (total, Sex.TOTAL))
    return [series for (n, stock), sex in pairs for series in k2(month, [n], [stock], sex)]


def test_the_change_of_the_total_is_not_the_mean_of_the_changes_of_the_sexes() -> None:
    now, before = of_both_sexes((60, 1000), (320, 1000)), of_both_sexes((50, 1000), (300, 1000), 2025)
    changes = {sex: compared(two_loads(a_line(sex=sex), now, before)) for sex in (Sex.TOTAL, Sex.WOMEN, Sex.MEN)}
    assert changes[Sex.WOMEN] == 20
    assert changes[Sex.MEN] == Fraction(20, 3)
    assert changes[Sex.TOTAL] == Fraction(60, 7) != (changes[Sex.WOMEN] + changes[Sex.MEN]) / 2


def test_both_sexes_may_rise_while_the_total_falls() -> None:
    now, before = of_both_sexes((110, 2000), (220, 1000)), of_both_sexes((50, 1000), (400, 2000), 2025)
    changes = {sex: compared(two_loads(a_line(sex=sex), now, before)) for sex in (Sex.TOTAL, Sex.WOMEN, Sex.MEN)}
    assert changes[Sex.WOMEN] > 0
    assert changes[Sex.MEN] > 0
    assert changes[Sex.TOTAL] < 0


def test_women_and_men_stand_beside_the_total_and_decide_nothing() -> None:
    now, before = of_both_sexes((60, 1000), (320, 1000)), of_both_sexes((50, 1000), (300, 1000), 2025)
    total = two_loads(a_line(at_least("5")), now, before)
    assert [(one.sex, Fraction(one.compared.exact)) for one in total.by_sex] == [
        (Sex.WOMEN, Fraction(20)),
        (Sex.MEN, Fraction(20, 3)),
    ]
    assert two_loads(a_line(at_least("5"), sex=Sex.WOMEN), now, before).by_sex == ()
    assert two_loads(a_line(at_least("5")), list(k2("2026-01", [9], [90])), list(k2("2025-01", [8], [90]))).by_sex == ()


@for_any(STATES, STATES)
def test_unequal_load_states_are_always_refused(current: LoadState, baseline: LoadState) -> None:
    assume(baseline != current.year_before())
    attainment = given(drafted()).attainment
    with pytest.raises(Refused) as refused:
        line_standing(attainment, "k2", current, baseline)
    assert [finding.rule for finding in refused.value.findings] == [UNEQUAL_LOAD_STATES.code]
    assert str(baseline) in str(refused.value)


@for_any(STATES)
def test_the_same_load_state_of_the_year_before_is_granted(current: LoadState) -> None:
    result = line_standing(given(drafted()).attainment, "k2", current, current.year_before())
    assert result.state is OPEN


@pytest.mark.parametrize(("month", "waited"), [("2025-02", 3), ("2025-02", 1), ("2025-03", 0), ("2024-02", 0)])
def test_a_baseline_of_another_load_state_never_counts(month: str, waited: int) -> None:
    now = a_load("2026-02", ytd("K2", "2026-02", "5.1"))
    other = a_load(month, ytd("K2", month, "4.9"), waited=waited)
    result = given(an_agreement_in_force(), a_released(now), a_released(other)).line("k2", "2026-02")
    assert result.state is OPEN
    assert result.not_assessable_because == "Zum Ladestand 2025-02 (t-0) ist keine Lieferung freigegeben."


def test_a_settled_value_never_replaces_the_contractual_one() -> None:
    loads = [
        a_released(a_load(month, ytd("K2", month, value), waited=waited))
        for month, waited, value in (
            ("2026-12", 0, "29.0"),
            ("2025-12", 0, "30.0"),
            ("2026-12", 3, "33.0"),
            ("2025-12", 3, "29.0"),
        )
    ]
    life = given(drafted(agreed(a_line(at_least("5.3")))), loads)
    assert [result.state for result in (life.line("zeile", "2026-12"), life.line("zeile", "2026-12", 3))] == [OFF, ON]
    assert standing(life.attainment)[0].lines[0].state is OFF
    assert life.attainment.latest_month() == "2026-12"


def test_a_settled_load_alone_says_nothing_at_the_agreed_state() -> None:
    life = given(drafted(agreed(a_line())), a_released(a_load("2026-06", ytd("K2", "2026-06", "9.9"), waited=3)))
    result = standing(life.attainment)[0].lines[0]
    assert (result.state, result.load_state) == (LineState.MONITORED, None)
    assert result.not_assessable_because is not None


def test_a_load_without_the_december_before_its_year_cannot_give_k2() -> None:
    now = a_load("2026-01", *k2("2026-01", [95], [4000]))
    before = a_load("2025-01", monthly("INT", "2025-01", [90]), monthly("ELB", "2025-01", [4010]))
    result = given(an_agreement_in_force(), a_released(now), a_released(before)).line("k2", "2026-01")
    assert (result.state, result.gap, result.derivation) == (OPEN, None, None)
    assert result.not_assessable_because == "In der Lieferung 2025-01-t0 fehlt ELB (insgesamt) für 2024-12."


def outcome(value: Fraction, comparator: str, limit: Fraction) -> bool:
    return {
        "at_least": value >= limit,
        "more_than": value > limit,
        "at_most": value <= limit,
        "less_than": value < limit,
    }[comparator]


def half_away(value: Fraction, decimals: int) -> Fraction:
    shifted = abs(value) * 10**decimals + Fraction(1, 2)
    return Fraction(int(shifted), 10**decimals) * (-1 if value < 0 else 1)


@for_any(
    st.sampled_from([comparator.value for comparator in Comparator]),
    st.integers(900, 1100),
    st.integers(900, 1100),
    st.decimals(-11, 11, places=2).map(lambda limit: limit + 0),
    st.sampled_from(["exact", "rounded"]),
    st.integers(0, 2),
)
def test_rounding_is_called_sensitive_exactly_when_it_flips_the_outcome(
    comparator: str, now: int, before: int, limit: Decimal, decides: str, decimals: int
) -> None:
    rounding = Rounding.model_validate({"decides": decides, "decimals": decimals})
    line = a_line(bound(comparator, format(limit, "f")), measure="LZB")
    result = two_years(line, str(now), str(before), rounding)
    change = Fraction(100 * (now - before), before)
    exactly = outcome(change, comparator, Fraction(limit))
    rounded = outcome(half_away(change, decimals), comparator, Fraction(limit))
    assert result.rounding_sensitive == (exactly is not rounded)
    assert result.state == (ON if (rounded if decides == "rounded" else exactly) else OFF)


@pytest.mark.parametrize(("decides", "state"), [("exact", OFF), ("rounded", ON)])
def test_the_terms_say_whether_the_rounded_value_decides(decides: str, state: LineState) -> None:
    rounding = Rounding.model_validate({"decides": decides, "decimals": 1})
    result = two_years(a_line(at_least("5.3"), measure="LZB"), "3157.65", "3000", rounding)
    assert result.derivation is not None
    shown = str(result.derivation.compared.rounded)
    assert (shown, compared(result)) == ("5.26" if state is OFF else "5.3", Fraction("5.255"))
    assert (result.state, result.rounding_sensitive) == (state, True)


LEVEL = a_line(at_least("30"), quantity=Quantity.LEVEL)


@pytest.mark.parametrize(
    ("line", "month", "state"),
    [
        (LEVEL, "2026-02", OPEN),
        (LEVEL, "2026-11", OPEN),
        (LEVEL, "2026-12", OFF),
        (a_line(at_least("5"), quantity=Quantity.LEVEL), "2026-12", ON),
        (a_line(at_least("30"), quantity=Quantity.LEVEL, interim={"2026-02": at_least("5")}), "2026-02", ON),
        (a_line(at_least("30"), quantity=Quantity.LEVEL, interim={"2026-02": at_least("7")}), "2026-02", OFF),
        (a_line(at_least("30"), quantity=Quantity.LEVEL, interim={"2026-02": at_least("5")}), "2026-03", OPEN),
        (a_line(at_least("1.6", POINTS), quantity=Quantity.POINTS), "2026-02", OPEN),
        (a_line(at_least("1.6", POINTS), quantity=Quantity.POINTS), "2026-12", OFF),
        (a_line(at_least("0.3", POINTS), quantity=Quantity.POINTS), "2026-12", ON),
        (a_line(at_least("5"), interim={"2026-02": at_least("1")}), "2026-02", ON),
        (a_line(at_least("9"), interim={"2026-02": at_least("1")}), "2026-03", OFF),
        (a_line(at_most("6", POINTS), quantity=Quantity.LEVEL, sex=Sex.GAP), "2026-02", OPEN),
        (a_line(at_most("6", Unit.PERSONS), quantity=Quantity.LEVEL, measure="LZB"), "2026-02", ON),
        (a_line(at_most("9", Unit.EUR), quantity=Quantity.LEVEL, measure="LLU"), "2026-02", OPEN),
        (a_line(at_most("9", Unit.EUR), quantity=Quantity.LEVEL, measure="LLU"), "2026-12", ON),
        (a_line(quantity=Quantity.LEVEL), "2026-02", LineState.MONITORED),
    ],
)
def test_a_level_agreed_for_the_years_end_is_not_held_against_its_beginning(
    line: Line, month: str, state: LineState
) -> None:
    cells = {"2026": exact_cell(line.measure, "6.0"), "2025": exact_cell(line.measure, "5.7")}
    now, before = (
        [ytd(line.measure, f"{year}{month[4:]}", cell, sex) for sex in (Sex.TOTAL, Sex.WOMEN, Sex.MEN)]
        for year, cell in cells.items()
    )
    result = two_loads(line, now, before)
    assert result.state is state
    assert (result.not_assessable_because is not None) == (state is OPEN)
    assert result.derivation is not None
    assert (result.gap is None) == (state in {OPEN, LineState.MONITORED})
    in_this_month = {interim.month: interim.bound for interim in line.interim}.get(month)
    assert (result.interim, result.bound) == (in_this_month is not None, in_this_month or line.bound)
