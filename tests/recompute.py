"""Recompute a line's result from nothing but its own JSON, with no code of the product.

`recompute(line)` says what does not come out as stated; it is empty when everything does. As a command it does so for
every result, outlook and matrix in a document on standard input, such as that of `zielsteuerung demo --json`.
"""

import json
import re
import sys
from collections.abc import Iterator
from fractions import Fraction
from typing import Any

Json = dict[str, Any]
UPWARDS = {"at_least", "more_than"}
CHANGES = {"K1", "K1E1", "K1E2", "K3"}
"""Key figures of the ordinance that say a change, so that a delivered fraction counts from 1 on."""

GROWING = {"K2", "K2E1", "K2E2", "K2E4", "K3E1", "LLU", "LUH", "EGL_IST", "VWK_IST"}
"""Measures that add up through the year, so that a level or points agreed for its end judge nothing before."""


def recompute(line: Json) -> list[str]:
    """What in a line's result contradicts its own inputs."""
    found = list(_line(line))
    return [f"{line['line_id']}: {what}" for what in found]


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
    early = line["kind"] != "monitored" and _too_early(line, derivation)
    yield from _differs("reason why it is not judged", bool(line["not_assessable_because"]), early)
    if line["kind"] == "monitored" or early:
        yield from _differs("state", line["state"], "not_assessable" if early else "monitored")
        yield from _differs("gap", line["gap"], None)
    else:
        yield from _judged(line, derivation)


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
        yield from _differs("months", [used["months"] for used in value["inputs"]], _months(value))
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
    if value["formula"].endswith(" − 1)"):
        return (numerator / denominator - 1) * 100
    return numerator / denominator * (100 if value["formula"].startswith(("100 · ", "Mittel über ")) else 1)


def _of_cell(value: Json) -> Fraction:
    """A delivered figure; numerator/denominator is a rate, or a change when it was delivered as one."""
    cell = value["inputs"][0]["values"][0]
    if "/" not in cell or value["unit"] != "percent":
        return Fraction(cell)
    ratio = Fraction(cell)
    return (ratio - 1) * 100 if value["inputs"][0]["measure"] in CHANGES else ratio * 100


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


def _months(value: Json) -> list[list[str]]:
    """The months each input must cover."""
    return _window(value["formula"], _state_of(value)["report_month"])[: len(value["inputs"])]


def _window(formula: str, month: str) -> list[list[str]]:
    """The months of a formula's numerator and of what it divides by, by its own words."""
    back = 11 if "m−11…m" in formula else int(month[5:]) - 1 if "Januar…m" in formula else 0
    same = [_shifted(month, -n) for n in range(back, -1, -1)]
    lag = 12 if formula.endswith(" − 1)") else 1 if any(one in formula for one in ("…m−1", " m−1", "Vormonats")) else 0
    return [same, [_shifted(one, -lag) for one in same]]


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


def outlook(found: Json) -> Iterator[str]:
    """What in an outlook contradicts its own inputs."""
    value, left, limit = found["current"], found["months_left"], Fraction(found["limit"])
    months, formula = 12 - left, found["formula"]
    yield from _value(value, len(value["rounded"].partition(".")[2]))
    yield from _differs("months", int(_state_of(value)["report_month"][5:]), months)
    before = _exact(found["baseline"]) if found["baseline"] else Fraction(0)
    needed = {"change": before * (100 + limit) / 100, "points": before + limit, "level": limit}[found["quantity"]]
    whole = found["assumed"] and Fraction(found["assumed"]["whole_year"])
    each = found["assumed"] and Fraction(found["assumed"]["each"])
    computed = value["basis"] == "computed"
    numbers = [[Fraction(cell) for cell in used["values"]] for used in value["inputs"]]
    done = sum(numbers[0], Fraction(0)) if computed else Fraction(value["numerator"] or value["rounded"])
    if formula == "mean" or formula.startswith("mean_of_rates"):
        done, year = _exact(value) * months, needed * 12
    elif formula == "sum":
        done, year = _exact(value), needed
    else:
        year = (needed + (100 if formula == "year_on_year" else 0)) / 100 * whole
    if computed and formula in {"sum_per_mean_of_preceding", "mean_per_mean", "sum_per_sum"}:
        stock = sum(numbers[1], Fraction(0)) + left * each
        yield from _differs("assumed", whole, stock / 12 if formula == "sum_per_mean_of_preceding" else stock)
    yield from _differs("required", Fraction(found["required"]), needed)
    yield from _differs("done", Fraction(found["done"]), done)
    yield from _differs("pace", Fraction(found["per_month"]), (year - done) / left)
    yield from _differs("pace, rounded", found["rounded"], _rounded((year - done) / left, 1))
    yield from _differs("so far", Fraction(found["so_far"]), done / months)


def matrix(found: Json) -> Iterator[str]:
    """What in a matrix contradicts the quantities its values are formed from, or its own marks."""
    grid = found["grid"]
    parts: dict[tuple[object, ...], Fraction] = {
        (part["measure"], part["sex"], row["month"], place): Fraction(figure["exact"])
        for part in found["made_of"]
        for row in part["rows"]
        for place, figure in enumerate(row["figures"])
        if figure and figure["exact"]
    }
    for row in grid["rows"]:
        last, filled = None, [(n, one) for n, one in enumerate(row["figures"]) if one and one["exact"]]
        for place, figure in filled:
            yield from _differs("changed", figure["changed"], last is not None and last != Fraction(figure["exact"]))
            last = Fraction(figure["exact"])
            if figure["basis"] in {"computed", "difference"}:
                sexes = ["men", "women"] if grid["sex"] == "gap" else [grid["sex"]]
                exact = [_of_grid(grid["formula"], row["month"], sex, place, parts) for sex in sexes]
                yield from _differs(row["month"], last, exact[0] - exact[1] if exact[1:] else exact[0])


def _of_grid(formula: str, month: str, sex: str, place: int, parts: dict[tuple[object, ...], Fraction]) -> Fraction:
    """A value of a matrix, from the same load's figures of the quantities its formula names."""
    codes, months = list(dict.fromkeys(re.findall(r"[A-Z][A-Z0-9_]{2,}", formula))), _window(formula, month)
    paired = zip(codes * 2 if formula.endswith(" − 1)") else codes, months, strict=False)
    inputs = [{"values": [str(parts[code, sex, one, place]) for one in covered]} for code, covered in paired]
    return _exact({"basis": "computed", "formula": formula, "inputs": inputs})


CHECKS = (({"line_id", "derivation"}, recompute), ({"per_month"}, outlook), ({"columns", "made_of"}, matrix))


def everything(document: object) -> tuple[int, list[str]]:
    """How many results, outlooks and matrices a document holds, and what in them contradicts itself."""
    if isinstance(document, list):
        found = [everything(inner) for inner in document]
    elif isinstance(document, dict):
        found = [(1, list(check(document))) for keys, check in CHECKS if keys <= document.keys()]
        found = found or [everything(inner) for inner in document.values()]
    else:
        return 0, []
    return sum(count for count, _ in found), [what for _, wrong in found for what in wrong]


if __name__ == "__main__":
    number, wrong = everything(json.load(sys.stdin))
    print(*wrong, f"{number} results recomputed, {len(wrong)} discrepancies", sep="\n")
    sys.exit(bool(wrong) or not number)
