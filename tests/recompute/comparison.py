"""Jobcenter side by side: values from numerators and denominators, ranks from values, totals from all of them."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from tests.recompute.value import Json, check_rounded, comparison_of, differs, rounded_to

ADDED = {"sum", "mean", "last"}
"""Formulas whose values are in the unit of what they add up."""


def check_figure(found: Json) -> Iterator[str]:
    """What in one figure of a comparison contradicts itself."""
    for what in (*_places(found), *_ranks(found), *_total(found)):
        yield f"{found['key']['measure']} {found['key']['sex']}: {what}"


def _places(found: Json) -> Iterator[str]:
    key = found["key"]
    for place in found["places"]:
        figures = place["figures"]
        yield from differs("standing", place["standing"] == "compared", figures is not None)
        if figures is None:
            continue
        current, baseline = figures["current"], figures["baseline"]
        for amount in (current, baseline):
            if amount and amount["numerator"] is not None:
                yield from differs("value", Fraction(amount["exact"]), _value(key, [amount]))
        yield from _compared(figures, current["exact"], baseline and baseline["exact"])
        for amount in (one for one in (current, baseline) if one):
            yield from check_rounded("value", amount["rounded"], Fraction(amount["exact"]), 0)


def _compared(said: Json, current: str, baseline: str | None) -> Iterator[str]:
    """The comparison beside the two values it is made of."""
    compared = said["compared"]
    exact = comparison_of(compared["quantity"], Fraction(current), None if baseline is None else Fraction(baseline))
    yield from differs("compared", Fraction(compared["exact"]), exact)
    yield from differs("compared, rounded", compared["rounded"], _rounded(compared["exact"], compared))
    yield from differs("baseline", baseline is None, compared["quantity"] == "level")


def _ranks(found: Json) -> Iterator[str]:
    values = [Fraction(place["figures"]["compared"]["exact"]) for place in found["places"] if place["figures"]]
    for place in found["places"]:
        rank = None
        if place["figures"] and found["better"]:
            own = Fraction(place["figures"]["compared"]["exact"])
            rank = 1 + sum(value > own if found["better"] == "up" else value < own for value in values)
        yield from differs("rank", place["rank"], rank)
    yield from differs("ranked", found["ranked"], len(values) if found["better"] else 0)


def _total(found: Json) -> Iterator[str]:
    total, key = found["total"], found["key"]
    yield from differs("no total", total is None, found["no_total_because"] is not None)
    if total is None:
        return
    compared = [place["figures"] for place in found["places"] if place["figures"]]
    yield from differs("covered", total["covers"], len(compared))
    yield from differs("total", Fraction(total["current"]), _value(key, [one["current"] for one in compared]))
    if total["baseline"] is not None:
        yield from differs("total", Fraction(total["baseline"]), _value(key, [one["baseline"] for one in compared]))
        yield from differs("rounded", total["baseline_rounded"], _rounded(total["baseline"], total["compared"]))
    yield from differs("rounded", total["current_rounded"], _rounded(total["current"], total["compared"]))
    yield from _compared(total, total["current"], total["baseline"])


def _value(key: Json, amounts: Sequence[Json]) -> Fraction:
    """One value, or that of several Jobcenter together: sums, and rates of sums."""
    if key["formula"] in ADDED and len(amounts) != 1:
        return sum((Fraction(one["exact"]) for one in amounts), Fraction(0))
    if any(one["numerator"] is None for one in amounts):
        return sum((Fraction(one["exact"]) for one in amounts), Fraction(0))
    numerator, denominator = (
        sum((Fraction(one[part]) for one in amounts), Fraction(0)) for part in ("numerator", "denominator")
    )
    share = numerator / denominator
    if key["formula"] in ADDED:
        return share
    return (share - 1) * 100 if key["formula"] == "year_on_year" else share * 100


def _rounded(exact: str, beside: Json) -> str:
    """As many decimals as what is compared has."""
    return rounded_to(Fraction(exact), len(beside["rounded"].partition(".")[2]))
