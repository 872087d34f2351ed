"""Dialogs before they are held: request, schedule, cancel, prepare."""

from pydantic import Field

from domain.acts.common import LIVING, as_asked, decides, must_be, must_give_a_reason
from domain.facts import CommitteeInvolved, DialogCancelled, DialogRequested, DialogScheduled
from domain.facts.dialogs import DialogKind
from domain.facts.signing import Document
from domain.record import COMMITTEE, COUNTY, LAND, PARTIES, Context, Decided, Request
from domain.rulebook.dialogs import (
    CALLED_OFF,
    COMMITTEE_TOO_LATE,
    DIALOG_ID_USED,
    DIALOG_KIND_FIXED,
    DIALOG_OVER,
    HELD_ON,
    UNKNOWN_DIALOG,
)
from domain.state import Agreement, Dialog
from domain.values import Day, DialogId, Several, Slug, Text


class RequestDialog(Request):
    """Ask for a further talk."""

    title = "Dialog anfragen"
    title_en = "request a dialog"
    permitted = COUNTY

    dialog_id: DialogId


class ScheduleDialog(Request):
    """Set a dialog for a day, or move it."""

    title = "Dialog ansetzen"
    title_en = "schedule a dialog"
    permitted = PARTIES

    dialog_id: DialogId
    kind: DialogKind
    planned_for: Day


class CancelDialog(Request):
    """Call a dialog off."""

    title = "Dialog absagen"
    title_en = "cancel a dialog"
    permitted = PARTIES

    dialog_id: DialogId


class InvolveCommittee(Request):
    """Have a session of the committee recorded that prepared dialogs; `occurred_on` is the session's day."""

    title = "Ausschuss einbeziehen"
    title_en = "involve the committee"
    permitted = LAND | COMMITTEE

    session: Slug
    dialogs: Several[DialogId] = Field(min_length=1)
    recommendation: Text
    document: Document | None = None


@decides(RequestDialog)
def request_dialog(agreement: Agreement, request: RequestDialog, context: Context) -> Decided:
    """The county asks for a dialog, with its reason."""
    must_be(agreement, LIVING, request)
    must_give_a_reason(request)
    DIALOG_ID_USED.refuse_if(request.dialog_id in agreement.dialogs, dialog=request.dialog_id)
    return Decided(as_asked(DialogRequested, request))


@decides(ScheduleDialog)
def schedule_dialog(agreement: Agreement, request: ScheduleDialog, context: Context) -> Decided:
    """A day for a dialog that was neither held nor called off."""
    must_be(agreement, LIVING, request)
    if request.dialog_id in agreement.dialogs:
        kind = open_dialog(agreement, request.dialog_id).kind
        DIALOG_KIND_FIXED.refuse_if(kind is not request.kind, dialog=request.dialog_id, kind=kind)
    return Decided(as_asked(DialogScheduled, request))


@decides(CancelDialog)
def cancel_dialog(agreement: Agreement, request: CancelDialog, context: Context) -> Decided:
    """A dialog called off, with the reason."""
    must_be(agreement, LIVING, request)
    must_give_a_reason(request)
    open_dialog(agreement, request.dialog_id)
    return Decided(as_asked(DialogCancelled, request))


@decides(InvolveCommittee)
def involve_committee(agreement: Agreement, request: InvolveCommittee, context: Context) -> Decided:
    """A session of the committee and the dialogs it prepared."""
    must_be(agreement, LIVING, request)
    held = {dialog_id: known_dialog(agreement, dialog_id).held_on for dialog_id in request.dialogs}
    return Decided(
        as_asked(CommitteeInvolved, request),
        findings=tuple(
            COMMITTEE_TOO_LATE.finding(day=request.occurred_on, dialog=dialog_id, held=day)
            for dialog_id, day in held.items()
            if day is not None and day < request.occurred_on
        ),
    )


def known_dialog(agreement: Agreement, dialog_id: DialogId) -> Dialog:
    """The dialog; refuses an unknown one."""
    if dialog_id not in agreement.dialogs:
        UNKNOWN_DIALOG.refuse(dialog=dialog_id)
    return agreement.dialogs[dialog_id]


def open_dialog(agreement: Agreement, dialog_id: DialogId) -> Dialog:
    """The dialog, when it was neither held nor called off."""
    dialog = not_yet_held(agreement, dialog_id)
    DIALOG_OVER.refuse_if(dialog.cancelled, dialog=dialog_id, status=CALLED_OFF)
    return dialog


def not_yet_held(agreement: Agreement, dialog_id: DialogId) -> Dialog:
    """The dialog, when it was not held; one called off may have taken place all the same."""
    dialog = known_dialog(agreement, dialog_id)
    DIALOG_OVER.refuse_if(dialog.held_on is not None, dialog=dialog_id, status=HELD_ON.of(day=dialog.held_on))
    return dialog
