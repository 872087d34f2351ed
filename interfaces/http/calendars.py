"""Due items as calendars: for whoever is signed in, and at a secret address for programs that cannot sign in."""

import hashlib
from datetime import date
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Path, Query, Request
from fastapi.responses import JSONResponse, Response

from application.notifying.calendars import AT_MOST, CalendarMade, CalendarReading, NoSuchCalendar, TooManyCalendars
from domain.record import Actor, Role
from domain.values import Day, Frozen
from interfaces.bootstrap import System
from interfaces.http.access import GuardedRoute
from interfaces.http.conditional import marks, unchanged
from interfaces.http.described import gives
from interfaces.http.json import represented
from interfaces.http.parameters import IfNoneMatch, TheActor, TheSystem
from interfaces.http.problems import Trouble
from interfaces.papers.due import due_calendar, year_ahead
from interfaces.tables.origin import recorded_at

router = APIRouter(route_class=GuardedRoute, tags=["lists"])
ICALENDAR = "text/calendar"
_GIVEN = gives(
    None,
    says="The calendar (iCalendar), one whole-day item for each thing that is due.",
    media_type=ICALENDAR,
    schema={"type": "string"},
    headers=("ETag",),
)


class CalendarList(Frozen):
    """The caller's calendars, and how many they may have."""

    items: tuple[CalendarReading, ...]
    at_most: int


@router.get("/due.ics", operation_id="read_calendar", summary="Fälliges als Kalender", responses=_GIVEN)
def read_calendar(
    system: TheSystem,
    actor: TheActor,
    on: Annotated[Day | None, Query(description="From which day a year ahead; today in Germany unless said.")] = None,
    role: Annotated[Role | None, Query(description="Only what this role has to do.")] = None,
    if_none_match: IfNoneMatch = None,
) -> Response:
    """What is due and will be within a year, each item as a whole day under an id that stays."""
    return due_as_calendar(system, actor, role, on, if_none_match)


@router.post(
    "/calendars",
    operation_id="create_calendar",
    summary="Kalender abonnieren",
    status_code=201,
    responses=gives(CalendarMade, status=201, headers=("Location",)),
)
def create_calendar(system: TheSystem, actor: TheActor) -> Response:
    """A calendar of what the caller has to do, at an address that needs no sign-in; the answer alone holds it."""
    try:
        made, secret = system.calendars.create(actor)
    except TooManyCalendars:
        raise Trouble("too-many-calendars") from None
    found = CalendarMade(**dict(made), address=f"/api/v1/calendars/{secret}.ics")
    return JSONResponse(represented(found), 201, {"Location": f"/api/v1/calendars/{made.id}"})


@router.get("/calendars", operation_id="list_calendars", summary="Eigene Kalender", responses=gives(CalendarList))
def list_calendars(system: TheSystem, actor: TheActor) -> Response:
    """The caller's own calendars; their addresses are not kept."""
    return JSONResponse(represented(CalendarList(items=system.calendars.all(actor), at_most=AT_MOST)))


@router.delete(
    "/calendars/{calendar_id:uuid}",  # else it would take the subscriptions' addresses too
    operation_id="delete_calendar",
    summary="Kalender widerrufen",
    status_code=204,
    responses=gives(None, says="It is revoked.", status=204),
)
def delete_calendar(
    system: TheSystem, actor: TheActor, calendar_id: Annotated[UUID, Path(description="The calendar's id.")]
) -> Response:
    """Revoke a calendar: its address shows nothing from now on."""
    try:
        system.calendars.delete(actor, calendar_id)
    except NoSuchCalendar:
        raise Trouble("not-found") from None
    return Response(status_code=204)


@router.get(
    "/calendars/{secret}.ics", operation_id="read_subscription", summary="Abonnierter Kalender", responses=_GIVEN
)
def read_subscription(
    request: Request,
    system: TheSystem,
    secret: Annotated[str, Path(pattern=r"^[A-Za-z0-9_-]{43}$", description="The secret part of the address.")],
    if_none_match: IfNoneMatch = None,
) -> Response:
    """What the calendar's owner has to do, as long as they may see it and have not revoked the address."""
    owner = system.calendars.owner(secret)
    if owner is None or not request.app.state.door.holds(owner):
        raise Trouble("not-found")
    role = None if owner.role is Role.AUDITOR else owner.role
    return due_as_calendar(system, owner, role, if_none_match=if_none_match)


def due_as_calendar(
    system: System, actor: Actor, role: Role | None, on: date | None = None, if_none_match: str | None = None
) -> Response:
    """What is due of a role, or of everybody, from a day a year ahead; 304 where the caller has it."""
    at = system.lists.as_of()
    items = system.lists.due(actor, year_ahead(on or system.service.today()), role, at=at)
    content = due_calendar(items, recorded_at(system, at))
    digest = hashlib.sha256(content).hexdigest()
    if known := unchanged(if_none_match, digest):
        return known
    return Response(content, media_type=ICALENDAR, headers=marks(digest))
