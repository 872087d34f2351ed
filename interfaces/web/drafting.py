"""A new agreement: drafted from an earlier one, with a list of everything that has to be decided again."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from fastapi import APIRouter, Query, Request, Response
from fastapi.responses import RedirectResponse
from pydantic import ValidationError
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData

from application.acting.carry_over import carried_over
from application.acting.malformed import field_problems
from application.acting.orders import Order
from domain.acts.drafting import DraftAgreement
from domain.record import Actor, Draft
from domain.rules import Refused
from domain.state import Agreement
from domain.values import AGREEMENT_ID
from interfaces.bootstrap import System
from interfaces.german.describing import described
from interfaces.http.tracing import trace_of
from interfaces.web.asking import TheSystem
from interfaces.web.forms.choices import Offer
from interfaces.web.forms.fields import Drawing, placed
from interfaces.web.forms.sections import section_of
from interfaces.web.forms.sent import DECIDED, Sent, sent
from interfaces.web.forms.typed import Typed, asked, at, typed_from, whole_number
from interfaces.web.previews import confirmed, ticket
from interfaces.web.rendering import page
from interfaces.web.route import KEEPERS, PageRoute, TheActor, TheForm
from interfaces.web.titles import county_of

router = APIRouter(route_class=PageRoute, include_in_schema=False)
NEW = "/vereinbarungen/neu"
WITHOUT = "leer"
"""Stands for no earlier agreement."""
LAST_YEAR = 2099
From = Annotated[str, Query(alias="aus", pattern=rf"{AGREEMENT_ID}|^$")]


@router.get(NEW, operation_id="page_draft")
def begin(
    request: Request,
    system: TheSystem,
    actor: TheActor,
    source: From = "",
    jahr: Annotated[int | None, Query(ge=2011, le=LAST_YEAR)] = None,
) -> Response:
    """The choice of an earlier agreement, or the draft made from it."""
    if not source:
        rows = [(row.agreement_id, f"{row.title} ({row.agreement_id})") for row in system.lists.overview(actor)]
        return page(request, "draft_from.html", rows=rows)
    kept = system.unfinished.find(actor.person, f"{NEW}?aus={source}")
    if source == WITHOUT:
        return _form(request, system, actor, source, kept or {}, kept=kept is not None)
    agreement = system.courses.course(actor, source).agreement
    carried = carried_over(agreement, _year(agreement, jahr), system.service.today())
    typed = kept or typed_from(DraftAgreement, carried.request)
    return _form(request, system, actor, source, typed, kept=kept is not None)


def _year(agreement: Agreement, wanted: int | None) -> int:
    following = agreement.terms.year + 1
    return min(max(wanted or following, following), LAST_YEAR)


@router.post(NEW, operation_id="page_draft_step")
async def go_on(request: Request, system: TheSystem, actor: TheActor, form: TheForm, source: From = "") -> Response:
    """The next step: another row, a preview, recording, keeping for later."""
    return await run_in_threadpool(_step, request, system, actor, source, await _sent(form))


async def _sent(form: FormData) -> Sent:
    """The form with what was ticked off; a preview carries that along packed."""
    found = await sent(form, DraftAgreement)
    if DECIDED in form:
        found.typed[DECIDED] = [str(one) for one in form.getlist(DECIDED) if one]
    return found


async def keep_typed(request: Request, actor: Actor, form: FormData) -> None:
    """Keep what was typed into a draft, for when they have signed in again."""
    typed = (await _sent(form)).typed
    keep = request.app.state.system.unfinished.keep
    await run_in_threadpool(keep, actor.person, f"{NEW}?aus={request.query_params.get('aus', '')}", typed)


KEEPERS["page_draft_step"] = keep_typed


def _step(request: Request, system: System, actor: Actor, source: str, found: Sent) -> Response:
    about = f"{NEW}?aus={source}"
    if found.step in {"mehr", "aendern"}:
        return _form(request, system, actor, source, found.typed, add=found.add, open_=found.open)
    if found.step == "merken":
        system.unfinished.keep(actor.person, about, found.typed)
        return _form(request, system, actor, source, found.typed, kept=True, open_=found.open)
    if found.step == "verwerfen":
        system.unfinished.forget(actor.person, about)
        return RedirectResponse("/vereinbarungen", 303)
    try:
        wish = DraftAgreement.model_validate(asked(DraftAgreement, found.typed))
        shown = about, wish.model_dump(mode="json")
        key = confirmed(request, actor, found.ticket, *shown)
        if found.step == "festhalten" and key:
            receipt = system.service.act(actor, wish, key=key, trace=trace_of(request))
            system.unfinished.forget(actor.person, about)
            return RedirectResponse(f"/vereinbarungen/{receipt.agreement_id}", 303)
        [outcome] = system.service.rehearse(actor, [Order(wish)])
    except ValidationError as error:
        errors = placed(field_problems(error), DraftAgreement)
        return _form(request, system, actor, source, found.typed, errors=errors)
    except Refused as refused:
        outcome = refused
    if isinstance(outcome, Refused):
        return _form(request, system, actor, source, found.typed, refused=outcome)
    return _preview(request, system, actor, source, found, wish, outcome, ticket(request, actor, *shown))


@dataclass(frozen=True, slots=True)
class ToDecide:
    """A term that has to be decided again, under a key, and whether somebody ticked it off."""

    key: str
    says: str
    done: bool


def _to_decide(earlier: Agreement | None, typed: Typed, today: date) -> tuple[ToDecide, ...]:
    """The list to work through, as it is at every step; nothing without an earlier agreement."""
    if earlier is None:
        return ()
    done = typed.get(DECIDED) or ()
    year = whole_number(str(at(typed, "terms.year") or ""))
    undecided = carried_over(earlier, _year(earlier, year), today).undecided
    keyed = [(f"{one.about} {one.id or one.clause}", one.says) for one in undecided]
    return tuple(ToDecide(key, says, key in done) for key, says in keyed)


def _earlier(system: System, actor: Actor, source: str) -> Agreement | None:
    return system.courses.course(actor, source).agreement if source not in {"", WITHOUT} else None


def _preview(
    request: Request,
    system: System,
    actor: Actor,
    source: str,
    found: Sent,
    wish: DraftAgreement,
    draft: Draft,
    key: str,
) -> Response:
    to_decide = _to_decide(_earlier(system, actor, source), found.typed, system.service.today())
    return page(
        request,
        "draft_preview.html",
        action=f"{NEW}?aus={source}",
        draft=draft,
        terms=wish.terms,
        told=described(wish.terms),
        left=[one.says for one in to_decide if not one.done],
        pairs=found.pairs,
        key=key,
        unseen=found.step == "festhalten",
    )


def _form(
    request: Request,
    system: System,
    actor: Actor,
    source: str,
    typed: Typed,
    *,
    errors: dict[str, str] | None = None,
    refused: Refused | None = None,
    kept: bool = False,
    add: str = "",
    open_: str = "",
) -> Response:
    earlier = _earlier(system, actor, source)
    offer, wrong = Offer(None, system.service.today()), next(filter(None, map(section_of, errors or {})), "")
    drawing = Drawing(DraftAgreement, offer, typed, dict(errors or {}), add=add, new=False, open=wrong or open_)
    fields = drawing.fields()
    return page(
        request,
        "draft.html",
        409 if refused else 422 if errors else 200,
        action=f"{NEW}?aus={source}",
        earlier=earlier,
        county=county_of(earlier) if earlier else "",
        fields=fields,
        elsewhere=drawing.elsewhere,
        carried=drawing.carried,
        drawn=drawing.drawn,
        to_decide=_to_decide(earlier, typed, system.service.today()),
        wrong=bool(errors),
        findings=refused.findings if refused else (),
        kept=kept,
    )
