"""A table as people hand it on: title, origin, columns with German headings, and rows of numbers, days and text."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Generic, TypeVar

from domain.measures import Unit
from domain.values import rounded

Cell = str | int | Decimal | date | None
Stated = tuple[tuple[str, str], ...]
"""What is said above a table about its origin: name and statement."""
R = TypeVar("R")
COUNTED = frozenset({Unit.EUR, Unit.PERSONS, Unit.INTEGRATIONS, Unit.HOUSEHOLDS, Unit.VOUCHERS})
DECIMALS = 4
"""Of an exact fraction in a cell; the fraction itself stands in the JSON reading."""


@dataclass(frozen=True, slots=True)
class Column(Generic[R]):
    """A heading, and the content of a row under it."""

    heading: str
    content: Callable[[R], Cell]


@dataclass(frozen=True, slots=True)
class Table:
    """A reading as a table; `name` is the name of its file, without ending."""

    name: str
    title: str
    stated: Stated
    headings: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def tabled(name: str, title: str, stated: Stated, columns: Sequence[Column[R]], rows: Iterable[R]) -> Table:
    """A table of these rows."""
    headings = tuple(column.heading for column in columns)
    return Table(name, title, stated, headings, tuple(tuple(one.content(row) for one in columns) for row in rows))


def decimal(exact: str | Fraction | None) -> Decimal | None:
    """An exact number "n/d" with as few decimals as it needs, four at most."""
    if exact is None:
        return None
    number = Fraction(exact)
    decimals = next((n for n in range(DECIMALS) if (number * 10**n).denominator == 1), DECIMALS)
    return rounded(number, decimals)


def amount(value: Decimal | None, unit: Unit) -> Decimal | None:
    """A value in a cell: what is counted loses an empty decimal, a rate keeps it."""
    whole = value is not None and unit in COUNTED and value == value.to_integral_value()
    return value.to_integral_value() if value is not None and whole else value
