"""Requests to act and the pure decisions on them, one module per stage."""

from collections.abc import Callable, Mapping
from typing import Any

from domain.acts import changing, dialogs, drafting, figures, follow_up, individual, judging, mending, signing
from domain.record import Context, Decided, Request
from domain.state import Agreement

Decide = Callable[[Agreement, Any, Context], Decided]

DECISIONS: Mapping[type[Request], Decide] = {
    drafting.ProposeTarget: drafting.propose_target,
    drafting.ReviseDraft: drafting.revise_draft,
    drafting.WithdrawDraft: drafting.withdraw_draft,
    signing.SignAgreement: signing.sign_agreement,
    signing.ConfirmTranscription: signing.confirm_transcription,
    signing.CorrectTranscription: signing.correct_transcription,
    figures.DeliverFigures: figures.deliver_figures,
    figures.ReleaseFigures: figures.release_figures,
    figures.RejectFigures: figures.reject_figures,
    dialogs.RequestDialog: dialogs.request_dialog,
    dialogs.ScheduleDialog: dialogs.schedule_dialog,
    dialogs.CancelDialog: dialogs.cancel_dialog,
    dialogs.InvolveCommittee: dialogs.involve_committee,
    dialogs.HoldDialog: dialogs.hold_dialog,
    dialogs.ConfirmMinutes: dialogs.confirm_minutes,
    changing.ProposeAmendment: changing.propose_amendment,
    changing.SignAmendment: changing.sign_amendment,
    changing.WithdrawAmendment: changing.withdraw_amendment,
    changing.TerminateAgreement: changing.terminate_agreement,
    follow_up.ReportMeasure: follow_up.report_measure,
    follow_up.GiveAdvice: follow_up.give_advice,
    follow_up.NoteDeviation: follow_up.note_deviation,
    follow_up.NoteCircumstance: follow_up.note_circumstance,
    follow_up.ApplyLegalChange: follow_up.apply_legal_change,
    individual.ReportStep: individual.report_step,
    individual.AppraiseCriterion: individual.appraise_criterion,
    individual.ReportTopic: individual.report_topic,
    judging.AssessFinally: judging.assess_finally,
    judging.ReviseAssessment: judging.revise_assessment,
    judging.AcknowledgeAssessment: judging.acknowledge_assessment,
    judging.ContestAssessment: judging.contest_assessment,
    judging.AnswerContest: judging.answer_contest,
    judging.RecordNoAnswer: judging.record_no_answer,
    judging.CloseAgreement: judging.close_agreement,
    mending.RetractRecord: mending.retract_record,
    mending.DisputeRecord: mending.dispute_record,
}
"""What decides each request about an existing agreement; only DraftAgreement begins one."""
