"""The facts of an agreement's life, one module per stage, and all of them as one type."""

from domain.facts.dialogs import (
    CommitteeInvolved,
    DialogCancelled,
    DialogHeld,
    DialogRequested,
    DialogScheduled,
    MinutesConfirmed,
)
from domain.facts.drafting import AgreementDrafted, DraftRevised, DraftWithdrawn, TargetProposed
from domain.facts.figures import FiguresDelivered, FiguresRejected, FiguresReleased
from domain.facts.persons import PersonErased
from domain.facts.signing import AgreementSigned, TranscriptionConfirmed, TranscriptionCorrected

AgreementFact = (
    AgreementDrafted
    | TargetProposed
    | DraftRevised
    | DraftWithdrawn
    | AgreementSigned
    | TranscriptionConfirmed
    | TranscriptionCorrected
    | FiguresDelivered
    | FiguresReleased
    | FiguresRejected
    | DialogRequested
    | DialogScheduled
    | DialogCancelled
    | CommitteeInvolved
    | DialogHeld
    | MinutesConfirmed
)
RegisterFact = PersonErased
AnyFact = AgreementFact | RegisterFact
"""Every fact there is; the catalogue of stored shapes is checked against it."""

__all__ = [
    "AgreementDrafted",
    "AgreementFact",
    "AgreementSigned",
    "AnyFact",
    "CommitteeInvolved",
    "DialogCancelled",
    "DialogHeld",
    "DialogRequested",
    "DialogScheduled",
    "DraftRevised",
    "DraftWithdrawn",
    "FiguresDelivered",
    "FiguresRejected",
    "FiguresReleased",
    "MinutesConfirmed",
    "PersonErased",
    "RegisterFact",
    "TargetProposed",
    "TranscriptionConfirmed",
    "TranscriptionCorrected",
]
