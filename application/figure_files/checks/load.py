"""A load under check, and what is asked of it."""

from dataclasses import dataclass
from fractions import Fraction

from application.figure_files.checks import wording
from application.figure_files.checks.problems import Problems
from application.figure_files.intake.collected import Figure, LoadKey, SeriesKey, SeriesRows
from domain.figures import Form
from domain.measures import EDITIONS, BaseQuantity, Measure, MeasureCode, Unit
from domain.reasons import Reason
from domain.terms import Sex, Terms
from domain.values import Month

COUNTABLE = frozenset({Unit.PERSONS, Unit.INTEGRATIONS})


@dataclass(frozen=True)
class Checked:
    """A load under check: its figures, and the terms that say what they are."""

    key: LoadKey
    series: dict[SeriesKey, SeriesRows]
    report_month: Month
    terms: Terms
    problems: Problems

    def measure(self, code: MeasureCode) -> Measure | None:
        """The measure of this code, own or pinned."""
        return self.terms.measure(code)

    def unit(self, code: MeasureCode) -> Unit | None:
        """In what a monthly figure of this code is counted; None where nobody says."""
        measure = self.measure(code)
        if measure is not None and measure.numerator != code:
            return measure.unit
        quantity = self.quantity(code)
        own = {one.numerator: one.counted_in for one in self.terms.own_measures}
        return quantity.unit if quantity else own.get(code)

    def quantity(self, code: MeasureCode) -> BaseQuantity | None:
        """The base quantity of this code in the pinned version."""
        edition = EDITIONS.get(self.terms.ordinance.catalogue)
        return edition.quantity(code) if edition else None

    def by_sex(self, code: MeasureCode) -> bool:
        """Whether the pinned version has this measure or quantity by sex."""
        edition, quantity = EDITIONS.get(self.terms.ordinance.catalogue), self.quantity(code)
        entry = edition.entry(code) if edition else None
        return (quantity is None or quantity.by_sex) and (entry is None or entry.by_sex)

    def about(self, which: SeriesKey) -> Reason:
        """The carrier and the series, in words."""
        return wording.OF_SERIES.of(carrier=self.key.ags, measure=which.measure, form=which.form, sex=which.sex)

    def figure(self, measure: MeasureCode, form: Form, sex: Sex, month: Month) -> Figure | None:
        """A figure of the load."""
        rows = self.series.get(SeriesKey(measure, form, sex))
        return rows.figures.get(month) if rows else None

    def values(self, measure: MeasureCode, sex: Sex, months: tuple[Month, ...]) -> list[Fraction | int] | None:
        """The monthly figures of these months; None when one is missing."""
        rows = self.series.get(SeriesKey(measure, Form.MONTHLY, sex))
        found = [rows.figures.get(month) for month in months] if rows else [None]
        cells = [figure.cell for figure in found if figure and figure.cell]
        return [int(cell) if cell.isdigit() else Fraction(cell) for cell in cells] if len(cells) == len(found) else None
