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
from interfaces.http.identity.sign_in_links import SignInLinks
from interfaces.http.identity.tokens import TokenVerifier

ISSUER = "urn:zielsteuerung:local"
SERVICE = "zielsteuerung"
"""The audience of tokens."""
ALGORITHM = "Ed25519"
HALF_A_DAY = 12 * 3600
A_WEEK = 7 * 24 * 3600


class LocalIssuer:
    """Issues tokens to the given actors, with keys in a directory beside the database; for loopback only.

    `lifetime` of tokens and `code_lifetime` of sign-in codes in seconds, at most a week; with `once` a code works once.
    A restart, or another worker with the same directory, accepts what this one issued. Raises Misconfigured.
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
        self._lifetime, self._now = lifetime, now
        self._keys = LocalKeys(directory, lifetime=lifetime, now=now)
        self._links = SignInLinks(directory / "links", lifetime=code_lifetime, once=once, now=now)
        self._tokens = TokenVerifier(self._keys, issuer=ISSUER, audience=SERVICE, algorithms=[ALGORITHM], now=self._now)

    @property
    def actors(self) -> tuple[Actor, ...]:
        """Who may sign in, in the given order."""
        return tuple(self._actors.values())

    def holds(self, actor: Actor) -> bool:
        """Whether a person known earlier still has this role, party and scope."""
        known = self._actors.get(actor.person)
        return known is not None and (known.role, known.party, known.scope) == (actor.role, actor.party, actor.scope)

    def sign_in_code(self, person: PersonId) -> str:
        """A code for a sign-in link; only `exchange` takes it, until it expires. Raises KeyError for nobody's id."""
        return self._links.issue(self._actors[person].person)

    def exchange(self, code: str) -> str:
        """The access token for a code; raises Unauthenticated."""
        person = self._links.take(code)
        if person not in self._actors:
            raise Unauthenticated("not-mapped")
        return self.token(person)

    def token(self, person: PersonId) -> str:
        """An access token; raises KeyError for nobody's id."""
        return self._issue(self._actors[person])

    def actor(self, token: str) -> Actor:
        """The actor behind an access token; raises Unauthenticated."""
        known = self._actors.get(self._tokens.claims(token)["sub"])
        if known is None:
            raise Unauthenticated("not-mapped")
        return known

    def rotate(self) -> None:
        """Sign with a new key from now on; what the old one signed holds until it expires."""
        self._keys.rotate()

    def _issue(self, actor: Actor) -> str:
        key, issued = self._keys.signing_key(), int(self._now())
        claims = {
            "iss": ISSUER,
            "aud": SERVICE,
            "sub": actor.person,
            "iat": issued,
            "exp": issued + self._lifetime,
            "jti": secrets.token_hex(16),
        }
        return jwt.encode({"alg": ALGORITHM, "kid": key.kid}, claims, key, algorithms=[ALGORITHM])
