"""The two layouts of a file: long, with a figure in each row, and wide, with months as columns."""

import re
from collections.abc import Callable, Container, Mapping
from dataclasses import dataclass

from application.figure_files.checks import wording
from application.figure_files.checks.problems import Problems, shown
from application.figure_files.intake import cell_values as words
from application.figure_files.intake.collected import SeriesRows
from application.figure_files.ports import CellValue, Row, number_of
from domain.reasons import Reason
from domain.rulebook.file_checks import LAYOUT
from domain.values import Month

CARRIER, MEASURE, FORM, SEX = "Träger-AGS", "Kennzahl", "Form", "Geschlecht"
CARRIER_NUMBER = "Trägernummer"
"""The Bundesagentur's number of a carrier, in place of its official key."""
MONTH, WAITED, LOADED_ON, VALUE = "Bezugsmonat", "Wartemonate", "Ladedatum", "Wert"
NUMERATOR, DENOMINATOR, MARK = "Zähler", "Nenner", "Kennzeichen"
REPORT_MONTH, VERSION, REMARK = "Berichtsmonat", "Fassung", "Bemerkung"

LONG = (CARRIER, MEASURE, FORM, SEX, MONTH, WAITED, LOADED_ON, VALUE, NUMERATOR, DENOMINATOR, MARK)
"""The headings of the long layout, as templates have them."""
KEYS = (CARRIER, CARRIER_NUMBER, MEASURE, FORM, SEX, WAITED, LOADED_ON, REPORT_MONTH, VERSION)
"""What says which series of which load a row belongs to; one of the first two, and the last two may be left out."""
READ_AS: dict[str, tuple[Callable[[CellValue], object], Reason]] = {
    CARRIER: (words.ags, wording.OFFICIAL_KEY),
    CARRIER_NUMBER: (words.carrier_number, wording.CARRIERS_NUMBER),
    MEASURE: (words.measure, wording.MEASURES_CODE),
    FORM: (words.form, wording.A_FORM),
    SEX: (words.sex, wording.A_SEX),
    WAITED: (words.waited, wording.MONTHS_WAITED),
    LOADED_ON: (words.day, wording.A_DAY),
    REPORT_MONTH: (words.month, wording.A_MONTH),
    VERSION: (words.version, wording.AN_EDITION),
}
OPTIONAL = frozenset({REPORT_MONTH, VERSION})
REQUIRED_EVERYWHERE = (CARRIER, MEASURE, FORM, SEX, WAITED, LOADED_ON)
_SPELLINGS = {
    "ags": CARRIER, "traegerags": CARRIER, "traegernummer": CARRIER_NUMBER, "zaehler": NUMERATOR, "wartezeit": WAITED,
    "kennzahlenfassung": VERSION,
}  # fmt: skip


def _folded(heading: str) -> str:
    return re.sub(r"[\s._-]", "", heading.casefold())


_HEADINGS = {_folded(name): name for name in (*LONG, CARRIER_NUMBER, REPORT_MONTH, VERSION, REMARK)} | _SPELLINGS


@dataclass(frozen=True, slots=True)
class Columns:
    """Where in a row each column stands (the first cell has place 1), and in the wide layout each month."""

    named: Mapping[str, int]
    months: tuple[tuple[int, Month, str], ...] = ()
    """Place, month and heading."""
    width: int = 0
    """The first place beyond the headings."""
    gaps: tuple[int, ...] = ()
    """Places among them without a heading."""

    @property
    def numbers(self) -> tuple[int, ...]:
        """Every place with numbers."""
        single = (self.named[name] for name in (VALUE, NUMERATOR, DENOMINATOR) if name in self.named)
        return (*single, *(place for place, _, _ in self.months))

    @property
    def parted(self) -> tuple[int, ...]:
        """The places of numbers beside which their own decimals would pass: for another month's number, or a remark."""
        beside = {place for place, _, _ in self.months} | {self.named.get(REMARK, 0)}
        return tuple(place for place in self.numbers if place + 1 in beside)

    def stray(self, row: Row) -> int | None:
        """The first place with a cell under no heading, or beyond the last; None when there is none."""
        beyond = range(self.width, len(row))
        found = (place for place in (*self.gaps, *beyond) if place < len(row) and filled(row[place]))
        return next(found, next(iter(beyond), None))


def is_header(row: Row) -> bool:
    """Whether a row holds the headings that every layout has."""
    names = {_HEADINGS.get(_folded(str(cell))) for cell in row[1:] if filled(cell)}
    return not _lacking(names)


def some_headings(row: Row) -> bool:
    """Whether a row holds any of the headings, so that it is worth saying which are missing."""
    return any(_folded(str(cell)) in _HEADINGS for cell in row[1:] if filled(cell))


def _lacking(names: Container[str | None]) -> list[str]:
    """Which of the headings of every layout are not among these; the carrier's number stands for its key."""
    lacking = [name for name in REQUIRED_EVERYWHERE if name not in names]
    return [name for name in lacking if name != CARRIER or CARRIER_NUMBER not in names]


def years_alone(row: Row) -> bool:
    """Whether a row above the headings holds nothing but years."""
    return all(not filled(cell) or words.month_within("jan", cell) for cell in row[1:])


