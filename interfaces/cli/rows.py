"""Tables in the terminal: plain where there is room, else one block of lines per row, so that no cell is cut."""

import re

from rich.console import Console, ConsoleOptions, RenderResult
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

ROOM = 100
"""Columns of a terminal below which a row becomes a block."""
FEW = 3
"""So many columns always have room."""
LONG_WORD = 30
"""Letters of a word that a column leaves whole."""
NOTHING = frozenset({"", "–"})
NUMBER = re.compile(r"[0-9.]+")
"""A cell that says little without its heading: a number, a day, an id."""


class Rows(Table):
    """A table without lines around its cells; `stays` keeps it one however narrow the terminal is."""

    def __init__(self, *headings: str, stays: bool = False) -> None:
        super().__init__(box=None, padding=(0, 2, 0, 0))
        self._said: list[tuple[str, ...]] = []
        self._headings, self._stays = headings, stays or len(headings) <= FEW
        for heading in headings:
            self.add_column(heading, overflow="fold")

    def add(self, *cells: str) -> None:
        """A row whose cells are shown as they are; brackets in them mean nothing."""
        self._said.append(cells)
        self.add_row(*map(Text, cells))

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """The table, or its rows as blocks."""
        if self._stays or options.max_width >= ROOM:
            for number, column in enumerate(self.columns):
                words = (word for row in (self._headings, *self._said) for word in row[number].split())
                column.min_width = min(LONG_WORD, max(map(len, words), default=0))
            yield from super().__rich_console__(console, options)
            return
        for cells in self._said:
            yield from self._block(cells)

    def _block(self, cells: tuple[str, ...]) -> RenderResult:
        begin = next((number for number, cell in enumerate(cells) if cell not in NOTHING), 0)
        first = f"{self._headings[begin]} {cells[begin]}" if NUMBER.fullmatch(cells[begin]) else cells[begin]
        yield Text(first, style="bold", overflow="fold")
        lines = Table.grid(padding=(0, 2, 0, 0))
        lines.add_column(no_wrap=True)
        lines.add_column(overflow="fold")
        for heading, cell in zip(self._headings[begin + 1 :], cells[begin + 1 :], strict=True):
            if cell not in NOTHING:
                lines.add_row(Text(heading.replace("\n", " ")), Text(cell))
        yield Padding(lines, (0, 0, 0, 2))


def plain_table(*headings: str, stays: bool = False) -> Rows:
    """An empty table with these headings."""
    return Rows(*headings, stays=stays)


def add(table: Rows, *cells: str) -> None:
    """A row whose cells are shown as they are."""
    table.add(*cells)
