"""Attainment: every goal at a report month, and one line at a load state with its derivation and gap."""

from functools import lru_cache
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Path, Query
from fastapi.responses import Response
from pydantic import Field

from application.reading import attainment
from domain.figures import LoadState
from domain.measures import Unit
from domain.record import Actor
from domain.results import GoalResult, LineResult
from domain.rulebook.drafting import UNKNOWN_LINE
from domain.values import AgreementId, DeliveryId, Frozen, Instant, LineId, Number
from interfaces.bootstrap import System
from interfaces.german import results as german_figures
from interfaces.http import english_figures
from interfaces.http.access import GuardedRoute
from interfaces.http.conditional import rendered_already, tagged, unchanged
from interfaces.http.described import gives
from interfaces.http.json import represented
from interfaces.http.language import READS_IN, in_english
from interfaces.http.notes import notes_once
from interfaces.http.parameters import (
    MONTH,
    SLUG,
    AgreementPath,
    IfNoneMatch,
    KnownAt,
    ReportMonth,
    TheActor,
    TheSystem,
)

router = APIRouter(route_class=GuardedRoute, tags=["attainment"])
Waited = Annotated[int | None, Query(ge=0, le=24, description="Months waited after the report month; 0 unless said.")]
BaselineMonth = Annotated[str | None, Query(pattern=MONTH, description="Another report month to compare with.")]
Detail = Annotated[
    Literal["derivation", "none"],
    Query(
        description="“none” leaves out derivations and values by sex, most of the answer; state, value and gap stay."
    ),
]
LinePath = Annotated[str, Path(pattern=SLUG, max_length=60, description="The line's id, as the terms name it.")]


class StandingLine(LineResult):
    """A line as it stands, with its value beside its state, which a short answer has as well."""

    value: Number | None
    """What is held against the bound, or the current value where nothing is, rounded; null where there is none."""
    value_unit: Unit | None
    """The unit of `value`; null without one."""


class StandingGoal(GoalResult):
    """How one goal stands, line by line."""

    lines: tuple[StandingLine, ...]


class AttainmentReading(attainment.AttainmentReading):
    """How an agreement's goals stand at a report month, as known at an instant (null = now)."""

    goals: tuple[StandingGoal, ...]
    notes: dict[DeliveryId, str] = Field(default_factory=dict)


class LineReading(Frozen):
    """A line of an agreement's goals at a load state, with its derivation and gap, also in sentences."""

    agreement_id: AgreementId
    version: int
    known_at: Instant | None
    line: LineResult
    derivation_says: str
    """How the line's state came about, as one paragraph with the numbers in it."""
    notes: dict[DeliveryId, str] = Field(default_factory=dict)


@router.get(
    "/agreements/{agreement_id}/attainment",
    operation_id="read_attainment",
    summary="Zielerreichung",
    responses=gives(AttainmentReading, headers=("ETag",)),
)
def read_attainment(
    system: TheSystem,
    actor: TheActor,
    agreement_id: AgreementPath,
    month: ReportMonth = None,
    detail: Detail = "derivation",
    known_at: KnownAt = None,
    if_none_match: IfNoneMatch = None,
) -> Response:
    """How every goal stands at a report month, each line with its derivation."""
    standing = system.queries.agreement(actor, agreement_id, known_at=known_at)
    if known := unchanged(if_none_match, standing.version):
        return known
    if known_at is None:
        asked = (month, detail == "none")
        return rendered_already(*_rendered(system, actor, agreement_id, asked, standing.version, READS_IN.get()))
    reading = system.queries.attainment(actor, agreement_id, month=month, known_at=known_at)
    return tagged(None, reading.version, _shown(reading, short=detail == "none"))


@lru_cache(maxsize=128)
def _rendered(
    system: System,
    actor: Actor,
    agreement_id: AgreementId,
    asked: tuple[str | None, bool],
    _version: int,
    _language: str,
) -> tuple[int, bytes]:
    """Version and body, which hold as long as the agreement stands at this version, for readers of this language."""
    month, short = asked
    reading = system.queries.attainment(actor, agreement_id, month=month)
    return reading.version, bytes(tagged(None, reading.version, _shown(reading, short=short)).body)


def _shown(reading: attainment.AttainmentReading, *, short: bool) -> dict[str, Any]:
    goals = tuple(
        StandingGoal.model_construct(**dict(goal) | {"lines": tuple(_line(line, short=short) for line in goal.lines)})
        for goal in reading.goals
    )
    return notes_once(represented(reading.model_copy(update={"goals": goals})))


def _line(line: LineResult, *, short: bool) -> StandingLine:
    """The line with its value; if short, with nothing of how it came about."""
    told = line.derivation.compared if line.derivation else line.alone
    value = {"value": told.rounded if told else None, "value_unit": told.unit if told else None}
    left_out = {"derivation": None, "alone": None, "by_sex": ()} if short else {}
    return StandingLine.model_construct(**dict(line) | left_out | value)


@router.get(
    "/agreements/{agreement_id}/attainment/{line_id}",
    operation_id="read_line",
    summary="Eine Zeile der Zielerreichung",
    responses=gives(LineReading, headers=("ETag",)),
)
def read_line(
    system: TheSystem,
    actor: TheActor,
    agreement_id: AgreementPath,
    line_id: LinePath,
    month: ReportMonth = None,
    months_waited: Waited = None,
    baseline_month: BaselineMonth = None,
    baseline_months_waited: Waited = None,
    known_at: KnownAt = None,
    if_none_match: IfNoneMatch = None,
) -> Response:
    """A line at a load state; a baseline of another load state is refused, never compared."""
    reading = system.queries.attainment(actor, agreement_id, month=month, known_at=known_at)
    line = _among(reading, line_id)
    if reading.month and (months_waited is not None or baseline_month is not None):
        state = LoadState(report_month=reading.month, months_waited=months_waited or 0)
        baseline = None
        if baseline_month is not None:
            baseline = LoadState(report_month=baseline_month, months_waited=baseline_months_waited or 0)
        line = system.queries.line(actor, agreement_id, line_id, state, baseline=baseline, known_at=known_at)
    told = english_figures if in_english() else german_figures
    found = LineReading(
        agreement_id=agreement_id,
        version=reading.version,
        known_at=known_at,
        line=line,
        derivation_says=told.derivation(line),
    )
    return tagged(if_none_match, reading.version, notes_once(represented(found)))


def _among(reading: attainment.AttainmentReading, line_id: LineId) -> LineResult:
    for goal in reading.goals:
        for line in goal.lines:
            if line.line_id == line_id:
                return line
    UNKNOWN_LINE.refuse(line=line_id)
