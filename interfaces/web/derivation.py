"""Where a number comes from: the formula with the numbers in it, every input, who delivered and who released it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Annotated, Literal

from fastapi import APIRouter, Path, Query, Request, Response

from application.lists.courses import Course
from application.reading.explanation import LineExplained
from domain.facts import FiguresDelivered, FiguresReleased
from domain.figures import LoadState
from domain.measures import EDITIONS
from domain.record import Record
from domain.results import LineResult
from domain.rulebook.drafting import UNKNOWN_LINE
from domain.standing import line_standing
from domain.values import DeliveryId, Month, rounded
from domain.year_to_date import Input, Value
from interfaces.german import explanation, numbers
from interfaces.german.chart import chart
from interfaces.http.parameters import SLUG
from interfaces.web.asking import AgreementPath, TheKnown, TheMonth, TheSystem
from interfaces.web.rendering import page, templates
from interfaces.web.route import PageRoute, TheActor
from interfaces.web.tabs import about

router = APIRouter(route_class=PageRoute, include_in_schema=False)
LinePath = Annotated[str, Path(pattern=SLUG, max_length=60)]
Pattern = Literal["percent", "change", "ratio", "alone", "gap"]


@dataclass(frozen=True, slots=True)
class Origin:
    """The records by which a delivery came and was released."""

    delivered: Record
    released: Record | None


@router.get("/vereinbarungen/{agreement_id}/zeilen/{line_id}", operation_id="page_line")
def show_line(
    request: Request,
    system: TheSystem,
    actor: TheActor,
    agreement_id: AgreementPath,
    line_id: LinePath,
    known: TheKnown,
    month: TheMonth,
    warten: Annotated[int | None, Query(ge=0, le=24)] = None,
) -> Response:
    """A line at a load state."""
    case = system.courses.course(actor, agreement_id, known_at=known.at)
    at = month or case.attainment.latest_month()
    line = _line(case, line_id, at, warten)
    found = system.explanations.explained(actor, agreement_id, month=at, known_at=known.at)
    explained = next((one for goal in found.goals for one in goal.lines if one.line_id == line_id), None)
    course = case.lines_until(at).get(line_id, ())
    values = [value for value in _values(line) if value]
    return page(
        request,
        "line.html",
        chart=chart(line.says, course, at),
        **about(case, known, "/zeilen"),
        line=line,
        month=at,
        months=case.months,
        inputs=tuple(_inputs(values)),
        origins=_origins(case),
        quantities=_quantities(values, case),
        outlook=explanation.pace(explained) if explained and warten is None else "",
        quality=_quality(explained),
        course=course,
    )


def _line(case: Course, line_id: str, month: Month | None, waited: int | None) -> LineResult:
    if month is not None and waited is not None:
        return line_standing(case.attainment, line_id, LoadState(report_month=month, months_waited=waited))
    for goal in case.goals_at(month):
        for line in goal.lines:
            if line.line_id == line_id:
                return line
    UNKNOWN_LINE.refuse(line=line_id)


def _values(line: LineResult) -> Iterator[Value | None]:
    yield line.alone
    for pair in (line.derivation, *line.by_sex):
        if pair:
            yield from (pair.current, pair.baseline)


def _inputs(values: list[Value]) -> Iterator[Input]:
    """Every series that entered, once."""
    seen = set()
    singles = (single for value in values for single in (value.parts or (value,)))
    for entered in (entered for single in singles for entered in single.inputs):
        key = (entered.delivery_id, entered.measure, entered.sex, entered.form, entered.months)
        if key not in seen:
            seen.add(key)
            yield entered


def _quantities(values: list[Value], case: Course) -> Mapping[str, str]:
    """The names of the quantities that entered, by their codes."""
    terms = case.agreement.terms
    edition = EDITIONS.get(terms.ordinance.catalogue)
    codes = {entered.measure for entered in _inputs(values)}
    found = {
        code: (edition.quantity(code) if edition else None) or case.agreement.terms.measure(code) for code in codes
    }
    return {code: one.name for code, one in found.items() if one}


def _origins(case: Course) -> Mapping[DeliveryId, Origin]:
    delivered = {r.fact.delivery_id: r for r in case.records if isinstance(r.fact, FiguresDelivered)}
    released = {r.fact.delivery_id: r for r in case.records if isinstance(r.fact, FiguresReleased)}
    return {name: Origin(record, released.get(name)) for name, record in delivered.items()}


def _quality(explained: LineExplained | None) -> tuple[tuple[str, str], ...]:
    """The statement of data quality, each sentence with its heading apart."""
    if explained is None:
        return ()
    sentences = (said.partition(": ") for said in explanation.quality(explained.quality))
    return tuple((heading, says) for heading, _, says in sentences)


def pattern(value: Value) -> Pattern:
    """How a value follows from its numerator and denominator."""
    if value.parts:
        return "gap"
    if value.numerator is None or value.denominator in {None, "1"}:
        return "alone"
    ratio = Fraction(value.numerator) / Fraction(value.denominator or 1)
    if value.fraction == 100 * ratio:
        return "percent"
    return "change" if value.fraction == 100 * (ratio - 1) else "ratio"


def short(exact: str) -> str:
    """An exact number with at most four decimals."""
    number = Fraction(exact)
    decimals = next((n for n in range(5) if (number * 10**n).denominator == 1), 4)
    return numbers.number(rounded(number, decimals))


templates.filters |= {"pattern": pattern, "short": short}
