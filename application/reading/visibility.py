"""Who sees which agreement."""

from collections.abc import Collection

from domain.parties import Party
from domain.reasons import Reason
from domain.record import PARTIES, Actor, Role
from domain.rulebook.any_act import AUDITOR_EVERYWHERE, NOT_PERMITTED
from domain.terms import Terms
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
    """Whether the keys in an agreement's id lie in this actor's scope, whether it exists or not."""
    keys = agreement_id.split(".")[2:-1]
    if not actor.scope:
        return actor.role is Role.AUDITOR or (actor.role in PARTIES and actor.party in keys)
    return actor.role in READERS and any(key.startswith(actor.scope) for key in keys)


def sees(actor: Actor, terms: Terms) -> bool:
    """Whether an agreement with these terms exists for this actor."""
    return sees_parties(actor, terms.parties)


def sees_parties(actor: Actor, parties: Collection[Party]) -> bool:
    """Whether an agreement of these parties exists for this actor.

    A county sees what it is a party of, known by its id and by an AGS in its scope, so that equal short names in two
    Länder mean nothing. The others see what one of the parties lies in their scope of. Who has no scope because their
    party has no AGS, such as the Bund, sees what that party concludes; an auditor without scope sees everything.
    """
    if actor.role not in READERS:
        return False
    if not actor.scope:
        own = actor.role in PARTIES and any(party.ags is None and party.id == actor.party for party in parties)
        return own or actor.role is Role.AUDITOR
    within = [party for party in parties if party.within(actor.scope)]
    return any(party.id == actor.party for party in within) if actor.role is Role.COUNTY else bool(within)
