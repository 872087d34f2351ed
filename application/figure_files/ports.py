"""What the way of a file needs from outside."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from typing import IO, NamedTuple, Protocol

from domain.facts.figures import SourceFile


class Percent(NamedTuple):
    """A number that a workbook shows in percent, as it shows it: 31.6 where there stands 31,6 %."""

    shown: float

    def __str__(self) -> str:
        return f"{self.shown:.15g} %".replace(".", ",")


CellValue = str | float | int | Percent | None
Row = list[CellValue]
"""A row's number in the file, then its cells."""


def number_of(row: Row) -> int:
    """A row's number in the file."""
    return row[0] if isinstance(row[0], int) else 0


Progress = Callable[[int, int], None]
"""Is told how many rows were read, and of how many, about."""


class Unreadable(Exception):  # noqa: N818 - an answer
    """A file cannot be read as figures; says why in one German sentence."""


class TakenFile(Protocol):
    """A file as it was handed in: the same bytes are hashed and read."""

    @property
    def source(self) -> SourceFile:
        """Name, hash and size."""

    @property
    def commas(self) -> bool:
        """Whether commas part its cells, so that one in a number may have cut it."""

    def rows(self, progress: Progress | None = None) -> Iterator[Row]:
        """Every row that is not empty, in order; raises Unreadable, also half-way."""


class FigureFileReader(Protocol):
    """Takes files in."""

    def taken(self, content: IO[bytes], name: str) -> AbstractContextManager[TakenFile]:
        """The file, kept until the end of the block; raises Unreadable when it is too large or badly named."""
