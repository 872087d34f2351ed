"""Whether a bound holds: exactly, rounded as agreed, and as far as delivered decimals can say."""

from fractions import Fraction
from math import ceil, floor

from domain.attainment import LineState
from domain.bare_values import Spread
from domain.measures import Unit
from domain.reasons import Reason
from domain.terms import FROM_BELOW, Bound, Comparator, Line, Quantity, Rounding
from domain.values import Words, decimals_of, rounded

STRICT = frozenset({Comparator.MORE_THAN, Comparator.LESS_THAN})
MOST_DECIMALS = 9
"""No number is shown with more."""


def holds(value: Fraction, bound: Bound) -> bool:
    """Whether a value meets its bound; no tolerance."""
    limit = Fraction(bound.value)
    match bound.comparator:
        case Comparator.AT_LEAST:
            return value >= limit
        case Comparator.MORE_THAN:
            return value > limit
        case Comparator.AT_MOST:
            return value <= limit
        case Comparator.LESS_THAN:
            return value < limit


def judged_by(line: Line, bound: Bound) -> tuple[Quantity, Bound]:
    """The value to hold against the bound: the number a bound names, where that decides, else the bound itself."""
    if bound.names is None or not bound.names.decides:
        return line.quantity, bound
    return Quantity.LEVEL, Bound(comparator=bound.comparator, value=bound.names.value, unit=bound.names.unit)


def exactly(value: Spread, bound: Bound) -> bool | None:
    """Whether a bound holds for all that a value can be, for none of it (False), or for a part (None)."""
    low, high = holds(value.low, bound), holds(value.high, bound)
    return low if low is high else None


def when_rounded(value: Spread, bound: Bound, decimals: int) -> bool | None:
    """The same for the rounded value."""
    if value.low == value.high:
        return holds(Fraction(rounded(value.exact, decimals)), bound)
    scale = 10**decimals
    low, high = floor(value.low * scale + Fraction(1, 2)), ceil(value.high * scale - Fraction(1, 2))
    return exactly(Spread(value.exact, Fraction(low, scale), Fraction(high, scale)), bound)


def decided(exact: bool | None, round_: bool | None, rounding: Rounding) -> LineState:
    """How a line stands when the exact and the rounded value say this."""
    if rounding.decides == "not_agreed" and exact is not round_:
        return LineState.ROUNDING_OPEN
    match round_ if rounding.decides == "rounded" else exact:
        case None:
            return LineState.UNDECIDABLE
        case held:
            return LineState.ON_COURSE if held else LineState.OFF_COURSE


EXACT_AND_ROUNDED = Reason(
    "exact_and_rounded",
    "Genau sind es {exact} {unit}, gerundet {rounded} {unit}; vereinbart ist {comparator} {value} {unit},"
    " eine Rundung ist nicht vereinbart.",
)
ROUNDED_ONLY = Reason(
    "rounded_only",
    "Geliefert sind gerundete Werte, der genaue liegt zwischen {low} und {high} {unit};"
    " vereinbart ist {comparator} {value} {unit}.",
)
ROUNDED_AND_OPEN = Reason(
    "rounded_and_open",
    "Geliefert sind gerundete Werte, der genaue liegt zwischen {low} und {high} {unit};"
    " vereinbart ist {comparator} {value} {unit}, eine Rundung ist nicht vereinbart.",
)


def why_open(state: LineState, held: Spread, bound: Bound, rounding: Rounding) -> Words | None:
    """Why a value that is there decides nothing; None where it does."""
    unit = "%" if bound.unit is Unit.PERCENT else bound.unit
    agreed = {"comparator": bound.comparator, "value": bound.value, "unit": unit}
    open_ = state is LineState.ROUNDING_OPEN
    decimals, limit = places(rounding, bound), Fraction(bound.value)
    if open_ and held.low == held.high:
        more = apart(held.exact, limit, decimals)
        return EXACT_AND_ROUNDED.said(
            exact=rounded(held.exact, more), rounded=rounded(held.exact, rounding.decimals), **agreed
        )
    if open_ or state is LineState.UNDECIDABLE:
        ends, half = (held.low, held.high), deciding(bound, rounding)[0]
        more = max(apart(end, limit, decimals) for end in ends)
        more = max(apart(end, half, more) for end in ends)
        why = ROUNDED_AND_OPEN if open_ else ROUNDED_ONLY
        return why.said(low=rounded(held.low, more), high=rounded(held.high, more), **agreed)
    return None


def deciding(bound: Bound, rounding: Rounding) -> tuple[Fraction, bool]:
    """The limit for the exact value, and whether it must be passed: where rounding decides, half a unit beside."""
    limit, strict = Fraction(bound.value), bound.comparator in STRICT
    if rounding.decides != "rounded":
        return limit, strict
    steps = limit * 10**rounding.decimals
    if bound.comparator in FROM_BELOW:
        step = floor(steps) + 1 if strict else ceil(steps)
        return Fraction(2 * step - 1, 2 * 10**rounding.decimals), step <= 0
    step = ceil(steps) - 1 if strict else floor(steps)
    return Fraction(2 * step + 1, 2 * 10**rounding.decimals), step >= 0


def required(quantity: Quantity, baseline: Fraction, limit: Fraction) -> Fraction:
    """The value of the measure at which a quantity comes to exactly this limit."""
    match quantity:
        case Quantity.CHANGE:
            return baseline * (1 + limit / 100)
        case Quantity.POINTS:
            return baseline + limit
        case Quantity.LEVEL:
            return limit


def places(rounding: Rounding, bound: Bound | None) -> int:
    """With how many decimals figures are shown, at least: as agreed, and as many as the bound has."""
    return max(rounding.decimals, decimals_of(bound.value) if bound else 0)


def apart(value: Fraction, limit: Fraction, decimals: int) -> int:
    """With how many decimals two numbers look different, unless they are the same."""
    while value != limit and rounded(value, decimals) == rounded(limit, decimals) and decimals < MOST_DECIMALS:
        decimals += 1
    return decimals
