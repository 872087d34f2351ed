"""Explanation of figures: outlook and quality of each line, each load's values, the Jobcenter compared."""

from typing import Annotated

from fastapi import APIRouter, Path, Query, Request
from fastapi.responses import Response
from pydantic import Field

from application.comparison.comparison import Comparison
from application.reading.explanation import Explanation, GoalExplained, LineExplained, MatrixReading
from domain.figures import Form
from domain.terms import Sex
from domain.values import DeliveryId, Instant
from interfaces.german import explanation as german_explanation
from interfaces.http import english_explanation
from interfaces.http.access import GuardedRoute
from interfaces.http.conditional import held_already, state_of_question, tagged, unchanged
from interfaces.http.described import gives
from interfaces.http.json import represented
from interfaces.http.language import in_english
from interfaces.http.notes import notes_once
from interfaces.http.parameters import AgreementPath, IfNoneMatch, KnownAt, ReportMonth, TheActor, TheSystem

router = APIRouter(route_class=GuardedRoute, tags=["figures"])


class ComparisonReading(Comparison):
    """The figures of a Land's agreements of a year at one load state, as known at an instant (null = now)."""

    known_at: Instant | None
    as_of_position: int


class LineTold(LineExplained):
    """The explanation of a line beside its result, also in sentences."""

    outlook_says: str | None
    """None for a line without a bound."""
    quality_says: tuple[str, ...]
    """A sentence each: how verified, source, accuracy, limits, how limits were compensated."""


class GoalTold(GoalExplained):
    """A goal's lines explained, and the figures shown beside them."""

    lines: tuple[LineTold, ...]


class ExplanationReading(Explanation):
    """The explanation of the goals' state at a report month, as known at an instant (null = now)."""

    goals: tuple[GoalTold, ...]
    notes: dict[DeliveryId, str] = Field(default_factory=dict)


MEASURE = r"^[A-Z][A-Z0-9_]{1,19}$"
MeasurePath = Annotated[str, Path(pattern=MEASURE, description="The measure's code.")]
AskedMeasure = Annotated[str | None, Query(pattern=MEASURE, description="Only the figures of this measure.")]


@router.get(
    "/agreements/{agreement_id}/explanation",
    operation_id="read_explanation",
    summary="Ausblick, Datengüte und ergänzende Größen",
    responses=gives(ExplanationReading, headers=("ETag",)),
)
def read_explanation(
    system: TheSystem,
    actor: TheActor,
    agreement_id: AgreementPath,
    month: ReportMonth = None,
    known_at: KnownAt = None,
    if_none_match: IfNoneMatch = None,
) -> Response:
    """The pace the rest of the year needs and the quality of data, line by line; what is watched beside each goal."""
    if held := held_already(if_none_match, system.journal, actor, agreement_id, known_at):
        return held
    found = system.explanations.explained(actor, agreement_id, month=month, known_at=known_at)
    return tagged(if_none_match, found.version, notes_once(represented(_told(found))))


def _told(found: Explanation) -> ExplanationReading:
    goals = (GoalTold(**dict(goal) | {"lines": tuple(map(_line_told, goal.lines))}) for goal in found.goals)
    return ExplanationReading(**dict(found) | {"goals": tuple(goals)})


def _line_told(line: LineExplained) -> LineTold:
    told = english_explanation if in_english() else german_explanation
    return LineTold(**dict(line), outlook_says=told.pace(line) or None, quality_says=told.quality(line.quality))


@router.get(
    "/agreements/{agreement_id}/matrix/{measure}",
    operation_id="read_matrix",
    summary="Ladestände einer Kennzahl",
    responses=gives(MatrixReading, headers=("ETag",)),
)
def read_matrix(
    system: TheSystem,
    actor: TheActor,
    agreement_id: AgreementPath,
    measure: MeasurePath,
    sex: Annotated[Sex, Query(description="Whom it covers.")] = Sex.TOTAL,
    form: Annotated[Form | None, Query(description="Of a month, of the year so far, of twelve months.")] = None,
    known_at: KnownAt = None,
    if_none_match: IfNoneMatch = None,
) -> Response:
    """Each load's values for each month, changed values marked."""
    if held := held_already(if_none_match, system.journal, actor, agreement_id, known_at):
        system.explanations.has_matrix(actor, agreement_id, measure, sex, known_at)
        return held
    found = system.explanations.matrix(actor, agreement_id, measure, sex=sex, form=form, known_at=known_at)
    return tagged(if_none_match, found.version, represented(found))


@router.get(
    "/comparison",
    operation_id="compare",
    summary="Jobcenter im Vergleich",
    responses=gives(ComparisonReading, headers=("ETag",)),
)
def compare(
    request: Request,
    system: TheSystem,
    actor: TheActor,
    land: Annotated[str, Query(pattern=r"^[0-9]{2}$", description="The Land's official key.")],
    year: Annotated[int, Query(ge=2011, le=2099, description="The agreements' year.")],
    month: ReportMonth = None,
    months_waited: Annotated[int, Query(ge=0, le=24, description="Months waited after the report month.")] = 0,
    track: Annotated[int, Query(ge=1, le=4, description="Number in § 48b Abs. 1 S. 1 SGB II.")] = 4,
    measure: AskedMeasure = None,
    known_at: KnownAt = None,
    if_none_match: IfNoneMatch = None,
) -> Response:
    """Every Jobcenter of a Land at one load state: change, state, gap, rank per figure, and the total."""
    at = system.lists.as_of(known_at)
    state = state_of_question(request, at, system.lists.generation())
    if held := unchanged(if_none_match, state):
        return held
    found = system.comparisons.compared(
        actor, land, year, month=month, waited=months_waited, track=track, measure=measure, at=at
    )
    reading = ComparisonReading(**dict(found), known_at=known_at, as_of_position=at)
    return tagged(None, state, represented(reading))