def columns(header: Row, problems: Problems, above: Row | None = None) -> Columns | None:
    """The columns of a file by its headings; None, and a problem each, when they are not those of a layout.

    A row above them may name the year of months such as "Jan": at their place, or at the nearest one before it.
    """
    number = number_of(header)
    named: dict[str, int] = {}
    months: dict[Month, tuple[int, Month, str]] = {}
    before = problems.counts
    for place, cell in enumerate(header[1:], 1):
        text = shown("" if cell is None else " ".join(str(cell).split()))
        name, month = _HEADINGS.get(_folded(text)), _month(place, cell, above) if text else None
        if not text and name is None:
            continue
        if name is None and month is None:
            problems.add(
                LAYOUT,
                row=number,
                column=text,
                cell=text,
                expected=wording.ANY_COLUMN.of(forms=wording.MONTH_FORMS.said()),
            )
        elif name in named or month in months:
            problems.add(
                LAYOUT, row=number, column=text, found=wording.TWICE.of(column=text), expected=wording.COLUMN_ONCE
            )
        elif name:
            named[name] = place
        elif month:
            months[month] = (place, month, text)
    missing = _lacking(named)
    if not months:
        missing += [name for name in (MONTH, VALUE) if name not in named]
    for name in missing:
        problems.add(
            LAYOUT, row=number, column=name, found=wording.NO_SUCH_COLUMN, expected=wording.A_COLUMN.of(name=name)
        )
    if CARRIER in named and CARRIER_NUMBER in named:
        problems.add(
            LAYOUT,
            row=number,
            column=CARRIER_NUMBER,
            found=wording.BOTH_COLUMNS,
            expected=wording.ONE_COLUMN.of(name=CARRIER),
        )
    for name in (MONTH, VALUE, NUMERATOR, DENOMINATOR, MARK) if months else ():
        if name in named:
            problems.add(
                LAYOUT, row=number, column=name, found=wording.A_HEADING.of(name=name), expected=wording.MONTHS_ONLY
            )
    if problems.counts != before:
        return None
    taken = {*named.values(), *(place for place, _, _ in months.values())}
    gaps = tuple(place for place in range(1, len(header)) if place not in taken)
    return Columns(named, tuple(months.values()), len(header), gaps)


def _month(place: int, cell: CellValue, above: Row | None) -> Month | None:
    years = [one for one in (above or [])[1 : place + 1] if filled(one)]
    return words.month(cell) or (words.month_within(cell, years[-1]) if years else None)


def filled(cell: CellValue) -> bool:
    """Whether anything stands in a cell."""
    return cell is not None and str(cell).strip() != ""


WHOLE = re.compile(r"[+-]?(\d[\d.’' /]*)")
REST = re.compile(r"(\d{1,12})\s*(?:[%hz€]|EUR)?")
DECIMALS = re.compile(r".*,.*|[+-]?[\d/ ]*\d\.(?:\d{1,2}|\d{4,})\D*")
"""A number that shows how the file writes decimals: with a comma that parted nothing, or with a point."""


class Cuts:
    """Notes each series that has a whole number beside what may be its decimals, unless the file shows some elsewhere.

    What is counted in whole numbers has none, and only a rate may have many; whoever knows the measures decides that.
    """

    def __init__(self, columns: Columns) -> None:
        self._columns = columns
        self._noted: list[SeriesRows] = []
        self._shown = False

    def note(self, series: SeriesRows, row: Row) -> None:
        """Look at a row of the series."""
        if self._shown:
            return
        texts = [_text(cell) for cell in row]
        self._shown = any(DECIMALS.fullmatch(texts[place]) for place in self._columns.numbers if place < len(texts))
        pairs = [(texts[place], texts[place + 1]) for place in self._columns.parted if place + 1 < len(texts)]
        # Where every month has its cell, a cut would have left one too many.
        months = [place for place, *_ in self._columns.months]
        room = not months or not all(place < len(texts) and texts[place] for place in months)
        if series.cut is None and any(_likely(*pair) for pair in pairs):
            series.cut = number_of(row)
        if series.cut_rate is None and room and any(_possibly(*pair) for pair in pairs):
            series.cut_rate = number_of(row)
        if number_of(row) in {series.cut, series.cut_rate}:
            self._noted.append(series)

    def finish(self) -> None:
        """Take back what was noted where the file shows how it writes decimals."""
        for series in self._noted if self._shown else ():
            series.cut = series.cut_rate = None


def _likely(number: str, beside: str) -> bool:
    """Whether 850123 and 40 are likely 850123,40: no sum or mean falls to a hundredth from one month to the next."""
    digits, rest = _digits(number, beside)
    return 0 < rest <= 2 <= digits - rest and beside != "0"


def _possibly(number: str, beside: str) -> bool:
    """Whether 31 and 6 may be 31,6, or 31 and 604938 be 31,604938."""
    digits, rest = _digits(number, beside)
    return 0 < rest <= 2 or rest > digits > 0


def _digits(number: str, beside: str) -> tuple[int, int]:
    """How many digits a whole number has, and how many what may be its decimals; zeros where it is neither."""
    whole, rest = WHOLE.fullmatch(number), REST.fullmatch(beside)
    return (len(re.sub(r"\D", "", whole[1])), len(rest[1])) if whole and rest else (0, 0)


def _text(cell: CellValue) -> str:
    return "" if cell is None else str(cell).strip()
