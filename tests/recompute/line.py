"""How a line stands, from the figures in its derivation."""

from collections.abc import Iterator
from fractions import Fraction

from tests.recompute.value import (
    Json,
    check_rounded,
    check_sex,
    check_value,
    comparison_of,
    differs,
    ends_of,
    exact_of,
    rounded_to,
    state_of,
)

UPWARDS = {"at_least", "more_than"}
GROWING = {"K2", "K2E1", "K2E2", "K2E4", "K3E1", "LLU", "LUH", "EGL_IST", "VWK_IST"}
"""Measures that add up through the year, so that a level or points agreed for its end judge nothing before."""


def recompute(line: Json) -> list[str]:
    """What in a line's result contradicts its own inputs; empty when nothing does."""
    return [f"{line['line_id']}: {what}" for what in _line(line)]


def _line(line: Json) -> Iterator[str]:
    derivation = line["derivation"]
    if derivation is None:
        yield from differs("state", line["state"], "monitored" if line["kind"] == "monitored" else "not_assessable")
        yield from differs("gap", line["gap"], None)
        if not line["not_assessable_because"]:
            yield "nothing is said about why it cannot be computed"
        yield from differs("rounding sensitive", line["rounding_sensitive"], False)
        yield from _alone(line)
        return
    decimals = derivation["rounding"]["decimals"]
    bound = line["bound"]
    if bound:
        decimals = max(decimals, len(bound["value"].partition(".")[2]))
    base = line["base_year"]
    yield from _pair(derivation, decimals, base)
    yield from differs("load state", derivation["current"] and state_of(derivation["current"]), line["load_state"])
    yield from check_sex(derivation["current"], line["sex"])
    for one in line["by_sex"]:
        yield from _pair(one, decimals, base)
        yield from check_sex(one["current"], one["sex"])
    early = line["kind"] != "monitored" and _too_early(line, derivation)
    unsaid = early or line["state"] in {"undecidable", "rounding_open"}
    yield from differs("reason why it is not judged", bool(line["not_assessable_because"]), unsaid)
    if line["kind"] == "monitored" or early:
        yield from differs("state", line["state"], "not_assessable" if early else "monitored")
        yield from differs("gap", line["gap"], None)
        yield from differs("rounding sensitive", line["rounding_sensitive"], False)
    else:
        yield from _judged(line, derivation)


def _alone(line: Json) -> Iterator[str]:
    """The current value where there is nothing to compare it with."""
    if alone := line.get("alone"):
        yield from check_value(alone, len(alone["rounded"].partition(".")[2]))
        yield from differs("load state", state_of(alone), line["load_state"])
        yield from check_sex(alone, line["sex"])


def _too_early(line: Json, derivation: Json) -> bool:
    """Whether the bound is agreed for the year's end and the value, by its formula's words, grows until then."""
    if derivation["compared"]["quantity"] == "change" or line["interim"] or line["form"] != "ytd":
        return False
    if line["load_state"]["report_month"].endswith("-12"):
        return False
    return line["measure"] in GROWING


def _pair(pair: Json, decimals: int, base_year: int | None) -> Iterator[str]:
    """The two values, that they may be compared, and the comparison."""
    compared, baseline = pair["compared"], pair["baseline"]
    for value in (pair["current"], baseline):
        if value is not None:
            yield from check_value(value, decimals)
    if baseline is not None:
        now, before = state_of(pair["current"]), state_of(baseline)
        year, month = now["report_month"].split("-")
        yield from differs("baseline's month", before["report_month"], f"{base_year or int(year) - 1:04d}-{month}")
        yield from differs("baseline's waiting", before["months_waited"], now["months_waited"])
    yield from differs("baseline", baseline is None, compared["quantity"] == "level")
    exact = comparison_of(compared["quantity"], exact_of(pair["current"]), baseline and exact_of(baseline))
    yield from differs("compared", Fraction(compared["exact"]), exact)
    yield from check_rounded("compared", compared["rounded"], exact, decimals)
    low, high = compared_ends(pair)
    yield from differs(
        "ends", [compared["low"], compared["high"]], [None, None] if low == high else [str(low), str(high)]
    )


def compared_ends(pair: Json) -> tuple[Fraction, Fraction]:
    """The least and the greatest that what is compared can be."""
    quantity, (low, high) = pair["compared"]["quantity"], ends_of(pair["current"])
    before = ends_of(pair["baseline"]) if pair["baseline"] else (None, None)
    return comparison_of(quantity, low, before[1]), comparison_of(quantity, high, before[0])


