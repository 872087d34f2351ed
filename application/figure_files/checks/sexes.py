"""Women and men beside the total: counts add up, no part is larger than the whole, a rate lies between."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from operator import add, sub
from typing import NamedTuple

from application.figure_files.checks import wording
from application.figure_files.checks.derived import RATES_AVERAGED
from application.figure_files.checks.load import COUNTABLE, Checked
from application.figure_files.intake.collected import SeriesKey, SeriesRows
from domain.bare_values import cell_value
from domain.figures import Form
from domain.measures import UNDIVIDED, Formula, Measure, Unit
from domain.reasons import ITSELF, Digits, Reason
from domain.rulebook.file_checks import BETWEEN_SEXES, NOT_BEYOND_ALL, NOT_BY_SEX, SEXES_ADD_UP, WITHIN_WHOLE
from domain.terms import Sex
from domain.values import Month, rounded

MEANS = frozenset({Formula.MEAN, Formula.MEAN_PER_MEAN})
MEAN_BELOW = MEANS | {Formula.SUM_PER_MEAN_OF_PRECEDING}


class Counted(NamedTuple):
    """A count in a figure: what it is, and whether it is a mean, which was rounded before it was written down."""

    named: Reason
    mean: bool


Counts = Mapping[Counted, str]


def check_sexes(load: Checked, which: SeriesKey, rows: SeriesRows) -> None:
    """Problems where counts by sex contradict the total or are missing."""
    if which.sex is not Sex.TOTAL:
        if not load.by_sex(which.measure):
            load.problems.add(
                NOT_BY_SEX, row=rows.row, column="Geschlecht", found=ITSELF.of(value=which.sex),
                expected=ITSELF.of(value=Sex.TOTAL),
                about=load.about(which),
            )  # fmt: skip
        return
    if not any(which._replace(sex=sex) in load.series for sex in (Sex.WOMEN, Sex.MEN)):
        return
    _check_between(load, which, rows)
    for month, figure in rows.figures.items():
        whole = _counts(load, which, month)
        parts = {sex: _counts(load, which._replace(sex=sex), month) for sex in (Sex.WOMEN, Sex.MEN)}
        for counted, total in whole.items():
            cells = {sex: counts[counted] for sex, counts in parts.items() if counted in counts}
            for expected in _contradictions(counted, total, cells):
                found = counted.named.of(value=Digits(total), month=month)
                load.problems.add(SEXES_ADD_UP, row=figure.row, about=load.about(which), found=found, expected=expected)


def _check_between(load: Checked, which: SeriesKey, rows: SeriesRows) -> None:
    """A warning where a rate lies beyond both of the sexes', as it does when 31,6 and 0,316 stand for the same."""
    measure = load.measure(which.measure)
    if measure is None or not _lies_between(load, measure, which.form):
        return
    for month, figure in rows.figures.items():
        parts = [load.figure(which.measure, which.form, sex, month) for sex in (Sex.WOMEN, Sex.MEN)]
        cells = [one.cell for one in (figure, *parts) if one and one.cell]
        if len(cells) < 3:
            continue
        total, *by_sex = (cell_value(cell, measure) for cell in cells)
        off, *each_off = (_half_a_rate(load, cell) for cell in cells)
        lowest, highest = min(map(sub, by_sex, each_off)), max(map(add, by_sex, each_off))
        if not lowest - off <= total <= highest + off:
            low, high = sorted(by_sex)
            found = wording.PERCENT_FOR_MONTH.of(value=_percent(total), month=month)
            expected = wording.BETWEEN.of(low=_percent(low), high=_percent(high))
            load.problems.add(BETWEEN_SEXES, row=figure.row, about=load.about(which), found=found, expected=expected)


def _lies_between(load: Checked, measure: Measure, form: Form) -> bool:
    """Whether this is a quotient of what adds up over the sexes; a mean of such quotients need not lie between."""
    parts = (measure.numerator, *([measure.denominator] if measure.denominator else []))
    averaged = measure.formula in RATES_AVERAGED and form is not Form.MONTHLY
    return measure.unit is Unit.PERCENT and not averaged and all(load.by_sex(code) for code in parts)


def _half_a_rate(load: Checked, cell: str) -> Fraction:
    return Fraction(1, 2 * 10**load.terms.rounding.decimals) if "/" in cell else _half_a_digit(cell)


