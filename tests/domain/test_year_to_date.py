"""Year-to-date values: every formula, from one load, with every input named."""

from fractions import Fraction
from uuid import UUID

import pytest
from hypothesis import assume
from hypothesis import given as for_any
from hypothesis import strategies as st

from domain.bare_values import Delivered
from domain.figures import Flag, Form, Load, Series
from domain.lacking import Lacking
from domain.measures import CATALOGUES
from domain.terms import Sex
from domain.values import shift, span
from domain.year_to_date import Value, formed
from tests.builders import a_load, k2, monthly, ytd

MEASURES = CATALOGUES["2019"]
COUNTS = st.integers(0, 10**6)
STOCKS = st.integers(1, 10**6)


@st.composite
def years(draw: st.DrawFn) -> tuple[str, list[int], list[int]]:
    """A month of 2026, a figure for each month up to it, and stocks from December before up to it."""
    number = draw(st.integers(1, 12))
    counted = draw(st.lists(COUNTS, min_size=number, max_size=number))
    stocks = draw(st.lists(STOCKS, min_size=number + 1, max_size=number + 1))
    return f"2026-{number:02d}", counted, stocks


def value(code: str, load: Load, sex: Sex = Sex.TOTAL, decimals: int = 1) -> Value:
    delivered = Delivered(delivery_id="lieferung", event_id=UUID(int=7), load=load)
    return formed(delivered, MEASURES[code], sex, Form.YEAR_TO_DATE, decimals)


def exact(code: str, month: str, *series: Series) -> Fraction:
    return value(code, a_load(month, *series)).fraction


def mean(numbers: list[int]) -> Fraction:
    return Fraction(sum(numbers), len(numbers))


@for_any(years())
def test_k2_is_the_sum_of_integrations_per_mean_stock_of_the_months_before(
    year: tuple[str, list[int], list[int]],
) -> None:
    month, integrations, stocks = year
    series = k2(month, integrations, stocks)
    assert exact("K2", month, *series) == 100 * sum(integrations) / mean(stocks[:-1])
    other_last = k2(month, integrations, [*stocks[:-1], stocks[-1] + 1000])
    assert exact("K2", month, *other_last) == exact("K2", month, *series), "the report month's own stock plays no part"
    assume(sum(integrations) > 0)
    other_december = k2(month, integrations, [stocks[0] + 1000, *stocks[1:]])
    assert exact("K2", month, *other_december) < exact("K2", month, *series)


@for_any(years())
def test_a_stock_is_a_mean_and_a_sum_of_money_a_sum(year: tuple[str, list[int], list[int]]) -> None:
    month, counted, _ = year
    assert exact("LZB", month, monthly("LZB", "2026-01", counted)) == mean(counted)
    assert exact("LLU", month, monthly("LLU", "2026-01", counted)) == sum(counted)


@for_any(years(), st.data())
def test_a_share_is_a_ratio_of_sums(year: tuple[str, list[int], list[int]], data: st.DataObject) -> None:
    month, _, stocks = year
    parts = [data.draw(st.integers(0, whole)) for whole in stocks[1:]]
    series = monthly("INT_BD", "2026-01", parts), monthly("INT", "2026-01", stocks[1:])
    assert exact("INT_BD_SHARE", month, *series) == Fraction(100 * sum(parts), sum(stocks[1:]))


@for_any(years())
def test_inflow_and_outflow_are_means_of_monthly_rates(year: tuple[str, list[int], list[int]]) -> None:
    month, flows, stocks = year
    stock = monthly("ELB", "2025-12", stocks)
    of_the_month = [Fraction(100 * flow, own) for flow, own in zip(flows, stocks[1:], strict=True)]
    of_the_month_before = [Fraction(100 * flow, before) for flow, before in zip(flows, stocks[:-1], strict=True)]
    inflow = exact("K1E3", month, monthly("ELB_ZUGANG", "2026-01", flows), stock)
    outflow = exact("K1E4", month, monthly("ELB_ABGANG", "2026-01", flows), stock)
    assert inflow == sum(of_the_month) / len(flows)
    assert outflow == sum(of_the_month_before) / len(flows)


