"""Files with months as columns: how their headings are read, and what a problem in them names."""

import pytest

from domain.figures import Flag
from tests.figures.files import as_csv
from tests.figures.test_reading import WIDE, read
from tests.figures.workbooks import as_xlsx


def test_the_wide_layout_has_months_as_columns() -> None:
    rows = [
        ("03358", "LZB", "Monatswert", "insgesamt", 0, "16.04.2026", "1.200", "", "1.198 h"),
        ("03358", "K2", "JFW", "insgesamt", 0, "16.04.2026", "", "", "3000/4939,5"),
    ]
    found, problems = read(as_csv(rows, WIDE))
    assert problems.told == ()
    assert {(key[4], key[-1]): figure for key, figure in found.items()} == {
        ("LZB", "2026-01"): ("1200", None),
        ("LZB", "2026-02"): (None, Flag.MISSING),
        ("LZB", "2026-03"): ("1198", Flag.IMPUTED),
        ("K2", "2026-03"): ("3000/4939.5", None),
    }


def test_a_problem_in_the_wide_layout_names_the_months_column() -> None:
    rows = [("03358", "LZB", "Monatswert", "insgesamt", 0, "16.04.2026", "1", "zwei", "3")]
    (problem,) = read(as_csv(rows, WIDE))[1].told
    assert (problem.row, problem.column, problem.found) == (2, "Feb 26", "„zwei“")


@pytest.mark.parametrize("heading", ["01/26", "2026-01", "31.01.2026", "2026-01-31", "Jan 26", "Januar\n2026"])
def test_a_month_heading_is_understood(heading: str) -> None:
    rows: list[list[object]] = [
        ["Träger-\nAGS", "Kennzahl", "Form", "Ge-\nschlecht", "Wartemonate", "Ladedatum", heading]
    ]
    found, problems = read(as_xlsx([*rows, ["03358", "LZB", "Monatswert", "insgesamt", 0, "2026-04-16", 3275]]))
    assert problems.told == ()
    assert [key[-1] for key in found] == ["2026-01"]


def test_months_may_stand_under_a_row_with_their_year() -> None:
    keys = ["Träger-AGS", "Kennzahl", "Form", "Geschlecht", "Wartemonate", "Ladedatum"]
    rows: list[list[object]] = [["", "", "", "", "", "", 2025, 2026, ""], [*keys, "Dez", "Jan", "Feb"]]
    found, problems = read(as_xlsx([*rows, ["03358", "LZB", "Monatswert", "insgesamt", 0, "2026-04-16", 1, 2, 3]]))
    assert problems.told == ()
    assert [key[-1] for key in found] == ["2025-12", "2026-01", "2026-02"]
