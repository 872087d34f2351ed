"""How operations say in OpenAPI what they take and give; the components are put in when the document is made."""

from collections.abc import Sequence
from inspect import getdoc
from typing import Any

from pydantic import BaseModel

from interfaces.http.json import component

GIVEN: dict[str, type[BaseModel]] = {}
"""Every model an operation gives, by its name."""
TAKEN: dict[str, type[BaseModel]] = {}
"""Every model an operation takes, by its name."""

Responses = dict[int | str, dict[str, Any]]

_HEADERS = {
    "ETag": "What was read: an agreement's version, a file's preview (both also for If-Match), or a list as it stood.",
    "Link": "The next page, as rel=next.",
    "Idempotent-Replayed": "“true” when this is the first answer again.",
    "Location": "Where what was made is to be found.",
    "Retry-After": "Seconds to wait.",
    "Content-Disposition": "The file's name.",
    "Repr-Digest": "SHA-256 of the file (RFC 9530).",
}


def gives(
    model: type[BaseModel] | None,
    *,
    says: str = "",
    status: int = 200,
    headers: Sequence[str] = (),
    media_type: str = "application/json",
    schema: dict[str, Any] | None = None,
) -> Responses:
    """The answer when all is well: this model, or a schema of its own, what it is, with these headers."""
    answer: dict[str, Any] = {"description": says or (getdoc(model) or "").partition("\n")[0]}
    if model is not None:
        GIVEN[component(model.__name__)] = model
        schema = {"$ref": f"#/components/schemas/{component(model.__name__)}"}
    if schema is not None:
        answer["content"] = {media_type: {"schema": schema}}
    if headers:
        answer["headers"] = {name: {"description": _HEADERS[name], "schema": {"type": "string"}} for name in headers}
    return {status: answer}


def accepts(model: type[BaseModel]) -> dict[str, Any]:
    """The body an operation takes."""
    TAKEN[model.__name__] = model
    schema = {"$ref": f"#/components/schemas/{model.__name__}Input"}
    return {"requestBody": {"required": True, "content": {"application/json": {"schema": schema}}}}
