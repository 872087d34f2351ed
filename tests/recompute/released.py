"""What is compared, from the released loads a document holds: whatever is agreed, and without a derivation."""

from collections.abc import Iterator
from fractions import Fraction

from tests.recompute.facts import Facts, delivered_figures
from tests.recompute.value import KNOWN_AFTER, Json, shifted

DIVIDED = {
    "INT_BD_SHARE": ("INT_BD", "INT"),
    "K1E3": ("ELB_ZUGANG", "ELB"),
    "K1E4": ("ELB_ABGANG", "ELB"),
    "K2": ("INT", "ELB"),
    "K2E1": ("BS_GERING", "ELB"),
    "K2E2": ("BS_2AM", "ELB"),
    "K2E3": ("INT_KONT", "INT_SVB"),
    "K2E4": ("INT_ALLEIN", "ELB_ALLEIN"),
    "K3E1": ("INT_LZB", "LZB"),
    "K3E2": ("LZB_AMP", "LZB"),
    "K3E3": ("LZB_ZUGANG", "LZB"),
    "K3E4": ("LZB_ABGANG", "LZB"),
    "AMP_FRAUENANTEIL": ("AMP_FRAUEN", "AMP"),
}
"""Of what a measure is the ratio; the others are delivered themselves."""
PRECEDING = {"sum_per_mean_of_preceding", "mean_of_rates_of_preceding"}


def check_released(found: Json, facts: Facts) -> Iterator[str]:
    """The values of the document's agreement in a comparison are those its released loads give."""
    for figure in found["figures"] if facts.known and found["load_state"] else ():
        for place in (one for one in figure["places"] if one["figures"] and one["agreement_id"] == facts.agreement_id):
            for name, back in (("current", 0), ("baseline", 12)):
                amount, state = place["figures"][name], found["load_state"]
                if amount is None:
                    continue
                month = shifted(state["report_month"], -back)
                loads = _loads(facts, state | {"report_month": month})
                given = {str(_value(facts, event_id, figure["key"], month)) for event_id in loads}
                if amount["exact"] not in given:
                    yield f"{figure['key']['measure']} {figure['key']['sex']}: no released load gives {amount['exact']}"


def _loads(facts: Facts, state: Json) -> list[str]:
    every = facts.loads.items()
    return [
        event_id for event_id, one in every if one["load"]["state"] == state and one["delivery_id"] in facts.released
    ]


def _value(facts: Facts, event_id: str, key: Json, month: str) -> Fraction | None:
    """January to a month, from monthly figures where they are complete, otherwise as delivered."""
    if key["sex"] == "gap":
        men, women = (_value(facts, event_id, key | {"sex": sex}, month) for sex in ("men", "women"))
        return None if men is None or women is None else men - women
    of = {"event_id": event_id, "sex": key["sex"]}
    above, below = DIVIDED.get(key["measure"], (key["measure"], None))
    waited = facts.loads[event_id]["load"]["state"]["months_waited"]
    last = shifted(month, -max(0, max(KNOWN_AFTER.get(code or "", 0) for code in (above, below)) - waited))
    months = [f"{month[:4]}-{number:02d}" for number in range(1, int(last[5:]) + 1)] if last[:4] == month[:4] else []
    lag = -1 if key["formula"] in PRECEDING else 0
    counted = _cells(facts, of | {"measure": above}, months)
    divided = _cells(facts, of | {"measure": below}, [shifted(one, lag) for one in months]) if below else [Fraction(1)]
    if counted is None or divided is None:
        cell = delivered_figures(facts, of | {"measure": key["measure"], "form": "ytd"}).get(month)
        return None if cell is None else Fraction(cell) * (100 if "/" in cell and below else 1)
    return _formed(key["formula"], counted, divided)


def _formed(formula: str, counted: list[Fraction], divided: list[Fraction]) -> Fraction:
    total, below, months = sum(counted, Fraction(0)), sum(divided, Fraction(0)), len(counted)
    match formula:
        case "sum":
            return total
        case "mean":
            return total / months
        case "last":
            return counted[-1]
        case "sum_per_mean_of_preceding":
            return 100 * total / (below / months)
        case "sum_per_sum" | "mean_per_mean":
            return 100 * total / below
        case "mean_of_rates" | "mean_of_rates_of_preceding":
            return 100 * sum((n / d for n, d in zip(counted, divided, strict=True)), Fraction(0)) / months
        case _:
            raise ValueError(f"unknown formula: {formula}")


def _cells(facts: Facts, of: Json, months: list[str]) -> list[Fraction] | None:
    held = delivered_figures(facts, of | {"form": "monthly"})
    cells = [held.get(month) for month in months]
    return [Fraction(cell) for cell in cells if cell is not None] if None not in cells else None
