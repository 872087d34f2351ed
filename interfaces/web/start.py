"""The start page: what is due for whoever signed in, their agreements, and what happened since their last visit."""

import re
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Any

from fastapi import APIRouter, Request, Response

from application.lists.due_item import DueItem
from application.lists.overview import OverviewRow
from application.reading.visibility import READERS
from domain.record import Actor, Record, Role
from domain.results import LineResult
from domain.state import ENDED
from domain.values import AgreementId
from interfaces.bootstrap import System
from interfaces.german.subjects import subject
from interfaces.web.asking import TheSystem
from interfaces.web.rendering import page
from interfaces.web.route import PageRoute, TheActor
from interfaces.web.session import keep
from interfaces.web.titles import county_in

router = APIRouter(route_class=PageRoute, include_in_schema=False)
VISIT, HALF_A_YEAR = "besuch", 180 * 24 * 3600
DUE_READ, DUE_SHOWN, NEW_SHOWN, ROWS_SHOWN = 60, 12, 6, 50
SOON = timedelta(days=30)
"""A deadline this near comes before what waits without one."""
WITH_NUMBERS = 3
"""Up to so many agreements are shown with the numbers of their lines; more are a table."""
_VISIT = re.compile(r"([0-9]{1,15})\.([0-9]{1,15})\.([0-9a-f]{16})\.([a-z0-9-]{1,60})")


@router.get("/", operation_id="page_start")
def show_start(request: Request, system: TheSystem, actor: TheActor) -> Response:
    """The start page."""
    today, reads = system.service.today(), actor.role in READERS
    due = _due(system, actor) if reads else ()
    rows = _rows(system, actor) if reads else ()
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
        names={row.agreement_id: f"{county_in(row.parties)} {row.year}" for row in rows},
        lines=_lines(system, actor, rows) if len(rows) <= WITH_NUMBERS else {},
        with_numbers=len(rows) <= WITH_NUMBERS,
        new=_with_subjects(system, actor, new),
        since=since,
        **_record(system, actor),
    )
    keep(request, answer, VISIT, f"{since}.{head}.{request.state.session.id}.{actor.person}", HALF_A_YEAR)
    return answer


def _with_subjects(system: System, actor: Actor, new: Sequence[Record]) -> tuple[tuple[Record, str], ...]:
    seen = system.histories.seen(actor) if actor.role in READERS else ()
    agreements = {
        name: system.courses.course(actor, name).agreement for name in {one.stream_id for one in new} & {*seen}
    }
    return tuple((record, subject(record.fact, agreements.get(record.stream_id))) for record in new)


def _record(system: System, actor: Actor) -> dict[str, Any]:
    """For the operator: how the record stands."""
    if actor.role is not Role.OPERATOR:
        return {}
    checkpoint, verified = system.audit.checkpoints.book.latest(), system.audit.verification.last()
    return {"size": system.audit.proofs.size(), "checkpoint": checkpoint, "verified": verified}


def _rows(system: System, actor: Actor) -> Sequence[OverviewRow]:
    """What is under way first, the newest year on top."""
    found = system.lists.overview(actor)
    return sorted(found, key=lambda row: (row.status in ENDED, -row.year, county_in(row.parties)))


def _lines(system: System, actor: Actor, rows: Sequence[OverviewRow]) -> dict[AgreementId, tuple[LineResult, ...]]:
    """The lines with a target or an expected value, as they stand."""
    return {
        row.agreement_id: tuple(
            line
            for goal in system.courses.course(actor, row.agreement_id).goals
            for line in goal.lines
            if line.bound is not None
        )
        for row in rows
    }


def _due(system: System, actor: Actor) -> Sequence[DueItem]:
    """What is overdue or ends soon, then what waits without an end, then the rest; the auditor sees everybody's."""
    role, today = None if actor.role is Role.AUDITOR else actor.role, system.service.today()
    found = system.lists.due(actor, today, role, limit=DUE_READ)
    own = [item for item in found if item.party in {None, actor.party} or actor.role is Role.AUDITOR]
    return next_steps(own, actor, today)


def next_steps(items: Iterable[DueItem], actor: Actor, today: date) -> Sequence[DueItem]:
    """What this reader has to do before what others have, what is due before what will be, what ends soon first."""
    soon = today + SOON
    return sorted(
        items, key=lambda item: (item.due_from > today, (item.due_by or soon) > soon, actor.role not in item.roles)
    )


def _since(request: Request, actor: Actor, head: int) -> int:
    """Up to where this person had read at the end of the session before this one; all is new at the first visit."""
    found = _VISIT.fullmatch(request.cookies.get(VISIT, ""))
    if found is None or found[4] != actor.person:
        return 0
    since, read = int(found[1]), int(found[2])
    return min(head, since if found[3] == request.state.session.id else read)
