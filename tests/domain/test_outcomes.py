"""Outcomes that figures alone do not give: rounding nobody agreed on, rates delivered in decimals, numbers named."""

from decimal import Decimal
from fractions import Fraction
from typing import Literal

import pytest
from hypothesis import given as for_any
from hypothesis import strategies as st

from domain.attainment import Caveat, LineState, in_words
from domain.bare_values import Spread
from domain.measures import Unit
from domain.outcomes import exactly, holds, when_rounded
from domain.results import LineResult
from domain.standing import standing
from domain.terms import Bound, Comparator, LineKind, NamedLevel, Quantity, Rounding, Sex
from domain.values import rounded
from interfaces.german.results import rounding
from tests.builders import a_line, a_load, a_released, agreed, at_least, at_most, bound, drafted, ytd
from tests.domain.given import given
from tests.domain.test_standing import two_loads, two_years

ON, OFF = LineState.ON_COURSE, LineState.OFF_COURSE
UNDECIDABLE, ROUNDING_OPEN = LineState.UNDECIDABLE, LineState.ROUNDING_OPEN
STOCK = a_line(at_most("-0.3"), measure="LZB")
Decides = Literal["exact", "rounded", "not_agreed"]


def by(decides: Decides, decimals: int = 1) -> Rounding:
    return Rounding(decides=decides, decimals=decimals)


def level(value: str, unit: Unit = Unit.PERCENT) -> Bound:
    return at_least(value, unit)


@pytest.mark.parametrize(
    ("now", "decides", "state"),
    [
        ("4778", "exact", OFF),
        ("4778", "rounded", ON),
        ("4778", "not_agreed", ROUNDING_OPEN),
        ("4777", "not_agreed", ON),
        ("4781", "not_agreed", OFF),
    ],
)
def test_rounding_decides_as_agreed_or_is_said_to_be_open(now: str, decides: Decides, state: LineState) -> None:
    result = two_years(STOCK, now, "4792", by(decides))
    assert result.state is state
    assert result.rounding_sensitive == (now == "4778")
    warned = now == "4778" and decides != "not_agreed"
    assert result.caveats == ((Caveat.ROUNDING,) if warned else ())
    assert bool(result.not_assessable_because) == (state is ROUNDING_OPEN)


def test_a_state_is_said_with_what_qualifies_it() -> None:
    assert in_words(OFF, [Caveat.ROUNDING]) == "nicht auf Kurs (nur die Rundung entscheidet)"
    assert in_words(ROUNDING_OPEN) == "nur die Rundung entscheidet, sie ist nicht vereinbart"


def naming(value: str, *, decides: bool) -> LineResult:
    named = NamedLevel(value=Decimal(value), unit=Unit.PERSONS, decides=decides)
    line = a_line(at_most("-0.3").model_copy(update={"names": named}), measure="LZB")
    return two_years(line, "4778", "4792", by("exact"))


def test_the_number_named_beside_a_percentage_decides_where_the_terms_say_so() -> None:
    decided = naming("4778", decides=True)
    assert decided.gap is not None
    assert (decided.state, decided.gap.required, decided.gap.whole) == (ON, "4778", 0)
    assert naming("4778", decides=False).state is OFF
    assert naming("4777", decides=True).state is OFF


def delivered(now: str, before: str, agreed_bound: Bound, decides: Decides = "exact") -> LineResult:
    line = a_line(agreed_bound)
    return two_loads(line, [ytd("K2", "2026-12", now)], [ytd("K2", "2025-12", before)], by(decides))


def test_rates_in_decimals_stand_for_all_that_rounds_to_them() -> None:
    result = delivered("26.3", "25.0", at_least("5.3"))
    assert (result.state, result.gap) == (UNDECIDABLE, None)
    assert result.derivation is not None
    compared = result.derivation.compared
    ends = (Fraction("26.25") / Fraction("25.05") - 1) * 100, (Fraction("26.35") / Fraction("24.95") - 1) * 100
    assert (Fraction(compared.low or 0), Fraction(compared.high or 0)) == ends
    assert result.not_assessable_because is not None
    assert "zwischen 4,8 und 5,6 %" in result.not_assessable_because


