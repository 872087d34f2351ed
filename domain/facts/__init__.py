"""The facts of an agreement's life, one module per stage, and all of them as one type."""

from domain.facts.changing import AgreementTerminated, AmendmentProposed, AmendmentSigned, AmendmentWithdrawn
from domain.facts.dialogs import (
    CommitteeInvolved,
    DialogCancelled,
    DialogHeld,
    DialogRequested,
    DialogScheduled,
    MinutesConfirmed,
)
from domain.facts.drafting import AgreementDrafted, DraftRevised, DraftWithdrawn, TargetProposed
from domain.facts.figure_files import FigureFileDelivered, FigureFileRejected, FigureFileReleased, FigureMappingKept
from domain.facts.figures import FiguresDelivered, FiguresRejected, FiguresReleased
from domain.facts.follow_up import AdviceGiven, CircumstanceNoted, DeviationNoted, LegalChangeApplied, MeasureReported
from domain.facts.individual import CriterionAppraised, StepReported, TopicReported
from domain.facts.judging import (
    AgreementClosed,
    AssessmentAcknowledged,
    AssessmentContested,
    AssessmentRevised,
    ContestAnswered,
    FinalAssessmentMade,
    NoAnswerRecorded,
)
from domain.facts.mending import RecordDisputed, RecordRetracted
from domain.facts.registers import KeyIntroduced, PersonErased
from domain.facts.signing import AgreementSigned, TranscriptionConfirmed, TranscriptionCorrected

Drafting = AgreementDrafted | TargetProposed | DraftRevised | DraftWithdrawn
Signing = AgreementSigned | TranscriptionConfirmed | TranscriptionCorrected
Changing = AmendmentProposed | AmendmentSigned | AmendmentWithdrawn | AgreementTerminated
Figures = FiguresDelivered | FiguresReleased | FiguresRejected
Dialogs = DialogRequested | DialogScheduled | DialogCancelled | CommitteeInvolved | DialogHeld | MinutesConfirmed
FollowUp = MeasureReported | AdviceGiven | DeviationNoted | CircumstanceNoted | LegalChangeApplied
Individual = StepReported | CriterionAppraised | TopicReported
Judging = (
    FinalAssessmentMade
    | AssessmentRevised
    | AssessmentAcknowledged
    | AssessmentContested
    | ContestAnswered
    | NoAnswerRecorded
    | AgreementClosed
)
Mending = RecordRetracted | RecordDisputed

AgreementFact = Drafting | Signing | Changing | Figures | Dialogs | FollowUp | Individual | Judging | Mending
FigureFileFact = FigureFileDelivered | FigureFileReleased | FigureFileRejected | FigureMappingKept
RegisterFact = PersonErased | KeyIntroduced | FigureFileFact
AnyFact = AgreementFact | RegisterFact
"""Every fact there is; the catalogue of stored shapes is checked against it."""

__all__ = [
    "AdviceGiven",
    "AgreementClosed",
    "AgreementDrafted",
    "AgreementFact",
    "AgreementSigned",
    "AgreementTerminated",
    "AmendmentProposed",
    "AmendmentSigned",
    "AmendmentWithdrawn",
    "AnyFact",
    "AssessmentAcknowledged",
    "AssessmentContested",
    "AssessmentRevised",
    "CircumstanceNoted",
    "CommitteeInvolved",
    "ContestAnswered",
    "CriterionAppraised",
    "DeviationNoted",
    "DialogCancelled",
    "DialogHeld",
    "DialogRequested",
    "DialogScheduled",
    "DraftRevised",
    "DraftWithdrawn",
    "FigureFileDelivered",
    "FigureFileRejected",
    "FigureFileReleased",
    "FigureMappingKept",
    "FiguresDelivered",
    "FiguresRejected",
    "FiguresReleased",
    "FinalAssessmentMade",
    "KeyIntroduced",
    "LegalChangeApplied",
    "MeasureReported",
    "MinutesConfirmed",
    "NoAnswerRecorded",
    "PersonErased",
    "RecordDisputed",
    "RecordRetracted",
    "RegisterFact",
    "StepReported",
    "TargetProposed",
    "TopicReported",
    "TranscriptionConfirmed",
    "TranscriptionCorrected",
]
