"""Terms that contradict themselves: each contradiction alone, all of them at once, and neighbours that hold."""

from datetime import date
from decimal import Decimal

import pytest

from domain.budget import Budget, BudgetLine
from domain.contradictions import contradictions
from domain.measures import Formula, Measure, Unit
from domain.rulebook import drafting as rules
from domain.rules import Rule
from domain.terms import Bound, Goal, GoalKind, Item, LineKind, NamedLevel, Quantity, Rounding, Sex, Terms
from tests.builders import HEIDEKREIS, a_goal, a_line, agreed, at_least, at_most, bound
from tests.domain.given import given
from tests.domain.test_drafting import draft

LAND, KREIS = HEIDEKREIS.parties
TARGET = a_line(at_least("5.3"))
OWN = Measure(
    code="VIER_JAHRE",
    name="Eigene Zahl",
    version="eigen",
    formula=Formula.MEAN,
    numerator="VIER_JAHRE",
    unit=Unit.PERSONS,
    counted_in=Unit.PERSONS,
    source="erfunden",
)


def with_goals(*goals: Goal) -> Terms:
    return agreed(TARGET).model_copy(update={"goals": goals})


def but(terms: Terms | None = None, **changes: object) -> Terms:
    return (terms or agreed(TARGET)).model_copy(update=changes)


def a_budget(stated: str, *amounts: str, rounded_to: str = "1") -> Budget:
    return Budget(
        lines=tuple(BudgetLine(id=f"z{n}", title="Zeile", amount=Decimal(a)) for n, a in enumerate(amounts)),
        stated_total=Decimal(stated),
        rounded_to=Decimal(rounded_to),
        basis="erfunden",
    )


def a_window(opens: date, closes: date) -> Terms:
    return but(assessment=HEIDEKREIS.assessment.model_copy(update={"opens_on": opens, "closes_on": closes}))


def an_individual_goal(**items: str | tuple[Item, ...]) -> Goal:
    empty: dict[str, object] = {"kind": GoalKind.INDIVIDUAL, "lines": (), "verdicts": ()}
    return a_goal().model_copy(update=empty | items)


def naming(agreed_bound: Bound, value: str, unit: Unit) -> Bound:
    return agreed_bound.model_copy(update={"names": NamedLevel(value=Decimal(value), unit=unit, decides=True)})


def needing(lines: int) -> Terms:
    goal = a_goal(TARGET)
    return with_goals(goal.model_copy(update={"verdicts": (goal.verdicts[0].model_copy(update={"needs": lines}),)}))


STEP, CRITERION, TOPIC = (Item(id=name, says="erfunden") for name in ("schritt", "kriterium", "thema"))
JUDGED = a_goal(TARGET)

