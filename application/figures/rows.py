"""From the rows of a file to figures by carrier, load and series, as a stream."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from application.figures import words
from application.figures.catalogue import COMPLETE_FIGURE, LAYOUT, ONCE, READABLE
from application.figures.layout import (
    CARRIER,
    DENOMINATOR,
    FORM,
    KEYS,
    LOADED_ON,
    MARK,
    MEASURE,
    MONTH,
    NUMERATOR,
    REPORT_MONTH,
    SEX,
    VALUE,
    VERSION,
    WAITED,
    Columns,
    columns,
)
from application.figures.notation import Notation
from application.figures.numbers import LONGEST, Read, read
from application.figures.ports import CellValue, Row
from application.figures.problems import Problems
from domain.figures import Flag, Form
from domain.measures import MeasureCode, Version
from domain.terms import Sex
from domain.values import Month

EMPTY = frozenset({Flag.MISSING, Flag.SUPPRESSED})
WORDS: dict[str, tuple[Callable[[CellValue], object], str]] = {
    CARRIER: (words.ags, "ein amtlicher Schlüssel mit 2, 5 oder 8 Ziffern"),
    MEASURE: (words.measure, "das Kürzel einer Kennzahl oder Grundgröße, etwa K2 oder ELB"),
    FORM: (words.form, "Monatswert, Jahresfortschrittswert oder gleitender Jahreswert"),
    SEX: (words.sex, "insgesamt, Frauen oder Männer"),
    WAITED: (words.waited, "die abgewarteten Monate als ganze Zahl, 0 bis 24"),
    LOADED_ON: (words.day, "ein Tag wie 2026-04-16 oder 16.04.2026"),
    REPORT_MONTH: (words.month, "ein Monat wie 2026-03"),
    VERSION: (words.version, "eine Kennzahlenfassung, etwa 2019"),
}
NOTHING = frozenset({None, ""})
OPTIONAL = frozenset({REPORT_MONTH, VERSION})


class Figure(NamedTuple):
    """A figure as it stands in the file; the cell is None when the flag says why.

    `published` is the value beside a cell of numerator and denominator.
    """

    cell: str | None
    flag: Flag | None
    row: int
    published: str | None = None


class LoadKey(NamedTuple):
    """Which load of which carrier; the report month is None where the file does not state it."""

    ags: str
    waited: int
    loaded_on: date
    report_month: Month | None


class SeriesKey(NamedTuple):
    """Which series of a load."""

    measure: MeasureCode
    form: Form
    sex: Sex


@dataclass(slots=True)
class SeriesRows:
    """A series' figures by month, the version of its definition as the file states it, and where it begins."""

    definition: Version | None
    row: int
    figures: dict[Month, Figure] = field(default_factory=dict)
    percent: int | None = None
    """The first row in which a number carries a percent sign."""


Loads = dict[LoadKey, dict[SeriesKey, SeriesRows]]
Bad = tuple[tuple[str, CellValue, str], ...]


@dataclass
class Collected:
    """Everything a file holds."""

    loads: Loads = field(default_factory=dict)
    rows: int = 0


def collect(rows: Iterable[Row], problems: Problems) -> Collected:
    """Read the rows of a file; whatever is wrong with one is a problem and leaves it out."""
    collector: _Collector | None = None
    for row in rows:
        if collector is None:
            found = columns(row, problems)
            if found is None:
                return Collected()
            collector = _Collector(found, problems)
        else:
            collector.take(row)
    if collector is None:
        problems.add(LAYOUT, found="keine Zeile", expected="eine Zeile mit den Überschriften")
        return Collected()
    collector.finish()
    if not collector.collected.rows:
        problems.add(LAYOUT, found="keine Zeile unter den Überschriften", expected="mindestens eine")
    return collector.collected


