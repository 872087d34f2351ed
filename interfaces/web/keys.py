"""The keys that sign checkpoints: the form to replace one, its preview, and recording it once."""

from fastapi import APIRouter, Request, Response
from fastapi.responses import RedirectResponse
from pydantic import ValidationError

from application.acting.register_requests import IntroduceKey
from domain.record import Draft
from domain.rules import Refused
from interfaces.http.tracing import trace_of
from interfaces.web.asking import TheSystem
from interfaces.web.forms.typed import wrong_reason
from interfaces.web.previews import confirmed, ticket
from interfaces.web.proof import audit_page
from interfaces.web.rendering import page
from interfaces.web.route import PageRoute, TheActor, TheForm

router = APIRouter(route_class=PageRoute, include_in_schema=False)
KEYS = "/pruefung/schluessel"
LOST = "Der alte Schlüssel ist verloren und unterschreibt nicht mehr"
HANDED_OVER = "Der alte Schlüssel unterschreibt den nächsten Prüfpunkt mit"


@router.post(KEYS, operation_id="page_rotate_key")
def rotate(request: Request, system: TheSystem, actor: TheActor, form: TheForm) -> Response:
    """The next step: a preview, or the key replaced; the next checkpoint is signed with the old and the new one."""
    reason, lost = " ".join(str(form.get("begruendung", "")).split()), form.get("verloren") == "ja"
    typed = {"begruendung": reason, "verloren": "ja" if lost else ""}
    checkpoints, shown = system.audit.checkpoints, str(form.get("bisher", ""))
    step = form.get("schritt")
    if step == "aendern":
        return audit_page(request, system, actor, typed=typed)
    try:
        key = confirmed(request, actor, form.get("schluessel"), KEYS, reason, lost, shown)
        if step == "festhalten" and key:
            trace = trace_of(request)
            receipt, _ = checkpoints.rotate(actor, reason or None, lost=lost, shown=shown, key=key, trace=trace)
            return RedirectResponse(f"/pruefung?gewechselt={'schon' if receipt.repeated else 'ja'}#schluessel", 303)
        present = checkpoints.present()
        outcome = checkpoints.rehearse_rotation(actor, reason or None, lost=lost)
    except Refused as refused:
        outcome = refused
    except ValidationError as error:
        return audit_page(request, system, actor, typed=typed, wrong=wrong_reason(error))
    if isinstance(outcome, Refused):
        return audit_page(request, system, actor, typed=typed, findings=outcome.findings)
    carried = ticket(request, actor, KEYS, reason, lost, present)
    return _preview(request, outcome, typed | {"bisher": present}, carried, unseen=step == "festhalten")


def _preview(request: Request, draft: Draft, typed: dict[str, str], key: str, *, unseen: bool) -> Response:
    return page(
        request,
        "register_preview.html",
        back=("/pruefung", "Prüfung"),
        action=KEYS,
        title=IntroduceKey.title,
        says="Der neue Schlüssel entsteht, wenn Sie den Wechsel festhalten; er gilt von da an."
        " Der Wechsel bleibt dauerhaft im Protokoll und lässt sich nicht rückgängig machen.",
        told=[
            ("Bisheriger Schlüssel", typed["bisher"]),
            ("Übergabe", LOST if typed["verloren"] else HANDED_OVER),
        ],
        draft=draft,
        pairs=typed.items(),
        key=key,
        unseen=unseen,
    )