def _judged(line: Json, derivation: Json) -> Iterator[str]:
    compared, agreed, rounding = derivation["compared"], line["bound"], derivation["rounding"]
    quantity, bound = _deciding(compared["quantity"], agreed)
    low, high = ends_of(derivation["current"]) if quantity == "level" else compared_ends(derivation)
    exactly = _one({holds(low, bound), holds(high, bound)})
    rounded = _one(_rounded_outcomes(low, high, bound, rounding["decimals"]))
    state = _state(exactly, rounded, rounding["decides"])
    if line["kind"] == "expected":
        state = {"on_course": "as_expected", "off_course": "not_as_expected"}.get(state, state)
    yield from differs("state", line["state"], state)
    yield from differs("rounding sensitive", line["rounding_sensitive"], exactly is not rounded)
    warned = exactly is not rounded and state not in {"undecidable", "rounding_open"}
    yield from differs("caveat about rounding", "rounding" in line["caveats"], warned)
    yield from differs("bound's unit", agreed["unit"], compared["unit"])
    exact = Fraction(compared["exact"])
    if state in {"off_course", "not_as_expected"} and exact != Fraction(agreed["value"]):
        yield from differs("looks like the bound", Fraction(compared["rounded"]) == Fraction(agreed["value"]), False)
    if low != high and state in {"undecidable", "rounding_open"}:
        yield from differs("gap", line["gap"], None)
    else:
        yield from _gap(line["gap"], quantity, bound, derivation)


def _deciding(quantity: str, agreed: Json) -> tuple[str, Json]:
    """What is held against what: the number named beside a change, where the terms say that it decides."""
    named = agreed.get("names")
    if named and named["decides"]:
        return "level", {"comparator": agreed["comparator"], "value": named["value"], "unit": named["unit"]}
    return quantity, agreed


def _one(found: set[bool]) -> bool | None:
    return next(iter(found)) if len(found) == 1 else None


def _rounded_outcomes(low: Fraction, high: Fraction, bound: Json, decimals: int) -> set[bool]:
    """Whether the bound holds for the rounded value, near each end of what it can be."""
    inside = (high - low) / 10**15
    return {holds(Fraction(rounded_to(end, decimals)), bound) for end in (low + inside, high - inside)}


def _state(exactly: bool | None, rounded: bool | None, decides: str) -> str:
    if decides == "not_agreed" and exactly is not rounded:
        return "rounding_open"
    outcome = rounded if decides == "rounded" else exactly
    return "undecidable" if outcome is None else "on_course" if outcome else "off_course"


def _gap(gap: Json, quantity: str, bound: Json, derivation: Json) -> Iterator[str]:
    rounding = derivation["rounding"]
    now = exact_of(derivation["current"])
    before = exact_of(derivation["baseline"]) if derivation["baseline"] else Fraction(0)
    limit = Fraction(bound["value"])
    required = {"change": before * (100 + limit) / 100, "points": before + limit, "level": limit}[quantity]
    one = Fraction(100) / Fraction(derivation["current"]["denominator"]) if "Nenner" in gap["formula"] else Fraction(1)
    sign = 1 if bound["comparator"] in UPWARDS else -1
    missing = sign * (required - now) / one
    yield from differs("required", Fraction(gap["required"]), required)
    yield from differs("gap", Fraction(gap["exact"]), missing)
    yield from check_rounded("gap", gap["rounded"], missing, 1)
    yield from differs("gap of nothing", missing == 0, Fraction(gap["rounded"]) == 0)
    yield from differs("gap in whole", gap["whole"] is None, gap["unit"] in {"percent", "percentage_points", "index"})

    def holds_with(more: int) -> bool:
        earlier = before if derivation["baseline"] else None
        value = comparison_of(quantity, now + sign * more * one, None if quantity == "level" else earlier)
        if rounding["decides"] == "rounded":
            value = Fraction(rounded_to(value, rounding["decimals"]))
        return holds(value, bound)

    if gap["whole"] is None:
        return
    if gap["whole"] < 0 or not holds_with(gap["whole"]):
        yield f"with {gap['whole']} {gap['unit']} made good the bound does not hold"
    elif gap["whole"] > 0 and holds_with(gap["whole"] - 1):
        yield f"fewer than {gap['whole']} {gap['unit']} would do"


def holds(value: Fraction, bound: Json) -> bool:
    """Whether a bound holds for a value."""
    limit = Fraction(bound["value"])
    comparator = bound["comparator"]
    if comparator in {"at_least", "at_most"} and value == limit:
        return True
    return value > limit if comparator in UPWARDS else value < limit
