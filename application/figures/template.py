"""An empty file in the long layout: every figure that an agreement's lines are computed from."""

from collections.abc import Iterator
from datetime import date

from application.figures.layout import LONG
from domain import formulas
from domain.figures import Form
from domain.german import german
from domain.measures import EDITIONS, Formula, Measure, MeasureCode
from domain.terms import Line, Sex, Terms
from domain.values import Month, shift, span

WORDS = {Form.MONTHLY: "Monatswert", Form.YEAR_TO_DATE: "Jahresfortschrittswert", Form.ROLLING: "gleitender Jahreswert"}


def template(terms: Terms, ags: str, report_month: Month, waited: int, loaded_on: date) -> Iterator[tuple[str, ...]]:
    """The headings, and a row without value for each month of each series the agreement needs at a load state."""
    yield LONG
    for code, sex in sorted(_series(terms)):
        for month in _months(terms, code, report_month):
            figure = (ags, code, WORDS[Form.MONTHLY], german(sex), month, str(waited), loaded_on.isoformat())
            yield *figure, "", "", "", ""


def _series(terms: Terms) -> set[tuple[MeasureCode, Sex]]:
    edition = EDITIONS.get(terms.ordinance.catalogue)
    by_sex = {one.code for one in edition.quantities if one.by_sex} if edition else set()
    return {
        (code, sex)
        for line in terms.lines
        for code in _codes(_measure(terms, line))
        for sex in ((Sex.TOTAL, Sex.WOMEN, Sex.MEN) if code in by_sex else (Sex.TOTAL,))
    }


def _months(terms: Terms, code: MeasureCode, report_month: Month) -> tuple[Month, ...]:
    """January to the report month, or from where the measures that use the quantity reach back to."""
    january = f"{report_month[:4]}-01"
    first = january
    for line in terms.lines:
        measure = _measure(terms, line)
        if code == measure.denominator and measure.formula in formulas.OF_THE_MONTH_BEFORE:
            first = min(first, shift(january, -1))
        if code == measure.numerator and measure.formula is Formula.YEAR_ON_YEAR:
            first = min(first, shift(january, -12))
    return span(first, report_month)


def _codes(measure: Measure) -> tuple[MeasureCode, ...]:
    return (measure.numerator, measure.denominator) if measure.denominator else (measure.numerator,)


def _measure(terms: Terms, line: Line) -> Measure:
    measure = terms.measure(line.measure)
    assert measure is not None, "terms are refused unless every measure is known"
    return measure
