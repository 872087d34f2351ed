"""Acting on an agreement: the form, the preview of exactly what will be recorded, and recording it once."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any

from fastapi import APIRouter, Path, Request, Response
from fastapi.responses import RedirectResponse
from pydantic import ValidationError
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData

from application.acting.malformed import field_problems
from application.acting.orders import Order
from application.acting.permissions import PERMITTED
from application.history.differences import differences
from application.lists.courses import Course
from domain.acts.figures import DeliverFigures
from domain.record import Actor, Draft
from domain.record import Request as Act
from domain.rulebook.any_act import OVERTAKEN, STALE_VERSION
from domain.rules import Refused
from domain.terms import Terms
from domain.values import AgreementId
from interfaces.bootstrap import System
from interfaces.german.describing import described
from interfaces.http.access import path_of
from interfaces.http.problems import Trouble
from interfaces.http.tracing import trace_of
from interfaces.papers.sources import Papered
from interfaces.web.asking import AgreementPath, TheSystem
from interfaces.web.assessing import worked_list
from interfaces.web.correcting import corrected_load, effects
from interfaces.web.forms.choices import Offer
from interfaces.web.forms.fields import Drawing, Field, placed
from interfaces.web.forms.names import naming
from interfaces.web.forms.sections import section_of
from interfaces.web.forms.sent import Sent, sent
from interfaces.web.forms.typed import Typed, asked, nested, typed_from
from interfaces.web.minutes import minutes_offered
from interfaces.web.offered import BY_PATH, offered
from interfaces.web.previews import confirmed, ticket
from interfaces.web.rendering import page
from interfaces.web.route import KEEPERS, PageRoute, TheActor, TheForm
from interfaces.web.titles import county_of

router = APIRouter(route_class=PageRoute, include_in_schema=False)
OVERTAKING = frozenset({STALE_VERSION.code, OVERTAKEN.code})
ActPath = Annotated[str, Path(pattern=r"^[a-z-]{1,60}$")]
ACTS = "/vereinbarungen/{agreement_id}/handlungen"


@dataclass(frozen=True, slots=True)
class Acting:
    """Somebody about to act on an agreement as it stands."""

    request: Request
    system: System
    actor: Actor
    act: type[Act]
    case: Course

    @property
    def about(self) -> str:
        """Under which name an unfinished form of this act is kept."""
        return f"{self.case.agreement.id}/{path_of(self.act)}"

    @property
    def agreement_id(self) -> AgreementId:
        """The agreement's id."""
        return self.case.agreement.id

    def drawn(
        self, typed: Typed, errors: Mapping[str, str], *, add: str = "", new: bool = False, open_: str = ""
    ) -> Drawing:
        """The form with what was typed, open where the first error is."""
        offer = Offer(self.case, self.system.service.today())
        wrong = next(filter(None, map(section_of, errors)), "")
        return Drawing(self.act, offer, typed, dict(errors), add=add, new=new, open=wrong or open_)


@router.get(ACTS, operation_id="page_acts")
def show_acts(request: Request, system: TheSystem, actor: TheActor, agreement_id: AgreementPath) -> Response:
    """Everything a role may do as the agreement stands."""
    agreement = system.courses.course(actor, agreement_id).agreement
    groups = tuple(offered(agreement, actor.role))
    return page(request, "acts.html", agreement=agreement, county=county_of(agreement), groups=groups)


@router.get(ACTS + "/{act}", operation_id="page_act")
def begin(request: Request, system: TheSystem, actor: TheActor, agreement_id: AgreementPath, act: ActPath) -> Response:
    """The form: empty, as a link fills it in, or as it was kept."""
    acting = _acting(request, system, actor, agreement_id, act)
    kept = system.unfinished.find(actor.person, acting.about)
    typed = kept or _from_link(acting)
    opened = "load.series" if acting.act is DeliverFigures else ""
    return _form(acting, typed, {}, new=kept is None, kept=kept is not None, open_=opened)


@router.post(ACTS + "/{act}", operation_id="page_act_step")
async def go_on(
    request: Request, system: TheSystem, actor: TheActor, agreement_id: AgreementPath, act: ActPath, form: TheForm
) -> Response:
    """The next step: another row, a preview, recording, keeping for later."""
    acting = await run_in_threadpool(_acting, request, system, actor, agreement_id, act)
    found = await sent(form, acting.act)
    return await run_in_threadpool(_step, acting, found)


async def keep_typed(request: Request, actor: Actor, form: FormData) -> None:
    """Keep what was typed into the form of an act, for when they have signed in again."""
    path = request.path_params
    act = BY_PATH.get(path["act"])
    if act and actor.role in PERMITTED[act]:
        typed = (await sent(form, act)).typed
        keep = request.app.state.system.unfinished.keep
        await run_in_threadpool(keep, actor.person, f"{path['agreement_id']}/{path_of(act)}", typed)


KEEPERS["page_act_step"] = keep_typed


def _acting(request: Request, system: System, actor: Actor, agreement_id: AgreementId, act: str) -> Acting:
    """Refuses an agreement that does not exist for the actor, and an act that is not theirs."""
    wanted = BY_PATH.get(act)
    case = system.courses.course(actor, agreement_id)
    if wanted is None or actor.role not in PERMITTED[wanted]:
        raise Trouble("not-found")
    return Acting(request, system, actor, wanted, case)


