"""From the rows of a file to figures by carrier, load and series, as a stream."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from application.figure_files.checks import wording
from application.figure_files.checks.load import COUNTABLE
from application.figure_files.checks.problems import Problems
from application.figure_files.intake import cell_values as words
from application.figure_files.intake.collected import Collected, Figure, LoadKey, SeriesKey, SeriesRows
from application.figure_files.intake.figure_cells import Notation, Part, whole
from application.figure_files.intake.layout import (
    CARRIER,
    CARRIER_NUMBER,
    DENOMINATOR,
    FORM,
    KEYS,
    LOADED_ON,
    LONG,
    MARK,
    MEASURE,
    MONTH,
    NUMERATOR,
    OPTIONAL,
    READ_AS,
    REPORT_MONTH,
    SEX,
    VALUE,
    VERSION,
    WAITED,
    Columns,
    Cuts,
    columns,
    filled,
    is_header,
    some_headings,
    years_alone,
)
from application.figure_files.intake.numbers import LONGEST, Read, read, wanted
from application.figure_files.ports import CellValue, Row, Unreadable, number_of
from domain.figures import Form
from domain.measures import EDITIONS, Version
from domain.reasons import Reason
from domain.rulebook.file_checks import LAYOUT, ONCE, READABLE
from domain.values import Month

NOTHING = frozenset({None, ""})
MOST = 600_000
"""Figures of a file: a whole Land with the year before, by sex, in twenty quantities."""
TOO_MANY = Reason("too_many_figures", "Die Datei hat mehr als 600.000 Zahlen; bitte aufteilen")
SEARCHED = 30
"""Rows in which headings are looked for."""
COUNTED = frozenset(one.code for edition in EDITIONS.values() for one in edition.quantities if one.unit in COUNTABLE)
"""Base quantities that count persons or integrations in any edition."""
Bad = tuple[tuple[str, CellValue, Reason], ...]
Place = tuple[int, str] | None
"""A month's place and heading in the wide layout; None in the long one."""


def collect(rows: Iterable[Row], problems: Problems, *, commas: bool = False) -> Collected:
    """Read the rows of a file, whose cells commas part or not; whatever is wrong with one is a problem.

    Raises Unreadable when there are too many.
    """
    rows = iter(rows)
    found = _headings(rows, problems)
    if found is None:
        return Collected()
    collector = _Collector(found, problems, Cuts(found) if commas else None)
    for row in rows:
        collector.take(row)
    collector.finish()
    if not collector.collected.rows:
        problems.add(LAYOUT, found=wording.NO_ROW_BELOW, expected=wording.ONE_AT_LEAST)
    return collector.collected


def _headings(rows: Iterator[Row], problems: Problems) -> Columns | None:
    """The columns by the first row, or by the second below one of nothing but years; None, and problems, otherwise."""
    first = next(rows, None)
    if first is None:
        problems.add(LAYOUT, found=wording.NO_ROW, expected=wording.HEADING_ROW)
        return None
    if is_header(first):
        return columns(first, problems)
    above = first
    for row in islice(rows, SEARCHED):
        if is_header(row) and years_alone(first) and above is first:
            return columns(row, problems, first)
        if is_header(row):
            problems.add(
                LAYOUT,
                row=number_of(row),
                found=wording.HEADINGS_LATER.of(row=number_of(row)),
                expected=wording.HEADINGS_FIRST,
            )
            return None
        above = row
    problems.add(
        LAYOUT,
        row=number_of(first),
        found=wording.NO_HEADINGS,
        expected=wording.A_TEMPLATE.of(columns=LONG[:8]),
    )
    return columns(first, problems) if some_headings(first) else None


