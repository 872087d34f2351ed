"""Writes a table as CSV or XLSX: numbers as numbers, days as days, and no text that a spreadsheet would compute.

CSV: UTF-8 with a byte order mark, semicolons, CRLF, decimal commas, days as 2026-06-30; text that a spreadsheet would
take for a formula gets an apostrophe in front. XLSX: every text is stored as text, never as a formula. In both, title
and origin stand above the headings, with an empty row between.
"""

import csv
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from io import BytesIO, StringIO
from typing import Any

from application.history.exports import DANGEROUS, harmless
from interfaces.tables.table import Cell, Table

WIDEST = 48
"""Characters of a column at most; longer text wraps."""
NARROWEST = 9
PAGE = 180
"""Characters beside each other on a printed page."""
LINE = 13
"""Height of a line of text, in points."""
A4 = 9
"""The paper's number in workbooks."""
SHEET_NAME = 31
"""Characters of a sheet's name at most."""


def as_csv(table: Table) -> bytes:
    """The table as CSV."""
    text = StringIO("\ufeff", newline="")
    text.seek(0, 2)
    csv.writer(text, delimiter=";", lineterminator="\r\n").writerows(
        [_plain(cell) for cell in row] for row in _rows(table)
    )
    return text.getvalue().encode()


def as_xlsx(table: Table) -> bytes:
    """The table as a workbook with one sheet, ready to print: headings on every page."""
    from openpyxl import Workbook
    from openpyxl.utils import get_column_letter

    book = Workbook(write_only=True)
    sheet: Any = book.create_sheet(_sheet_name(table.title))
    above, width = len(table.stated) + 3, len(table.headings)
    widths = tuple(_widths(table))
    for number, wide in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(number)].width = wide
    for number, row in enumerate((table.headings, *table.rows), above):
        sheet.row_dimensions[number].height = LINE * max(map(_lines, row, widths), default=1)
    sheet.freeze_panes = f"A{above + 1}"
    if table.rows:
        sheet.auto_filter.ref = f"A{above}:{get_column_letter(width)}{above + len(table.rows)}"
    sheet.print_title_rows = f"{above}:{above}"
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", A4
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = -(-sum(widths) // PAGE), 0
    sheet.oddFooter.center.text = "Seite &P von &N"
    for number, row in enumerate(_rows(table), 1):
        sheet.append([_cell(sheet, cell, bold=number in {1, above}, wraps=number >= above) for cell in row])
    content = BytesIO()
    book.save(content)
    return content.getvalue()


WRITERS: Mapping[str, tuple[Callable[[Table], bytes], str]] = {
    "csv": (as_csv, "text/csv"),
    "xlsx": (as_xlsx, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
}
"""How a table is written, and as what it is sent, by the ending of its file."""


def _rows(table: Table) -> Iterator[tuple[Cell, ...]]:
    yield (table.title,)
    yield from table.stated
    yield ()
    yield table.headings
    yield from table.rows


def _plain(cell: Cell) -> str:
    match cell:
        case None:
            return ""
        case Decimal():
            return f"{cell:f}".replace(".", ",")
        case int():
            return str(cell)
        case date():
            return cell.isoformat()
        case str():
            return harmless(cell)


def _cell(sheet: Any, content: Cell, *, bold: bool, wraps: bool) -> Any:
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Alignment, Font

    cell: Any = WriteOnlyCell(sheet)
    cell.value = content
    cell.alignment = Alignment(vertical="top", wrap_text=wraps and isinstance(content, str))
    if bold:
        cell.font = Font(name="Calibri", size=11, bold=True)
    match content:
        case str():
            cell.data_type = "s"  # the library would make a formula of "=…" and an error of "#N/A"
            cell.quotePrefix = content.startswith(DANGEROUS)
        case Decimal() | int():
            decimals = max(0, -int(Decimal(content).as_tuple().exponent))
            cell.number_format = "#,##0" + ("." + "0" * decimals if decimals else "")
        case date():
            cell.number_format = "DD.MM.YYYY"
        case None:
            pass
    return cell


def _widths(table: Table) -> Iterator[int]:
    for number, heading in enumerate(table.headings):
        longest = max((len(_plain(row[number])) for row in table.rows), default=0)
        word = max(map(len, heading.split()), default=0)
        yield min(WIDEST, max(NARROWEST, longest, word) + 2)


def _lines(cell: Cell, width: int) -> int:
    """How many lines a cell takes in a column of this width."""
    return -(-len(cell) // (width - 2)) if isinstance(cell, str) and cell else 1


def _sheet_name(title: str) -> str:
    """A title's first words without what a sheet's name may not hold."""
    return "".join(one for one in title.partition(":")[0] if one not in "[]:*?/\\'")[:SHEET_NAME].strip() or "Tabelle"
