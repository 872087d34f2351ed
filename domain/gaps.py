"""The gap to a bound, in the natural unit of the measure."""

from fractions import Fraction
from math import ceil, floor

from domain.measures import Formula, Measure, Unit
from domain.outcomes import MOST_DECIMALS, deciding, judged_by, required
from domain.pairs import Pair
from domain.reasons import Reason
from domain.results import Gap
from domain.terms import FROM_BELOW, Bound, Line, Rounding, Sex
from domain.values import decimals_of, rounded

COUNTABLE = frozenset({Formula.SUM_PER_MEAN_OF_PRECEDING, Formula.SUM_PER_SUM, Formula.MEAN_PER_MEAN})
"""Formulas whose gap can be stated in units of the numerator."""
UNCOUNTED = frozenset({Unit.PERCENT, Unit.PERCENTAGE_POINTS, Unit.INDEX})
"""Units of which nothing can be counted."""


TARGET_MINUS_VALUE = Reason("target_minus_value", "Zielwert in der Einheit der Kennzahl − Stand")
RATES_OF_DENOMINATOR = Reason("rates_of_denominator", "(Zielquote − Quote) ÷ 100 · Nenner")
NEGATIVE = Reason("negative", "−({formula})")


def gap(line: Line, measure: Measure, pair: Pair, agreed: Bound, rounding: Rounding) -> Gap:
    """The gap between a line and its bound, or its reserve."""
    quantity, bound = judged_by(line, agreed)
    needed = required(quantity, pair.before, Fraction(bound.value))
    sign = 1 if bound.comparator in FROM_BELOW else -1
    scale, unit, formula = (
        Fraction(sign),
        unit_of_level(measure, line.sex),
        TARGET_MINUS_VALUE,
    )
    if measure.formula in COUNTABLE and pair.current.denominator is not None:
        scale, unit = scale / 100 * Fraction(pair.current.denominator), measure.counted_in
        formula = RATES_OF_DENOMINATOR
    missing = (needed - pair.current.fraction) * scale
    limit, strict = deciding(bound, rounding)
    short = (required(quantity, pair.before, limit) - pair.current.fraction) * scale
    decimals = max(1, decimals_of(bound.value)) if unit in UNCOUNTED else 1
    while missing and not rounded(missing, decimals) and decimals < MOST_DECIMALS:
        decimals += 1
    return Gap(
        unit=unit,
        exact=str(missing),
        rounded=rounded(missing, decimals),
        whole=None if unit in UNCOUNTED else max(0, floor(short) + 1 if strict else ceil(short)),
        required=str(needed),
        formula=(formula if sign > 0 else NEGATIVE.of(formula=formula.said())).said(),
    )


def unit_of_level(measure: Measure, sex: Sex) -> Unit:
    """In what unit a gap stands that cannot be counted: points for rates."""
    return Unit.PERCENTAGE_POINTS if measure.unit is Unit.PERCENT or sex is Sex.GAP else measure.unit
