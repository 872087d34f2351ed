"""The OpenAPI document: what FastAPI knows, and the problems, components and examples it does not."""

from collections.abc import Iterator
from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from domain.rulebook import RULES
from interfaces.http.access import ACCESS, EVERYBODY, OPEN
from interfaces.http.catalogue import published
from interfaces.http.deprecation import DEPRECATED
from interfaces.http.described import GIVEN, TAKEN
from interfaces.http.examples import EXAMPLES
from interfaces.http.problem_types import PAGES, TYPES, status_of
from interfaces.http.problems import MEDIA_TYPE, Problem
from interfaces.http.representation import schemas

DESCRIPTION = (
    "Target agreements under § 48b SGB II as facts that are never edited. Reading takes “known_at”: only "
    "what was recorded by then counts. Writing takes the agreement's ETag as “If-Match” and an “Idempotency-Key”."
)
MAY_BE_OVERTAKEN = frozenset({"deliver_figure_file"})
"""Writes that name no version and yet are refused when, time and again, more is recorded meanwhile."""
_REQUEST_ID = {"description": "The request's id, the caller's own when he gave one.", "schema": {"type": "string"}}
_NOT_MODIFIED = {"description": "What the caller has under this ETag still holds."}
_STATUSES = sorted({kind.status for kind in TYPES.values()} | {status_of(code) for code in RULES})


def document(app: FastAPI) -> dict[str, Any]:
    """The whole document, made once."""
    if app.openapi_schema is None:
        found = get_openapi(title=app.title, version=app.version, description=DESCRIPTION, routes=app.routes)
        parts = found.setdefault("components", {})
        parts["schemas"] = schemas([*GIVEN.values(), Problem], "serialization") | schemas(
            [*TAKEN.values()], "validation"
        )
        parts["responses"] = {_named(status): _problem(status) for status in _STATUSES}
        parts["responses"]["NotModified"] = _NOT_MODIFIED
        parts["headers"] = {"RequestId": _REQUEST_ID}
        parts["securitySchemes"] = {"bearer": {"type": "http", "scheme": "bearer", "bearerFormat": "JWT"}}
        for path, methods in found["paths"].items():
            for method, operation in methods.items():
                _complete(path, method, operation)
        app.openapi_schema = found
    return app.openapi_schema


def _complete(path: str, method: str, operation: dict[str, Any]) -> None:
    open_to_all = ACCESS[operation["operationId"]] is OPEN
    if not open_to_all:
        operation["security"] = [{"bearer": []}]
    operation["deprecated"] = operation["operationId"] in DEPRECATED
    responses = operation["responses"]
    responses.pop("422", None)
    for status in sorted(set(_statuses(path, method, operation))):
        answer = _reference("responses", "NotModified" if status == 304 else _named(status))
        responses.setdefault(str(status), answer)
    for answer in responses.values():
        if "$ref" not in answer:
            answer["headers"] = {**answer.get("headers", {}), "Request-Id": _reference("headers", "RequestId")}
    for parameter in operation.get("parameters", ()):
        _say_what_is_sent(parameter)
    for content in operation.get("requestBody", {}).get("content", {}).values():
        if examples := EXAMPLES.get(operation["operationId"]):
            content["examples"] = examples


def _say_what_is_sent(parameter: dict[str, Any]) -> None:
    """A parameter is sent or left out, never null; and without the tag nothing is written."""
    schema = parameter["schema"]
    schema.pop("title", None)
    options = schema.pop("anyOf", None)
    if options:
        schema |= next(option for option in options if option != {"type": "null"})
    if parameter["name"] == "if-match":
        parameter["required"] = True


def _statuses(path: str, method: str, operation: dict[str, Any]) -> Iterator[int]:
    names = {parameter["name"] for parameter in operation.get("parameters", ())}
    roles = ACCESS[operation["operationId"]]
    yield from (414, 431, 500, 503)
    if roles is not OPEN:
        yield from (401, 429)
    if roles not in (OPEN, EVERYBODY):
        yield 403
    if "{" in path or "cursor" in names:
        yield 404
    if operation["operationId"] == "sign_in":
        yield 401
    if names or method == "post":
        yield 422
    if operation["operationId"] in MAY_BE_OVERTAKEN:
        yield 412
    if "if-none-match" in names:
        yield 304
    if "if-match" in names:
        yield from (400, 412, 428)
    if method != "get" or (names and roles is not OPEN):
        yield 409
    if "requestBody" in operation:
        yield from (413, 415, 422)


def _problem(status: int) -> dict[str, Any]:
    examples = {example["type"].rpartition("/")[2]: {"value": example} for example in _said(status)}
    title = next(iter(examples.values()))["value"]["title"]
    answer: dict[str, Any] = {
        "description": title,
        "headers": {"Request-Id": _reference("headers", "RequestId")},
        "content": {MEDIA_TYPE: {"schema": _reference("schemas", Problem.__name__), "examples": examples}},
    }
    if status in {429, 503}:
        answer["headers"]["Retry-After"] = {"description": "Seconds to wait.", "schema": {"type": "string"}}
    if status == 401:
        answer["headers"]["WWW-Authenticate"] = {"description": "How to sign in.", "schema": {"type": "string"}}
    return answer


def _said(status: int) -> Iterator[dict[str, Any]]:
    for kind in TYPES.values():
        if kind.status == status:
            yield _example(kind.uri, kind.title_en, status, kind.advice_en)
    for code, rule in RULES.items():
        if rule.effect == "refuse" and status_of(code) == status and status != 409:
            says = published(code).says_en
            finding = {"rule": code, "clause": rule.clause, "says": says, "values": {}}
            yield _example(f"{PAGES}/{code}", f"Refused by the rule {code}", status, says) | {"findings": [finding]}


def _example(uri: str, title: str, status: int, says: str) -> dict[str, Any]:
    said = {"type": uri, "title": title, "status": status, "detail": says, "instance": "urn:request:7f0c2c5e"}
    return said | {"findings": [], "errors": []}


def _reference(kind: str, name: str) -> dict[str, str]:
    return {"$ref": f"#/components/{kind}/{name}"}


def _named(status: int) -> str:
    return f"Problem{status}"
