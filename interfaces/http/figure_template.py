"""Templates for files of figures: everything an agreement's lines need, without values."""

from datetime import date
from io import BytesIO
from typing import Annotated, Literal

from fastapi import APIRouter, Query
from fastapi.responses import Response

from application.figure_files.template import Wanted, template
from domain.figures import LoadState
from domain.parties import Side
from interfaces.bootstrap import FILES
from interfaces.http.access import GuardedRoute
from interfaces.http.described import gives
from interfaces.http.parameters import MONTH, AgreementPath, KnownAt, TheActor, TheSystem

router = APIRouter(route_class=GuardedRoute, tags=["figures"])
BYTES = "application/octet-stream"


@router.get(
    "/agreements/{agreement_id}/figure-template",
    operation_id="read_figure_template",
    summary="Vorlage für Daten",
    response_class=Response,
    responses=gives(
        None, media_type=BYTES, schema={"type": "string", "format": "binary"}, headers=("Content-Disposition",)
    ),
)
def read_figure_template(
    system: TheSystem,
    actor: TheActor,
    agreement_id: AgreementPath,
    month: Annotated[str, Query(pattern=MONTH, description="Report month.")],
    loaded_on: Annotated[date, Query(description="Day of loading.")],
    months_waited: Annotated[int, Query(ge=0, le=24, description="Months waited after the report month.")] = 0,
    format: Annotated[Literal["xlsx", "csv"], Query(description="As what it is written.")] = "xlsx",
    layout: Annotated[
        Literal["long", "wide"], Query(description="A row for each figure, or months as columns.")
    ] = "long",
    year_to_date: Annotated[bool, Query(description="Rows for year-to-date values, too.")] = False,
    known_at: KnownAt = None,
) -> Response:
    """A file with a place, still without value, for each figure the agreement's lines need, those marked."""
    terms = system.queries.agreement(actor, agreement_id, known_at=known_at).terms
    ags = next(party.key for party in terms.parties if party.side is Side.COUNTY)
    content = BytesIO()
    load = Wanted(LoadState(report_month=month, months_waited=months_waited), loaded_on)
    rows = template(terms, ags, [load], wide=layout == "wide", year_to_date=year_to_date)
    FILES.write(rows, content, workbook=format == "xlsx")
    name = f"{agreement_id}-{month}.{format}"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(content.getvalue(), media_type=BYTES, headers=headers)
