"""The application: routes, door, gate and problems put together."""

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from importlib.metadata import version
from typing import Any

from fastapi import APIRouter, FastAPI
from fastapi.responses import JSONResponse, Response
from fastapi.routing import APIRoute

from interfaces.http import (
    acts,
    agreements,
    attainment,
    catalogue,
    faults,
    lists,
    operation,
    pages,
    persons,
    sign_in,
)
from interfaces.http.access import ACCESS, GuardedRoute
from interfaces.http.described import gives
from interfaces.http.door import Door
from interfaces.http.gate import Gate
from interfaces.http.metrics import observed
from interfaces.http.openapi import document
from interfaces.http.settings import HttpSettings

PREFIX = "/api/v1"
_RESOURCES = (agreements, attainment, acts, lists, persons, catalogue)


Lifespan = Callable[[FastAPI], AbstractAsyncContextManager[None]]


def application(door: Door, settings: HttpSettings, lifespan: Lifespan) -> FastAPI:
    """The service as ASGI application; while it lives, `lifespan` gives its state a system and a follower.

    Raises LookupError when an operation has no entry in the permission table.
    """
    app = FastAPI(
        title="Zielsteuerung",
        version=version("zielsteuerung"),
        lifespan=lifespan,
        openapi_url=None,
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
    )
    app.state.door = door
    app.state.settings = settings
    for module in _RESOURCES:
        app.include_router(module.router, prefix=PREFIX)
    for module in (operation, pages, sign_in):
        app.include_router(module.router)
    app.include_router(_self_description(app), prefix=PREFIX)
    faults.install(app)
    app.add_middleware(Gate, settings=settings, observed=observed)
    app.openapi = lambda: document(app)  # type: ignore[method-assign]  # FastAPI's own way to say it otherwise
    _must_be_guarded(app)
    return app


def _self_description(app: FastAPI) -> APIRouter:
    router = APIRouter(route_class=GuardedRoute, tags=["documentation"])

    @router.get(
        "/openapi.json",
        operation_id="read_openapi",
        summary="Diese Schnittstelle als OpenAPI",
        responses=gives(None, schema={"type": "object"}),
    )
    def read_openapi() -> Response:
        """This service as an OpenAPI 3.1 document."""
        found: dict[str, Any] = app.openapi()
        return JSONResponse(found)

    return router


def _must_be_guarded(app: FastAPI) -> None:
    operations = [str(route.operation_id) for route in app.routes if isinstance(route, APIRoute)]
    if unguarded := [name for name in operations if name not in ACCESS]:
        raise LookupError(unguarded)
    if len(set(operations)) < len(operations):
        raise LookupError("an operation id is used twice")
