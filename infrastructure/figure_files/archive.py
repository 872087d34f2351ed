"""What is in a workbook, looked through as a stream before anything interprets it."""

import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from xml.etree import ElementTree

from infrastructure.figure_files import refusal
from infrastructure.figure_files.limits import MAX_INFLATED, MAX_ROWS, MIB
from infrastructure.figure_files.refusal import Unfit

ENTRIES = 500
ACTIVE = {
    "vbaproject": "Makros",
    "macrosheets": "Makros",
    "externallinks": "Verknüpfungen mit anderen Dateien",
    "connections.xml": "Datenverbindungen",
    "querytables": "Datenverbindungen",
    "embeddings": "eingebettete Dateien",
    "activex": "Steuerelemente",
}
WORKBOOK, RELATIONS, STYLES = "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml"
SHEET = re.compile(r"xl/(?:work|chart|dialog)sheets/[^/\\]+\.xml", re.IGNORECASE)
PREFIX = rb"<(?:[A-Za-z_][\w.-]*:)?"
DECLARED = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
FOREIGN = re.compile(rb"""<\?xml[^>]*encoding=["'](?!utf-8["'])""", re.IGNORECASE)
ROW = re.compile(PREFIX + rb"row[\s/>]")
FORMULA = re.compile(PREFIX + rb"f[\s/>]")
VALUE = re.compile(PREFIX + rb"(?:v|is|t)[\s/>]")
CELL = re.compile(PREFIX + rb"c\s([^>]*)>")
STYLE = re.compile(rb"""\bs\s*=\s*["'](\d+)["']""")
PLACE = re.compile(rb"""\br\s*=\s*["']([A-Z]{1,3})(\d{1,7})["']""")
IN_ERROR = re.compile(rb"""\bt\s*=\s*["']e["']""")
BUILT_IN_PERCENT = {9, 10}
LITERAL = re.compile(r'"[^"]*"|[\\_*].|\[[^\]]*\]')
"""What a format code shows, leaves room for or sets as it is; only a percent sign beside that multiplies."""


@dataclass
class Contents:
    """What the look brought: how many sheets hold values, and which cells the reader gives otherwise than they show.

    Places are row and column, both from 1.
    """

    filled: int = 0
    percent: set[tuple[int, int]] = field(default_factory=set)
    """Cells shown in percent."""
    broken: set[tuple[int, int]] = field(default_factory=set)
    """Cells with an error such as #NV, which the reader gives as empty."""


def looked_through(path: Path) -> Contents:
    """Refuse what a file of values does not hold: macros, links, formulas, entities, far too much; raises Unfit."""
    contents = Contents()
    try:
        with zipfile.ZipFile(path) as archive:
            entries = archive.infolist()
            _must_be_plain(entries)
            left = MAX_INFLATED
            _must_lie_as_usual(archive)
            percent = _percent_styles(archive)
            for entry in entries:
                left -= _look(archive, entry, percent, contents, left)
    except (zipfile.BadZipFile, zipfile.LargeZipFile, RuntimeError, EOFError, OSError):  # also ciphers it lacks
        raise Unfit(refusal.BROKEN) from None
    if contents.filled > 1:
        raise Unfit(refusal.SHEETS.format(count=contents.filled))
    return contents


def _must_be_plain(entries: list[zipfile.ZipInfo]) -> None:
    names = [_plain_name(entry) for entry in entries]
    if WORKBOOK not in names:
        raise Unfit(refusal.NO_WORKBOOK)
    if len(entries) > ENTRIES or len({*names}) < len(names):
        raise Unfit(refusal.BROKEN)
    for name in names:
        for part, what in ACTIVE.items():
            if part in name:
                raise Unfit(refusal.ACTIVE.format(what=what))
    if any(entry.flag_bits & 1 for entry in entries):
        raise Unfit(refusal.OLD_EXCEL)
    if sum(entry.file_size for entry in entries) > MAX_INFLATED:
        raise Unfit(refusal.INFLATED)


