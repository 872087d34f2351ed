"""The pages people read: every kind of problem, and the operations; without scripts or outside resources."""

from collections.abc import Mapping
from typing import Annotated, Any

from fastapi import APIRouter, Path, Request
from fastapi.responses import HTMLResponse, JSONResponse, Response
from jinja2 import Environment, PackageLoader, select_autoescape

from domain.rulebook import RULES
from interfaces.http.access import GuardedRoute
from interfaces.http.catalogue import published
from interfaces.http.described import gives
from interfaces.http.problem_types import PAGES, TYPES
from interfaces.http.problems import Trouble, wants_english

router = APIRouter(route_class=GuardedRoute, tags=["documentation"])
_templates = Environment(
    loader=PackageLoader("interfaces.http"),
    autoescape=select_autoescape(),
    trim_blocks=True,
    lstrip_blocks=True,
)
_TEXT = {"type": "string"}
_CSP = "default-src 'none'; style-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"
HTML = gives(None, media_type="text/html", schema=_TEXT)


def rendered(request: Request, template: str, **values: Any) -> Response:
    """A page in the reader's language."""
    language = "en" if wants_english(request) else "de"
    html = _templates.get_template(template).render(language=language, english=language == "en", **values)
    headers = {"Content-Security-Policy": _CSP, "Content-Language": language, "Vary": "Accept-Language"}
    return HTMLResponse(html, headers=headers)


@router.get(PAGES, operation_id="list_problems", summary="Arten von Problemen", responses=HTML)
def list_problems(request: Request) -> Response:
    """Every kind of problem this service answers with."""
    rules = [published(code) for code in sorted(RULES) if RULES[code].effect == "refuse"]
    return rendered(request, "problems.html", types=TYPES.values(), rules=rules)


@router.get(PAGES + "/{code}", operation_id="read_problem", summary="Eine Art von Problem", responses=HTML)
def read_problem(request: Request, code: Annotated[str, Path(pattern=r"^[a-z0-9-]{1,60}$")]) -> Response:
    """What a kind of problem means, and what to do about it."""
    if code in TYPES:
        return rendered(request, "problem.html", type=TYPES[code], rule=None)
    if code in RULES:
        return rendered(request, "problem.html", type=None, rule=published(code))
    raise Trouble("not-found")


@router.get(
    "/api/v1/openapi.json",
    operation_id="read_openapi",
    summary="Diese Schnittstelle als OpenAPI",
    responses=gives(None, schema={"type": "object"}),
)
def read_openapi(request: Request) -> Response:
    """This service as an OpenAPI 3.1 document."""
    return JSONResponse(request.app.openapi())


@router.get("/api/v1/docs", operation_id="read_docs", summary="Beschreibung der Schnittstelle", responses=HTML)
def read_docs(request: Request) -> Response:
    """Every operation of this service, from its OpenAPI document."""
    return rendered(request, "docs.html", document=request.app.openapi(), operations=_operations(request.app.openapi()))


def _operations(document: Mapping[str, Any]) -> dict[str, list[tuple[str, str, Mapping[str, Any]]]]:
    by_tag: dict[str, list[tuple[str, str, Mapping[str, Any]]]] = {}
    for path, methods in document["paths"].items():
        for method, operation in methods.items():
            by_tag.setdefault(operation["tags"][0], []).append((method.upper(), path, operation))
    return by_tag


@router.get(
    "/static/page.css",
    operation_id="read_style",
    summary="Gestaltung der Seiten",
    responses=gives(None, media_type="text/css", schema=_TEXT),
)
def read_style() -> Response:
    """How the pages look."""
    source, _, _ = PackageLoader("interfaces.http").get_source(_templates, "page.css")
    return Response(source, media_type="text/css", headers={"Cache-Control": "max-age=3600"})
