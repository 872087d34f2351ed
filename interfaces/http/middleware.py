"""The outermost layer: every request gets an id, bounds and security headers, and is logged and counted."""

import re
from collections.abc import Awaitable, Callable
from hashlib import sha256
from time import perf_counter
from uuid import uuid4

import structlog
from fastapi import Request
from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from interfaces.http.deprecation import DEPRECATED
from interfaces.http.problem_types import TYPES
from interfaces.http.problems import problem
from interfaces.http.settings import HttpSettings

SECURITY_HEADERS = {
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}
UPLOADS = frozenset({"/api/v1/figure-files", "/api/v1/figure-files/checks", "/daten"})
"""Where files are sent as they are; everywhere else a body is JSON, which is read as a whole."""
WITH_DOCUMENTS = "/vereinbarungen/"
"""Where forms carry documents, of which only the fingerprint is kept."""
_UUID = re.compile(r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
_REQUEST_ID = re.compile(r"[A-Za-z0-9._:/+=-]{1,128}")
LEFT = 499
"""The status in log and metrics of a request whose caller left before the answer; nobody receives it."""
log = structlog.get_logger("zielsteuerung.http")

Observed = Callable[[str, str, int, float], None]
"""Called with every answer: operation, method, status, seconds."""


class Gate:
    """Pure ASGI, so that streams stay streams."""

    def __init__(self, app: ASGIApp, settings: HttpSettings, observed: Observed) -> None:
        self.app = app
        self.settings = settings
        self.observed = observed

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request through, within bounds."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        request_id = taken_over(headers.get("request-id"))
        scope.setdefault("state", {})["request_id"] = request_id
        started, status, begun = perf_counter(), 500, False

        async def answered(message: Message) -> None:
            nonlocal status, begun
            if message["type"] == "http.response.start":
                status, begun = message["status"], True
                _complete(MutableHeaders(scope=message), request_id, scope)
            await send(message)

        try:
            await self._let_in(scope, headers, receive, answered)
        except ClientDisconnect:
            status = LEFT
        except Exception as fault:
            log.error("unforeseen", request_id=for_logs(request_id), exc_info=fault)
            if begun:
                raise  # an answer that broke off must not look whole
            await problem(Request(scope), TYPES["internal"])(scope, receive, answered)
        finally:
            self._note(scope, request_id, status, perf_counter() - started)

    async def _let_in(
        self, scope: Scope, headers: Headers, receive: Receive, send: Callable[[Message], Awaitable[None]]
    ) -> None:
        if trouble := self._out_of_bounds(scope, headers):
            await problem(Request(scope), TYPES[trouble])(scope, receive, send)
        else:
            await self.app(scope, _bounded(receive, self._limit(scope)), send)

    def _out_of_bounds(self, scope: Scope, headers: Headers) -> str | None:
        if len(scope["raw_path"] or b"") + len(scope["query_string"]) > self.settings.query_limit:
            return "query-too-long"
        if sum(len(name) + len(value) for name, value in headers.raw) > self.settings.header_limit:
            return "headers-too-large"
        length = headers.get("content-length", "0")
        if not length.isdecimal() or int(length) > self._limit(scope):
            return "body-too-large"
        return None

    def _limit(self, scope: Scope) -> int:
        uploads = scope["path"] in UPLOADS or scope["path"].startswith(WITH_DOCUMENTS)
        return self.settings.upload_limit if uploads else self.settings.body_limit

    def _note(self, scope: Scope, request_id: str, status: int, seconds: float) -> None:
        operation = operation_of(scope)
        self.observed(operation, scope["method"], status, seconds)
        actor = scope["state"].get("actor")
        log.info(
            "answered",
            request_id=for_logs(request_id),
            operation=operation,
            method=scope["method"],
            status=status,
            milliseconds=round(seconds * 1000, 1),
            person=actor.person if actor else None,
            correlation_id=scope["state"].get("correlation_id"),
        )


def _bounded(receive: Receive, limit: int) -> Receive:
    received = 0

    async def bounded() -> Message:
        nonlocal received
        message = await receive()
        received += len(message.get("body", b""))
        if received > limit:
            raise HTTPException(413)
        return message

    return bounded


def taken_over(request_id: str | None) -> str:
    """The caller's request id when it is short and plain, else a new one."""
    if request_id and _REQUEST_ID.fullmatch(request_id):
        return request_id
    return str(uuid4())


def for_logs(request_id: str) -> str:
    """The request id as logs hold it: a UUID as it is, any other by its hash, because a caller may have put a name in.

    Logs are kept apart from the register, and nobody erases a name from them.
    """
    if _UUID.fullmatch(request_id):
        return request_id
    return f"sha256:{sha256(request_id.encode()).hexdigest()[:16]}"


def operation_of(scope: Scope) -> str:
    """The id of the operation a request came to; "none" when it came to no operation."""
    return str(getattr(scope.get("route"), "operation_id", None) or "none")


def _complete(headers: MutableHeaders, request_id: str, scope: Scope) -> None:
    headers["Request-Id"] = request_id
    if rate := scope["state"].get("rate"):
        headers.update(rate.headers)
    if deprecation := DEPRECATED.get(operation_of(scope)):
        for name, value in deprecation.headers.items():
            headers.append(name, value)
    for name, value in SECURITY_HEADERS.items():
        headers.setdefault(name, value)
