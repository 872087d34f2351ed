"""Values from their own inputs, by the words of their formulas."""

import json
import re
from collections.abc import Iterator
from fractions import Fraction
from typing import Any

Json = dict[str, Any]
CHANGES = {"K1", "K1E1", "K1E2", "K3"}
"""Key figures of the ordinance that say a change, so that a delivered fraction counts from 1 on."""


def comparison_of(quantity: str, now: Fraction, before: Fraction | None) -> Fraction:
    """A change in percent, a difference in points, or the value as it is."""
    if before is None:
        return now
    return (now / before - 1) * 100 if quantity == "change" else now - before


def check_value(value: Json, decimals: int) -> Iterator[str]:
    """What in a value contradicts its inputs, shown with so many decimals at least."""
    exact = exact_of(value)
    yield from differs("value", Fraction(value["exact"]), exact)
    yield from check_rounded("value", value["rounded"], exact, decimals)
    ends = [value["low"], value["high"]]
    low, high = ends_of(value)
    yield from differs("ends", ends, [None, None] if low == high else [str(low), str(high)])
    for part in value["parts"]:
        yield from check_value(part, decimals)
    if value["basis"] == "computed":
        numerator, denominator = ratio_of(value)
        yield from differs("numerator", Fraction(value["numerator"]), numerator)
        yield from differs("denominator", Fraction(value["denominator"]), denominator)
        yield from check_known(value)
        yield from differs("months", [used["months"] for used in value["inputs"]], _months(value))
        yield from differs("measures", [used["measure"] for used in value["inputs"]], _measures(value))
        yield from differs("form", {used["form"] for used in value["inputs"]}, {"monthly"})
    elif value["basis"] == "delivered":
        cell = value["inputs"][0]["values"][0]
        stated = [value["numerator"], value["denominator"]]
        yield from differs("delivered", value["delivered"], cell)
        yield from differs("numerator and denominator", stated, cell.split("/") if "/" in cell else [None, None])
    for key in ("delivery_id", "event_id", "load_state", "loaded_on", "revision", "sex"):
        if len({json.dumps(used[key]) for used in value["inputs"]}) > 1:
            yield f"the inputs of one value have more than one {key}"


def check_rounded(what: str, text: str, exact: Fraction, decimals: int) -> Iterator[str]:
    """A number is shown rounded, with so many decimals at least."""
    own = len(text.partition(".")[2])
    yield from differs(f"{what}, rounded", text, rounded_to(exact, own))
    if own < decimals:
        yield f"{what} is shown with {own} decimals, fewer than {decimals}"


def ends_of(value: Json) -> tuple[Fraction, Fraction]:
    """The least and the greatest a value can be: a rate delivered in decimals stands for all that rounds to it."""
    if value["basis"] == "difference":
        (men_low, men_high), (women_low, women_high) = map(ends_of, value["parts"])
        return men_low - women_high, men_high - women_low
    exact = exact_of(value)
    cell = value["inputs"][0]["values"][0]
    given = value["basis"] == "delivered" and value["unit"] == "percent" and "/" not in cell
    half = Fraction(1, 2 * 10 ** len(cell.partition(".")[2])) if given else 0
    return exact - half, exact + half


def exact_of(value: Json) -> Fraction:
    """A value from its parts, its delivered figure, or its monthly figures."""
    if value["basis"] == "difference":
        men, women = value["parts"]
        return exact_of(men) - exact_of(women)
    if value["basis"] == "delivered":
        return _of_cell(value)
    numerator, denominator = ratio_of(value)
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


def ratio_of(value: Json) -> tuple[Fraction, Fraction]:
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
    month = value["month"] or state_of(value)["report_month"]
    return window(value["formula"], month)[: len(value["inputs"])]


def check_known(value: Json) -> Iterator[str]:
    """A value of quantities known later counts as many months fewer, and says so."""
    state, late = state_of(value), max(KNOWN_AFTER.get(used["measure"], 0) for used in value["inputs"])
    behind = max(0, late - state["months_waited"])
    yield from differs(
        "month counted up to", value["month"], shifted(state["report_month"], -behind) if behind else None
    )


KNOWN_AFTER = {"INT_BD": 3, "INT_KONT": 6, "INT_NACH": 12}
"""How many months later it is known what a month brought."""


def _measures(value: Json) -> list[str]:
    """The quantities a formula names, once for each input; a change names the same one twice."""
    named = codes_in(value["formula"])
    return [named[min(place, len(named) - 1)] for place in range(len(value["inputs"]))]


def codes_in(formula: str) -> list[str]:
    """The codes a formula names, in its order."""
    return list(dict.fromkeys(re.findall(r"\b[A-Z][A-Z0-9_]+\b", formula)))


def window(formula: str, month: str) -> list[list[str]]:
    """The months of a formula's numerator and of what it divides by, by its own words."""
    back = 11 if "m−11…m" in formula else int(month[5:]) - 1 if "Januar…m" in formula else 0
    same = [shifted(month, -n) for n in range(back, -1, -1)]
    lag = 12 if formula.endswith(" − 1)") else 1 if any(one in formula for one in ("…m−1", " m−1", "Vormonats")) else 0
    return [same, [shifted(one, -lag) for one in same]]


def shifted(month: str, by: int) -> str:
    """A month so many months later."""
    year, number = divmod(int(month[:4]) * 12 + int(month[5:]) - 1 + by, 12)
    return f"{year:04d}-{number + 1:02d}"


def rounded_to(value: Fraction, decimals: int) -> str:
    """So many decimals, half away from zero, as text."""
    whole, rest = divmod(abs(value.numerator) * 10**decimals * 2 + value.denominator, value.denominator * 2)
    assert 0 <= rest < value.denominator * 2
    digits = str(whole).rjust(decimals + 1, "0")
    text = f"{digits[: len(digits) - decimals]}.{digits[len(digits) - decimals :]}" if decimals else digits
    return f"-{text}" if value < 0 and whole else text


def state_of(value: Json) -> Json:
    """The load state of a value, or of what it is the difference of."""
    state: Json = state_of(value["parts"][0]) if value["parts"] else value["inputs"][0]["load_state"]
    return state


def check_sex(value: Json, sex: str) -> Iterator[str]:
    """A value is that of the sex it is said to be of."""
    if sex == "gap":
        yield from differs("parts", [part["inputs"][0]["sex"] for part in value["parts"]], ["men", "women"])
    else:
        yield from differs("sex", value["inputs"][0]["sex"], sex)


def differs(what: str, stated: object, found: object) -> Iterator[str]:
    """Nothing, or that something is stated otherwise than it comes out."""
    if stated != found:
        yield f"{what} is stated as {stated}, but comes out as {found}"
