"""Numbers that a decimal comma may have cut in two, in a file whose cells are parted by commas."""

import re

from application.figures.collected import SeriesRows
from application.figures.layout import Columns
from application.figures.ports import CellValue, Row, number_of

WHOLE = re.compile(r"[+-]?\d[\d.’' /]*")
REST = re.compile(r"(\d{1,12})\s*(?:[%hz€]|EUR)?")
DECIMALS = re.compile(r".*,.*|[+-]?[\d/ ]*\d\.(?:\d{1,2}|\d{4,})\D*")
"""A number that shows how the file writes decimals: with a comma that parted nothing, or with a point."""


class Cuts:
    """Notes each series that has a whole number beside what may be its decimals, unless the file shows some elsewhere.

    What is counted in whole numbers has none, which whoever knows the measures decides.
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
        if series.cut is None and any(_may_be_one(*pair) for pair in pairs):
            series.cut = number_of(row)
            self._noted.append(series)

    def finish(self) -> None:
        """Take back what was noted where the file shows how it writes decimals."""
        for series in self._noted if self._shown else ():
            series.cut = None


def _may_be_one(number: str, beside: str) -> bool:
    """Whether 850123 and 40 may be 850123,40, or 31 and 604938 be 31,604938; two sums of like length hardly are one."""
    rest = REST.fullmatch(beside)
    if rest is None or not WHOLE.fullmatch(number):
        return False
    return len(rest[1]) <= 2 or len(rest[1]) > len(number)


def _text(cell: CellValue) -> str:
    return "" if cell is None else str(cell).strip()
