"""Year-to-date values (Jahresfortschrittswerte): one formula, one load, every input named."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal
from uuid import UUID

from domain.facts.figures import Correction
from domain.figures import Cell, Flagged, Form, Load, LoadState, Series
from domain.german import german
from domain.measures import Formula, Measure, MeasureCode, Unit
from domain.terms import Sex
from domain.values import Day, DeliveryId, Frozen, Month, Number, rounded, shift, span

FORMULAS = {
    Formula.SUM: "Σ {numerator} Januar…m",
    Formula.MEAN: "Mittel {numerator} Januar…m",
    Formula.SUM_PER_MEAN_OF_PRECEDING: "100 · Σ {numerator} Januar…m ÷ Mittel {denominator} Dezember des Vorjahres…m−1",
    Formula.SUM_PER_SUM: "100 · Σ {numerator} Januar…m ÷ Σ {denominator} Januar…m",
    Formula.MEAN_OF_RATES: "Mittel über Januar…m von 100 · {numerator} ÷ {denominator} desselben Monats",
    Formula.MEAN_OF_RATES_OF_PRECEDING: "Mittel über Januar…m von 100 · {numerator} ÷ {denominator} des Vormonats",
}


OF_THE_MONTH_BEFORE = frozenset({Formula.SUM_PER_MEAN_OF_PRECEDING, Formula.MEAN_OF_RATES_OF_PRECEDING})


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
    """What whoever delivered the load said about it."""


class Value(Frozen):
    """A year-to-date value, exact as a fraction "n/d" in `unit`, with everything it was formed from."""

    exact: str
    rounded: Number
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
    def load_state(self) -> LoadState:
        """The one load state every input has."""
        return self.parts[0].load_state if self.parts else self.inputs[0].load_state

    @property
    def revision(self) -> str:
        """The revision of the statistic the inputs belong to."""
        return self.parts[0].revision if self.parts else self.inputs[0].revision


class Lacking(Exception):  # noqa: N818 - a state of the data
    """A value cannot be formed from this load; says in German what is missing."""


def year_to_date(delivered: Delivered, measure: Measure, sex: Sex, decimals: int) -> Value:
    """The measure's value from January to the load's report month; raises Lacking when the load does not carry it.

    Recomputed from the monthly figures where they are complete, otherwise as delivered. Sources: the measure's own
    `source`; the lag of the K2 denominator is that of the ordinance (persons in stock in the month before).
    """
    if sex is Sex.GAP:
        return _gap(delivered, measure, decimals)
    given = _delivered(delivered, measure, sex, decimals)
    try:
        computed = _computed(delivered, measure, sex, decimals)
    except Lacking:
        if given is None:
            raise
        return given
    return computed.model_copy(update={"delivered": given.delivered}) if given else computed


def _gap(delivered: Delivered, measure: Measure, decimals: int) -> Value:
    men = year_to_date(delivered, measure, Sex.MEN, decimals)
    women = year_to_date(delivered, measure, Sex.WOMEN, decimals)
    exact = men.fraction - women.fraction
    return Value(
        exact=str(exact),
        rounded=rounded(exact, decimals),
        unit=Unit.PERCENTAGE_POINTS,
        basis="difference",
        formula="Wert der Männer − Wert der Frauen",
        source=measure.source,
        parts=(men, women),
    )


def _delivered(delivered: Delivered, measure: Measure, sex: Sex, decimals: int) -> Value | None:
    month = delivered.load.state.report_month
    series = delivered.load.find(measure.code, Form.YEAR_TO_DATE, sex)
    cell = series.at(month) if series else None
    if series is None or cell is None:
        return None
    exact = cell_value(cell, measure)
    numerator, _, denominator = cell.partition("/")
    return Value(
        exact=str(exact),
        rounded=rounded(exact, decimals),
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
    """A cell's value in the measure's unit: numerator/denominator of a rate count in percent."""
    numerator, _, denominator = cell.partition("/")
    value = Fraction(numerator) / Fraction(denominator or 1)
    return value * 100 if denominator and measure.unit is Unit.PERCENT else value


def _computed(delivered: Delivered, measure: Measure, sex: Sex, decimals: int) -> Value:
    last = delivered.load.state.report_month
    first = f"{last[:4]}-01"
    inputs = [_input(delivered, _monthly(delivered, measure.numerator, sex), span(first, last))]
    if measure.denominator is not None:
        lag = -1 if measure.formula in OF_THE_MONTH_BEFORE else 0
        months = span(shift(first, lag), shift(last, lag))
        inputs.append(_input(delivered, _monthly(delivered, measure.denominator, sex), months))
    numerator, denominator = _terms(measure.formula, *(list(map(_exact, used.values)) for used in inputs))
    if denominator == 0:
        raise Lacking(f"Der Nenner von {measure.code} ist null ({delivered.delivery_id}).")
    exact = numerator / denominator * (100 if measure.unit is Unit.PERCENT else 1)
    return Value(
        exact=str(exact),
        rounded=rounded(exact, decimals),
        unit=measure.unit,
        basis="computed",
        formula=FORMULAS[measure.formula].format(numerator=measure.numerator, denominator=measure.denominator),
        source=measure.source,
        numerator=str(numerator),
        denominator=str(denominator),
        inputs=tuple(inputs),
    )


def _exact(cell: Cell) -> Fraction | int:
    """A monthly figure; whole numbers stay integers, which add up faster."""
    return int(cell) if cell.isdigit() else Fraction(cell)


def _terms(
    formula: Formula, counted: Sequence[Fraction | int], stock: Sequence[Fraction | int] = ()
) -> tuple[Fraction, Fraction]:
    """Numerator and denominator of a formula over the months' figures."""
    total, months = Fraction(sum(counted)), Fraction(len(counted))
    match formula:
        case Formula.SUM:
            return total, Fraction(1)
        case Formula.MEAN:
            return total, months
        case Formula.SUM_PER_MEAN_OF_PRECEDING:
            return total, Fraction(sum(stock)) / months
        case Formula.SUM_PER_SUM:
            return total, Fraction(sum(stock))
        case Formula.MEAN_OF_RATES | Formula.MEAN_OF_RATES_OF_PRECEDING:
            if 0 in stock:
                return total, Fraction(0)
            return sum((Fraction(n) / d for n, d in zip(counted, stock, strict=True)), Fraction(0)), months


def _monthly(delivered: Delivered, quantity: MeasureCode, sex: Sex) -> Series:
    series = delivered.load.find(quantity, Form.MONTHLY, sex)
    if series is None:
        raise Lacking(f"Die Lieferung {delivered.delivery_id} enthält {quantity} ({german(sex)}) nicht.")
    return series


def _input(delivered: Delivered, series: Series, months: tuple[Month, ...]) -> Input:
    cells = [(month, series.at(month)) for month in months]
    lacking = [month for month, cell in cells if cell is None]
    if lacking:
        where = f"{series.measure} ({german(series.sex)}) für {', '.join(lacking)}"
        raise Lacking(f"In der Lieferung {delivered.delivery_id} fehlt {where}.")
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
