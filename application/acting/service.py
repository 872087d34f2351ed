"""The service: load, decide, record."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from datetime import date, datetime
from uuid import uuid4

from application.acting import name_spelling as names
from application.acting.file_requests import about_file, about_mapping, must_not_be_decided_singly
from application.acting.orders import NO_TRACE, Order, Receipt, Trace
from application.acting.permissions import must_act_for_a_party, must_be_permitted
from application.acting.register_requests import (
    ErasePerson,
    IntroduceKey,
    about_key,
    about_person,
    left,
    must_be_a_name,
)
from application.acting.request_checks import act_key, free_texts, timeliness
from application.ports import ActKey, Conflict, Journal, Person, Persons, TooLarge
from application.reading.agreement_at import as_if_recorded, visible
from application.reading.figure_file import FILES
from application.reading.visibility import sees
from domain.acts import DECISIONS
from domain.acts.changing import SignAmendment
from domain.acts.drafting import DraftAgreement, draft_agreement
from domain.acts.figure_files import DeliverFigureFile, KeepMapping, RejectFigureFile, ReleaseFigureFile
from domain.acts.figures import RejectFigures, ReleaseFigures
from domain.acts.signing import SignAgreement
from domain.agreement import fold
from domain.causes import cause_of
from domain.record import GERMANY, Actor, Context, Decided, Draft, Provenance, Record, Request
from domain.rulebook.any_act import (
    KEY_REUSED,
    NAME_IN_TEXT,
    OVERTAKEN,
    PERSON_ID_TAKEN,
    PERSON_ID_TELLS,
    STALE_VERSION,
    TOO_LARGE,
    UNKNOWN_AGREEMENT,
    VERSION_AHEAD,
)
from domain.rules import Finding, Refused
from domain.state import Agreement
from domain.terms import Terms
from domain.values import AgreementId, Sha256

Pending = dict[str, list[Draft]]
"""Drafts decided earlier in the same act, by stream."""


class Service:
    """The one way to have something recorded."""

    def __init__(
        self,
        journal: Journal,
        persons: Persons,
        *,
        now: Callable[[], datetime],
        software: str,
        recorded: Callable[[Sequence[Record]], None] = lambda _: None,
    ) -> None:
        self.journal = journal
        self.persons = persons
        self.now = now
        self.software = software
        self.recorded = recorded
        """Called with the records after they are stored; must not raise."""

    def act(
        self,
        actor: Actor,
        request: Request,
        agreement_id: AgreementId | None = None,
        *,
        on_version: int = 0,
        key: str | None = None,
        trace: Trace = NO_TRACE,
    ) -> Receipt:
        """Decide one request and record its fact; raises Refused, and Unavailable when the database is not there."""
        return self.act_together(actor, [Order(request, agreement_id, on_version)], key=key, trace=trace)

    def act_together(
        self, actor: Actor, orders: Sequence[Order], *, key: str | None = None, trace: Trace = NO_TRACE
    ) -> Receipt:
        """Decide several requests and record all their facts in one commit, or none."""
        kinds = {type(order.request) for order in orders}
        return self.act_as_found(actor, kinds, _asked(orders), lambda: orders, key=key, trace=trace)

    def act_as_found(
        self,
        actor: Actor,
        kinds: Collection[type[Request]],
        asked: object,
        find: Callable[[], Sequence[Order]],
        *,
        key: str | None,
        trace: Trace,
    ) -> Receipt:
        """The same for requests of these kinds that follow from what was asked for; `asked` is plain data."""
        _must_be_permitted(actor, kinds)
        act = act_key(actor, key, asked)
        if act and (repeated := self._repeated(act)):
            return repeated
        try:
            orders = find()
            assert {type(order.request) for order in orders} <= set(kinds), "rights were checked for these kinds"
            return self._recorded(actor, orders, act, trace)
        except Refused:
            # The same act, sent twice at once, stumbles over itself when the other was recorded since we looked.
            if act and (repeated := self._repeated(act)):
                return repeated
            raise

    def rehearse(self, actor: Actor, orders: Sequence[Order]) -> tuple[Draft | Refused, ...]:
        """The outcome of each request, one after the other; nothing is recorded."""
        _must_be_permitted(actor, {type(order.request) for order in orders})
        pending: Pending = {}
        outcomes: list[Draft | Refused] = []
        for order in orders:
            try:
                outcomes.append(self._decide(actor, order, NO_TRACE, pending))
            except Refused as refused:
                outcomes.append(refused)
        return tuple(outcomes)

    def register(self, person: Person, by: Actor | None = None, offices: Collection[str] = ()) -> Sha256:
        """Enter a person and return the commitment of the name.

        Refuses a name nobody has, and an id that tells the name or is taken.
        """
        must_be_a_name(person, offices)
        named = names.parts(f"{person.given_name} {person.family_name}")
        PERSON_ID_TELLS.refuse_if(any(part in names.parts(person.id) for part in named), person=person.id)
        try:
            return self.persons.register(person, by)
        except Conflict:
            PERSON_ID_TAKEN.refuse(person=person.id)

    def left_of(self, person: Person) -> tuple[Finding, ...]:
        """Where the name of a registered person was written before they were entered; searches the whole log."""
        return left(person, self.persons)

    def today(self) -> date:
        """The day in Germany."""
        return self.now().astimezone(GERMANY).date()

    def _recorded(self, actor: Actor, orders: Sequence[Order], act: ActKey | None, trace: Trace) -> Receipt:
        pending: Pending = {}
        marks = [names.apart(mark) for mark in (actor.person, act and act.key, trace.request_id) if mark]
        drafts = [self._decide(actor, order, trace, pending, marks) for order in orders]
        erased = next((order.request.person for order in orders if isinstance(order.request, ErasePerson)), None)
        if erased and (person := self.persons.find(erased)):
            self.persons.drop_unfinished(person)  # first, for afterwards nobody knows the name
        try:
            records = self.journal.append(drafts, now=self.now(), act=act, erasing=erased)
        except TooLarge:
            TOO_LARGE.refuse()
        except Conflict:
            OVERTAKEN.refuse()
        self.recorded(records)
        return Receipt(records)

    def _repeated(self, act: ActKey) -> Receipt | None:
        earlier = self.journal.earlier(act.actor, act.key)
        if earlier is None:
            return None
        KEY_REUSED.refuse_if(earlier[0].digest != act.digest, key=act.key)
        return Receipt(earlier[1], repeated=True)

    def _decide(self, actor: Actor, order: Order, trace: Trace, pending: Pending, marks: Sequence[str] = ()) -> Draft:
        request = order.request
        late = timeliness(request, self.today())
        context = Context(actor, self.today(), self._commitments(request))
        stream_id, records, decided = self._decided(order, context, pending)
        cause = _file(pending) or cause_of(decided.fact, records)
        self._must_name_nobody(actor, request, marks)
        draft = Draft(
            stream_id=stream_id,
            version=records[-1].version + 1 if records else 1,
            event_id=uuid4(),
            occurred_on=request.occurred_on,
            provenance=_provenance(actor, request, trace, cause),
            findings=(*late, *decided.findings),
            software=self.software,
            fact=decided.fact,
        )
        pending.setdefault(stream_id, []).append(draft)
        return draft

    def _must_name_nobody(self, actor: Actor, request: Request, marks: Sequence[str]) -> None:
        texts = [actor.office, *marks, *free_texts(request.model_dump(mode="json"))]
        NAME_IN_TEXT.refuse_if(self.persons.named_in(texts, actor.scope) is not None)
        if isinstance(request, ErasePerson) and (person := self.persons.find(request.person)):
            said = filter(None, (request.reason, request.legal_basis, request.capacity))
            NAME_IN_TEXT.refuse_if(names.tells_family_name(person, said, marks))

    def _decided(self, order: Order, context: Context, pending: Pending) -> tuple[str, Sequence[Record], Decided]:
        """Which stream a request is about, its records so far, and what was decided."""
        match order.request:
            case DraftAgreement() as request:
                return self._drafted(request, context)
            case ErasePerson() as request:
                return about_person(request, self.persons, self.journal)
            case IntroduceKey() as request:
                return about_key(request, self.journal)
            case KeepMapping() as request:
                return about_mapping(self.journal, request)
            case DeliverFigureFile() | ReleaseFigureFile() | RejectFigureFile() as request:
                stream_id, _, decided = about_file(self.journal, request, context)
                return stream_id, self.journal.records(stream_id), decided
            case request:
                found = visible(self.journal, context.actor, order.agreement_id or "")
                agreement, records = found.agreement, found.records
                must_act_for_a_party(context.actor, request, agreement.terms)
                expected, version = order.on_version, agreement.version
                VERSION_AHEAD.refuse_if((expected or 0) > version, expected=expected, version=version)
                STALE_VERSION.refuse_if(expected != version, expected=expected, version=version)
                if isinstance(request, ReleaseFigures | RejectFigures):
                    must_not_be_decided_singly(self.journal, agreement.id, request.delivery_id, pending)
                if agreement.id in pending:
                    found = found.after((*records, *as_if_recorded(pending[agreement.id], self.now())))
                    agreement, records = found.agreement, found.records
                return (
                    agreement.id,
                    records,
                    DECISIONS[type(request)](agreement, request, replace(context, records=records)),
                )

    def _drafted(self, request: DraftAgreement, context: Context) -> tuple[str, Sequence[Record], Decided]:
        UNKNOWN_AGREEMENT.refuse_if(not sees(context.actor, request.terms), agreement=agreement_id_of(request.terms, 1))
        must_act_for_a_party(context.actor, request, request.terms)
        earlier: list[Agreement] = []
        while records := self.journal.records(agreement_id_of(request.terms, len(earlier) + 1)):
            if (agreement := fold(records)) is not None:
                earlier.append(agreement)
        drafted = draft_agreement(tuple(earlier), request, context)
        return agreement_id_of(request.terms, len(earlier) + 1), (), drafted

    def _commitments(self, request: Request) -> dict[str, str]:
        if not isinstance(request, SignAgreement | SignAmendment) or self.persons.find(request.signatory) is None:
            return {}
        commitment = self.persons.commitment(request.signatory)
        return {request.signatory: commitment} if commitment else {}


def agreement_id_of(terms: Terms, ordinal: int) -> AgreementId:
    """An agreement's id: year, number in § 48b, the parties' official keys (AGS) or own ids, ordinal."""
    keys = sorted({party.key for party in terms.parties}, key=lambda key: (len(key), key))
    return ".".join([str(terms.year), str(terms.track), *keys, str(ordinal)])


def _must_be_permitted(actor: Actor, kinds: Collection[type[Request]]) -> None:
    for kind in kinds:
        must_be_permitted(actor, kind)


def _asked(orders: Sequence[Order]) -> object:
    return [
        [type(order.request).__name__, order.agreement_id, order.request.model_dump(mode="json")] for order in orders
    ]


def _file(pending: Pending) -> Draft | None:
    """The fact about a file that is decided in the same act; it leads to all that is decided about its parts."""
    return next((drafts[0] for stream, drafts in pending.items() if stream.startswith(FILES)), None)


def _provenance(actor: Actor, request: Request, trace: Trace, cause: Draft | None) -> Provenance:
    return Provenance(
        actor=actor.person,
        authenticated_by=actor.authenticated_by,
        role=actor.role,
        party=actor.party,
        office=actor.office,
        capacity=request.capacity,
        reason=request.reason,
        legal_basis=request.legal_basis,
        correlation_id=cause.provenance.correlation_id if cause else trace.correlation_id or uuid4(),
        causation_id=cause.event_id if cause else None,
        request_id=trace.request_id,
    )
