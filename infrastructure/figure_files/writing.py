"""Writes rows as CSV or as a workbook that keeps every cell the text it is."""

import csv
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell

KEYS = 7
"""Columns that say what a figure is; a spreadsheet must not take them for numbers or days."""


def written(rows: Iterable[tuple[str, ...]], path: Path) -> None:
    """Write rows as XLSX where the file is named so, otherwise as CSV (UTF-8 with mark, semicolons)."""
    if path.suffix.lower() == ".xlsx":
        _workbook(rows, path)
        return
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file, delimiter=";").writerows(rows)


def _workbook(rows: Iterable[tuple[str, ...]], path: Path) -> None:
    book = Workbook(write_only=True)
    sheet: Any = book.create_sheet("Daten")
    sheet.freeze_panes = "A2"
    for row in rows:
        sheet.append([_cell(sheet, text, is_key=number < KEYS) for number, text in enumerate(row)])
    book.save(path)


def _cell(sheet: Any, text: str, *, is_key: bool) -> Any:
    cell = WriteOnlyCell(sheet, value=text or None)
    if is_key:
        cell.number_format = "@"
    return cell
