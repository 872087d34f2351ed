"""Templates of files: every figure that an agreement's lines and those beside them need, or a delivered load."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from application.figure_files.checks.problems import comma
from application.figure_files.intake.layout import (
    CARRIER,
    FORM,
    LOADED_ON,
    LONG,
    MEASURE,
    REMARK,
    REPORT_MONTH,
    SEX,
    VERSION,
    WAITED,
)
from domain import formulas
from domain.figures import Form, Load, LoadState, Series
from domain.german import german
from domain.measures import EDITIONS, Formula, Measure, MeasureCode, MeasureKind
from domain.measures.ripening import KNOWN_AFTER
from domain.rulebook.figures import LOADED_TOO_EARLY, MONTH_OF_ANOTHER_YEAR
from domain.terms import Sex, Terms
from domain.values import Month, shift, span, year_of

WORDS = {Form.MONTHLY: "Monatswert", Form.YEAR_TO_DATE: "Jahresfortschrittswert", Form.ROLLING: "gleitender Jahreswert"}
USUAL_DAY = 16
"""Day of the month on which loads usually come, until somebody writes the real one into the template."""
Cells = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Wanted:
    """A load a template is for."""

    state: LoadState
    loaded_on: date


@dataclass(frozen=True, slots=True)
class Filled:
    """A row's series, with the cells there are, its months, and what is to be known about it."""

    measure: MeasureCode
    form: Form
    sex: Sex
    months: tuple[Month, ...]
    remark: str
    version: str = ""
    cells: Mapping[Month, tuple[str, str]] | None = None
    """Figure and mark by month; None where all are still to be filled in."""


def template(
    terms: Terms,
    ags: str,
    loads: Sequence[Wanted],
    *,
    wide: bool = False,
    year_to_date: bool = False,
) -> Iterator[Cells]:
    """The headings, and rows without value for each series of these loads: one a month, or (`wide`) months as columns.

    Refuses a month of a year whose figures the agreement does not read, and a day on which a state cannot have been
    loaded yet.
    """
    for load in loads:
        month = load.state.report_month
        MONTH_OF_ANOTHER_YEAR.refuse_if(year_of(month) not in terms.years_read, report_month=month, year=terms.year)
        too_early = load.loaded_on.isoformat()[:7] < shift(month, load.state.months_waited)
        LOADED_TOO_EARLY.refuse_if(too_early, loaded_on=load.loaded_on, report_month=month)
    parts = [(load, tuple(_needed(terms, load.state, year_to_date=year_to_date))) for load in loads]
    return _written(ags, parts, wide=wide)


def of_year(year: int, waited: int) -> tuple[Wanted, ...]:
    """The loads of every month of a year, each on the usual day after its wait."""
    return tuple(
        Wanted(LoadState(report_month=month, months_waited=waited), usual_day(month, waited))
        for month in span(f"{year}-01", f"{year}-12")
    )


def usual_day(month: Month, waited: int) -> date:
    """The day on which a month's load usually comes: in the month after the wait."""
    return date.fromisoformat(f"{shift(month, waited + 1)}-{USUAL_DAY}")


def of_load(terms: Terms, ags: str, load: Load, *, wide: bool = False) -> Iterator[Cells]:
    """A delivered load as it was, so that a correction is one changed cell."""
    names = _names(terms)
    series = tuple(_of_series(one, names.get(one.measure, one.measure)) for one in load.series)
    return _written(ags, [(Wanted(load.state, load.loaded_on), series)], wide=wide)


def _of_series(series: Series, name: str) -> Filled:
    flags = {flag.month: german(flag.flag) for flag in series.flags}
    months = span(series.first, series.last)
    found = zip(months, series.values, strict=True)
    cells = {month: (comma(value or ""), flags.get(month, "")) for month, value in found}
    return Filled(series.measure, series.form, series.sex, months, name, series.definition, cells)


