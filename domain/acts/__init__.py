"""Requests to act and the pure decisions on them, one module per stage."""

from collections.abc import Callable, Mapping
from typing import Any

from domain.acts import dialogs, drafting, figures, signing
from domain.agreement import Agreement
from domain.record import Context, Decided, Request

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
}
"""What decides each request about an existing agreement; only DraftAgreement begins one."""
