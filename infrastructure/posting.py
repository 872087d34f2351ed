"""Telling another system something over HTTP: directly, quickly, and never inside a network of our own."""

import asyncio
import ssl
from collections.abc import Mapping
from functools import cache
from ipaddress import ip_address
from socket import SOCK_STREAM

import httpx

from application.notifying.targets import Address, may_be_reached, may_be_told

TOO_SLOW = "Die Gegenstelle hat nicht innerhalb von {seconds:g} Sekunden geantwortet."
NOT_REACHED = "Die Gegenstelle war nicht erreichbar, oder ihre Adresse führt in ein Netz, das hier nicht erlaubt ist."
"""The same for a name nobody knows, one that leads inside, and silence: it does not tell what there is inside."""
_HEADERS = {"Content-Type": "application/json", "User-Agent": "zielsteuerung", "Accept-Encoding": "identity"}


class NotTold(Exception):  # noqa: N818 - an answer
    """There was no answer; says why in one German sentence."""


def post(url: str, headers: Mapping[str, str], body: bytes, *, loopback: bool, seconds: float) -> int:
    """The status of the answer, whose body is not read; redirects are not followed. Raises NotTold.

    Name look-up, connection and answer together take at most so many seconds.
    """
    return asyncio.run(_in_time(url, headers, body, loopback, seconds))


async def _in_time(url: str, headers: Mapping[str, str], body: bytes, loopback: bool, seconds: float) -> int:
    try:
        async with asyncio.timeout(seconds):
            return await _post(httpx.URL(url), headers, body, loopback)
    except TimeoutError:
        raise NotTold(TOO_SLOW.format(seconds=seconds)) from None
    except (httpx.HTTPError, httpx.InvalidURL, OSError, ValueError) as why:
        raise NotTold(NOT_REACHED) from why


async def _post(url: httpx.URL, headers: Mapping[str, str], body: bytes, loopback: bool) -> int:
    if not may_be_told(str(url), loopback=loopback):
        raise NotTold(NOT_REACHED)
    addresses = await _addresses(url)
    if not all(may_be_reached(address, loopback=loopback) for address in addresses):
        raise NotTold(NOT_REACHED)
    # Straight to the address that was looked at: a second look-up might say another.
    host = url.raw_host.decode()
    async with (
        httpx.AsyncClient(verify=_trust(), trust_env=False, follow_redirects=False, timeout=None) as client,
        client.stream(
            "POST",
            url.copy_with(host=str(addresses[0])),
            headers={**_HEADERS, **headers, "Host": url.netloc.decode()},
            content=body,
            extensions={"sni_hostname": host},
        ) as answer,
    ):
        return answer.status_code


async def _addresses(url: httpx.URL) -> list[Address]:
    port = url.port or (443 if url.scheme == "https" else 80)
    try:
        found = await asyncio.get_running_loop().getaddrinfo(url.host, port, type=SOCK_STREAM)
    except (OSError, UnicodeError) as why:
        raise NotTold(NOT_REACHED) from why
    return [ip_address(place[0]) for *_, place in found]


@cache
def _trust() -> ssl.SSLContext:
    return ssl.create_default_context()
