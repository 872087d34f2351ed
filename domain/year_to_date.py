"""Values of a measure (Jahresfortschrittswerte and others): one formula, one load, every input named."""

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal, NamedTuple
from uuid import UUID

from domain import formulas
from domain.facts.figures import Correction
from domain.figures import Cell, Flagged, Form, Load, LoadState, Series
from domain.formulas import SETTLED_AFTER, divided
from domain.german import german
from domain.measures import Formula, Measure, MeasureCode, Unit
from domain.terms import Sex
from domain.values import Day, DeliveryId, Frozen, Month, Number, rounded, span


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivered:
    """A load together with the record that brought it."""

    delivery_id: DeliveryId
    event_id: UUID
    load: Load
    correction: Correction | None = None


class Input(Frozen):
    """The figures of one series as they entered a calculation."""

    delivery_id: DeliveryId
    event_id: UUID
    load_state: LoadState
    loaded_on: Day
    revision: str
    measure: MeasureCode
    form: Form
    sex: Sex
    definition: str
    months: tuple[Month, ...]
    values: tuple[Cell, ...]
    flags: tuple[Flagged, ...]
    note: str | None
    """The deliverer's note on the load."""


class Spread(NamedTuple):
    """A value as it stands, with the least and the greatest it can be: all the same where it is known exactly."""

    exact: Fraction
    low: Fraction
    high: Fraction


class Value(Frozen):
    """A value, exact as a fraction "n/d" in `unit`, with everything it was formed from.

    A rate delivered in decimals stands for all that rounds to it: `low` and `high` are its ends, null for an exact one.
    """

    exact: str
    rounded: Number
    low: str | None = None
    high: str | None = None
    month: Month | None = None
    """The month up to which it counts, where that is earlier than the report month: what it counts is known later."""
    unit: Unit
    basis: Literal["computed", "delivered", "difference"]
    formula: str
    source: str
    numerator: str | None = None
    denominator: str | None = None
    delivered: Cell | None = None
    inputs: tuple[Input, ...] = ()
    parts: tuple["Value", ...] = ()

    @property
    def fraction(self) -> Fraction:
        """The exact value."""
        return Fraction(self.exact)

    @property
    def spread(self) -> Spread:
        """The value, with the least and the greatest it can be."""
        exact = self.fraction
        return Spread(exact, Fraction(self.low or exact), Fraction(self.high or exact))

    @property
    def load_state(self) -> LoadState:
        """The one load state every input has."""
        return self.parts[0].load_state if self.parts else self.inputs[0].load_state

    @property
    def revision(self) -> str:
        """The revision of the statistic the inputs belong to."""
        return self.parts[0].revision if self.parts else self.inputs[0].revision


class Lacking(Exception):  # noqa: N818 - a state of the data
    """A value cannot be formed from this load; says in German what is missing."""


class NotYetKnown(Lacking):
    """Nobody can know it yet."""


def formed(
    delivered: Delivered, measure: Measure, sex: Sex, form: Form, decimals: int, month: Month | None = None
) -> Value:
    """The measure's value in a form, for a month up to the load's report month (None = that one), from this load alone.

    Recomputed from the monthly figures where they are complete, otherwise as delivered. Sources: the measure's own
    `source`; the lag of the K2 denominator is that of the ordinance (persons in stock in the month before). Raises
    Lacking when the load does not carry what it takes.
    """
    month = month or delivered.load.state.report_month
    if sex is Sex.GAP:
        return _gap(delivered, measure, form, decimals, month)
    given = _delivered(delivered, measure, sex, form, decimals, month)
    try:
        computed = _computed(delivered, measure, sex, form, decimals, month)
    except Lacking:
        if given is None:
            raise
        return given
    return computed.model_copy(update={"delivered": given.delivered}) if given else computed


def _gap(delivered: Delivered, measure: Measure, form: Form, decimals: int, month: Month) -> Value:
    men = formed(delivered, measure, Sex.MEN, form, decimals, month)
    women = formed(delivered, measure, Sex.WOMEN, form, decimals, month)
    exact = men.fraction - women.fraction
    low, high = men.spread.low - women.spread.high, men.spread.high - women.spread.low
    return Value(
        exact=str(exact),
        rounded=rounded(exact, decimals),
        low=None if low == high else str(low),
        high=None if low == high else str(high),
        unit=Unit.PERCENTAGE_POINTS,
        basis="difference",
        formula="Wert der Männer − Wert der Frauen",
        source=measure.source,
        parts=(men, women),
    )