@pytest.mark.parametrize(("decides", "also"), [("exact", ""), ("not_agreed", ", eine Rundung ist nicht vereinbart")])
def test_the_ends_of_what_a_value_can_be_never_look_equal_to_the_bound(decides: Decides, also: str) -> None:
    line = a_line(level("32.1"), quantity=Quantity.LEVEL)
    result = two_loads(line, [ytd("K2", "2026-12", "32.1")], [], by(decides))
    assert result.not_assessable_because == (
        "Geliefert sind gerundete Werte, der genaue liegt zwischen 32,05 und 32,15 %; "
        f"vereinbart ist mindestens 32,1 %{also}."
    )
    assert result.derivation is not None
    assert str(result.derivation.current.rounded) == "32.1", "a delivered value has no more decimals than it came with"
    changed = delivered("26.3", "25.0", at_least("5.6"))
    assert "zwischen 4,79 und 5,61 %" in (changed.not_assessable_because or "")
    assert changed.derivation is not None
    assert str(changed.derivation.current.rounded) == "26.3"


def test_where_rounding_decides_the_ends_never_look_equal_to_where_it_turns() -> None:
    line = a_line(level("32.1"), quantity=Quantity.LEVEL)
    result = two_loads(line, [ytd("K2", "2026-12", "32.05")], [], by("rounded"))
    assert result.state is UNDECIDABLE
    assert "zwischen 32,045 und 32,055 %" in (result.not_assessable_because or "")


@pytest.mark.parametrize(
    ("now", "before", "state"), [("27.0", "25.0", ON), ("26.0", "25.0", OFF), ("26.325", "25.000", UNDECIDABLE)]
)
def test_rates_in_decimals_decide_where_the_bound_lies_outside(now: str, before: str, state: LineState) -> None:
    assert delivered(now, before, at_least("5.3")).state is state


@pytest.mark.parametrize(
    ("rate", "decides", "state"),
    [
        ("31.1", "rounded", ON),
        ("31.1", "exact", UNDECIDABLE),
        ("31.1", "not_agreed", ROUNDING_OPEN),
        ("31.0", "exact", OFF),
        ("31.0", "rounded", OFF),
        ("31.2", "exact", ON),
        ("31", "rounded", UNDECIDABLE),
        ("31", "not_agreed", UNDECIDABLE),
    ],
)
def test_a_published_rate_meets_its_own_number_where_rounding_decides(
    rate: str, decides: Decides, state: LineState
) -> None:
    line = a_line(level("31.1"), quantity=Quantity.LEVEL)
    assert two_loads(line, [ytd("K2", "2026-12", rate)], [], by(decides)).state is state


def test_the_gap_of_the_sexes_adds_what_both_rates_leave_open() -> None:
    line = a_line(at_most("7.5", Unit.PERCENTAGE_POINTS), sex=Sex.GAP, quantity=Quantity.LEVEL)
    series = [ytd("K2", "2026-12", "33.8", Sex.MEN), ytd("K2", "2026-12", "26.2", Sex.WOMEN)]
    assert two_loads(line, series, [], by("exact")).state is UNDECIDABLE


def test_an_expected_value_is_told_and_not_judged() -> None:
    line = a_line(at_least("5.3"), kind=LineKind.EXPECTED)
    states = [two_years(line, now, "30.0").state for now in ("31.59", "31.58")]
    assert states == [LineState.AS_EXPECTED, LineState.NOT_AS_EXPECTED]
    unagreed = two_years(a_line(at_least("5.3"), kind=LineKind.EXPECTED), "31.58", "30.0", by("not_agreed"))
    assert unagreed.state is ROUNDING_OPEN
    assert rounding(unagreed) == "Ob der genaue oder der gerundete Wert zählt, ist nicht vereinbart."


