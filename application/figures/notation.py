"""Which notation of numbers a file keeps to, learned from the numbers that leave no doubt."""

from collections.abc import Iterable

from application.figures.numbers import Read


class Notation:
    """Learns from a file's numbers; one that could mean two things is decided only when the others agree."""

    def __init__(self) -> None:
        self.german = False
        self.plain = False

    def learn(self, reads: Iterable[Read]) -> None:
        """Note what these numbers show."""
        for one in reads:
            if one.german != one.plain:
                self.german = self.german or one.plain is None
                self.plain = self.plain or one.german is None

    def decided(self, one: Read) -> str | None:
        """The number in plain notation; None when there is none, or when it could be two."""
        if one.ambiguous:
            if self.german is self.plain:
                return None
            return one.german if self.german else one.plain
        return one.german if one.german is not None else one.plain
