"""Values of a measure in bare numbers: one formula, one load, and the figures they were formed from.

Lists and comparisons need no more, and to name every input costs ten times as much; `year_to_date` does that.
"""

from dataclasses import dataclass, field, replace
from fractions import Fraction
from typing import Literal, NamedTuple
from uuid import UUID

from domain import formulas
from domain.facts.figures import Correction
from domain.figures import Cell, Form, Load, Series
from domain.formulas import SETTLED_AFTER, divided
from domain.lacking import DENOMINATOR_ZERO, MONTHS_LACKING, SERIES_LACKING, TOO_EARLY, Lacking
from domain.measures import Formula, Measure, MeasureCode, Unit
from domain.terms import Sex
from domain.values import DeliveryId, Month, span

Basis = Literal["computed", "delivered", "difference"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivered:
    """A load together with the record that brought it."""

    delivery_id: DeliveryId
    event_id: UUID
    load: Load
    correction: Correction | None = None
    _series: dict[tuple[MeasureCode, Form, Sex], Series] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )
    _known: dict[tuple[MeasureCode, Sex, Form, Month], tuple[Measure, "BareValue"]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    def find(self, measure: MeasureCode, form: Form, sex: Sex) -> Series | None:
        """The series of a quantity, or None."""
        if not self._series:
            self._series.update({(one.measure, one.form, one.sex): one for one in reversed(self.load.series)})
        return self._series.get((measure, form, sex))

    def value(self, measure: Measure, sex: Sex, form: Form, month: Month) -> "BareValue":
        """The measure's value, formed once; raises Lacking."""
        key = (measure.code, sex, form, month)
        known, value = self._known.get(key, (None, None))
        if value is None or known is not measure:
            value = _formed(self, measure, sex, form, month)
            self._known[key] = measure, value
        return value


class Spread(NamedTuple):
    """A value as it stands, with the least and the greatest it can be: all the same where it is known exactly."""

    exact: Fraction
    low: Fraction
    high: Fraction


class Used(NamedTuple):
    """The figures of a series over some months, as they enter a calculation."""

    series: Series
    months: tuple[Month, ...]
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class BareValue:
    """A value in its unit, what it divides, and what it was formed from.

    A rate delivered in decimals stands for all that rounds to it, from `low` to `high`; None for an exact one. `month`
    is the one up to which it counts where that is earlier than the report month.
    """

    delivery: Delivered
    exact: Fraction
    basis: Basis
    low: Fraction | None = None
    high: Fraction | None = None
    ratio: tuple[Fraction | str, Fraction | str] | None = None
    cell: Cell | None = None
    used: tuple[Used, ...] = ()
    parts: tuple["BareValue", ...] = ()
    month: Month | None = None

    @property
    def spread(self) -> Spread:
        """The value, with the least and the greatest it can be."""
        low, high = self.low, self.high
        return Spread(self.exact, self.exact if low is None else low, self.exact if high is None else high)

    @property
    def revision(self) -> str:
        """The revision of the statistic it belongs to."""
        return self.delivery.load.revision

    def up_to(self, month: Month) -> "BareValue":
        """The same as the value of an earlier month."""
        return replace(self, month=month, parts=tuple(replace(part, month=month) for part in self.parts))


def bare_value(delivered: Delivered, measure: Measure, sex: Sex, form: Form, month: Month | None = None) -> BareValue:
    """The measure's value in a form, for a month up to the load's report month (None = that one), from this load alone.

    Recomputed from the monthly figures where they are complete, otherwise as delivered. Sources: the measure's own
    `source`; the lag of the K2 denominator is that of the ordinance (persons in stock in the month before). Raises
    Lacking when the load does not carry what it takes.
    """
    return delivered.value(measure, sex, form, month or delivered.load.state.report_month)


def _formed(delivered: Delivered, measure: Measure, sex: Sex, form: Form, month: Month) -> BareValue:
    if sex is Sex.GAP:
        return _gap(delivered, measure, form, month)
    given = _delivered(delivered, measure, sex, form, month)
    try:
        computed = _computed(delivered, measure, sex, form, month)
    except Lacking:
        if given is None:
            raise
        return given
    return replace(computed, cell=given.cell) if given else computed


def _gap(delivered: Delivered, measure: Measure, form: Form, month: Month) -> BareValue:
    men = delivered.value(measure, Sex.MEN, form, month)
    women = delivered.value(measure, Sex.WOMEN, form, month)
    low, high = men.spread.low - women.spread.high, men.spread.high - women.spread.low
    known = low == high
    return BareValue(
        delivery=delivered,
        exact=men.exact - women.exact,
        basis="difference",
        low=None if known else low,
        high=None if known else high,
        parts=(men, women),
    )


def _delivered(delivered: Delivered, measure: Measure, sex: Sex, form: Form, month: Month) -> BareValue | None:
    if form is Form.MONTHLY and measure.code == measure.numerator:
        return None
    series = delivered.find(measure.code, form, sex)
    cell = series.at(month) if series else None
    if series is None or cell is None:
        return None
    exact, spread = cell_value(cell, measure), spread_of(cell, measure)
    numerator, _, denominator = cell.partition("/")
    return BareValue(
        delivery=delivered,
        exact=exact,
        basis="delivered",
        low=exact - spread if spread else None,
        high=exact + spread if spread else None,
        ratio=(numerator, denominator) if denominator else None,
        cell=cell,
        used=(Used(series, (month,), (cell,)),),
    )


def cell_value(cell: Cell, measure: Measure) -> Fraction:
    """A cell's value in the measure's unit: numerator/denominator of a rate count in percent, of a change from 1 on."""
    numerator, _, denominator = cell.partition("/")
    value = Fraction(numerator) / Fraction(denominator or 1)
    if not denominator or measure.unit is not Unit.PERCENT:
        return value
    return (value - 1) * 100 if measure.formula is Formula.YEAR_ON_YEAR else value * 100


def spread_of(cell: Cell, measure: Measure) -> Fraction:
    """By how much a cell may differ from the value it was rounded from: a rate in decimals, by half its last digit."""
    if "/" in cell or measure.unit is not Unit.PERCENT:
        return Fraction(0)
    return Fraction(1, 2 * 10 ** len(cell.partition(".")[2]))


def _computed(delivered: Delivered, measure: Measure, sex: Sex, form: Form, month: Month) -> BareValue:
    months = formulas.window(measure.formula, form, month)
    used = [_used(delivered, _monthly(delivered, measure.numerator, sex), months)]
    if measure.formula is Formula.YEAR_ON_YEAR:
        _must_be_settled(delivered, measure, month)
    if (below := _below(measure)) is not None:
        series = _monthly(delivered, below, sex)
        used.append(_used(delivered, series, formulas.months_below(measure.formula, months)))
    numerator, denominator = formulas.terms(measure.formula, *(list(map(_exact, one.cells)) for one in used))
    if denominator == 0:
        raise Lacking(DENOMINATOR_ZERO.of(measure=measure.code, delivery=delivered.delivery_id))
    return BareValue(
        delivery=delivered,
        exact=divided(measure, numerator, denominator),
        basis="computed",
        ratio=(numerator, denominator),
        used=tuple(used),
    )


def _below(measure: Measure) -> MeasureCode | None:
    """The formula's denominator; for a change the quantity itself a year back."""
    return measure.numerator if measure.formula is Formula.YEAR_ON_YEAR else measure.denominator


def _must_be_settled(delivered: Delivered, measure: Measure, month: Month) -> None:
    """Within one load, a month and the same month of the year before have waited equally only once both are final."""
    state = delivered.load.state
    if state.months_waited + len(span(month, state.report_month)) - 1 < SETTLED_AFTER:
        raise Lacking(TOO_EARLY.of(measure=measure.code, months=SETTLED_AFTER, delivery=delivered.delivery_id))


def _exact(cell: Cell) -> Fraction | int:
    """A monthly figure; whole numbers stay integers, which add up faster."""
    return int(cell) if cell.isdigit() else Fraction(cell)


def _monthly(delivered: Delivered, quantity: MeasureCode, sex: Sex) -> Series:
    series = delivered.find(quantity, Form.MONTHLY, sex)
    if series is None:
        raise Lacking(SERIES_LACKING.of(delivery=delivered.delivery_id, quantity=quantity, sex=sex))
    return series


def _used(delivered: Delivered, series: Series, months: tuple[Month, ...]) -> Used:
    cells = series.over(months)
    known = tuple(cell for cell in cells if cell is not None)
    if len(known) < len(months):
        gaps = tuple(month for month, cell in zip(months, cells, strict=True) if cell is None)
        raise Lacking(
            MONTHS_LACKING.of(delivery=delivered.delivery_id, quantity=series.measure, sex=series.sex, months=gaps)
        )
    return Used(series, months, known)
