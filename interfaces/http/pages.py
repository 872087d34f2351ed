"""The pages people read: every kind of problem, and the operations; without scripts or outside resources."""

import asyncio
import gzip
import json
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Annotated, Any

from fastapi import APIRouter, Path, Request
from fastapi.responses import HTMLResponse, Response
from jinja2 import Environment, PackageLoader, select_autoescape
from starlette.concurrency import run_in_threadpool

from domain.rulebook import RULES
from interfaces.http.access import GuardedRoute
from interfaces.http.catalogue import published
from interfaces.http.described import gives
from interfaces.http.language import wants_english
from interfaces.http.problem_types import PAGES, TYPES
from interfaces.http.problems import Trouble
from interfaces.http.schema_page import leads_to, shape_of, ticked

router = APIRouter(route_class=GuardedRoute, tags=["documentation"])
_templates = Environment(
    loader=PackageLoader("interfaces.http"),
    autoescape=select_autoescape(),
    trim_blocks=True,
    lstrip_blocks=True,
)
_templates.filters |= {"shape": shape_of, "leads_to": leads_to, "ticked": ticked}
_templates.filters["as_json"] = partial(json.dumps, ensure_ascii=False, indent=2)
_TEXT = {"type": "string"}
_CSP = "default-src 'none'; style-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"
CodePath = Annotated[str, Path(pattern=r"^[a-z0-9-]{1,60}$", description="The problem's code.")]
HTML = gives(None, says="A page for people.", media_type="text/html", schema=_TEXT)


def rendered(request: Request, template: str, **values: Any) -> Response:
    """A page in the reader's language."""
    language = "en" if wants_english(request) else "de"
    return _page(language, _rendered(language, template, **values))


def _rendered(language: str, template: str, **values: Any) -> bytes:
    return _templates.get_template(template).render(language=language, english=language == "en", **values).encode()


def _page(language: str, html: bytes) -> Response:
    headers = {"Content-Security-Policy": _CSP, "Content-Language": language, "Vary": "Accept-Language"}
    return HTMLResponse(html, headers=headers)


@router.get(PAGES, operation_id="list_problems", summary="Arten von Problemen", responses=HTML)
def list_problems(request: Request) -> Response:
    """Every kind of problem this service answers with."""
    rules = [published(code) for code in sorted(RULES) if RULES[code].effect == "refuse"]
    return rendered(request, "problems.html", types=TYPES.values(), rules=rules)


@router.get(PAGES + "/{code}", operation_id="read_problem", summary="Eine Art von Problem", responses=HTML)
def read_problem(request: Request, code: CodePath) -> Response:
    """The meaning of a kind of problem, and what to do about it."""
    if code in TYPES:
        return rendered(request, "problem.html", type=TYPES[code], rule=None)
    if code in RULES:
        return rendered(request, "problem.html", type=None, rule=published(code))
    raise Trouble("not-found")


@router.get(
    "/api/v1/openapi.json",
    operation_id="read_openapi",
    summary="Diese Schnittstelle als OpenAPI",
    responses=gives(None, says="This description.", schema={"type": "object"}),
)
async def read_openapi(request: Request) -> Response:
    """This service as an OpenAPI 3.1 document."""
    return _shown(request, await _description(request), "application/json", {"Content-Language": "en"})


@router.get("/api/v1/docs", operation_id="read_docs", summary="Beschreibung der Schnittstelle", responses=HTML)
async def read_docs(request: Request) -> Response:
    """Every operation of this service, from its OpenAPI document."""
    await _description(request)
    document = request.app.openapi()  # made by now
    language = "en" if wants_english(request) else "de"

    def made() -> bytes:
        return _rendered(language, "docs.html", document=document, operations=_operations(document))

    headers = {"Content-Security-Policy": _CSP, "Content-Language": language}
    return _shown(request, await _kept(request, language, made), "text/html", headers)


@dataclass(frozen=True, slots=True)
class _Kept:
    """A page that is the same for every caller, as it is and packed."""

    plain: bytes
    packed: bytes


def _shown(request: Request, kept: _Kept, media_type: str, headers: dict[str, str]) -> Response:
    headers["Vary"] = "Accept-Language"  # what packs answers adds the encoding
    if "gzip" not in request.headers.get("accept-encoding", ""):
        return Response(kept.plain, media_type=media_type, headers=headers)
    packed = {"Content-Encoding": "gzip", "Vary": "Accept-Language, Accept-Encoding"}
    return Response(kept.packed, media_type=media_type, headers=headers | packed)


def _description(request: Request) -> Awaitable[_Kept]:
    return _kept(request, "openapi", lambda: _as_json(request.app.openapi()))


def _kept(request: Request, key: str, make: Callable[[], bytes]) -> Awaitable[_Kept]:
    """A page, made and packed once; whoever waits for that keeps no thread."""

    def made() -> _Kept:
        plain = make()
        return _Kept(plain, gzip.compress(plain, 6, mtime=0))

    state = request.app.state
    if not hasattr(state, "descriptions"):
        state.descriptions = {}
    kept: dict[str, asyncio.Task[_Kept]] = state.descriptions
    if key not in kept:
        kept[key] = asyncio.create_task(run_in_threadpool(made))
        kept[key].add_done_callback(lambda made: (made.cancelled() or made.exception()) and kept.pop(key, None))
    return asyncio.shield(kept[key])


def _as_json(document: Mapping[str, Any]) -> bytes:
    return json.dumps(document, ensure_ascii=False, separators=(",", ":")).encode()


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
    responses=gives(None, says="The style sheet.", media_type="text/css", schema=_TEXT),
)
def read_style() -> Response:
    """How the pages look."""
    source, _, _ = PackageLoader("interfaces.http").get_source(_templates, "page.css")
    return Response(source, media_type="text/css", headers={"Cache-Control": "max-age=3600"})
