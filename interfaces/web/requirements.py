"""The agreement as living requirements: its words, what carries them out, and what happened under them."""

import csv
from io import StringIO
from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from application.reading.visibility import READERS
from domain.record import Actor
from domain.values import AGREEMENT_ID
from interfaces.bootstrap import System
from interfaces.http.problems import Trouble
from interfaces.requirements.document import Document
from interfaces.requirements.entries import with_entries
from interfaces.requirements.rendering import as_part, matrix
from interfaces.requirements.stored import stored_document
from interfaces.web.asking import TheSystem
from interfaces.web.rendering import page
from interfaces.web.route import PageRoute, TheActor
from interfaces.web.titles import county_in, county_of

router = APIRouter(route_class=PageRoute, include_in_schema=False)
Asked = Annotated[str | None, Query(pattern=AGREEMENT_ID)]


@router.get("/anforderungen", operation_id="page_requirements")
def show_requirements(request: Request, system: TheSystem, actor: TheActor, agreement: Asked = None) -> Response:
    """Text, Regeln, results, and the entries of an agreement that is asked for."""
    found = stored_document()
    shown = found and as_part(_about(found, system, actor, agreement), f"/vereinbarungen/{agreement}/verlauf")
    rows = system.lists.overview(actor) if actor.role in READERS else ()
    names = {row.agreement_id: f"{county_in(row.parties)} {row.year}" for row in rows}
    return page(request, "requirements.html", shown=shown, agreement=agreement, names=names)


@router.get("/anforderungen.json", operation_id="page_requirements_data")
def give_requirements(system: TheSystem, actor: TheActor, agreement: Asked = None) -> Response:
    """The same as data."""
    return Response(_there(system, actor, agreement).model_dump_json(), media_type="application/json")


@router.get("/anforderungen.csv", operation_id="page_requirements_matrix")
def give_matrix(system: TheSystem, actor: TheActor, agreement: Asked = None) -> Response:
    """Sentence by Regel by scenario by result by entries."""
    table = StringIO()
    csv.writer(table, delimiter=";").writerows(matrix(_there(system, actor, agreement)))
    headers = {"Content-Disposition": 'attachment; filename="anforderungen.csv"'}
    return Response("\ufeff" + table.getvalue(), media_type="text/csv; charset=utf-8", headers=headers)


def _there(system: System, actor: Actor, agreement: str | None) -> Document:
    found = stored_document()
    if found is None:
        raise Trouble("not-found")
    return _about(found, system, actor, agreement)


def _about(document: Document, system: System, actor: Actor, agreement: str | None) -> Document:
    if agreement is None:
        return with_entries(document, None, ())
    history, read = system.histories.of_agreement(actor, agreement), system.queries.agreement(actor, agreement)
    return with_entries(document, agreement, history, f"{county_of(read)} {read.terms.year}")