def _delivered(
    delivered: Delivered, measure: Measure, sex: Sex, form: Form, decimals: int, month: Month
) -> Value | None:
    if form is Form.MONTHLY and measure.code == measure.numerator:
        return None
    series = delivered.load.find(measure.code, form, sex)
    cell = series.at(month) if series else None
    if series is None or cell is None:
        return None
    exact, spread = cell_value(cell, measure), spread_of(cell, measure)
    numerator, _, denominator = cell.partition("/")
    return Value(
        exact=str(exact),
        rounded=rounded(exact, decimals),
        low=str(exact - spread) if spread else None,
        high=str(exact + spread) if spread else None,
        unit=measure.unit,
        basis="delivered",
        formula="wie geliefert, nicht nachgerechnet",
        source=measure.source,
        numerator=numerator if denominator else None,
        denominator=denominator or None,
        delivered=cell,
        inputs=(_input(delivered, series, (month,)),),
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


def _computed(delivered: Delivered, measure: Measure, sex: Sex, form: Form, decimals: int, month: Month) -> Value:
    months = formulas.window(measure.formula, form, month)
    inputs = [_input(delivered, _monthly(delivered, measure.numerator, sex), months)]
    if measure.formula is Formula.YEAR_ON_YEAR:
        _must_be_settled(delivered, measure, month)
    if (below := _below(measure)) is not None:
        series = _monthly(delivered, below, sex)
        inputs.append(_input(delivered, series, formulas.months_below(measure.formula, months)))
    numerator, denominator = formulas.terms(measure.formula, *(list(map(_exact, used.values)) for used in inputs))
    if denominator == 0:
        raise Lacking(f"Der Nenner von {measure.code} ist null ({delivered.delivery_id}).")
    exact = divided(measure, numerator, denominator)
    return Value(
        exact=str(exact),
        rounded=rounded(exact, decimals),
        unit=measure.unit,
        basis="computed",
        formula=formulas.said(measure, form),
        source=measure.source,
        numerator=str(numerator),
        denominator=str(denominator),
        inputs=tuple(inputs),
    )


def _below(measure: Measure) -> MeasureCode | None:
    """The formula's denominator; for a change the quantity itself a year back."""
    return measure.numerator if measure.formula is Formula.YEAR_ON_YEAR else measure.denominator


def _must_be_settled(delivered: Delivered, measure: Measure, month: Month) -> None:
    """Within one load, a month and the same month of the year before have waited equally only once both are final."""
    state = delivered.load.state
    if state.months_waited + len(span(month, state.report_month)) - 1 < SETTLED_AFTER:
        raise Lacking(
            f"{measure.code} vergleicht zwei Jahre innerhalb einer Lieferung; das geht erst nach {SETTLED_AFTER}"
            f" Monaten Wartezeit, vorher hätten die Werte ungleich lange gewartet ({delivered.delivery_id})."
        )


def _exact(cell: Cell) -> Fraction | int:
    """A monthly figure; whole numbers stay integers, which add up faster."""
    return int(cell) if cell.isdigit() else Fraction(cell)


def _monthly(delivered: Delivered, quantity: MeasureCode, sex: Sex) -> Series:
    series = delivered.load.find(quantity, Form.MONTHLY, sex)
    if series is None:
        raise Lacking(f"Die Lieferung {delivered.delivery_id} enthält {quantity} ({german(sex)}) nicht.")
    return series


def _input(delivered: Delivered, series: Series, months: tuple[Month, ...]) -> Input:
    cells = [(month, series.at(month)) for month in months]
    lacking = [month for month, cell in cells if cell is None]
    if lacking:
        gaps = ", ".join(lacking)
        raise Lacking(
            f"In der Lieferung {delivered.delivery_id} fehlt {series.measure} ({german(series.sex)}) für {gaps}."
        )
    return Input(
        delivery_id=delivered.delivery_id,
        event_id=delivered.event_id,
        load_state=delivered.load.state,
        loaded_on=delivered.load.loaded_on,
        revision=delivered.load.revision,
        measure=series.measure,
        form=series.form,
        sex=series.sex,
        definition=series.definition,
        months=months,
        values=tuple(cell for _, cell in cells if cell is not None),
        flags=tuple(flag for flag in series.flags if flag.month in months),
        note=delivered.load.note,
    )
