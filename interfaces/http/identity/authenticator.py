"""The one way in: from an access token to the actor behind it."""

from collections.abc import Callable
from dataclasses import dataclass

from domain.record import Actor
from interfaces.http.identity.actors import read_actors
from interfaces.http.identity.answers import Misconfigured
from interfaces.http.identity.key_sets import RemoteKeySet
from interfaces.http.identity.local_issuer import LocalIssuer
from interfaces.http.identity.settings import IdentitySettings
from interfaces.http.identity.tokens import TokenVerifier


@dataclass(frozen=True, slots=True)
class Authenticator:
    """Says who stands behind a token."""

    actor: Callable[[str], Actor]
    """The actor behind an access token; raises Unauthenticated (401, 403) or IdentityUnavailable (503)."""
    holds: Callable[[Actor], bool] = lambda _: True
    """Whether somebody known earlier may still have role, party and scope."""
    offices: frozenset[str] = frozenset()
    """The offices that have a role here; they are nobody's names."""


def authenticator(settings: IdentitySettings, local: LocalIssuer | None) -> Authenticator:
    """The way in by the provider of the settings, or without one by the local issuer; raises Misconfigured."""
    if (settings.oidc_issuer is None) == (local is None):
        raise Misconfigured(["Es braucht entweder ZIELSTEUERUNG_OIDC_ISSUER oder die eigene Anmeldung."])
    if local:
        return Authenticator(local.actor, local.holds, frozenset(actor.office for actor in local.actors))
    return _by_provider(settings)


def _by_provider(settings: IdentitySettings) -> Authenticator:
    issuer, audience, file = settings.oidc_issuer, settings.oidc_audience, settings.actors_file
    if not (issuer and audience and file):
        raise Misconfigured(["Es fehlt ZIELSTEUERUNG_OIDC_ISSUER, …_OIDC_AUDIENCE oder …_ACTORS_FILE."])
    keys = RemoteKeySet(
        issuer,
        address=settings.oidc_jwks_url,
        lifetime=settings.oidc_key_lifetime,
        grace=settings.oidc_key_grace,
    )
    algorithms, skew = settings.oidc_algorithms, settings.oidc_clock_skew
    verifier = TokenVerifier(keys, issuer=issuer, audience=audience, algorithms=algorithms, skew=skew)
    actors = read_actors(file, issuer)
    return Authenticator(lambda token: actors.actor(verifier.claims(token)), actors.grants, actors.offices)
