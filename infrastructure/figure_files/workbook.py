"""XLSX workbooks: checked first, then read by the fast reader."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

from python_calamine import CalamineSheet, load_workbook

from infrastructure.figure_files import refusal
from infrastructure.figure_files.archive import SheetContents, examined
from infrastructure.figure_files.limits import MAX_COLUMNS, MAX_ROWS
from infrastructure.figure_files.refusal import Unfit
from infrastructure.figure_files.sight import HIDDEN_SHEET, Place, place_name

ERROR = "#FEHLER"
"""The value of a cell that shows an error: never empty, which would count as missing."""
Rows = Iterator[tuple[int, list[object]]]


class Table(NamedTuple):
    """A sheet with values: its name, about how many rows it has, and each that is not empty by its number."""

    name: str
    hidden: bool
    total: int
    rows: Rows


def tables(path: Path) -> list[Table]:
    """Every sheet of a workbook that holds values; raises Unfit."""
    sheets = examined(path)
    contents = [sheet for sheet in sheets if sheet.filled] or sheets[
        :1
    ]  # the reader has its say about an empty one, too
    workbook = load_workbook(str(path))
    return [
        _table(workbook.get_sheet_by_name(one.name), one)
        for one in contents
        if one.name in workbook.sheet_names  # others are in the archive, and in no workbook
    ] + [
        Table(one.name, hidden=True, total=0, rows=iter(())) for one in contents if one.name not in workbook.sheet_names
    ]


def _table(sheet: CalamineSheet, contents: SheetContents) -> Table:
    if sheet.end is None:
        return Table(contents.name, contents.hidden, 0, iter(()))
    height, width = (last + 1 for last in sheet.end)
    if height > MAX_ROWS + 1:
        raise Unfit(refusal.TOO_MANY_ROWS)
    if width > MAX_COLUMNS:
        raise Unfit(refusal.TOO_MANY_COLUMNS)
    left = sheet.start[1] if sheet.start else 0
    return Table(contents.name, contents.hidden, height, _rows(sheet.iter_rows(), left, contents))


def _rows(found: Iterator[Sequence[object]], left: int, contents: SheetContents) -> Rows:
    seen_as_given = contents.sight.plain and not contents.hidden and not (contents.percent or contents.broken)
    for number, cells in enumerate(found, 1):
        row = [""] * left + [_plain(cell) for cell in cells]
        if not seen_as_given:
            row = [_as_seen(cell, (number, column), contents) for column, cell in enumerate(row, 1)]
        if any(not isinstance(cell, str) or cell.strip() for cell in row):
            yield number, row


def _as_seen(cell: object, place: Place, contents: SheetContents) -> object:
    """A cell as a person sees it, where that is not what the reader gives."""
    if place in contents.broken:
        return ERROR
    marked = contents.sight.cells.get(place)
    if marked:
        return {"seen": marked.text, "why": marked.why, "place": place_name(place)}
    hidden = contents.hidden and isinstance(cell, float | int)
    why = contents.sight.why(place, cell) or (HIDDEN_SHEET if hidden else None)
    if cell != "" and why:
        return {"seen": _shown(cell), "why": why, "place": place_name(place)}
    return _in_percent(cell) if place in contents.percent else cell


def _shown(cell: object) -> str:
    return str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell)


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
