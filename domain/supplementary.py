"""Figures shown beside the lines of a goal: supplementary figures, and the gap between the sexes (I.2)."""

from collections.abc import Iterator

from domain.attainment import Attainment
from domain.figures import LoadState, Series
from domain.formulas import form_in_the_ordinance
from domain.measures import EDITIONS, UNDIVIDED, Edition, Formula, Measure, MeasureCode, MeasureKind, Unit
from domain.results import LineResult, PublishedRate
from domain.standing import line_result
from domain.terms import Goal, GoalKind, Line, LineKind, Quantity, Sex, Terms
from domain.values import Month

WOMEN_IN_MEASURES = "AMP_FRAUENANTEIL"
SUFFIXES = {Sex.GAP: "-abstand", Sex.WOMEN: "-bei-frauen"}
SECTION = "kennzahlen"
"""Under which goal id the figures of the ordinance stand, which belong to none."""


def beside(attainment: Attainment, goal: Goal, state: LoadState) -> tuple[LineResult, ...]:
    """Every figure that belongs beside a goal's measures, at its load state; nothing is judged by them.

    A count is shown as its change against the year before, a rate as its change in points, or where the year before
    was not delivered as it stands.
    """
    return tuple(_shown(attainment, goal, line, state) for line in _lines(attainment, goal))


def of_the_ordinance(attainment: Attainment, state: LoadState) -> tuple[LineResult, ...]:
    """Every key figure and supplementary figure of the pinned edition, in the ordinance's own form (III.3.1).

    A change of a month is formed from one load where that is settled, otherwise from the loads of both years at the
    same load state; a figure that neither gives says what is missing.
    """
    return tuple(_of_the_ordinance(attainment, measure, state) for measure in _in_the_ordinance(attainment.terms))


def _in_the_ordinance(terms: Terms) -> Iterator[Measure]:
    edition, own = EDITIONS.get(terms.ordinance.catalogue), {measure.code for measure in terms.own_measures}
    for entry in edition.entries if edition else ():
        if entry.place is not MeasureKind.OUTSIDE and entry.measure.code not in own:
            yield entry.measure


def published(attainment: Attainment, month: Month) -> tuple[PublishedRate, ...]:
    """The rates of a month in the ordinance's own form as they were delivered, each after the longest wait."""
    states = [LoadState(report_month=of, months_waited=waited) for of, waited in attainment.released if of == month]
    known = {measure.code for measure in _in_the_ordinance(attainment.terms)}
    found: dict[MeasureCode, PublishedRate] = {}
    for state in sorted(states, key=lambda one: one.months_waited):
        for delivered in attainment.loads(state):
            for series in delivered.load.series:
                cell = series.at(month)
                whole = series.measure in known and series.sex is Sex.TOTAL
                if cell and "/" not in cell and whole and is_published(attainment.terms, series):
                    found[series.measure] = PublishedRate(
                        measure=series.measure, delivered=cell, load_state=state, delivery_id=delivered.delivery_id
                    )
    return tuple(found[code] for code in sorted(found))


def is_published(terms: Terms, series: Series) -> bool:
    """Whether a series holds a rate in the form in which the statistic publishes it."""
    measure = terms.measure(series.measure)
    return (
        measure is not None
        and measure.code != measure.numerator
        and series.form is form_in_the_ordinance(measure.formula)
    )


def against_last_year(attainment: Attainment, line: LineResult) -> LineResult:
    """A level that is only monitored, held against the year before; as it stands where that was not delivered."""
    agreed = next((one for one in attainment.terms.lines if one.id == line.line_id), None)
    measure = attainment.terms.measure(line.measure)
    if agreed is None or measure is None or line.quantity is not Quantity.LEVEL or line.load_state is None:
        return line
    quantity = Quantity.CHANGE if measure.formula in UNDIVIDED else Quantity.POINTS
    changed = agreed.model_copy(update={"quantity": quantity})
    found = line_result(attainment, line.goal_id, changed, line.load_state)
    return found if found.derivation else line


def _of_the_ordinance(attainment: Attainment, measure: Measure, state: LoadState) -> LineResult:
    form = form_in_the_ordinance(measure.formula)
    line = Line(
        id=f"{SECTION}-{measure.code.lower()}",
        clause="III.3.1",
        kind=LineKind.MONITORED,
        measure=measure.code,
        form=form,
        quantity=Quantity.LEVEL,
        says=measure.name,
    )
    result = line_result(attainment, SECTION, line, state)
    if result.derivation or measure.formula is not Formula.YEAR_ON_YEAR:
        return result
    quantity = attainment.terms.measure(measure.numerator)
    if quantity is None:
        return result
    change = line.model_copy(update={"measure": quantity.code, "quantity": Quantity.CHANGE})
    changed = line_result(attainment, SECTION, change, state)
    named = {"measure": measure.code, "measure_name": measure.name}
    return changed.model_copy(update=named) if changed.derivation else result


def _lines(attainment: Attainment, goal: Goal) -> Iterator[Line]:
    edition = EDITIONS.get(attainment.terms.ordinance.catalogue)
    if edition is None:
        return
    if goal.kind is GoalKind.REPORTED:
        yield from _of_women(attainment, goal, edition) if _about_women(goal) else ()
        return
    codes = tuple(dict.fromkeys(line.measure for line in goal.lines))
    for entry in dict.fromkeys(entry.measure for code in codes for entry in edition.beside(code)):
        if entry.code not in codes:
            yield _line(goal, entry, Sex.TOTAL)
    watched = {line.measure for line in goal.lines if line.sex is Sex.GAP}
    for code in codes:
        measure, known = attainment.terms.measure(code), edition.entry(code)
        by_sex = known is None or known.by_sex
        if measure and measure.unit is Unit.PERCENT and by_sex and code not in watched:
            yield _line(goal, measure, Sex.GAP)


def _about_women(goal: Goal) -> bool:
    """Whether a goal or one of its topics names women; terms have no field for whom a goal is about."""
    return any("Frauen" in text for text in (goal.title, goal.says, *(topic.says for topic in goal.topics)))


def _of_women(attainment: Attainment, goal: Goal, edition: Edition) -> Iterator[Line]:
    """Beside a goal about women: their share in measures, and their rates and stocks that the other goals measure."""
    if share := attainment.terms.measure(WOMEN_IN_MEASURES):
        yield _line(goal, share, Sex.TOTAL)
    for code in dict.fromkeys(line.measure for line in attainment.terms.lines):
        measure, known = attainment.terms.measure(code), edition.entry(code)
        if measure and (known is None or known.by_sex):
            yield _line(goal, measure, Sex.WOMEN)


def _line(goal: Goal, measure: Measure, sex: Sex) -> Line:
    name = measure.code.lower().replace("_", "-")
    quantity = Quantity.CHANGE if measure.formula in UNDIVIDED else Quantity.POINTS
    return Line(
        id=f"{name}{SUFFIXES.get(sex, '')}",
        clause=goal.clause,
        kind=LineKind.MONITORED,
        measure=measure.code,
        sex=sex,
        quantity=Quantity.LEVEL if measure.formula is Formula.YEAR_ON_YEAR else quantity,
        says=measure.name,
    )


def _shown(attainment: Attainment, goal: Goal, line: Line, state: LoadState) -> LineResult:
    result = line_result(attainment, goal.id, line, state)
    if result.derivation is not None:
        return result
    alone = line_result(attainment, goal.id, line.model_copy(update={"quantity": Quantity.LEVEL}), state)
    return alone if alone.derivation is not None else result
