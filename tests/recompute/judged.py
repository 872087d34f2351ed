"""Verdicts from lines, and outcomes from verdicts."""

from collections.abc import Iterator

from tests.recompute.facts import Facts
from tests.recompute.value import Json, differs

WORST_FIRST = ("off_course", "not_assessable", "undecidable", "rounding_open", "on_course")
OUTCOMES = {
    "on_course": "attained",
    "off_course": "not_attained",
    "not_assessable": "not_assessable",
    **dict.fromkeys(("undecidable", "rounding_open"), "undecided"),
}


def check_goal(goal: Json) -> Iterator[str]:
    """A verdict is the worst of its lines, and all of a goal stands at one load state."""
    states = {line["line_id"]: line["state"] for line in goal["lines"]}
    for line in goal["lines"]:
        yield from differs(f"{line['line_id']}: load state", line["load_state"], goal["load_state"])
    for verdict in goal["verdicts"]:
        found = {states[line] for line in verdict["lines"]}
        worst = next(state for state in WORST_FIRST if state in found)
        yield from differs(f"verdict {verdict['id']}", verdict["state"], worst)


def check_assessment(found: Json, facts: Facts) -> Iterator[str]:
    """Outcomes are those of the verdicts behind them; who judges otherwise says why."""
    outcomes: dict[str, str] = {}
    for goal in found["derivation"]:
        outcomes |= {verdict["id"]: OUTCOMES[verdict["state"]] for verdict in goal["verdicts"]}
        if goal["kind"] == "individual" and facts.known:
            outcomes[goal["goal_id"]] = _individual(goal, facts)
    computed = {one["verdict_id"]: one["outcome"] for one in found["computed"]}
    for verdict, outcome in outcomes.items():
        yield from differs(f"outcome of {verdict}", computed.get(verdict), outcome)
    if facts.known:
        yield from differs("verdicts", set(computed), set(outcomes))
    yield from differs("judged", [one["verdict_id"] for one in found["judgements"]], list(computed))
    for judged in found["judgements"]:
        if judged["outcome"] != computed.get(judged["verdict_id"]) and not judged["why"]:
            yield f"{judged['verdict_id']} is judged {judged['outcome']} without a reason"


def _individual(goal: Json, facts: Facts) -> str:
    steps = [facts.steps.get(step["id"]) for step in goal["steps"]]
    criteria = [facts.criteria.get(criterion["id"]) for criterion in goal["criteria"]]
    if None in criteria or not {"done", "dropped"}.issuperset(steps):
        return "not_assessable"
    return "attained" if {"done"}.issuperset(steps) and {"met"}.issuperset(criteria) else "not_attained"
