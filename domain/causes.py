"""The cause of a fact: the earlier record that it answers, decides about, carries out or mends."""

from collections.abc import Callable, Sequence

from domain import facts
from domain.mending import counting
from domain.record import Fact, Record

LAID_TERMS = (facts.AgreementDrafted, facts.DraftRevised)
ON_THE_TABLE = (*LAID_TERMS, facts.TargetProposed)
SIGNED = (facts.AgreementSigned, facts.TranscriptionCorrected)
SET = (facts.DialogRequested, facts.DialogScheduled)
JUDGED = (facts.FinalAssessmentMade, facts.AssessmentRevised)
ANSWERED = (facts.AssessmentAcknowledged, facts.ContestAnswered, facts.NoAnswerRecorded)
CONTESTED = (*JUDGED, facts.AssessmentContested, facts.ContestAnswered)
Kinds = tuple[type[Fact], ...]


def cause_of(fact: Fact, records: Sequence[Record]) -> Record | None:
    """The record of the same stream that led to a fact, the latest where several could; None when it stands for itself.

    Only what follows from the fact itself and the order of procedure is said, nothing is guessed.
    """
    if isinstance(fact, facts.RecordRetracted | facts.RecordDisputed):
        return next((record for record in records if record.version == fact.version), None)
    led_to = _led_to(fact, records)
    if led_to is None:
        return None
    return next((record for record in reversed(counting(records)) if led_to(record.fact)), None)


def _led_to(fact: Fact, records: Sequence[Record]) -> Callable[[Fact], bool] | None:
    """Whether an earlier fact led to this one; None where nothing can have."""
    match fact:
        case facts.AgreementSigned(terms_hash=laid):
            return lambda earlier: isinstance(earlier, LAID_TERMS) and earlier.terms_hash == laid
        case facts.AmendmentSigned(amendment_id=name) | facts.AmendmentWithdrawn(amendment_id=name):
            return lambda earlier: isinstance(earlier, facts.AmendmentProposed) and earlier.amendment_id == name
        case facts.FiguresReleased(delivery_id=name) | facts.FiguresRejected(delivery_id=name):
            return lambda earlier: isinstance(earlier, facts.FiguresDelivered) and earlier.delivery_id == name
        case facts.FiguresDelivered(correction=correction):
            corrected = correction.of if correction else None
            return lambda earlier: isinstance(earlier, facts.FiguresDelivered) and earlier.delivery_id == corrected
        case facts.DialogScheduled() | facts.DialogCancelled() | facts.DialogHeld():
            return lambda earlier: isinstance(earlier, SET) and earlier.dialog_id == fact.dialog_id
        case facts.CommitteeInvolved(dialogs=prepared):
            return lambda earlier: isinstance(earlier, SET) and earlier.dialog_id in prepared
        case facts.MinutesConfirmed(dialog_id=name):
            return lambda earlier: isinstance(earlier, facts.DialogHeld) and earlier.dialog_id == name
        case facts.MeasureReported(measure_id=name):
            return lambda earlier: (
                isinstance(earlier, facts.DialogHeld) and name in {one.id for one in earlier.measures}
            )
        case facts.FinalAssessmentMade(assessment=made):
            return lambda earlier: isinstance(earlier, facts.DialogHeld) and earlier.dialog_id == made.dialog_id
        case facts.AssessmentRevised():
            return lambda earlier: isinstance(earlier, CONTESTED) or _releases_a_correction(earlier, records)
        case _:
            kinds = _FOLLOWING.get(type(fact))
            return (lambda earlier: isinstance(earlier, kinds)) if kinds else None


def _releases_a_correction(earlier: Fact, records: Sequence[Record]) -> bool:
    if not isinstance(earlier, facts.FiguresReleased):
        return False
    delivered = cause_of(earlier, records)
    return delivered is not None and getattr(delivered.fact, "correction", None) is not None


_FOLLOWING: dict[type[Fact], Kinds] = {
    facts.TargetProposed: LAID_TERMS,
    facts.DraftRevised: ON_THE_TABLE,
    facts.DraftWithdrawn: ON_THE_TABLE,
    facts.TranscriptionConfirmed: SIGNED,
    facts.TranscriptionCorrected: SIGNED,
    facts.AssessmentAcknowledged: JUDGED,
    facts.AssessmentContested: JUDGED,
    facts.NoAnswerRecorded: JUDGED,
    facts.ContestAnswered: (facts.AssessmentContested,),
    facts.AgreementClosed: ANSWERED,
    facts.FigureFileReleased: (facts.FigureFileDelivered,),
    facts.FigureFileRejected: (facts.FigureFileDelivered,),
}
"""Which kinds of facts a fact follows by the order of procedure."""
