"""Published reality: Landkreis Friesland 2017 and February 2018, rows of published.csv with their sources."""

import csv
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from uuid import UUID

import pytest

from domain.attainment import LineState
from domain.bare_values import Delivered
from domain.figures import Flag, Form, Load
from domain.measures import CATALOGUES
from domain.results import LineResult
from domain.terms import LineKind, Quantity, Sex
from domain.year_to_date import formed
from tests.builders import a_line, a_load, a_released, agreed, at_least, at_most, drafted, in_year, monthly, ytd
from tests.domain.given import given

FILE = Path(__file__).parent.parent / "published.csv"
ROWS = list(csv.DictReader(FILE.read_text("utf-8").splitlines()))
SEXES = {"all": Sex.TOTAL, "male": Sex.MEN, "female": Sex.WOMEN}


def published(period: str, metric: str, kind: str = "actual", sex: str = "all") -> dict[str, str]:
    wanted = {"period": period, "metric": metric, "kind": kind, "sex": sex, "unit": "Landkreis Friesland"}
    (row,) = (row for row in ROWS if wanted.items() <= row.items())
    assert row["source_url"].startswith("https://buergerinfo.friesland.de/")
    return row


def fraction(row: dict[str, str]) -> str:
    return f"{row['numerator']}/{row['denominator']}"


def read(line: str, month: str, *loads: Load) -> LineResult:
    """A line of the terms of that year, which are invented around the published bounds."""
    interim = at_least(published("2018-02", "K2_JFW", "interim_target")["value"])
    rise = at_most(published("2018", "LZB_AVG_JFW", "target")["value"])
    terms = agreed(
        *(a_line(id=sex, sex=sex, quantity=Quantity.LEVEL) for sex in (Sex.MEN, Sex.WOMEN)),
        a_line(at_least("30"), id="k2", quantity=Quantity.LEVEL, interim={f"{month[:4]}-02": interim}),
        a_line(rise, id="lzb", measure="LZB"),
        a_line(id="llu", measure="LLU", kind=LineKind.MONITORED),
    )
    life = given(
        drafted(in_year(terms, int(month[:4]))), [a_released(load, f"lieferung-{n}") for n, load in enumerate(loads)]
    )
    return life.line(line, month)


def friesland_2017() -> Load:
    return a_load(
        "2017-12",
        *(ytd("K2", "2017-12", fraction(published("2017", "K2", sex=name)), sex) for name, sex in SEXES.items()),
    )


@pytest.mark.parametrize(
    ("sex", "line", "counts", "rate"),
    [
        ("male", "men", "675/1997", "33.8"),
        ("female", "women", "552/2106", "26.2"),
        ("all", "k2", "1227/4103", "29.9"),
    ],
)
def test_friesland_2017_comes_out_as_published(sex: str, line: str, counts: str, rate: str) -> None:
    row = published("2017", "K2", sex=sex)
    result = read(line, "2017-12", friesland_2017())
    assert result.derivation is not None
    value = result.derivation.current
    assert (fraction(row), row["value"]) == (counts, rate)
    assert (f"{value.numerator}/{value.denominator}", str(value.rounded)) == (counts, rate)
    assert value.fraction == 100 * Fraction(counts)


@pytest.mark.parametrize("form", [Form.ROLLING, Form.YEAR_TO_DATE])
def test_single_parents_in_friesland_2018_come_out_as_published(form: Form) -> None:
    """The counts of the year, spread over its months with an even stock, in both forms that coincide in December."""
    row = published("2018", "K2E4")
    assert (fraction(row), row["value"]) == ("157/544", "28.9")
    each = [13] * 11 + [157 - 13 * 11]
    series = monthly("INT_ALLEIN", "2018-01", each), monthly("ELB_ALLEIN", "2017-12", [544] * 13)
    load = Delivered(delivery_id="jahr", event_id=UUID(int=1), load=a_load("2018-12", *series, waited=3))
    value = formed(load, CATALOGUES["2019"]["K2E4"], Sex.TOTAL, form, 1)
    assert (value.numerator, value.denominator, str(value.rounded)) == ("157", "544", row["value"])


