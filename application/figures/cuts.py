"""Numbers that a decimal comma may have cut in two, in a file whose cells are parted by commas."""

import re

from application.figures.collected import SeriesRows
from application.figures.layout import Columns
from application.figures.ports import CellValue, Row, number_of

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
