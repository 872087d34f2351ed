"""Orders of magnitude: what a first load cannot be compared with, and euros by sex."""

from fractions import Fraction

from application.figure_files.checks import wording
from application.figure_files.checks.load import COUNTABLE, Checked
from domain.bare_values import cell_value
from domain.figures import Form
from domain.measures import UNDIVIDED, Unit
from domain.reasons import Digits
from domain.rulebook.file_checks import EUROS_BY_SEX, MAGNITUDE
from domain.terms import Sex

LEAST_RATE = Fraction(1, 2)
"""Percent; below, a share such as 0.07 was written for 7 percent."""
LEAST_SUM = 10_000
"""Euros; below, a sum was written in thousands."""


def check_magnitude(load: Checked) -> None:
    """Warn of rates written as shares, sums in thousands, and stocks that are all zero."""
    zero: dict[bool, int] = {}
    for which, rows in load.series.items():
        measure, unit = load.measure(which.measure), load.unit(which.measure)
        for month, figure in rows.figures.items():
            if figure.cell is None:
                continue
            expected = None
            if measure and measure.unit is Unit.PERCENT and measure.formula not in UNDIVIDED:
                rate = cell_value(figure.cell, measure)
                expected = wording.VALUE_IN_PERCENT if 0 < rate < LEAST_RATE and not measure.may_be_negative else None
            elif unit is Unit.EUR and 0 < cell_sum(figure.cell) < LEAST_SUM:
                expected = wording.IN_EUROS
            elif unit in COUNTABLE and which.form is Form.MONTHLY and which.sex is Sex.TOTAL:
                zero.setdefault(cell_sum(figure.cell) == 0, figure.row)
            if expected:
                found = wording.FOR_MONTH.of(value=Digits(figure.cell), month=month)
                load.problems.add(MAGNITUDE, row=figure.row, about=load.about(which), found=found, expected=expected)
                break
    if set(zero) == {True}:
        load.problems.add(MAGNITUDE, row=zero[True], found=wording.ZEROS_ONLY, expected=wording.STOCKS_ABOVE_ZERO)


def check_euros_by_sex(load: Checked) -> None:
    """Warn where euros of women and men are not the total, but for one euro of rounding."""
    for which, rows in load.series.items():
        if which.sex is not Sex.TOTAL or load.unit(which.measure) is not Unit.EUR:
            continue
        for month, figure in rows.figures.items():
            parts = [load.figure(which.measure, which.form, sex, month) for sex in (Sex.WOMEN, Sex.MEN)]
            cells = [one.cell for one in parts if one and one.cell]
            if figure.cell is None or len(cells) < 2:
                continue
            if abs(sum(map(cell_sum, cells)) - cell_sum(figure.cell)) > 1:
                load.problems.add(
                    EUROS_BY_SEX,
                    row=figure.row,
                    about=load.about(which),
                    found=wording.FOR_MONTH.of(value=Digits(figure.cell), month=month),
                    expected=wording.SUM.of(one=Digits(cells[0]), other=Digits(cells[1])),
                )


def cell_sum(cell: str) -> Fraction:
    """A sum or count; of numerator and denominator what they divide to."""
    above, _, below = cell.partition("/")
    return Fraction(above) / Fraction(below or 1)
