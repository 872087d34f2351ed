"""Writes rows as CSV or as a workbook that keeps every cell the text it is."""

import csv
from collections.abc import Iterable
from io import TextIOWrapper
from typing import IO, Any

KEYS = 7
"""Columns that say what a figure is; a spreadsheet must not take them for numbers or days."""


def written(rows: Iterable[tuple[str, ...]], out: IO[bytes], *, workbook: bool) -> None:
    """Write rows as XLSX, or as CSV (UTF-8 with mark, semicolons)."""
    if workbook:
        _workbook(rows, out)
        return
    text = TextIOWrapper(out, encoding="utf-8-sig", newline="")
    csv.writer(text, delimiter=";").writerows(rows)
    text.detach()


def _workbook(rows: Iterable[tuple[str, ...]], out: IO[bytes]) -> None:
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    sheet: Any = book.create_sheet("Daten")
    sheet.freeze_panes = "A2"
    for row in rows:
        sheet.append([_cell(sheet, text, is_key=number < KEYS) for number, text in enumerate(row)])
    book.save(out)


def _cell(sheet: Any, text: str, *, is_key: bool) -> Any:
    from openpyxl.cell import WriteOnlyCell

    cell = WriteOnlyCell(sheet, value=text or None)
    if is_key:
        cell.number_format = "@"
    return cell
