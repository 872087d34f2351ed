"""The agreement as decisions need to know it: a fold over its records."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from typing import assert_never, cast

from domain import facts
from domain.facts.dialogs import AgreedMeasure, DialogKind
from domain.facts.figures import Correction
from domain.figures import LoadState
from domain.measures import MeasureCode
from domain.record import Record
from domain.rules import Finding
from domain.terms import Quantity, Sex, Terms
from domain.values import AgreementId, DeliveryId, DialogId, LineId, PartyId, PersonId, Sha256, Slug


class Status(StrEnum):
    """Where an agreement stands in its life."""

    DRAFTED = "drafted"
    PARTLY_SIGNED = "partly_signed"
    IN_FORCE = "in_force"
    ASSESSED = "assessed"
    CLOSED = "closed"
    WITHDRAWN = "withdrawn"
    TERMINATED = "terminated"


ENDED = frozenset({Status.CLOSED, Status.WITHDRAWN, Status.TERMINATED})


class Decision(StrEnum):
    """What became of a delivery."""

    PENDING = "pending"
    RELEASED = "released"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class Delivery:
    """A delivery, as far as decisions need it."""

    state: LoadState
    revision: str
    by: PersonId
    on: date
    covers: frozenset[tuple[MeasureCode, Sex]]
    decision: Decision = Decision.PENDING
    correction: Correction | None = None


@dataclass(frozen=True, slots=True)
class Dialog:
    """A dialog, as far as decisions need it."""

    kind: DialogKind
    planned_for: date | None = None
    prepared_on: date | None = None
    held_on: date | None = None
    cancelled: bool = False
    minutes: Sha256 | None = None
    confirmed_by: frozenset[PartyId] = frozenset()


Meaning = tuple[MeasureCode, Sex, Quantity]


@dataclass(frozen=True, slots=True)
class Agreement:
    """Everything a decision may need to know about an agreement."""

    id: AgreementId
    version: int
    ordinal: int
    status: Status
    terms: Terms
    terms_version: int
    terms_hash: Sha256
    drafted_on: date
    entered_by: PersonId
    meanings: Mapping[LineId, Meaning]
    signed_on: Mapping[PartyId, date] = field(default_factory=dict)
    binding_since: date | None = None
    transcription_confirmed: bool = False
    deliveries: Mapping[DeliveryId, Delivery] = field(default_factory=dict)
    dialogs: Mapping[DialogId, Dialog] = field(default_factory=dict)
    agreed_measures: Mapping[Slug, AgreedMeasure] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()


def fold(records: Iterable[Record], agreement: Agreement | None = None) -> Agreement | None:
    """The agreement after these records; None when there are none."""
    for record in records:
        agreement = evolve(agreement, record)
    return agreement


def evolve(agreement: Agreement | None, record: Record) -> Agreement:
    """The agreement after one more record."""
    fact = cast(facts.AgreementFact, record.fact)
    if agreement is None:
        if not isinstance(fact, facts.AgreementDrafted):
            raise TypeError(f"{record.stream_id} begins with {type(fact).__name__}")
        return _drafted(record, fact)
    known = replace(agreement, version=record.version, findings=agreement.findings + record.findings)
    return _evolved(known, record, fact)


def _evolved(agreement: Agreement, record: Record, fact: facts.AgreementFact) -> Agreement:
    match fact:
        case facts.AgreementDrafted():
            raise TypeError(f"{record.stream_id} was drafted twice")
        case facts.TargetProposed():
            return agreement
        case facts.DraftRevised() | facts.TranscriptionCorrected():
            return _with_terms(agreement, record, fact.terms, fact.terms_hash)
        case facts.DraftWithdrawn():
            return replace(agreement, status=Status.WITHDRAWN)
        case facts.AgreementSigned():
            return _signed(agreement, fact.party, record.occurred_on)
        case facts.TranscriptionConfirmed():
            return replace(agreement, transcription_confirmed=True)
        case facts.FiguresDelivered():
            return replace(agreement, deliveries={**agreement.deliveries, fact.delivery_id: _delivery(record, fact)})
        case facts.FiguresReleased():
            return _decided(agreement, fact.delivery_id, Decision.RELEASED)
        case facts.FiguresRejected():
            return _decided(agreement, fact.delivery_id, Decision.REJECTED)
        case facts.DialogRequested():
            return _with_dialog(agreement, fact.dialog_id, Dialog(kind=DialogKind.ON_REQUEST))
        case facts.DialogScheduled():
            earlier = agreement.dialogs.get(fact.dialog_id, Dialog(kind=fact.kind))
            return _with_dialog(
                agreement, fact.dialog_id, replace(earlier, kind=fact.kind, planned_for=fact.planned_for)
            )
        case facts.DialogCancelled():
            return _with_dialog(agreement, fact.dialog_id, replace(agreement.dialogs[fact.dialog_id], cancelled=True))
        case facts.CommitteeInvolved():
            return _prepared(agreement, fact.dialogs, record.occurred_on)
        case facts.DialogHeld():
            return _held(agreement, fact, record.occurred_on)
        case facts.MinutesConfirmed():
            return _minutes(agreement, fact)
        case _:
            assert_never(fact)


def _drafted(record: Record, fact: facts.AgreementDrafted) -> Agreement:
    return Agreement(
        id=record.stream_id,
        version=record.version,
        ordinal=fact.ordinal,
        status=Status.DRAFTED,
        terms=fact.terms,
        terms_version=1,
        terms_hash=fact.terms_hash,
        drafted_on=record.occurred_on,
        entered_by=record.provenance.actor,
        meanings=meanings(fact.terms),
        findings=record.findings,
    )


def meanings(terms: Terms) -> dict[LineId, Meaning]:
    """What each line id stands for, for good."""
    return {line.id: (line.measure, line.sex, line.quantity) for line in terms.lines}


def _with_terms(agreement: Agreement, record: Record, terms: Terms, terms_hash: Sha256) -> Agreement:
    return replace(
        agreement,
        terms=terms,
        terms_version=agreement.terms_version + 1,
        terms_hash=terms_hash,
        entered_by=record.provenance.actor,
        drafted_on=agreement.drafted_on if agreement.signed_on else record.occurred_on,
        transcription_confirmed=False,
        meanings={**agreement.meanings, **meanings(terms)},
    )


def _signed(agreement: Agreement, party: PartyId, day: date) -> Agreement:
    signed = {**agreement.signed_on, party: day}
    complete = agreement.terms.party_ids <= signed.keys()
    return replace(
        agreement,
        signed_on=signed,
        status=Status.IN_FORCE if complete else Status.PARTLY_SIGNED,
        binding_since=max(signed.values()) if complete else None,
    )


def _delivery(record: Record, fact: facts.FiguresDelivered) -> Delivery:
    return Delivery(
        state=fact.load.state,
        revision=fact.load.revision,
        by=record.provenance.actor,
        on=record.occurred_on,
        covers=frozenset((series.measure, series.sex) for series in fact.load.series),
        correction=fact.correction,
    )


def _decided(agreement: Agreement, delivery: DeliveryId, decision: Decision) -> Agreement:
    decided = replace(agreement.deliveries[delivery], decision=decision)
    return replace(agreement, deliveries={**agreement.deliveries, delivery: decided})


def _with_dialog(agreement: Agreement, dialog_id: DialogId, dialog: Dialog) -> Agreement:
    return replace(agreement, dialogs={**agreement.dialogs, dialog_id: dialog})


def _prepared(agreement: Agreement, dialogs: Iterable[DialogId], day: date) -> Agreement:
    for dialog_id in dialogs:
        dialog = agreement.dialogs[dialog_id]
        first = min(day, dialog.prepared_on or day)
        agreement = _with_dialog(agreement, dialog_id, replace(dialog, prepared_on=first))
    return agreement


def _held(agreement: Agreement, fact: facts.DialogHeld, day: date) -> Agreement:
    agreed = {**agreement.agreed_measures, **{measure.id: measure for measure in fact.measures}}
    held = replace(agreement.dialogs[fact.dialog_id], held_on=day)
    return _with_dialog(replace(agreement, agreed_measures=agreed), fact.dialog_id, held)


def _minutes(agreement: Agreement, fact: facts.MinutesConfirmed) -> Agreement:
    dialog = agreement.dialogs[fact.dialog_id]
    confirmed = replace(dialog, minutes=fact.minutes.sha256, confirmed_by=dialog.confirmed_by | {fact.party})
    return _with_dialog(agreement, fact.dialog_id, confirmed)