def test_the_counts_of_the_sexes_add_up_and_their_rates_do_not_average() -> None:
    rows = {name: published("2017", "K2", sex=name) for name in SEXES}
    for column in ("numerator", "denominator"):
        assert int(rows["male"][column]) + int(rows["female"][column]) == int(rows["all"][column])
    mean = (Fraction(rows["male"]["value"]) + Fraction(rows["female"]["value"])) / 2
    assert mean == 30 != Fraction(rows["all"]["value"])


def test_friesland_in_february_2018_was_below_its_interim_bound() -> None:
    row, target = published("2018-02", "K2_JFW"), published("2018-02", "K2_JFW", "interim_target")
    assert (fraction(row), row["value"], row["data_state"], target["value"]) == ("118/3880", "3.0", "t-0 (WZ 0)", "3.3")
    result = read("k2", "2018-02", a_load("2018-02", ytd("K2", "2018-02", fraction(row))))
    assert (result.state, result.interim) == (LineState.OFF_COURSE, True)
    assert result.bound == at_least("3.3")
    assert result.derivation is not None
    assert str(result.derivation.current.rounded) == "3.0"
    assert result.gap is not None
    assert (Fraction(result.gap.exact), result.gap.whole) == (Fraction("3.3") / 100 * 3880 - 118, 11)
    assert not result.rounding_sensitive


def test_the_stock_of_february_2018_was_on_course_against_a_back_computed_baseline() -> None:
    row, target = published("2018-02", "LZB_AVG_JFW"), published("2018", "LZB_AVG_JFW", "target")
    assert (row["value"], row["note"], target["value"], target["note"]) == (
        "2368",
        "-2.1 % year on year",
        "2.5",
        "permitted rise",
    )
    change = Decimal(row["note"].split()[0])
    before = (int(row["value"]) / (1 + change / 100)).quantize(Decimal("0.1"))
    assert before == Decimal("2418.8"), "not published: computed back from the stock and its published change"
    result = read(
        "lzb",
        "2018-02",
        a_load("2018-02", ytd("LZB", "2018-02", row["value"])),
        a_load("2017-02", ytd("LZB", "2017-02", str(before), flag=Flag.BACK_COMPUTED)),
    )
    assert result.state is LineState.ON_COURSE
    assert result.derivation is not None
    assert result.derivation.compared.rounded == change
    assert result.derivation.baseline is not None
    (used,) = result.derivation.baseline.inputs
    assert [(flag.month, flag.flag) for flag in used.flags] == [("2017-02", Flag.BACK_COMPUTED)]
    (current,) = result.derivation.current.inputs
    assert current.flags == ()
    assert result.gap is not None
    assert result.gap.whole == 0
    assert Fraction(result.gap.exact) < 0


def test_subsistence_benefits_of_february_2018_fell_as_published_as_a_sum_and_as_k1() -> None:
    """Published are the sum to date and its change; the year before and the months are computed back.

    The paper tells figures without waiting; K1 is formed from one load and only after it, which the arithmetic ignores.
    """
    row = published("2018-02", "LLU_JFW")
    assert (row["value"], row["value_unit"], row["note"]) == ("2495000", "EUR", "-2.6 % year on year")
    change = Decimal(row["note"].split()[0])
    now, before = int(row["value"]), round(int(row["value"]) / (1 + change / 100))
    assert before == 2561602
    result = read(
        "llu",
        "2018-02",
        a_load("2018-02", ytd("LLU", "2018-02", row["value"])),
        a_load("2017-02", ytd("LLU", "2017-02", str(before), flag=Flag.BACK_COMPUTED)),
    )
    assert result.derivation is not None
    assert result.derivation.compared.rounded == change
    months = [before // 2, before - before // 2, *[before] * 10, now // 2, now - now // 2]
    load = Delivered(
        delivery_id="februar", event_id=UUID(int=1), load=a_load("2018-02", monthly("LLU", "2017-01", months), waited=3)
    )
    assert formed(load, CATALOGUES["2019"]["K1"], Sex.TOTAL, Form.YEAR_TO_DATE, 1).rounded == change


def test_every_row_names_its_source() -> None:
    assert len(ROWS) == 9
    assert all(row["source_url"].startswith("https://") for row in ROWS)
