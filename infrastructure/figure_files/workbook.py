"""XLSX workbooks: looked through first, then read by the fast reader."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

from python_calamine import load_workbook

from infrastructure.figure_files import refusal
from infrastructure.figure_files.archive import Contents, looked_through
from infrastructure.figure_files.limits import MAX_COLUMNS, MAX_ROWS
from infrastructure.figure_files.refusal import Unfit

ERROR = "#FEHLER"
"""What stands for a cell in which a workbook shows an error: never nothing, which would count as missing."""
Rows = Iterator[tuple[int, list[object]]]


def rows(path: Path) -> tuple[int, Rows]:
    """How many rows there are, and each that is not empty by its number; raises Unfit."""
    contents = looked_through(path)
    workbook = load_workbook(str(path))
    for name in workbook.sheet_names:
        sheet = workbook.get_sheet_by_name(name)
        if sheet.end is None:
            continue
        height, width = (last + 1 for last in sheet.end)
        if height > MAX_ROWS + 1:
            raise Unfit(refusal.TOO_MANY_ROWS)
        if width > MAX_COLUMNS:
            raise Unfit(refusal.TOO_MANY_COLUMNS)
        left = sheet.start[1] if sheet.start else 0
        return height, _rows(sheet.iter_rows(), left, contents)
    return 0, iter(())


def _rows(found: Iterator[Sequence[object]], left: int, contents: Contents) -> Rows:
    percent, broken = contents.percent, contents.broken
    for number, cells in enumerate(found, 1):
        plain = [""] * left + [_plain(cell) for cell in cells]
        for column in range(len(plain)) if percent or broken else ():
            if (number, column + 1) in percent:
                plain[column] = _in_percent(plain[column])
            if (number, column + 1) in broken:
                plain[column] = ERROR
        if any(not isinstance(cell, str) or cell.strip() for cell in plain):
            yield number, plain


def _plain(cell: object) -> object:
    """A cell as text or number; a day as JJJJ-MM-TT."""
    if isinstance(cell, str | float | int) and not isinstance(cell, bool):
        return cell
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time().isoformat() == "00:00:00" else cell.isoformat()
    return cell.isoformat() if isinstance(cell, date) else str(cell)


def _in_percent(cell: object) -> object:
    """What the cell shows, said to be percent: 0.316 is shown as 31.6 %."""
    return {"percent": float(Decimal(repr(cell)) * 100)} if isinstance(cell, float | int) else cell
