"""The start page: what is due for whoever signed in, their agreements, and what happened since their last visit."""

import re

from fastapi import APIRouter, Request, Response

from application.lists.due_item import DueItem
from application.reading.visibility import READERS
from domain.record import Actor, Role
from interfaces.bootstrap import System
from interfaces.web.asking import TheSystem
from interfaces.web.rendering import page
from interfaces.web.route import PageRoute, TheActor
from interfaces.web.session import keep

router = APIRouter(route_class=PageRoute, include_in_schema=False)
VISIT, HALF_A_YEAR = "besuch", 180 * 24 * 3600
DUE_READ, DUE_SHOWN, NEW_SHOWN, ROWS_SHOWN = 60, 12, 12, 60
_VISIT = re.compile(r"([0-9]{1,15})\.([0-9]{1,15})\.([0-9a-f]{16})\.([a-z0-9-]{1,60})")


@router.get("/", operation_id="page_start")
def show_start(request: Request, system: TheSystem, actor: TheActor) -> Response:
    """The start page."""
    today, reads = system.service.today(), actor.role in READERS
    due = _due(system, actor) if reads else ()
    rows = system.lists.overview(actor, limit=ROWS_SHOWN + 1) if reads else ()
    head = system.journal.head()
    since = _since(request, actor, head)
    new = system.histories.latest(actor, NEW_SHOWN, after=since)
    answer = page(
        request,
        "start.html",
        today=today,
        due=due[:DUE_SHOWN],
        due_more=len(due) > DUE_SHOWN,
        rows=rows[:ROWS_SHOWN],
        rows_more=len(rows) > ROWS_SHOWN,
        new=new,
        since=since,
    )
    keep(request, answer, VISIT, f"{since}.{head}.{request.state.session.id}.{actor.person}", HALF_A_YEAR)
    return answer


def _due(system: System, actor: Actor) -> tuple[DueItem, ...]:
    role = None if actor.role is Role.AUDITOR else actor.role
    found = system.lists.due(actor, system.service.today(), role, limit=DUE_READ)
    return tuple(item for item in found if item.party in {None, actor.party} or actor.role is Role.AUDITOR)


def _since(request: Request, actor: Actor, head: int) -> int:
    """Up to where this person had read at the end of the session before this one; all is new at the first visit."""
    found = _VISIT.fullmatch(request.cookies.get(VISIT, ""))
    if found is None or found[4] != actor.person:
        return 0
    since, read = int(found[1]), int(found[2])
    return min(head, since if found[3] == request.state.session.id else read)
