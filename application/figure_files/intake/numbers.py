"""Numbers as people write them in tables: German or plain, with thousands separators, percent signs and marks."""

import re
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from typing import NamedTuple

from application.figure_files.checks import wording
from application.figure_files.ports import CellValue, Marked, Percent
from domain.figures import Flag
from domain.reasons import Reason

THOUSANDS = " \u00a0\u202f’'"
GERMAN = re.compile(rf"[+-]?(?:[1-9][0-9]{{0,2}}(?:[.{THOUSANDS}][0-9]{{3}})+|0|[1-9][0-9]*)(?:,[0-9]{{1,12}})?")
PLAIN = re.compile(rf"[+-]?(?:[1-9][0-9]{{0,2}}(?:[{THOUSANDS}][0-9]{{3}})+|0|[1-9][0-9]*)(?:\.[0-9]{{1,12}})?")
WITH_SIGN = re.compile(
    rf"(?P<before>(?:€|EUR)[{THOUSANDS}]*)?(?P<number>[^%€a-zA-Z]*?)[{THOUSANDS}]*(?P<sign>%|[hz]|€|EUR)?"
)
MINUS = re.compile(r"[-−–][ \u00a0\u202f]?(?=\d|€|EUR)")
"""A minus sign as people and word processors write it, before a number."""
TOO_EXACT = re.compile(r"[+-]?\d*[.,]\d{13,}\s*%?")
SHORTENED = re.compile(r"\d.*(?:Tsd|Mio|Mrd|T€|T ?EUR|TEUR)", re.IGNORECASE)
"""A number in thousands or millions."""
LONGEST = 18
"""Digits before the decimal sign."""
EXACT = 10.0**15
"""From here on a number cell of a workbook no longer holds every digit."""
SMALLEST = Decimal("1e-12")
MARKS = {
    **dict.fromkeys(("*", "x", "X", "gesperrt", "geheim"), Flag.SUPPRESSED),
    **dict.fromkeys((".", "-", "–", "…", "...", "/", "fehlt", "k. A.", "k.A."), Flag.MISSING),
}
"""What stands in place of a number."""
SIGNS = {"h": Flag.IMPUTED, "z": Flag.BACK_COMPUTED}
"""What may follow a number, beside a unit."""
EUROS = frozenset({"€", "EUR"})


class Read(NamedTuple):
    """A cell that should hold a number, in both notations; None where it is no number in that one."""

    german: str | None = None
    plain: str | None = None
    percent: bool = False
    euro: bool = False
    flag: Flag | None = None

    @property
    def empty(self) -> bool:
        """Whether there is no number."""
        return self.german is None and self.plain is None

    @property
    def as_whole(self) -> "Read":
        """The number of something that is counted in whole ones: 3.275 persons are 3275."""
        only_german = self.ambiguous and "." in (self.plain or "") and "." not in (self.german or "")
        return self._replace(plain=None) if only_german else self

    @property
    def ambiguous(self) -> bool:
        """Whether the number differs with the notation."""
        return None not in {self.german, self.plain} and self.german != self.plain


@lru_cache(maxsize=20_000)
def read(cell: CellValue) -> Read | None:
    """What stands in a cell; None when that is neither a number nor a mark nor nothing."""
    if isinstance(cell, Marked):
        return None
    if isinstance(cell, float | int | Percent):
        text = _exactly(cell.shown if isinstance(cell, Percent) else cell)
        return Read(text, text, percent=isinstance(cell, Percent)) if text is not None else None
    text = (cell or "").strip()
    if not text:
        return Read()
    if text in MARKS:
        return Read(flag=MARKS[text])
    minus = MINUS.match(text)
    parts = WITH_SIGN.fullmatch(text[minus.end() if minus else 0 :])
    if parts is None or (parts["before"] and parts["sign"]):
        return None
    number, sign = "-" * bool(minus) + parts["number"], parts["sign"] or ""
    german, plain = _canonical(GERMAN, number, ","), _canonical(PLAIN, number, ".")
    found = Read(german, plain, sign == "%", sign in EUROS or bool(parts["before"]), SIGNS.get(sign))
    return None if found.empty else found


def wanted(cell: CellValue) -> Reason:
    """What is expected in place of a cell that cannot be read."""
    if isinstance(cell, Marked):
        return wording.TO_BE_SEEN[cell.why]
    text = "" if isinstance(cell, float) and not abs(cell) < EXACT else str(cell).strip()
    if TOO_EXACT.fullmatch(text):
        return wording.TWELVE_DECIMALS
    if "\n" in text:
        return wording.SINGLE_NUMBER
    if SHORTENED.search(text):
        return wording.IN_FULL
    return wording.NUMBER_OR_MARK


def _canonical(notation: re.Pattern[str], text: str, point: str) -> str | None:
    """The number in plain notation with its decimals kept; None when it is none in this notation."""
    if not notation.fullmatch(text):
        return None
    whole, _, decimals = text.removeprefix("+").partition(point)
    whole = re.sub(rf"[.{THOUSANDS}]", "", whole)
    if len(whole.lstrip("-")) > LONGEST:
        return None
    number = f"{whole}.{decimals}" if decimals else whole
    return number if number.strip("-0.") else number.removeprefix("-")


def _exactly(number: float) -> str | None:
    """A workbook's number cell in plain notation, with its 15 significant digits; None when they cannot be told."""
    if not abs(number) < EXACT:
        return None
    exact = (
        Decimal(f"{number:.15g}").quantize(SMALLEST, ROUND_HALF_UP) if abs(number) < 10**12 else Decimal(repr(number))
    )
    return format(exact.normalize() if exact else Decimal(0), "f")