class _Collector:
    def __init__(self, found: Columns, problems: Problems, cuts: Cuts | None) -> None:
        self.columns = found
        self.problems = problems
        self.collected = Collected()
        self.notation = Notation()
        self.cuts = cuts
        self._keys = tuple((name, found.named[name]) for name in KEYS if name in found.named)
        self._single = {name: found.named.get(name) for name in (MONTH, VALUE, NUMERATOR, DENOMINATOR, MARK)}
        self._places = [self._single[name] or 0 for name in (VALUE, NUMERATOR, DENOMINATOR, MARK)]
        self._known: dict[tuple[CellValue, ...], SeriesRows | Bad] = {}
        self._unclear: list[tuple[SeriesRows, Month, Row, Place]] = []
        self._figures = 0
        self._narrow = 0 if found.gaps else found.width  # no wider row, no cell under no heading

    def take(self, row: Row) -> None:
        """Take one row in."""
        self.collected.rows += 1
        width = len(row)
        if width > self._narrow:
            self._stray(row)
        key = tuple([row[place] if place < width else None for _, place in self._keys])
        series = self._known.get(key)
        if series is None:
            series = self._known[key] = self._series(key, number_of(row))
        if not isinstance(series, SeriesRows):
            for column, cell, expected in series:
                self.problems.add(READABLE, row=number_of(row), column=column, cell=cell, expected=expected)
            return
        if self.cuts:
            self.cuts.note(series, row)
        if self.columns.months:
            self._wide(series, row)
        else:
            self._long(series, row)

    def finish(self) -> None:
        """Decide about the numbers that read differently in the two notations, now that the whole file is known."""
        if self.cuts:
            self.cuts.finish()
        if wrong := self.notation.contradiction:
            self.problems.add(READABLE, row=wrong.row, column=wrong.column, found=wrong.found, expected=wrong.expected)
        for series, month, row, place in self._unclear:
            del series.figures[month]
            self._figure(series, month, row, place, last=True)

    def _stray(self, row: Row) -> None:
        """Note a cell under no heading, or beyond the last: a comma taken for a delimiter moves the rest of its row."""
        place = self.columns.stray(row)
        if place is not None and (filled(row[place]) or self.cuts):
            self.problems.add(
                READABLE,
                row=number_of(row),
                about=wording.COLUMN_WITHOUT_HEADING.of(place=place),
                found=None if filled(row[place]) else wording.EMPTY_CELL,
                cell=row[place],
                expected=wording.NO_CELL,
            )

    def _count(self, figures: int) -> None:
        self._figures += figures
        if self._figures > MOST:
            raise Unreadable(TOO_MANY)

    def _series(self, key: tuple[CellValue, ...], row: int) -> SeriesRows | Bad:
        cells = {name: cell for (name, _), cell in zip(self._keys, key, strict=True)}
        values = {name: READ_AS[name][0](cell) for name, cell in cells.items()}
        left_out = {name for name in OPTIONAL if cells.get(name) in {None, ""}}
        bad = tuple(
            (name, cells[name], READ_AS[name][1])
            for name, value in values.items()
            if value is None and name not in left_out
        )
        if bad:
            return bad
        carrier = values.get(CARRIER) or values[CARRIER_NUMBER]
        load = LoadKey(carrier, values[WAITED], values[LOADED_ON], values.get(REPORT_MONTH))  # type: ignore[arg-type]  # read by READ_AS
        series = SeriesKey(values[MEASURE], values[FORM], values[SEX])  # type: ignore[arg-type]  # read by READ_AS
        definition: Version | None = values.get(VERSION)  # type: ignore[assignment]  # read by READ_AS
        known = self.collected.loads.setdefault(load, {}).setdefault(
            series, SeriesRows(definition, row, whole=series.form is Form.MONTHLY and series.measure in COUNTED)
        )
        if known.definition != definition:
            return ((VERSION, cells.get(VERSION), wording.SAME_EDITION.of(row=known.row)),)
        return known

    def _long(self, series: SeriesRows, row: Row) -> None:
        place = self._single[MONTH] or 0
        cell = row[place] if place < len(row) else None
        month = words.month(cell)
        if month is None:
            self.problems.add(READABLE, row=number_of(row), column=MONTH, cell=cell, expected=wording.A_MONTH)
            return
        self._count(1)
        number = self._whole_number(row)
        if number is not None and month not in series.figures:
            series.figures[month] = Figure(number, None, number_of(row))
            series.blank = False
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
        months = [month for place, month, _ in self.columns.months if place < len(row) and filled(row[place])]
        if not months:
            return
        first, last = min(months), max(months)
        reached = [one for one in self.columns.months if first <= one[1] <= last]
        self._count(len(reached))
        for place, month, heading in reached:
            self._figure(series, month, row, (place, heading))

    def _figure(self, series: SeriesRows, month: Month, row: Row, place: Place, *, last: bool = False) -> None:
        number = number_of(row)
        if month in series.figures:
            earlier = series.figures[month].row
            self.problems.add(
                ONCE,
                row=number,
                column=MONTH,
                found=wording.AGAIN.of(month=month),
                expected=wording.ONLY_IN_ROW.of(row=earlier),
            )
            return
        parts = self._parts(row, place)
        reads = self._reads(parts, number, whole=series.whole)
        if reads and not last:
            self.notation.learn(reads, number, parts)
            if any(one.ambiguous for one in reads):
                series.figures[month] = Figure(None, None, number)
                self._unclear.append((series, month, row, place))
                return
        figure = self._decided(reads, parts, number) if reads else None
        if figure is None:
            series.unread.add(month)
            return
        if series.percent is None and any(one.percent for one in reads):
            series.percent = number
        if series.euro is None and any(one.euro for one in reads):
            series.euro = number
        series.figures[month] = figure
        series.blank = series.blank and not any(filled(cell) for _, cell in parts)

    def _reads(self, parts: Sequence[Part], row: int, *, whole: bool) -> list[Read]:
        """What stands in value, numerator and denominator; nothing, and a problem, when one is no number."""
        reads: list[Read] = []
        for column, cell in parts[:3]:
            found = read(cell)
            if found is None:
                self.problems.add(READABLE, row=row, column=column, cell=cell, expected=wanted(cell))
                return []
            reads.append(found.as_whole if whole else found)
        return reads

    def _decided(self, reads: list[Read], parts: Sequence[Part], row: int) -> Figure | None:
        """The figure in the file's notation; None, and a problem, when a number could be two."""
        texts = [self.notation.decided(one) for one in reads]
        for one, text, (column, cell) in zip(reads, texts, parts, strict=False):
            if not one.empty and text is None:
                expected = wording.ONE_WAY.of(one=one.german, other=one.plain)
                self.problems.add(READABLE, row=row, column=column, cell=cell, expected=expected)
                return None
        found = whole(reads, texts, parts[3], row, self.problems)
        return Figure(found.cell, found.flag, row, found.published) if found else None

    def _parts(self, row: Row, place: Place) -> list[Part]:
        """Value, numerator, denominator and mark of a row, or of one month of it."""
        width = len(row)
        if place is None:
            places = [(name, self._single[name]) for name in (VALUE, NUMERATOR, DENOMINATOR, MARK)]
            return [(name, row[found] if found and found < width else None) for name, found in places]
        at, heading = place
        cell = row[at] if at < width else None
        if isinstance(cell, str) and "/" in cell.strip()[1:-1]:
            above, _, below = cell.partition("/")
            return [(heading, None), (heading, above), (heading, below), (heading, None)]
        return [(heading, cell), (heading, None), (heading, None), (heading, None)]
