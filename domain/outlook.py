"""Outlook: what the remaining months must bring for a bound at the year's end to hold."""

from collections.abc import Callable
from fractions import Fraction
from math import ceil, floor

from domain.attainment import Attainment
from domain.bare_values import Delivered
from domain.figures import Form, LoadState
from domain.lacking import Lacking
from domain.line_load_states import baseline_state
from domain.measures import Formula, Measure, Unit
from domain.outcomes import deciding, judged_by, required
from domain.pairs import values
from domain.reasons import Reason
from domain.results import Assumed, LineResult, Outlook
from domain.terms import FROM_BELOW, Line, Quantity, Sex
from domain.values import Month, rounded, shift, span, year_of
from domain.year_to_date import Value

ASSUMPTIONS = {
    Formula.SUM_PER_MEAN_OF_PRECEDING: Reason(
        "stock_until_november", "Der Bestand bleibt bis November wie am letzten geladenen Stichtag."
    ),
    Formula.MEAN_PER_MEAN: Reason(
        "stock_until_december", "Der Bestand bleibt bis Dezember wie am letzten geladenen Stichtag."
    ),
    Formula.SUM_PER_SUM: Reason(
        "reference_as_on_average", "Die Bezugsgröße kommt in jedem verbleibenden Monat so hinzu wie bisher im Mittel."
    ),
    Formula.YEAR_ON_YEAR: Reason(
        "year_before_as_delivered", "Die Monate des Vorjahres stehen, wie sie in derselben Lieferung stehen."
    ),
}
AS_DELIVERED = Reason("stock_as_delivered", "Der mittlere Bestand bleibt, wie er bisher geliefert ist.")
NO_BOUND = Reason("no_bound", "Ohne Zielwert gibt es kein nötiges Tempo.")
YEAR_OVER = Reason("year_over", "Das Jahr ist zu Ende.")
KNOWN_LATER = Reason(
    "known_later", "Die Zahlen sind erst später bekannt; ein Monatstempo lässt sich daraus nicht angeben."
)
NO_PACE_OF_THIS = Reason("no_pace_of_this", "Für diese Größe lässt sich kein Monatstempo angeben.")
OTHER_REVISION = Reason(
    "year_end_other_revision",
    "Der Jahresendwert des Vorjahres liegt nur in der Revision „{found}“ vor, der laufende in"
    " „{current}“; vermischt wird nicht.",
)
YEAR_END_NOT_POSITIVE = Reason(
    "year_end_not_positive",
    "Der Jahresendwert des Vorjahres ist null oder negativ; eine Veränderung gibt es dazu nicht.",
)
NO_PACE_OF_LAST = Reason("no_pace_of_last", "Für einen letzten Wert gibt es kein Monatstempo.")
NO_MONTHS = Reason(
    "no_monthly_figures", "Geliefert ist nur der Jahresfortschrittswert; ohne Monatswerte gibt es kein Monatstempo."
)
YEAR_BEFORE_INCOMPLETE = Reason(
    "year_before_incomplete",
    "Dieselbe Lieferung enthält nicht alle Monate des Vorjahres; ein Monatstempo gibt es nicht.",
)
NO_PACE = frozenset({Formula.LAST})
RATES = frozenset({Formula.MEAN_OF_RATES, Formula.MEAN_OF_RATES_OF_PRECEDING})


def outlook(attainment: Attainment, line: Line, result: LineResult) -> Outlook:
    """The pace a line needs from the month after its load state to December; raises Lacking where it has none.

    Exact: when every month that is left brings this much and the assumption holds, the year-end value compares to the
    bound exactly. Nothing is judged by it.
    """
    if line.bound is None or result.derivation is None or result.load_state is None:
        raise Lacking(result.not_assessable_because or NO_BOUND)
    terms, current, state = attainment.terms, result.derivation.current, result.load_state
    measure = terms.measure(line.measure)
    assert measure is not None, "terms are refused unless every measure is known"
    months = len(span(state.report_month, f"{terms.year}-12")) - 1
    if months == 0:
        raise Lacking(YEAR_OVER)
    if current.month is not None:
        raise Lacking(KNOWN_LATER)
    if line.sex is Sex.GAP or measure.formula in NO_PACE or line.form is not Form.YEAR_TO_DATE:
        raise Lacking(NO_PACE_OF_THIS)
    baseline = _year_end(attainment, line, measure, state, current)
    quantity, bound = judged_by(line, line.bound)
    limit, strict = deciding(bound, terms.rounding)
    needed = required(quantity, baseline.fraction if baseline else Fraction(0), limit)
    done, assumed, year = _course(attainment, measure, current, state.report_month)
    pace = (year(needed) - done) / months
    upwards = line.bound.comparator in FROM_BELOW
    unit = _unit(measure)
    return Outlook(
        line_id=line.id,
        formula=measure.formula,
        months_left=months,
        year_end=LoadState(report_month=f"{terms.year}-12", months_waited=state.months_waited),
        required=str(needed),
        done=str(done),
        so_far=str(done / (12 - months)),
        so_far_rounded=rounded(done / (12 - months), 1),
        per_month=str(pace),
        rounded=rounded(pace, 1),
        whole=None if unit is Unit.PERCENT else _whole(pace, upwards=upwards, strict=strict),
        unit=unit,
        upwards=upwards,
        strict=strict,
        assumed=assumed,
        current=current,
        baseline=baseline,
        quantity=quantity,
        limit=str(limit),
    )


