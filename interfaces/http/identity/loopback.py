"""Addresses of this machine alone, and addresses that may be asked for keys."""

from ipaddress import ip_address
from urllib.parse import urlsplit

from interfaces.http.identity.answers import Misconfigured


def is_loopback(host: str) -> bool:
    """Whether this host is this machine by its very name: localhost, 127.0.0.0/8 or ::1; no name is looked up."""
    if host.lower() == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def must_be_loopback(host: str) -> None:
    """Raise Misconfigured unless whoever reaches this host is on this machine."""
    if not is_loopback(host):
        raise Misconfigured(
            [
                f"Ohne Anmeldedienst (ZIELSTEUERUNG_OIDC_ISSUER) hört der Dienst nur auf diesem Rechner, nicht auf "
                f"„{host[:100]}“; erlaubt sind 127.0.0.1, ::1 und localhost."
            ]
        )


def safe_address(address: str) -> str:
    """The address, if it is https, or http on this machine; raises ValueError in German."""
    parts = urlsplit(address)
    if parts.username is not None or parts.fragment:
        raise ValueError("Die Adresse darf weder Anmeldedaten noch einen Abschnitt (#) enthalten.")
    if not parts.hostname or not address.isascii():
        raise ValueError("Erwartet wird eine Adresse wie https://anmeldung.example.org.")
    if parts.scheme != "https" and not (parts.scheme == "http" and is_loopback(parts.hostname)):
        raise ValueError("Die Adresse muss mit https:// beginnen; http:// geht nur auf diesem Rechner.")
    return address
