"""Readings as tables: at the reading's address with .csv or .xlsx behind it."""

import hashlib
from dataclasses import dataclass
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends, Path, Query, Request
from fastapi.responses import Response

from domain.figures import Form
from domain.record import Actor, Role
from domain.terms import Sex
from domain.values import Day
from interfaces.http.access import GuardedRoute
from interfaces.http.attainment import LinePath
from interfaces.http.authentication import asked_by
from interfaces.http.conditional import marks, unchanged
from interfaces.http.described import Responses
from interfaces.http.explanations import AskedMeasure, MeasurePath
from interfaces.http.parameters import SLUG, AgreementPath, IfNoneMatch, KnownAt, ReportMonth, TheActor, TheSystem
from interfaces.tables import comparison, figures, goals, lists
from interfaces.tables.table import Table
from interfaces.tables.writing import WRITERS, as_csv

router = APIRouter(route_class=GuardedRoute, tags=["tables"])
Ending = Annotated[Literal["csv", "xlsx"], Path(description="As what the table is written.")]
Delivery = Annotated[str, Path(pattern=SLUG, max_length=60, description="The delivery's id.")]
_BINARY = {"schema": {"type": "string", "format": "binary"}}
_HEADERS = {
    "Content-Disposition": {"description": "The file's name.", "schema": {"type": "string"}},
    "ETag": {"description": "The content's tag, for If-None-Match.", "schema": {"type": "string"}},
}
_FILES: Responses = {
    200: {
        "description": "A table with German headings; its title and origin stand above them.",
        "content": {kind: _BINARY for _, kind in WRITERS.values()},
        "headers": _HEADERS,
    }
}
_GIVEN: dict[str, Any] = {"response_class": Response, "responses": _FILES}


@dataclass(frozen=True, slots=True)
class Reader:
    """Whoever asks for a table: as what, as known when, and what they have already."""

    request: Request
    system: TheSystem
    actor: TheActor
    ending: Ending
    known_at: KnownAt = None
    if_none_match: IfNoneMatch = None

    def given(self, table: Table) -> Response:
        """The table as they asked for it."""
        return handed_on(self.request, self.actor, table, self.ending, self.if_none_match)


TheReader = Annotated[Reader, Depends()]


@router.get("/agreements.{ending}", operation_id="export_agreements", summary="Vereinbarungen als Tabelle", **_GIVEN)
def export_agreements(to: TheReader) -> Response:
    """Every agreement, and where it stands."""
    return to.given(lists.agreements(to.system, to.actor, known_at=to.known_at))


@router.get("/due.{ending}", operation_id="export_due", summary="Fälliges als Tabelle", **_GIVEN)
def export_due(
    to: TheReader,
    on: Annotated[Day | None, Query(description="On which day; today in Germany unless said.")] = None,
    role: Annotated[Role | None, Query(description="Only what this role has to do.")] = None,
) -> Response:
    """Everything due on a day, those with a deadline first."""
    return to.given(lists.due(to.system, to.actor, on, role, known_at=to.known_at))


@router.get("/circumstances.{ending}", operation_id="export_circumstances", summary="Umstände als Tabelle", **_GIVEN)
def export_circumstances(to: TheReader) -> Response:
    """Circumstances and legal changes, the same ones of several agreements under each other."""
    return to.given(lists.circumstances(to.system, to.actor, known_at=to.known_at))


@router.get("/comparison.{ending}", operation_id="export_comparison", summary="Vergleich als Tabelle", **_GIVEN)
def export_comparison(
    to: TheReader,
    land: Annotated[str, Query(pattern=r"^[0-9]{2}$", description="The Land's official key.")],
    year: Annotated[int, Query(ge=2011, le=2099, description="The agreements' year.")],
    month: ReportMonth = None,
    months_waited: Annotated[int, Query(ge=0, le=24, description="Months waited after the report month.")] = 0,
    track: Annotated[int, Query(ge=1, le=4, description="Number in § 48b Abs. 1 S. 1 SGB II.")] = 4,
    measure: AskedMeasure = None,
) -> Response:
    """Every Jobcenter of a Land at one load state, each figure in a row."""
    table = comparison.comparison(
        to.system,
        to.actor,
        land,
        year,
        month=month,
        waited=months_waited,
        track=track,
        measure=measure,
        known_at=to.known_at,
    )
    return to.given(table)


@router.get(
    "/agreements/{agreement_id}/attainment.{ending}",
    operation_id="export_attainment",
    summary="Zielerreichung als Tabelle",
    **_GIVEN,
)
def export_attainment(to: TheReader, agreement_id: AgreementPath, month: ReportMonth = None) -> Response:
    """Every line at a report month, also by sex, with the figures shown beside it and those of the ordinance."""
    return to.given(goals.goals(to.system, to.actor, agreement_id, month=month, known_at=to.known_at))


@router.get(
    "/agreements/{agreement_id}/attainment/{line_id}/months.{ending}",
    operation_id="export_line",
    summary="Eine Zeile Monat für Monat als Tabelle",
    **_GIVEN,
)
def export_line(
    to: TheReader,
    agreement_id: AgreementPath,
    line_id: LinePath,
    month: ReportMonth = None,
) -> Response:
    """A line at every report month up to this one, each at the load state as agreed."""
    table = goals.line_months(to.system, to.actor, agreement_id, line_id, month=month, known_at=to.known_at)
    return to.given(table)


@router.get(
    "/agreements/{agreement_id}/matrix/{measure}/months.{ending}",
    operation_id="export_matrix",
    summary="Ladestände einer Kennzahl als Tabelle",
    **_GIVEN,
)
def export_matrix(
    to: TheReader,
    agreement_id: AgreementPath,
    measure: MeasurePath,
    sex: Annotated[Sex, Query(description="Whom it covers.")] = Sex.TOTAL,
    form: Annotated[Form | None, Query(description="Of a month, of the year so far, of twelve months.")] = None,
) -> Response:
    """Each released load's values for each month, also of the quantities a measure is formed from."""
    table = figures.matrix(to.system, to.actor, agreement_id, measure, sex=sex, form=form, known_at=to.known_at)
    return to.given(table)


@router.get(
    "/agreements/{agreement_id}/figures/{delivery_id}/changes.{ending}",
    operation_id="export_changes",
    summary="Änderungen einer Lieferung als Tabelle",
    **_GIVEN,
)
def export_changes(
    to: TheReader,
    agreement_id: AgreementPath,
    delivery_id: Delivery,
) -> Response:
    """Every figure of a delivery that differs from the loads before it."""
    table = figures.changes(to.system, to.actor, agreement_id, delivery_id, known_at=to.known_at)
    return to.given(table)


def handed_on(request: Request, actor: Actor, table: Table, ending: str, if_none_match: str | None = None) -> Response:
    """The table as a file, under a tag of its content; 304 where the caller has it."""
    digest = hashlib.sha256(as_csv(table)).hexdigest()
    if known := unchanged(if_none_match, digest):
        return known
    write, kind = WRITERS[ending]
    request.app.state.door.security_log.exported(f"table {table.name}", actor, asked_by(request))
    said = {"Content-Disposition": f'attachment; filename="{table.name}.{ending}"'}
    return Response(write(table), media_type=kind, headers=marks(digest) | said)
