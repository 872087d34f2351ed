"""Checks of one load in itself, against the measures as an agreement pins them."""

from dataclasses import dataclass
from fractions import Fraction

from application.figures.catalogue import (
    FORMED_FITS,
    KNOWN_MEASURE,
    NOT_NEGATIVE,
    PINNED,
    RATE_FITS,
    REACHES,
    READABLE,
    SEXES_ADD_UP,
    WHOLE,
)
from application.figures.problems import Problems
from application.figures.rows import Figure, LoadKey, SeriesKey, SeriesRows
from domain import formulas
from domain.figures import Form
from domain.german import german, spoken
from domain.measures import EDITIONS, Formula, Measure, MeasureCode, Unit
from domain.terms import Sex, Terms
from domain.values import Month, rounded
from domain.year_to_date import cell_value

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
        edition = EDITIONS.get(self.terms.ordinance.catalogue)
        units = {one.code: one.unit for one in edition.quantities} if edition else {}
        own = {one.numerator: one.counted_in for one in self.terms.own_measures}
        return (own | units).get(code)

    def about(self, which: SeriesKey) -> str:
        """The carrier and the series, in words."""
        return f"Träger {self.key.ags}, {which.measure} {german(which.form)} {german(which.sex)}"

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


def check(load: Checked) -> None:
    """Every check a load must stand by itself."""
    known = load.terms.quantities
    versions = {load.terms.ordinance.catalogue, *(one.version for one in load.terms.own_measures)}
    for which, rows in load.series.items():
        if which.measure not in known:
            expected = f"eine Kennzahl der Fassung {load.terms.ordinance.catalogue}"
            load.problems.add(KNOWN_MEASURE, row=rows.row, column="Kennzahl", found=which.measure, expected=expected)
            continue
        if rows.definition and rows.definition not in versions:
            expected = f"die vereinbarte Fassung {load.terms.ordinance.catalogue}"
            load.problems.add(
                PINNED,
                row=rows.row,
                column="Fassung",
                about=load.about(which),
                found=rows.definition,
                expected=expected,
            )
        _signs(load, which, rows)
        _reach(load, which, rows)
        if which.sex is Sex.TOTAL:
            _sexes(load, which, rows)
        _formed(load, which, rows)


def _signs(load: Checked, which: SeriesKey, rows: SeriesRows) -> None:
    """Below zero, in parts, in percent: only where the quantity can be."""
    measure, monthly = load.measure(which.measure), which.form is Form.MONTHLY
    negative = measure is not None and measure.may_be_negative
    counted = monthly and load.unit(which.measure) in COUNTABLE
    for month, figure in rows.figures.items():
        if figure.cell is None:
            continue
        if figure.cell.startswith("-") and not negative:
            load.problems.add(
                NOT_NEGATIVE, row=figure.row, about=load.about(which), found=figure.cell, expected="null oder mehr"
            )
        if counted and not figure.cell.lstrip("-").isdigit():
            found = f"{figure.cell} für {month}"
            load.problems.add(WHOLE, row=figure.row, about=load.about(which), found=found, expected="eine ganze Zahl")
        if figure.published is not None and measure is not None:
            _rate(load, which, measure, figure)
    if rows.percent and (measure.unit if measure else None) is not Unit.PERCENT:
        load.problems.add(
            READABLE, row=rows.percent, about=load.about(which), found="ein Prozentzeichen", expected="eine Zahl ohne %"
        )
    if rows.euro and load.unit(which.measure) is not Unit.EUR:
        load.problems.add(
            READABLE, row=rows.euro, about=load.about(which), found="ein Eurozeichen", expected="eine Zahl ohne €"
        )


def _rate(load: Checked, which: SeriesKey, measure: Measure, figure: Figure) -> None:
    assert figure.cell, "only a cell has a published value beside it"
    exact = cell_value(figure.cell, measure)
    decimals = _decimals(figure.published or "")
    if Fraction(figure.published or 0) != Fraction(rounded(exact, decimals)):
        expected = f"{spoken(rounded(exact, decimals))} aus {figure.cell}"
        load.problems.add(
            RATE_FITS, row=figure.row, about=load.about(which), found=figure.published or "", expected=expected
        )


def _reach(load: Checked, which: SeriesKey, rows: SeriesRows) -> None:
    january = f"{load.report_month[:4]}-01"
    if which.form is not Form.MONTHLY or not rows.figures:
        return
    first, last = min(rows.figures), max(rows.figures)
    if first > january or last < load.report_month:
        load.problems.add(
            REACHES,
            row=rows.row,
            about=load.about(which),
            found=f"{first} bis {last}",
            expected=f"{january} bis {load.report_month}",
        )


def _sexes(load: Checked, which: SeriesKey, rows: SeriesRows) -> None:
    if which.form is not Form.MONTHLY or load.unit(which.measure) not in COUNTABLE:
        return
    for month, figure in rows.figures.items():
        parts = [load.figure(which.measure, which.form, sex, month) for sex in (Sex.WOMEN, Sex.MEN)]
        cells = [part.cell for part in parts if part and part.cell]
        if figure.cell and len(cells) == 2 and sum(map(Fraction, cells)) != Fraction(figure.cell):
            load.problems.add(
                SEXES_ADD_UP,
                row=figure.row,
                about=load.about(which),
                found=f"{figure.cell} für {month}",
                expected=f"{' + '.join(cells)} = {sum(map(Fraction, cells))}",
            )


def _formed(load: Checked, which: SeriesKey, rows: SeriesRows) -> None:
    """Values over several months against the monthly figures of the same load."""
    measure = load.measure(which.measure)
    if measure is None or (which.form is Form.MONTHLY and measure.code == measure.numerator):
        return
    for month, figure in rows.figures.items():
        exact = _computed(load, measure, which, month) if figure.cell else None
        if exact is None or figure.cell is None:
            continue
        given = cell_value(figure.cell, measure)
        decimals = load.terms.rounding.decimals if "/" in figure.cell else _decimals(figure.cell)
        if rounded(given, decimals) != rounded(exact, decimals):
            expected = f"{spoken(rounded(exact, decimals))} ({formulas.said(measure, which.form)})"
            load.problems.add(
                FORMED_FITS,
                row=figure.row,
                about=load.about(which),
                found=f"{spoken(rounded(given, decimals))} für {month}",
                expected=expected,
            )


def _computed(load: Checked, measure: Measure, which: SeriesKey, month: Month) -> Fraction | None:
    months = formulas.window(measure.formula, which.form, month)
    above = load.values(measure.numerator, which.sex, months)
    divisor = measure.numerator if measure.formula is Formula.YEAR_ON_YEAR else measure.denominator
    below = load.values(divisor, which.sex, formulas.months_below(measure.formula, months)) if divisor else []
    if above is None or below is None:
        return None
    numerator, denominator = formulas.terms(measure.formula, above, below)
    return formulas.divided(measure, numerator, denominator) if denominator else None


def _decimals(text: str) -> int:
    return len(text.partition(".")[2])
