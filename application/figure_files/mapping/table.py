"""From a table of another layout to rows of the long layout, by a mapping."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from fnmatch import fnmatchcase

from application.figure_files.checks.problems import shown
from application.figure_files.intake import cell_values as words
from application.figure_files.intake.cell_values import as_text
from application.figure_files.intake.layout import LONG, filled
from application.figure_files.mapping.carriers import Carriers
from application.figure_files.mapping.headings import (
    LOOKED_AT,
    MEANS,
    Column,
    Header,
    UnderstoodColumn,
    columns_of,
    header_of,
    header_row,
    plain,
    told_columns,
)
from application.figure_files.mapping.misfit import (
    NO_CARRIER,
    NO_CELL,
    NO_SHEET,
    NOT_ONE_SHEET,
    SEVERAL_CARRIERS,
    UNSAID,
    UNSAID_INSIDE,
    Misfit,
)
from application.figure_files.mapping.model import Carrier, CarrierKind, Keys, Mapping, Meaning
from application.figure_files.ports import CellValue, Headed, Row, number_of
from domain.parties import Ags
from domain.values import Frozen

TOLD, NAMED = 50, 5
Sheets = dict[str, list[Row]]


class Understood(Frozen):
    """A file as a mapping made it readable: what was taken for what, and what was left."""

    mapping: str
    sheets: tuple[str, ...]
    sheets_left: tuple[str, ...]
    header_row: int
    columns: tuple[UnderstoodColumn, ...]
    carriers: tuple[str, ...]
    carriers_left: tuple[str, ...]
    """As the table names them."""
    labels_left: tuple[str, ...]
    figures: int


@dataclass
class _Left:
    carriers: dict[str, None] = field(default_factory=dict)
    taken: dict[str, None] = field(default_factory=dict)
    labels: dict[str, None] = field(default_factory=dict)
    doubled: dict[str, frozenset[Ags]] = field(default_factory=dict)
    """Carrier numbers that agreements of several carriers name."""


def fits(mapping: Mapping, sheets: Sheets) -> bool:
    """Whether every column the mapping names stands in a sheet it is about."""
    try:
        return bool([columns_of(mapping, header_of(mapping, rows)) for rows in _chosen(mapping, sheets).values()])
    except Misfit:
        return False


def translated(
    mapping: Mapping, sheets: Sheets, given: Keys, carrier: Ags | None, carriers: Callable[[], Carriers] | None = None
) -> tuple[list[Row], Understood]:
    """The rows of the long layout, header first, and how the file was understood; raises Misfit.

    Each row keeps the number it has in the file. Of a table of many carriers, the one named is taken, else those the
    mapping names, else those that have agreements (without `carriers`, all), who are asked for only then.
    """
    left = _Left()
    mapping = mapping.model_copy(update={"carrier": _wanted(mapping.carrier, carrier, carriers, left)})
    _must_say_all(mapping, given)
    chosen = _chosen(mapping, sheets)
    found: list[Row] = []
    columns: list[UnderstoodColumn] = []
    first = 0
    for rows in chosen.values():
        header = header_of(mapping, rows)
        first = first or header.row
        if not columns:
            columns = told_columns(mapping, header)
        found += _translated(mapping, header, rows, given, left)
    if left.carriers and not left.taken:
        raise Misfit(NO_CARRIER.of(names=", ".join(list(left.carriers)[:NAMED])))
    understood = Understood(
        mapping=mapping.name,
        sheets=tuple(chosen),
        sheets_left=tuple(name for name in sheets if name not in chosen),
        header_row=first,
        columns=tuple(columns),
        carriers=tuple(left.taken)[:TOLD],
        carriers_left=tuple(left.carriers)[:TOLD],
        labels_left=tuple(left.labels)[:TOLD],
        figures=len(found),
    )
    head: Row = [first, *LONG]
    return [head, *found], understood


def _chosen(mapping: Mapping, sheets: Sheets) -> Sheets:
    if mapping.sheets:
        found = {
            name: rows for name, rows in sheets.items() if any(fnmatchcase(name, wanted) for wanted in mapping.sheets)
        }
        if not found:
            raise Misfit(NO_SHEET.of(sheet=mapping.sheets[0]))
        return found
    fitting = {name: rows for name, rows in sheets.items() if header_row(mapping, rows) is not None}
    if len(fitting) != 1:
        raise Misfit(NOT_ONE_SHEET.of(header=mapping.header, count=len(fitting)))
    return fitting


def _must_say_all(mapping: Mapping, given: Keys) -> None:
    """Every key is said somewhere: by the mapping, or beside the file."""
    said = {name for keys in (mapping.constant, mapping.column, mapping.cell, given) for name, one in keys if one}
    for meanings in (mapping.values.values(), mapping.labels.values()):
        said |= {name for name in BY_MEANING if meanings and all(getattr(one, name) for one in meanings)}
    if not mapping.values:
        said.add("month")
    if mapping.carrier.column or mapping.carrier.constant:
        said.add("carrier")
    lacking = {name: what for name, what in MEANS.items() if name not in said}
    for name, what in lacking.items():
        if name not in BESIDE:
            raise Misfit(UNSAID_INSIDE.of(what=what))
    if lacking:
        raise Misfit(UNSAID.of(what=tuple(lacking.values()), parameters=tuple(map(BESIDE.__getitem__, lacking))))


def _translated(mapping: Mapping, header: Header, rows: Sequence[Row], given: Keys, left: _Left) -> Iterator[Row]:
    keys, columns = columns_of(mapping, header)
    cells = _fixed_cells(mapping.cell, rows)
    constant = {name: said for keys in (given, mapping.constant) for name, said in keys if said}
    carrier_of, labels = _carriers(mapping.carrier, left), {plain(text): one for text, one in mapping.labels.items()}
    section = ""
    for row in rows[header.after :]:
        if mapping.ends and plain(next((cell for cell in row[1:] if filled(cell)), "")).startswith(plain(mapping.ends)):
            return
        own = {name: row[place] if place < len(row) else None for name, place in keys.items()}
        ags = carrier_of(own.get("carrier"))
        if ags is None:
            continue
        meaning = Meaning()
        if labels:
            label = plain(own.get("measure"))
            known = labels.get(f"{section}/{label}") or labels.get(label)
            if label and not any(filled(row[column.place]) for column in columns if column.place < len(row)):
                section = label
            if known is None:
                if label:
                    left.labels[shown(str(own.get("measure")))] = None
                continue
            meaning = known
        said = {**constant, **cells, **{name: cell for name, cell in own.items() if name != "carrier"}}
        yield from _figures(mapping, row, ags, said, meaning, columns)


def _figures(
    mapping: Mapping, row: Row, ags: CellValue, said: dict[str, CellValue], label: Meaning, columns: Iterable[Column]
) -> Iterator[Row]:
    """The figures of one row: value, numerator and denominator of one figure come together."""
    together: dict[tuple[CellValue, ...], dict[str, CellValue]] = {}
    for column in columns:
        cell = row[column.place] if column.place < len(row) else None
        cell = Headed(cell, column.heading) if isinstance(cell, str) else cell
        own = column.meaning
        key = tuple([getattr(own, name) or getattr(label, name) or said.get(name) for name in BY_MEANING])
        together.setdefault(key, {})[own.part if own.part != "value" else label.part] = cell
    for key, parts in together.items():
        numbers, mark = _marked(mapping, parts)
        if mark is None and not any(map(filled, numbers)):
            continue
        yield [number_of(row), ags, *key, *numbers, mark]


def _marked(mapping: Mapping, parts: dict[str, CellValue]) -> tuple[list[CellValue], str | None]:
    """Value, numerator and denominator, or the mark of this source in their place."""
    numbers = [parts.get(name) for name in ("value", "numerator", "denominator")]
    signs = {sign.casefold(): mark for sign, mark in mapping.marks.items()}
    found = [signs.get(str(one).strip().casefold()) if isinstance(one, str) else None for one in numbers]
    numbers = ["0" if mark == "null" else None if mark else one for one, mark in zip(numbers, found, strict=True)]
    return numbers, next((mark for mark in found if mark and mark != "null"), None)


def _wanted(carrier: Carrier, named: Ags | None, carriers: Callable[[], Carriers] | None, left: _Left) -> Carrier:
    """Where the carrier stands, once the agreements and who hands the file in are asked, too."""
    if carrier.column is None:
        return Carrier(constant=named) if named else carrier
    only, by_number = (named,) if named else carrier.only, carrier.kind is CarrierKind.BA and not carrier.names
    there = carriers() if carriers and (by_number or not only) else None
    names = {number: min(keys) for number, keys in there.numbers.items()} if there and by_number else carrier.names
    if there and by_number:
        left.doubled = {plain(number): keys for number, keys in there.numbers.items() if len(keys) > 1}
    return carrier.model_copy(update={"names": names, "only": only or (there.keys if there else ())})


def _carriers(carrier: Carrier, left: _Left) -> Callable[[CellValue], CellValue]:
    """What gives a row's official key: None for a row of another carrier, or of none."""
    known = {plain(name): ags for name, ags in carrier.names.items()}
    only = frozenset(map(words.ags, carrier.only))

    def key(cell: CellValue) -> CellValue:
        if carrier.constant or not filled(cell):
            return carrier.constant
        if keys := left.doubled.get(plain(cell)):
            raise Misfit(SEVERAL_CARRIERS.of(number=as_text(cell), keys=", ".join(sorted(keys))))
        ags = words.ags(known.get(plain(cell)) or (cell if carrier.kind is CarrierKind.AGS else None))
        if ags is None or (only and ags not in only):
            left.carriers[shown(as_text(cell))] = None
            return None
        left.taken[ags] = None
        return ags

    return key


