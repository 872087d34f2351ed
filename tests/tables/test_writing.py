"""Tables as files: numbers stay numbers, days days, and no text becomes a formula, whatever it says."""

import csv
import io
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from application.history.exports import DANGEROUS
from interfaces.tables.table import Cell, Table, decimal
from interfaces.tables.writing import as_csv, as_xlsx

HOSTILE = ("=1+1", "+49", "-2", "@SUM(A1)", "＝1", "\t=1", "\n=1", "#N/A", "#REF!", "=cmd|' /C calc'!A0", "{=1}")


def table(*cells: Cell) -> Table:
    headings = tuple(f"Spalte {number}" for number in range(len(cells)))
    return Table("pruefung", "Prüfung: Tabelle", (("Quelle", "=erfunden"),), headings, (tuple(cells),))


def cells(made: Table) -> list[tuple[Any, ...]]:
    sheet: Any = load_workbook(io.BytesIO(as_xlsx(made))).active
    return list(sheet.iter_rows())


def csv_rows(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";"))


def test_title_and_origin_stand_above_the_headings() -> None:
    for rows in (csv_rows(as_csv(table("a", "b"))), [[one.value for one in row] for row in cells(table("a", "b"))]):
        assert rows[0][0] == "Prüfung: Tabelle"
        assert rows[1][0] == "Quelle"
        assert rows[3] == ["Spalte 0", "Spalte 1"]
        assert rows[4] == ["a", "b"]


def test_numbers_are_numbers_and_days_are_days() -> None:
    made = table(Decimal("-2.60"), 1_234_567, date(2026, 6, 30), None, "03358")
    assert csv_rows(as_csv(made))[4] == ["-2,60", "1234567", "2026-06-30", "", "03358"]
    held = cells(made)[4]
    assert [cell.value for cell in held] == [-2.6, 1234567, datetime(2026, 6, 30), None, "03358"]  # noqa: DTZ001
    assert [cell.number_format for cell in held[:3]] == ["#,##0.00", "#,##0", "DD.MM.YYYY"]


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_is_a_formula(text: str) -> None:
    made = table(text, text)
    held = [cell for row in cells(made) for cell in row]
    assert {cell.data_type for cell in held if cell.value is not None} == {"s"}
    assert text.strip() in {str(cell.value).strip() for cell in held}
    assert not [cell for row in csv_rows(as_csv(made)) for cell in row if cell.startswith(DANGEROUS)]


@settings(deadline=None, max_examples=30)
@given(st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=40))
def test_whatever_a_text_says_a_cell_holds_it_as_text(text: str) -> None:
    assert [cell.data_type for cell in cells(table(text, "Ende"))[4] if cell.value is not None] in (["s"], ["s", "s"])
    assert not csv_rows(as_csv(table(text)))[4][0].startswith(DANGEROUS)


def test_an_exact_number_has_as_few_decimals_as_it_needs() -> None:
    assert [str(decimal(one)) for one in ("1476", "9/2", "58321/12", "-1/3")] == ["1476", "4.5", "4860.0833", "-0.3333"]
    assert decimal(None) is None
