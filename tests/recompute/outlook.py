"""What the rest of a year has to bring, from an outlook's own inputs."""

from collections.abc import Iterator
from fractions import Fraction
from math import ceil, floor

from tests.recompute.value import Json, check_value, differs, exact_of, rounded_to, state_of

RATES = {"mean_of_rates", "mean_of_rates_of_preceding"}


def check_outlook(found: Json) -> Iterator[str]:
    """What in an outlook contradicts its own inputs."""
    value, left = found["current"], found["months_left"]
    months, state = 12 - left, state_of(value)
    yield from check_value(value, _decimals(value))
    yield from differs("months", int(state["report_month"][5:]), months)
    year = state["report_month"][:4]
    yield from differs("year's end", found["year_end"], {**state, "report_month": f"{year}-12"})
    if found["baseline"]:
        yield from check_value(found["baseline"], _decimals(found["baseline"]))
        before = {**state, "report_month": f"{int(year) - 1}-12"}
        yield from differs("baseline's load state", state_of(found["baseline"]), before)
    needed = _needed(found)
    yield from differs("required", Fraction(found["required"]), needed)
    done, whole_year = _course(found, needed, months)
    yield from _assumed(found, left)
    pace = (whole_year - done) / left
    yield from differs("done", Fraction(found["done"]), done)
    yield from differs("pace", Fraction(found["per_month"]), pace)
    yield from differs("pace, rounded", found["rounded"], rounded_to(pace, 1))
    yield from differs("so far", Fraction(found["so_far"]), done / months)
    yield from differs("so far, rounded", found["so_far_rounded"], rounded_to(done / months, 1))
    yield from differs("pace, whole", found["whole"], None if found["unit"] == "percent" else _whole(found, pace))


def _needed(found: Json) -> Fraction:
    """The value at the year's end that the limit asks for."""
    limit = Fraction(found["limit"])
    before = exact_of(found["baseline"]) if found["baseline"] else Fraction(0)
    needed = {"change": before * (100 + limit) / 100, "points": before + limit, "level": limit}
    return needed[found["quantity"]]


def _course(found: Json, needed: Fraction, months: int) -> tuple[Fraction, Fraction]:
    """What the year brought so far, and what all of it must bring."""
    value, formula = found["current"], found["formula"]
    if formula == "mean" or formula in RATES:
        return exact_of(value) * months, needed * 12
    if formula == "sum":
        return exact_of(value), needed
    done = _sum(value, 0) if value["basis"] == "computed" else Fraction(value["numerator"])
    base = 100 if formula == "year_on_year" else 0
    return done, (needed + base) / 100 * Fraction(found["assumed"]["whole_year"])


def _assumed(found: Json, left: int) -> Iterator[str]:
    """What is taken for granted about what a value divides by."""
    value, formula, assumed = found["current"], found["formula"], found["assumed"]
    divides = formula not in {"mean", "sum", *RATES}
    yield from differs("assumption", assumed is not None, divides)
    if assumed is None or not divides:
        return
    each, whole = Fraction(assumed["each"]), Fraction(assumed["whole_year"])
    if value["basis"] == "delivered":
        yield from differs("assumed", [each, whole], [Fraction(value["denominator"])] * 2)
    elif formula == "year_on_year":
        yield from differs("assumed", each, whole)
    else:
        stock = _sum(value, 1) + left * each
        yield from differs("assumed", whole, stock / 12 if formula == "sum_per_mean_of_preceding" else stock)
    if value["basis"] == "computed" and formula == "sum_per_sum":
        yield from differs("assumed each month", each, _sum(value, 1) / (12 - left))


def _whole(found: Json, pace: Fraction) -> int:
    """The smallest whole number that suffices where more is better, otherwise the largest that is allowed."""
    if found["upwards"]:
        return max(0, floor(pace) + 1 if found["strict"] else ceil(pace))
    return ceil(pace) - 1 if found["strict"] else floor(pace)


def _sum(value: Json, place: int) -> Fraction:
    return sum(map(Fraction, value["inputs"][place]["values"]), Fraction(0))


def _decimals(value: Json) -> int:
    return len(str(value["rounded"]).partition(".")[2])
