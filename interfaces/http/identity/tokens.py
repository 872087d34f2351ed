"""Access tokens: what must hold before a word of one is believed (RFC 7519, RFC 8725)."""

import json
import re
import time
from collections.abc import Callable, Sequence
from typing import Any

from joserfc.errors import ExpiredTokenError, InvalidClaimError, JoseError, MissingClaimError, UnsupportedAlgorithmError
from joserfc.jws import CompactSignature, JWSRegistry, extract_compact, validate_compact
from joserfc.jwt import JWTClaimsRegistry

from interfaces.http.identity.answers import Unauthenticated
from interfaces.http.identity.key_sets import Keys, KeySource

Claims = dict[str, Any]

MAX_TOKEN = 8 * 1024
MAX_SUBJECT = 255
_BEARER = re.compile(r"bearer +(\S+) *", re.IGNORECASE)
_COMPACT = re.compile(r"[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]*")
_CHECKED = ("iss", "aud", "exp", "nbf", "iat", "sub")
_WRONG = {
    "iss": "wrong-issuer",
    "aud": "wrong-audience",
    "nbf": "token-not-yet-valid",
    "iat": "token-not-yet-valid",
}


def bearer_token(authorization: str | None) -> str:
    """The token of an Authorization header (RFC 6750); raises Unauthenticated."""
    if not authorization:
        raise Unauthenticated("token-missing")
    found = _BEARER.fullmatch(authorization)
    if not found:
        raise Unauthenticated("token-malformed")
    return found[1]


class _Pinned(JWSRegistry):
    """The pinned algorithms and no others, whatever the library recommends; unknown header fields are let pass."""

    max_header_length = 4096

    def __init__(self, algorithms: Sequence[str]) -> None:
        super().__init__(strict_check_header=False)
        self._pinned = frozenset(algorithms)

    def get_alg(self, name: str) -> Any:
        if name not in self._pinned:
            raise UnsupportedAlgorithmError
        return self.algorithms[name]


class TokenVerifier:
    """Verifies tokens of one issuer for one audience."""

    def __init__(
        self,
        source: KeySource,
        *,
        issuer: str,
        audience: str,
        algorithms: Sequence[str],
        skew: int = 0,
        now: Callable[[], float] = time.time,
    ) -> None:
        self._source = source
        self._registry = _Pinned(algorithms)
        self._rules = JWTClaimsRegistry(
            now=lambda: int(now()),
            leeway=skew,
            iss={"essential": True, "value": issuer},
            aud={"essential": True, "value": audience},
            exp={"essential": True},
            sub={"essential": True},
        )

    def claims(self, token: str) -> Claims:
        """The claims of a token that holds in every respect; raises Unauthenticated or IdentityUnavailable."""
        signed = self._read(token)
        self._must_be_signed(signed)
        claims = _claims(signed.payload)
        self._must_hold(claims)
        return claims

    def _read(self, token: str) -> CompactSignature:
        if not token:
            raise Unauthenticated("token-missing")
        if len(token) > MAX_TOKEN:
            raise Unauthenticated("token-too-large")
        if not _COMPACT.fullmatch(token):
            raise Unauthenticated("token-malformed")
        try:
            signed = extract_compact(token.encode(), registry=self._registry)
            self._registry.check_header(signed.headers())
        except (JoseError, ValueError, TypeError, AttributeError, RecursionError):
            raise Unauthenticated("token-malformed") from None
        if "crit" in signed.headers():  # no extension is known here
            raise Unauthenticated("token-malformed")
        return signed

    def _must_be_signed(self, signed: CompactSignature) -> None:
        try:
            algorithm = self._registry.get_alg(signed.headers()["alg"])
        except UnsupportedAlgorithmError:
            raise Unauthenticated("algorithm-refused") from None
        keys = self._source.in_force()
        named = _named(keys, signed)
        if self._is_signed_by(named, signed):
            return
        if not named or "kid" not in signed.headers():
            named = _named(self._source.newer_than(keys), signed)
            if self._is_signed_by(named, signed):
                return
        if not named:
            raise Unauthenticated("unknown-key")
        fits = any(_fits(algorithm, key) for key in named)
        raise Unauthenticated("bad-signature" if fits else "algorithm-refused")

    def _is_signed_by(self, keys: Keys, signed: CompactSignature) -> bool:
        return any(self._verifies(key, signed) for key in keys)

    def _verifies(self, key: Any, signed: CompactSignature) -> bool:
        try:
            return validate_compact(signed, key, registry=self._registry)
        except (JoseError, ValueError):  # a key of another type, curve or use
            return False

    def _must_hold(self, claims: Claims) -> None:
        # In this order, so that a token with several faults always gets the same answer.
        checked = {name: claims[name] for name in _CHECKED if name in claims}
        try:
            self._rules.validate(checked)
        except MissingClaimError:
            raise Unauthenticated("claims-missing") from None
        except ExpiredTokenError:
            raise Unauthenticated("token-expired") from None
        except InvalidClaimError as error:
            raise Unauthenticated(_WRONG.get(error.claim, "claims-malformed")) from None
        subject = claims["sub"]
        if len(subject) > MAX_SUBJECT or not subject.isprintable():
            raise Unauthenticated("claims-malformed")


def _named(keys: Keys, signed: CompactSignature) -> Keys:
    """The keys a token may be signed with: the one it names, or any."""
    headers = signed.headers()
    return [key for key in keys if key.kid == headers["kid"]] if "kid" in headers else keys


def _fits(algorithm: Any, key: Any) -> bool:
    try:
        algorithm.check_key(key)
    except JoseError:
        return False
    return True


def _claims(payload: bytes) -> Claims:
    try:
        claims = json.loads(payload)
    except (ValueError, RecursionError):
        raise Unauthenticated("token-malformed") from None
    if not isinstance(claims, dict):
        raise Unauthenticated("token-malformed")
    return claims
