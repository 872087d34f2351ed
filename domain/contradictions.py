"""Contradictions within an agreement's terms."""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from fractions import Fraction

from domain.measures import CATALOGUES, EDITIONS, Formula, Measure, Unit
from domain.outcomes import STRICT
from domain.parties import Side
from domain.reasons import Reason
from domain.rulebook.drafting import (
    APPROXIMATE_BOUND,
    BASE_YEAR,
    BENCHMARKS,
    BOUND_MISSING,
    BOUND_ON_MONITORED,
    BOUND_UNIT,
    BUDGET_CONTRADICTS,
    BUDGET_LINES,
    CATALOGUE_LATER,
    CHANGE_OF_CHANGE,
    CORRIDOR_EMPTY,
    DECIMALS_TOO_COARSE,
    GAP_OF_COUNT,
    GOAL_INCOMPLETE,
    GOAL_ITEMS,
    GOALS,
    ID_TWICE,
    IN_LINE,
    INTERIM_OUTSIDE,
    LINES,
    MEASURED_LINE,
    NAMED_NUMBER,
    ONE_CRITERION,
    ONE_STEP,
    OWN_MEASURE_INCOHERENT,
    OWN_MEASURE_PINNED,
    OWN_MEASURES,
    PARTIES,
    REPORTED_WITH_TARGET,
    SIDE_MISSING,
    TARGET_WITHOUT_VERDICT,
    TWO_TARGETS,
    UNKNOWN_CATALOGUE,
    UNKNOWN_MEASURE,
    VERDICT_NEEDS,
    VERDICT_UNKNOWN_LINE,
    VERDICTS,
    WINDOW_CONTRADICTS,
)
from domain.rules import Finding
from domain.terms import FROM_BELOW, Bound, Goal, GoalKind, Line, LineKind, Quantity, Sex, Terms
from domain.values import decimals_of, rounded


def contradictions(terms: Terms) -> tuple[Finding, ...]:
    """Everything that stands against these terms, at once; empty when they hold together."""
    return (
        *_parties(terms),
        *_ids(terms),
        *_budget(terms),
        *_window(terms),
        *_catalogue(terms),
        *(found for goal in terms.goals for found in _goal(goal)),
        *(found for line in terms.lines for found in _line(terms, line)),
        *_targets(terms),
    )


APPROXIMATELY = re.compile(r"\b((rund|ca|circa|zirka|etwa|ungefähr|annähernd|knapp|nahezu)\s|ca\.)", re.IGNORECASE)


def remarks(terms: Terms) -> tuple[Finding, ...]:
    """What is to be known about terms that are accepted all the same."""
    pinned = terms.ordinance.catalogue
    return (
        *UNKNOWN_CATALOGUE.notice_if(pinned not in CATALOGUES, catalogue=pinned, known=tuple(CATALOGUES)),
        *_of_a_later_time(terms),
        *(found for line in terms.lines for found in _approximate(terms, line)),
    )


def _of_a_later_time(terms: Terms) -> Iterator[Finding]:
    """An edition of the catalogue that came into force after the year it is agreed for."""
    edition = EDITIONS.get(terms.ordinance.catalogue)
    if edition is not None:
        later, since = edition.valid_from.year > terms.year, edition.valid_from
        yield from CATALOGUE_LATER.notice_if(later, catalogue=edition.version, since=since, year=terms.year)


def _approximate(terms: Terms, line: Line) -> Iterator[Finding]:
    """A target said to be about a number, where nothing says how near is near enough."""
    about = line.kind is LineKind.TARGET and APPROXIMATELY.search(line.says) is not None
    yield from APPROXIMATE_BOUND.notice_if(about and terms.rounding.decides != "rounded", line=line.id)


def _parties(terms: Terms) -> Iterator[Finding]:
    present = {party.side for party in terms.parties}
    for side in Side:
        yield from SIDE_MISSING.notice_if(side not in present, side=terms.side_named(side))


def _ids(terms: Terms) -> Iterator[Finding]:
    groups = {
        PARTIES: [party.id for party in terms.parties],
        GOALS: [goal.id for goal in terms.goals],
        LINES: [line.id for line in terms.lines],
        VERDICTS: [verdict_id for goal in terms.goals for verdict_id in _judged(goal)],
        GOAL_ITEMS: [item.id for goal in terms.goals for item in (*goal.steps, *goal.criteria, *goal.topics)],
        BUDGET_LINES: [line.id for line in terms.budget.lines] if terms.budget else [],
        BENCHMARKS: [benchmark.id for benchmark in terms.benchmarks],
        OWN_MEASURES: [measure.code for measure in terms.own_measures],
    }
    for where, ids in groups.items():
        for twice in sorted({name for name in ids if ids.count(name) > 1}):
            yield ID_TWICE.finding(id=twice, where=where)


