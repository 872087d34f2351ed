"""Which notation of numbers a file keeps to, learned from the numbers that leave no doubt."""

from collections.abc import Sequence
from typing import NamedTuple

from application.figures.numbers import Read
from application.figures.parts import Part
from application.figures.problems import visible


class Contradiction(NamedTuple):
    """Two numbers of one file that no single notation has: what was found where, and what was expected."""

    row: int
    column: str
    found: str
    expected: str = "in der ganzen Datei dieselbe Schreibweise: überall Dezimalkomma oder überall Dezimalpunkt"


class _Seen(NamedTuple):
    row: int
    part: Part

    def __str__(self) -> str:
        return f"{visible(self.part[1])} in Zeile {self.row}"


class Notation:
    """Learns from a file's numbers; one that could mean two things is decided only when the others agree."""

    def __init__(self) -> None:
        self.german: _Seen | None = None
        self.plain: _Seen | None = None

    def learn(self, reads: Sequence[Read], row: int, parts: Sequence[Part]) -> None:
        """Note what the numbers of a row show."""
        for one, part in zip(reads, parts, strict=False):
            if one.german != one.plain:
                if one.plain is None:
                    self.german = self.german or _Seen(row, part)
                elif one.german is None:
                    self.plain = self.plain or _Seen(row, part)

    @property
    def contradiction(self) -> Contradiction | None:
        """The first number of either notation, when the file has both."""
        if self.german is None or self.plain is None:
            return None
        first, second = sorted((self.german, self.plain), key=lambda seen: seen.row)
        return Contradiction(second.row, second.part[0], f"{second}, aber {first}")

    def decided(self, one: Read) -> str | None:
        """The number in plain notation; None when there is none, or when it could be two."""
        if one.ambiguous:
            if (self.german is None) is (self.plain is None):
                return None
            return one.german if self.german else one.plain
        return one.german if one.german is not None else one.plain
