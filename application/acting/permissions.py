"""Who may make which request."""

from collections.abc import Mapping

from application.acting.register_requests import ErasePerson, IntroduceKey
from domain.acts import (
    changing,
    dialogs,
    drafting,
    figure_files,
    figures,
    follow_up,
    individual,
    judging,
    mending,
    signing,
)
from domain.german import german
from domain.record import Actor, Request, Role
from domain.rulebook.any_act import NOT_PERMITTED

LAND = frozenset({Role.LAND})
COUNTY = frozenset({Role.COUNTY})
PARTIES = LAND | COUNTY
OPERATOR = frozenset({Role.OPERATOR})

PERMITTED: Mapping[type[Request], frozenset[Role]] = {
    drafting.DraftAgreement: LAND,
    drafting.ProposeTarget: PARTIES,
    drafting.ReviseDraft: LAND,
    drafting.WithdrawDraft: LAND,
    signing.SignAgreement: PARTIES,
    signing.ConfirmTranscription: LAND,
    signing.CorrectTranscription: LAND,
    figures.DeliverFigures: LAND,
    figures.ReleaseFigures: LAND,
    figures.RejectFigures: LAND,
    figure_files.DeliverFigureFile: LAND,
    figure_files.ReleaseFigureFile: LAND,
    figure_files.RejectFigureFile: LAND,
    dialogs.RequestDialog: COUNTY,
    dialogs.ScheduleDialog: PARTIES,
    dialogs.CancelDialog: PARTIES,
    dialogs.InvolveCommittee: LAND | {Role.COMMITTEE},
    dialogs.HoldDialog: PARTIES,
    dialogs.ConfirmMinutes: PARTIES,
    changing.ProposeAmendment: PARTIES,
    changing.SignAmendment: PARTIES,
    changing.WithdrawAmendment: PARTIES,
    changing.TerminateAgreement: PARTIES,
    follow_up.ReportMeasure: PARTIES,
    follow_up.GiveAdvice: LAND,
    follow_up.NoteDeviation: PARTIES,
    follow_up.NoteCircumstance: PARTIES,
    follow_up.ApplyLegalChange: LAND,
    individual.ReportStep: COUNTY,
    individual.AppraiseCriterion: PARTIES,
    individual.ReportTopic: COUNTY,
    judging.AssessFinally: LAND,
    judging.ReviseAssessment: LAND,
    judging.AcknowledgeAssessment: COUNTY,
    judging.ContestAssessment: COUNTY,
    judging.AnswerContest: LAND,
    judging.RecordNoAnswer: LAND,
    judging.CloseAgreement: LAND,
    mending.RetractRecord: PARTIES | {Role.COMMITTEE},
    mending.DisputeRecord: PARTIES,
    ErasePerson: OPERATOR,
    IntroduceKey: OPERATOR,
}
"""Which roles may make each request; who is not named may not."""


def must_be_permitted(actor: Actor, request: Request) -> None:
    """Refuse a request the actor's role is not meant for."""
    roles = PERMITTED.get(type(request), frozenset())
    NOT_PERMITTED.refuse_if(
        actor.role not in roles,
        role=german(actor.role),
        act=request.title,
        permitted=", ".join(sorted(german(role) for role in roles)),
    )
