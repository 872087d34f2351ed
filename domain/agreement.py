"""The agreement as decisions need to know it: a fold over its records."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import assert_never, cast

from domain import facts, mending, terms_history
from domain.facts.dialogs import DialogKind, Participant
from domain.parties import Party, Side
from domain.record import Informing, Record
from domain.state import Agreement, Answer, Decision, Delivery, Dialog, Entry, Meaning, Status
from domain.terms import Terms
from domain.values import DeliveryId, DialogId, PartyId


def fold(records: Iterable[Record], agreement: Agreement | None = None) -> Agreement | None:
    """The agreement after these records, without those retracted; None without records."""
    records = tuple(records)
    for record in mending.counting(records):
        agreement = evolve(agreement, record)
    taken = mending.taken_back(records)
    return replace(agreement, taken=taken) if agreement and taken else agreement


def evolve(agreement: Agreement | None, record: Record) -> Agreement:
    """The agreement after one more record."""
    fact = cast(facts.AgreementFact, record.fact)
    if agreement is None:
        if not isinstance(fact, facts.AgreementDrafted):
            raise TypeError(f"{record.stream_id} begins with {type(fact).__name__}")
        return _drafted(record, fact)
    noticed = mending.findings_of(record)
    known = replace(
        agreement,
        version=record.version,
        history=terms_history.evolve(agreement.history, record),
        entries={**agreement.entries, record.version: _entry(record)},
        relied_on=agreement.relied_on | mending.rests_on(fact),
        to_address={**agreement.to_address, **noticed} if noticed else agreement.to_address,
    )
    return _evolved(known, record, fact)


def _evolved(agreement: Agreement, record: Record, fact: facts.AgreementFact) -> Agreement:
    match fact:
        case facts.AgreementDrafted():
            raise TypeError(f"{record.stream_id} was drafted twice")
        case facts.TargetProposed() | facts.AmendmentWithdrawn() | facts.RecordRetracted() | Informing():
            return agreement
        case facts.DraftRevised() | facts.TranscriptionCorrected():
            return _with_terms(agreement, record, fact.terms)
        case facts.DraftWithdrawn():
            return replace(agreement, status=Status.WITHDRAWN)
        case facts.AgreementSigned():
            return _signed(agreement, fact.party, record.occurred_on)
        case facts.TranscriptionConfirmed():
            return replace(agreement, transcription_confirmed=True)
        case facts.FiguresDelivered():
            return replace(agreement, deliveries={**agreement.deliveries, fact.delivery_id: _delivery(record, fact)})
        case facts.FiguresReleased():
            return _decided(agreement, fact.delivery_id, Decision.RELEASED, record.occurred_on)
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
        case facts.AmendmentProposed():
            return replace(agreement, amendments=agreement.amendments | {fact.amendment_id})
        case facts.AmendmentSigned():
            return _amended(agreement)
        case facts.AgreementTerminated():
            return replace(agreement, status=Status.TERMINATED)
        case facts.MeasureReported():
            return replace(agreement, measures_done={**agreement.measures_done, fact.measure_id: fact.done})
        case facts.DeviationNoted():
            return replace(agreement, deviations=agreement.deviations | {f"deviation:{fact.deviation_id}"})
        case facts.CircumstanceNoted():
            return _to_address(agreement, f"circumstance:{fact.circumstance_id}", fact.says)
        case facts.LegalChangeApplied():
            return _to_address(agreement, f"law:{fact.change_id}", f"{fact.law} ({fact.citation})")
        case facts.StepReported():
            return replace(agreement, steps={**agreement.steps, fact.step_id: fact.progress})
        case facts.CriterionAppraised():
            return replace(agreement, criteria={**agreement.criteria, fact.criterion_id: fact.appraisal})
        case facts.TopicReported():
            return replace(agreement, topics=agreement.topics | {fact.topic})
        case facts.FinalAssessmentMade() | facts.AssessmentRevised():
            assessed = replace(agreement, assessment=fact.assessment, assessed_on=record.occurred_on, answer=None)
            return replace(assessed, status=Status.ASSESSED, assessed_version=record.version)
        case facts.AssessmentAcknowledged():
            return replace(agreement, answer=Answer.ACKNOWLEDGED)
        case facts.AssessmentContested():
            return replace(agreement, answer=Answer.CONTESTED)
        case facts.ContestAnswered():
            return replace(agreement, answer=Answer.ANSWERED)
        case facts.NoAnswerRecorded():
            return replace(agreement, answer=Answer.SILENT)
        case facts.AgreementClosed():
            return replace(agreement, status=Status.CLOSED)
        case facts.RecordDisputed():
            return replace(agreement, disputed=agreement.disputed | {fact.version})
        case _:
            assert_never(fact)


def _drafted(record: Record, fact: facts.AgreementDrafted) -> Agreement:
    return Agreement(
        id=record.stream_id,
        version=record.version,
        ordinal=fact.ordinal,
        status=Status.DRAFTED,
        history=terms_history.begun(record, fact),
        drafted_on=record.occurred_on,
        meanings=meanings(fact.terms),
        entries={record.version: _entry(record)},
        to_address=mending.findings_of(record),
    )


def _entry(record: Record) -> Entry:
    return Entry(
        role=record.provenance.role,
        party=record.provenance.party,
        retractable=record.fact.retractable,
        provides=mending.provides(record),
    )


def _to_address(agreement: Agreement, reference: str, says: str) -> Agreement:
    return replace(agreement, to_address={**agreement.to_address, reference: says})


def meanings(terms: Terms) -> dict[str, Meaning]:
    """The meaning of each goal and line id, fixed for good."""
    own = {measure.code: measure for measure in terms.own_measures}
    goals = {f"goal:{goal.id}": (goal.clause, goal.kind) for goal in terms.goals}
    lines = {
        line.id: (line.measure, line.sex, line.form, line.quantity, line.base_year, own.get(line.measure))
        for line in terms.lines
    }
    return {**goals, **lines}


def _with_terms(agreement: Agreement, record: Record, terms: Terms) -> Agreement:
    return replace(
        agreement,
        drafted_on=agreement.drafted_on if agreement.signed_on else record.occurred_on,
        transcription_confirmed=False,
        meanings={**agreement.meanings, **meanings(terms)},
    )


def _amended(agreement: Agreement) -> Agreement:
    if agreement.history.pending is not None:
        return agreement
    return replace(
        agreement,
        transcription_confirmed=False,
        meanings={**agreement.meanings, **meanings(agreement.terms)},
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
        covers=frozenset((series.measure, series.form, series.sex) for series in fact.load.series),
        correction=fact.correction,
    )


def _decided(agreement: Agreement, delivery: DeliveryId, decision: Decision, day: date | None = None) -> Agreement:
    decided = replace(agreement.deliveries[delivery], decision=decision, released_on=day)
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
    held = replace(
        agreement.dialogs[fact.dialog_id],
        held_on=day,
        cancelled=False,
        all_parties=agreement.terms.party_ids <= {participant.party for participant in fact.participants},
    )
    discussed = agreement.laws_discussed | {f"law:{law.change_id}" for law in fact.laws}
    moved = replace(agreement, agreed_measures=agreed, laws_discussed=discussed)
    return _with_dialog(moved, fact.dialog_id, held)


def absent_sides(terms: Terms, participants: Iterable[Participant]) -> tuple[Side, ...]:
    """The sides for which nobody took part."""
    present = {participant.party for participant in participants}
    return tuple(side for side in Side if not any(party.id in present for party in terms.parties if party.side is side))


def absent_parties(terms: Terms, participants: Iterable[Participant]) -> tuple[Party, ...]:
    """The parties for which nobody took part, of sides for which another did."""
    present, absent = {participant.party for participant in participants}, absent_sides(terms, participants)
    return tuple(party for party in terms.parties if party.id not in present and party.side not in absent)


def _minutes(agreement: Agreement, fact: facts.MinutesConfirmed) -> Agreement:
    dialog = agreement.dialogs[fact.dialog_id]
    confirmed = replace(dialog, minutes=fact.minutes.sha256, confirmed_by=dialog.confirmed_by | {fact.party})
    return _with_dialog(agreement, fact.dialog_id, confirmed)