def _judged(goal: Goal) -> Iterator[str]:
    """The names under which a goal is judged in the end: of its verdicts, or its own when it is followed by steps."""
    if goal.kind is GoalKind.INDIVIDUAL:
        yield goal.id
    yield from (verdict.id for verdict in goal.verdicts)


def _budget(terms: Terms) -> Iterator[Finding]:
    if terms.budget is None:
        return
    total = sum((line.amount for line in terms.budget.lines), Decimal(0))
    steps = Fraction(total) / Fraction(terms.budget.rounded_to) if terms.budget.rounded_to > 0 else Fraction(0)
    nearest = rounded(steps, 0) * terms.budget.rounded_to
    yield from BUDGET_CONTRADICTS.notice_if(
        nearest != terms.budget.stated_total,
        total=total,
        rounded_to=terms.budget.rounded_to,
        rounded=nearest,
        stated=terms.budget.stated_total,
    )


def _window(terms: Terms) -> Iterator[Finding]:
    opens, closes = terms.assessment.opens_on, terms.assessment.closes_on
    yield from WINDOW_CONTRADICTS.notice_if(
        not (terms.year < opens.year and opens <= closes), opens=opens, closes=closes, year=terms.year
    )


def _catalogue(terms: Terms) -> Iterator[Finding]:
    pinned = terms.ordinance.catalogue
    for measure in terms.own_measures:
        yield from OWN_MEASURE_INCOHERENT.notice_if(not measure.coherent, measure=measure.code)
        earlier = measure.version != pinned and measure == CATALOGUES.get(measure.version, {}).get(measure.code)
        same = measure.code in CATALOGUES.get(pinned, {}) and not earlier
        yield from OWN_MEASURE_PINNED.notice_if(same, measure=measure.code)


def _goal(goal: Goal) -> Iterator[Finding]:
    needed: dict[GoalKind, dict[Reason, object]] = {
        GoalKind.MEASURED: {MEASURED_LINE: goal.lines},
        GoalKind.INDIVIDUAL: {ONE_STEP: goal.steps, ONE_CRITERION: goal.criteria},
        GoalKind.REPORTED: {},
    }
    missing = tuple(what for what, there in needed[goal.kind].items() if not there)
    yield from GOAL_INCOMPLETE.notice_if(bool(missing), goal=goal.id, missing=missing)
    targets = {line.id for line in goal.lines if line.kind is LineKind.TARGET}
    judged_anyway = goal.kind is GoalKind.REPORTED and bool(targets or goal.verdicts)
    yield from REPORTED_WITH_TARGET.notice_if(judged_anyway, goal=goal.id)
    for verdict in goal.verdicts:
        needs, lines = verdict.needs or 1, len(verdict.lines)
        yield from VERDICT_NEEDS.notice_if(needs > lines, verdict=verdict.id, needs=needs, lines=lines)
        for line in verdict.lines:
            yield from VERDICT_UNKNOWN_LINE.notice_if(line not in targets, verdict=verdict.id, line=line)
    judged = {line for verdict in goal.verdicts for line in verdict.lines}
    for line in sorted(targets - judged):
        yield TARGET_WITHOUT_VERDICT.finding(line=line)


def _line(terms: Terms, line: Line) -> Iterator[Finding]:
    measure = terms.measure(line.measure)
    if measure is None:
        yield UNKNOWN_MEASURE.finding(measure=line.measure, where=IN_LINE.of(line=line.id))
        return
    yield from GAP_OF_COUNT.notice_if(
        line.sex is Sex.GAP and measure.unit is not Unit.PERCENT, measure=measure.code, line=line.id
    )
    monitored = line.kind is LineKind.MONITORED
    yield from BOUND_ON_MONITORED.notice_if(monitored and (line.bound is not None or bool(line.interim)), line=line.id)
    yield from BOUND_MISSING.notice_if(not monitored and line.bound is None, line=line.id)
    change = line.quantity is Quantity.CHANGE
    yield from CHANGE_OF_CHANGE.notice_if(
        change and measure.formula is Formula.YEAR_ON_YEAR, measure=measure.code, line=line.id
    )
    compares = line.quantity is not Quantity.LEVEL
    yield from BASE_YEAR.notice_if(
        line.base_year is not None and not (compares and line.base_year < terms.year),
        line=line.id,
        base=line.base_year,
        year=terms.year,
    )
    yield from _bounds(terms, line)


