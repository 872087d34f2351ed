"""How each line, verdict and goal stands at a load state: compared value, bound, gap, derivation."""

from collections.abc import Iterator
from fractions import Fraction
from math import ceil, floor

from domain.attainment import Attainment, LineState
from domain.contradictions import unit_of_quantity
from domain.figures import LoadState
from domain.measures import Formula, Measure, Unit
from domain.pairs import Pair, compare, noticed, of_one_revision, values
from domain.results import BySex, Compared, Derivation, Gap, GoalResult, LineResult, VerdictResult
from domain.rulebook.attainment import UNEQUAL_LOAD_STATES
from domain.rulebook.drafting import UNKNOWN_LINE
from domain.terms import Bound, Comparator, Goal, Line, LineKind, Quantity, Rounding, Sex, VerdictGroup
from domain.values import LineId, Month, rounded, year_of
from domain.year_to_date import Lacking

COUNTABLE = frozenset({Formula.SUM_PER_MEAN_OF_PRECEDING, Formula.SUM_PER_SUM, Formula.MEAN_PER_MEAN})
"""Formulas whose gap can be stated in units of the numerator."""
UPWARDS = frozenset({Comparator.AT_LEAST, Comparator.MORE_THAN})
STRICT = frozenset({Comparator.MORE_THAN, Comparator.LESS_THAN})


def standing(attainment: Attainment, month: Month | None = None, waited: int | None = None) -> tuple[GoalResult, ...]:
    """How every goal stands at a report month and wait, by default the last one loaded as agreed for dialogs."""
    month = month or attainment.latest_month()
    attainment = attainment.at(month)
    waited = attainment.terms.dialogs.months_waited if waited is None else waited
    state = LoadState(report_month=month, months_waited=waited) if month else None
    return tuple(_goal(attainment, goal, state) for goal in attainment.terms.goals)


def line_standing(
    attainment: Attainment, line_id: LineId, state: LoadState, baseline: LoadState | None = None
) -> LineResult:
    """How one line stands; `baseline` may name the load state to compare with, and is refused unless equal.

    Raises Refused for unequal load states and for a line the terms do not have.
    """
    UNEQUAL_LOAD_STATES.refuse_if(baseline not in {None, state.year_before()}, current=state, baseline=baseline)
    attainment = attainment.at(state.report_month)
    for goal in attainment.terms.goals:
        for line in goal.lines:
            if line.id == line_id:
                return line_result(attainment, goal, line, state)
    UNKNOWN_LINE.refuse(line=line_id)


def _goal(attainment: Attainment, goal: Goal, state: LoadState | None) -> GoalResult:
    lines = tuple(line_result(attainment, goal, line, state) for line in goal.lines)
    states = {line.line_id: line.state for line in lines}
    return GoalResult(
        goal_id=goal.id,
        clause=goal.clause,
        title=goal.title,
        kind=goal.kind,
        load_state=state,
        lines=lines,
        verdicts=tuple(_verdict(verdict, states) for verdict in goal.verdicts),
        steps=goal.steps,
        criteria=goal.criteria,
        topics=goal.topics,
    )


def _verdict(verdict: VerdictGroup, states: dict[LineId, LineState]) -> VerdictResult:
    found = {states[line] for line in verdict.lines}
    worst = next(s for s in (LineState.OFF_COURSE, LineState.NOT_ASSESSABLE, LineState.ON_COURSE) if s in found)
    return VerdictResult(id=verdict.id, clause=verdict.clause, title=verdict.title, lines=verdict.lines, state=worst)


def line_result(attainment: Attainment, goal: Goal, line: Line, state: LoadState | None) -> LineResult:
    """How a line of a goal stands at a load state, under the terms that govern."""
    bound, interim = _bound(line, state)
    result = LineResult(
        goal_id=goal.id,
        line_id=line.id,
        clause=line.clause,
        kind=line.kind,
        measure=line.measure,
        measure_name=_measure(attainment, line).name,
        sex=line.sex,
        says=line.says,
        load_state=state,
        state=LineState.MONITORED if line.kind is LineKind.MONITORED else LineState.NOT_ASSESSABLE,
        bound=bound,
        interim=interim,
    )
    try:
        pair = _pair(attainment, line, state)
    except Lacking as lacking:
        return result.model_copy(update={"not_assessable_because": str(lacking)} | _alone(attainment, line, state))
    compared = _compared(line, _measure(attainment, line), pair, attainment.terms.rounding.decimals)
    said = _said(attainment, line, pair, compared)
    if bound is not None:
        because = _too_early(attainment, line, pair, interim)
        said |= {"not_assessable_because": because} if because else _judged(attainment, line, pair, compared, bound)
    return result.model_copy(update=said)


