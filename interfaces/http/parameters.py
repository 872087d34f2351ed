"""The parameters that many operations share."""

from collections.abc import Iterator, Sequence, Set
from typing import Annotated, cast

from fastapi import Depends, Header, Path, Query, Request
from fastapi._compat import ModelField
from fastapi.dependencies.utils import request_params_to_args
from fastapi.exceptions import RequestValidationError

from domain.record import Actor
from domain.values import AGREEMENT_ID, Instant
from interfaces.bootstrap import System


def system_of(request: Request) -> System:
    """The system this service serves."""
    return cast(System, request.app.state.system)


def actor_of(request: Request) -> Actor:
    """The acting person, as verified by the door."""
    return cast(Actor, request.state.actor)


def must_be_asked_for(request: Request, fields: Sequence[ModelField]) -> None:
    """Refuse a parameter the operation does not know, or one given more than once: the question would be misread.

    What else is wrong with the parameters is told along with it.
    """
    if wrong := list(_wrong(request, {field.alias for field in fields})):
        raise RequestValidationError([*wrong, *request_params_to_args(fields, request.query_params)[1]])


def _wrong(request: Request, parameters: Set[str]) -> Iterator[dict[str, object]]:
    for name in request.query_params:
        if name not in parameters:
            yield {"type": "extra_forbidden", "loc": ("query", name), "msg": "Extra inputs are not permitted"}
        elif len(request.query_params.getlist(name)) > 1:
            yield {"type": "given_twice", "loc": ("query", name), "msg": "Given more than once"}


TheSystem = Annotated[System, Depends(system_of)]
TheActor = Annotated[Actor, Depends(actor_of)]
AgreementPath = Annotated[
    str,
    Path(
        pattern=AGREEMENT_ID, description="The agreement's id.", openapi_examples={"id": {"value": "2026.4.03.03358.1"}}
    ),
]
KnownAt = Annotated[
    Instant | None,
    Query(
        description="Only what was recorded by this instant counts (RFC 3339 with zone); without it, everything.",
        openapi_examples={"instant": {"value": "2026-06-30T12:00:00Z"}},
    ),
]
TAG = r'^(W/)?"[0-9]{1,9}(-[0-9A-Za-z.+]+)?(-en)?"$'
PREVIEW_TAG = r'^(W/)?"[0-9a-f]{16}(-[0-9A-Za-z.+]+)?(-en)?"$'
SLUG = r"^[a-z0-9]+(-[a-z0-9]+)*$"
MONTH = r"^(19|20)[0-9]{2}-(0[1-9]|1[0-2])$"
ReportMonth = Annotated[
    str | None,
    Query(
        pattern=MONTH,
        description="Report month; without it, the last one loaded as agreed.",
        openapi_examples={"month": {"value": "2026-06"}},
    ),
]
After = Annotated[int, Query(ge=0, le=2**53 - 1, description="Only what stands behind this position of the log.")]
Limit = Annotated[int, Query(ge=1, le=500, description="At most so many.")]
IfMatch = Annotated[
    str | None,
    Header(
        description="The agreement's ETag this is decided on.",
        json_schema_extra={"pattern": TAG},
        openapi_examples={"etag": {"value": '"7"'}},
    ),
]
IfPreviewMatch = Annotated[
    str | None,
    Header(
        alias="if-match",
        description="The ETag of the file this is decided on.",
        json_schema_extra={"pattern": PREVIEW_TAG},
        openapi_examples={"etag": {"value": '"7f0c2c5e9a31b482"'}},
    ),
]
IfNoneMatch = Annotated[str | None, Header(description="An ETag known already; the answer is 304 when it still holds.")]
IdempotencyKey = Annotated[
    str | None,
    Header(
        pattern=r"^[!-~]{1,200}$",
        description="The same key with the same body gives the first answer again, for ever; with another body 422.",
    ),
]
