"""OpenDocument spreadsheets (ODS), read as a stream: each cell as a person sees it."""

import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from math import inf, isfinite
from pathlib import Path
from typing import IO
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from infrastructure.figure_files import refusal
from infrastructure.figure_files.limits import MAX_COLUMNS, MAX_INFLATED, MAX_ROWS, MIB
from infrastructure.figure_files.refusal import Unfit
from infrastructure.figure_files.sight import HIDDEN_COLUMN, HIDDEN_ROW, HIDDEN_SHEET, RAISED, STRUCK, place_name

MIMETYPE = b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet"
"""The beginning of such a file, behind the head of its first entry."""
ENTRIES = 500
CONTENT, STYLES = "content.xml", "styles.xml"
ACTIVE = {"basic/": refusal.MACROS, "scripts/": refusal.MACROS, "object ": refusal.EMBEDDED}
ERROR = "#FEHLER"
NUMBERS = frozenset({"float", "currency", "percentage"})
_FLOAT = re.compile(r"[-+]?[0-9]+(\.[0-9]+)?([eE][-+]?[0-9]+)?")
_DECLARED = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)


@dataclass
class OpenTable:
    """A sheet: its name, whether it is hidden, and each row that is not empty by its number."""

    name: str
    hidden: bool
    rows: list[tuple[int, list[object]]] = field(default_factory=list)


def is_one(head: bytes) -> bool:
    """Whether a file begins as an OpenDocument spreadsheet."""
    return head.startswith(b"PK") and MIMETYPE in head[:128]


def sheets(path: Path) -> list[OpenTable]:
    """Every sheet with content, or the first one; raises Unfit for formulas, macros, embedded files, far too much."""
    try:
        with zipfile.ZipFile(path) as archive:
            _must_be_plain(archive)
            reader = _Reader()
            for name in (STYLES, CONTENT):
                if name in archive.namelist():
                    with archive.open(name) as file:
                        reader.read(file)
    except (zipfile.BadZipFile, zipfile.LargeZipFile, RuntimeError, EOFError, OSError, ElementTree.ParseError):
        raise Unfit(refusal.BROKEN) from None
    return [one for one in reader.tables if one.rows] or reader.tables[:1]


def _must_be_plain(archive: zipfile.ZipFile) -> None:
    entries = archive.infolist()
    if len(entries) > ENTRIES or sum(entry.file_size for entry in entries) > MAX_INFLATED:
        raise Unfit(refusal.INFLATED)
    for entry in entries:
        for begin, why in ACTIVE.items():
            if entry.filename.casefold().startswith(begin):
                raise Unfit(why)
    for name in (STYLES, CONTENT):
        if name in archive.namelist():
            _must_declare_nothing(archive, name)


def _must_declare_nothing(archive: zipfile.ZipFile, name: str) -> None:
    left, tail = MAX_INFLATED, b""
    with archive.open(name) as file:
        while part := file.read(MIB):
            left -= len(part)
            if left < 0:
                raise Unfit(refusal.INFLATED)
            if _DECLARED.search(tail + part) or b"\x00" in part:
                raise Unfit(refusal.ENTITIES)
            tail = part[-16:]


