"""Parts beside the whole: no part is larger, and no share beyond all of it."""

from fractions import Fraction

from application.figures.catalogue import NOT_BEYOND_ALL, WITHIN_WHOLE
from application.figures.checked import Checked
from application.figures.collected import SeriesKey, SeriesRows
from application.figures.problems import comma
from domain.german import spoken
from domain.measures import UNDIVIDED, Measure, Unit
from domain.values import rounded
from domain.year_to_date import cell_value


def check_shares(load: Checked, which: SeriesKey, rows: SeriesRows) -> None:
    """A problem for each count that exceeds what it is part of; of a rate over 100 percent, an error or a warning."""
    quantity, measure = load.quantity(which.measure), load.measure(which.measure)
    if quantity and quantity.part_of:
        _counts(load, which, rows, quantity.part_of)
    if measure and measure.unit is Unit.PERCENT and not measure.may_be_negative and measure.formula not in UNDIVIDED:
        _rates(load, which, rows, measure)


def _counts(load: Checked, which: SeriesKey, rows: SeriesRows, whole: str) -> None:
    beside = load.series.get(which._replace(measure=whole))
    for month, figure in rows.figures.items() if beside else ():
        other = beside.figures.get(month) if beside else None
        if figure.cell and other and other.cell and Fraction(figure.cell) > Fraction(other.cell):
            load.problems.add(
                WITHIN_WHOLE,
                row=figure.row,
                about=load.about(which),
                found=f"{comma(figure.cell)} für {month}",
                expected=f"höchstens {comma(other.cell)}, wie bei {whole}",
            )


def _rates(load: Checked, which: SeriesKey, rows: SeriesRows, measure: Measure) -> None:
    counted = load.quantity(measure.numerator)
    check = WITHIN_WHOLE if counted and counted.part_of == measure.denominator else NOT_BEYOND_ALL
    for month, figure in rows.figures.items():
        exact = cell_value(figure.cell, measure) if figure.cell else Fraction(0)
        if exact > 100:
            found = f"{spoken(rounded(exact, 1))} % für {month}"
            load.problems.add(check, row=figure.row, about=load.about(which), found=found, expected="höchstens 100 %")
