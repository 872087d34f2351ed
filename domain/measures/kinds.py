"""A measure: how it is formed, in what unit, and what is known about it beside its formula."""

from enum import StrEnum
from typing import Annotated

from pydantic import StringConstraints

from domain.values import Day, Frozen, Several, SomeonesText, Text

MeasureCode = Annotated[str, StringConstraints(pattern=r"^[A-Z][A-Z0-9_]{1,19}$")]
Version = Annotated[str, StringConstraints(pattern=r"^[a-z0-9.-]{1,30}$")]


class Unit(StrEnum):
    """In what a measure or bound is counted."""

    PERCENT = "percent"
    PERCENTAGE_POINTS = "percentage_points"
    PERSONS = "persons"
    INTEGRATIONS = "integrations"
    HOUSEHOLDS = "households"
    VOUCHERS = "vouchers"
    INDEX = "index"
    EUR = "EUR"


class Formula(StrEnum):
    """The formula from monthly base quantities, stated for the year to date (m = report month).

    The rolling form covers m−11…m in place of January…m, the monthly form m alone; what lags by a month, or lies a year
    back, does so in every form.
    """

    SUM = "sum"
    """Σ January…m."""
    MEAN = "mean"
    """Mean of the stocks January…m."""
    SUM_PER_MEAN_OF_PRECEDING = "sum_per_mean_of_preceding"
    """100 · Σ numerator January…m ÷ mean denominator December of the previous year…m−1."""
    SUM_PER_SUM = "sum_per_sum"
    """100 · Σ numerator January…m ÷ Σ denominator January…m."""
    MEAN_OF_RATES = "mean_of_rates"
    """Mean over January…m of 100 · numerator ÷ denominator of the same month."""
    MEAN_OF_RATES_OF_PRECEDING = "mean_of_rates_of_preceding"
    """Mean over January…m of 100 · numerator ÷ denominator of the month before."""
    MEAN_PER_MEAN = "mean_per_mean"
    """100 · mean numerator January…m ÷ mean denominator January…m."""
    YEAR_ON_YEAR = "year_on_year"
    """100 · (Σ January…m ÷ Σ January…m of the previous year − 1), both from one load."""
    LAST = "last"
    """The figure of m as it is."""


UNDIVIDED = frozenset({Formula.SUM, Formula.MEAN, Formula.LAST})
"""Formulas that give what they add up, in its own unit."""


class Measure(Frozen):
    """A measure: how it is formed, in what unit, and the source of its definition."""

    code: MeasureCode
    name: SomeonesText
    version: Version
    formula: Formula
    numerator: MeasureCode
    denominator: MeasureCode | None = None
    unit: Unit
    counted_in: Unit
    """Natural unit of the numerator, in which a gap is stated."""
    source: SomeonesText

    @property
    def coherent(self) -> bool:
        """Whether a denominator and percent go with a formula that divides, and only with one.

        A change divides a quantity by itself, so it is in percent and has none; a last figure may be a percentage.
        """
        divides = self.formula not in UNDIVIDED
        needs = divides and self.formula is not Formula.YEAR_ON_YEAR
        in_its_unit = self.formula is Formula.LAST or (self.unit is Unit.PERCENT) == divides
        return (self.denominator is not None) == needs and in_its_unit

    @property
    def accumulates(self) -> bool:
        """Whether the value grows through the year, so that a level agreed for its end says nothing before December."""
        return self.formula in {Formula.SUM, Formula.SUM_PER_MEAN_OF_PRECEDING}

    @property
    def may_be_negative(self) -> bool:
        """Whether the value says a change, which can be downwards."""
        return self.formula is Formula.YEAR_ON_YEAR or (self.formula is Formula.LAST and self.unit is Unit.PERCENT)


class MeasureKind(StrEnum):
    """Where a measure belongs: it measures performance, helps to read that, or is watched beside the ordinance."""

    KEY_FIGURE = "key_figure"
    SUPPLEMENTARY = "supplementary"
    OUTSIDE = "outside"


class Better(StrEnum):
    """In which direction a value is the better one."""

    UP = "up"
    DOWN = "down"


class Counted(StrEnum):
    """Whether a base quantity stands on a day or adds up over the month."""

    STOCK = "stock"
    FLOW = "flow"


class BaseQuantity(Frozen):
    """A monthly figure that measures are made of."""

    code: MeasureCode
    name: SomeonesText
    unit: Unit
    counted: Counted
    source: SomeonesText
    better: Better | None = None
    """None where more or less of it is neither good nor bad."""
    by_sex: bool = True
    part_of: MeasureCode | None = None
    """The quantity that counts all of these too, in the same month."""
    known_after: int = 0
    """How many months after the month it counts it is known."""
    valid_from: Day


class CatalogueEntry(Frozen):
    """A measure as a version of the catalogue holds it."""

    measure: Measure
    place: MeasureKind
    better: Better | None = None
    """None where a value is neither good nor bad, but explains others."""
    by_sex: bool = True
    accompanies: Several[MeasureCode] = ()
    """Beside which measures it is shown."""
    valid_from: Day


class Edition(Frozen):
    """An edition of the catalogue: every measure and base quantity as it defines them."""

    version: Version
    title: Text
    valid_from: Day
    entries: tuple[CatalogueEntry, ...]
    quantities: tuple[BaseQuantity, ...]

    @property
    def measures(self) -> dict[MeasureCode, Measure]:
        """The measures by code."""
        return {entry.measure.code: entry.measure for entry in self.entries}

    def entry(self, code: MeasureCode) -> CatalogueEntry | None:
        """The catalogue's entry for a measure; None when it does not hold it."""
        return next((entry for entry in self.entries if entry.measure.code == code), None)

    def beside(self, code: MeasureCode) -> tuple[CatalogueEntry, ...]:
        """The measures that are shown with one, in the catalogue's order."""
        return tuple(entry for entry in self.entries if code in entry.accompanies)

    def quantity(self, code: MeasureCode) -> BaseQuantity | None:
        """The base quantity of this code; None when the edition does not hold it."""
        return next((quantity for quantity in self.quantities if quantity.code == code), None)
