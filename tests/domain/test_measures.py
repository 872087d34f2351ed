"""The catalogue: what it holds, in every form, and that another version leaves agreements on the first alone."""

from datetime import date
from fractions import Fraction
from uuid import UUID

import pytest
from hypothesis import given as for_any
from hypothesis import strategies as st

from domain.acts.figures import DeliverFigures
from domain.bare_values import Delivered
from domain.contradictions import contradictions
from domain.figures import Form, Load, Series
from domain.formulas import SAYS
from domain.lacking import Lacking
from domain.measures import CATALOGUES, EDITIONS, Better, Formula, MeasureKind, Unit
from domain.rulebook.figures import FIGURE_IMPOSSIBLE
from domain.terms import Sex, Terms
from domain.values import shift
from domain.year_to_date import Value, formed
from tests.builders import (
    a_line,
    a_load,
    a_released,
    agreed,
    an_agreement_in_force,
    at_least,
    drafted,
    k2,
    monthly,
    ytd,
)
from tests.domain.given import given

EDITION = EDITIONS["2019"]
ORDINANCE = {
    "K1": ["K1E1", "K1E2", "K1E3", "K1E4"],
    "K2": ["K2E1", "K2E2", "K2E3", "K2E4"],
    "K3": ["K3E1", "K3E2", "K3E3", "K3E4"],
}
MONTH = "2026-05"
COUNTS = st.lists(st.integers(1, 10**6), min_size=24, max_size=24)


def value(code: str, form: Form, *series: Series, waited: int = 3, month: str | None = None) -> Value:
    load = a_load(MONTH, *series, waited=waited)
    delivered = Delivered(delivery_id="lieferung", event_id=UUID(int=7), load=load)
    return formed(delivered, EDITION.measures[code], Sex.TOTAL, form, 1, month)


def two_years(code: str, figures: list[int]) -> Series:
    return monthly(code, shift(MONTH, -23), figures)


def test_the_catalogue_holds_every_figure_of_the_ordinance_and_what_accompanies_it() -> None:
    for key_figure, supplementary in ORDINANCE.items():
        entry = EDITION.entry(key_figure)
        assert entry is not None
        assert entry.place is MeasureKind.KEY_FIGURE
        assert entry.measure.source.startswith(
            "Kennzahlenverordnung nach § 48a SGB II in der Fassung vom 15.03.2019, §"
        )
        beside = [one for one in EDITION.beside(key_figure) if one.place is MeasureKind.SUPPLEMENTARY]
        assert [one.measure.code for one in beside] == supplementary
    assert "AMP_FRAUENANTEIL" in {one.measure.code for one in EDITION.beside("K2")}, "the women's share (I.2)"
    outside = {entry.measure.code for entry in EDITION.entries if entry.place is MeasureKind.OUTSIDE}
    assert {"INT_BD_SHARE", "LZB_4J", "AMP_FRAUENANTEIL", "EGL_SOLL", "EGL_IST", "VWK_IST", "SVB_VJ"} <= outside


def test_every_measure_is_coherent_and_made_of_base_quantities_the_catalogue_names() -> None:
    for entry in EDITION.entries:
        measure = entry.measure
        assert (measure.coherent, measure.version, entry.valid_from) == (True, "2019", date(2019, 3, 22))
        assert EDITION.quantity(measure.numerator), measure.code
        assert measure.denominator is None or EDITION.quantity(measure.denominator)
    used = {code for one in EDITION.measures.values() for code in (one.numerator, one.denominator)}
    assert {quantity.code for quantity in EDITION.quantities} == used - {None}
    assert EDITION.quantity("K2") is None
    assert EDITION.entry("K9") is None


@pytest.mark.parametrize(
    ("code", "better"),
    [
        ("K1", Better.DOWN),
        ("K1E4", Better.UP),
        ("K2", Better.UP),
        ("K2E1", None),
        ("K3", Better.DOWN),
        ("SVB_VJ", None),
    ],
)
def test_the_direction_is_that_of_the_aims(code: str, better: Better | None) -> None:
    entry = EDITION.entry(code)
    assert entry is not None
    assert entry.better is better


def test_every_formula_says_how_it_is_formed() -> None:
    assert set(SAYS) == set(Formula)


@for_any(COUNTS)
def test_a_change_holds_the_months_against_the_same_months_of_the_year_before(figures: list[int]) -> None:
    series = two_years("LLU", figures)
    of = {Form.MONTHLY: 1, Form.YEAR_TO_DATE: 5, Form.ROLLING: 12}
    for form, months in of.items():
        now, before = sum(figures[24 - months :]), sum(figures[12 - months : 12])
        assert value("K1", form, series).fraction == (Fraction(now, before) - 1) * 100
    assert (value("K1", Form.MONTHLY, series).fraction < 0) == (figures[-1] < figures[11])


def test_a_change_within_one_load_needs_both_years_to_have_waited() -> None:
    series = two_years("LZB", [1000] * 12 + [970] * 12)
    with pytest.raises(Lacking, match="3 Monaten Wartezeit"):
        value("K3", Form.MONTHLY, series, waited=2)
    assert value("K3", Form.MONTHLY, series).fraction == -3
    assert value("K3", Form.MONTHLY, series, waited=0, month="2026-02").fraction == -3
    with pytest.raises(Lacking, match="3 Monaten Wartezeit"):
        value("K3", Form.MONTHLY, series, waited=0, month="2026-03")


