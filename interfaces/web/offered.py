"""Which acts a page offers, in which order; whether one is possible the rules decide, a test holds both together."""

from collections.abc import Iterator, Mapping

from application.acting.permissions import PERMITTED
from application.acting.register_requests import ErasePerson, IntroduceKey
from domain.acts.answering import (
    AcknowledgeAssessment,
    AnswerContest,
    CloseAgreement,
    ContestAssessment,
    RecordNoAnswer,
)
from domain.acts.changing import BINDING, ProposeAmendment, SignAmendment, TerminateAgreement, WithdrawAmendment
from domain.acts.common import LIVING
from domain.acts.dialogs import CancelDialog, InvolveCommittee, RequestDialog, ScheduleDialog
from domain.acts.drafting import DraftAgreement, ProposeTarget, ReviseDraft, WithdrawDraft
from domain.acts.figure_files import DeliverFigureFile, RejectFigureFile, ReleaseFigureFile
from domain.acts.figures import FED, DeliverFigures, RejectFigures, ReleaseFigures
from domain.acts.follow_up import FOLLOWED, ApplyLegalChange, GiveAdvice, NoteCircumstance, NoteDeviation, ReportMeasure
from domain.acts.held_dialogs import ConfirmMinutes, HoldDialog
from domain.acts.individual import AppraiseCriterion, ReportStep, ReportTopic
from domain.acts.judging import AssessFinally, ReviseAssessment
from domain.acts.mending import DisputeRecord, RetractRecord
from domain.acts.signing import ConfirmTranscription, CorrectTranscription, SignAgreement
from domain.record import Request, Role
from domain.state import Agreement, Status
from interfaces.http.access import path_of

Acts = Mapping[type[Request], frozenset[Status]]
_DRAFT = frozenset({Status.DRAFTED})
_UNSIGNED = frozenset({Status.DRAFTED, Status.PARTLY_SIGNED})
_IN_FORCE = frozenset({Status.IN_FORCE})
_ASSESSED = frozenset({Status.ASSESSED})
ELSEWHERE = frozenset(
    {DraftAgreement, DeliverFigureFile, ReleaseFigureFile, RejectFigureFile, ErasePerson, IntroduceKey}
)
"""Acts that have pages of their own: a new agreement, files of figures, persons and keys."""
GROUPS: Mapping[str, Acts] = {
    "Entwurf und Unterzeichnung": {
        ProposeTarget: _DRAFT,
        ReviseDraft: _DRAFT,
        SignAgreement: _UNSIGNED,
        WithdrawDraft: _UNSIGNED,
        ConfirmTranscription: _IN_FORCE,
        CorrectTranscription: _IN_FORCE,
    },
    "Zieldialoge": {
        RequestDialog: LIVING,
        ScheduleDialog: LIVING,
        InvolveCommittee: LIVING,
        HoldDialog: LIVING,
        ConfirmMinutes: LIVING,
        CancelDialog: LIVING,
    },
    "Individualisierte Ziele und Themen": {
        ReportStep: FOLLOWED,
        AppraiseCriterion: FOLLOWED,
        ReportTopic: FOLLOWED,
    },
    "Verlauf des Jahres": {
        ReportMeasure: FOLLOWED,
        GiveAdvice: FOLLOWED,
        NoteDeviation: FOLLOWED,
        NoteCircumstance: FOLLOWED,
        ApplyLegalChange: FOLLOWED,
    },
    "Daten": {DeliverFigures: FED, ReleaseFigures: FED, RejectFigures: FED},
    "Gesamtbewertung": {
        AssessFinally: _IN_FORCE,
        AcknowledgeAssessment: _ASSESSED,
        ContestAssessment: _ASSESSED,
        AnswerContest: _ASSESSED,
        RecordNoAnswer: _ASSESSED,
        ReviseAssessment: frozenset({Status.ASSESSED, Status.CLOSED}),
        CloseAgreement: _ASSESSED,
    },
    "Änderung und Kündigung": {
        ProposeAmendment: BINDING,
        SignAmendment: BINDING,
        WithdrawAmendment: BINDING,
        TerminateAgreement: BINDING,
    },
    "Einträge berichtigen": {RetractRecord: FOLLOWED, DisputeRecord: FOLLOWED},
}
"""By stage of life: each act, and where the agreement must stand for it."""
BY_PATH: Mapping[str, type[Request]] = {path_of(act): act for acts in GROUPS.values() for act in acts}
ACTING: frozenset[Role] = frozenset(role for act in BY_PATH.values() for role in PERMITTED[act])
"""Roles that have something to do with agreements."""


def offered(agreement: Agreement, role: Role) -> Iterator[tuple[str, tuple[tuple[str, str], ...]]]:
    """The acts open to a role at present: group by group, each by its path and title."""
    for group, acts in GROUPS.items():
        found = tuple(
            (path_of(act), act.title)
            for act, statuses in acts.items()
            if role in PERMITTED[act] and agreement.status in statuses
        )
        if found:
            yield group, found


def can_do(agreement: Agreement, role: Role) -> Mapping[str, str]:
    """The same as one mapping: path to title."""
    return {path: title for _, acts in offered(agreement, role) for path, title in acts}
