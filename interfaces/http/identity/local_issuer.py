"""Signing in without a provider, for whoever sits at this machine: own tokens, and links to get them."""

import secrets
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from joserfc import jwt

from domain.record import Actor
from domain.values import PersonId
from interfaces.http.identity.answers import Misconfigured, Unauthenticated
from interfaces.http.identity.local_keys import LocalKeys
from interfaces.http.identity.tokens import TokenVerifier

ISSUER = "urn:zielsteuerung:local"
SERVICE = "zielsteuerung"
SIGN_IN = "zielsteuerung-sign-in"
"""The audiences of tokens and of codes: neither is ever taken for the other."""
ALGORITHM = "Ed25519"
HALF_A_DAY = 12 * 3600
A_WEEK = 7 * 24 * 3600


class LocalIssuer:
    """Issues tokens to the given actors, with keys in a directory beside the database; for loopback only.

    `lifetime` of tokens and `code_lifetime` of sign-in codes in seconds, at most a week; with `once` a code works once.
    A restart, or another worker
    with the same directory, accepts what this one issued. Raises Misconfigured.
    """

    def __init__(
        self,
        directory: Path,
        actors: Sequence[Actor],
        *,
        lifetime: int = HALF_A_DAY,
        code_lifetime: int = 3600,
        once: bool = True,
        now: Callable[[], float] = time.time,
    ) -> None:
        self._actors = {actor.person: actor for actor in actors}
        if not actors or len(self._actors) != len(actors):
            raise Misconfigured(["Die eigene Anmeldung braucht mindestens eine Person, und jede nur einmal."])
        if not (0 < lifetime <= A_WEEK and 0 < code_lifetime <= A_WEEK):
            raise Misconfigured(["Eine eigene Anmeldung gilt höchstens eine Woche."])
        self._lifetime, self._code_lifetime, self._now = lifetime, code_lifetime, now
        self._keys = LocalKeys(directory, lifetime=max(lifetime, code_lifetime), now=now)
        self._used = directory / "used" if once else None
        self._tokens, self._codes = self._verifier(SERVICE), self._verifier(SIGN_IN)

    @property
    def actors(self) -> tuple[Actor, ...]:
        """Who may sign in, in the given order."""
        return tuple(self._actors.values())

    def sign_in_code(self, person: PersonId) -> str:
        """A code for a sign-in link; only `exchange` takes it, until it expires. Raises KeyError for nobody's id."""
        return self._issue(self._actors[person], SIGN_IN, self._code_lifetime)

    def exchange(self, code: str) -> str:
        """The access token for a code; raises Unauthenticated."""
        person = self._actor(self._codes, code).person
        if self._used:
            self._use_up(self._used, self._codes.claims(code)["jti"])
        return self.token(person)

    def token(self, person: PersonId) -> str:
        """An access token; raises KeyError for nobody's id."""
        return self._issue(self._actors[person], SERVICE, self._lifetime)

    def actor(self, token: str) -> Actor:
        """The actor behind an access token; raises Unauthenticated."""
        return self._actor(self._tokens, token)

    def rotate(self) -> None:
        """Sign with a new key from now on; what the old one signed holds until it expires."""
        self._keys.rotate()

    def _use_up(self, used: Path, name: str) -> None:
        """Note in a directory that all workers share that a code was used; forget those that no longer hold."""
        used.mkdir(mode=0o700, exist_ok=True)
        for old in used.iterdir():
            if old.stat().st_mtime < time.time() - A_WEEK:
                old.unlink(missing_ok=True)
        try:
            (used / name).touch(mode=0o600, exist_ok=False)
        except FileExistsError:
            raise Unauthenticated("link-used") from None

    def _verifier(self, audience: str) -> TokenVerifier:
        return TokenVerifier(self._keys, issuer=ISSUER, audience=audience, algorithms=[ALGORITHM], now=self._now)

    def _issue(self, actor: Actor, audience: str, lifetime: int) -> str:
        key, issued = self._keys.signing_key(), int(self._now())
        claims = {
            "iss": ISSUER,
            "aud": audience,
            "sub": actor.person,
            "iat": issued,
            "exp": issued + lifetime,
            "jti": secrets.token_hex(16),
        }
        return jwt.encode({"alg": ALGORITHM, "kid": key.kid}, claims, key, algorithms=[ALGORITHM])

    def _actor(self, verifier: TokenVerifier, token: str) -> Actor:
        known = self._actors.get(verifier.claims(token)["sub"])
        if known is None:
            raise Unauthenticated("not-mapped")
        return known
