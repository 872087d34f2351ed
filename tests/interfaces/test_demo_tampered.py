"""Whatever figure or verdict of the demo's document is another one, recomputing it tells."""

import copy
import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

import pytest

from tests.recompute import Facts, everything
from tests.recompute.value import rounded_to
from tests.sampling import WHOLE, exhaustive, some

NUMBER = re.compile(r"-?\d+(\.\d+)?(/\d+)?")
WORDS = {
    **dict.fromkeys(("on_course", "not_assessable", "monitored", "undecidable"), "off_course"),
    **dict.fromkeys(("attained", "computed", "difference"), "delivered"),
    "off_course": "on_course",
    "delivered": "computed",
    "not_attained": "attained",
    "compared": "missing",
}
STATES = {"state", "outcome", "basis", "standing"}
NO_FIGURE = re.compile(
    r"next_year/(history|terms)/.*"  # on what its figures rest, as those of the whole do
    r"|(next_year/)?agreement/(version|terms_version)"  # where the log stands
    r"|(explanation|mid_year|matrices/\*|next_year/explanation)/version"
    r"|.*/(terms_version|rules_version)"  # by which software and terms
    r"|.*/(id|goal_id|verdict_id|ags|land|year|track)"  # names
    r"|comparison/figures/\*/key/definition"
    r"|(explanation|mid_year|next_year/explanation)/.*/quality/.*"  # says how good a figure is, and is none
    r"|(attainment|final_assessment/derivation|next_year/attainment)/\*/load_state/months_waited"  # of any goal
    r"|(circumstances|due)/.*"  # what people noted, beside any figure
)
"""The numbers and words of the document that nothing is recomputed from."""


@dataclass
class Leaf:
    """A value in the document, where it stands, and the part of the document it is recomputed with."""

    holder: Any
    key: Any
    part: Any


def leaves(node: Any, path: str, part: Any) -> Iterator[tuple[str, Leaf]]:
    """Every number and state, by its path with places left out."""
    for key, value in enumerate(node) if isinstance(node, list) else node.items():
        name = f"{path}/{'*' if isinstance(key, int) else key}"
        if isinstance(value, dict | list):
            yield from leaves(value, name, value if path.count("/") < 1 else part)
        elif key in STATES or (type(value) in {int, str} and NUMBER.fullmatch(str(value))):
            yield name.removeprefix("/"), Leaf(node, key, part)


def another(value: Any) -> Any:
    """The next number, or another state."""
    if isinstance(value, int):
        return value + 1
    return WORDS.get(value) or re.sub(r"\d(?!.*\d)", lambda last: str((int(last[0]) + 1) % 10), value)


def grouped(shown: Any) -> dict[str, list[Leaf]]:
    """The leaves of each kind that must be recomputed."""
    found: dict[str, list[Leaf]] = {}
    for path, leaf in leaves(shown, "", shown):
        if not NO_FIGURE.fullmatch(path):
            found.setdefault(path, []).append(leaf)
    return found


def test_the_document_untouched_is_sound(document: Any) -> None:
    assert everything(document)[1] == []


@exhaustive
def test_another_number_or_state_anywhere_is_found(document: Any) -> None:
    shown = copy.deepcopy({key: part for key, part in document.items() if key not in {"history", "terms"}})
    facts, missed = Facts(document), []
    kinds = grouped(shown)
    values = [leaf.holder[leaf.key] for of_kind in kinds.values() for leaf in of_kind]
    assert [value for value in values if another(value) == value] == [], "else nothing is changed"
    for path, of_kind in some(kinds.items(), 60):
        for leaf in (of_kind[0], of_kind[len(of_kind) // 2], of_kind[-1]) if WHOLE else of_kind[-1:]:
            was = leaf.holder[leaf.key]
            leaf.holder[leaf.key] = another(was)
            if everything(leaf.part, facts)[1] == []:
                missed.append(f"{path}: {was} -> {another(was)}")
            leaf.holder[leaf.key] = was
    assert not missed, "\n".join(missed)
    assert len(kinds) > 150


@pytest.mark.long
def test_another_delivered_figure_or_agreed_number_is_found(document: Any) -> None:
    changed = copy.deepcopy(document)
    june = next(e for e in changed["history"] if e["fact"].get("delivery_id") == "ladung-2026-06-t0")
    series = june["fact"]["load"]["series"]
    bounds = [line["bound"] for goal in changed["terms"]["goals"] for line in goal["lines"] if line["bound"]]
    shown = [one["values"] for one in series if one["measure"] in {"INT", "ELB"}]
    for holder, key in [*((values, 1) for values in shown), *((bound, "value") for bound in bounds)]:
        was = holder[key]
        holder[key] = another(was)
        assert everything(changed)[1] != [], was
        holder[key] = was


def test_another_value_compared_that_nobody_agreed_on_is_found(document: Any) -> None:
    shown = copy.deepcopy(document["comparison"])
    (stock,) = (one for one in shown["figures"] if one["key"]["measure"] == "ELB")
    (place,) = stock["places"]
    assert place["agreed"] is None
    one_more = Fraction(place["figures"]["current"]["exact"]) + 1
    before = Fraction(place["figures"]["baseline"]["exact"])
    months = int(shown["load_state"]["report_month"][5:])
    compared = {"exact": str((one_more / before - 1) * 100), "rounded": rounded_to((one_more / before - 1) * 100, 1)}
    amount = {"exact": str(one_more), "rounded": rounded_to(one_more, 1), "numerator": str(one_more * months)}
    place["figures"]["current"] |= amount
    place["figures"]["compared"] |= compared
    stock["total"] |= {"current": amount["exact"], "current_rounded": amount["rounded"]}
    stock["total"]["compared"] |= compared
    assert everything(shown)[1] == [], "in itself it agrees"
    assert everything(shown, Facts(document))[1] == [f"ELB total: no released load gives {one_more}"]


def test_an_exact_figure_nobody_knows_is_found(document: Any) -> None:
    line = copy.deepcopy(document["attainment"][1]["lines"][0])
    for new in ({"trend": {"exact": "1/3"}}, {"forecasts": [{"exact": "1/3"}]}):
        assert everything({**line, **new})[1] == ["nobody recomputes {}: 1/3".format(*new)]
