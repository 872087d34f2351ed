"""The service: load, decide, record."""

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo

from application.permissions import must_be_permitted, sees
from application.ports import ActKey, Conflict, Journal, Persons, TooLarge
from application.register import PERSONS_STREAM, ErasePerson
from domain.acts import DECISIONS
from domain.acts.common import must_give_a_reason
from domain.acts.drafting import DraftAgreement, draft_agreement
from domain.acts.signing import SignAgreement
from domain.agreement import Agreement, fold
from domain.facts import PersonErased
from domain.record import Actor, Context, Decided, Draft, Provenance, Record, Request
from domain.rulebook.any_act import (
    IN_THE_FUTURE,
    KEY_REUSED,
    LATE_WITHOUT_REASON,
    NAME_IN_TEXT,
    RECORDED_LATE,
    STALE_VERSION,
    TOO_LARGE,
    UNKNOWN_AGREEMENT,
    UNKNOWN_PERSON,
)
from domain.rules import Finding
from domain.terms import Terms
from domain.values import AgreementId, canonical

GERMANY = ZoneInfo("Europe/Berlin")
LATE_AFTER_DAYS = 14


@dataclass(frozen=True, slots=True)
class Order:
    """A request about an agreement (none for a new one), and the version it was decided on."""

    request: Request
    agreement_id: AgreementId | None = None
    on_version: int = 0


@dataclass(frozen=True, slots=True)
class Trace:
    """What caused an act: the conversation it belongs to, and the event that led to it."""

    correlation_id: UUID | None = None
    causation_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class Receipt:
    """What an act recorded; `repeated` when it had been recorded before under the same key."""

    records: tuple[Record, ...]
    repeated: bool = False

    @property
    def agreement_id(self) -> AgreementId:
        """The stream of the first record."""
        return self.records[0].stream_id

    @property
    def version(self) -> int:
        """The version of the first record's stream after it."""
        return self.records[0].version