def _year_end(attainment: Attainment, line: Line, measure: Measure, state: LoadState, current: Value) -> Value | None:
    """The year-end value of the year before, of the same revision where there is one."""
    if line.quantity is Quantity.LEVEL:
        return None
    december = baseline_state(
        line, LoadState(report_month=f"{state.report_month[:4]}-12", months_waited=state.months_waited)
    )
    found = min(values(attainment, measure, line.sex, december), key=lambda value: value.revision != current.revision)
    if found.revision != current.revision:
        raise Lacking(OTHER_REVISION.of(found=found.revision, current=current.revision))
    if line.quantity is Quantity.CHANGE and found.fraction <= 0:
        raise Lacking(YEAR_END_NOT_POSITIVE)
    return found


def _unit(measure: Measure) -> Unit:
    """In what a month's contribution is counted."""
    if measure.formula in RATES:
        return Unit.PERCENT
    return measure.counted_in if measure.unit is Unit.PERCENT else measure.unit


def _whole(pace: Fraction, *, upwards: bool, strict: bool) -> int:
    """The smallest whole number a month that suffices, or the largest that is still allowed."""
    if upwards:
        return max(0, floor(pace) + 1 if strict else ceil(pace))
    return ceil(pace) - 1 if strict else floor(pace)


Course = tuple[Fraction, Assumed | None, Callable[[Fraction], Fraction]]
"""The year so far, the assumption, and what the whole year must bring for a value at its end."""


def _course(attainment: Attainment, measure: Measure, current: Value, month: Month) -> Course:
    if current.basis == "delivered":
        return _as_delivered(measure, current, int(month[5:]))
    counted = [Fraction(cell) for cell in current.inputs[0].values]
    done, below = sum(counted, Fraction(0)), _below(current)
    months = len(counted)
    match measure.formula:
        case Formula.SUM:
            return done, None, lambda needed: needed
        case Formula.MEAN:
            return done, None, lambda needed: needed * 12
        case Formula.MEAN_OF_RATES | Formula.MEAN_OF_RATES_OF_PRECEDING:
            return current.fraction * months, None, lambda needed: needed * 12
        case Formula.SUM_PER_MEAN_OF_PRECEDING | Formula.MEAN_PER_MEAN:
            last = _last_stock(attainment, measure, current, month)
            stock = sum(below, Fraction(0)) + last * (12 - months)
            whole = stock / 12 if measure.formula is Formula.SUM_PER_MEAN_OF_PRECEDING else stock
            return done, _assumed(measure, last, whole), lambda needed: needed / 100 * whole
        case Formula.SUM_PER_SUM:
            each = sum(below, Fraction(0)) / months
            return done, _assumed(measure, each, each * 12), lambda needed: needed / 100 * each * 12
        case Formula.YEAR_ON_YEAR:
            before = sum(below, _rest_of_the_year_before(attainment, measure, current, month))
            return done, _assumed(measure, before, before), lambda needed: (needed / 100 + 1) * before
        case Formula.LAST:
            raise Lacking(NO_PACE_OF_LAST)


def _as_delivered(measure: Measure, current: Value, months: int) -> Course:
    """As far as a delivered value says what it is made of."""
    if measure.formula is Formula.SUM:
        return current.fraction, None, lambda needed: needed
    if measure.formula in {Formula.MEAN, *RATES}:
        return current.fraction * months, None, lambda needed: needed * 12
    if measure.formula is Formula.SUM_PER_MEAN_OF_PRECEDING and current.denominator is not None:
        stock = Fraction(current.denominator)
        assumed = Assumed(says=AS_DELIVERED.said(), each=str(stock), whole_year=str(stock))
        return Fraction(current.numerator or 0), assumed, lambda needed: needed / 100 * stock
    raise Lacking(NO_MONTHS)


def _assumed(measure: Measure, each: Fraction, whole_year: Fraction) -> Assumed:
    return Assumed(says=ASSUMPTIONS[measure.formula].said(), each=str(each), whole_year=str(whole_year))


def _below(current: Value) -> list[Fraction]:
    return [Fraction(cell) for cell in current.inputs[1].values] if len(current.inputs) > 1 else []


def _last_stock(attainment: Attainment, measure: Measure, current: Value, month: Month) -> Fraction:
    """The stock at the load's report month, or where it was not delivered the last one the value counts."""
    series = _load(attainment, current).load.find(measure.denominator or "", Form.MONTHLY, current.inputs[0].sex)
    cell = series.at(month) if series else None
    return Fraction(cell if cell is not None else current.inputs[1].values[-1])


def _rest_of_the_year_before(attainment: Attainment, measure: Measure, current: Value, month: Month) -> Fraction:
    series = _load(attainment, current).load.find(measure.numerator, Form.MONTHLY, current.inputs[0].sex)
    months = span(shift(month, -11), f"{year_of(month) - 1}-12")
    cells = [series.at(one) if series else None for one in months]
    if None in cells:
        raise Lacking(YEAR_BEFORE_INCOMPLETE)
    return sum((Fraction(cell) for cell in cells if cell is not None), Fraction(0))


def _load(attainment: Attainment, current: Value) -> Delivered:
    return attainment.delivered[current.inputs[0].delivery_id]
