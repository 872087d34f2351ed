"""What the network service needs before it answers: a way in, a database that is migrated, and the sample in it."""

from collections.abc import Iterator
from contextlib import contextmanager
from socket import socket

from domain.german import german
from interfaces.bootstrap import followed_system
from interfaces.cli.console import console
from interfaces.cli.sample import filled
from interfaces.http.identity.local_issuer import LocalIssuer
from interfaces.http.identity.loopback import must_be_loopback
from interfaces.http.identity.settings import identity_settings
from interfaces.sample.figures import INVENTED
from interfaces.signing_in import local_issuer, must_be_usable

BACKLOG = 128
"""Connections that may wait."""


@contextmanager
def prepared(host: str, listening: socket, *, sample: bool) -> Iterator[None]:
    """Everything up until the end; raises Unavailable, and Misconfigured when nobody could sign in."""
    identity = identity_settings()
    local = local_issuer(identity, sample=sample)
    if local is not None:
        must_be_loopback(host)
    must_be_usable(identity, local)
    with _database(sample=sample):
        named = f"[{host}]" if ":" in host else host
        listening.listen(BACKLOG)  # whoever opens a link at once waits until a worker is up
        _say_where(f"http://{named}:{listening.getsockname()[1]}", local, sample=sample)
        yield


@contextmanager
def _database(*, sample: bool) -> Iterator[None]:
    """Migrated, and with the sample's life in it when that is what is served; the server stays up until the end."""
    if not sample:
        with followed_system():
            yield
        return
    with filled():
        yield


def _say_where(base: str, local: LocalIssuer | None, *, sample: bool) -> None:
    out = console()
    out.print(f"Zielsteuerung: {base}/", markup=False, soft_wrap=True)
    if sample:
        out.print(f"Beispiel mit eigener Datenbank und eigener Uhr. {INVENTED}", markup=False, soft_wrap=True)
    if local is not None:
        out.print("Anmelden an diesem Rechner (zwölf Stunden gültig):")
        for actor in local.actors:
            role, link = german(actor.role), f"{base}/sign-in/{local.sign_in_code(actor.person)}"
            who = actor.office if role in actor.office else f"{role}, {actor.office}"
            out.print(f"  {who}\n    {link}", markup=False, soft_wrap=True)
    out.print("Beenden mit Strg+C.")