def _written(ags: str, parts: Iterable[tuple[Wanted, Sequence[Filled]]], *, wide: bool) -> Iterator[Cells]:
    parts = list(parts)
    if not wide:
        yield *LONG, REPORT_MONTH, VERSION, REMARK
        for load, series in parts:
            for one in series:
                yield from _long(ags, load, one)
        return
    months = sorted({month for _, series in parts for one in series for month in one.months})
    yield CARRIER, MEASURE, FORM, SEX, WAITED, LOADED_ON, REPORT_MONTH, VERSION, *months, REMARK
    for load, series in parts:
        for one in series:
            values = (one.cells.get(month, ("", "")) if one.cells else ("", "") for month in months)
            key = (ags, one.measure, WORDS[one.form], german(one.sex), *_of(load), load.state.report_month, one.version)
            yield *key, *(value or mark for value, mark in values), one.remark


def _long(ags: str, load: Wanted, one: Filled) -> Iterator[Cells]:
    for month in one.months:
        value, mark = one.cells[month] if one.cells else ("", "")
        above, slash, below = value.partition("/")
        shown = ("", above, below) if slash else (value, "", "")
        key = (ags, one.measure, WORDS[one.form], german(one.sex), month, *_of(load))
        yield *key, *shown, mark, load.state.report_month, one.version, one.remark


def _of(load: Wanted) -> tuple[str, str]:
    return str(load.state.months_waited), load.loaded_on.isoformat()


def _needed(terms: Terms, state: LoadState, *, year_to_date: bool) -> Iterator[Filled]:
    """Every series the agreement needs at a load state, those the lines need marked; no month nobody can know yet."""
    measures, names = _measures(terms), _names(terms)
    of_lines = dict.fromkeys((one, line.form) for line in terms.lines if (one := terms.measure(line.measure)))
    wanted = (*of_lines, *((measure, Form.YEAR_TO_DATE) for measure in measures))
    for code, sex in sorted(_series(terms, measures)):
        remark = f"{names.get(code, code)}; {_mark(terms, code)}"
        if months := _months(wanted, code, state):
            yield Filled(code, Form.MONTHLY, sex, months, remark)
    for measure, form in of_lines if year_to_date else ():
        if (measure.code, form) == (measure.numerator, Form.MONTHLY):
            continue
        remark = f"{measure.name}; wird mit den Monatswerten abgeglichen"
        sexes = (Sex.TOTAL, Sex.WOMEN, Sex.MEN) if _has_sexes(terms, measure) else (Sex.TOTAL,)
        for sex in sexes:
            yield Filled(measure.code, form, sex, (state.report_month,), remark)


def _mark(terms: Terms, code: MeasureCode) -> str:
    """For which goals a quantity is needed; else that it stands beside them."""
    goals = [
        goal.id
        for goal in terms.goals
        for line in goal.lines
        if (measure := terms.measure(line.measure)) and code in {measure.numerator, measure.denominator}
    ]
    return f"nötig für Ziel {', '.join(dict.fromkeys(goals))}" if goals else "daneben (I.2)"


def _names(terms: Terms) -> Mapping[MeasureCode, str]:
    edition = EDITIONS.get(terms.ordinance.catalogue)
    own = {one.code: one.name for one in terms.own_measures}
    known = {one.measure.code: one.measure.name for one in edition.entries} if edition else {}
    return own | known | ({one.code: one.name for one in edition.quantities} if edition else {})


def _has_sexes(terms: Terms, measure: Measure) -> bool:
    edition = EDITIONS.get(terms.ordinance.catalogue)
    by_sex = {one.code for one in edition.quantities if one.by_sex} if edition else set()
    return {one for one in (measure.numerator, measure.denominator) if one} <= by_sex


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


def _months(wanted: Iterable[tuple[Measure, Form]], code: MeasureCode, state: LoadState) -> tuple[Month, ...]:
    """January to the last month known, or from where the measures reach back to, in their forms, that use it."""
    firsts = [f"{state.report_month[:4]}-01"]
    for measure, form in wanted:
        months = formulas.window(measure.formula, form, state.report_month)
        if code == measure.numerator:
            firsts.append(months[0])
        if code == (measure.numerator if measure.formula is Formula.YEAR_ON_YEAR else measure.denominator):
            firsts.append(formulas.months_below(measure.formula, months)[0])
    last = shift(state.report_month, -max(0, KNOWN_AFTER.get(code, 0) - state.months_waited))
    return span(min(firsts), last) if min(firsts) <= last else ()
