"""OpenID Connect in the browser: the authorization code flow with PKCE, against any provider (RFC 6749, RFC 7636)."""

import hashlib
import secrets
from base64 import urlsafe_b64encode
from dataclasses import dataclass
from urllib.parse import quote_plus, urlencode, urlsplit

import httpx

from domain.record import Actor
from interfaces.http.identity.actors import read_actors
from interfaces.http.identity.answers import IdentityUnavailable, Misconfigured, Unauthenticated
from interfaces.http.identity.documents import ALTOGETHER, document
from interfaces.http.identity.key_sets import RemoteKeySet
from interfaces.http.identity.loopback import is_loopback, safe_address
from interfaces.http.identity.settings import IdentitySettings
from interfaces.http.identity.tokens import TokenVerifier

BACK = "/anmelden/zurueck"


@dataclass(frozen=True, slots=True)
class Begun:
    """A sign-in under way: where the browser goes, and what only it and this service know until it comes back."""

    address: str
    state: str
    nonce: str
    verifier: str


class CodeFlow:
    """Sends browsers to the provider, and takes them back; raises Misconfigured, and IdentityUnavailable on use."""

    def __init__(self, settings: IdentitySettings) -> None:
        issuer, file = settings.oidc_issuer, settings.actors_file
        client_id = settings.oidc_client_id or settings.oidc_audience
        if not (issuer and client_id and file):
            raise Misconfigured(["Es fehlt ZIELSTEUERUNG_OIDC_ISSUER, …_OIDC_AUDIENCE oder …_ACTORS_FILE."])
        self._issuer, self._client_id, self._settings = issuer, client_id, settings
        self._actors = read_actors(file, issuer)
        keys = RemoteKeySet(
            issuer,
            address=settings.oidc_jwks_url,
            lifetime=settings.oidc_key_lifetime,
            grace=settings.oidc_key_grace,
        )
        self._verifier = TokenVerifier(
            keys,
            issuer=issuer,
            audience=client_id,
            algorithms=settings.oidc_algorithms,
            skew=settings.oidc_clock_skew,
        )

    def begin(self, base: str) -> Begun:
        """The way to the provider for a browser that reached this service at a base address."""
        state, nonce, verifier = (secrets.token_urlsafe(bytes_) for bytes_ in (24, 24, 48))
        asked = {
            "response_type": "code",
            "client_id": self._client_id,
            "redirect_uri": self._back(base),
            "scope": self._settings.oidc_scope,
            "state": state,
            "nonce": nonce,
            "code_challenge": challenge(verifier),
            "code_challenge_method": "S256",
        }
        endpoint = self._endpoint("authorization_endpoint")
        return Begun(f"{endpoint}{'&' if '?' in endpoint else '?'}{urlencode(asked)}", state, nonce, verifier)

    def end(self, base: str, code: str, *, nonce: str, verifier: str) -> Actor:
        """The actor behind a code the browser came back with; raises Unauthenticated."""
        claims = self._verifier.claims(self._id_token(base, code, verifier))
        if not secrets.compare_digest(str(claims.get("nonce", "")).encode(), nonce.encode()):
            raise Unauthenticated("claims-malformed")
        return self._actors.actor(claims)

    def _id_token(self, base: str, code: str, verifier: str) -> str:
        secret, endpoint = self._settings.oidc_client_secret, self._endpoint("token_endpoint")
        sent = {
            "grant_type": "authorization_code",
            "code": code,
            "redirect_uri": self._back(base),
            "client_id": self._client_id,
            "code_verifier": verifier,
        }
        own = (
            (quote_plus(self._client_id), quote_plus(secret.get_secret_value())) if secret else None
        )  # RFC 6749, 2.3.1
        trust = not is_loopback(urlsplit(endpoint).hostname or "")
        try:
            with httpx.Client(timeout=ALTOGETHER, follow_redirects=False, trust_env=trust) as client:
                answer = client.post(
                    endpoint, data=sent, auth=own or httpx.USE_CLIENT_DEFAULT, headers={"Accept": "application/json"}
                )
            given = answer.json()
        except (httpx.HTTPError, ValueError) as error:
            raise IdentityUnavailable(f"Der Anmeldedienst gab kein Token: {type(error).__name__}") from error
        if answer.status_code != 200 or not isinstance(given, dict):
            raise Unauthenticated("token-missing")  # the code is used up, too old, or another client's
        return str(given.get("id_token", ""))

    def _back(self, base: str) -> str:
        return (self._settings.public_url or base).rstrip("/") + BACK

    def _endpoint(self, name: str) -> str:
        found = document(f"{self._issuer.rstrip('/')}/.well-known/openid-configuration")
        if found.get("issuer") != self._issuer:
            raise IdentityUnavailable("Der Anmeldedienst nennt sich anders als ZIELSTEUERUNG_OIDC_ISSUER.")
        try:
            return safe_address(str(found.get(name)))
        except ValueError as error:
            raise IdentityUnavailable(f"{name}: {error}") from error


def challenge(verifier: str) -> str:
    """What the provider is told of a verifier at first (RFC 7636, S256)."""
    return urlsafe_b64encode(hashlib.sha256(verifier.encode()).digest()).rstrip(b"=").decode()
