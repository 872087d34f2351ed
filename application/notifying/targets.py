"""Targets of webhooks: addresses in the open, never a network behind the service."""

from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from typing import Annotated
from urllib.parse import urlsplit

from pydantic import AfterValidator, StringConstraints, WithJsonSchema
from pydantic_core import PydanticCustomError

Address = IPv4Address | IPv6Address
_TRANSITIONAL = tuple(
    map(ip_network, ("::/96", "::ffff:0:0/96", "64:ff9b::/96", "64:ff9b:1::/48", "2001::/32", "2002::/16"))
)
"""IPv6 networks behind which an IPv4 address hides."""
_SITE_LOCAL = ip_network("fec0::/10")
"""Networks of a house in early IPv6, which some machines still route."""


def _well_formed(url: str) -> str:
    parts = urlsplit(url)
    _ = parts.port  # raises ValueError when it is none
    if parts.scheme not in {"https", "http"} or not parts.hostname:
        raise PydanticCustomError("no-address", "Erwartet wird eine Adresse wie https://beispiel.example.org/eingang.")
    if parts.username is not None or parts.password is not None or parts.fragment:
        raise PydanticCustomError(
            "address-tells", "Die Adresse darf weder Anmeldedaten noch einen Abschnitt (#) enthalten."
        )
    return url


_NAMED = r'^https?://[0-9A-Za-z.-]*[0-9A-Za-z](:([0-9]{1,4}|[1-5][0-9]{4}))?(/[!"$-~]*)?$'
"""What may be sent without fear: addresses by name. Addresses with IPv6 are taken too."""
Target = Annotated[
    str,
    StringConstraints(pattern=r"^https?://[!-~]+$", max_length=1000),
    AfterValidator(_well_formed),
    WithJsonSchema({"type": "string", "maxLength": 1000, "pattern": _NAMED}),
]


def may_be_told(url: str, *, loopback: bool) -> bool:
    """Whether to tell this address, by its looks; `loopback` when the service hears this machine alone."""
    parts = urlsplit(url)
    host = (parts.hostname or "").rstrip(".").lower()
    if host == "localhost" or host.endswith(".localhost"):
        return loopback
    try:
        address = ip_address(host)
    except ValueError:
        return parts.scheme == "https"
    return may_be_reached(address, loopback=loopback) and (parts.scheme == "https" or address.is_loopback)


def may_be_reached(address: Address, *, loopback: bool) -> bool:
    """Whether to connect to this: a machine in the open, or (`loopback`) this one; never a network behind it."""
    if address.is_loopback:
        return loopback
    inside = address.is_multicast or any(address in net for net in (*_TRANSITIONAL, _SITE_LOCAL))
    return address.is_global and not inside
