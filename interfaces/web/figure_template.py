"""Templates for files of figures: for a month, a year, or from a delivery, as files to keep."""

from datetime import date
from typing import Annotated, Literal

from fastapi import APIRouter, Path, Query, Response
from pydantic import BeforeValidator

from application.figure_files.template_of import TemplateOf
from interfaces.http.figure_template import template_file
from interfaces.http.parameters import SLUG
from interfaces.web.asking import AgreementPath, TheKnown, TheSystem
from interfaces.web.route import PageRoute, TheActor

router = APIRouter(route_class=PageRoute, include_in_schema=False)


def _given(value: str) -> str | None:
    """A field that was left empty says nothing."""
    return value or None


def _number(value: str) -> str:
    """A number that was left empty is none."""
    return value or "0"


@router.get("/vereinbarungen/{agreement_id}/vorlage.{ending}", operation_id="page_figure_template")
def give_template(
    system: TheSystem,
    actor: TheActor,
    agreement_id: AgreementPath,
    ending: Annotated[Literal["csv", "xlsx"], Path()],
    known: TheKnown,
    fuer: Annotated[str, Query(pattern=r"^((19|20)\d\d(-(0[1-9]|1[0-2]))?)?$")] = "",
    lieferung: Annotated[str | None, Query(pattern=SLUG, max_length=60)] = None,
    geladen: Annotated[date | None, BeforeValidator(_given), Query()] = None,
    wartemonate: Annotated[int, BeforeValidator(_number), Query(ge=0, le=24)] = 0,
    aufbau: Annotated[Literal["lang", "breit"], Query()] = "lang",
    jfw: Annotated[Literal["", "ja"], Query()] = "",
) -> Response:
    """The template that was asked for; a load on the usual day unless one is said."""
    wish = TemplateOf(
        month=fuer if len(fuer) > 4 else None,
        year=int(fuer) if len(fuer) == 4 else None,
        delivery=lieferung,
        loaded_on=geladen,
        waited=wartemonate,
        wide=aufbau == "breit",
        year_to_date=jfw == "ja",
    )
    return template_file(system.courses.course(actor, agreement_id, known_at=known.at), wish, ending)