def _from_link(acting: Acting) -> Typed:
    typed = nested([pair for pair in acting.request.query_params.multi_items() if len(pair[1]) < 4000])
    if acting.act is DeliverFigures and (corrected := typed.pop("berichtigt", "")):
        return corrected_load(acting.case, str(corrected))
    if "terms" in acting.act.model_fields:
        typed["terms"] = typed_from(Terms, acting.case.agreement.terms)
    typed = minutes_offered(acting.act, Papered(acting.system, acting.actor, acting.agreement_id), typed)
    return worked_list(acting.act, acting.case, typed)


def _step(acting: Acting, found: Sent) -> Response:
    match found.step:
        case "mehr" | "aendern":
            return _form(acting, found.typed, {}, add=found.add, open_=found.open)
        case "merken":
            acting.system.unfinished.keep(acting.actor.person, acting.about, found.typed)
            return _form(acting, found.typed, {}, kept=True, open_=found.open)
        case "verwerfen":
            acting.system.unfinished.forget(acting.actor.person, acting.about)
            return RedirectResponse(f"/vereinbarungen/{acting.agreement_id}", 303)
        case step:
            return _decide(acting, found, record=step == "festhalten")


def _decide(acting: Acting, found: Sent, *, record: bool) -> Response:
    try:
        request = acting.act.model_validate(asked(acting.act, found.typed))
    except ValidationError as error:
        return _form(acting, found.typed, placed(field_problems(error), acting.act), status=422)
    version = found.version or acting.case.agreement.version
    order = Order(request, acting.agreement_id, version)
    try:
        key = confirmed(acting.request, acting.actor, found.ticket, *_shown(acting, order)) if record else None
        if key:
            return _recorded(acting, order, key)
        [outcome] = acting.system.service.rehearse(acting.actor, [order])
    except Refused as refused:
        outcome = refused
    if isinstance(outcome, Refused):
        return _refused(acting, found, outcome, version)
    return _preview(acting, found, order, outcome, unseen=record)


def _shown(acting: Acting, order: Order) -> tuple[object, ...]:
    """What a preview shows: the request on an agreement as it stands."""
    return acting.about, order.request.model_dump(mode="json"), order.on_version


def _recorded(acting: Acting, order: Order, key: str) -> Response:
    receipt = acting.system.service.act_together(acting.actor, [order], key=key, trace=trace_of(acting.request))
    acting.system.unfinished.forget(acting.actor.person, acting.about)
    where = f"/vereinbarungen/{acting.agreement_id}/verlauf/{receipt.version}"
    return RedirectResponse(f"{where}?festgehalten={'schon' if receipt.repeated else 'ja'}", 303)


def _refused(acting: Acting, found: Sent, refused: Refused, version: int) -> Response:
    """The form again, with the rule's sentence; what somebody else recorded in between is shown, nothing is lost."""
    overtaken = any(finding.rule in OVERTAKING for finding in refused.findings)
    between = tuple(record for record in acting.case.records if record.version > version) if overtaken else ()
    return _form(acting, found.typed, {}, status=409, refused=refused, between=between)


def _preview(acting: Acting, found: Sent, order: Order, draft: Draft, *, unseen: bool) -> Response:
    return page(
        acting.request,
        "act_preview.html",
        **_about(acting),
        draft=draft,
        told=described(draft.fact, naming(acting.case)),
        changed=differences(acting.case.agreement.terms, draft.fact.terms) if hasattr(draft.fact, "terms") else (),
        **effects(acting.system, acting.actor, acting.case, draft),
        pairs=found.pairs,
        version=order.on_version,
        key=ticket(acting.request, acting.actor, *_shown(acting, order)),
        unseen=unseen,
    )


def _form(
    acting: Acting,
    typed: Typed,
    errors: Mapping[str, str],
    *,
    status: int = 200,
    add: str = "",
    new: bool = False,
    open_: str = "",
    kept: bool = False,
    refused: Refused | None = None,
    between: tuple[Any, ...] = (),
) -> Response:
    drawing = acting.drawn(typed, errors, add=add, new=new, open_=open_)
    fields: tuple[Field, ...] = drawing.fields()
    return page(
        acting.request,
        "act.html",
        status,
        **_about(acting),
        fields=fields,
        lacking=[one.label for one in fields if one.required and one.chosen and not one.choices],
        elsewhere=drawing.elsewhere,
        carried=drawing.carried,
        drawn=drawing.drawn,
        wrong=bool(errors),
        findings=refused.findings if refused else (),
        between=between,
        kept=kept,
        version=acting.case.agreement.version,
    )


def _about(acting: Acting) -> dict[str, Any]:
    agreement = acting.case.agreement
    return {
        "act": acting.act,
        "title": acting.act.title,
        "agreement": agreement,
        "county": county_of(agreement),
        "action": f"/vereinbarungen/{agreement.id}/handlungen/{path_of(acting.act)}",
        "back": f"/vereinbarungen/{agreement.id}",
    }
