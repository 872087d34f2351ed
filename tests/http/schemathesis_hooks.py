"""What schemathesis cannot know of this service's conventions, which docs/http.md tells."""

import json
import re
from typing import Any
from uuid import uuid4

import schemathesis

from domain.values import UNREADABLE

KEY = re.compile(r"[!-~]{1,160}")


@schemathesis.hook
def map_headers(context: Any, headers: dict[str, Any] | None) -> dict[str, Any] | None:
    """A key of its own for each call: the same key with another body is 422 by convention."""
    name = next((one for one in headers or {} if one.lower() == "idempotency-key"), None)
    if headers and name and KEY.fullmatch(str(headers[name])):
        return headers | {name: f"{headers[name]}-{uuid4()}"}
    return headers


@schemathesis.hook
def filter_body(context: Any, body: Any) -> bool:
    """Characters beyond the first plane that nobody can read: a pattern of ECMA-262 names them only with a flag."""
    try:
        return UNREADABLE.search(json.dumps(body, ensure_ascii=False).replace("\n", "")) is None
    except TypeError:
        return True
