"""Who may make which request."""

from collections.abc import Mapping

from application.acting.register_requests import ErasePerson, IntroduceKey
from domain.acts import DECISIONS
from domain.acts.drafting import DraftAgreement
from domain.acts.figure_files import FILE_DECISIONS, KeepMapping
from domain.german import german
from domain.record import PARTIES, Actor, Request, Role
from domain.rulebook.any_act import NOT_PERMITTED, PARTY_MISSING
from domain.terms import Terms

REQUESTS: tuple[type[Request], ...] = (
    DraftAgreement,
    *DECISIONS,
    *FILE_DECISIONS,
    KeepMapping,
    ErasePerson,
    IntroduceKey,
)
"""Every request there is."""
PERMITTED: Mapping[type[Request], frozenset[Role]] = {request: request.permitted for request in REQUESTS}
"""Which roles may make each."""


def must_be_permitted(actor: Actor, request: Request | type[Request]) -> None:
    """Refuse a request the actor's role is not meant for."""
    NOT_PERMITTED.refuse_if(
        actor.role not in request.permitted,
        role=actor.role,
        act=request.named(),
        permitted=tuple(sorted(request.permitted, key=german)),
    )


def must_act_for_a_party(actor: Actor, request: Request, terms: Terms) -> None:
    """Refuse a party's request unless these terms know the party the actor acts for, on the same side."""
    known = {(party.id, party.side.value) for party in terms.parties}
    PARTY_MISSING.refuse_if(
        actor.role in PARTIES and (actor.party, actor.role.value) not in known,
        act=request.named(),
        party=actor.party or "–",
        side=actor.role,
    )
