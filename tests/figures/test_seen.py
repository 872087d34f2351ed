"""Whatever a person sees in a sheet apart from the number is never read as one."""

import io
from typing import Any

import pytest
from openpyxl import Workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Font

from application.figure_files.checks.wording import TO_BE_SEEN
from application.figure_files.intake import numbers
from application.figure_files.intake.layout import LONG
from application.figure_files.ports import Marked
from domain.rulebook.figures import FILE_UNREADABLE
from tests.figures.files import Desk, figure_row, refused, taken
from tests.figures.workbooks import as_xlsx

SUM = figure_row("LLU", "2026-03", 2281075)
CELL = "H2"


def book(change: Any) -> bytes:
    made = Workbook()
    sheet: Any = made.active
    sheet.append(LONG)
    sheet.append([None if cell == "" else cell for cell in SUM])
    change(sheet)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def raised(sheet: Any) -> None:
    sheet[CELL] = CellRichText("2281075", TextBlock(InlineFont(vertAlign="superscript"), "1"))


def lowered(sheet: Any) -> None:
    sheet[CELL] = CellRichText(TextBlock(InlineFont(vertAlign="subscript"), "1"), "2281075")


def partly_struck(sheet: Any) -> None:
    sheet[CELL] = CellRichText("2281075", TextBlock(InlineFont(strike=True), "1"))


def struck(sheet: Any) -> None:
    sheet[CELL].font = Font(strike=True)


def hidden_row(sheet: Any) -> None:
    sheet.row_dimensions[2].hidden = True


def hidden_column(sheet: Any) -> None:
    sheet.column_dimensions["H"].hidden = True


def narrow(sheet: Any) -> None:
    sheet.column_dimensions["H"].width = 4


SPOILED = {
    raised: "hochgestellt",
    lowered: "hochgestellt",
    partly_struck: "durchgestrichen",
    struck: "durchgestrichen",
    hidden_row: "ausgeblendete Zeile",
    hidden_column: "ausgeblendete Spalte",
    narrow: "zu schmal",
}


@pytest.mark.parametrize("change", SPOILED, ids=lambda one: one.__name__)
def test_a_number_that_shows_something_else_is_an_error_that_names_the_cell(desk: Desk, change: Any) -> None:
    found = desk.check(book(change))
    told = [one.says for one in found.problems if one.check == "V02"]
    assert len(told) == 1
    assert CELL in told[0]
    assert SPOILED[change] in told[0]
    assert "2281075" in told[0]


@pytest.mark.parametrize("state", ["hidden", "veryHidden"])
def test_figures_that_stand_on_a_hidden_sheet_alone_are_refused_by_its_name(desk: Desk, state: str) -> None:
    def behind_a_cover(sheet: Any) -> None:
        sheet.parent.create_sheet("Deckblatt", 0)
        sheet.parent.active = 0
        sheet.title, sheet.sheet_state = "Rohdaten", state

    with refused(FILE_UNREADABLE, "ausgeblendeten Tabellenblatt „Rohdaten“"):
        desk.check(book(behind_a_cover))


def test_numbers_of_a_hidden_sheet_beside_others_are_marked_and_its_headings_are_not() -> None:
    def beside_a_cover(sheet: Any) -> None:
        sheet.parent.create_sheet("Deckblatt", 0).append(["Kennzahlen"])
        sheet.parent.active = 0
        sheet.title, sheet.sheet_state = "Rohdaten", "hidden"

    with taken(book(beside_a_cover)) as file:
        headings, values = (row for name, row in file.tables() if name == "Rohdaten")
    assert headings[1:] == [*LONG]
    [why] = [cell.why for cell in values if isinstance(cell, Marked) and (cell.seen, cell.place) == ("2281075", CELL)]
    assert "Tabellenblatt" in TO_BE_SEEN[why].german


def test_an_unspoiled_cell_is_read(desk: Desk) -> None:
    found = desk.check(as_xlsx([LONG, SUM]))
    assert [one for one in found.problems if one.check == "V02"] == []


def test_a_footnote_at_a_heading_is_not_part_of_it(desk: Desk) -> None:
    def noted(sheet: Any) -> None:
        sheet["E1"] = CellRichText(LONG[4], TextBlock(InlineFont(vertAlign="superscript"), "2"))

    found = desk.check(book(noted))
    assert [one for one in found.problems if one.check in {"V01", "V02"}] == []


@pytest.mark.parametrize(("value", "read"), [(0.1 + 0.2, "0.3"), (100 / 3, "33.333333333333"), (31.6, "31.6")])
def test_the_value_of_a_formula_counts_with_its_significant_digits(value: float, read: str) -> None:
    found = numbers.read(value)
    assert found is not None
    assert found.plain == read
