"""Values over several months beside the monthly figures of the same load."""

from collections.abc import Iterator
from fractions import Fraction

from application.figure_files.checks import wording
from application.figure_files.checks.load import Checked
from application.figure_files.intake.collected import SeriesKey, SeriesRows
from domain import formulas
from domain.bare_values import cell_value
from domain.figures import Form
from domain.measures import Formula, Measure
from domain.reasons import Reason
from domain.rulebook.file_checks import FORMED_FITS
from domain.values import Month, rounded

RATES_AVERAGED = frozenset({Formula.MEAN_OF_RATES, Formula.MEAN_OF_RATES_OF_PRECEDING})
Beside = tuple[Reason, Fraction, Fraction, int]
"""The values compared, as delivered and as the months give them, and the decimals delivered."""


def check_formed(load: Checked, which: SeriesKey, rows: SeriesRows) -> None:
    """A problem for each value, numerator or denominator that the months contradict."""
    measure = load.measure(which.measure)
    if measure is None or (which.form is Form.MONTHLY and measure.code == measure.numerator):
        return
    for month, figure in rows.figures.items():
        for name, given, exact, decimals in _beside(load, measure, which, month, figure.cell) if figure.cell else ():
            # Not compared rounded: others round a half to the even digit.
            if abs(given - exact) * 2 * 10**decimals > 1:
                load.problems.add(
                    FORMED_FITS,
                    row=figure.row,
                    about=load.about(which),
                    found=name.of(value=rounded(given, decimals), month=month),
                    expected=wording.COMPUTED_BY.of(
                        value=rounded(exact, decimals), formula=formulas.said(measure, which.form)
                    ),
                )


def _beside(load: Checked, measure: Measure, which: SeriesKey, month: Month, cell: str) -> Iterator[Beside]:
    months = formulas.window(measure.formula, which.form, month)
    above, _, below = cell.partition("/")
    divisor = measure.numerator if measure.formula is Formula.YEAR_ON_YEAR else measure.denominator
    counted = load.values(measure.numerator, which.sex, months)
    stock = load.values(divisor, which.sex, formulas.months_below(measure.formula, months)) if divisor else []
    if below and measure.formula not in RATES_AVERAGED:
        # The rate is not compared beside the counts: it is their quotient, and both are delivered exactly.
        if counted is not None:
            yield (
                wording.NUMERATOR_FOR_MONTH,
                Fraction(above),
                formulas.terms(measure.formula, counted, [1] * len(counted))[0],
                _digits(above),
            )
        if stock:
            yield (
                wording.DENOMINATOR_FOR_MONTH,
                Fraction(below),
                formulas.terms(measure.formula, [0] * len(stock), stock)[1],
                _digits(below),
            )
    elif counted is not None and stock is not None:
        numerator, denominator = formulas.terms(measure.formula, counted, stock)
        if denominator:
            decimals = load.terms.rounding.decimals if below else _digits(cell)
            exact = formulas.divided(measure, numerator, denominator)
            yield wording.FOR_MONTH, cell_value(cell, measure), exact, decimals


def _digits(text: str) -> int:
    return len(text.partition(".")[2])
