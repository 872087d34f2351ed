"""Signing in and out in a browser, and the token a program of one's own needs."""

from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import RedirectResponse, Response

from domain.record import Actor
from interfaces.http.authentication import asked_by
from interfaces.web.rendering import page
from interfaces.web.route import SIGN_IN, PageRoute, TheActor
from interfaces.web.session import keep, sign_in, sign_out

router = APIRouter(route_class=PageRoute, include_in_schema=False)
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
        request, "sign_in.html", 401 if grund else 200, local=local, onward=onward(weiter), over=grund == "abgelaufen"
    )


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


__all__ = ["keep", "router", "signed_in"]
