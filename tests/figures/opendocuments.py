"""OpenDocument spreadsheets as bytes: sound ones, and ones nobody should open."""

import io
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from xml.sax.saxutils import escape

NAMES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "table", "text", "style")
)
STYLES = (
    '<style:style style:name="T1"><style:text-properties style:text-position="33% 58%"/></style:style>'
    '<style:style style:name="T3"><style:text-properties style:text-position="super"/></style:style>'
    '<style:style style:name="T4"><style:text-properties style:text-position="0% 100%"/></style:style>'
    '<style:style style:name="T2"><style:text-properties style:text-line-through-style="solid"/></style:style>'
    '<style:style style:name="weg"><style:table-properties table:display="false"/></style:style>'
)


def cell(value: object, attributes: str = "", text: str | None = None) -> str:
    """A cell of a number or a text, as LibreOffice writes it."""
    if value in ("", None):
        return f"<table:table-cell {attributes}/>"
    said = text if text is not None else escape(str(value))
    kind = f'float" office:value="{value}' if isinstance(value, int | float) else "string"
    return f'<table:table-cell office:value-type="{kind}" {attributes}><text:p>{said}</text:p></table:table-cell>'


def row(cells: Iterable[str], attributes: str = "") -> str:
    """A row of cells."""
    return f"<table:table-row {attributes}>{''.join(cells)}</table:table-row>"


def ods(sheet: str, *, columns: str = "", more: Mapping[str, str] | None = None, before: str = "") -> bytes:
    """A file with one sheet of these rows; `more` are further entries, `before` stands in front of the document."""
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?>{before}<office:document-content {NAMES}>'
        f"<office:automatic-styles>{STYLES}</office:automatic-styles><office:body><office:spreadsheet>"
        f'<table:table table:name="Daten">{columns}{sheet}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", content, zipfile.ZIP_DEFLATED)
        for name, said in (more or {}).items():
            archive.writestr(name, said)
    return out.getvalue()


def as_ods(rows: Iterable[Sequence[object]]) -> bytes:
    """Rows as they are, with the empty rest of the sheet that programs write."""
    rest = row(['<table:table-cell table:number-columns-repeated="1024"/>'], 'table:number-rows-repeated="1048000"')
    return ods("".join(row(map(cell, one)) for one in rows) + rest)
