"""JSON documents of a provider, over HTTP."""

import json
import time
from typing import Any
from urllib.parse import urlsplit

import httpx

from interfaces.http.identity.answers import IdentityUnavailable
from interfaces.http.identity.loopback import is_loopback, safe_address

MAX_BYTES = 256 * 1024
STEP, ALTOGETHER = 3.0, 5.0
"""Seconds without a sign of life, and for a whole document."""


def document(address: str) -> dict[str, Any]:
    """The JSON object at an address; no redirect is followed. Raises IdentityUnavailable.

    The address must be https, or on this machine, and the answer small and quick.
    """
    try:
        found = json.loads(_body(safe_address(address)))
    except (httpx.HTTPError, httpx.InvalidURL, OSError, ValueError, RecursionError) as error:
        raise IdentityUnavailable(f"{address}: {type(error).__name__} {error}") from error
    if not isinstance(found, dict):
        raise IdentityUnavailable(f"{address}: Erwartet wird ein JSON-Objekt.")
    return found


def _body(address: str) -> bytes:
    host = urlsplit(address).hostname or ""
    deadline = time.monotonic() + ALTOGETHER
    # Raw and unpacked, so that a small answer cannot swell; no proxy stands between this machine and itself.
    with (
        httpx.Client(timeout=STEP, follow_redirects=False, trust_env=not is_loopback(host)) as client,
        client.stream("GET", address, headers={"Accept": "application/json", "Accept-Encoding": "identity"}) as answer,
    ):
        if answer.status_code != 200:
            raise ValueError(f"Die Antwort hat den Status {answer.status_code} statt 200.")
        body = b""
        for part in answer.iter_raw():
            body += part
            if len(body) > MAX_BYTES:
                raise ValueError("Die Antwort ist zu groß.")
            if time.monotonic() > deadline:
                raise ValueError("Die Antwort kommt zu langsam.")
        return body
