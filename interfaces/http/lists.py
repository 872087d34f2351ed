"""Lists across agreements: what is due, and the same circumstance in several agreements side by side."""

from datetime import date
from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import JSONResponse, Response

from application.lists import SameThing
from application.views.due_item import DueItem
from domain.record import Role
from domain.values import Day, Frozen
from interfaces.http.access import GuardedRoute
from interfaces.http.described import gives
from interfaces.http.paging import Cursor, linked, page, position_and_offset
from interfaces.http.parameters import KnownAt, Limit, TheActor, TheSystem
from interfaces.http.representation import represented

router = APIRouter(route_class=GuardedRoute, tags=["lists"])


class DuePage(Frozen):
    """What is due on a day, what has an end first."""

    on: date
    items: tuple[DueItem, ...]
    as_of_position: int
    next: str | None


class CircumstancePage(Frozen):
    """Circumstances and legal changes, the same ones of several agreements together."""

    items: tuple[SameThing, ...]
    as_of_position: int
    next: str | None


@router.get("/due", operation_id="list_due", summary="Fälliges", responses=gives(DuePage, headers=("Link",)))
def list_due(
    request: Request,
    system: TheSystem,
    actor: TheActor,
    on: Annotated[Day | None, Query(description="On which day; without it, today in Germany.")] = None,
    role: Annotated[Role | None, Query(description="Only what this role has to do.")] = None,
    known_at: KnownAt = None,
    cursor: Cursor = None,
    limit: Limit = 100,
) -> Response:
    """What the reader's agreements wait for: since when, until when, who has to do it, and why."""
    at, offset = position_and_offset(system.lists, known_at, cursor)
    day = on or system.service.today()
    rows, turned = page(request, system.lists.due(actor, day, role, at=at), at, offset, limit)
    found = DuePage(on=day, items=tuple(rows), as_of_position=turned.as_of_position, next=turned.next)
    return JSONResponse(represented(found), headers=linked(turned))


@router.get(
    "/circumstances",
    operation_id="compare_circumstances",
    summary="Umstände im Vergleich",
    responses=gives(CircumstancePage, headers=("Link",)),
)
def compare_circumstances(
    request: Request,
    system: TheSystem,
    actor: TheActor,
    known_at: KnownAt = None,
    cursor: Cursor = None,
    limit: Limit = 100,
) -> Response:
    """Each circumstance and legal change in every agreement it was noted for, and whether it was appraised alike."""
    at, offset = position_and_offset(system.lists, known_at, cursor)
    rows, turned = page(request, system.lists.circumstances(actor, at=at), at, offset, limit)
    found = CircumstancePage(items=tuple(rows), as_of_position=turned.as_of_position, next=turned.next)
    return JSONResponse(represented(found), headers=linked(turned))