def _alone(attainment: Attainment, line: Line, state: LoadState | None) -> dict[str, object]:
    """The current value and what there is to know about it, where only something to compare it with is lacking."""
    if state is None or year_of(state.report_month) != attainment.terms.year:
        return {}
    measure = _measure(attainment, line)
    try:
        current = values(attainment, measure, line.sex, state)[0]
    except Lacking:
        return {}
    return {"alone": current, "findings": tuple(noticed(current, None, measure, attainment.terms.ordinance.catalogue))}


def _measure(attainment: Attainment, line: Line) -> Measure:
    measure = attainment.terms.measure(line.measure)
    assert measure is not None, "terms are refused unless every measure is known"
    return measure


def _bound(line: Line, state: LoadState | None) -> tuple[Bound | None, bool]:
    month = state.report_month if state else None
    interim = next((i.bound for i in line.interim if i.month == month), None)
    return (interim or line.bound), interim is not None


def _too_early(attainment: Attainment, line: Line, pair: Pair, interim: bool) -> str | None:
    """Why the bound of the year's end says nothing yet about a value that grows through the year; None when it does."""
    month = pair.current.load_state.report_month
    if line.quantity is Quantity.CHANGE or interim or month.endswith("-12"):
        return None
    if not _measure(attainment, line).accumulates:
        return None
    return f"Für {month} ist kein Zwischenwert vereinbart; der Zielwert gilt für das Jahresende."


def _pair(attainment: Attainment, line: Line, state: LoadState | None) -> Pair:
    """The values to compare; raises Lacking where one is not to be had."""
    if state is None:
        raise Lacking("Es ist noch keine Lieferung des Jahres mit der vereinbarten Wartezeit freigegeben.")
    if year_of(state.report_month) != attainment.terms.year:
        raise Lacking(f"{state.report_month} liegt nicht im Jahr der Vereinbarung.")
    measure = _measure(attainment, line)
    currents = values(attainment, measure, line.sex, state)
    if line.quantity is Quantity.LEVEL:
        return Pair(currents[0], None)
    current, baseline = of_one_revision(currents, values(attainment, measure, line.sex, state.year_before()))
    if line.quantity is Quantity.CHANGE and baseline.fraction <= 0:
        raise Lacking("Der Vorjahreswert ist null oder negativ; eine Veränderung in Prozent gibt es dazu nicht.")
    return Pair(current, baseline)


def _said(attainment: Attainment, line: Line, pair: Pair, compared: Compared) -> dict[str, object]:
    """What there is to say about a line once its values are known, whether or not anything is judged."""
    terms, measure = attainment.terms, _measure(attainment, line)
    return {
        "derivation": Derivation(
            current=pair.current,
            baseline=pair.baseline,
            compared=compared,
            rounding=terms.rounding,
            terms_version=attainment.governing.number,
            terms_hash=attainment.governing.terms_hash,
            catalogue=terms.ordinance.catalogue,
        ),
        "by_sex": tuple(_by_sex(attainment, line, pair.current.load_state)) if line.sex is Sex.TOTAL else (),
        "findings": tuple(noticed(pair.current, pair.baseline, measure, terms.ordinance.catalogue)),
    }


def _judged(attainment: Attainment, line: Line, pair: Pair, compared: Compared, bound: Bound) -> dict[str, object]:
    """How what was compared stands to the bound."""
    rounding = attainment.terms.rounding
    exactly, when_rounded = holds(Fraction(compared.exact), bound), holds(Fraction(compared.rounded), bound)
    outcome = when_rounded if rounding.decides == "rounded" else exactly
    return {
        "state": LineState.ON_COURSE if outcome else LineState.OFF_COURSE,
        "rounding_sensitive": exactly is not when_rounded,
        "gap": _gap(line, _measure(attainment, line), pair, bound, rounding),
    }