def _percent(rate: Fraction) -> Decimal:
    return rounded(rate, 3).normalize()


def _counts(load: Checked, which: SeriesKey, month: Month) -> Counts:
    """The counts in a figure: itself, or its numerator and denominator."""
    figure, measure = load.figure(which.measure, which.form, which.sex, month), load.measure(which.measure)
    if figure is None or figure.cell is None:
        return {}
    monthly = which.form is Form.MONTHLY
    above, _, below = figure.cell.partition("/")
    formula = measure.formula if measure else None
    if not below:
        undivided = (monthly and load.quantity(which.measure)) or (measure and measure.denominator is None)
        counted = undivided and load.unit(which.measure) in COUNTABLE
        return {Counted(wording.FOR_MONTH, not monthly and formula in MEANS): above} if counted else {}
    if measure is None or formula in RATES_AVERAGED:
        return {}
    found: dict[Counted, str] = {}
    if load.unit(measure.numerator) in COUNTABLE:
        found[Counted(wording.NUMERATOR_FOR_MONTH, not monthly and formula in MEANS)] = above
    if load.unit(measure.denominator or measure.numerator) in COUNTABLE:
        found[Counted(wording.DENOMINATOR_FOR_MONTH, not monthly and formula in MEAN_BELOW)] = below
    return found


def _contradictions(counted: Counted, total: str, cells: Mapping[Sex, str]) -> Iterator[Reason]:
    """The expected total; a mean may be off by as much as rounding can have moved it."""
    parts = [_number(cell) for cell in cells.values()]
    over = Fraction(sum(parts) - _number(total))
    spread = sum(map(_half_a_digit, (total, *cells.values())), Fraction(0)) if counted.mean else Fraction(0)
    if len(parts) == 2 and abs(over) > spread:
        one, other = map(Digits, cells.values())
        total_of_both = Digits(f"{sum(map(Decimal, cells.values())):f}")
        yield wording.SUM_IS.of(one=one, other=other, sum=total_of_both)
    elif len(parts) == 1 and over > spread:
        ((sex, cell),) = cells.items()
        yield wording.AT_LEAST_AS_SEX.of(value=Digits(cell), sex=sex)


def _number(cell: str) -> Fraction | int:
    return int(cell) if cell.isdigit() else Fraction(cell)


def _half_a_digit(cell: str) -> Fraction:
    return Fraction(1, 2 * 10 ** len(cell.partition(".")[2]))


def check_shares(load: Checked, which: SeriesKey, rows: SeriesRows) -> None:
    """A problem for each count that exceeds what it is part of; of a rate over 100 percent, an error or a warning."""
    quantity, measure = load.quantity(which.measure), load.measure(which.measure)
    if quantity and quantity.part_of:
        _within_whole(load, which, rows, quantity.part_of)
    if measure and measure.unit is Unit.PERCENT and not measure.may_be_negative and measure.formula not in UNDIVIDED:
        _rates(load, which, rows, measure)


def _within_whole(load: Checked, which: SeriesKey, rows: SeriesRows, whole: str) -> None:
    beside = load.series.get(which._replace(measure=whole))
    for month, figure in rows.figures.items() if beside else ():
        other = beside.figures.get(month) if beside else None
        if figure.cell and other and other.cell and Fraction(figure.cell) > Fraction(other.cell):
            load.problems.add(
                WITHIN_WHOLE,
                row=figure.row,
                about=load.about(which),
                found=wording.FOR_MONTH.of(value=Digits(figure.cell), month=month),
                expected=wording.AT_MOST_AS_WHOLE.of(value=Digits(other.cell), whole=whole),
            )


def _rates(load: Checked, which: SeriesKey, rows: SeriesRows, measure: Measure) -> None:
    counted = load.quantity(measure.numerator)
    check = WITHIN_WHOLE if counted and counted.part_of == measure.denominator else NOT_BEYOND_ALL
    for month, figure in rows.figures.items():
        exact = cell_value(figure.cell, measure) if figure.cell else Fraction(0)
        if exact > 100:
            found = wording.PERCENT_FOR_MONTH.of(value=rounded(exact, 1), month=month)
            load.problems.add(check, row=figure.row, about=load.about(which), found=found, expected=wording.AT_MOST_ALL)
