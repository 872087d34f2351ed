"""How a line stands, from the figures in its derivation."""

from collections.abc import Iterator
from fractions import Fraction

from tests.recompute.value import Json, check_sex, check_value, comparison_of, differs, exact_of, rounded_to, state_of

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
    yield from _pair(derivation, decimals)
    yield from differs("load state", derivation["current"] and state_of(derivation["current"]), line["load_state"])
    yield from check_sex(derivation["current"], line["sex"])
    for one in line["by_sex"]:
        yield from _pair(one, decimals)
        yield from check_sex(one["current"], one["sex"])
    early = line["kind"] != "monitored" and _too_early(line, derivation)
    yield from differs("reason why it is not judged", bool(line["not_assessable_because"]), early)
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
    if derivation["compared"]["quantity"] == "change" or line["interim"]:
        return False
    if line["load_state"]["report_month"].endswith("-12"):
        return False
    return line["measure"] in GROWING


def _pair(pair: Json, decimals: int) -> Iterator[str]:
    """The two values, that they may be compared, and the comparison."""
    compared, baseline = pair["compared"], pair["baseline"]
    for value in (pair["current"], baseline):
        if value is not None:
            yield from check_value(value, decimals)
    if baseline is not None:
        now, before = state_of(pair["current"]), state_of(baseline)
        year, month = now["report_month"].split("-")
        yield from differs("baseline's month", before["report_month"], f"{int(year) - 1:04d}-{month}")
        yield from differs("baseline's waiting", before["months_waited"], now["months_waited"])
    yield from differs("baseline", baseline is None, compared["quantity"] == "level")
    exact = comparison_of(compared["quantity"], exact_of(pair["current"]), baseline and exact_of(baseline))
    yield from differs("compared", Fraction(compared["exact"]), exact)
    yield from differs("compared, rounded", compared["rounded"], rounded_to(exact, decimals))


def _judged(line: Json, derivation: Json) -> Iterator[str]:
    compared, bound, rounding = derivation["compared"], line["bound"], derivation["rounding"]
    exact = Fraction(compared["exact"])
    exactly = holds(exact, bound)
    rounded = holds(Fraction(rounded_to(exact, rounding["decimals"])), bound)
    outcome = rounded if rounding["decides"] == "rounded" else exactly
    yield from differs("state", line["state"], "on_course" if outcome else "off_course")
    yield from differs("rounding sensitive", line["rounding_sensitive"], exactly is not rounded)
    yield from differs("bound's unit", bound["unit"], compared["unit"])
    yield from _gap(line["gap"], bound, derivation)


def _gap(gap: Json, bound: Json, derivation: Json) -> Iterator[str]:
    compared, rounding = derivation["compared"], derivation["rounding"]
    now = exact_of(derivation["current"])
    before = exact_of(derivation["baseline"]) if derivation["baseline"] else Fraction(0)
    limit = Fraction(bound["value"])
    required = {"change": before * (100 + limit) / 100, "points": before + limit, "level": limit}[compared["quantity"]]
    one = Fraction(100) / Fraction(derivation["current"]["denominator"]) if "Nenner" in gap["formula"] else Fraction(1)
    sign = 1 if bound["comparator"] in UPWARDS else -1
    missing = sign * (required - now) / one
    yield from differs("required", Fraction(gap["required"]), required)
    yield from differs("gap", Fraction(gap["exact"]), missing)
    yield from differs("gap, rounded", gap["rounded"], rounded_to(missing, 1))

    def holds_with(more: int) -> bool:
        value = comparison_of(compared["quantity"], now + sign * more * one, before if derivation["baseline"] else None)
        if rounding["decides"] == "rounded":
            value = Fraction(rounded_to(value, rounding["decimals"]))
        return holds(value, bound)

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
