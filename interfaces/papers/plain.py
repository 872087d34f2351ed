"""Bounds and changes in the words of the agreement: "steigt um mindestens", not a comparator and a sign."""

from decimal import Decimal

from domain.results import Compared, LineResult
from domain.terms import Bound, Comparator, Quantity
from interfaces.german import numbers, results

UPWARDS = frozenset({Comparator.AT_LEAST, Comparator.MORE_THAN})
STRICT = frozenset({Comparator.MORE_THAN, Comparator.LESS_THAN})
NO_CHANGE = {
    Comparator.AT_LEAST: "kein Rückgang",
    Comparator.MORE_THAN: "ein Anstieg",
    Comparator.AT_MOST: "kein Anstieg",
    Comparator.LESS_THAN: "ein Rückgang",
}
"""What a bound of nought asks for."""


def agreed(line: LineResult) -> str:
    """The bound of a line: of a change as a rise or a fall by so much, of a level as it is."""
    if line.bound is None or line.quantity is Quantity.LEVEL:
        return results.bound(line)
    named = line.bound.names
    said = _change(line.bound)
    if named:
        decides = ", die Zahl entscheidet" if named.decides else ""
        said += f" (auf {numbers.amount(named.value, named.unit)}{decides})"
    return f"{said}{' (Zwischenwert)' if line.interim else ''}"


def _change(bound: Bound) -> str:
    if bound.value == 0:
        return NO_CHANGE[bound.comparator]
    rises = bound.value > 0
    at_least = (bound.comparator in UPWARDS) is rises
    strict = bound.comparator in STRICT
    how = ("mehr als" if strict else "mindestens") if at_least else ("weniger als" if strict else "höchstens")
    return f"ein {'Anstieg' if rises else 'Rückgang'} um {how} {_size(bound.value, bound.unit)}"


def changed(found: Compared) -> str:
    """How much more or less than the year before."""
    if found.rounded == 0:
        return "gerundet unverändert"
    return f"{_size(found.rounded, found.unit)} {'mehr' if found.rounded > 0 else 'weniger'}"


def _size(value: Decimal, unit: str) -> str:
    return numbers.amount(abs(value), unit)
