"""Signing in and out in a browser, and the token a program of one's own needs."""

from secrets import compare_digest
from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import RedirectResponse, Response

from application.ports import Unavailable
from domain.record import Actor
from interfaces.http.authentication import asked_by, turned_away
from interfaces.http.identity.answers import IdentityUnavailable, Unauthenticated
from interfaces.http.problems import Trouble
from interfaces.web.code_flow import BACK, CodeFlow
from interfaces.web.rendering import page
from interfaces.web.route import SIGN_IN, PageRoute, TheActor
from interfaces.web.session import keep, sign_in, sign_out

router = APIRouter(route_class=PageRoute, include_in_schema=False)
UNDER_WAY, A_WHILE, SIGNING_IN = "anmeldung", 900, "anmeldung"
"""The cookie of a sign-in under way, and the seconds it may take."""
Onward = Annotated[str, Query(alias="weiter", max_length=2000)]


def onward(address: str) -> str:
    """Where to go after signing in: an address of this service, else the start page."""
    ours = address.startswith("/") and not address.startswith(("//", "/\\")) and address.isprintable()
    return address if ours and "\\" not in address else "/"


def signed_in(request: Request, actor: Actor, address: str = "/") -> Response:
    """The browser signed in as this actor, sent on."""
    answer = RedirectResponse(onward(address), 303)
    cookie = sign_in(request, answer, actor)
    request.app.state.door.security_log.signed_in(cookie, actor, asked_by(request))
    return answer


@router.get(SIGN_IN, operation_id="page_sign_in")
def ask_to_sign_in(
    request: Request, weiter: Onward = "/", grund: Annotated[str, Query(max_length=20)] = ""
) -> Response:
    """How one signs in here, and why it is needed again."""
    local = request.app.state.local_issuer is not None
    return page(
        request,
        "sign_in.html",
        401 if grund else 200,
        local=local,
        onward=onward(weiter),
        over=grund in {"abgelaufen", "behalten"},
        kept=grund == "behalten",
        failed=False,
    )


@router.get("/anmelden/dienst", operation_id="page_to_provider")
def go_to_provider(request: Request, weiter: Onward = "/") -> Response:
    """On to the provider's own sign-in page."""
    flow = _flow(request)
    try:
        begun = flow.begin(str(request.base_url))
    except IdentityUnavailable as why:
        raise Unavailable(why.says) from why
    answer = RedirectResponse(begun.address, 303)
    said = {"state": begun.state, "nonce": begun.nonce, "verifier": begun.verifier, "onward": onward(weiter)}
    keep(request, answer, UNDER_WAY, request.app.state.sessions.sealed(SIGNING_IN, said, A_WHILE), A_WHILE)
    return answer


@router.get(BACK, operation_id="page_from_provider")
def come_back(
    request: Request,
    code: Annotated[str, Query(max_length=4000)] = "",
    state: Annotated[str, Query(max_length=200)] = "",
) -> Response:
    """Back from the provider: whoever it vouches for is signed in."""
    flow = _flow(request)
    begun = request.app.state.sessions.unsealed(SIGNING_IN, request.cookies.get(UNDER_WAY, ""))
    if begun is None or not state or not compare_digest(begun["state"].encode(), state.encode()) or not code:
        return page(request, "sign_in.html", 401, local=False, onward="/", over=False, kept=False, failed=True)
    try:
        actor = flow.end(str(request.base_url), code, nonce=begun["nonce"], verifier=begun["verifier"])
    except Unauthenticated as stranger:
        request.app.state.door.count_stranger(request)
        request.app.state.door.security_log.not_authenticated(stranger.code, asked_by(request))
        raise turned_away(stranger) from None
    except IdentityUnavailable as why:
        raise Unavailable(why.says) from why
    answer = signed_in(request, actor, begun["onward"])
    answer.delete_cookie(UNDER_WAY, path="/")
    return answer


def _flow(request: Request) -> CodeFlow:
    flow: CodeFlow | None = request.app.state.code_flow
    if flow is None:
        raise Trouble("not-found")
    return flow


@router.post("/abmelden", operation_id="page_sign_out")
def leave(request: Request) -> Response:
    """The session ended."""
    answer = RedirectResponse(f"{SIGN_IN}?grund=abgemeldet", 303)
    sign_out(request, answer)
    return answer


@router.get("/zugang", operation_id="page_access")
def show_access(request: Request, actor: TheActor) -> Response:
    """Who one is here, and where this machine signs in, a token for a program of one's own."""
    issuer = request.app.state.local_issuer
    token = issuer.token(actor.person) if issuer else None
    return page(request, "access.html", token=token)
