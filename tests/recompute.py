"""Recompute a line's result from nothing but its own JSON, with no code of the product.

`recompute(line)` says what does not come out as stated; it is empty when everything does. As a command it reads a
document such as that of `zielsteuerung demo --json` from standard input and does the same for every line in it.
"""

import json
import sys
from collections.abc import Iterator
from fractions import Fraction
from typing import Any

Json = dict[str, Any]
UPWARDS = {"at_least", "more_than"}
CHANGES = {"K1", "K1E1", "K1E2", "K3"}
"""Key figures of the ordinance that say a change, so that a delivered fraction counts from 1 on."""


def recompute(line: Json) -> list[str]:
    """What in a line's result contradicts its own inputs."""
    found = list(_line(line))
    return [f"{line['line_id']}: {what}" for what in found]


def lines_in(document: object) -> Iterator[Json]:
    """Every line's result somewhere in a document."""
    if isinstance(document, dict):
        if {"line_id", "derivation", "state"} <= document.keys():
            yield document
        else:
            for inner in document.values():
                yield from lines_in(inner)
    elif isinstance(document, list):
        for inner in document:
            yield from lines_in(inner)


def _line(line: Json) -> Iterator[str]:
    derivation = line["derivation"]
    if derivation is None:
        yield from _differs("state", line["state"], "monitored" if line["kind"] == "monitored" else "not_assessable")
        yield from _differs("gap", line["gap"], None)
        if not line["not_assessable_because"]:
            yield "nothing is said about why it cannot be computed"
        return
    decimals = derivation["rounding"]["decimals"]
    yield from _pair(derivation, decimals)
    yield from _differs("load state", derivation["current"] and _state_of(derivation["current"]), line["load_state"])
    yield from _sex(derivation["current"], line["sex"])
    for one in line["by_sex"]:
        yield from _pair(one, decimals)
        yield from _sex(one["current"], one["sex"])
    if line["kind"] == "monitored":
        yield from _differs("state", line["state"], "monitored")
        yield from _differs("gap", line["gap"], None)
    else:
        yield from _judged(line, derivation)


def _pair(pair: Json, decimals: int) -> Iterator[str]:
    """The two values, that they may be compared, and the comparison."""
    compared, baseline = pair["compared"], pair["baseline"]
    for value in (pair["current"], baseline):
        if value is not None:
            yield from _value(value, decimals)
    if baseline is not None:
        now, before = _state_of(pair["current"]), _state_of(baseline)
        year, month = now["report_month"].split("-")
        yield from _differs("baseline's month", before["report_month"], f"{int(year) - 1:04d}-{month}")
        yield from _differs("baseline's waiting", before["months_waited"], now["months_waited"])
    yield from _differs("baseline", baseline is None, compared["quantity"] == "level")
    exact = _compared(compared["quantity"], _exact(pair["current"]), baseline and _exact(baseline))
    yield from _differs("compared", Fraction(compared["exact"]), exact)
    yield from _differs("compared, rounded", compared["rounded"], _rounded(exact, decimals))


def _compared(quantity: str, now: Fraction, before: Fraction | None) -> Fraction:
    if before is None:
        return now
    return (now / before - 1) * 100 if quantity == "change" else now - before


def _value(value: Json, decimals: int) -> Iterator[str]:
    exact = _exact(value)
    yield from _differs("value", Fraction(value["exact"]), exact)
    yield from _differs("value, rounded", value["rounded"], _rounded(exact, decimals))
    for part in value["parts"]:
        yield from _value(part, decimals)
    if value["basis"] == "computed":
        numerator, denominator = _ratio(value)
        yield from _differs("numerator", Fraction(value["numerator"]), numerator)
        yield from _differs("denominator", Fraction(value["denominator"]), denominator)
        yield from _differs("months", [used["months"] for used in value["inputs"]], list(_months(value)))
    elif value["basis"] == "delivered":
        cell = value["inputs"][0]["values"][0]
        stated = [value["numerator"], value["denominator"]]
        yield from _differs("delivered", value["delivered"], cell)
        yield from _differs("numerator and denominator", stated, cell.split("/") if "/" in cell else [None, None])
    for key in ("delivery_id", "event_id", "load_state", "loaded_on", "revision", "sex"):
        if len({json.dumps(used[key]) for used in value["inputs"]}) > 1:
            yield f"the inputs of one value have more than one {key}"


def _exact(value: Json) -> Fraction:
    """A value from its parts, its delivered figure, or its monthly figures."""
    if value["basis"] == "difference":
        men, women = value["parts"]
        return _exact(men) - _exact(women)
    if value["basis"] == "delivered":
        return _of_cell(value)
    numerator, denominator = _ratio(value)
    if _changes(value):
        return (numerator / denominator - 1) * 100
    return numerator / denominator * (100 if value["formula"].startswith(("100 · ", "Mittel über ")) else 1)


def _of_cell(value: Json) -> Fraction:
    """A delivered figure; numerator/denominator is a rate, or a change when it was delivered as one."""
    cell = value["inputs"][0]["values"][0]
    if "/" not in cell or value["unit"] != "percent":
        return Fraction(cell)
    ratio = Fraction(cell)
    return (ratio - 1) * 100 if value["inputs"][0]["measure"] in CHANGES else ratio * 100


def _changes(value: Json) -> bool:
    return bool(value["formula"].endswith(" − 1)"))


