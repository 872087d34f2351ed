"""A new agreement: drafted from an earlier one, with a list of everything that has to be decided again."""

from typing import Annotated
from uuid import uuid4

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
from domain.values import AGREEMENT_ID
from interfaces.bootstrap import System
from interfaces.german.describing import described
from interfaces.http.tracing import trace_of
from interfaces.web.asking import TheSystem
from interfaces.web.forms.choices import Offer
from interfaces.web.forms.fields import Drawing, placed
from interfaces.web.forms.sections import section_of
from interfaces.web.forms.sent import Sent, sent
from interfaces.web.forms.typed import Typed, asked, typed_from
from interfaces.web.rendering import page
from interfaces.web.route import KEEPERS, PageRoute, TheActor, TheForm
from interfaces.web.titles import county_of

router = APIRouter(route_class=PageRoute, include_in_schema=False)
NEW = "/vereinbarungen/neu"
WITHOUT = "leer"
"""Stands for no earlier agreement."""
From = Annotated[str, Query(alias="aus", pattern=rf"{AGREEMENT_ID}|^$")]


@router.get(NEW, operation_id="page_draft")
def begin(
    request: Request,
    system: TheSystem,
    actor: TheActor,
    source: From = "",
    jahr: Annotated[int | None, Query(ge=2011, le=2099)] = None,
) -> Response:
    """The choice of an earlier agreement, or the draft made from it."""
    if not source:
        rows = [(row.agreement_id, f"{row.title} ({row.agreement_id})") for row in system.lists.overview(actor)]
        return page(request, "draft_from.html", rows=rows)
    kept = system.unfinished.find(actor.person, f"{NEW}?aus={source}")
    if source == WITHOUT:
        return _form(request, system, actor, source, kept or {}, kept=kept is not None)
    agreement = system.courses.course(actor, source).agreement
    year = jahr or agreement.terms.year + 1
    if year <= agreement.terms.year:
        year = agreement.terms.year + 1
    carried = carried_over(agreement, year, system.service.today())
    typed = kept or typed_from(DraftAgreement, carried.request)
    return _form(
        request,
        system,
        actor,
        source,
        typed,
        undecided=tuple(one.says for one in carried.undecided),
        kept=kept is not None,
    )


@router.post(NEW, operation_id="page_draft_step")
async def go_on(request: Request, system: TheSystem, actor: TheActor, form: TheForm, source: From = "") -> Response:
    """The next step: another row, a preview, recording, keeping for later."""
    found = await sent(form, DraftAgreement)
    return await run_in_threadpool(_step, request, system, actor, source, found)


async def keep_typed(request: Request, actor: Actor, form: FormData) -> None:
    """Keep what was typed into a draft, for when they have signed in again."""
    typed = (await sent(form, DraftAgreement)).typed
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
        if found.step == "festhalten" and found.key:
            receipt = system.service.act(actor, wish, key=found.key, trace=trace_of(request))
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
    return _preview(request, source, found, wish, outcome)


def _preview(request: Request, source: str, found: Sent, wish: DraftAgreement, draft: Draft) -> Response:
    return page(
        request,
        "draft_preview.html",
        action=f"{NEW}?aus={source}",
        draft=draft,
        terms=wish.terms,
        told=described(wish.terms),
        pairs=found.pairs,
        key=str(uuid4()),
    )


def _form(
    request: Request,
    system: System,
    actor: Actor,
    source: str,
    typed: Typed,
    *,
    undecided: tuple[str, ...] = (),
    errors: dict[str, str] | None = None,
    refused: Refused | None = None,
    kept: bool = False,
    add: str = "",
    open_: str = "",
) -> Response:
    earlier = system.courses.course(actor, source) if source not in {"", WITHOUT} else None
    offer, wrong = Offer(None, system.service.today()), next(filter(None, map(section_of, errors or {})), "")
    drawing = Drawing(DraftAgreement, offer, typed, dict(errors or {}), add=add, new=False, open=wrong or open_)
    fields = drawing.fields()
    return page(
        request,
        "draft.html",
        409 if refused else 422 if errors else 200,
        action=f"{NEW}?aus={source}",
        earlier=earlier.agreement if earlier else None,
        county=county_of(earlier.agreement) if earlier else "",
        fields=fields,
        elsewhere=drawing.elsewhere,
        carried=drawing.carried,
        drawn=drawing.drawn,
        undecided=undecided,
        wrong=bool(errors),
        findings=refused.findings if refused else (),
        kept=kept,
    )