def _fixed_cells(cells: Keys, rows: Sequence[Row]) -> dict[str, CellValue]:
    """What stands in cells such as B2; of a longer text the month or day in it."""
    found: dict[str, CellValue] = {}
    by_number = {number_of(row): row for row in rows[:LOOKED_AT]}
    for name, place in cells.model_dump().items():
        named = re.fullmatch(r"([A-Z]{1,2})([0-9]{1,3})", place or "")
        if named is None:
            continue
        column = 0
        for letter in named[1]:
            column = column * 26 + ord(letter) - 64
        row = by_number.get(int(named[2]), [])
        cell = row[column] if column < len(row) else None
        if not filled(cell):
            raise Misfit(NO_CELL.of(cell=place))
        found[name] = _within(name, cell)
    return found


def _within(name: str, cell: CellValue) -> CellValue:
    read = {"month": words.month, "loaded_on": words.day}.get(name)
    if read is None or read(cell) is not None:
        return cell
    pieces = str(cell).replace(",", " ").replace(":", " ").split()
    tries = [" ".join(pieces[start : start + length]) for length in (2, 1) for start in range(len(pieces))]
    return next((one for one in tries if read(one) is not None), cell)


BY_MEANING = ("measure", "form", "sex", "month", "waited", "loaded_on")
"""What a heading or label may say of its figures, in the order of the long layout."""
BESIDE = {"carrier": "carrier", "month": "month", "waited": "months_waited", "loaded_on": "loaded_on"}
"""What may be said beside a file, by the names machines know; people are told those of their page or command."""
