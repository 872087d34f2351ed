"""Guards that several acts share."""

from collections.abc import Callable, Collection
from datetime import date
from typing import Any, TypeVar

from domain.parties import Party
from domain.reasons import Reason
from domain.record import Actor, Context, Decided, Fact, Request
from domain.rulebook.any_act import OUT_OF_SEQUENCE, WRONG_STATUS
from domain.rulebook.figures import REASON_MISSING
from domain.state import ENDED, Agreement, Status
from domain.terms import Terms

LIVING = frozenset(Status) - ENDED

R = TypeVar("R", bound=Request)
Decide = Callable[[Agreement, R, Context], Decided]
DECIDED_BY: dict[type[Request], Decide[Any]] = {}
"""The decision on each request about an existing agreement, as far as its module was read."""


def decides(request: type[R]) -> Callable[[Decide[R]], Decide[R]]:
    """Mark the decision on a request."""

    def registered(decision: Decide[R]) -> Decide[R]:
        DECIDED_BY[request] = decision
        return decision

    return registered


F = TypeVar("F", bound=Fact)


def as_asked(fact: type[F], request: Request, **added: object) -> F:
    """The fact that records what the request says, field by field, and what the decision adds."""
    asked = {name: getattr(request, name) for name in fact.model_fields if name not in added}
    return fact.model_validate(asked | added)


def must_be(agreement: Agreement, allowed: Collection[Status], request: Request) -> None:
    """Refuse unless the agreement stands in one of these states."""
    WRONG_STATUS.refuse_if(
        agreement.status not in allowed,
        act=request.named(),
        status=agreement.status,
        allowed=tuple(status for status in Status if status in allowed),
    )


def must_give_a_reason(request: Request) -> None:
    """Refuse a request that does not say why."""
    REASON_MISSING.refuse_if(request.reason is None, act=request.named())


def own_party(terms: Terms, actor: Actor) -> Party:
    """The party the actor acts for, whose right to act was checked before the decision."""
    return next(party for party in terms.parties if party.id == actor.party)


def must_follow(request: Request, since: date | None, what: Reason) -> None:
    """Refuse a day before that of what the act rests on."""
    OUT_OF_SEQUENCE.refuse_if(
        since is not None and request.occurred_on < since, day=request.occurred_on, what=what, since=since
    )
