"""Cells in which a person sees something other than the value a reader gives: raised, struck-through or hidden."""

import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple
from xml.etree import ElementTree

Place = tuple[int, int]
"""Row and column, both from 1."""
RAISED, STRUCK, NARROW = "hochgestellt", "durchgestrichen", "zu schmal"
HIDDEN_ROW, HIDDEN_COLUMN = "ausgeblendete Zeile", "ausgeblendete Spalte"
HIDDEN_SHEET = "ausgeblendetes Tabellenblatt"
_ON = rb"""=\s*["'](?:1|true)["']"""
_ROW = re.compile(rb"<(?:[A-Za-z_][\w.-]*:)?row\s([^>]*\bhidden" + _ON + rb"[^>]*)>")
_COLUMN = re.compile(rb"<(?:[A-Za-z_][\w.-]*:)?col\s([^>]*)>")
_NUMBER = re.compile(rb"""\br\s*=\s*["'](\d{1,7})["']""")
_HIDDEN = re.compile(rb"\bhidden" + _ON)
_OWN_WIDTH = re.compile(rb"\bcustomWidth" + _ON)
_FIRST, _LAST, _WIDTH = (
    re.compile(rb"\b" + name + rb"""\s*=\s*["']([\d.]{1,20})["']""") for name in (b"min", b"max", b"width")
)
WIDEST = 16_384
DIGITS = 15
"""Digits that fit into any column worth a look."""


class Marked(NamedTuple):
    """A cell whose text carries more than a person reads as its value: what is read, and why the rest is not."""

    text: str
    why: str


@dataclass
class Sight:
    """What stands out in a sheet; rows and columns are numbered from 1."""

    cells: dict[Place, Marked] = field(default_factory=dict)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    digits: dict[int, int] = field(default_factory=dict)
    """Columns with a width of their own, and how many digits fit."""
    styles: dict[Place, str] = field(default_factory=dict)
    """Cells that are raised or struck through as a whole."""

    def look(self, part: bytes) -> None:
        """Note hidden rows and columns and narrow columns in a part of a sheet that ends where a tag does."""
        if b"hidden" in part:
            for row in _ROW.finditer(part):
                if number := _NUMBER.search(row[1]):
                    self.hidden_rows.add(int(number[1]))
        if b"<col" in part or b":col" in part:
            for column in _COLUMN.finditer(part):
                self._column(column[1])

    def _column(self, attributes: bytes) -> None:
        first, last, width = (one.search(attributes) for one in (_FIRST, _LAST, _WIDTH))
        if not first or not last:
            return
        columns = range(int(float(first[1])), min(int(float(last[1])), WIDEST) + 1)
        if _HIDDEN.search(attributes) or (width and float(width[1]) == 0):
            self.hidden_columns.update(columns)
        elif width and _OWN_WIDTH.search(attributes) and float(width[1]) < DIGITS:
            self.digits.update(dict.fromkeys(columns, max(1, int(float(width[1])))))

    def why(self, place: Place, cell: object) -> str | None:
        """Why the value of a cell is not what a person sees; None where it is."""
        row, column = place
        if row in self.hidden_rows:
            return HIDDEN_ROW
        if column in self.hidden_columns:
            return HIDDEN_COLUMN
        if isinstance(cell, float | int) and abs(cell) >= 10 ** self.digits.get(column, DIGITS):
            return NARROW
        return self.styles.get(place)

    @property
    def plain(self) -> bool:
        """Whether nothing stands out."""
        return not (self.cells or self.hidden_rows or self.hidden_columns or self.digits or self.styles)


def marked_cells(archive: zipfile.ZipFile, sheet: str, strings: str | None) -> dict[Place, Marked]:
    """The cells of a sheet whose text is partly raised or struck through, also by way of the shared strings."""
    shared = dict(_marked_strings(archive, strings)) if strings else {}
    return dict(_cells(archive, sheet, shared))


def _marked_strings(archive: zipfile.ZipFile, name: str) -> Iterator[tuple[int, Marked]]:
    for number, item in enumerate(_elements(archive, name, "si")):
        if found := _marked(item):
            yield number, found


def _cells(archive: zipfile.ZipFile, name: str, shared: dict[int, Marked]) -> Iterator[tuple[Place, Marked]]:
    for cell in _elements(archive, name, "c"):
        place = re.fullmatch(r"([A-Z]{1,3})(\d{1,7})", cell.get("r", ""))
        value, inline = cell.find("{*}v"), cell.find("{*}is")
        found = _marked(inline) if inline is not None else None
        if cell.get("t") == "s" and value is not None and (value.text or "").isdigit():
            found = shared.get(int(value.text or 0))
        if place and found:
            yield (int(place[2]), column_number(place[1])), found


def _elements(archive: zipfile.ZipFile, name: str, tag: str) -> Iterator[ElementTree.Element]:
    """Each element of a name, in order, forgotten once it was looked at."""
    with archive.open(name) as file:
        ancestors: list[ElementTree.Element] = []
        for event, element in ElementTree.iterparse(file, events=("start", "end")):
            if event == "start":
                ancestors.append(element)
                continue
            ancestors.pop()
            if element.tag.rpartition("}")[2] == tag:
                yield element
                element.clear()
                if ancestors:
                    ancestors[-1].remove(element)


def _marked(item: ElementTree.Element) -> Marked | None:
    """What is read of a rich text, and what else it holds; None where a person reads all of it."""
    text, why = "", None
    for run in item.findall("{*}r"):
        standing = _standing_out(run.find("{*}rPr"))
        why = why or standing
        if standing is None:
            text += "".join(part.text or "" for part in run.findall("{*}t"))
    return Marked(text, why) if why else None


def _standing_out(font: ElementTree.Element | None) -> str | None:
    if font is None:
        return None
    raised, struck = font.find("{*}vertAlign"), font.find("{*}strike")
    if raised is not None and raised.get("val") in {"superscript", "subscript"}:
        return RAISED
    return STRUCK if struck is not None and struck.get("val", "1") not in {"0", "false"} else None


def marked_styles(styles: ElementTree.Element | None) -> dict[int, str]:
    """The numbers of the cell styles whose font is raised or struck through as a whole."""
    if styles is None:
        return {}
    fonts = [_standing_out(font) for font in styles.iterfind("{*}fonts/{*}font")]
    found: dict[int, str] = {}
    for number, style in enumerate(styles.iterfind("{*}cellXfs/{*}xf")):
        font = style.get("fontId", "")
        if font.isdigit() and int(font) < len(fonts) and (why := fonts[int(font)]):
            found[number] = why
    return found


def column_number(letters: str) -> int:
    """A → 1, AA → 27."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


def place_name(place: Place) -> str:
    """(5, 28) → AB5."""
    row, column = place
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return f"{letters}{row}"
