"""What a figure is put together from: value, numerator, denominator and mark, and what contradicts what."""

from collections.abc import Sequence
from typing import NamedTuple

from application.figures import words
from application.figures.catalogue import COMPLETE_FIGURE, READABLE
from application.figures.numbers import Read
from application.figures.ports import CellValue
from application.figures.problems import Problems, comma
from domain.figures import Flag

Part = tuple[str, CellValue]
"""A column's heading and the cell under it."""
EMPTY = frozenset({Flag.MISSING, Flag.SUPPRESSED})


class Whole(NamedTuple):
    """What the parts make: a cell, or a flag that says why there is none; the value published beside a fraction."""

    cell: str | None
    flag: Flag | None
    published: str | None = None


def whole(reads: Sequence[Read], texts: Sequence[str | None], mark: Part, row: int, problems: Problems) -> Whole | None:
    """What a row's value, numerator, denominator and mark make; None, and a problem, when they contradict."""
    flag = words.flag(mark[1]) if mark[1] not in {None, ""} else None
    if flag is None and mark[1] not in {None, ""}:
        expected = "hochgerechnet, zurückgerechnet, gesperrt, fehlt oder nichts"
        problems.add(READABLE, row=row, column=mark[0], cell=mark[1], expected=expected)
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


def _contradiction(reads: Sequence[Read], texts: Sequence[str | None], flags: set[Flag]) -> tuple[str, str] | None:
    """What is wrong with a figure's parts, and what was expected instead."""
    value, above, below = texts
    if len(flags) > 1:
        return "mehrere Kennzeichen", "höchstens eines"
    if any(one.percent for one in reads[1:]):
        return "Zähler oder Nenner in Prozent", "beide als Zahlen ohne %"
    if (above is None) != (below is None):
        return "nur Zähler oder nur Nenner", "beide oder keiner"
    present = value is not None or above is not None
    if present and flags & EMPTY:
        return "eine Zahl, die gesperrt ist oder fehlt", "eine Zahl oder ein solches Kennzeichen"
    if not present and flags - EMPTY:
        return "ein Kennzeichen ohne Zahl", "eine Zahl dazu, oder gesperrt oder fehlt"
    if below is not None and below.startswith(("-", "0")):
        return f"der Nenner {comma(below)}", "ein Nenner ab eins"
    return None
