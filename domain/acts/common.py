"""Guards that several acts share."""

from collections.abc import Collection
from datetime import date
from typing import TypeVar

from domain.german import german
from domain.record import Actor, Fact, Request
from domain.rulebook.any_act import OUT_OF_SEQUENCE, PARTY_MISSING, WRONG_STATUS
from domain.rulebook.figures import REASON_MISSING
from domain.state import ENDED, Agreement, Status
from domain.terms import Party, Terms

LIVING = frozenset(Status) - ENDED


F = TypeVar("F", bound=Fact)


def as_asked(fact: type[F], request: Request, **added: object) -> F:
    """The fact that records what the request says, field by field, and what the decision adds."""
    asked = {name: getattr(request, name) for name in fact.model_fields if name not in added}
    return fact.model_validate(asked | added)


def must_be(agreement: Agreement, allowed: Collection[Status], request: Request) -> None:
    """Refuse unless the agreement stands in one of these states."""
    WRONG_STATUS.refuse_if(
        agreement.status not in allowed,
        act=request.title,
        status=german(agreement.status),
        allowed=" oder ".join(german(status) for status in Status if status in allowed),
    )


def must_give_a_reason(request: Request) -> None:
    """Refuse a request that does not say why."""
    REASON_MISSING.refuse_if(request.reason is None, act=request.title)


def own_party(terms: Terms, actor: Actor, request: Request) -> Party:
    """The party the actor acts for; refuses when these terms know none on his side."""
    mine = [party for party in terms.parties if (party.id, party.side.value) == (actor.party, actor.role.value)]
    PARTY_MISSING.refuse_if(not mine, act=request.title, party=actor.party or "–", side=german(actor.role))
    return mine[0]


def must_follow(request: Request, since: date | None, what: str) -> None:
    """Refuse a day before that of what the act rests on."""
    OUT_OF_SEQUENCE.refuse_if(
        since is not None and request.occurred_on < since, day=request.occurred_on, what=what, since=since
    )
