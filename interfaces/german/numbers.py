"""German numbers, days and instants for people: the one formatter of pages and papers."""

import re
from datetime import UTC, date, datetime
from decimal import Decimal

from babel.dates import format_date
from babel.numbers import format_decimal

from domain.figures import LoadState
from domain.german import german
from domain.record import GERMANY
from domain.values import Month

LOCALE = "de_DE"
NARROW = "\u00a0"
"""A blank at which no line breaks."""
ZONES = {"CET": "MEZ", "CEST": "MESZ", "UTC": "UTC"}
"""German names of the zones of the clock in Germany."""
_SIGNS = {"percent": "%", "percentage_points": "Prozentpunkte", "EUR": "Euro"}
_STATE = re.compile(r"\b([0-9]{4}-[0-9]{2}) \(t-([0-9]{1,2})\)")
_MONTH = re.compile(r"(?<![0-9A-Za-z-])([0-9]{4}-(?:0[1-9]|1[0-2]))(?![0-9-])")
SHORT = 90
"""Characters of a text that a list shows."""
_WHOLE = frozenset({"EUR", "persons", "integrations", "households", "vouchers"})


def number(value: Decimal | int, *, signed: bool = False) -> str:
    """A number as Germans write it, its decimals kept: 15.601.016,5, −2,6, with `signed` +5,0."""
    value = Decimal(value)
    decimals = max(0, -int(value.as_tuple().exponent))
    text = format_decimal(abs(value), "#,##0" + ("." + "0" * decimals if decimals else ""), LOCALE)
    sign = "−" if value < 0 else "+" if signed and value > 0 else ""
    return sign + text


def amount(value: Decimal | int, unit: str, *, signed: bool = False) -> str:
    """A number with its unit; whole numbers lose an empty decimal unless they are rates."""
    value = Decimal(value)
    if unit in _WHOLE and value == value.to_integral_value():
        value = value.to_integral_value()
    name = _SIGNS.get(unit) or german(unit)
    if unit in {"persons", "integrations"} and abs(value) == 1:
        name = {"persons": "Person", "integrations": "Integration"}[unit]
    return f"{number(value, signed=signed)}{NARROW}{name}"


def day(value: date) -> str:
    """A day: 10.02.2026."""
    return f"{value:%d.%m.%Y}"


def local(value: datetime) -> datetime:
    """An instant by the clock in Germany; by UTC where that clock had another zone than today's or its years end."""
    try:
        found = value.astimezone(GERMANY)
    except OverflowError:
        return value.astimezone(UTC)
    return found if found.tzname() in ZONES else value.astimezone(UTC)


def instant(value: datetime) -> str:
    """An instant by the clock in Germany, with its zone: 10.02.2026, 13:00 Uhr MEZ."""
    found = local(value)
    return f"{found:%d.%m.%Y, %H:%M} Uhr {ZONES[f'{found:%Z}']}"


def moment(value: datetime) -> str:
    """An instant to the second, for lists: 10.02.2026 13:00:05 MEZ."""
    found = local(value)
    return f"{found:%d.%m.%Y %H:%M:%S} {ZONES[f'{found:%Z}']}"


def month(value: Month) -> str:
    """A month by its name: Juli 2026."""
    return format_date(date.fromisoformat(f"{value}-01"), "MMMM y", LOCALE)


def column(state: LoadState) -> str:
    """A load state above a column: Sep 26, after waiting Sep 26 (+3)."""
    name = format_date(date.fromisoformat(f"{state.report_month}-01"), "MMM yy", LOCALE)
    return f"{name} (+{state.months_waited})" if state.months_waited else name


def load_state(state: LoadState) -> str:
    """A load state in words: Mai 2026 ohne Wartezeit."""
    return f"{month(state.report_month)} {waited(state)}"


def waited(state: LoadState) -> str:
    """The waiting period alone: ohne Wartezeit."""
    months = "1 Monat" if state.months_waited == 1 else f"{state.months_waited} Monaten"
    return "ohne Wartezeit" if state.months_waited == 0 else f"nach {months} Wartezeit"


def spoken(text: str) -> str:
    """A sentence with its months and load states by name, where rules write 2026-09 and 2026-09 (t-0)."""
    named = _STATE.sub(lambda found: load_state(LoadState(report_month=found[1], months_waited=int(found[2]))), text)
    return _MONTH.sub(lambda found: month(found[1]), named)


def short(text: str) -> str:
    """The beginning of a text, as far as a list shows it."""
    return text if len(text) <= SHORT else f"{text[: SHORT - 1].rstrip()}…"


def first_upper(text: str) -> str:
    """The same text as the beginning of a line: only its first letter changes."""
    return text[:1].upper() + text[1:]
