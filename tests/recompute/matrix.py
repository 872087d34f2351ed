"""What every load says of every month, from the monthly figures of the same load."""

from collections.abc import Iterator
from fractions import Fraction

from tests.recompute.value import Json, codes_in, differs, exact_of, ratio_of, rounded_to, window

Parts = dict[tuple[object, ...], Fraction]
"""The monthly figures a matrix is made of, by quantity, sex, month and column."""


def check_matrix(found: Json) -> Iterator[str]:
    """What in a matrix contradicts the quantities its values are formed from, or its own marks."""
    parts: Parts = {
        (part["measure"], part["sex"], row["month"], place): Fraction(figure["exact"])
        for part in found["made_of"]
        for row in part["rows"]
        for place, figure in enumerate(row["figures"])
        if figure and figure["exact"]
    }
    for grid in (found["grid"], *found["made_of"]):
        for row in grid["rows"]:
            for what in _row(grid, row, parts):
                yield f"{grid['measure']} {grid['sex']} {row['month']}: {what}"
    decimals = {_decimals(one) for row in found["grid"]["rows"] for one in row["figures"] if one and one["exact"]}
    if found["grid"]["formula"] and len(decimals) > 1:
        yield "the values of one measure have different decimals"


def _row(grid: Json, row: Json, parts: Parts) -> Iterator[str]:
    last: Fraction | None = None
    for place, figure in enumerate(row["figures"]):
        if figure is None or figure["exact"] is None:
            continue
        exact = Fraction(figure["exact"])
        yield from differs("changed", figure["changed"], last is not None and last != exact)
        yield from differs("rounded", figure["rounded"], rounded_to(exact, _decimals(figure)))
        last = exact
        if grid["formula"] is None:
            yield from differs("basis", figure["basis"], "delivered")
            yield from differs("numerator, denominator", [figure["numerator"], figure["denominator"]], [None, None])
        else:
            yield from _formed(grid, row["month"], place, figure, parts)


def _formed(grid: Json, month: str, place: int, figure: Json, parts: Parts) -> Iterator[str]:
    """A value beside what the same load's monthly figures give; delivered only where they do not tell."""
    sexes = ["men", "women"] if grid["sex"] == "gap" else [grid["sex"]]
    values = [_value(grid["formula"], month, sex, place, parts) for sex in sexes]
    computed = [value for value in values if value is not None]
    if len(computed) < len(values):
        yield from differs("basis", figure["basis"], "delivered")
        return
    exact = [exact_of(value) for value in computed]
    yield from differs("basis", figure["basis"], "difference" if exact[1:] else "computed")
    yield from differs("value", Fraction(figure["exact"]), exact[0] - exact[1] if exact[1:] else exact[0])
    ratio = [None, None] if exact[1:] else [str(one) for one in ratio_of(computed[0])]
    yield from differs("numerator, denominator", [figure["numerator"], figure["denominator"]], ratio)


def _value(formula: str, month: str, sex: str, place: int, parts: Parts) -> Json | None:
    """A value by its formula from one column; None where a month is missing there."""
    codes = codes_in(formula)
    paired = list(zip(codes * 2 if formula.endswith(" − 1)") else codes, window(formula, month), strict=False))
    cells = [[parts.get((code, sex, one, place)) for one in covered] for code, covered in paired]
    if any(cell is None for covered in cells for cell in covered):
        return None
    inputs = [{"values": [str(cell) for cell in covered]} for covered in cells]
    return {"basis": "computed", "formula": formula, "inputs": inputs}


def _decimals(figure: Json) -> int:
    return len(str(figure["rounded"]).partition(".")[2])