class _Reader:
    """Follows the elements of content and styles, and forgets each row once it was read."""

    def __init__(self) -> None:
        self.tables: list[OpenTable] = []
        self._standing_out: dict[str, str] = {}
        self._hidden_styles: set[str] = set()
        self._hidden_columns: set[int] = set()
        self._columns = self._rows = 0

    def read(self, file: IO[bytes]) -> None:
        """Every style, and every row of every sheet."""
        ancestors: list[Element] = []
        for event, element in ElementTree.iterparse(file, events=("start", "end")):
            name = _local(element.tag)
            if event == "start":
                ancestors.append(element)
                if name == "table":
                    self._begin(element)
                continue
            ancestors.pop()
            if name == "style":
                self._style(element)
            elif name == "table-column" and self.tables:
                self._column(element)
            elif name == "table-row" and self.tables:
                self._row(element)
                element.clear()
                if ancestors:
                    ancestors[-1].remove(element)

    def _begin(self, table: Element) -> None:
        hidden = _get(table, "style-name") in self._hidden_styles
        self.tables.append(OpenTable(_get(table, "name") or "ohne Namen", hidden))
        self._hidden_columns, self._columns, self._rows = set(), 0, 0

    def _style(self, style: Element) -> None:
        name = _get(style, "name")
        for one in style:
            if _local(one.tag) == "table-properties" and _get(one, "display") == "false":
                self._hidden_styles.add(name)
            if _local(one.tag) == "text-properties" and (why := _why(one)):
                self._standing_out[name] = why

    def _column(self, column: Element) -> None:
        count = _number(column, "number-columns-repeated")
        if _get(column, "visibility") in {"collapse", "filter"}:
            last = min(self._columns + count, MAX_COLUMNS)
            self._hidden_columns |= set(range(self._columns + 1, last + 1))
        self._columns += count

    def _row(self, row: Element) -> None:
        count, hidden = _number(row, "number-rows-repeated"), _get(row, "visibility") in {"collapse", "filter"}
        cells = list(self._cells(row, hidden=hidden))
        first, self._rows = self._rows + 1, self._rows + count
        if not cells:
            return
        if first + count - 1 > MAX_ROWS + 1:
            raise Unfit(refusal.TOO_MANY_ROWS)
        self.tables[-1].rows += [(number, cells) for number in range(first, first + count)]

    def _cells(self, row: Element, *, hidden: bool) -> Iterator[object]:
        column, blank = 1, 0
        for cell in row:
            if _local(cell.tag) not in {"table-cell", "covered-table-cell"}:
                continue
            count = _number(cell, "number-columns-repeated")
            value = self._value(cell, (self._rows + 1, column), hidden=hidden)
            if value == "":
                blank += count
            elif column + count - 1 > MAX_COLUMNS:
                raise Unfit(refusal.TOO_MANY_COLUMNS)
            else:
                yield from [""] * blank + [value] * count
                blank = 0
            column += count

    def _value(self, cell: Element, place: tuple[int, int], *, hidden: bool) -> object:
        if _get(cell, "formula"):
            raise Unfit(refusal.FORMULAS_IN.of(cell=place_name(place), sheet=self.tables[-1].name))
        kind, text, why = _get(cell, "value-type"), *self._text(cell)
        if kind == "error" or (text.startswith(("#", "Err:")) and not kind):
            return ERROR
        value = _typed(cell, kind, text)
        if value == "":
            return value
        why = why or self._standing_out.get(_get(cell, "style-name"), "")
        why = why or (HIDDEN_ROW if hidden else HIDDEN_COLUMN if place[1] in self._hidden_columns else "")
        why = why or (HIDDEN_SHEET if self.tables[-1].hidden and isinstance(value, float | int) else "")
        return {"seen": text, "why": why, "place": place_name(place)} if why else value

    def _text(self, cell: Element) -> tuple[str, str]:
        """What is read as the cell's value, and why the rest of it is not."""
        found: list[str] = []
        why = ""
        for paragraph in cell:
            if _local(paragraph.tag) != "p":
                continue
            if found:
                found.append("\n")
            found.append(paragraph.text or "")
            for run in paragraph:
                standing = self._standing_out.get(_get(run, "style-name"), "") if _local(run.tag) == "span" else ""
                why = why or standing
                spaces = " " * _number(run, "c") if _local(run.tag) == "s" else ""
                found += [spaces or ("" if standing else "".join(run.itertext())), run.tail or ""]
        return "".join(found), why


def _typed(cell: Element, kind: str, text: str) -> object:
    """A number, a share as percent, a day as JJJJ-MM-TT, or the text."""
    if kind in NUMBERS:
        number = _float(_get(cell, "value"))
        return {"percent": round(number * 100, 12)} if kind == "percentage" else number
    if kind == "date":
        return _get(cell, "date-value").removesuffix("T00:00:00")
    return text if text.strip() else ""


def _float(said: str) -> float:
    """A number of a cell; raises Unfit for what no spreadsheet writes."""
    number = float(said) if _FLOAT.fullmatch(said) else inf
    if not isfinite(number):
        raise Unfit(refusal.BROKEN)
    return number


def _why(properties: Element) -> str:
    raised = _get(properties, "text-position").partition(" ")[0]  # super, sub, or by how much: 33%, -33%
    if raised not in {"", "0%"}:
        return RAISED
    struck = _get(properties, "text-line-through-style") or _get(properties, "text-line-through-type")
    return STRUCK if struck not in {"", "none"} else ""


def _get(element: Element, name: str) -> str:
    """An attribute by its name, whatever its namespace."""
    return next((value for key, value in element.attrib.items() if _local(key) == name), "")


def _number(element: Element, name: str) -> int:
    said = _get(element, name)
    return int(said) if said.isdigit() and len(said) < 8 else 1


def _local(tag: str) -> str:
    return tag.rpartition("}")[2]
