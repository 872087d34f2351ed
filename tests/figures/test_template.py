"""A template holds every figure that the lines need and that is shown beside them."""

from contextlib import nullcontext
from datetime import date

import pytest

from application.figure_files.intake.layout import LONG
from application.figure_files.template import template
from domain.rulebook.figures import LOADED_TOO_EARLY, MONTH_OF_ANOTHER_YEAR
from tests.builders import HEIDEKREIS
from tests.figures.files import refused


def months(waited: int = 0, loaded_on: date = date(2026, 4, 16)) -> dict[tuple[str, str], list[str]]:
    """The months of each series of the template for March 2026."""
    header, *rows = template(HEIDEKREIS, "03358", "2026-03", waited, loaded_on)
    assert header == LONG
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
        assert list(template(HEIDEKREIS, "03358", month, 0, date(2031, 1, 31)))
