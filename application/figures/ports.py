"""What the way of a file needs from outside."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from typing import IO, Protocol

from domain.facts.figures import SourceFile

CellValue = str | float | int | None
Row = list[CellValue]
"""A row's number in the file, then its cells."""
Progress = Callable[[int, int], None]
"""Is told how many rows were read, and of how many, about."""


class Unreadable(Exception):  # noqa: N818 - an answer
    """A file cannot be read as figures; says why in one German sentence."""


class TakenFile(Protocol):
    """A file as it was handed in: the same bytes are hashed and read."""

    @property
    def source(self) -> SourceFile:
        """Name, hash and size."""

    def rows(self, progress: Progress | None = None) -> Iterator[Row]:
        """Every row that is not empty, in order; raises Unreadable, also half-way."""


class FigureFileReader(Protocol):
    """Takes files in."""

    def taken(self, content: IO[bytes], name: str) -> AbstractContextManager[TakenFile]:
        """The file, kept until the end of the block; raises Unreadable when it is too large or badly named."""