class _Collector:
    def __init__(self, found: Columns, problems: Problems) -> None:
        self.columns = found
        self.problems = problems
        self.collected = Collected()
        self.notation = Notation()
        self._keys = tuple((name, found.named[name]) for name in KEYS if name in found.named)
        self._single = {name: found.named.get(name) for name in (MONTH, VALUE, NUMERATOR, DENOMINATOR, MARK)}
        self._places = [self._single[name] or 0 for name in (VALUE, NUMERATOR, DENOMINATOR, MARK)]
        self._known: dict[tuple[CellValue, ...], SeriesRows | Bad] = {}
        self._unclear: list[tuple[SeriesRows, Month, Row, int | None]] = []

    def take(self, row: Row) -> None:
        """Take one row in."""
        self.collected.rows += 1
        width = len(row)
        key = tuple([row[place] if place < width else None for _, place in self._keys])
        series = self._known.get(key)
        if series is None:
            series = self._known[key] = self._series(key, int(row[0] or 0))
        if not isinstance(series, SeriesRows):
            for column, cell, expected in series:
                self.problems.add(READABLE, row=int(row[0] or 0), column=column, cell=cell, expected=expected)
        elif self.columns.months:
            self._wide(series, row)
        else:
            self._long(series, row)

    def finish(self) -> None:
        """Decide about the numbers that read differently in the two notations, now that the whole file is known."""
        for series, month, row, place in self._unclear:
            del series.figures[month]
            self._figure(series, month, row, place, last=True)

    def _series(self, key: tuple[CellValue, ...], row: int) -> SeriesRows | Bad:
        cells = {name: cell for (name, _), cell in zip(self._keys, key, strict=True)}
        values = {name: WORDS[name][0](cell) for name, cell in cells.items()}
        left_out = {name for name in OPTIONAL if cells.get(name) in {None, ""}}
        bad = tuple(
            (name, cells[name], WORDS[name][1])
            for name, value in values.items()
            if value is None and name not in left_out
        )
        if bad:
            return bad
        load = LoadKey(values[CARRIER], values[WAITED], values[LOADED_ON], values.get(REPORT_MONTH))  # type: ignore[arg-type]  # read by WORDS
        series = SeriesKey(values[MEASURE], values[FORM], values[SEX])  # type: ignore[arg-type]  # read by WORDS
        definition: Version | None = values.get(VERSION)  # type: ignore[assignment]  # read by WORDS
        known = self.collected.loads.setdefault(load, {}).setdefault(series, SeriesRows(definition, row))
        if known.definition != definition:
            return ((VERSION, cells.get(VERSION), f"dieselbe Fassung wie in Zeile {known.row}"),)
        return known

    def _long(self, series: SeriesRows, row: Row) -> None:
        place = self._single[MONTH] or 0
        cell = row[place] if place < len(row) else None
        month = words.month(cell)
        if month is None:
            self.problems.add(READABLE, row=int(row[0] or 0), column=MONTH, cell=cell, expected="ein Monat wie 2026-03")
            return
        whole = self._whole_number(row)
        if whole is not None and month not in series.figures:
            series.figures[month] = Figure(whole, None, int(row[0] or 0))
        else:
            self._figure(series, month, row, None)

    def _whole_number(self, row: Row) -> str | None:
        """The value of a row that holds a whole number and nothing beside it, as nearly all do."""
        width, (value, *others) = len(row), self._places
        cell = row[value] if 0 < value < width else None
        if not isinstance(cell, str) or not (cell.isascii() and cell.isdigit()) or len(cell) > LONGEST:
            return None
        if (cell[0] == "0" and cell != "0") or any(0 < at < width and row[at] not in NOTHING for at in others):
            return None
        return cell

    def _wide(self, series: SeriesRows, row: Row) -> None:
        filled = [one for one in self.columns.months if one[0] < len(row) and row[one[0]] not in {None, ""}]
        if not filled:
            return
        first, last = min(month for _, month, _ in filled), max(month for _, month, _ in filled)
        for place, month, _ in self.columns.months:
            if first <= month <= last:
                self._figure(series, month, row, place)

    def _figure(self, series: SeriesRows, month: Month, row: Row, place: int | None, *, last: bool = False) -> None:
        number = int(row[0] or 0)
        if month in series.figures:
            earlier = series.figures[month].row
            self.problems.add(
                ONCE, row=number, column=MONTH, found=f"{month} noch einmal", expected=f"nur in Zeile {earlier}"
            )
            return
        parts = self._parts(row, place)
        reads: list[Read] = []
        for column, cell in parts[:3]:
            found = read(cell)
            if found is None:
                expected = "eine Zahl, ein Kennzeichen wie * oder . oder nichts"
                self.problems.add(READABLE, row=number, column=column, cell=cell, expected=expected)
                return
            reads.append(found)
        if not last:
            self.notation.learn(reads)
            if any(one.ambiguous for one in reads):
                series.figures[month] = Figure(None, None, number)
                self._unclear.append((series, month, row, place))
                return
        texts = [self.notation.decided(one) for one in reads]
        for one, text, (column, cell) in zip(reads, texts, parts, strict=False):
            if not one.empty and text is None:
                expected = f"eine Zahl, die sich nur auf eine Art lesen lässt (hier {one.german} oder {one.plain})"
                self.problems.add(READABLE, row=number, column=column, cell=cell, expected=expected)
                return
        if series.percent is None and any(one.percent for one in reads):
            series.percent = number
        figure = self._whole(reads, texts, parts[3], number)
        if figure:
            series.figures[month] = figure

    def _parts(self, row: Row, place: int | None) -> list[tuple[str, CellValue]]:
        """Value, numerator, denominator and mark of a row, or of one month of it."""
        width = len(row)
        if place is None:
            places = [(name, self._single[name]) for name in (VALUE, NUMERATOR, DENOMINATOR, MARK)]
            return [(name, row[at] if at and at < width else None) for name, at in places]
        cell = row[place] if place < width else None
        heading = next(heading for at, _, heading in self.columns.months if at == place)
        if isinstance(cell, str) and "/" in cell.strip()[1:-1]:
            above, _, below = cell.partition("/")
            return [(heading, None), (heading, above), (heading, below), (heading, None)]
        return [(heading, cell), (heading, None), (heading, None), (heading, None)]

    def _whole(
        self, reads: list[Read], texts: list[str | None], mark: tuple[str, CellValue], row: int
    ) -> Figure | None:
        """The figure that a row's parts make; None, and a problem, when they contradict each other."""
        flag = words.flag(mark[1]) if mark[1] not in {None, ""} else None
        if flag is None and mark[1] not in {None, ""}:
            expected = "hochgerechnet, zurückgerechnet, gesperrt, fehlt oder nichts"
            self.problems.add(READABLE, row=row, column=mark[0], cell=mark[1], expected=expected)
            return None
        flags = {one for one in (flag, *(one.flag for one in reads)) if one}
        value, above, below = texts
        wrong = _contradiction(texts, flags)
        if wrong:
            self.problems.add(COMPLETE_FIGURE, row=row, found=wrong[0], expected=wrong[1])
            return None
        if value is None and above is None:
            return Figure(None, next(iter(flags), Flag.MISSING), row)
        return Figure(f"{above}/{below}" if below else value, next(iter(flags), None), row, value if below else None)


def _contradiction(texts: list[str | None], flags: set[Flag]) -> tuple[str, str] | None:
    """What is wrong with a figure's parts, and what was expected instead."""
    value, above, below = texts
    if len(flags) > 1:
        return "mehrere Kennzeichen", "höchstens eines"
    if (above is None) != (below is None):
        return "nur Zähler oder nur Nenner", "beide oder keiner"
    present = value is not None or above is not None
    if present and flags & EMPTY:
        return "eine Zahl, die gesperrt ist oder fehlt", "eine Zahl oder ein solches Kennzeichen"
    if not present and flags - EMPTY:
        return "ein Kennzeichen ohne Zahl", "eine Zahl dazu, oder gesperrt oder fehlt"
    if below is not None and below.startswith(("-", "0")):
        return f"der Nenner {below}", "ein Nenner ab eins"
    return None
