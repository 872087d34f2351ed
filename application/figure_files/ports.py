"""Ports of file intake."""

from collections.abc import Iterator
from contextlib import AbstractContextManager
from typing import IO, NamedTuple, Protocol, Self

from application.ports import Progress
from domain.facts.figures import SourceFile
from domain.reasons import Reason


class Percent(NamedTuple):
    """A number that a workbook shows in percent, as it shows it: 31.6 where there stands 31,6 %."""

    shown: float

    def __str__(self) -> str:
        return f"{self.shown:.15g} %".replace(".", ",")


class Marked(NamedTuple):
    """A cell that shows more or less than its value: what a person reads, and what is wrong with the rest."""

    seen: str
    why: str
    """Such as "hochgestellt" or "ausgeblendete Spalte"."""
    place: str
    """As the sheet names it, such as B7."""

    def __str__(self) -> str:
        return self.seen


class Headed(str):
    """A text cell of another layout, with the heading it stands under there."""

    __slots__ = ("heading",)

    def __new__(cls, text: str, heading: str) -> Self:
        """The text as it is."""
        cell = super().__new__(cls, text)
        cell.heading = heading
        return cell

    heading: str


CellValue = str | float | int | Percent | Marked | None
Row = list[CellValue]
"""A row's number in the file, then its cells."""


def number_of(row: Row) -> int:
    """A row's number in the file."""
    return row[0] if isinstance(row[0], int) else 0


class Unreadable(Exception):  # noqa: N818 - an answer
    """A file cannot be read as figures."""

    def __init__(self, reason: Reason) -> None:
        self.reason = reason
        super().__init__(reason.in_german())


class TakenFile(Protocol):
    """A file as it was handed in: the same bytes are hashed and read."""

    @property
    def source(self) -> SourceFile:
        """Name, hash and size."""

    @property
    def commas(self) -> bool:
        """Whether commas part its cells, so that one in a number may have cut it."""

    def rows(self, progress: Progress | None = None) -> Iterator[Row]:
        """Every row that is not empty, in order, of the only sheet; raises Unreadable, also half-way."""

    def tables(self, progress: Progress | None = None) -> Iterator[tuple[str, Row]]:
        """The same of every sheet, each row with the name of its sheet."""


class FigureFileReader(Protocol):
    """Takes files in."""

    def taken(self, content: IO[bytes], name: str) -> AbstractContextManager[TakenFile]:
        """The file, kept until the end of the block; raises Unreadable when it is too large or badly named."""