CONTRADICTORY: dict[str, tuple[Rule, Terms]] = {
    "no county": (rules.SIDE_MISSING, but(parties=(LAND, LAND.model_copy(update={"id": "ni-mw"})))),
    "no Land": (rules.SIDE_MISSING, but(parties=(KREIS, KREIS.model_copy(update={"id": "celle"})))),
    "party twice": (rules.ID_TWICE, but(parties=(LAND, KREIS, KREIS))),
    "goal twice": (
        rules.ID_TWICE,
        with_goals(JUDGED, JUDGED.model_copy(update={"lines": (a_line(id="b"),), "verdicts": ()})),
    ),
    "line twice": (rules.ID_TWICE, with_goals(a_goal(TARGET, a_line(measure="LZB")))),
    "verdict twice": (
        rules.ID_TWICE,
        with_goals(JUDGED.model_copy(update={"verdicts": (*JUDGED.verdicts, *JUDGED.verdicts)})),
    ),
    "verdict named like a goal that is judged by its steps": (
        rules.ID_TWICE,
        with_goals(
            JUDGED,
            an_individual_goal(id="urteil", steps=(STEP,), criteria=(CRITERION,)),
        ),
    ),
    "item twice": (
        rules.ID_TWICE,
        with_goals(
            an_individual_goal(steps=(STEP,), criteria=(CRITERION, STEP)),
        ),
    ),
    "benchmark twice": (rules.ID_TWICE, but(benchmarks=(HEIDEKREIS.benchmarks[0],) * 2)),
    "own measure twice": (rules.ID_TWICE, but(own_measures=(OWN, OWN))),
    "own share without denominator": (
        rules.OWN_MEASURE_INCOHERENT,
        but(own_measures=(OWN.model_copy(update={"formula": Formula.SUM_PER_SUM}),)),
    ),
    "own sum in percent": (
        rules.OWN_MEASURE_INCOHERENT,
        but(own_measures=(OWN.model_copy(update={"unit": Unit.PERCENT}),)),
    ),
    "own measure the ordinance has": (
        rules.OWN_MEASURE_PINNED,
        but(own_measures=(OWN.model_copy(update={"code": "K2"}),)),
    ),
    "reported goal with a target": (
        rules.REPORTED_WITH_TARGET,
        with_goals(JUDGED.model_copy(update={"kind": GoalKind.REPORTED, "topics": (TOPIC,)})),
    ),
    "interim in December": (
        rules.INTERIM_OUTSIDE,
        agreed(a_line(at_least("1"), interim={"2026-12": at_least("2")})),
    ),
    "budget line twice": (
        rules.ID_TWICE,
        but(budget=(b := a_budget("3", "1", "2")).model_copy(update={"lines": (b.lines[0], b.lines[0], b.lines[0])})),
    ),
    "budget one euro off": (rules.BUDGET_CONTRADICTS, but(budget=a_budget("15601017", "8575980", "7025036"))),
    "budget rounded wrongly": (
        rules.BUDGET_CONTRADICTS,
        but(budget=a_budget("15700000", "8575980", "7025036", rounded_to="100000")),
    ),
    "budget rounded to nothing": (rules.BUDGET_CONTRADICTS, but(budget=a_budget("3", "1", "2", rounded_to="0"))),
    "window in the year itself": (rules.WINDOW_CONTRADICTS, a_window(date(2026, 12, 31), date(2027, 3, 1))),
    "window backwards": (rules.WINDOW_CONTRADICTS, a_window(date(2027, 3, 2), date(2027, 3, 1))),
    "unknown measure": (rules.UNKNOWN_MEASURE, agreed(a_line(at_least("1"), measure="K9"))),
    "two targets": (rules.TWO_TARGETS, agreed(TARGET, a_line(bound("more_than", "7"), id="zweite"))),
    "a corridor of one value that one end leaves out": (
        rules.CORRIDOR_EMPTY,
        agreed(a_line(at_least("0")), a_line(bound("less_than", "0"), id="zweite")),
    ),
    "a corridor without inside in an interim month": (
        rules.CORRIDOR_EMPTY,
        agreed(
            a_line(at_least("1"), interim={"2026-06": at_least("16")}),
            a_line(at_most("20"), interim={"2026-06": at_most("15")}, id="zweite"),
        ),
    ),
    "a corridor without inside": (rules.CORRIDOR_EMPTY, agreed(TARGET, a_line(at_most("-7"), id="zweite"))),
    "decimals that rounding would blur": (
        rules.DECIMALS_TOO_COARSE,
        agreed(a_line(at_most("-0.25")), rounding=Rounding(decides="rounded", decimals=1)),
    ),
    "a number named in another unit": (
        rules.NAMED_NUMBER,
        agreed(a_line(naming(at_most("-0.3"), "4778", Unit.PERCENT), measure="LZB")),
    ),
    "a number named beside a level": (
        rules.NAMED_NUMBER,
        agreed(
            a_line(naming(at_most("4778", Unit.PERSONS), "4778", Unit.PERSONS), measure="LZB", quantity=Quantity.LEVEL)
        ),
    ),
    "a change of what says a change": (rules.CHANGE_OF_CHANGE, agreed(a_line(at_most("-2.5"), measure="K3"))),
    "a base year to come": (rules.BASE_YEAR, agreed(TARGET.model_copy(update={"base_year": 2026}))),
    "a base year of a level": (
        rules.BASE_YEAR,
        agreed(a_line(at_least("30"), quantity=Quantity.LEVEL).model_copy(update={"base_year": 2019})),
    ),
    "more lines needed than there are": (rules.VERDICT_NEEDS, needing(2)),
    "target without a bound": (rules.BOUND_MISSING, agreed(a_line(kind=LineKind.TARGET))),
    "expected value without a bound": (rules.BOUND_MISSING, agreed(a_line(kind=LineKind.EXPECTED))),
    "bound on a monitored line": (
        rules.BOUND_ON_MONITORED,
        agreed(a_line(at_least("1"), kind=LineKind.MONITORED)),
    ),
    "interim bound on a monitored line": (rules.BOUND_ON_MONITORED, agreed(a_line(interim={"2026-06": at_least("1")}))),
    "change in points": (rules.BOUND_UNIT, agreed(a_line(at_least("1", Unit.PERCENTAGE_POINTS)))),
    "points in percent": (rules.BOUND_UNIT, agreed(a_line(at_least("1"), quantity=Quantity.POINTS))),
    "a stock in percent": (rules.BOUND_UNIT, agreed(a_line(at_most("1"), measure="LZB", quantity=Quantity.LEVEL))),
    "a sum in persons": (
        rules.BOUND_UNIT,
        agreed(a_line(at_most("1", Unit.PERSONS), measure="LLU", quantity=Quantity.LEVEL)),
    ),
    "a gap's level in percent": (rules.BOUND_UNIT, agreed(a_line(at_most("5"), sex=Sex.GAP, quantity=Quantity.LEVEL))),
    "interim bound in another unit": (
        rules.BOUND_UNIT,
        agreed(a_line(at_least("1"), interim={"2026-06": at_least("1", Unit.PERSONS)})),
    ),
    "interim bound of another year": (
        rules.INTERIM_OUTSIDE,
        agreed(a_line(at_least("1"), interim={"2027-01": at_least("1")})),
    ),
    "gap of a count": (
        rules.GAP_OF_COUNT,
        agreed(a_line(at_most("5", Unit.PERCENT), measure="LZB", sex=Sex.GAP)),
    ),
    "verdict over a line of nobody": (
        rules.VERDICT_UNKNOWN_LINE,
        with_goals(
            JUDGED.model_copy(
                update={"verdicts": (JUDGED.verdicts[0].model_copy(update={"lines": ("zeile", "fremd")}),)}
            )
        ),
    ),
    "verdict over a monitored line": (
        rules.VERDICT_UNKNOWN_LINE,
        with_goals(
            a_goal(TARGET, a_line(id="m")).model_copy(
                update={"verdicts": (JUDGED.verdicts[0].model_copy(update={"lines": ("zeile", "m")}),)}
            )
        ),
    ),
    "target without a verdict": (rules.TARGET_WITHOUT_VERDICT, with_goals(JUDGED.model_copy(update={"verdicts": ()}))),
    "measured goal without lines": (rules.GOAL_INCOMPLETE, with_goals(a_goal())),
    "individual goal without steps": (rules.GOAL_INCOMPLETE, with_goals(an_individual_goal(criteria=(CRITERION,)))),
    "individual goal without criteria": (rules.GOAL_INCOMPLETE, with_goals(an_individual_goal(steps=(STEP,)))),
}


