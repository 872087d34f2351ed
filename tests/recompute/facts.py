"""What a document says was agreed and delivered, and whether its figures rest on just that."""

import hashlib
import json
from collections.abc import Iterator
from fractions import Fraction
from typing import Any

from tests.recompute.line import UPWARDS
from tests.recompute.value import Json, differs


class Facts:
    """Terms, loads, steps, criteria and results of a whole document; a part of one on its own has none."""

    def __init__(self, document: object) -> None:
        whole: Json = document if isinstance(document, dict) else {}
        happened: list[Json] = [entry for entry in whole.get("history", ()) if "fact" in entry]
        told = [entry["fact"] for entry in happened]
        self.known = bool(happened)
        self.loads = {entry["event_id"]: entry["fact"] for entry in happened if "load" in entry["fact"]}
        self.released = {entry["fact"]["delivery_id"] for entry in happened if entry["type"] == "FiguresReleased"}
        self.steps = {fact["step_id"]: fact["progress"] for fact in told if "progress" in fact and "step_id" in fact}
        self.criteria = {fact["criterion_id"]: fact["appraisal"] for fact in told if "appraisal" in fact}
        self.agreement_id = (whole.get("agreement") or {}).get("id")
        self.terms: Json | None = whole.get("terms")
        self.agreed = {line["id"]: line for goal in (self.terms or {}).get("goals", ()) for line in goal["lines"]}
        self.terms_hash = _sha256(self.terms)
        standing = whole.get("attainment", ())
        goals = standing.get("goals", ()) if isinstance(standing, dict) else standing
        self.lines = {line["line_id"]: line for goal in goals for line in goal.get("lines", ())}


def _sha256(value: object) -> str:
    text = json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def check_terms(summary: Json, facts: Facts) -> Iterator[str]:
    """The terms shown are those whose hash is stated."""
    if facts.terms is not None:
        yield from differs("hash of the terms", summary["terms_hash"], facts.terms_hash)


def check_agreed(line: Json, facts: Facts) -> Iterator[str]:
    """A line's bound, kind and rounding are those agreed, where the terms shown governed it."""
    derivation, agreed = line["derivation"], facts.agreed.get(line["line_id"])
    if facts.terms is None or derivation is None or derivation["terms_hash"] != facts.terms_hash:
        return
    yield from differs("rounding", derivation["rounding"], facts.terms["rounding"])
    yield from differs("catalogue", derivation["catalogue"], facts.terms["ordinance"]["catalogue"])
    if agreed is None:
        return
    month = line["load_state"]["report_month"]
    interim = next((one["bound"] for one in agreed["interim"] if one["month"] == month), None)
    yield from differs("bound", line["bound"], interim or agreed["bound"])
    yield from differs("interim", line["interim"], interim is not None)
    for key in ("kind", "measure", "sex", "quantity"):
        yield from differs(key, line[key], agreed[key])
    yield from differs("form", line["form"], agreed.get("form", "ytd"))
    yield from differs("base year", line["base_year"], agreed.get("base_year"))


def check_explained(found: Json, facts: Facts) -> Iterator[str]:
    """Figures beside the goals and those of the ordinance, also absent ones, stand at the load state agreed."""
    if facts.terms is None:
        return
    agreed = {"report_month": found["month"], "months_waited": facts.terms["dialogs"]["months_waited"]}
    for line in (*found["key_figures"], *(line for goal in found["goals"] for line in goal["beside"])):
        yield from differs(f"{line['line_id']}: load state", line["load_state"], agreed)


def check_limit(outlook: Json, facts: Facts) -> Iterator[str]:
    """An outlook aims at the bound agreed; where rounding decides, at half a unit beside it."""
    agreed = facts.agreed.get(outlook["line_id"])
    if facts.terms is None or agreed is None:
        return
    bound, rounding = agreed["bound"], facts.terms["rounding"]
    named = bound.get("names")
    quantity = "level" if named and named["decides"] else agreed["quantity"]
    if named and named["decides"]:
        bound = {"comparator": bound["comparator"], "value": named["value"]}
    upwards, strict = bound["comparator"] in UPWARDS, bound["comparator"] in {"more_than", "less_than"}
    limit = Fraction(bound["value"])
    if rounding["decides"] != "rounded":
        yield from differs("limit", Fraction(outlook["limit"]), limit)
        yield from differs("strict", outlook["strict"], strict)
    yield from differs("upwards", outlook["upwards"], upwards)
    yield from differs("quantity", outlook["quantity"], quantity)
    yield from _assumed_stock(outlook, facts)


