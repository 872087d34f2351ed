"""Every foreseeable fault as a problem; the gate sees to the rest."""

from collections.abc import Iterable

from fastapi import APIRouter, FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import Response
from pydantic import ValidationError
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.routing import compile_path

from application.acting.malformed import WHOLE, field_problems
from application.ports import Unavailable
from domain.rules import Refused
from interfaces.http import outages
from interfaces.http.access import GuardedRoute
from interfaces.http.authentication import asked_by
from interfaces.http.english import field_error
from interfaces.http.language import wants_english
from interfaces.http.problem_types import TYPES
from interfaces.http.problems import SOON, FieldError, Trouble, problem, refusal

FOREIGN = frozenset({"not-permitted", "party-missing", "unknown-agreement"})
"""Refusals of what is not the actor's; they go into the security log."""
_BY_STATUS = {404: "not-found", 405: "method-not-allowed", 413: "body-too-large"}


def install(app: FastAPI) -> None:
    """Have every exception answered by a problem."""
    app.add_exception_handler(Refused, _refused)
    app.add_exception_handler(Trouble, _trouble)
    app.add_exception_handler(Unavailable, _unavailable)
    app.add_exception_handler(ValidationError, _malformed)
    app.add_exception_handler(RequestValidationError, _malformed)
    app.add_exception_handler(HTTPException, _http)


async def _refused(request: Request, refused: Exception) -> Response:
    assert isinstance(refused, Refused)
    actor, rules = getattr(request.state, "actor", None), {finding.rule for finding in refused.findings}
    if actor is not None and (told := rules & FOREIGN):
        request.app.state.door.security_log.not_permitted(min(told), actor, asked_by(request))
    return refusal(request, refused)


async def _trouble(request: Request, trouble: Exception) -> Response:
    assert isinstance(trouble, Trouble)
    if trouble.field is not None:
        says = trouble.in_english if wants_english(request) else trouble.detail
        return problem(request, trouble.type, errors=[FieldError(field=trouble.field, says=str(says))])
    return problem(
        request,
        trouble.type,
        detail=trouble.detail,
        in_english=trouble.in_english,
        code=trouble.code,
        headers=trouble.headers,
    )


async def _unavailable(request: Request, why: Exception) -> Response:
    assert isinstance(why, Unavailable)
    outages.note(request.app, why)
    return problem(request, TYPES["unavailable"], detail=str(why), headers=SOON)


async def _malformed(request: Request, error: Exception) -> Response:
    return await run_in_threadpool(_said_of, request, error)  # there may be thousands


def _said_of(request: Request, error: Exception) -> Response:
    assert isinstance(error, ValidationError | RequestValidationError)
    german = field_problems(error)
    english = map(field_error, error.errors()[: len(german)]) if wants_english(request) else None
    said = english or [says for _, says in german]
    fields = [field.replace(WHOLE, "") for field, _ in german]
    errors = [FieldError(field=field, says=says) for field, says in zip(fields, said, strict=True)]
    return problem(request, TYPES["malformed"], errors=errors)


async def _http(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    headers = {"Allow": request.app.state.methods.at(request.url.path)} if error.status_code == 405 else error.headers
    return problem(request, TYPES[_BY_STATUS.get(error.status_code, "not-found")], headers=headers)


class Methods:
    """The methods of every address, from routers and their prefixes."""

    def __init__(self, routers: Iterable[tuple[str, APIRouter]]) -> None:
        self._routes = [
            (compile_path(prefix + route.path), route.methods)
            for prefix, router in routers
            for route in router.routes
            if isinstance(route, GuardedRoute)
        ]

    def at(self, path: str) -> str:
        """The methods of all routes that lead to this address, as the header Allow names them.

        An address that is written out in a route is that route's, though it would fit another's placeholder.
        """
        found = [(names, methods) for (address, _, names), methods in self._routes if address.match(path)]
        nearest = min((len(names) for names, _ in found), default=0)
        offered = {method for names, methods in found if len(names) == nearest for method in methods or ()}
        return ", ".join(sorted(offered | ({"HEAD"} if "GET" in offered else set())))
