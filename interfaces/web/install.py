"""The pages put into the service."""

from fastapi import APIRouter, FastAPI, Request, Response
from starlette.exceptions import HTTPException

from interfaces.web import (
    acts,
    agreement,
    between,
    calendars,
    derivation,
    drafting,
    figure_template,
    figures,
    files,
    history,
    keys,
    lists,
    notes,
    papers,
    parts,
    proof,
    register,
    requirements,
    signing_in,
    start,
    static_files,
    tables,
)
from interfaces.web.access import PAGES
from interfaces.web.errors import answered
from interfaces.web.session import Sessions

_PAGES = (
    static_files,
    signing_in,
    start,
    calendars,  # before tables: an ending of its own
    tables,  # before pages at the same address without an ending
    lists,
    drafting,  # before a single agreement: its address is one more
    agreement,
    derivation,
    parts,
    figures,
    figure_template,
    history,
    between,
    proof,
    requirements,
    papers,
    acts,
    files,
    register,
    keys,
    notes,
)
routers: tuple[APIRouter, ...] = tuple(module.router for module in _PAGES)


def install(app: FastAPI, sessions: Sessions) -> None:
    """Let the service show pages. Raises LookupError when a page is not in the table of who may open it."""
    app.state.sessions, app.state.sign_in_browser = sessions, signing_in.signed_in
    operations = {str(getattr(route, "operation_id", None)) for router in routers for route in router.routes}
    if operations != set(PAGES):
        raise LookupError(f"pages and their table differ: {sorted(operations ^ set(PAGES))}")
    for router in routers:
        app.include_router(router)
    for_programs = app.exception_handlers[HTTPException]

    async def told(request: Request, why: Exception) -> Response:
        if request.url.path.startswith("/api/") or "text/html" not in request.headers.get("accept", ""):
            return await for_programs(request, why)  # type: ignore[no-any-return,misc]  # ours, and asynchronous
        return answered(request, why)

    app.add_exception_handler(HTTPException, told)
