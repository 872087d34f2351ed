"""Lists across agreements: what is due, and the same circumstance in several agreements side by side."""

from collections.abc import Sequence
from datetime import date
from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.responses import Response

from application.lists.due import place_of
from application.lists.due_item import DueItem
from application.lists.reading import SameThing
from domain.record import Role
from domain.values import Day, Instant
from interfaces.http.access import GuardedRoute
from interfaces.http.described import gives
from interfaces.http.paging import Page, Turned
from interfaces.http.parameters import TheActor, TheSystem

router = APIRouter(route_class=GuardedRoute, tags=["lists"])


class DuePage(Page):
    """Items due on a day, those with a deadline first."""

    on: date
    known_at: Instant | None
    """Only what was recorded by this instant counts; null: everything known now, also about a day that is past."""
    items: tuple[DueItem, ...]


class CircumstancePage(Page):
    """Circumstances and legal changes, the same ones of several agreements together."""

    items: tuple[SameThing, ...]


@router.get("/due", operation_id="list_due", summary="Fälliges", responses=gives(DuePage, headers=("ETag", "Link")))
def list_due(
    system: TheSystem,
    actor: TheActor,
    turned: Turned,
    on: Annotated[
        Day | None,
        Query(description="On which day (today in Germany unless said), by what is known now or at `known_at`."),
    ] = None,
    role: Annotated[Role | None, Query(description="Only what this role has to do.")] = None,
) -> Response:
    """Everything the reader's agreements wait for: since when, until when, who has to do it, and why."""
    day = on or system.service.today()

    def rows(at: int, after: str | None, limit: int) -> Sequence[DueItem]:
        return system.lists.due(actor, day, role, at=at, after=after, limit=limit)

    return turned.listed(DuePage, system.lists, rows, place_of, on=day, known_at=turned.known_at)


@router.get(
    "/circumstances",
    operation_id="compare_circumstances",
    summary="Umstände im Vergleich",
    responses=gives(CircumstancePage, headers=("ETag", "Link")),
)
def compare_circumstances(system: TheSystem, actor: TheActor, turned: Turned) -> Response:
    """Each circumstance and legal change in every agreement it was noted for, and whether it was appraised alike."""

    def rows(at: int, after: str | None, limit: int) -> Sequence[SameThing]:
        return system.lists.circumstances(actor, at=at, after=after, limit=limit)

    return turned.listed(CircumstancePage, system.lists, rows, lambda same: same.same_as)