def test_a_delivered_change_counts_from_its_base() -> None:
    assert (
        value("K3", Form.MONTHLY, ytd("K3", MONTH, "970/1000").model_copy(update={"form": Form.MONTHLY})).fraction == -3
    )
    assert value("K3", Form.YEAR_TO_DATE, ytd("K3", MONTH, "-2.1")).fraction == Fraction("-2.1")


@for_any(COUNTS, COUNTS)
def test_the_rolling_k2_is_that_of_the_ordinance_and_equals_the_year_to_date_in_december(
    integrations: list[int], stock: list[int]
) -> None:
    series = two_years("INT", integrations), monthly("ELB", shift(MONTH, -24), [*stock, 1])
    assert value("K2", Form.ROLLING, *series).fraction == Fraction(100 * sum(integrations[12:]) * 12, sum(stock[12:]))
    december = value("K2", Form.ROLLING, *series, month="2025-12")
    assert december.fraction == value("K2", Form.YEAR_TO_DATE, *series, month="2025-12").fraction
    monthly_rate = value("K2", Form.MONTHLY, *series).fraction
    assert monthly_rate == Fraction(100 * integrations[-1], stock[-1])


@for_any(COUNTS, COUNTS)
def test_activation_is_the_mean_of_the_activated_per_mean_stock(active: list[int], stock: list[int]) -> None:
    series = two_years("LZB_AMP", active), two_years("LZB", stock)
    assert value("K3E2", Form.YEAR_TO_DATE, *series).fraction == Fraction(100 * sum(active[-5:]), sum(stock[-5:]))
    assert value("K3E2", Form.MONTHLY, *series).fraction == Fraction(100 * active[-1], stock[-1])
    assert value("K3E2", Form.MONTHLY, *series).denominator == str(stock[-1])


def test_what_is_allotted_is_the_last_figure_and_what_is_spent_their_sum() -> None:
    allotted, spent = two_years("EGL_SOLL", [7025036] * 23 + [7100000]), two_years("EGL_IST", [500] * 24)
    assert value("EGL_SOLL", Form.YEAR_TO_DATE, allotted).fraction == 7100000
    assert value("EGL_IST", Form.YEAR_TO_DATE, spent).fraction == 2500
    falling = value("SVB_VJ", Form.YEAR_TO_DATE, monthly("SVB_VJ", MONTH, ["-0.6"]))
    assert (falling.fraction, falling.unit) == (Fraction("-0.6"), Unit.PERCENT)


def test_only_a_change_may_be_negative_and_only_a_rate_a_fraction_in_a_month() -> None:
    life = given(an_agreement_in_force())

    def deliver(series: Series) -> DeliverFigures:
        load = a_load(MONTH, series, waited=3)
        return DeliverFigures(occurred_on=date(2026, 9, 16), delivery_id="lieferung", load=load)

    def in_the_month(code: str, figure: str) -> Series:
        return monthly(code, MONTH, [figure])

    for possible in (in_the_month("K1", "-2.1"), in_the_month("SVB_VJ", "-0.6"), in_the_month("K2", "118/3880")):
        life.when(deliver(possible)).then_nothing_noticed()
    for impossible in (in_the_month("LZB", "-1"), in_the_month("K2", "-1"), in_the_month("LZB", "7/2")):
        life.when(deliver(impossible)).then_refused(FIGURE_IMPOSSIBLE)


@pytest.fixture
def amended(monkeypatch: pytest.MonkeyPatch) -> str:
    """An invented later version, in which K2 counts per stock of the same months."""
    entry = EDITION.entry("K2")
    assert entry is not None
    changed = entry.measure.model_copy(update={"version": "2026", "formula": Formula.MEAN_PER_MEAN})
    others = tuple(one for one in EDITION.entries if one.measure.code != "K2")
    later = EDITION.model_copy(
        update={"version": "2026", "entries": (entry.model_copy(update={"measure": changed}), *others)}
    )
    monkeypatch.setitem(EDITIONS, "2026", later)
    monkeypatch.setitem(CATALOGUES, "2026", later.measures)
    return "2026"


def pinned(catalogue: str) -> Terms:
    terms = agreed(a_line(at_least("5.3")))
    return terms.model_copy(update={"ordinance": terms.ordinance.model_copy(update={"catalogue": catalogue})})


def test_a_later_version_leaves_agreements_on_an_earlier_one_as_they_are(amended: str) -> None:
    loads: list[Load] = [a_load(f"{year}-02", *k2(f"{year}-02", [90, 95], [4000, 4010, 4020])) for year in (2025, 2026)]
    results = {}
    for catalogue in ("2019", amended):
        terms = pinned(catalogue)
        assert list(contradictions(terms)) == []
        line = given(drafted(terms), [a_released(load) for load in loads]).line("zeile", "2026-02")
        assert line.derivation is not None
        results[catalogue] = line.derivation
    assert results["2019"].current.fraction == Fraction(100 * 185 * 2, 8010)
    assert results["2019"].catalogue == "2019"
    assert results["2019"].current.formula.endswith("Dezember des Vorjahres…m−1")
    assert results[amended].current.fraction == Fraction(100 * 185, 8030)
    assert (results[amended].catalogue, results[amended].current.numerator) == ("2026", "185/2")


def test_an_agreement_s_own_measure_goes_before_one_the_catalogue_took_up_later() -> None:
    own = EDITION.measures["K1"].model_copy(update={"formula": Formula.SUM, "numerator": "LUH", "unit": Unit.EUR})
    terms = agreed(a_line(measure="K1"), own_measures=(own,))
    assert terms.measure("K1") == own
