"""A figure put together from value, numerator, denominator and mark, and contradictions among them."""

from collections.abc import Sequence
from typing import NamedTuple

from application.figure_files.checks import wording
from application.figure_files.checks.problems import Problems, visible
from application.figure_files.intake import cell_values as words
from application.figure_files.intake.numbers import Read
from application.figure_files.ports import CellValue
from domain.figures import Flag
from domain.reasons import Digits, Reason
from domain.rulebook.file_checks import COMPLETE_FIGURE, READABLE

Part = tuple[str, CellValue]
"""A column's heading and the cell under it."""
EMPTY = frozenset({Flag.MISSING, Flag.SUPPRESSED})


class Whole(NamedTuple):
    """The figure of a row: a cell, or a flag in its place; the value published beside a fraction."""

    cell: str | None
    flag: Flag | None
    published: str | None = None


def whole(reads: Sequence[Read], texts: Sequence[str | None], mark: Part, row: int, problems: Problems) -> Whole | None:
    """The figure of a row's value, numerator, denominator and mark; None, and a problem, when they contradict."""
    flag = words.flag(mark[1]) if mark[1] not in {None, ""} else None
    if flag is None and mark[1] not in {None, ""}:
        problems.add(READABLE, row=row, column=mark[0], cell=mark[1], expected=wording.A_MARK)
        return None
    flags = {one for one in (flag, *(one.flag for one in reads)) if one}
    wrong = _contradiction(reads, texts, flags)
    if wrong:
        problems.add(COMPLETE_FIGURE, row=row, found=wrong[0], expected=wrong[1])
        return None
    value, above, below = texts
    if value is None and above is None:
        return Whole(None, next(iter(flags), Flag.MISSING))
    return Whole(f"{above}/{below}" if below else value, next(iter(flags), None), value if below else None)


def _contradiction(
    reads: Sequence[Read], texts: Sequence[str | None], flags: set[Flag]
) -> tuple[Reason, Reason] | None:
    """The contradiction among a figure's parts, and what was expected instead."""
    value, above, below = texts
    if len(flags) > 1:
        return wording.SEVERAL_MARKS, wording.ONE_AT_MOST
    if any(one.percent for one in reads[1:]):
        return wording.PARTS_IN_PERCENT, wording.PARTS_AS_NUMBERS
    if (above is None) != (below is None):
        return wording.HALF_A_RATE, wording.BOTH_OR_NEITHER
    present = value is not None or above is not None
    if present and flags & EMPTY:
        return wording.NUMBER_AND_MARK, wording.EITHER
    if not present and flags - EMPTY:
        return wording.MARK_ALONE, wording.NUMBER_BESIDE
    if below is not None and below.startswith(("-", "0")):
        return wording.DENOMINATOR.of(value=Digits(below)), wording.FROM_ONE
    return None


class Contradiction(NamedTuple):
    """Two numbers of one file that no single notation has: what was found where, and what was expected."""

    row: int
    column: str
    found: Reason
    expected: Reason = wording.ONE_SPELLING


class _Seen(NamedTuple):
    row: int
    part: Part

    def said(self) -> str:
        """The cell and its row."""
        return wording.IN_ROW.said(cell=visible(self.part[1]).said(), row=self.row)


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
        return Contradiction(second.row, second.part[0], wording.BUT.of(one=second.said(), other=first.said()))

    def decided(self, one: Read) -> str | None:
        """The number in plain notation; None without one, or when it could be two."""
        if one.ambiguous:
            if (self.german is None) is (self.plain is None):
                return None
            return one.german if self.german else one.plain
        return one.german if one.german is not None else one.plain
