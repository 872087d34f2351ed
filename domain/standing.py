"""How each line, verdict and goal stands at a load state: compared value, bound, gap, derivation."""

from collections.abc import Iterator
from fractions import Fraction

from domain.attainment import Attainment, Caveat, LineState
from domain.bare_values import Spread
from domain.contradictions import unit_of_quantity
from domain.figures import LoadState
from domain.gaps import gap
from domain.lacking import NO_INTERIM, NOT_POSITIVE, NOTHING_SETTLED, OTHER_YEAR, Lacking
from domain.line_load_states import baseline_state, own_state, own_wait
from domain.measures import Measure
from domain.outcomes import (
    apart,
    decided,
    exactly,
    judged_by,
    places,
    required,
    when_rounded,
    why_open,
)
from domain.pairs import Pair, compare, noticed, of_one_revision, values
from domain.results import BySex, Compared, Derivation, GoalResult, LineResult, VerdictResult
from domain.rulebook.attainment import REVISIONS_DIFFER, UNEQUAL_LOAD_STATES
from domain.rulebook.drafting import UNKNOWN_LINE
from domain.terms import Bound, Form, Goal, Line, LineKind, Quantity, Sex, VerdictGroup
from domain.values import GoalId, LineId, Month, decimals_of, rounded, year_of

WORST_FIRST = (
    LineState.OFF_COURSE,
    LineState.NOT_ASSESSABLE,
    LineState.UNDECIDABLE,
    LineState.ROUNDING_OPEN,
    LineState.ON_COURSE,
)
OPEN = frozenset({LineState.UNDECIDABLE, LineState.ROUNDING_OPEN})
"""How a line stands whose figures are there and decide nothing."""
GUIDING = {LineState.ON_COURSE: LineState.AS_EXPECTED, LineState.OFF_COURSE: LineState.NOT_AS_EXPECTED}
"""How a line stands that guides and judges nothing."""


def standing(
    attainment: Attainment, month: Month | None = None, waited: int | None = None, *, by_sex: bool = True
) -> tuple[GoalResult, ...]:
    """How every goal stands at a report month and wait, by default the last one loaded as agreed for dialogs.

    Values for women and men beside those of lines about all are for whoever is shown them.
    """
    month = month or attainment.latest_month()
    attainment = attainment.at(month)
    waited = attainment.terms.dialogs.months_waited if waited is None else waited
    state = LoadState(report_month=month, months_waited=waited) if month else None
    return tuple(_goal(attainment, goal, state, by_sex=by_sex) for goal in attainment.terms.goals)


def line_standing(
    attainment: Attainment, line_id: LineId, state: LoadState, baseline: LoadState | None = None
) -> LineResult:
    """How one line stands; `baseline` may name the load state to compare with, and is refused unless equal.

    Raises Refused for unequal load states and for a line the terms do not have.
    """
    attainment = attainment.at(state.report_month)
    for goal in attainment.terms.goals:
        for line in goal.lines:
            if line.id == line_id:
                own = baseline in {None, baseline_state(line, state)}
                UNEQUAL_LOAD_STATES.refuse_if(not own, current=state, baseline=baseline)
                return line_result(attainment, goal.id, line, state)
    UNKNOWN_LINE.refuse(line=line_id)


def _goal(attainment: Attainment, goal: Goal, state: LoadState | None, *, by_sex: bool) -> GoalResult:
    lines = tuple(line_result(attainment, goal.id, line, state, by_sex=by_sex) for line in goal.lines)
    by_id = {line.line_id: line for line in lines}
    return GoalResult(
        goal_id=goal.id,
        clause=goal.clause,
        title=goal.title,
        kind=goal.kind,
        load_state=state,
        lines=lines,
        verdicts=tuple(_verdict(verdict, by_id) for verdict in goal.verdicts),
        steps=goal.steps,
        criteria=goal.criteria,
        topics=goal.topics,
    )


def _verdict(verdict: VerdictGroup, by_id: dict[LineId, LineResult]) -> VerdictResult:
    lines = [by_id[line] for line in verdict.lines]
    best_first = sorted((line.state for line in lines), key=WORST_FIRST.index, reverse=True)
    return VerdictResult(
        id=verdict.id,
        clause=verdict.clause,
        title=verdict.title,
        lines=verdict.lines,
        state=best_first[(verdict.needs or len(lines)) - 1],
        caveats=tuple(dict.fromkeys(caveat for line in lines for caveat in line.caveats)),
    )


def line_result(
    attainment: Attainment, goal_id: GoalId, line: Line, asked: LoadState | None, *, by_sex: bool = True
) -> LineResult:
    """How a line of a goal stands at a load state, under the terms that govern."""
    state = own_state(line, asked) if asked else None
    bound, interim = _bound(line, state)
    result = LineResult(
        goal_id=goal_id,
        line_id=line.id,
        clause=line.clause,
        kind=line.kind,
        measure=line.measure,
        measure_name=_measure(attainment, line).name,
        sex=line.sex,
        form=line.form,
        quantity=line.quantity,
        base_year=line.base_year,
        months_waited=own_wait(line, asked),
        says=line.says,
        load_state=state,
        state=LineState.MONITORED if line.kind is LineKind.MONITORED else LineState.NOT_ASSESSABLE,
        bound=bound,
        interim=interim,
    )
    try:
        pair = _pair(attainment, line, state, bound)
    except Lacking as lacking:
        return result.model_copy(update={"not_assessable_because": lacking.says} | _alone(attainment, line, state))
    compared = _compared(line, _measure(attainment, line), pair, places(attainment.terms.rounding, bound))
    said: dict[str, object] = {}
    if bound is not None:
        because = _too_early(attainment, line, pair, interim)
        if because:
            said["not_assessable_because"] = because
        else:
            pair, compared, said = _judged(attainment, line, pair, compared, bound)
    if by_sex and line.sex is Sex.TOTAL:
        said["by_sex"] = tuple(_by_sex(attainment, line, pair.current.load_state))
    result = result.model_copy(update=_said(attainment, line, pair, compared) | said)
    return result.model_copy(update={"caveats": tuple(_caveats(result))})


