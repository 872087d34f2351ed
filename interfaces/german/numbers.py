"""German numbers, days and instants for people: the one formatter of pages and papers."""

from datetime import date, datetime
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
_SIGNS = {"percent": "%", "percentage_points": "Prozentpunkte", "EUR": "Euro"}
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


def instant(value: datetime) -> str:
    """An instant by the clock in Germany: 10.02.2026, 13:00 Uhr."""
    return f"{value.astimezone(GERMANY):%d.%m.%Y, %H:%M} Uhr"


def month(value: Month) -> str:
    """A month by its name: Juli 2026."""
    return format_date(date.fromisoformat(f"{value}-01"), "MMMM y", LOCALE)


def load_state(state: LoadState) -> str:
    """A load state in words: Mai 2026 ohne Wartezeit."""
    waited = state.months_waited
    months = "1 Monat" if waited == 1 else f"{waited} Monaten"
    return f"{month(state.report_month)} {'ohne Wartezeit' if waited == 0 else f'nach {months} Wartezeit'}"
