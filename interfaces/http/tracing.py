"""The conversation a request belongs to, from the caller's headers."""

import re
from uuid import UUID

from fastapi import Request

from application.acting.orders import Trace
from interfaces.http.middleware import taken_over

_TRACEPARENT = re.compile(r"[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}.*")


def trace_of(request: Request) -> Trace:
    """The trace of an act: the trace id of W3C `traceparent` as correlation, and the caller's own `Request-Id`.

    Anything else in these headers is passed over, never recorded.
    """
    found = _TRACEPARENT.fullmatch(request.headers.get("traceparent", "")[:200])
    known = found is not None and not found[0].startswith("ff") and int(found[1], 16) > 0
    correlation = UUID(hex=found[1]) if found and known else None
    given = request.headers.get("request-id")
    request.state.correlation_id = str(correlation) if correlation else None
    return Trace(correlation_id=correlation, request_id=given if given and taken_over(given) == given else None)