class Service:
    """The one way to have something recorded."""

    def __init__(self, journal: Journal, persons: Persons, *, now: Callable[[], datetime], software: str) -> None:
        self.journal = journal
        self.persons = persons
        self.now = now
        self.software = software

    def act(
        self,
        actor: Actor,
        request: Request,
        agreement_id: AgreementId | None = None,
        *,
        on_version: int = 0,
        key: str | None = None,
        trace: Trace = Trace(),
    ) -> Receipt:
        """Decide one request and record its fact; raises Refused, and Unavailable when the database is not there."""
        return self.act_together(actor, [Order(request, agreement_id, on_version)], key=key, trace=trace)

    def act_together(
        self, actor: Actor, orders: Sequence[Order], *, key: str | None = None, trace: Trace = Trace()
    ) -> Receipt:
        """Decide several requests and record all their facts in one commit, or none."""
        for order in orders:
            must_be_permitted(actor, order.request)
        act = ActKey(actor.person, key, _digest(orders)) if key is not None else None
        if act and (repeated := self._repeated(act)):
            return repeated
        trace = Trace(trace.correlation_id or uuid4(), trace.causation_id)
        drafts = [self._decide(actor, order, trace) for order in orders]
        erased = next((order.request.person for order in orders if isinstance(order.request, ErasePerson)), None)
        try:
            return Receipt(self.journal.append(drafts, now=self.now(), act=act, erasing=erased))
        except TooLarge:
            TOO_LARGE.refuse()
        except Conflict:
            if act and (repeated := self._repeated(act)):
                return repeated
            STALE_VERSION.refuse(expected=orders[0].on_version, version="neuerem Stand")

    def today(self) -> date:
        """The day in Germany."""
        return self.now().astimezone(GERMANY).date()

    def _repeated(self, act: ActKey) -> Receipt | None:
        earlier = self.journal.earlier(act.actor, act.key)
        if earlier is None:
            return None
        KEY_REUSED.refuse_if(earlier[0].digest != act.digest, key=act.key)
        return Receipt(earlier[1], repeated=True)

    def _decide(self, actor: Actor, order: Order, trace: Trace) -> Draft:
        request = order.request
        NAME_IN_TEXT.refuse_if(self.persons.named_in(list(free_texts(request.model_dump(mode="json")))) is not None)
        stream_id, version, decide = self._subject(actor, order)
        late = timeliness(request, self.today())
        decided = decide(Context(actor, self.today(), self._commitments(request)))
        return Draft(
            stream_id=stream_id,
            version=version + 1,
            event_id=uuid4(),
            occurred_on=request.occurred_on,
            provenance=_provenance(actor, request, trace),
            findings=(*late, *decided.findings),
            software=self.software,
            fact=decided.fact,
        )

    def _subject(self, actor: Actor, order: Order) -> tuple[str, int, Callable[[Context], Decided]]:
        """Which stream a request is about, the version it stands on, and the decision still to be taken."""
        request = order.request
        if isinstance(request, DraftAgreement):
            return self._new_agreement(actor, request)
        if isinstance(request, ErasePerson):
            records = self.journal.records(PERSONS_STREAM)
            version = records[-1].version if records else 0
            return PERSONS_STREAM, version, lambda context: self._erase(request)
        agreement = self.agreement(actor, order.agreement_id or "")
        STALE_VERSION.refuse_if(
            agreement.version != order.on_version, expected=order.on_version, version=agreement.version
        )
        return agreement.id, agreement.version, lambda context: DECISIONS[type(request)](agreement, request, context)

    def _new_agreement(self, actor: Actor, request: DraftAgreement) -> tuple[str, int, Callable[[Context], Decided]]:
        UNKNOWN_AGREEMENT.refuse_if(not sees(actor, request.terms), agreement=agreement_id(request.terms, 1))
        previous: Agreement | None = None
        ordinal = 1
        while records := self.journal.records(agreement_id(request.terms, ordinal)):
            previous, ordinal = fold(records), ordinal + 1
        return agreement_id(request.terms, ordinal), 0, lambda context: draft_agreement(previous, request, context)

    def agreement(self, actor: Actor, agreement_id: AgreementId) -> Agreement:
        """The agreement as decisions see it; refuses one that does not exist for this actor."""
        agreement = fold(self.journal.records(agreement_id)) if not agreement_id.startswith("register.") else None
        if agreement is None or not sees(actor, agreement.terms):
            UNKNOWN_AGREEMENT.refuse(agreement=agreement_id)
        return agreement

    def _erase(self, request: ErasePerson) -> Decided:
        must_give_a_reason(request)
        commitment = self.persons.commitment(request.person)
        if commitment is None or self.persons.find(request.person) is None:
            UNKNOWN_PERSON.refuse(person=request.person)
        return Decided(PersonErased(person=request.person, name_commitment=commitment))

    def _commitments(self, request: Request) -> dict[str, str]:
        if not isinstance(request, SignAgreement) or self.persons.find(request.signatory) is None:
            return {}
        commitment = self.persons.commitment(request.signatory)
        return {request.signatory: commitment} if commitment else {}


def agreement_id(terms: Terms, ordinal: int) -> AgreementId:
    """An agreement's id: year, number in § 48b, parties, ordinal."""
    return ".".join([str(terms.year), str(terms.track), *sorted(terms.party_ids), str(ordinal)])


def timeliness(request: Request, today: date) -> tuple[Finding, ...]:
    """A finding when something is recorded late; refuses the future, and lateness without a reason."""
    day, days = request.occurred_on, (today - request.occurred_on).days
    IN_THE_FUTURE.refuse_if(days < 0, day=day)
    late = days > LATE_AFTER_DAYS
    LATE_WITHOUT_REASON.refuse_if(late and request.reason is None, day=day, days=LATE_AFTER_DAYS)
    return RECORDED_LATE.notice_if(late, day=day, days=days)


def free_texts(value: object) -> Iterator[str]:
    """Every text of a request that somebody wrote: those with a blank in them."""
    if isinstance(value, str):
        if " " in value:
            yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from free_texts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from free_texts(inner)


def _digest(orders: Sequence[Order]) -> str:
    asked = [
        [type(order.request).__name__, order.agreement_id, order.request.model_dump(mode="json")] for order in orders
    ]
    return hashlib.sha256(canonical(asked)).hexdigest()


def _provenance(actor: Actor, request: Request, trace: Trace) -> Provenance:
    return Provenance(
        actor=actor.person,
        authenticated_by=actor.authenticated_by,
        role=actor.role,
        party=actor.party,
        office=actor.office,
        capacity=request.capacity,
        reason=request.reason,
        legal_basis=request.legal_basis,
        correlation_id=trace.correlation_id or uuid4(),
        causation_id=trace.causation_id,
    )
