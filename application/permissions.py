"""Who may do what, and who sees which agreement."""

from collections.abc import Collection, Mapping

from application.register import ErasePerson, IntroduceKey
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
from domain.terms import Party, Side, Terms

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

READERS = frozenset({Role.LAND, Role.COUNTY, Role.COMMITTEE, Role.AUDITOR})
"""Who may read agreements, within his scope."""


def must_be_permitted(actor: Actor, request: Request) -> None:
    """Refuse a request the actor's role is not meant for."""
    roles = PERMITTED.get(type(request), frozenset())
    NOT_PERMITTED.refuse_if(
        actor.role not in roles,
        role=german(actor.role),
        act=request.title,
        permitted=", ".join(sorted(german(role) for role in roles)),
    )


def must_see_everything(actor: Actor, act: str) -> None:
    """Refuse what shows the whole log, unless to an auditor whose scope is everywhere."""
    NOT_PERMITTED.refuse_if(
        not sees_everything(actor),
        role=german(actor.role),
        act=act,
        permitted=f"{german(Role.AUDITOR)} ohne örtliche Grenze",
    )


def sees_everything(actor: Actor) -> bool:
    """Whether nothing in the log is hidden from this actor."""
    return actor.role is Role.AUDITOR and not actor.scope


def sees(actor: Actor, terms: Terms) -> bool:
    """Whether an agreement with these terms exists for this actor."""
    return sees_parties(actor, terms.parties)


def sees_parties(actor: Actor, parties: Collection[Party]) -> bool:
    """Whether an agreement of these parties exists for this actor: by AGS scope, for a county only as its own party.

    Only an auditor may have the empty scope, which is everywhere.
    """
    if actor.role not in READERS or (not actor.scope and actor.role is not Role.AUDITOR):
        return False
    within = any(party.ags.startswith(actor.scope) for party in parties if party.side is Side.COUNTY)
    return within and (actor.role is not Role.COUNTY or actor.party in {party.id for party in parties})
