"""Who sees which agreement."""

from collections.abc import Collection

from domain.record import Actor, Role
from domain.rulebook.any_act import AUDITOR_EVERYWHERE, NOT_PERMITTED
from domain.rules import Reason
from domain.terms import Party, Side, Terms
from domain.values import AgreementId

READERS = frozenset({Role.LAND, Role.COUNTY, Role.COMMITTEE, Role.AUDITOR})
"""Roles that may read agreements, within their scope."""


def must_see_everything(actor: Actor, act: Reason) -> None:
    """Refuse what shows the whole log, unless to an auditor whose scope is everywhere."""
    NOT_PERMITTED.refuse_if(
        not sees_everything(actor),
        role=actor.role,
        act=act,
        permitted=AUDITOR_EVERYWHERE,
    )


def sees_everything(actor: Actor) -> bool:
    """Whether nothing in the log is hidden from this actor."""
    return actor.role is Role.AUDITOR and not actor.scope


def may_see(actor: Actor, agreement_id: AgreementId) -> bool:
    """Whether the official keys (AGS) in an agreement's id lie in this actor's scope, whether it exists or not."""
    keys = agreement_id.split(".")[2:-1]
    return _may_see_any(actor) and any(key.startswith(actor.scope) for key in keys)


def sees(actor: Actor, terms: Terms) -> bool:
    """Whether an agreement with these terms exists for this actor."""
    return sees_parties(actor, terms.parties)


def sees_parties(actor: Actor, parties: Collection[Party]) -> bool:
    """Whether an agreement of these parties exists for this actor: by AGS scope, for a county only as its own party.

    Only an auditor may have the empty scope, which is everywhere.
    """
    if not _may_see_any(actor):
        return False
    within = any(party.ags.startswith(actor.scope) for party in parties if party.side is Side.COUNTY)
    return within and (actor.role is not Role.COUNTY or actor.party in {party.id for party in parties})


def _may_see_any(actor: Actor) -> bool:
    return actor.role in READERS and (bool(actor.scope) or actor.role is Role.AUDITOR)
