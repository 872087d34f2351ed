"""A figure is the same in paper, page, API and the file of figures it came in, worked out here once more by hand."""

import csv
import io
from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from domain.values import rounded, span
from interfaces.german import numbers
from interfaces.papers.blocks import Table
from tests.figures.files import as_csv, load_rows
from tests.http.conftest import SAMPLE
from tests.http.service import Running
from tests.papers.reading import compact, made, printed, tables, text
from tests.web.conftest import Visiting, visiting

__all__ = ["visiting"]
MONTH = "2026-12"


def figures(year: int, measure: str, sex: str) -> dict[str, Fraction]:
    """The figures of a measure by month, as the file of the year's last load has them."""
    content = as_csv(load_rows(f"{year}-12")).decode()
    rows = list(csv.reader(io.StringIO(content), delimiter=";"))[1:]
    return {row[4]: Fraction(row[7]) for row in rows if (row[1], row[2], row[3]) == (measure, "Monatswert", sex)}


def total(values: Iterable[Fraction]) -> Fraction:
    return sum(values, Fraction(0))


def mean(values: Iterable[Fraction]) -> Fraction:
    return total(values) / 12


def llu(year: int, sex: str = "insgesamt") -> Fraction:
    """The sum January to December."""
    found = figures(year, "LLU", sex)
    return total(found[month] for month in span(f"{year}-01", f"{year}-12"))


def k2(year: int, sex: str = "insgesamt") -> Fraction:
    """Integrations January to December by the mean stock December to November, in percent."""
    taken, stock = figures(year, "INT", sex), figures(year, "ELB", sex)
    before = span(f"{year - 1}-12", f"{year}-11")
    return 100 * total(taken[m] for m in span(f"{year}-01", f"{year}-12")) / mean(stock[m] for m in before)


def lzb(year: int, sex: str = "insgesamt") -> Fraction:
    """The mean stock January to December."""
    found = figures(year, "LZB", sex)
    return mean(found[month] for month in span(f"{year}-01", f"{year}-12"))


LINES = {"llu": llu, "k2": k2, "lzb": lzb}


@pytest.fixture(scope="module")
def answers(sample: Running) -> dict[str, Any]:
    """Every line of the API's answer, by id."""
    found = sample.as_("pruefung").get(f"/api/v1/agreements/{SAMPLE}/attainment?month={MONTH}").json()
    return {line["line_id"]: line for goal in found["goals"] for line in goal["lines"]}


def shown(table: Table, name: str) -> tuple[str, ...]:
    return next(row for row in table.rows if row[0] == name)


@pytest.mark.parametrize("line_id", LINES)
def test_a_figure_is_the_same_everywhere(
    sample: Running, visiting: Visiting, answers: dict[str, Any], line_id: str
) -> None:
    line = answers[line_id]
    made_of, unit = line["derivation"], line["derivation"]["current"]["unit"]
    page = compact(visiting(sample, "pruefung").get(f"/vereinbarungen/{SAMPLE}?monat={MONTH}").text)
    paper = text(printed(sample, "dialogmappe"))
    name = line["measure_name"]
    row = next(r for table in tables(made(sample, "dialogmappe")) for r in table.rows if r[0] == name)
    for place, year, at in (("current", 2026, 1), ("baseline", 2025, 2)):
        exact = LINES[line_id](year)
        given = Decimal(made_of[place]["rounded"])
        decimals = -int(given.as_tuple().exponent)
        assert rounded(exact, decimals) == given, "the API's figure is that of the file"
        said = numbers.amount(given, unit)
        assert compact(row[at]) == compact(said), "the paper's is that of the API"
        assert compact(said) in paper
        assert compact(said) in page, "and the page's too"
    change = LINES[line_id](2026) / LINES[line_id](2025) - 1
    told = Decimal(made_of["compared"]["rounded"])
    assert rounded(100 * change, -int(told.as_tuple().exponent)) == told
    said = numbers.amount(told, "percent", signed=True)
    assert compact(row[3]) == compact(said)
    assert compact(said) in paper
    assert compact(said) in page


def test_every_line_stands_in_pack_page_and_api_alike(
    sample: Running, visiting: Visiting, answers: dict[str, Any]
) -> None:
    page = compact(visiting(sample, "pruefung").get(f"/vereinbarungen/{SAMPLE}?monat={MONTH}").text)
    paper = text(printed(sample, "dialogmappe"))
    told = [(line["derivation"]["current"], False) for line in answers.values() if line["derivation"]]
    told += [(line["derivation"]["compared"], True) for line in answers.values() if line["bound"]]
    assert len(told) >= 8
    for value, signed in told:
        said = compact(numbers.amount(Decimal(value["rounded"]), value["unit"], signed=signed))
        assert said in page, said
        assert said in paper, said


def test_women_and_men_stand_beside_the_total_as_the_file_has_them(sample: Running) -> None:
    table = next(
        one for one in tables(made(sample, "dialogmappe")) if one.rows[0][0].startswith("Summe der Leistungen")
    )
    for row, sex in zip(table.rows[1:3], ("Frauen", "Männer"), strict=True):
        assert compact(row[1]) == compact(numbers.amount(rounded(llu(2026, sex), 0), "EUR"))