def _caveats(result: LineResult) -> Iterator[Caveat]:
    if result.rounding_sensitive and result.state not in OPEN:
        yield Caveat.ROUNDING
    if any(finding.rule == REVISIONS_DIFFER.code for finding in result.findings):
        yield Caveat.REVISIONS


def _alone(attainment: Attainment, line: Line, state: LoadState | None) -> dict[str, object]:
    """The current value and what there is to know about it, where only something to compare it with is lacking."""
    if state is None or year_of(state.report_month) != attainment.terms.year:
        return {}
    measure = _measure(attainment, line)
    try:
        current = values(attainment, measure, line.sex, state, line.form)[0]
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
    if line.quantity is Quantity.CHANGE or interim or month.endswith("-12") or line.form is not Form.YEAR_TO_DATE:
        return None
    if not _measure(attainment, line).accumulates:
        return None
    return NO_INTERIM.said(month=month)


def _pair(attainment: Attainment, line: Line, state: LoadState | None, bound: Bound | None) -> Pair:
    """The values to compare; raises Lacking where one is missing."""
    if state is None:
        raise Lacking(NOTHING_SETTLED)
    if year_of(state.report_month) != attainment.terms.year:
        raise Lacking(OTHER_YEAR.of(month=state.report_month))
    measure, decimals = _measure(attainment, line), places(attainment.terms.rounding, bound)
    currents = values(attainment, measure, line.sex, state, line.form, decimals)
    if line.quantity is Quantity.LEVEL:
        return Pair(currents[0], None)
    before = values(attainment, measure, line.sex, baseline_state(line, state), line.form, decimals)
    current, baseline = of_one_revision(currents, before)
    if line.quantity is Quantity.CHANGE and baseline.spread.low <= 0:
        raise Lacking(NOT_POSITIVE)
    return Pair(current, baseline)


def _said(attainment: Attainment, line: Line, pair: Pair, compared: Compared) -> dict[str, object]:
    """The statements about a line once its values are known, judged or not."""
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
        "findings": tuple(noticed(pair.current, pair.baseline, measure, terms.ordinance.catalogue)),
    }


def _judged(
    attainment: Attainment, line: Line, pair: Pair, compared: Compared, agreed: Bound
) -> tuple[Pair, Compared, dict[str, object]]:
    """How what was compared stands to the bound, and the values as they have to be shown beside it."""
    rounding, (quantity, bound) = attainment.terms.rounding, judged_by(line, agreed)
    measure = _measure(attainment, line)
    held = pair.current.spread if quantity is Quantity.LEVEL else _spread(compared)
    exact, round_ = exactly(held, bound), when_rounded(held, bound, rounding.decimals)
    state = decided(exact, round_, rounding)
    as_delivered = state in OPEN and held.low != held.high
    if state is not LineState.ON_COURSE and not as_delivered:
        needed = required(quantity, pair.before, Fraction(bound.value))
        pair = _shown(pair, apart(pair.current.fraction, needed, decimals_of(pair.current.rounded)))
        decimals = apart(Fraction(compared.exact), Fraction(agreed.value), compared.decimals)
        compared = compared.model_copy(update={"rounded": rounded(Fraction(compared.exact), decimals)})
    return (
        pair,
        compared,
        {
            "state": GUIDING.get(state, state) if line.kind is LineKind.EXPECTED else state,
            "not_assessable_because": why_open(state, held, bound, rounding),
            "rounding_sensitive": exact is not round_,
            "gap": None if as_delivered else gap(line, measure, pair, agreed, rounding),
        },
    )


def _spread(compared: Compared) -> Spread:
    exact = Fraction(compared.exact)
    return Spread(exact, Fraction(compared.low or exact), Fraction(compared.high or exact))


def _shown(pair: Pair, decimals: int) -> Pair:
    """The values with so many decimals."""
    current, baseline = (
        value and value.model_copy(update={"rounded": rounded(value.fraction, decimals)})
        for value in (pair.current, pair.baseline)
    )
    assert current is not None, "there is a current value"
    return Pair(current, baseline)


def _by_sex(attainment: Attainment, line: Line, state: LoadState) -> Iterator[BySex]:
    """The line's quantity for women and men, where their figures were delivered."""
    measure, decimals = _measure(attainment, line), places(attainment.terms.rounding, line.bound)
    for sex in (Sex.WOMEN, Sex.MEN):
        one = line.model_copy(update={"sex": sex, "bound": None, "interim": ()})
        try:
            pair = _pair(attainment, one, state, line.bound)
        except Lacking:
            continue
        compared = _compared(one, measure, pair, decimals)
        yield BySex(sex=sex, current=pair.current, baseline=pair.baseline, compared=compared)


def _compared(line: Line, measure: Measure, pair: Pair, decimals: int) -> Compared:
    unit = unit_of_quantity(line.quantity, line.sex, measure.unit)
    before = pair.baseline.spread if pair.baseline else None
    return compare(line.quantity, unit, pair.current.spread, before, decimals, line.base_year)
