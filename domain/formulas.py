"""How values are formed: each formula in words, the months it covers in each form, and its arithmetic."""

from collections.abc import Sequence
from fractions import Fraction
from functools import lru_cache

from domain.figures import Form
from domain.measures import UNDIVIDED, Formula, Measure, MeasureCode, Unit
from domain.reasons import Reason
from domain.values import Month, Words, shift, span

_SAYS = {
    Formula.SUM: "Σ {numerator} {window}",
    Formula.MEAN: "Mittel {numerator} {window}",
    Formula.SUM_PER_MEAN_OF_PRECEDING: "100 · Σ {numerator} {window} ÷ Mittel {denominator} {month_before}",
    Formula.SUM_PER_SUM: "100 · Σ {numerator} {window} ÷ Σ {denominator} {window}",
    Formula.MEAN_OF_RATES: "Mittel über {window} von 100 · {numerator} ÷ {denominator} desselben Monats ({unsettled})",
    Formula.MEAN_OF_RATES_OF_PRECEDING: (
        "Mittel über {window} von 100 · {numerator} ÷ {denominator} des Vormonats ({unsettled})"
    ),
    Formula.MEAN_PER_MEAN: "100 · Mittel {numerator} {window} ÷ Mittel {denominator} {window}",
    Formula.YEAR_ON_YEAR: "100 · (Σ {numerator} {window} ÷ Σ {numerator} {year_before} − 1)",
    Formula.LAST: "{numerator} in m",
}
SAYS = {formula: Reason(f"formula_{formula}", says) for formula, says in _SAYS.items()}
UNTIL_M = Reason("window_ytd", "Januar…m")
UNTIL_MONTH_BEFORE = Reason("window_ytd_month_before", "Dezember des Vorjahres…m−1")
UNTIL_M_YEAR_BEFORE = Reason("window_ytd_year_before", "Januar…m des Vorjahres")
_WINDOWS = {
    Form.YEAR_TO_DATE: (UNTIL_M.said(), UNTIL_MONTH_BEFORE.said(), UNTIL_M_YEAR_BEFORE.said()),
    Form.ROLLING: ("m−11…m", "m−12…m−1", "m−23…m−12"),
    Form.MONTHLY: ("m", "m−1", "m−12"),
}
UNSETTLED = Reason("weights_unsettled", "ungewichtet; ob nach dem Bestand zu gewichten ist, sagt die Verordnung nicht")
OF_THE_MONTH_BEFORE = frozenset({Formula.SUM_PER_MEAN_OF_PRECEDING, Formula.MEAN_OF_RATES_OF_PRECEDING})
SETTLED_AFTER = 3
"""Months of waiting after which figures are final (Wartezeit)."""


def said(measure: Measure, form: Form) -> Words:
    """The measure's formula in words (m = report month)."""
    return _said(measure.formula, measure.numerator, measure.denominator, form)


@lru_cache(maxsize=4096)
def _said(formula: Formula, numerator: MeasureCode, denominator: MeasureCode | None, form: Form) -> Words:
    window, month_before, year_before = _WINDOWS[form]
    return SAYS[formula].said(
        numerator=numerator,
        denominator=denominator,
        window=window,
        month_before=month_before,
        year_before=year_before,
        unsettled=UNSETTLED.said(),
    )


def form_in_the_ordinance(formula: Formula) -> Form:
    """In which form the ordinance has a figure formed: a month alone, or the twelve months up to it."""
    return Form.MONTHLY if formula in {Formula.YEAR_ON_YEAR, Formula.MEAN_PER_MEAN} else Form.ROLLING


def window(formula: Formula, form: Form, month: Month) -> tuple[Month, ...]:
    """The months of the numerator for a value of this month."""
    if formula is Formula.LAST:
        return (month,)
    return span(_first(form, month), month)


def _first(form: Form, month: Month) -> Month:
    match form:
        case Form.YEAR_TO_DATE:
            return f"{month[:4]}-01"
        case Form.ROLLING:
            return shift(month, -11)
        case Form.MONTHLY:
            return month


@lru_cache(maxsize=4096)
def months_below(formula: Formula, months: tuple[Month, ...]) -> tuple[Month, ...]:
    """The months of what a formula divides by, beside those of the numerator."""
    lag = -12 if formula is Formula.YEAR_ON_YEAR else -1 if formula in OF_THE_MONTH_BEFORE else 0
    return tuple(shift(month, lag) for month in months)


def terms(
    formula: Formula, counted: Sequence[Fraction | int], below: Sequence[Fraction | int] = ()
) -> tuple[Fraction, Fraction]:
    """Numerator and denominator of a formula over the months' figures."""
    total, months = Fraction(sum(counted)), Fraction(len(counted))
    match formula:
        case Formula.SUM | Formula.LAST:
            return total, Fraction(1)
        case Formula.MEAN:
            return total, months
        case Formula.SUM_PER_MEAN_OF_PRECEDING:
            return total, Fraction(sum(below)) / months
        case Formula.SUM_PER_SUM | Formula.YEAR_ON_YEAR:
            return total, Fraction(sum(below))
        case Formula.MEAN_PER_MEAN:
            return total / months, Fraction(sum(below)) / months
        case Formula.MEAN_OF_RATES | Formula.MEAN_OF_RATES_OF_PRECEDING:
            if 0 in below:
                return total, Fraction(0)
            return sum((Fraction(n) / d for n, d in zip(counted, below, strict=True)), Fraction(0)), months


def divided(measure: Measure, numerator: Fraction, denominator: Fraction) -> Fraction:
    """The measure's value in its unit; a change counts from its base."""
    ratio = numerator / denominator
    if measure.formula is Formula.YEAR_ON_YEAR:
        return (ratio - 1) * 100
    return ratio * 100 if measure.unit is Unit.PERCENT and measure.formula not in UNDIVIDED else ratio