def _ratio(value: Json) -> tuple[Fraction, Fraction]:
    """Numerator and denominator by the formula's own words."""
    formula = value["formula"]
    numbers = [[Fraction(cell) for cell in used["values"]] for used in value["inputs"]]
    counted, months = sum(numbers[0], Fraction(0)), len(numbers[0])
    below = sum(numbers[1], Fraction(0)) if len(numbers) > 1 else Fraction(1)
    if formula.startswith("Mittel über "):
        return sum((n / d for n, d in zip(*numbers, strict=True)), Fraction(0)), Fraction(months)
    if formula.startswith("100 · Mittel ") and " ÷ Mittel " in formula:
        return counted / months, below / months
    if formula.startswith("100 · Σ ") and " ÷ Mittel " in formula:
        return counted, below / months
    if formula.startswith(("100 · Σ ", "100 · (Σ ")) and " ÷ Σ " in formula:
        return counted, below
    if formula.startswith("Mittel "):
        return counted, Fraction(months)
    if formula.startswith("Σ ") or formula.endswith(" in m"):
        return counted, Fraction(1)
    raise ValueError(f"unknown formula: {formula}")


def _months(value: Json) -> Iterator[list[str]]:
    """The months each input must cover, by the formula's own words."""
    formula, month = value["formula"], _state_of(value)["report_month"]
    back = 11 if "m−11…m" in formula else int(month[5:]) - 1 if "Januar…m" in formula else 0
    same = [_shifted(month, -n) for n in range(back, -1, -1)]
    yield same
    if len(value["inputs"]) > 1:
        lag = 12 if _changes(value) else 1 if any(word in formula for word in ("…m−1", " m−1", "Vormonats")) else 0
        yield [_shifted(one, -lag) for one in same]


def _shifted(month: str, by: int) -> str:
    year, number = divmod(int(month[:4]) * 12 + int(month[5:]) - 1 + by, 12)
    return f"{year:04d}-{number + 1:02d}"


def _judged(line: Json, derivation: Json) -> Iterator[str]:
    compared, bound, rounding = derivation["compared"], line["bound"], derivation["rounding"]
    exact = Fraction(compared["exact"])
    exactly = _holds(exact, bound)
    rounded = _holds(Fraction(_rounded(exact, rounding["decimals"])), bound)
    outcome = rounded if rounding["decides"] == "rounded" else exactly
    yield from _differs("state", line["state"], "on_course" if outcome else "off_course")
    yield from _differs("rounding sensitive", line["rounding_sensitive"], exactly is not rounded)
    yield from _differs("bound's unit", bound["unit"], compared["unit"])
    yield from _gap(line["gap"], bound, derivation)


def _gap(gap: Json, bound: Json, derivation: Json) -> Iterator[str]:
    compared, rounding = derivation["compared"], derivation["rounding"]
    now = _exact(derivation["current"])
    before = _exact(derivation["baseline"]) if derivation["baseline"] else Fraction(0)
    limit = Fraction(bound["value"])
    required = {"change": before * (100 + limit) / 100, "points": before + limit, "level": limit}[compared["quantity"]]
    one = Fraction(100) / Fraction(derivation["current"]["denominator"]) if "Nenner" in gap["formula"] else Fraction(1)
    sign = 1 if bound["comparator"] in UPWARDS else -1
    missing = sign * (required - now) / one
    yield from _differs("required", Fraction(gap["required"]), required)
    yield from _differs("gap", Fraction(gap["exact"]), missing)
    yield from _differs("gap, rounded", gap["rounded"], _rounded(missing, 1))

    def holds_with(more: int) -> bool:
        value = _compared(compared["quantity"], now + sign * more * one, before if derivation["baseline"] else None)
        if rounding["decides"] == "rounded":
            value = Fraction(_rounded(value, rounding["decimals"]))
        return _holds(value, bound)

    if gap["whole"] < 0 or not holds_with(gap["whole"]):
        yield f"with {gap['whole']} {gap['unit']} made good the bound does not hold"
    elif gap["whole"] > 0 and holds_with(gap["whole"] - 1):
        yield f"fewer than {gap['whole']} {gap['unit']} would do"


def _holds(value: Fraction, bound: Json) -> bool:
    limit = Fraction(bound["value"])
    comparator = bound["comparator"]
    if comparator in {"at_least", "at_most"} and value == limit:
        return True
    return value > limit if comparator in UPWARDS else value < limit


def _rounded(value: Fraction, decimals: int) -> str:
    """So many decimals, half away from zero, as text."""
    whole, rest = divmod(abs(value.numerator) * 10**decimals * 2 + value.denominator, value.denominator * 2)
    assert 0 <= rest < value.denominator * 2
    digits = str(whole).rjust(decimals + 1, "0")
    text = f"{digits[: len(digits) - decimals]}.{digits[len(digits) - decimals :]}" if decimals else digits
    return f"-{text}" if value < 0 and whole else text


def _state_of(value: Json) -> Json:
    state: Json = _state_of(value["parts"][0]) if value["parts"] else value["inputs"][0]["load_state"]
    return state


def _sex(value: Json, sex: str) -> Iterator[str]:
    if sex == "gap":
        yield from _differs("parts", [part["inputs"][0]["sex"] for part in value["parts"]], ["men", "women"])
    else:
        yield from _differs("sex", value["inputs"][0]["sex"], sex)


def _differs(what: str, stated: object, found: object) -> Iterator[str]:
    if stated != found:
        yield f"{what} is stated as {stated}, but comes out as {found}"


if __name__ == "__main__":
    lines = list(lines_in(json.load(sys.stdin)))
    wrong = [what for line in lines for what in recompute(line)]
    print(*wrong, f"{len(lines)} lines recomputed, {len(wrong)} discrepancies", sep="\n")
    sys.exit(bool(wrong) or not lines)