@pytest.mark.parametrize(("rule", "terms"), CONTRADICTORY.values(), ids=CONTRADICTORY)
def test_each_contradiction_is_found_alone(rule: Rule, terms: Terms) -> None:
    assert [finding.rule for finding in contradictions(terms)] == [rule.code]
    assert rule.effect == "refuse"


def test_an_interim_month_is_bound_once() -> None:
    line = a_line(at_least("1"), interim={"2026-06": at_least("1")})
    twice = line.model_copy(update={"interim": line.interim * 2})
    given().when(draft(agreed(twice))).then_refused(rules.INTERIM_OUTSIDE, saying="2026-06")


def test_all_contradictions_are_reported_at_once() -> None:
    assert HEIDEKREIS.budget is not None
    terms = HEIDEKREIS.model_copy(
        update={
            "parties": (LAND, LAND),
            "budget": HEIDEKREIS.budget.model_copy(update={"stated_total": Decimal(1)}),
            "assessment": HEIDEKREIS.assessment.model_copy(update={"opens_on": date(2026, 3, 1)}),
            "goals": (
                an_individual_goal(),
                a_goal(TARGET, a_line(kind=LineKind.TARGET, id="ohne", measure="LZB"), a_line(measure="K9", id="neu")),
            ),
        }
    )
    given().when(draft(terms)).then_refused(
        rules.SIDE_MISSING,
        rules.ID_TWICE,
        rules.ID_TWICE,
        rules.BUDGET_CONTRADICTS,
        rules.WINDOW_CONTRADICTS,
        rules.GOAL_INCOMPLETE,
        rules.BOUND_MISSING,
        rules.UNKNOWN_MEASURE,
    )


HOLDING: dict[str, Terms] = {
    "the sample": HEIDEKREIS,
    "no budget": but(budget=None),
    "budget to the euro": but(budget=a_budget("15601016", "8575980", "7025036")),
    "budget rounded as agreed": but(budget=a_budget("15600000", "8575980", "7025036", rounded_to="100000")),
    "budget rounded half up": but(budget=a_budget("10", "4.5", "5", rounded_to="1")),
    "window of one day": a_window(date(2027, 1, 1), date(2027, 1, 1)),
    "window two years later": a_window(date(2028, 1, 1), date(2028, 2, 1)),
    "measure of their own": agreed(
        a_line(at_most("3", Unit.PERSONS), measure=OWN.code, quantity=Quantity.LEVEL), own_measures=(OWN,)
    ),
    "change and level of one measure": agreed(TARGET, a_line(at_least("30"), id="b", quantity=Quantity.LEVEL)),
    "one measure by sex": agreed(*(a_line(at_least("1"), id=sex, sex=sex) for sex in (Sex.TOTAL, Sex.WOMEN, Sex.MEN))),
    "target and expected value": agreed(TARGET, a_line(at_least("7"), id="b", kind=LineKind.EXPECTED)),
    "monitored beside target": agreed(TARGET, a_line(id="b")),
    "gap in points": agreed(a_line(at_most("5", Unit.PERCENTAGE_POINTS), sex=Sex.GAP, quantity=Quantity.LEVEL)),
    "gap shrinking in percent": agreed(a_line(at_most("-5"), sex=Sex.GAP)),
    "interim until November": agreed(
        a_line(at_least("1"), interim={"2026-01": at_least("1"), "2026-11": at_least("2")})
    ),
    "reported goal": with_goals(a_goal().model_copy(update={"kind": GoalKind.REPORTED, "topics": (TOPIC,)})),
    "individual goal": with_goals(an_individual_goal(steps=(STEP,), criteria=(CRITERION,))),
}
