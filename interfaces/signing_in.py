"""Who may sign in: by an identity provider, or by links of this machine; a supervisor needs no more of the pages."""

from dataclasses import replace

from domain.record import Actor, Role
from interfaces.bootstrap import data_directory
from interfaces.http.identity.actors import read_local_actors
from interfaces.http.identity.authenticator import Authenticator, authenticator
from interfaces.http.identity.local_issuer import HALF_A_DAY, LocalIssuer
from interfaces.http.identity.settings import IdentitySettings
from interfaces.http.settings import HttpSettings
from interfaces.sample.cast import COMMITTEE, COUNTY, DESK, READER, REVIEW

CAST = (DESK, REVIEW, COUNTY, COMMITTEE, READER, Actor("betrieb", Role.OPERATOR, "Betrieb", ""))
"""A person per role, and two where four eyes are needed."""
ON_THIS_MACHINE = "Anmeldung an diesem Rechner"
"""What vouches for whoever came by a link of this machine; it stands in provenance for ever."""


def local_issuer(identity: IdentitySettings, *, sample: bool) -> LocalIssuer | None:
    """The sign-in of this machine, for the operator's actors or else the sample's; None with a provider."""
    if not sample and identity.oidc_issuer is not None:
        return None
    if identity.actors_file and not sample:
        actors = read_local_actors(identity.actors_file, ON_THIS_MACHINE)
    else:
        actors = tuple(replace(actor, authenticated_by=ON_THIS_MACHINE) for actor in CAST)
    return LocalIssuer(data_directory(sample=sample) / "sign-in", actors, code_lifetime=HALF_A_DAY, once=not sample)


def must_be_usable(identity: IdentitySettings, local: LocalIssuer | None) -> None:
    """Raise Misconfigured or ValidationError where a worker could not start with these settings."""
    way_in(identity, local)
    HttpSettings()


def way_in(identity: IdentitySettings, local: LocalIssuer | None) -> Authenticator:
    """Who somebody is, by this machine's own sign-in or by the provider."""
    if local:
        return Authenticator(local.actor, local.holds, frozenset(actor.office for actor in local.actors))
    return authenticator(identity, None)


def ground(identity: IdentitySettings, local: LocalIssuer | None) -> str:
    """The basis of a session's rights: it ends when they change."""
    if local:
        return repr(local.actors)
    return identity.actors_file.read_text("utf-8") if identity.actors_file else ""