def _look(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, percent: set[int], contents: Contents, left: int) -> int:
    """Look at one entry; how large it is, unpacked."""
    sheet = SHEET.fullmatch(_plain_name(entry)) is not None
    read = number_of_rows = 0
    filled = False
    for part in _parts(archive, entry):
        read += len(part)
        if read > left:
            raise Unfit(refusal.INFLATED)
        if b"\0" in part[:4096] and entry.filename.endswith((".xml", ".rels")):
            raise Unfit(refusal.ENTITIES)
        if DECLARED.search(part) or FOREIGN.search(part):
            raise Unfit(refusal.ENTITIES)
        if not sheet:
            continue
        number_of_rows += sum(1 for _ in ROW.finditer(part))
        if number_of_rows > MAX_ROWS + 1:
            raise Unfit(refusal.TOO_MANY_ROWS)
        if FORMULA.search(part):
            raise Unfit(refusal.FORMULAS)
        filled = filled or VALUE.search(part) is not None
        if percent:
            contents.percent.update(_shown_in_percent(part, percent))
        if IN_ERROR.search(part):
            contents.broken.update(_place(cell[1]) for cell in CELL.finditer(part) if IN_ERROR.search(cell[1]))
    contents.filled += filled
    return read


def _parts(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> Iterator[bytes]:
    """An entry's bytes in parts that end where a tag does."""
    rest = b""
    with archive.open(entry) as file:
        while block := file.read(MIB):
            block = rest + block
            end = block.rfind(b">") + 1
            if len(block) - end > 4 * MIB:
                raise Unfit(refusal.BROKEN)
            yield block[:end]
            rest = block[end:]
    yield rest


def _percent_styles(archive: zipfile.ZipFile) -> set[int]:
    """The numbers of the cell styles that show a share as percent."""
    root = _document(archive, STYLES)
    if root is None:
        return set()
    own = {one.get("numFmtId"): one.get("formatCode") or "" for one in root.iterfind(".//{*}numFmts/{*}numFmt")}
    formats = {str(number) for number in BUILT_IN_PERCENT} | {
        number for number, code in own.items() if _multiplies(code)
    }
    styles = root.iterfind(".//{*}cellXfs/{*}xf")
    return {number for number, style in enumerate(styles) if style.get("numFmtId") in formats}


def _multiplies(code: str) -> bool:
    return "%" in LITERAL.sub("", code)


def _must_lie_as_usual(archive: zipfile.ZipFile) -> None:
    """The reader takes a sheet from wherever the workbook points to, so it has to be where it is looked through."""
    book, relations = _document(archive, WORKBOOK), _document(archive, RELATIONS)
    if book is None or relations is None:
        raise Unfit(refusal.BROKEN)
    sheets = {value for sheet in book.iterfind(".//{*}sheet") for key, value in sheet.items() if key.endswith("}id")}
    for one in relations.iterfind(".//{*}Relationship"):
        target = one.get("Target", "")
        path = target[1:] if target.startswith("/") else f"xl/{target}"
        elsewhere = one.get("Id") in sheets and not SHEET.fullmatch(path)
        if elsewhere or (one.get("Type", "").endswith("/styles") and path.lower() != STYLES):
            raise Unfit(refusal.PLACES)


def _document(archive: zipfile.ZipFile, name: str) -> ElementTree.Element | None:
    """A small part of the workbook, found as the reader finds it: whatever the case and the slashes of its name."""
    entry = next((one for one in archive.infolist() if _plain_name(one) == name), None)
    if entry is None:
        return None
    if entry.file_size > 8 * MIB:
        raise Unfit(refusal.INFLATED)
    text = archive.read(entry)
    if DECLARED.search(text) or FOREIGN.search(text) or b"\0" in text:
        raise Unfit(refusal.ENTITIES)
    try:
        return ElementTree.fromstring(text)
    except (ElementTree.ParseError, ValueError, LookupError):
        raise Unfit(refusal.BROKEN) from None


def _plain_name(entry: zipfile.ZipInfo) -> str:
    return entry.filename.lower().replace("\\", "/")


def _shown_in_percent(part: bytes, percent: set[int]) -> Iterator[tuple[int, int]]:
    for cell in CELL.finditer(part):
        style = STYLE.search(cell[1])
        if style is not None and int(style[1]) in percent and not cell[1].endswith(b"/"):
            yield _place(cell[1])


def _place(attributes: bytes) -> tuple[int, int]:
    place = PLACE.search(attributes)
    if place is None:
        raise Unfit(refusal.BROKEN)
    return int(place[2]), column_number(place[1].decode())


def column_number(letters: str) -> int:
    """A → 1, AA → 27."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number