def test_a_mean_of_rates_is_not_the_rate_of_the_sums() -> None:
    series = monthly("ELB_ZUGANG", "2026-01", [10, 10]), monthly("ELB", "2026-01", [100, 1000])
    assert exact("K1E3", "2026-02", *series) == Fraction("5.5") != Fraction(100 * 20, 1100)


@for_any(years(), st.integers(0, 24))
def test_only_the_months_of_the_formula_count(year: tuple[str, list[int], list[int]], more: int) -> None:
    month, integrations, stocks = year
    longer = (
        monthly("INT", shift("2026-01", -more), [9] * more + integrations),
        monthly("ELB", shift("2025-12", -more), [9] * more + stocks),
    )
    assert exact("K2", month, *longer) == exact("K2", month, *k2(month, integrations, stocks))


def test_without_the_december_before_there_is_no_k2() -> None:
    load = a_load("2026-02", monthly("INT", "2026-01", [90, 95]), monthly("ELB", "2026-01", [4000, 4010]))
    with pytest.raises(Lacking, match=r"ELB \(insgesamt\) für 2025-12") as lacking:
        value("K2", load)
    assert "lieferung" in str(lacking.value)


@for_any(years(), st.data())
def test_every_month_the_formula_needs_is_missed(year: tuple[str, list[int], list[int]], data: st.DataObject) -> None:
    month, integrations, stocks = year
    gap = data.draw(st.integers(0, len(stocks) - 2))
    flags = {shift("2025-12", gap): data.draw(st.sampled_from([Flag.MISSING, Flag.SUPPRESSED]))}
    holed = monthly("ELB", "2025-12", [*stocks[:gap], None, *stocks[gap + 1 :]], flags=flags)
    with pytest.raises(Lacking, match=f"ELB .insgesamt. für {shift('2025-12', gap)}"):
        value("K2", a_load(month, monthly("INT", "2026-01", integrations), holed))


def test_a_load_without_a_series_says_which() -> None:
    with pytest.raises(Lacking, match=r"ELB \(Frauen\) nicht"):
        value("K2", a_load("2026-01", monthly("INT", "2026-01", [9], Sex.WOMEN)), Sex.WOMEN)


@pytest.mark.parametrize(
    ("code", "series"),
    [
        ("K2", k2("2026-01", [9], [0, 4000])),
        ("K1E3", (monthly("ELB_ZUGANG", "2026-01", [1, 1]), monthly("ELB", "2026-01", [100, 0]))),
        ("INT_BD_SHARE", (monthly("INT_BD", "2026-01", [0]), monthly("INT", "2026-01", [0]))),
    ],
)
def test_nothing_is_divided_by_zero(code: str, series: tuple[Series, ...]) -> None:
    with pytest.raises(Lacking, match=f"Nenner von {code} ist null"):
        value(code, a_load(series[0].last, *series))


@pytest.mark.parametrize(
    ("code", "cell", "expected", "terms"),
    [
        ("K2", "675/1997", Fraction(67500, 1997), ("675", "1997")),
        ("K2", "33.8", Fraction("33.8"), (None, None)),
        ("LZB", "2368", Fraction(2368), (None, None)),
        ("LZB", "4737/2", Fraction("2368.5"), ("4737", "2")),
        ("LLU", "2495000.50", Fraction("2495000.5"), (None, None)),
    ],
)
def test_a_value_that_came_only_as_delivered_counts_and_says_so(
    code: str, cell: str, expected: Fraction, terms: tuple[str | None, str | None]
) -> None:
    found = value(code, a_load("2026-02", ytd(code, "2026-02", cell)))
    assert (found.fraction, found.basis, found.delivered) == (expected, "delivered", cell)
    assert (found.numerator, found.denominator) == terms
    assert found.formula == "wie geliefert, nicht nachgerechnet"


