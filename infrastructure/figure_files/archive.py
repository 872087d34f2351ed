"""Contents of a workbook, examined as a stream before anything interprets it."""

import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree

from domain.reasons import Reason
from infrastructure.figure_files import refusal
from infrastructure.figure_files.limits import MAX_INFLATED, MAX_ROWS, MIB
from infrastructure.figure_files.refusal import Unfit
from infrastructure.figure_files.sight import Place, Sight, column_number, marked_cells, marked_styles

ENTRIES = 500
ACTIVE = {
    "vbaproject": refusal.MACROS,
    "macrosheets": refusal.MACROS,
    "externallinks": refusal.LINKS,
    "connections.xml": refusal.CONNECTIONS,
    "querytables": refusal.CONNECTIONS,
    "embeddings": refusal.EMBEDDED,
    "oleobject": refusal.EMBEDDED,
    "activex": refusal.CONTROLS,
    "ctrlprops": refusal.CONTROLS,
    "customui": refusal.RIBBON,
}
WORKBOOK, RELATIONS, STYLES = "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml"
STRINGS = "xl/sharedstrings.xml"
SHEET = re.compile(r"xl/(?:work|chart|dialog)sheets/[^/\\]+\.xml", re.IGNORECASE)
PREFIX = rb"<(?:[A-Za-z_][\w.-]*:)?"
DECLARED = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
FOREIGN = re.compile(rb"""<\?xml[^<>]*encoding=["'](?!utf-8["'])""", re.IGNORECASE)
ROW = re.compile(PREFIX + rb"row[\s/>]")
FORMULA = re.compile(PREFIX + rb"f[\s/>]")
OLE = re.compile(PREFIX + rb"oleObjects?[\s/>]")
RULE = re.compile(rb"</(?:[A-Za-z_][\w.-]*:)?formula[12]?\s*>")
"""The end of what a validation or conditional format compares with; text and numbers compute nothing."""
CONSTANT = re.compile(rb"""\s*(?:"[^"]*"|&quot;[^"]*&quot;|[-+]?[0-9.]+(?:E[-+]?[0-9]+)?|TRUE|FALSE)?\s*""")
VALUE = re.compile(PREFIX + rb"(?:v|is|t)[\s/>]")
CELL = re.compile(PREFIX + rb"c\s([^<>]*)>")
STYLE = re.compile(rb"""\bs\s*=\s*["'](\d+)["']""")
PLACE = re.compile(rb"""\br\s*=\s*["']([A-Z]{1,3})(\d{1,7})["']""")
IN_ERROR = re.compile(rb"""\bt\s*=\s*["']e["']""")
BUILT_IN_PERCENT = {9, 10}
LITERAL = re.compile(r'"[^"]*"|[\\_*].|\[[^\]]*\]')
"""What a format code shows, leaves room for or sets as it is; only a percent sign beside that multiplies."""


@dataclass
class SheetContents:
    """What the look at one sheet brought: whether it holds values, and the cells a reader gives differently than shown.

    Places are row and column, both from 1.
    """

    name: str
    hidden: bool
    filled: bool = False
    percent: set[Place] = field(default_factory=set)
    """Cells shown in percent."""
    broken: set[Place] = field(default_factory=set)
    """Cells with an error such as #NV, which the reader gives as empty."""
    sight: Sight = field(default_factory=Sight)
    rich: bool = False
    """Whether a text in it is formatted in part."""


@dataclass(frozen=True)
class _Styles:
    """The numbers of the cell styles that matter: shown in percent; raised or struck through."""

    percent: frozenset[int]
    marked: Mapping[int, str]


def examined(path: Path) -> list[SheetContents]:
    """The sheets of a workbook, in its order; raises Unfit for macros, links, formulas, entities, far too much."""
    try:
        with zipfile.ZipFile(path) as archive:
            entries = archive.infolist()
            _must_be_plain(entries)
            sheets = _sheets(archive)
            root = _document(archive, STYLES)
            styles = _Styles(_percent_styles(root), marked_styles(root))
            left, rich = MAX_INFLATED, False
            for entry in entries:
                name = _plain_name(entry)
                if SHEET.fullmatch(name):
                    sheets.setdefault(name, SheetContents("ohne Namen", hidden=True))
                found = _look(archive, entry, styles, sheets.get(name), left)
                left -= found.size
                rich = rich or found.rich_strings
            for place, sheet in sheets.items():
                if rich or sheet.rich:
                    _look_at_runs(archive, place, sheet, rich=rich)
    except (zipfile.BadZipFile, zipfile.LargeZipFile, RuntimeError, EOFError, OSError):  # also ciphers it lacks
        raise Unfit(refusal.BROKEN) from None
    return list(sheets.values())


def _look_at_runs(archive: zipfile.ZipFile, place: str, sheet: SheetContents, *, rich: bool) -> None:
    names = {_plain_name(entry): entry.filename for entry in archive.infolist()}
    if place in names:
        try:
            sheet.sight.cells = marked_cells(archive, names[place], names.get(STRINGS) if rich else None)
        except ElementTree.ParseError:
            raise Unfit(refusal.BROKEN) from None


def _must_be_plain(entries: list[zipfile.ZipInfo]) -> None:
    names = [_plain_name(entry) for entry in entries]
    if WORKBOOK not in names:
        raise Unfit(refusal.NO_WORKBOOK)
    if len(entries) > ENTRIES or len({*names}) < len(names):
        raise Unfit(refusal.BROKEN)
    for name in names:
        for part, reason in ACTIVE.items():
            if part in name:
                raise Unfit(reason)
    if any(entry.flag_bits & 1 for entry in entries):
        raise Unfit(refusal.OLD_EXCEL)
    if sum(entry.file_size for entry in entries) > MAX_INFLATED:
        raise Unfit(refusal.INFLATED)