def _assumed_stock(outlook: Json, facts: Facts) -> Iterator[str]:
    """The stock that is assumed to stay is that of the load's own month."""
    current, assumed = outlook["current"], outlook["assumed"]
    if assumed is None or current["basis"] != "computed" or outlook["formula"] not in STAYS or not facts.known:
        return
    below = current["inputs"][1]
    stock = delivered_figures(facts, below).get(below["load_state"]["report_month"])
    yield from differs("assumed stock", Fraction(assumed["each"]), Fraction(stock or below["values"][-1]))


STAYS = {"sum_per_mean_of_preceding", "mean_per_mean"}


def check_load(source: Json, facts: Facts) -> Iterator[str]:
    """What names a load says of it what was delivered, and it was released."""
    if not facts.known:
        return
    fact = facts.loads.get(source["event_id"])
    if fact is None:
        yield f"{source['delivery_id']} is no delivery of the history"
        return
    load = fact["load"]
    yield from differs("delivery", source["delivery_id"], fact["delivery_id"])
    yield from differs("load state", source["load_state"], load["state"])
    for key in ("loaded_on", "revision"):
        yield from differs(key, source[key], load[key])
    if fact["delivery_id"] not in facts.released:
        yield f"{fact['delivery_id']} was never released"


def check_input(used: Json, facts: Facts) -> Iterator[str]:
    """The monthly figures used are those delivered."""
    if facts.known and used["event_id"] in facts.loads:
        delivered = delivered_figures(facts, used)
        told = [delivered.get(month) for month in used["months"]]
        yield from differs(f"{used['measure']} {used['sex']} of {used['delivery_id']}", used["values"], told)
        yield from differs("definition", used["definition"], _series(facts, used).get("definition"))


def check_grids(found: Json, facts: Facts) -> Iterator[str]:
    """What a matrix says was delivered is what each of its loads holds."""
    for grid in (found["grid"], *found["made_of"]) if facts.known else ():
        for place, column in enumerate(found["columns"]):
            where = {**column, **{key: grid[key] for key in ("measure", "form", "sex")}}
            if grid["formula"] is None and column["event_id"] in facts.loads:
                held = {
                    month: Fraction(cell) for month, cell in delivered_figures(facts, where).items() if cell is not None
                }
                shown = {row["month"]: row["figures"][place] for row in grid["rows"]}
                told = {month: Fraction(one["exact"]) for month, one in shown.items() if one and one["exact"]}
                yield from differs(f"{grid['measure']} in {column['delivery_id']}", told, held)


def check_compared(found: Json, facts: Facts) -> Iterator[str]:
    """A comparison in the same document shows of the agreement what its own results say, at the same load state."""
    counties = {json.dumps(place["counties"]) for figure in found["figures"] for place in figure["places"]}
    yield from differs("agreements", found["agreements"], len(counties))
    for agreed, figures in (
        (place["agreed"], place["figures"]) for figure in found["figures"] for place in figure["places"]
    ):
        line = facts.lines.get(agreed["line_id"]) if agreed else None
        if line is None:
            continue
        yield from differs("load state", found["load_state"], line["load_state"])
        for key in ("kind", "bound", "interim", "state", "gap", "rounding_sensitive", "not_assessable_because"):
            yield from differs(f"{line['line_id']}: {key}", agreed[key], line[key])
        derivation = line["derivation"]
        yield from differs("figures", figures is None, derivation is None)
        for key in ("current", "baseline") if figures and derivation else ():
            amount = derivation[key] and {one: derivation[key][one] for one in ("exact", "numerator", "denominator")}
            shown = figures[key] and {one: figures[key][one] for one in ("exact", "numerator", "denominator")}
            yield from differs(f"{line['line_id']}: {key}", shown, amount)
        if figures and derivation:
            yield from differs(f"{line['line_id']}: compared", figures["compared"], derivation["compared"])


def _series(facts: Facts, of: Json) -> Json:
    every: list[Json] = facts.loads[of["event_id"]]["load"]["series"]
    return next((one for one in every if all(one[key] == of[key] for key in ("measure", "form", "sex"))), {})


def delivered_figures(facts: Facts, of: Json) -> dict[str, Any]:
    """A delivered series' cells by month."""
    series = _series(facts, of)
    if not series:
        return {}
    first = int(series["first"][:4]) * 12 + int(series["first"][5:]) - 1
    months = (divmod(first + place, 12) for place in range(len(series["values"])))
    return {f"{year:04d}-{month + 1:02d}": cell for (year, month), cell in zip(months, series["values"], strict=True)}
