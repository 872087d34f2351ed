"""What schemathesis cannot know of this service's conventions, which docs/http.md tells."""

import json
import re
from typing import Any
from uuid import uuid4

import schemathesis
from schemathesis import GenerationMode

from domain.values import UNREADABLE

KEY = re.compile(r"[!-~]{1,160}")


@schemathesis.hook
def before_call(context: Any, case: Any, kwargs: dict[str, Any]) -> None:
    """A key of its own for each call that fits: the same key with another body is 422 by convention."""
    if case.meta is None or case.meta.generation.mode is not GenerationMode.POSITIVE:
        return  # what is sent wrongly on purpose, as without a token, stays as it is
    headers = case.headers or {}
    name = next((one for one in headers if one.lower() == "idempotency-key"), None)
    if name and KEY.fullmatch(str(headers[name])):
        headers[name] = f"{headers[name]}-{uuid4()}"


@schemathesis.hook
def filter_body(context: Any, body: Any) -> bool:
    """Characters beyond the first plane that nobody can read: a pattern of ECMA-262 names them only with a flag."""
    try:
        return UNREADABLE.search(json.dumps(body, ensure_ascii=False).replace("\n", "")) is None
    except TypeError:
        return True
