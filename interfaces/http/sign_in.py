"""Signing in at this machine, without a provider: a link gives a token; and who one is."""

from collections.abc import Callable
from typing import Annotated

from fastapi import APIRouter, Path, Request
from fastapi.responses import JSONResponse, Response

from application.ports import Unavailable
from domain.record import Actor, Role
from domain.values import Frozen, PartyId, PersonId
from interfaces.http.access import GuardedRoute
from interfaces.http.authentication import asked_by, turned_away
from interfaces.http.described import Responses, gives
from interfaces.http.identity.answers import IdentityUnavailable, Unauthenticated
from interfaces.http.json import represented
from interfaces.http.pages import HTML, rendered
from interfaces.http.parameters import TheActor
from interfaces.http.problems import Trouble

router = APIRouter(route_class=GuardedRoute, tags=["sign-in"])


class Myself(Frozen):
    """As whom the caller is known here."""

    person: PersonId
    role: Role
    office: str
    party: PartyId | None
    scope: str
    authenticated_by: str


class SignedIn(Frozen):
    """A token of one's own for half a day, for the header `Authorization: Bearer`."""

    token: str
    """The access token."""


CodePath = Annotated[str, Path(max_length=2048, description="The code of the link this service printed.")]


_ANSWERS: Responses = {200: HTML[200] | {"content": HTML[200]["content"] | gives(SignedIn)[200]["content"]}}


@router.get("/sign-in/{code}", operation_id="sign_in", summary="Anmelden an diesem Rechner", responses=_ANSWERS)
def sign_in(
    request: Request,
    code: CodePath,
) -> Response:
    """Sign a browser in, and give a program the token; only where no provider is configured."""
    issuer, log = request.app.state.local_issuer, request.app.state.door.security_log
    if issuer is None:
        raise Trouble("not-found")
    try:
        token = issuer.exchange(code)
        actor = issuer.actor(token)
    except Unauthenticated as stranger:
        request.app.state.door.count_stranger(request)
        log.not_authenticated(stranger.code, asked_by(request))
        raise turned_away(stranger) from None
    except IdentityUnavailable as why:
        raise Unavailable(why.says) from why
    if "text/html" in request.headers.get("accept", ""):
        browser: Callable[[Request, Actor], Response] = request.app.state.sign_in_browser
        return browser(request, actor)
    log.signed_in(token, actor, asked_by(request))
    if "application/json" in request.headers.get("accept", ""):
        return JSONResponse(represented(SignedIn(token=token)))
    return rendered(request, "sign_in.html", token=token, actor=actor, base=str(request.base_url))


@router.get("/api/v1/me", operation_id="who_am_i", summary="Wer bin ich hier?", responses=gives(Myself))
def who_am_i(actor: TheActor) -> Response:
    """The caller's person id, role, party and scope, as this service sees them."""
    me = Myself(
        person=actor.person,
        role=actor.role,
        office=actor.office,
        party=actor.party,
        scope=actor.scope,
        authenticated_by=actor.authenticated_by,
    )
    return JSONResponse(represented(me))
