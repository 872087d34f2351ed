"""The outlook: a year that goes on at exactly the pace reaches exactly the bound, under the assumption stated."""

from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given as for_any
from hypothesis import strategies as st

from application.reading.explanation import LineExplained
from domain.figures import Load, Series
from domain.lacking import Lacking
from domain.measures import Unit
from domain.outlook import outlook
from domain.results import LineResult, Outlook
from domain.terms import Bound, Line, Quantity, Rounding, Sex, Terms
from domain.values import Month, shift
from interfaces.german.explanation import pace
from interfaces.german.results import derivation
from tests.builders import a_line, a_load, a_released, agreed, at_least, at_most, bound, drafted, k2, monthly, ytd
from tests.domain.given import Given, given

BOUNDS = st.sampled_from(
    [at_least("5.3"), at_most("-2.5"), bound("more_than", "0.25"), bound("less_than", "14"), at_least("-7")]
)
FIGURES = st.lists(st.integers(100, 900), min_size=24, max_size=24)
STOCKS = st.lists(st.sampled_from([1000, 2000, 4000, 5000, 8000]), min_size=25, max_size=25)
KNOWN_LATE = {"INT_BD_SHARE"}
"""What is counted three months later has no value of every month of the year."""
MADE_OF = {
    "K2": ("INT", "ELB"),
    "LZB": ("LZB", None),
    "LLU": ("LLU", None),
    "INT_BD_SHARE": ("INT_BD", "INT"),
    "K3E2": ("LZB_AMP", "LZB"),
    "K1E3": ("ELB_ZUGANG", "ELB"),
}


def cells(first: Month, code: str, figures: list[Fraction]) -> Series:
    return monthly(code, first, figures)


def life(terms: Terms, *loads: Load) -> Given:
    return given(drafted(terms), [a_released(load, f"lieferung-{n}") for n, load in enumerate(loads)])


def read(terms: Terms, month: Month, *loads: Load, waited: int = 0) -> tuple[LineResult, Outlook]:
    lived = life(terms, *loads)
    (line,) = terms.lines
    result = lived.line(line.id, month, waited)
    return result, outlook(lived.attainment, line, result)


def of_month(code: str, month: Month, counted: list[Fraction], below: list[Fraction]) -> Load:
    numerator, denominator = MADE_OF[code]
    first = f"{month[:4]}-01"
    series = [cells(first, numerator, counted)]
    if denominator:
        series.append(cells(shift(first, -1), denominator, below))
    return a_load(month, *series)


@for_any(st.sampled_from(sorted(MADE_OF.keys() - KNOWN_LATE)), st.integers(1, 11), BOUNDS, FIGURES, STOCKS)
def test_going_on_at_exactly_the_pace_reaches_exactly_the_bound(
    code: str, months: int, agreed_bound: Bound, figures: list[int], stocks: list[int]
) -> None:
    terms = agreed(a_line(agreed_bound, measure=code))
    counted, below = [Fraction(n) for n in figures], [Fraction(n) for n in stocks]
    before = of_month(code, "2025-12", counted[:12], below[:13])
    now = of_month(code, f"2026-{months:02d}", counted[12 : 12 + months], below[12 : 13 + months])
    baseline = of_month(code, f"2025-{months:02d}", counted[:months], below[: months + 1])
    result, found = read(terms, f"2026-{months:02d}", now, baseline, before)
    pace, left = Fraction(found.per_month), 12 - months
    assumed = Fraction(found.assumed.each) if found.assumed else below[12 + months]
    each = pace / 100 * assumed if code == "K1E3" else pace
    december = of_month(
        code, "2026-12", counted[12 : 12 + months] + [each] * left, below[12 : 13 + months] + [assumed] * left
    )
    end = life(terms, december, before).line("zeile", "2026-12")
    assert end.derivation is not None
    assert Fraction(end.derivation.compared.exact) == Fraction(agreed_bound.value)
    assert end.derivation.current.fraction == Fraction(found.required)
    assert found.current == (result.derivation and result.derivation.current)
    assert (found.months_left, found.year_end.report_month) == (left, "2026-12")


@for_any(st.integers(1, 11), FIGURES, st.sampled_from(["exact", "rounded"]))
def test_the_whole_number_suffices_and_none_beyond_it_does(months: int, figures: list[int], decides: str) -> None:
    rounding = Rounding.model_validate({"decides": decides, "decimals": 1})
    counted = [Fraction(n) for n in figures]
    before = a_load("2025-12", cells("2025-01", "LZB", counted[:12]))
    baseline = a_load(f"2025-{months:02d}", cells("2025-01", "LZB", counted[:months]))
    now = a_load(f"2026-{months:02d}", cells("2026-01", "LZB", counted[12 : 12 + months]))
    for agreed_bound, step in ((at_most("-2.5"), 1), (bound("more_than", "1"), -1)):
        terms = agreed(a_line(agreed_bound, measure="LZB"), rounding=rounding)
        loads = (now, before) if months == 12 else (now, baseline, before)
        _, found = read(terms, f"2026-{months:02d}", *loads)
        assert found.whole is not None
        tried = [(found.whole, "on_course"), (found.whole + step, "off_course")]
        for each, state in tried:
            if found.whole == 0 and step == -1 and state == "off_course":
                continue
            year = [*counted[12 : 12 + months], *[Fraction(each)] * (12 - months)]
            end = life(terms, a_load("2026-12", cells("2026-01", "LZB", year)), before).line("zeile", "2026-12")
            assert end.state == state, (each, found)


