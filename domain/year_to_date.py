"""Values of a measure (Jahresfortschrittswerte and others) as they are shown: with every input named."""

from fractions import Fraction
from uuid import UUID

from domain import formulas
from domain.bare_values import BareValue, Basis, Delivered, Spread, Used, bare_value
from domain.figures import Cell, Flagged, Form, LoadState
from domain.measures import Measure, MeasureCode, Unit
from domain.reasons import Reason
from domain.terms import Sex
from domain.values import Day, DeliveryId, Frozen, Month, Number, Words, rounded


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
    basis: Basis
    formula: Words
    source: Words
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


def formed(
    delivered: Delivered, measure: Measure, sex: Sex, form: Form, decimals: int, month: Month | None = None
) -> Value:
    """The measure's value in a form, rounded to so many decimals, with every input named; raises Lacking."""
    return told(bare_value(delivered, measure, sex, form, month), measure, form, decimals)


def told(bare: BareValue, measure: Measure, form: Form, decimals: int) -> Value:
    """A bare value with its unit, its formula in words, and every input named."""
    numerator, denominator = map(str, bare.ratio) if bare.ratio else (None, None)
    return Value(
        exact=str(bare.exact),
        rounded=rounded(bare.exact, decimals),
        low=None if bare.low is None else str(bare.low),
        high=None if bare.high is None else str(bare.high),
        month=bare.month,
        unit=Unit.PERCENTAGE_POINTS if bare.basis == "difference" else measure.unit,
        basis=bare.basis,
        formula=_FORMULAS.get(bare.basis) or formulas.said(measure, form),
        source=measure.source,
        numerator=numerator,
        denominator=denominator,
        delivered=bare.cell,
        inputs=tuple(_input(bare.delivery, used) for used in bare.used),
        parts=tuple(told(part, measure, form, decimals) for part in bare.parts),
    )


MEN_MINUS_WOMEN = Reason("men_minus_women", "Wert der Männer − Wert der Frauen")
AS_DELIVERED = Reason("as_delivered", "wie geliefert, nicht nachgerechnet")
_FORMULAS = {"difference": MEN_MINUS_WOMEN.said(), "delivered": AS_DELIVERED.said()}
"""Formulas in words of values that are not computed by the measure's own."""


def _input(delivered: Delivered, used: Used) -> Input:
    series = used.series
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
        months=used.months,
        values=used.cells,
        flags=tuple(flag for flag in series.flags if flag.month in used.months),
        note=delivered.load.note,
    )
