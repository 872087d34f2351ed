"""Due items as a calendar: the file, and the address somebody subscribes to and revokes."""

from contextlib import suppress
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Path, Request, Response
from fastapi.responses import RedirectResponse

from application.notifying.calendars import AT_MOST, CalendarReading, NoSuchCalendar, TooManyCalendars
from domain.record import Actor
from interfaces.bootstrap import System
from interfaces.http.calendars import due_as_calendar
from interfaces.web.asking import TheRole, TheSystem
from interfaces.web.rendering import page
from interfaces.web.route import PageRoute, TheActor

router = APIRouter(route_class=PageRoute, include_in_schema=False)
HOME = "/faelliges/kalender"


@router.get("/faelliges.ics", operation_id="page_due_calendar")
def give_calendar(system: TheSystem, actor: TheActor, role: TheRole) -> Response:
    """What a role, or everybody, has to do within a year, as a file for a calendar program."""
    answer = due_as_calendar(system, actor, role)
    answer.headers["Content-Disposition"] = 'attachment; filename="faelliges.ics"'
    return answer


@router.get(HOME, operation_id="page_calendars")
def show_calendars(request: Request, system: TheSystem, actor: TheActor) -> Response:
    """The person's own calendars, and how to subscribe to one more."""
    return _calendars(request, system, actor)


@router.post(HOME, operation_id="page_subscribe")
def subscribe(request: Request, system: TheSystem, actor: TheActor) -> Response:
    """A new address, shown in this answer and never again."""
    try:
        made, secret = system.calendars.create(actor)
    except TooManyCalendars:
        return RedirectResponse(HOME, 303)
    return _calendars(request, system, actor, made, f"{request.base_url}api/v1/calendars/{secret}.ics")


@router.post(f"{HOME}/{{calendar_id}}", operation_id="page_revoke_calendar")
def revoke(system: TheSystem, actor: TheActor, calendar_id: Annotated[UUID, Path()]) -> Response:
    """The calendar's address shows nothing from now on; also where it was revoked before."""
    with suppress(NoSuchCalendar):
        system.calendars.delete(actor, calendar_id)
    return RedirectResponse(HOME, 303)


def _calendars(
    request: Request, system: System, actor: Actor, made: CalendarReading | None = None, address: str = ""
) -> Response:
    own = system.calendars.all(actor)
    more = len(own) < AT_MOST
    return page(request, "calendars.html", own=own, made=made, address=address, more=more, at_most=AT_MOST)