@pytest.mark.parametrize(
    ("line", "needed"),
    [
        (a_line(at_least("28.4"), quantity=Quantity.LEVEL), Fraction("28.4")),
        (a_line(at_least("1.5", Unit.PERCENTAGE_POINTS), quantity=Quantity.POINTS), Fraction("28.5")),
    ],
)
def test_a_bound_of_the_years_end_has_its_pace_before_it_is_judged(line: Line, needed: Fraction) -> None:
    now, baseline, before = (
        a_load(month, *k2(month, [90] * int(month[5:]), [4000] * (int(month[5:]) + 1)))
        for month in ("2026-03", "2025-03", "2025-12")
    )
    year_before = () if line.quantity is Quantity.LEVEL else (baseline, before)
    result, found = read(agreed(line), "2026-03", now, *year_before)
    assert (result.state, result.gap) == ("not_assessable", None)
    assert Fraction(found.per_month) == (needed / 100 * 4000 - 270) / 9
    why = "nicht beurteilbar: Für März 2026 ist kein Zwischenwert vereinbart; der Zielwert gilt für das Jahresende."
    assert why in derivation(result)


def test_a_change_within_a_load_takes_the_year_before_from_it() -> None:
    terms = agreed(a_line(at_most("0.2"), measure="K1", quantity=Quantity.LEVEL))
    now = a_load("2026-03", monthly("LLU", "2025-01", [1000] * 12 + [1010] * 3), waited=3)
    _, found = read(terms, "2026-03", now, waited=3)
    assert Fraction(found.per_month) == Fraction(12024 - 3030, 9)
    assert found.assumed is not None
    assert found.assumed.whole_year == "12000"
    partial = a_load("2026-03", monthly("LLU", "2025-01", [1000] * 3), monthly("INT", "2026-01", [1]), waited=3)
    with pytest.raises(Lacking):
        read(terms, "2026-03", partial, waited=3)


def test_a_delivered_rate_with_its_counts_is_enough() -> None:
    """Friesland, February 2018: 118 integrations on 3 880, and an invented level for the year's end."""
    terms = agreed(a_line(at_least("30"), quantity=Quantity.LEVEL, interim={"2026-02": at_least("3.3")}))
    _, found = read(terms, "2026-02", a_load("2026-02", ytd("K2", "2026-02", "118/3880")))
    assert Fraction(found.per_month) == (Fraction(30, 100) * 3880 - 118) / 10
    assert (found.whole, found.unit) == (105, "integrations")
    with pytest.raises(Lacking, match="ohne Monatswerte"):
        read(terms, "2026-02", a_load("2026-02", ytd("K2", "2026-02", "3.04")))


def test_where_there_is_no_pace_the_reason_is_said() -> None:
    def load(month: Month, sex: Sex = Sex.TOTAL) -> Load:
        return a_load(month, *k2(month, [90], [4000, 4010], sex))

    january = load("2026-01"), load("2025-01")
    with pytest.raises(Lacking, match="Zum Ladestand 2025-12"):
        read(agreed(a_line(at_least("5.3"))), "2026-01", *january)
    with pytest.raises(Lacking, match="Ohne Zielwert"):
        read(agreed(a_line()), "2026-01", *january)
    with pytest.raises(Lacking, match="Zum Ladestand 2026-02"):
        read(agreed(a_line(at_least("5.3"))), "2026-02", *january)
    year = [a_load(f"{year}-12", monthly("LZB", f"{year}-01", [10] * 12)) for year in (2025, 2026)]
    with pytest.raises(Lacking, match="Jahr ist zu Ende"):
        read(agreed(a_line(at_least("5.3"), measure="LZB")), "2026-12", *year)
    of_both = [
        a_load(f"{y}-01", *k2(f"{y}-01", [90], [4000, 4010], Sex.WOMEN), *k2(f"{y}-01", [9], [300, 301], Sex.MEN))
        for y in (2025, 2026)
    ]
    gap = agreed(a_line(at_most("1"), sex=Sex.GAP))
    with pytest.raises(Lacking, match="kein Monatstempo"):
        read(gap, "2026-01", *of_both)


@pytest.mark.parametrize(
    ("month", "persons", "says"),
    [
        ("2026-11", 1000, "mindestens 1.000 Personen im verbleibenden Monat"),
        ("2026-10", 1000, "mindestens 1.000 Personen je Monat in den verbleibenden 2 Monaten"),
        ("2026-11", 9000, "auch wenn der verbleibende Monat nichts bringt"),
        ("2026-10", 9000, "auch wenn die verbleibenden 2 Monate nichts bringen"),
    ],
)
def test_the_months_that_are_left_are_said_as_one_says_them(month: Month, persons: int, says: str) -> None:
    line = a_line(at_least("1000", Unit.PERSONS), measure="LZB", quantity=Quantity.LEVEL)
    load = a_load(month, monthly("LZB", "2026-01", [persons] * int(month[5:])))
    _, found = read(agreed(line), month, load)
    explained: dict[str, Any] = {"line_id": line.id, "outlook": found, "no_outlook_because": None}
    assert says in pace(LineExplained.model_construct(**explained))
