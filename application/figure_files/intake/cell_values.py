"""The words in a file's cells: carriers, forms, sexes, months, days and marks, in the ways people write them."""

import re
from contextlib import suppress
from datetime import date, timedelta
from functools import lru_cache

from application.figure_files.intake.numbers import MARKS
from application.figure_files.ports import CellValue
from domain.figures import Flag, Form
from domain.terms import Sex
from domain.values import Month

FORMS = {
    **dict.fromkeys(("monatswert", "monat", "monatlich", "monthly"), Form.MONTHLY),
    **dict.fromkeys(("jahresfortschrittswert", "jahresfortschritt", "jfw", "ytd"), Form.YEAR_TO_DATE),
    **dict.fromkeys(("gleitender jahreswert", "gleitend", "rolling12"), Form.ROLLING),
}
SEXES = {
    **dict.fromkeys(("insgesamt", "gesamt", "i", "total"), Sex.TOTAL),
    **dict.fromkeys(("frauen", "weiblich", "w", "f", "women"), Sex.WOMEN),
    **dict.fromkeys(("männer", "maenner", "männlich", "m", "men"), Sex.MEN),
}
FLAGS = {mark.casefold(): flag for mark, flag in MARKS.items()} | {
    **dict.fromkeys(("hochgerechnet", "geschätzt", "h", "imputed"), Flag.IMPUTED),
    **dict.fromkeys(("zurückgerechnet", "z", "back_computed"), Flag.BACK_COMPUTED),
    **dict.fromkeys(("suppressed",), Flag.SUPPRESSED),
    **dict.fromkeys(("missing",), Flag.MISSING),
}
MONTHS = (
    ("jan", "januar"), ("feb", "februar"), ("mär", "mrz", "mae", "mar", "märz", "maerz"), ("apr", "april"),
    ("mai", "may"), ("jun", "juni"), ("jul", "juli"), ("aug", "august"), ("sep", "sept", "september"),
    ("okt", "oct", "oktober"), ("nov", "november"), ("dez", "dec", "dezember"),
)  # fmt: skip
"""German names and abbreviations, and the English abbreviations that spreadsheets write."""
NAMES = {name: number for number, names in enumerate(MONTHS, 1) for name in names}
_YEAR_FIRST = re.compile(r"((?:19|20)\d\d)[-/.](\d{1,2})(?:-01)?")
_COMPACT = re.compile(r"((?:19|20)\d\d)(\d\d)")
_MONTH_FIRST = re.compile(r"(?:01\.)?(\d{1,2})[-/.]((?:19|20)\d\d)")
_SHORT = re.compile(r"(\d{1,2})/(\d\d)")
_NAMED = re.compile(r"([a-zä]{3,9})\.?[ -]?((?:19|20)?\d\d)")
_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)|(\d{1,2})\.(\d{1,2})\.(\d{4})")


@lru_cache(maxsize=5000)
def month(cell: CellValue) -> Month | None:
    """A month as 2026-03, 03/2026, 03/26, 03.2026, 202603, März 2026, Mrz 26, or as its first or last day."""
    text = as_text(cell).casefold()
    if found := _YEAR_FIRST.fullmatch(text) or _COMPACT.fullmatch(text):
        year, number = int(found[1]), int(found[2])
    elif found := _MONTH_FIRST.fullmatch(text):
        year, number = int(found[2]), int(found[1])
    elif found := _SHORT.fullmatch(text):
        year, number = 2000 + int(found[2]), int(found[1])
    elif (last := day(text)) and (last + timedelta(days=1)).day == 1:
        year, number = last.year, last.month
    elif found := _NAMED.fullmatch(text):
        year, number = int(found[2]) % 100 + 2000 if len(found[2]) == 2 else int(found[2]), NAMES.get(found[1], 0)
    else:
        return None
    return f"{year}-{number:02d}" if 1 <= number <= 12 else None


def month_within(cell: CellValue, year: CellValue) -> Month | None:
    """A month by its name alone, such as Jan or März, within a year that stands elsewhere."""
    number, within = NAMES.get(as_text(cell).casefold().rstrip("."), 0), as_text(year)
    return f"{within}-{number:02d}" if number and re.fullmatch(r"(?:19|20)\d\d", within) else None


@lru_cache(maxsize=5000)
def day(cell: CellValue) -> date | None:
    """A day as 2026-04-16 or 16.04.2026."""
    if found := _DAY.fullmatch(as_text(cell)):
        parts = found[1], found[2], found[3]
        year, number, of_month = parts if found[1] else (found[6], found[5], found[4])
        with suppress(ValueError):
            return date(int(year), int(number), int(of_month))
    return None


@lru_cache(maxsize=5000)
def ags(cell: CellValue) -> str | None:
    """An official key of 2, 5 or 8 digits; a leading zero that a spreadsheet dropped is put back.

    Zeros where a county's key has no municipality are left out: 03358000 is 03358.
    """
    text = as_text(cell).replace(" ", "")
    if not (text.isascii() and text.isdigit()):
        return None
    text = text if len(text) in {2, 5, 8} else f"0{text}"
    if len(text) not in {2, 5, 8}:
        return None
    return text[:5] if len(text) == 8 and text.endswith("000") else text


NUMBERED = "Nr. "
"""Before a carrier's number, so that nobody takes it for an official key."""


@lru_cache(maxsize=5000)
def carrier_number(cell: CellValue) -> str | None:
    """The Bundesagentur's number of a carrier, marked as one."""
    text = as_text(cell).replace(" ", "")
    return f"{NUMBERED}{text}" if re.fullmatch(r"[0-9]{2,8}", text) else None


@lru_cache(maxsize=1000)
def waited(cell: CellValue) -> int | None:
    """Months of waiting: 0, 3, t-0, t-3."""
    text = as_text(cell).casefold().removeprefix("t-")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 3 and int(text) <= 24 else None


@lru_cache(maxsize=5000)
def measure(cell: CellValue) -> str | None:
    """The code of a measure or base quantity."""
    text = as_text(cell).upper()
    return text if re.fullmatch(r"[A-Z][A-Z0-9_]{1,19}", text) else None


@lru_cache(maxsize=1000)
def version(cell: CellValue) -> str | None:
    """The version of the definitions."""
    text = as_text(cell).casefold()
    return text if re.fullmatch(r"[a-z0-9.-]{1,30}", text) else None


def form(cell: CellValue) -> Form | None:
    """Monatswert, Jahresfortschrittswert or gleitender Jahreswert."""
    return FORMS.get(as_text(cell).casefold())


def sex(cell: CellValue) -> Sex | None:
    """insgesamt, Frauen or Männer."""
    return SEXES.get(as_text(cell).casefold())


def flag(cell: CellValue) -> Flag | None:
    """hochgerechnet, zurückgerechnet, gesperrt or fehlt."""
    return FLAGS.get(as_text(cell).casefold())


def as_text(cell: CellValue) -> str:
    """A cell as text; whole numbers of a workbook without their empty decimal."""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return "" if cell is None else " ".join(str(cell).split())