def _by_sex(attainment: Attainment, line: Line, state: LoadState) -> Iterator[BySex]:
    """The line's quantity for women and men, where their figures were delivered."""
    measure, decimals = _measure(attainment, line), attainment.terms.rounding.decimals
    for sex in (Sex.WOMEN, Sex.MEN):
        one = line.model_copy(update={"sex": sex, "bound": None, "interim": ()})
        try:
            pair = _pair(attainment, one, state)
        except Lacking:
            continue
        compared = _compared(one, measure, pair, decimals)
        yield BySex(sex=sex, current=pair.current, baseline=pair.baseline, compared=compared)


def _compared(line: Line, measure: Measure, pair: Pair, decimals: int) -> Compared:
    unit = unit_of_quantity(line.quantity, line.sex, measure.unit)
    baseline = pair.baseline.fraction if pair.baseline else Fraction(0)
    return compare(line.quantity, unit, pair.current.fraction, baseline, decimals)


def holds(value: Fraction, bound: Bound) -> bool:
    """Whether a value meets its bound; no tolerance."""
    limit = Fraction(bound.value)
    match bound.comparator:
        case Comparator.AT_LEAST:
            return value >= limit
        case Comparator.MORE_THAN:
            return value > limit
        case Comparator.AT_MOST:
            return value <= limit
        case Comparator.LESS_THAN:
            return value < limit


def _gap(line: Line, measure: Measure, pair: Pair, bound: Bound, rounding: Rounding) -> Gap:
    needed = required(line, pair, Fraction(bound.value))
    sign = 1 if bound.comparator in UPWARDS else -1
    scale, unit, formula = (
        Fraction(sign),
        unit_of_level(measure, line.sex),
        "Zielwert in der Einheit der Kennzahl − Stand",
    )
    if measure.formula in COUNTABLE and pair.current.denominator is not None:
        scale, unit = scale / 100 * Fraction(pair.current.denominator), measure.counted_in
        formula = "(Zielquote − Quote) ÷ 100 · Nenner"
    missing = (needed - pair.current.fraction) * scale
    limit, strict = deciding(bound, rounding)
    short = (required(line, pair, limit) - pair.current.fraction) * scale
    return Gap(
        unit=unit,
        exact=str(missing),
        rounded=rounded(missing, 1),
        whole=max(0, floor(short) + 1 if strict else ceil(short)),
        required=str(needed),
        formula=formula if sign > 0 else f"−({formula})",
    )


def deciding(bound: Bound, rounding: Rounding) -> tuple[Fraction, bool]:
    """The limit for the exact value, and whether it must be passed: where rounding decides, half a unit beside."""
    limit, strict = Fraction(bound.value), bound.comparator in STRICT
    if rounding.decides == "exact":
        return limit, strict
    steps = limit * 10**rounding.decimals
    if bound.comparator in UPWARDS:
        step = floor(steps) + 1 if strict else ceil(steps)
        return Fraction(2 * step - 1, 2 * 10**rounding.decimals), step <= 0
    step = ceil(steps) - 1 if strict else floor(steps)
    return Fraction(2 * step + 1, 2 * 10**rounding.decimals), step >= 0


def unit_of_level(measure: Measure, sex: Sex) -> Unit:
    """In what unit a gap stands that cannot be counted: points for rates."""
    return Unit.PERCENTAGE_POINTS if measure.unit is Unit.PERCENT or sex is Sex.GAP else measure.unit


def required(line: Line, pair: Pair, limit: Fraction) -> Fraction:
    """The value of the measure at which a line compares to exactly this limit."""
    baseline = pair.baseline.fraction if pair.baseline else Fraction(0)
    match line.quantity:
        case Quantity.CHANGE:
            return baseline * (1 + limit / 100)
        case Quantity.POINTS:
            return baseline + limit
        case Quantity.LEVEL:
            return limit
