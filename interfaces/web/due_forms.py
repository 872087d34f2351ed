"""From something due to the form that does it."""

from collections.abc import Callable, Mapping
from urllib.parse import urlencode

from application.lists.due_item import DueItem, DueKind

_FORMS: Mapping[DueKind, tuple[str, Callable[[str], Mapping[str, str]]]] = {
    DueKind.SIGNATURE: ("sign-agreement", lambda _: {}),
    DueKind.TRANSCRIPTION: ("confirm-transcription", lambda _: {}),
    DueKind.AMENDMENT: ("sign-amendment", lambda _: {}),
    DueKind.DIALOG_OWED: ("schedule-dialog", lambda _: {"kind": "regular"}),
    DueKind.DIALOG_REQUEST: ("schedule-dialog", lambda of: {"dialog_id": of, "kind": "on_request"}),
    DueKind.COMMITTEE: ("involve-committee", lambda of: {"dialogs": of}),
    DueKind.MINUTES: ("confirm-minutes", lambda of: {"dialog_id": of.partition(":")[0]}),
    DueKind.MEASURE: ("report-measure", lambda of: {"measure_id": of}),
    DueKind.OFF_COURSE: ("note-deviation", lambda of: {"line_id": of.partition(":")[0]}),
    DueKind.STEP: ("report-step", lambda of: {"step_id": of}),
    DueKind.GOAL_OPEN: ("appraise-criterion", lambda _: {}),
    DueKind.FINAL_DIALOG: ("schedule-dialog", lambda _: {"kind": "final"}),
    DueKind.ASSESSMENT: ("assess-finally", lambda _: {}),
    DueKind.COUNTY_ANSWER: ("acknowledge-assessment", lambda _: {}),
    DueKind.CONTEST: ("answer-contest", lambda _: {}),
    DueKind.CLOSING: ("close-agreement", lambda _: {}),
    DueKind.REVIEW: ("revise-assessment", lambda _: {}),
}


def form_of(item: DueItem) -> str:
    """Where one does what is due, filled in as far as it is known."""
    own = f"/vereinbarungen/{item.agreement_id}"
    if item.kind is DueKind.LOAD_EXPECTED:
        return "/daten"
    if item.kind is DueKind.LOAD_UNRELEASED:
        return f"{own}/daten"
    path, query = _FORMS[item.kind]
    said = urlencode(query(item.reference))
    return f"{own}/handlungen/{path}" + (f"?{said}" if said else "")
