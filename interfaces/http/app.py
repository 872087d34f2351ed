"""The application: routes, door, gate and problems put together."""

from collections.abc import Sequence

from fastapi import APIRouter, FastAPI
from fastapi.responses import Response
from starlette.middleware.gzip import GZipMiddleware

from interfaces.http import (
    acts,
    agreements,
    all_history,
    attainment,
    audit,
    calendars,
    catalogue,
    decisions,
    explanations,
    feed,
    figure_files,
    figure_mappings,
    figure_template,
    histories,
    lists,
    operation,
    pages,
    papers,
    parts,
    persons,
    sign_in,
    tables,
    webhooks,
)
from interfaces.http import error_handlers as faults
from interfaces.http.access import GuardedRoute
from interfaces.http.authentication import Door
from interfaces.http.error_handlers import Methods
from interfaces.http.head import HeadLikeGet
from interfaces.http.long_poll import Lifespan, with_waiting
from interfaces.http.metrics import observed
from interfaces.http.middleware import Gate
from interfaces.http.openapi import document
from interfaces.http.settings import HttpSettings
from interfaces.http.shares import Lanes, Readers, Share
from interfaces.software import software

PREFIX = "/api/v1"
_OTHERS = (operation, pages, sign_in)
_RESOURCES = (
    calendars,
    tables,  # before readings at the same address without an ending
    explanations,
    figure_files,
    figure_mappings,
    figure_template,
    agreements,
    attainment,
    parts,
    decisions,
    papers,
    histories,
    acts,
    lists,
    all_history,
    audit,
    feed,
    webhooks,
    persons,
    catalogue,
)


def application(door: Door, settings: HttpSettings, lifespan: Lifespan) -> FastAPI:
    """The service as ASGI application; while it lives, `lifespan` gives its state a system and a follower.

    Raises LookupError when a route is not guarded by the permission table.
    """
    app = FastAPI(
        title="Zielsteuerung",
        version=software(),
        default_response_class=Response,  # what each operation gives, it says itself
        lifespan=with_waiting(lifespan),
        openapi_url=None,
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
    )
    app.state.door = door
    app.state.settings = settings
    app.state.readers = Readers(settings.readers_per_person, settings.readers_per_party)
    app.state.bodies = Lanes(settings.bodies_per_person, together=1)
    app.state.uploads = Share(settings.uploads_per_person)
    app.state.answers = Lanes(settings.answers_per_person, together=settings.answers_per_person)
    app.state.exports = Lanes(settings.exports_per_person, together=settings.exports_at_once)
    app.state.files = Lanes(1, together=settings.files_at_once)
    of_the_interface = [module.router for module in _RESOURCES]
    others = [module.router for module in _OTHERS]
    _must_be_guarded([*of_the_interface, *others])
    for router in of_the_interface:
        app.include_router(router, prefix=PREFIX)
    for router in others:
        app.include_router(router)
    app.state.methods = Methods([(PREFIX, router) for router in of_the_interface] + [("", one) for one in others])
    faults.install(app)
    app.add_middleware(GZipMiddleware, minimum_size=1400, compresslevel=5)
    app.add_middleware(Gate, settings=settings, observed=observed)
    app.add_middleware(HeadLikeGet)
    app.openapi = lambda: document(app)  # type: ignore[method-assign]  # FastAPI's own way to say it otherwise
    return app


def _must_be_guarded(routers: Sequence[APIRouter]) -> None:
    routes = [route for router in routers for route in router.routes]
    operations = [route.operation_id for route in routes if isinstance(route, GuardedRoute)]
    if len(operations) < len(routes) or len(set(operations)) < len(operations):
        raise LookupError("a route without guard, or an operation id that is used twice")
