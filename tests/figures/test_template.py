"""A template holds every figure that the lines need and that is shown beside them."""

from contextlib import nullcontext
from datetime import date

import pytest

from application.figure_files.intake.layout import LONG
from application.figure_files.template import Wanted, of_load, of_year, template
from application.figure_files.template_of import TemplateOf
from domain.figures import Flag, Form, LoadState
from domain.rulebook.figures import LOADED_TOO_EARLY, MONTH_OF_ANOTHER_YEAR, TEMPLATE_OF_ONE
from domain.terms import Quantity
from tests.builders import (
    HEIDEKREIS,
    a_line,
    a_load,
    agreed,
    an_agreement_in_force,
    at_least,
    at_most,
    delivered,
    k2,
    ytd,
)
from tests.domain.given import given
from tests.figures.files import refused


def load(month: str, loaded_on: date, waited: int = 0) -> Wanted:
    return Wanted(LoadState(report_month=month, months_waited=waited), loaded_on)


def months(waited: int = 0, loaded_on: date = date(2026, 4, 16)) -> dict[tuple[str, str], list[str]]:
    """The months of each series of the template for March 2026."""
    header, *rows = template(HEIDEKREIS, "03358", [load("2026-03", loaded_on, waited)])
    assert header[: len(LONG)] == LONG
    found: dict[tuple[str, str], list[str]] = {}
    for row in rows:
        found.setdefault((row[1], row[3]), []).append(row[4])
    return found


def test_a_template_has_what_is_shown_beside_the_lines() -> None:
    found = months()
    assert {"LLU", "INT", "ELB", "LZB"} <= {code for code, _ in found}
    assert {"BS_GERING", "INT_ALLEIN", "LZB_AMP", "AMP", "AMP_FRAUEN"} <= {code for code, _ in found}
    assert {"EGL_SOLL", "EGL_IST", "VWK_SOLL", "SVB_VJ"} <= {code for code, _ in found}
    assert ("AMP", "Frauen") not in found
    assert found["INT_ALLEIN", "Frauen"] == ["2026-01", "2026-02", "2026-03"]
    assert found["ELB_ALLEIN", "Frauen"] == ["2025-12", "2026-01", "2026-02", "2026-03"]


@pytest.mark.parametrize(("waited", "loaded_on"), [(0, date(2026, 2, 28)), (3, date(2026, 5, 31))])
def test_a_template_is_not_made_for_a_day_before_the_load_state(waited: int, loaded_on: date) -> None:
    with refused(LOADED_TOO_EARLY):
        months(waited, loaded_on)


@pytest.mark.parametrize(
    ("month", "refuses"), [("2024-12", True), ("2025-01", False), ("2026-12", False), ("2027-01", True)]
)
def test_a_template_is_made_for_the_agreements_year_and_the_one_before(month: str, refuses: bool) -> None:
    with refused(MONTH_OF_ANOTHER_YEAR) if refuses else nullcontext():
        assert list(template(HEIDEKREIS, "03358", [load(month, date(2031, 1, 31))]))


def test_a_years_template_has_each_months_load_in_both_layouts() -> None:
    loads = of_year(2025, 0)
    assert [str(one.state) for one in loads][::11] == ["2025-01 (t-0)", "2025-12 (t-0)"]
    assert loads[0].loaded_on == date(2025, 2, 16)
    header, *rows = template(HEIDEKREIS, "03358", loads)
    wide_header, *wide = template(HEIDEKREIS, "03358", loads, wide=True)
    assert (header[-1], wide_header[-1]) == ("Bemerkung", "Bemerkung")
    assert len({row[6] for row in rows}) == 12
    assert len(wide) == len({(row[1], row[3], row[6]) for row in rows})
    assert {"2024-12", "2025-01", "2025-12"} <= set(wide_header)


def test_a_template_says_names_and_what_the_goals_need() -> None:
    _, *rows = template(HEIDEKREIS, "03358", [load("2026-03", date(2026, 4, 16))], year_to_date=True)
    remarks = {row[1]: row[-1] for row in rows}
    assert remarks["INT"].startswith("Integrationen; nötig für Ziel 1, 2")
    assert remarks["EGL_IST"].endswith("daneben (I.2)")
    assert [(row[3], row[4]) for row in rows if row[1:3] == ("K2", "Jahresfortschrittswert")] == [
        (sex, "2026-03") for sex in ("insgesamt", "Frauen", "Männer")
    ]


def test_a_delivered_load_comes_back_as_it_was() -> None:
    loaded = a_load("2026-03", *k2("2026-03", [90, "7/2", None], [4000, 4000, 4000, 4000]))
    header, *rows = of_load(HEIDEKREIS, "03358", loaded)
    place = {heading: number for number, heading in enumerate(header)}
    figures = [row for row in rows if row[place["Kennzahl"]] == "INT"]
    assert [row[place["Wert"]] for row in figures] == ["90", "", ""]
    assert (figures[1][place["Zähler"]], figures[1][place["Nenner"]]) == ("7", "2")
    wide_header, *wide = of_load(HEIDEKREIS, "03358", loaded, wide=True)
    assert next(row for row in wide if row[1] == "INT")[8:][wide_header[8:].index("2026-02")] == "7/2"


def test_marks_beside_figures_are_not_lost_where_months_are_columns() -> None:
    marked = a_load("2026-03", ytd("LZB", "2026-03", "1000", flag=Flag.IMPUTED))
    there = given(an_agreement_in_force(), delivered(marked, "ladung")).attainment
    [row] = [row for row in TemplateOf(delivery="ladung").rows(HEIDEKREIS, there) if row[1] == "LZB"]
    assert {"1000", "hochgerechnet"} <= {*row}
    with refused(TEMPLATE_OF_ONE, "Kennzeichen neben Zahlen"):
        TemplateOf(delivery="ladung", wide=True).rows(HEIDEKREIS, there)


def test_a_template_reaches_back_as_far_as_the_lines_forms_and_no_further_than_is_known() -> None:
    twelve = a_line(at_least("30"), quantity=Quantity.LEVEL).model_copy(update={"form": Form.ROLLING})
    covering = a_line(id="bedarfsdeckend", measure="INT_BD_SHARE", quantity=Quantity.LEVEL)
    loads = [load("2026-05", date(2026, 6, 16))]
    _, *rows = template(agreed(twelve, covering), "03358", loads, year_to_date=True)
    months: dict[str, list[str]] = {}
    for row in rows:
        if (row[2], row[3]) == ("Monatswert", "insgesamt"):
            months.setdefault(row[1], []).append(row[4])
    ends = {code: (months[code][0], months[code][-1]) for code in ("INT", "ELB", "INT_BD")}
    assert ends == {
        "INT": ("2025-06", "2026-05"),
        "ELB": ("2025-05", "2026-05"),
        "INT_BD": ("2026-01", "2026-02"),
    }
    assert ("K2", "gleitender Jahreswert") in {(row[1], row[2]) for row in rows}
    _, *january = template(agreed(covering), "03358", [load("2026-01", date(2026, 2, 16))])
    assert "INT_BD" not in {row[1] for row in january}


def test_a_template_is_made_for_a_base_year_too() -> None:
    terms = agreed(a_line(at_most("-10"), measure="LZB").model_copy(update={"base_year": 2019}))
    assert list(template(terms, "03358", [load("2019-12", date(2020, 1, 16))]))
    with refused(MONTH_OF_ANOTHER_YEAR):
        assert list(template(terms, "03358", [load("2020-12", date(2021, 1, 16))]))
