"""The public keys by which tokens are verified, and where they come from."""

import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, Protocol

from joserfc.errors import JoseError
from joserfc.jwk import JWKRegistry, Key

from interfaces.http.identity.answers import IdentityUnavailable
from interfaces.http.identity.documents import document
from interfaces.http.identity.loopback import safe_address

Keys = Sequence[Key]
MAX_KEYS = 50
RENEW_AFTER = 30.0
"""Seconds between two questions to the provider, whatever strangers send and whether it answered or not."""
WAITING = 20
"""Threads that wait for a provider's answer at most; the rest of the service goes on."""
_SHORTEST_RSA = 342
"""2048 bits in base64url."""


class KeySource(Protocol):
    """Where verification keys come from."""

    def in_force(self) -> Keys:
        """The keys in force; raises IdentityUnavailable."""

    def newer_than(self, keys: Keys) -> Keys:
        """The keys after having looked for new ones, or the same where it is too early; raises IdentityUnavailable."""


class RemoteKeySet:
    """A provider's key set, kept for `lifetime` seconds and, while the provider is away, for `grace` seconds more.

    One thread at a time asks the provider; the others go on with the keys they have.
    """

    def __init__(
        self,
        issuer: str,
        *,
        address: str | None = None,
        lifetime: float = 3600,
        grace: float = 14_400,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._issuer, self._address, self._clock = issuer, address, clock
        self._lifetime, self._grace = lifetime, grace
        self._lock = threading.Lock()
        self._places = threading.BoundedSemaphore(WAITING)
        self._held: Keys = ()
        self._since = self._failed = float("-inf")
        self._why = ""

    def in_force(self) -> Keys:
        """The keys in force; asks the provider when they are old."""
        if self._age() < self._lifetime:
            return self._held
        if self._usable():
            if self._lock.acquire(blocking=False):
                try:
                    self._renew_if_due()
                finally:
                    self._lock.release()
        else:
            with self._waiting():
                self._renew_if_due()
        if not self._usable():
            raise IdentityUnavailable(self._why)
        return self._held

    def newer_than(self, keys: Keys) -> Keys:
        """The keys after another look at the provider, at most one in RENEW_AFTER seconds."""
        with self._waiting():
            if self._held is keys and self._clock() - max(self._since, self._failed) >= RENEW_AFTER:
                self._renew()
            if self._held is keys and self._failed > self._since:
                raise IdentityUnavailable(self._why)
            return self._held

    @contextmanager
    def _waiting(self) -> Iterator[None]:
        """The turn to ask the provider; raises IdentityUnavailable when too many wait for it."""
        if not self._places.acquire(blocking=False):
            raise IdentityUnavailable("Der Anmeldedienst wird gerade gefragt, und zu viele warten darauf.")
        try:
            with self._lock:
                yield
        finally:
            self._places.release()

    def _age(self) -> float:
        return self._clock() - self._since

    def _usable(self) -> bool:
        return self._age() < self._lifetime + self._grace

    def _renew_if_due(self) -> None:
        if self._age() >= self._lifetime and self._clock() - self._failed >= RENEW_AFTER:
            self._renew()

    def _renew(self) -> None:
        try:
            self._held = usable(document(self._address or self._discovered()))
            self._since = self._clock()
        except IdentityUnavailable as error:
            self._failed, self._why = self._clock(), error.why

    def _discovered(self) -> str:
        found = document(f"{self._issuer.rstrip('/')}/.well-known/openid-configuration")
        if found.get("issuer") != self._issuer:
            raise IdentityUnavailable("Der Anmeldedienst nennt sich anders als ZIELSTEUERUNG_OIDC_ISSUER.")
        try:
            return safe_address(str(found.get("jwks_uri")))
        except ValueError as error:
            raise IdentityUnavailable(f"jwks_uri: {error}") from error


def usable(found: dict[str, Any]) -> Keys:
    """The keys of a key set (RFC 7517) that can verify a signature here; raises IdentityUnavailable when none can."""
    listed = found.get("keys")
    keys = [key for one in listed[:MAX_KEYS] if (key := _imported(one))] if isinstance(listed, list) else []
    if not keys:
        raise IdentityUnavailable("Der Anmeldedienst nennt keinen brauchbaren Schlüssel.")
    return tuple(keys)


def _imported(one: object) -> Key | None:
    if not isinstance(one, dict) or one.get("kty") not in ("RSA", "EC", "OKP") or one.get("use", "sig") != "sig":
        return None
    if one["kty"] == "RSA" and len(str(one.get("n"))) < _SHORTEST_RSA:
        return None
    try:
        return JWKRegistry.import_key(one)
    except (JoseError, ValueError, TypeError, KeyError, AttributeError):
        return None
