"""Asking a service over HTTP that may be anybody's: what it answers is bounded in size and in time."""

import asyncio
from collections.abc import Mapping

import httpx

from application.proofs.signed_note import Unreadable

MOST = 1024 * 1024
"""Bytes of an answer, or of a file, that hold any checkpoint or proof many times over."""
SECONDS = 60
"""For the whole answer, from the first word to the last."""


def answered(
    url: str, asked: Mapping[str, int], headers: Mapping[str, str], seconds: float = SECONDS
) -> tuple[int, str]:
    """The status and text of a service's answer; raises Unreadable when there is none within the bounds."""
    try:
        status, body = asyncio.run(_asked(url, asked, headers, seconds))
        return status, body.decode()
    except TimeoutError:
        raise Unreadable(f"der Dienst hat nicht innerhalb von {seconds:g} Sekunden zu Ende geantwortet") from None
    except (httpx.HTTPError, httpx.InvalidURL) as trouble:
        raise Unreadable(f"der Dienst antwortet nicht ({trouble})") from None
    except UnicodeError:
        raise Unreadable("der Dienst antwortet nicht mit Text") from None


async def _asked(url: str, asked: Mapping[str, int], headers: Mapping[str, str], seconds: float) -> tuple[int, bytes]:
    plain = {"Accept-Encoding": "identity", **headers}  # what is packed could unpack to any size
    async with (
        asyncio.timeout(seconds),
        httpx.AsyncClient(timeout=seconds) as client,
        client.stream("GET", url, params=asked, headers=plain) as answer,
    ):
        body = b""
        async for part in answer.aiter_raw():
            body += part
            if len(body) > MOST:
                raise Unreadable(f"der Dienst antwortet mit mehr als {MOST} Bytes")
        return answer.status_code, body
