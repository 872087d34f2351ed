"""Templates for files of figures: everything an agreement's lines need, without values or as delivered."""

from datetime import date
from io import BytesIO
from typing import Annotated, Literal

from fastapi import APIRouter, Query
from fastapi.responses import Response

from application.figure_files.template_of import TemplateOf
from application.lists.courses import Course
from interfaces.bootstrap import FILES
from interfaces.http.access import GuardedRoute
from interfaces.http.described import gives
from interfaces.http.parameters import MONTH, SLUG, AgreementPath, KnownAt, TheActor, TheSystem

router = APIRouter(route_class=GuardedRoute, tags=["figures"])
BYTES = "application/octet-stream"


@router.get(
    "/agreements/{agreement_id}/figure-template",
    operation_id="read_figure_template",
    summary="Vorlage für Daten",
    response_class=Response,
    responses=gives(
        None,
        says="The file to fill, as its name says a workbook or CSV.",
        media_type=BYTES,
        schema={"type": "string", "format": "binary"},
        headers=("Content-Disposition",),
    ),
)
def read_figure_template(
    system: TheSystem,
    actor: TheActor,
    agreement_id: AgreementPath,
    month: Annotated[str | None, Query(pattern=MONTH, description="For the load of this report month.")] = None,
    year: Annotated[
        int | None, Query(ge=2010, le=2099, description="For every load of this year, or of the year before.")
    ] = None,
    delivery: Annotated[
        str | None, Query(pattern=SLUG, max_length=60, description="With the figures of this delivery.")
    ] = None,
    loaded_on: Annotated[
        date | None, Query(description="The month's day of loading; the 16th after the wait unless said.")
    ] = None,
    months_waited: Annotated[int, Query(ge=0, le=24, description="Months waited after the report month.")] = 0,
    format: Annotated[Literal["xlsx", "csv"], Query(description="As what it is written.")] = "xlsx",
    layout: Annotated[
        Literal["long", "wide"], Query(description="A row for each figure, or months as columns.")
    ] = "long",
    year_to_date: Annotated[bool, Query(description="Rows for year-to-date values, too.")] = False,
    known_at: KnownAt = None,
) -> Response:
    """A file with a place for each figure the agreement's lines need, or with those of a delivery; one of the three."""
    wish = TemplateOf(month, year, delivery, loaded_on, months_waited, layout == "wide", year_to_date)
    return template_file(system.courses.course(actor, agreement_id, known_at=known_at), wish, format)


def template_file(course: Course, wish: TemplateOf, ending: str) -> Response:
    """The template as a file to keep; refuses a wish that is none."""
    rows = wish.rows(course.agreement.terms, course.attainment)
    content = BytesIO()
    FILES.write(rows, content, workbook=ending == "xlsx")
    headers = {"Content-Disposition": f'attachment; filename="{course.agreement.id}-{wish.name}.{ending}"'}
    return Response(content.getvalue(), media_type=BYTES, headers=headers)