def test_a_value_that_misses_its_bound_never_looks_equal_to_it() -> None:
    result = two_years(a_line(at_least("5.3"), measure="LZB"), "3158.9", "3000", by("exact"))
    assert result.derivation is not None
    assert result.gap is not None
    shown = result.derivation.compared.rounded, result.derivation.current.rounded, result.gap.rounded
    assert (result.state, [str(value) for value in shown]) == (OFF, ["5.297", "3158.9", "0.1"])
    missed = two_years(a_line(level("32.1"), quantity=Quantity.LEVEL), "32.06/1", None, by("exact"))
    assert missed.derivation is not None
    assert (missed.state, str(missed.derivation.current.rounded)) == (ON, "3206.0")


def test_figures_have_as_many_decimals_as_the_bound() -> None:
    result = two_years(a_line(at_most("-0.25"), measure="LZB"), "1197", "1200", by("exact", 2))
    assert result.derivation is not None
    assert (result.state, str(result.derivation.compared.rounded)) == (ON, "-0.25")


@for_any(
    st.decimals(-60, 60, places=3),
    st.integers(0, 3),
    st.integers(0, 2),
    st.sampled_from(list(Comparator)),
    st.decimals(-60, 60, places=2),
    st.fractions(0, 1),
)
def test_what_is_certain_holds_for_every_value_within(
    middle: Decimal, digits: int, decimals: int, comparator: Comparator, limit: Decimal, part: Fraction
) -> None:
    half = Fraction(1, 2 * 10**digits)
    low, high = Fraction(middle) - half, Fraction(middle) + half
    inside = low + (high - low) * (part * Fraction(98, 100) + Fraction(1, 100))
    spread, agreed_bound = Spread(Fraction(middle), low, high), bound(comparator.value, format(limit + 0, "f"))
    assert exactly(spread, agreed_bound) in {None, holds(inside, agreed_bound)}
    assert when_rounded(spread, agreed_bound, decimals) in {
        None,
        holds(Fraction(rounded(inside, decimals)), agreed_bound),
    }


@pytest.mark.parametrize(("hold", "state"), [(3, ON), (2, ON), (1, OFF)])
def test_two_of_three_are_enough_where_so_agreed(hold: int, state: LineState) -> None:
    sexes = (Sex.TOTAL, Sex.WOMEN, Sex.MEN)
    lines = tuple(a_line(at_least("0"), measure="LZB", sex=sex, id=sex.value) for sex in sexes)
    terms = agreed(*lines)
    goal = terms.goals[0]
    verdict = goal.verdicts[0].model_copy(update={"needs": 2})
    terms = terms.model_copy(update={"goals": (goal.model_copy(update={"verdicts": (verdict,)}),)})
    now = a_load("2026-12", *(ytd("LZB", "2026-12", "9" if n < hold else "7", sex) for n, sex in enumerate(sexes)))
    before = a_load("2025-12", *(ytd("LZB", "2025-12", "8", sex) for sex in sexes))
    life = given(drafted(terms), a_released(now), a_released(before))
    assert standing(life.attainment)[0].verdicts[0].state is state


def test_a_named_base_year_takes_the_place_of_the_year_before() -> None:
    line = a_line(at_most("-10"), measure="LZB").model_copy(update={"base_year": 2019})
    life = given(
        drafted(agreed(line)),
        *(
            a_released(a_load(f"{year}-12", ytd("LZB", f"{year}-12", n)))
            for year, n in ((2026, "90"), (2025, "95"), (2019, "100"))
        ),
    )
    result = life.line("zeile", "2026-12")
    assert result.derivation is not None
    assert result.derivation.baseline is not None
    assert (result.state, result.derivation.baseline.load_state.report_month) == (ON, "2019-12")
    assert result.derivation.compared.formula == "100 · (laufendes Jahr ÷ Jahr 2019 − 1)"


def test_a_line_may_wait_longer_than_the_others() -> None:
    line = a_line(at_most("-10"), measure="LZB").model_copy(update={"months_waited": 3})
    loads = [a_load(f"{year}-12", ytd("LZB", f"{year}-12", n), waited=3) for year, n in ((2026, "90"), (2025, "100"))]
    life = given(drafted(agreed(line)), *(a_released(load, load.state.report_month) for load in loads))
    result = life.line("zeile", "2026-12")
    assert (result.state, result.load_state and result.load_state.months_waited) == (ON, 3)
