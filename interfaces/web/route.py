"""The route class of pages: who is signed in, whether a form is ours, and every refusal as a page."""

from collections.abc import Callable, Coroutine
from typing import Annotated, Any, cast
from urllib.parse import quote

import structlog
from fastapi import Depends, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import RedirectResponse
from fastapi.routing import APIRoute
from pydantic import ValidationError
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.exceptions import HTTPException

from application.ports import Unavailable
from domain.record import Actor, Role
from domain.rules import Refused
from interfaces.http import outages
from interfaces.http.authentication import asked_by
from interfaces.http.error_handlers import FOREIGN
from interfaces.http.middleware import for_logs
from interfaces.http.problems import Trouble
from interfaces.http.shares import in_turn
from interfaces.web.access import OPEN, PAGES, UNCOUNTED
from interfaces.web.errors import answered, broken
from interfaces.web.session import Session, SessionOver, cookie_of, is_ours

SIGN_IN = "/anmelden"
log = structlog.get_logger("zielsteuerung.http")
MANY_FIELDS = 20_000
"""Fields a form may have: the terms of an agreement are a long one."""
FOREIGN_FORM = "Diese Angaben kamen nicht aus einem Formular Ihrer Sitzung; festgehalten ist nichts."


Keeper = Callable[[Request, Actor, FormData], Coroutine[Any, Any, None]]
KEEPERS: dict[str, Keeper] = {}
"""By page: how to keep what somebody typed whose session ended meanwhile."""


class PageRoute(APIRoute):
    """Lets in whom the table names; for everybody else the page does not exist."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """The handler behind the session."""
        inside = super().get_route_handler()
        operation = str(self.operation_id)
        roles = PAGES[operation]

        async def guarded(request: Request) -> Response:
            try:
                session = await run_in_threadpool(_session, request)
                if session is None and operation not in UNCOUNTED:
                    request.app.state.door.count_stranger(request)
                if roles is not OPEN and session is None:
                    raise _SignInFirst(request, kept=await _kept(request, operation, roles))
                if session and roles is not OPEN:
                    _admit(request, session, roles)
                if request.method == "POST":
                    await _must_be_ours(request)
                return await in_turn(request, operation, inside)
            except _SignInFirst as why:
                return RedirectResponse(why.address, 303)
            except (Refused, Trouble, Unavailable, ValidationError, RequestValidationError, HTTPException) as why:
                _note(request, why)
                return answered(request, why)
            except Exception as fault:
                log.error("unforeseen", request_id=for_logs(request.state.request_id), exc_info=fault)
                return broken(request)
            finally:
                await request.close()  # the files of a form

        return guarded


class _SignInFirst(Exception):  # noqa: N818 - an answer
    def __init__(self, request: Request, *, kept: bool) -> None:
        back = request.url.path + (f"?{request.url.query}" if request.url.query else "")
        wanted = f"?weiter={quote(back)}" if (request.method == "GET" and back != "/") or kept else ""
        why = f"{'&' if wanted else '?'}grund={'behalten' if kept else 'abgelaufen'}" if request.state.over else ""
        self.address = SIGN_IN + wanted + why


async def _kept(request: Request, page: str, roles: frozenset[Role]) -> bool:
    """Keep the form of somebody whose session ended while they typed; whether that was done."""
    actor, keeper = request.state.over_for, KEEPERS.get(page)
    if request.method != "POST" or actor is None or actor.role not in roles or keeper is None:
        return False
    await _must_be_ours(request)
    await keeper(request, actor, await _form(request))
    return True


def _session(request: Request) -> Session | None:
    """Who is signed in, kept with the request."""
    request.state.session, request.state.over, request.state.over_for = None, False, None
    cookie = cookie_of(request)
    if cookie:
        try:
            request.state.session = request.app.state.sessions.read(cookie)
        except SessionOver as ended:
            request.state.over, request.state.over_for = True, ended.actor
    if request.state.session:
        request.state.actor = request.state.session.actor
        request.app.state.door.count_person(request.state.actor)
    return cast(Session | None, request.state.session)


def _admit(request: Request, session: Session, roles: frozenset[Role]) -> None:
    if session.actor.role not in roles:
        request.app.state.door.security_log.not_permitted("not-permitted", session.actor, asked_by(request))
        raise Trouble("not-found")


async def _must_be_ours(request: Request) -> None:
    """Refuse a form that was not drawn for this session, or that another site sent."""
    form = await request.form(max_fields=MANY_FIELDS)
    elsewhere = request.headers.get("sec-fetch-site", "same-origin") not in {"same-origin", "none"}
    if elsewhere or not is_ours(cookie_of(request), str(form.get("csrf", ""))):
        raise HTTPException(403, FOREIGN_FORM)


def _note(request: Request, why: Exception) -> None:
    """Refused access goes into the security log and an outage into the service's, as for the API."""
    if isinstance(why, Unavailable):
        outages.note(request.app, why)
    told = {finding.rule for finding in why.findings} & FOREIGN if isinstance(why, Refused) else set()
    if told and request.state.session:
        request.app.state.door.security_log.not_permitted(min(told), request.state.actor, asked_by(request))


async def _form(request: Request) -> FormData:
    return await request.form(max_fields=MANY_FIELDS)


def _actor(request: Request) -> Actor:
    return cast(Actor, request.state.actor)


TheForm = Annotated[FormData, Depends(_form)]
"""The content of a form; read only after the route has found that it is ours."""
TheActor = Annotated[Actor, Depends(_actor)]
