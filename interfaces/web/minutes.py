"""Minutes as a document: the one a party confirmed already, else the paper as it is printed now."""

from domain.acts.held_dialogs import ConfirmMinutes
from domain.record import Request
from interfaces.papers.kinds import PaperName
from interfaces.papers.sources import Papered
from interfaces.papers.written import written
from interfaces.web.forms.typed import Typed


def minutes_offered(act: type[Request], of: Papered, typed: Typed) -> Typed:
    """What a form starts with: for the confirmation of minutes, the document both sides confirm."""
    if not issubclass(act, ConfirmMinutes):
        return typed
    held = [one for one in of.dialogs if one.held]
    waiting = [one.dialog_id for one in held if of.actor.party not in {said.party for said in one.minutes}]
    named = typed.get("dialog_id") or (waiting or [""])[-1]
    entry = next((one for one in held if one.dialog_id == named), None)
    if entry is None:
        return typed
    if entry.minutes:
        document = entry.minutes[0].minutes.model_dump(mode="json", exclude_none=True)
    else:
        paper = written(PaperName.MINUTES, of.about_dialog(entry.dialog_id))
        document = {"sha256": paper.sha256, "title": paper.title}
    return {"dialog_id": named, "minutes": document, **typed}