def test_a_value_delivered_for_another_month_or_sex_does_not_count() -> None:
    for series in (ytd("K2", "2026-01", "5.1"), ytd("K2", "2026-02", "5.1", Sex.WOMEN)):
        with pytest.raises(Lacking):
            value("K2", a_load("2026-02", series))


def test_the_monthly_figures_go_before_the_delivered_value_where_they_are_complete() -> None:
    complete = value("K2", a_load("2026-01", *k2("2026-01", [80], [4000]), ytd("K2", "2026-01", "2.1")))
    assert (complete.basis, complete.fraction, complete.delivered) == ("computed", Fraction(2), "2.1")
    holed = value("K2", a_load("2026-01", monthly("INT", "2026-01", [80]), ytd("K2", "2026-01", "2.1")))
    assert (holed.basis, holed.fraction, holed.delivered) == ("delivered", Fraction("2.1"), "2.1")


def test_a_rolling_value_is_no_year_to_date_value() -> None:
    rolling = ytd("K2", "2026-02", "25.5").model_copy(update={"form": Form.ROLLING})
    with pytest.raises(Lacking):
        value("K2", a_load("2026-02", rolling))


@for_any(years(), years())
def test_the_total_lies_between_the_sexes_and_the_gap_is_their_difference(
    women: tuple[str, list[int], list[int]], men: tuple[str, list[int], list[int]]
) -> None:
    month = min(women[0], men[0])
    number = int(month[5:])
    (_, w_int, w_elb), (_, m_int, m_elb) = women, men
    both_int = [w + m for w, m in zip(w_int[:number], m_int[:number], strict=True)]
    both_elb = [w + m for w, m in zip(w_elb[: number + 1], m_elb[: number + 1], strict=True)]
    load = a_load(
        month,
        *k2(month, w_int[:number], w_elb[: number + 1], Sex.WOMEN),
        *k2(month, m_int[:number], m_elb[: number + 1], Sex.MEN),
        *k2(month, both_int, both_elb),
    )
    of_women, of_men = value("K2", load, Sex.WOMEN).fraction, value("K2", load, Sex.MEN).fraction
    assert min(of_women, of_men) <= value("K2", load).fraction <= max(of_women, of_men)
    gap = value("K2", load, Sex.GAP)
    assert (gap.fraction, gap.basis, gap.unit) == (of_men - of_women, "difference", "percentage_points")
    assert [part.fraction for part in gap.parts] == [of_men, of_women]
    assert gap.load_state == load.state


def test_a_gap_needs_both_sexes() -> None:
    with pytest.raises(Lacking, match="Frauen"):
        value("K2", a_load("2026-01", *k2("2026-01", [9], [400], Sex.MEN)), Sex.GAP)


def test_every_input_is_named_with_where_it_came_from() -> None:
    flags = {"2026-01": Flag.IMPUTED, "2026-03": Flag.IMPUTED}
    load = a_load(
        "2026-02",
        monthly("INT", "2026-01", [90, 95], flags=flags),
        monthly("ELB", "2025-11", [4100, 4000, 4010, 4020]),
        revision="2026-april",
    ).model_copy(update={"note": "erfunden"})
    found = value("K2", load, decimals=2)
    integrations, stock = found.inputs
    assert (integrations.delivery_id, integrations.event_id) == ("lieferung", UUID(int=7))
    assert (integrations.load_state, integrations.loaded_on) == (load.state, load.loaded_on)
    assert (integrations.revision, integrations.note) == ("2026-april", "erfunden")
    assert (integrations.months, integrations.values) == (("2026-01", "2026-02"), ("90", "95"))
    assert [flag.month for flag in integrations.flags] == ["2026-01"]
    assert (stock.months, stock.values) == (span("2025-12", "2026-01"), ("4000", "4010"))
    assert (found.numerator, found.denominator, found.exact) == ("185", "4005", str(Fraction(18500, 4005)))
    assert str(found.rounded) == "4.62"
    assert found.formula == "100 · Σ INT Januar…m ÷ Mittel ELB Dezember des Vorjahres…m−1"
    assert "§ 5 Abs. 1" in found.source
