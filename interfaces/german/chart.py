"""The chart of a line: month by month against its bound, at equal load states, the agreed side shaded."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from math import floor, log10

from domain.attainment import LineState
from domain.measures import Unit
from domain.results import LineResult
from domain.terms import Bound, Comparator, Quantity
from domain.values import Month
from interfaces.german import numbers

LEFT, RIGHT, TOP, BOTTOM = 40.0, 300.0, 8.0, 104.0
WIDTH, HEIGHT = 372, 124
LETTERS = "JFMAMJJASOND"
_UPWARDS = frozenset({Comparator.AT_LEAST, Comparator.MORE_THAN})
_SIGNS = {
    Comparator.AT_LEAST: "≥",
    Comparator.MORE_THAN: ">",
    Comparator.AT_MOST: "≤",
    Comparator.LESS_THAN: "<",
}


@dataclass(frozen=True, slots=True)
class Point:
    """A month's value, where it is drawn, and whether it keeps to the bound."""

    month: Month
    value: Decimal
    x: float
    y: float
    state: LineState


@dataclass(frozen=True, slots=True)
class Tick:
    """A value at the edge."""

    says: str
    y: float


@dataclass(frozen=True, slots=True)
class Chart:
    """Everything the template draws; the same numbers stand in `points` as a table."""

    title: str
    unit: str
    signed: bool
    points: tuple[Point, ...]
    shown: Month | None
    ticks: tuple[Tick, ...]
    zero: float | None
    bound: Tick | None
    agreed: tuple[float, float] | None
    """Top and height of the agreed side."""

    @property
    def path(self) -> str:
        """The line through the points."""
        return " ".join(f"{point.x:.1f},{point.y:.1f}" for point in self.points)

    @property
    def letters(self) -> Iterable[tuple[float, str, bool]]:
        """The months under the chart, and which of them is shown."""
        here = int(self.shown[5:]) if self.shown else 0
        return ((_x(number), letter, number == here) for number, letter in enumerate(LETTERS, 1))


def chart(title: str, course: Sequence[LineResult], shown: Month | None) -> Chart | None:
    """The chart of a line's results month by month; None where nothing was compared."""
    told = [(line, line.derivation.compared) for line in course if line.derivation and line.load_state]
    if not told:
        return None
    bound = told[-1][0].bound
    values = [compared.rounded for _, compared in told]
    signed = told[0][1].quantity is not Quantity.LEVEL
    low, high = _span([*values, *([bound.value] if bound else [])])

    def y(value: Decimal) -> float:
        return BOTTOM - float((value - low) / (high - low)) * (BOTTOM - TOP)

    points = tuple(
        Point(
            line.load_state.report_month,
            compared.rounded,
            _x(int(line.load_state.report_month[5:])),
            y(compared.rounded),
            line.state,
        )
        for line, compared in told
        if line.load_state
    )
    return Chart(
        title=title,
        unit=told[0][1].unit.value,
        signed=signed,
        points=points,
        shown=shown,
        ticks=tuple(Tick(_at_the_edge(value, told[0][1].unit, signed), y(value)) for value in (low, high)),
        zero=y(Decimal(0)) if signed and low < 0 < high else None,
        bound=_bound(bound, y(bound.value), signed) if bound else None,
        agreed=_agreed(bound, y(bound.value)) if bound else None,
    )


def _at_the_edge(value: Decimal, unit: Unit, signed: bool) -> str:
    """A value with its sign of percent; other units are too long for the edge."""
    said = numbers.number(value, signed=signed)
    return f"{said}{numbers.NARROW}%" if unit is Unit.PERCENT else said


def _x(number: int) -> float:
    return LEFT + (RIGHT - LEFT) * (number - 1) / 11


def _bound(bound: Bound, y: float, signed: bool) -> Tick:
    return Tick(f"{_SIGNS[bound.comparator]} {numbers.amount(bound.value, bound.unit, signed=signed)}", y)


def _agreed(bound: Bound, y: float) -> tuple[float, float]:
    return (TOP, y - TOP) if bound.comparator in _UPWARDS else (y, BOTTOM - y)


def _span(values: Sequence[Decimal]) -> tuple[Decimal, Decimal]:
    """Round values around all of these, with some air; zero where it is near."""
    low, high = min(values), max(values)
    air = (high - low or abs(high) or Decimal(1)) / 6
    step = Decimal(10) ** floor(log10(float(high - low + 2 * air)))
    step = step / 2 if (high - low) / step < 3 else step
    return _whole(low - air, step, ROUND_FLOOR), _whole(high + air, step, ROUND_CEILING)


def _whole(value: Decimal, step: Decimal, way: str) -> Decimal:
    """The next multiple of a step, without needless decimals."""
    found = (value / step).to_integral_value(way) * step
    return found.to_integral_value() if found == found.to_integral_value() else found.normalize()