class _Looked(NamedTuple):
    size: int
    rich_strings: bool


def _look(
    archive: zipfile.ZipFile, entry: zipfile.ZipInfo, styles: _Styles, known: SheetContents | None, left: int
) -> _Looked:
    """Look at one entry: how large it is, unpacked, and whether it holds shared strings formatted in part."""
    name = _plain_name(entry)
    is_sheet = SHEET.fullmatch(name) is not None
    sheet = known or SheetContents("", hidden=False)  # of another entry, and looked at by nobody
    read = number_of_rows = 0
    rich = False
    for part in _parts(archive, entry):
        read += len(part)
        if read > left:
            raise Unfit(refusal.INFLATED)
        if b"\0" in part[:4096] and entry.filename.endswith((".xml", ".rels")):
            raise Unfit(refusal.ENTITIES)
        if DECLARED.search(part) or FOREIGN.search(part):
            raise Unfit(refusal.ENTITIES)
        if is_sheet:
            number_of_rows += sum(1 for _ in ROW.finditer(part))
            if number_of_rows > MAX_ROWS + 1:
                raise Unfit(refusal.TOO_MANY_ROWS)
            _look_at_sheet(part, styles, sheet)
        rich = rich or b"vertAlign" in part or b"strike" in part
    sheet.rich = is_sheet and rich
    return _Looked(read, rich and name == STRINGS)


def _look_at_sheet(part: bytes, styles: _Styles, sheet: SheetContents) -> None:
    if formula := _found(FORMULA, part, b"<f", b":f"):
        raise Unfit(_with_formulas(part[: formula.start()], sheet.name))
    if _found(OLE, part, b"oleObject"):
        raise Unfit(refusal.EMBEDDED)
    for rule in RULE.finditer(part) if b"formula" in part else ():
        if not CONSTANT.fullmatch(part, part.rfind(b">", 0, rule.start()) + 1, rule.start()):
            raise Unfit(refusal.VALIDATED)
    sheet.filled = sheet.filled or VALUE.search(part) is not None
    sheet.sight.look(part)
    if styles.percent or styles.marked:
        _look_at_styles(part, styles, sheet)
    if _found(IN_ERROR, part, b'"e"', b"'e'"):
        sheet.broken.update(_place(cell[1]) for cell in CELL.finditer(part) if IN_ERROR.search(cell[1]))


def _found(pattern: re.Pattern[bytes], part: bytes, *needles: bytes) -> re.Match[bytes] | None:
    """Where a pattern stands, looked for only where one of the texts is that it cannot be without."""
    return pattern.search(part) if any(needle in part for needle in needles) else None


def _look_at_styles(part: bytes, styles: _Styles, sheet: SheetContents) -> None:
    for cell in CELL.finditer(part):
        style = STYLE.search(cell[1])
        number = int(style[1]) if style else -1
        if cell[1].endswith(b"/"):
            continue
        if number in styles.percent:
            sheet.percent.add(_place(cell[1]))
        if number in styles.marked:
            sheet.sight.styles[_place(cell[1])] = styles.marked[number]


def _with_formulas(before: bytes, sheet: str) -> Reason:
    """The reason that names the sheet and the cell in which a part of it ends, as far as they are known."""
    places = PLACE.findall(before)
    if not sheet:
        return refusal.FORMULAS
    if not places:
        return refusal.FORMULAS_ON.of(sheet=sheet)
    return refusal.FORMULAS_IN.of(sheet=sheet, cell=f"{places[-1][0].decode()}{places[-1][1].decode()}")


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


def _percent_styles(root: ElementTree.Element | None) -> frozenset[int]:
    """The numbers of the cell styles that show a share as percent."""
    if root is None:
        return frozenset()
    own = {one.get("numFmtId"): one.get("formatCode") or "" for one in root.iterfind(".//{*}numFmts/{*}numFmt")}
    formats = {str(number) for number in BUILT_IN_PERCENT} | {
        number for number, code in own.items() if _multiplies(code)
    }
    styles = root.iterfind(".//{*}cellXfs/{*}xf")
    return frozenset(number for number, style in enumerate(styles) if style.get("numFmtId") in formats)


def _multiplies(code: str) -> bool:
    return "%" in LITERAL.sub("", code)


def _sheets(archive: zipfile.ZipFile) -> dict[str, SheetContents]:
    """The sheets by their place in the archive, in the workbook's order.

    The reader takes a sheet from wherever the workbook points to, so it has to be where it is looked at.
    """
    book, relations = _document(archive, WORKBOOK), _document(archive, RELATIONS)
    if book is None or relations is None:
        raise Unfit(refusal.BROKEN)
    named = {
        value: SheetContents(sheet.get("name", ""), hidden=sheet.get("state", "visible") != "visible")
        for sheet in book.iterfind(".//{*}sheet")
        for key, value in sheet.items()
        if key.endswith("}id")
    }
    found: dict[str, str] = {}
    for one in relations.iterfind(".//{*}Relationship"):
        target, name = one.get("Target", ""), one.get("Id", "")
        path = target[1:] if target.startswith("/") else f"xl/{target}"
        elsewhere = name in named and not SHEET.fullmatch(path)
        if elsewhere or (one.get("Type", "").endswith("/styles") and path.lower() != STYLES):
            raise Unfit(refusal.PLACES)
        found[name] = path.lower().replace("\\", "/")
    return {found[name]: sheet for name, sheet in named.items() if name in found}


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


def _place(attributes: bytes) -> Place:
    place = PLACE.search(attributes)
    if place is None:
        raise Unfit(refusal.BROKEN)
    return int(place[2]), column_number(place[1].decode())
