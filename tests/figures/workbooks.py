"""Workbooks as bytes: sound ones, and ones nobody should open."""

import io
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from openpyxl import Workbook

TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/></Types>'
)
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
ROOT = (
    f'<Relationships xmlns="{RELATIONS}"><Relationship Id="r1" Type="{OFFICE}/officeDocument" '
    'Target="xl/workbook.xml"/></Relationships>'
)
SHEET = '<sheet name="Daten" sheetId="1" r:id="r1"/>'
BOOK = f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>{SHEET}</sheets></workbook>'
SHEETS = (
    f'<Relationships xmlns="{RELATIONS}"><Relationship Id="r1" Type="{OFFICE}/worksheet" Target="{{at}}"/>'
    f'<Relationship Id="r2" Type="{OFFICE}/styles" Target="{{styles}}"/></Relationships>'
)


def as_xlsx(rows: Iterable[Sequence[Any]], shown_as: Mapping[str, str] | None = None) -> bytes:
    """Rows as an ordinary workbook, some of its cells in a number format of their own."""
    book = Workbook()
    sheet: Any = book.active
    for row in rows:
        sheet.append([None if cell == "" else cell for cell in row])
    for place, code in (shown_as or {}).items():
        sheet[place].number_format = code
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def by_hand(
    rows: str | Iterable[bytes],
    more: dict[str, bytes] | None = None,
    head: str = "",
    at: str = "worksheets/sheet1.xml",
    styles: str = "styles.xml",
) -> bytes:
    """A workbook whose sheet, at a place below xl, holds this XML, with more entries beside it."""
    out = io.BytesIO()
    parts = [rows.encode()] if isinstance(rows, str) else rows
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, text in (
            ("[Content_Types].xml", TYPES),
            ("_rels/.rels", ROOT),
            ("xl/workbook.xml", BOOK),
            ("xl/_rels/workbook.xml.rels", SHEETS.format(at=at, styles=styles)),
        ):
            archive.writestr(name, text)
        with archive.open(at.removeprefix("/") if at.startswith("/") else f"xl/{at}", "w", force_zip64=True) as sheet:
            sheet.write(f'{head}<worksheet xmlns="{MAIN}"><sheetData>'.encode())
            for part in parts:
                sheet.write(part)
            sheet.write(b"</sheetData></worksheet>")
        for name, content in (more or {}).items():
            archive.writestr(name, content)
    return out.getvalue()


def cell(place: str, value: object = 1) -> str:
    """One cell in a row of its own."""
    row = "".join(one for one in place if one.isdigit())
    return f'<row r="{row}"><c r="{place}"><v>{value}</v></c></row>'
