"""Figures shown beside the lines of a goal: supplementary figures, and the gap between the sexes (I.2)."""

from collections.abc import Iterator

from domain.attainment import Attainment
from domain.figures import LoadState
from domain.measures import EDITIONS, UNDIVIDED, Formula, Measure, Unit
from domain.results import LineResult
from domain.standing import line_result
from domain.terms import Goal, Line, LineKind, Quantity, Sex


def beside(attainment: Attainment, goal: Goal, state: LoadState) -> tuple[LineResult, ...]:
    """Every figure that belongs beside a goal's measures, at its load state; nothing is judged by them.

    A count is shown as its change against the year before, a rate as its change in points, or where the year before
    was not delivered as it stands.
    """
    return tuple(_shown(attainment, goal, line, state) for line in _lines(attainment, goal))


def _lines(attainment: Attainment, goal: Goal) -> Iterator[Line]:
    edition = EDITIONS[attainment.terms.ordinance.catalogue]
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


def _line(goal: Goal, measure: Measure, sex: Sex) -> Line:
    name = measure.code.lower().replace("_", "-")
    quantity = Quantity.CHANGE if measure.formula in UNDIVIDED else Quantity.POINTS
    return Line(
        id=f"{name}-abstand" if sex is Sex.GAP else name,
        clause=goal.clause,
        kind=LineKind.MONITORED,
        measure=measure.code,
        sex=sex,
        quantity=Quantity.LEVEL if measure.formula is Formula.YEAR_ON_YEAR else quantity,
        says=measure.name,
    )


def _shown(attainment: Attainment, goal: Goal, line: Line, state: LoadState) -> LineResult:
    result = line_result(attainment, goal, line, state)
    if result.derivation is not None:
        return result
    alone = line_result(attainment, goal, line.model_copy(update={"quantity": Quantity.LEVEL}), state)
    return alone if alone.derivation is not None else result
