"""Writes rows as CSV or as a workbook that keeps every cell the text it is."""

import csv
import re
from collections.abc import Iterable
from decimal import Decimal
from io import TextIOWrapper
from typing import IO, Any

NUMBER = re.compile(r"-?[0-9]{1,15}(,[0-9]{1,12})?")
NARROWEST, REMARKED = 11, 60
"""Widths of columns, and of the last, which says what a row is for."""
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
    from openpyxl.utils import get_column_letter

    book = Workbook(write_only=True)
    sheet: Any = book.create_sheet("Daten")
    sheet.freeze_panes = "A2"
    for first, row in enumerate(rows):
        if not first:
            for number, heading in enumerate(row, 1):
                wide = REMARKED if heading == row[-1] else max(NARROWEST, len(heading) + 2)
                sheet.column_dimensions[get_column_letter(number)].width = wide
        sheet.append([_cell(sheet, text, is_key=not first or number < KEYS) for number, text in enumerate(row)])
    book.save(out)


def _cell(sheet: Any, text: str, *, is_key: bool) -> Any:
    """A key as text, a figure as number, anything else as the text it is: never a formula."""
    from openpyxl.cell import WriteOnlyCell

    cell: Any = WriteOnlyCell(sheet)
    if not is_key and NUMBER.fullmatch(text):
        cell.value = Decimal(text.replace(",", "."))
        return cell
    cell.value = text or None
    if text:
        cell.data_type = "s"
    if is_key:
        cell.number_format = "@"
    return cell
