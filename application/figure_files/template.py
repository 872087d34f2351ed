"""An empty file in the long layout: every figure that an agreement's lines, and what stands beside them, need."""

from collections.abc import Iterator
from datetime import date

from application.figure_files.intake.layout import LONG
from domain import formulas
from domain.figures import Form
from domain.german import german
from domain.measures import EDITIONS, Formula, Measure, MeasureCode, MeasureKind
from domain.rulebook.figures import LOADED_TOO_EARLY, MONTH_OF_ANOTHER_YEAR
from domain.terms import Sex, Terms
from domain.values import Month, shift, span, year_of

WORDS = {Form.MONTHLY: "Monatswert", Form.YEAR_TO_DATE: "Jahresfortschrittswert", Form.ROLLING: "gleitender Jahreswert"}


def template(terms: Terms, ags: str, report_month: Month, waited: int, loaded_on: date) -> Iterator[tuple[str, ...]]:
    """The headings, and a row without value for each month of each series the agreement needs at a load state.

    Refuses a month of neither the agreement's year nor the year before, and a day on which that state cannot have been
    loaded yet.
    """
    beyond = terms.year - year_of(report_month) not in {0, 1}
    MONTH_OF_ANOTHER_YEAR.refuse_if(beyond, report_month=report_month, year=terms.year)
    too_early = loaded_on.isoformat()[:7] < shift(report_month, waited)
    LOADED_TOO_EARLY.refuse_if(too_early, loaded_on=loaded_on, report_month=report_month)
    measures = _measures(terms)
    yield LONG
    for code, sex in sorted(_series(terms, measures)):
        for month in _months(measures, code, report_month):
            figure = (ags, code, WORDS[Form.MONTHLY], german(sex), month, str(waited), loaded_on.isoformat())
            yield *figure, "", "", "", ""


def _measures(terms: Terms) -> tuple[Measure, ...]:
    """Measures of the lines, those shown beside them (I.2), and the whole agreement's funds and benchmarks."""
    edition = EDITIONS.get(terms.ordinance.catalogue)
    codes = [line.measure for line in terms.lines]
    of_lines = [measure for code in codes if (measure := terms.measure(code))]
    if edition is None:
        return tuple(of_lines)
    beside = [entry.measure for code in codes for entry in edition.beside(code)]
    whole = [
        entry.measure
        for entry in edition.entries
        if entry.place is MeasureKind.OUTSIDE and not entry.by_sex and not entry.accompanies
    ]
    return tuple({one.code: one for one in (*whole, *beside, *of_lines)}.values())


def _series(terms: Terms, measures: tuple[Measure, ...]) -> set[tuple[MeasureCode, Sex]]:
    edition = EDITIONS.get(terms.ordinance.catalogue)
    by_sex = {one.code for one in edition.quantities if one.by_sex} if edition else set()
    return {
        (code, sex)
        for measure in measures
        for code in (measure.numerator, measure.denominator)
        if code is not None
        for sex in ((Sex.TOTAL, Sex.WOMEN, Sex.MEN) if code in by_sex else (Sex.TOTAL,))
    }


def _months(measures: tuple[Measure, ...], code: MeasureCode, report_month: Month) -> tuple[Month, ...]:
    """January to the report month, or from where the measures that use the quantity reach back to."""
    january = f"{report_month[:4]}-01"
    first = january
    for measure in measures:
        if code == measure.denominator and measure.formula in formulas.OF_THE_MONTH_BEFORE:
            first = min(first, shift(january, -1))
        if code == measure.numerator and measure.formula is Formula.YEAR_ON_YEAR:
            first = min(first, shift(january, -12))
    return span(first, report_month)
