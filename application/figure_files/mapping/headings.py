"""The headings of a table of another layout, and what its columns stand for."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from application.figure_files.checks.problems import shown
from application.figure_files.intake import cell_values as words
from application.figure_files.intake.cell_values import as_text
from application.figure_files.intake.layout import filled
from application.figure_files.mapping.misfit import NO_COLUMN, NO_HEADER, NO_MONTHS, Misfit
from application.figure_files.mapping.model import Mapping, Meaning
from application.figure_files.ports import CellValue, Marked, Row, number_of
from domain.values import Frozen

LOOKED_AT = 60
"""Rows in which the header is looked for."""


class UnderstoodColumn(Frozen):
    """A column as it was read: its heading, and what it stands for; null for one that was left."""

    heading: str
    means: str | None


class Column(NamedTuple):
    """A column with figures: where it stands, its heading, and what its figures mean."""

    place: int
    heading: str
    meaning: Meaning


@dataclass
class Header:
    """The headings of a table, by column, and the row they begin in."""

    row: int
    after: int
    """The first row below it that may hold figures, by its place in the list."""
    headings: dict[int, str]


def header_row(mapping: Mapping, rows: Sequence[Row]) -> int | None:
    """The place of the row that begins as the mapping says; None without one."""
    wanted = plain(mapping.header)
    for place, row in enumerate(rows[:LOOKED_AT]):
        first = next((cell for cell in row[1:] if filled(cell)), None)
        if first is not None and plain(first).startswith(wanted):
            return place
    return None


def header_of(mapping: Mapping, rows: Sequence[Row]) -> Header:
    """The headings; raises Misfit without any."""
    place = header_row(mapping, rows)
    if place is None:
        raise Misfit(NO_HEADER.of(header=mapping.header))
    heads = rows[place : place + mapping.header_rows]
    width = max(len(row) for row in heads)
    headings = {column: " ".join(_stacked(heads, column)) for column in range(1, width)}
    return Header(number_of(rows[place]), place + mapping.header_rows + mapping.skip, headings)


def _stacked(heads: Sequence[Row], column: int) -> Iterator[str]:
    """The headings over a column; an upper one reaches to the right over empty cells."""
    for level, row in enumerate(heads):
        cell = row[column] if column < len(row) else None
        if not filled(cell) and level < len(heads) - 1:
            cell = next((one for one in reversed(row[1:column]) if filled(one)), None)
        if filled(cell):
            yield " ".join(str(cell).split())


def columns_of(mapping: Mapping, header: Header) -> tuple[dict[str, int], list[Column]]:
    """Where the keys stand, and the columns with figures; raises Misfit for one that is missing."""
    places = {plain(text): place for place, text in reversed(header.headings.items()) if text}
    wanted = {name: text for name, text in mapping.column.model_dump().items() if text}
    if mapping.carrier.column:
        wanted["carrier"] = mapping.carrier.column
    keys = {name: _place(places, text) for name, text in wanted.items()}
    if mapping.values:
        return keys, [Column(_place(places, text), text, meaning) for text, meaning in mapping.values.items()]
    months = [
        Column(place, text, Meaning(month=month))
        for place, text in header.headings.items()
        if (month := words.month(text)) and place not in keys.values()
    ]
    if not months:
        raise Misfit(NO_MONTHS)
    return keys, months


def _place(places: dict[str, int], heading: str) -> int:
    place = places.get(plain(heading))
    if place is None:
        raise Misfit(NO_COLUMN.of(heading=shown(heading)))
    return place


def told_columns(mapping: Mapping, header: Header) -> list[UnderstoodColumn]:
    """Every column, and what it was taken for."""
    keys, columns = columns_of(mapping, header)
    means = {place: MEANS[name] for name, place in keys.items()}
    means |= {column.place: _said(column.meaning) for column in columns}
    return [
        UnderstoodColumn(heading=shown(text), means=means.get(place)) for place, text in header.headings.items() if text
    ]


MEANS = {
    "carrier": "Träger", "measure": "Kennzahl", "form": "Form", "sex": "Geschlecht", "month": "Bezugsmonat",
    "waited": "Wartemonate", "loaded_on": "Ladedatum",
}  # fmt: skip
PARTS = {"value": "", "numerator": "Zähler", "denominator": "Nenner"}


def _said(meaning: Meaning) -> str:
    load = (f"t-{meaning.waited}" if meaning.waited else None, meaning.loaded_on)
    said = (meaning.measure, PARTS[meaning.part], meaning.form, meaning.sex, meaning.month, *load)
    return " ".join(filter(None, said))


def plain(cell: CellValue) -> str:
    """A heading or name without differences of spacing, hyphenation and case."""
    text = cell.seen if isinstance(cell, Marked) else as_text(cell) if filled(cell) else ""
    return re.sub(r"[\s\u00ad-]+", "", text).casefold()