def _bounds(terms: Terms, line: Line) -> Iterator[Finding]:
    bounds = [interim.bound for interim in line.interim] + ([line.bound] if line.bound else [])
    yield from bound_contradictions(terms, line, bounds)
    months = [interim.month for interim in line.interim]
    for month in dict.fromkeys(months):
        yield from INTERIM_OUTSIDE.notice_if(
            not f"{terms.year}-01" <= month <= f"{terms.year}-11" or months.count(month) > 1,
            line=line.id,
            month=month,
            year=terms.year,
        )


def bound_contradictions(terms: Terms, line: Line, bounds: Iterable[Bound]) -> Iterator[Finding]:
    """Every bound that does not stand in the unit of what the line compares, or that rounding would blur."""
    measure = terms.measure(line.measure)
    if measure is None:
        return
    expected, decimals = unit_of(line, measure), terms.rounding.decimals
    for bound in bounds:
        yield from BOUND_UNIT.notice_if(
            bound.unit is not expected,
            line=line.id,
            unit=bound.unit,
            quantity=line.quantity,
            measure=line.measure,
            expected=expected,
        )
        needed = max(decimals_of(value) for value in _numbers(bound))
        yield from DECIMALS_TOO_COARSE.notice_if(needed > decimals, line=line.id, needed=needed, decimals=decimals)
        yield from _named(line, measure, bound)


def _numbers(bound: Bound) -> Iterator[Decimal]:
    yield bound.value
    if bound.names is not None:
        yield bound.names.value


def _named(line: Line, measure: Measure, bound: Bound) -> Iterator[Finding]:
    if bound.names is not None:
        expected = unit_of_quantity(Quantity.LEVEL, line.sex, measure.unit)
        fits = line.quantity is not Quantity.LEVEL and bound.names.unit is expected
        yield from NAMED_NUMBER.notice_if(not fits, line=line.id, number=bound.names.value, expected=expected)


def unit_of(line: Line, measure: Measure) -> Unit:
    """In what unit a line's compared quantity stands."""
    return unit_of_quantity(line.quantity, line.sex, measure.unit)


def unit_of_quantity(quantity: Quantity, sex: Sex, unit: Unit) -> Unit:
    """In what unit a quantity of a measure in this unit stands."""
    level = Unit.PERCENTAGE_POINTS if sex is Sex.GAP else unit
    points = Unit.PERCENTAGE_POINTS if unit is Unit.PERCENT else unit
    return {Quantity.CHANGE: Unit.PERCENT, Quantity.POINTS: points, Quantity.LEVEL: level}[quantity]


def _targets(terms: Terms) -> Iterator[Finding]:
    """Two targets on the same figure, unless they are the ends of a corridor."""
    seen: dict[tuple[object, ...], dict[bool, Line]] = {}
    for line in terms.lines:
        if line.kind is not LineKind.TARGET or line.bound is None:
            continue
        key = (line.measure, line.sex, line.quantity, line.form, line.base_year, line.months_waited)
        ends, upwards = seen.setdefault(key, {}), line.bound.comparator in FROM_BELOW
        first = ends.setdefault(upwards, line)
        yield from TWO_TARGETS.notice_if(
            first is not line, measure=line.measure, sex=line.sex, first=first.id, second=line.id
        )
    for ends in seen.values():
        if len(ends) > 1:
            empty = any(_apart(above, below) for above, below in _corridors(ends[True], ends[False]))
            yield from CORRIDOR_EMPTY.notice_if(empty, first=ends[True].id, second=ends[False].id)


def _corridors(above: Line, below: Line) -> Iterator[tuple[Bound, Bound]]:
    """The ends of a corridor at the year's end, and in each month for which both have an interim bound."""
    if above.bound and below.bound:
        yield above.bound, below.bound
    until = {interim.month: interim.bound for interim in below.interim}
    yield from ((one.bound, until[one.month]) for one in above.interim if one.month in until)


def _apart(above: Bound, below: Bound) -> bool:
    """Whether no value meets both bounds."""
    strict = not STRICT.isdisjoint({above.comparator, below.comparator})
    return above.value >= below.value if strict else above.value > below.value
