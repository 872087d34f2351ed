"""The papers of an agreement: which there are, and each as PDF or as a text to edit."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Path, Query, Request, Response

from domain.german import german
from domain.record import Actor
from interfaces.german import numbers
from interfaces.http.authentication import asked_by
from interfaces.http.parameters import SLUG
from interfaces.papers.blocks import Paper
from interfaces.papers.calendar import calendar
from interfaces.papers.editable import docx
from interfaces.papers.kinds import KINDS, PaperName
from interfaces.papers.printing import pdf
from interfaces.papers.sources import Papered
from interfaces.web.asking import AgreementPath, TheKnown, TheMonth, TheSystem
from interfaces.web.rendering import page
from interfaces.web.route import PageRoute, TheActor
from interfaces.web.tabs import about

router = APIRouter(route_class=PageRoute, include_in_schema=False)
PDF = "application/pdf"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
ABOUT_PLANNED = frozenset({PaperName.INVITATION})
ABOUT_HELD = frozenset({PaperName.MINUTES, PaperName.NOTE})
KindPath = Annotated[PaperName, Path()]
About = Annotated[str | None, Query(alias="zu", pattern=SLUG)]
Place = Annotated[str, Query(alias="ort", max_length=200)]


@dataclass(frozen=True, slots=True)
class Offer:
    """A paper that can be printed now: what it is about, in words and as asked for."""

    kind: PaperName
    title: str
    says: str
    about: str | None
    of: str


@router.get("/vereinbarungen/{agreement_id}/papiere", operation_id="page_papers")
def show_papers(
    request: Request, system: TheSystem, actor: TheActor, agreement_id: AgreementPath, known: TheKnown
) -> Response:
    """Every paper there can be of this agreement."""
    of = Papered(system, actor, agreement_id, known.at)
    return page(request, "papers.html", **about(of.course, known, "/papiere"), offers=tuple(_offers(of)))


def _offers(of: Papered) -> Iterator[Offer]:
    planned = [one for one in of.dialogs if one.held is None and one.cancelled is None]
    held = [one for one in of.dialogs if one.held]
    for name, kind in KINDS.items():
        if name in ABOUT_PLANNED | ABOUT_HELD:
            for one in planned if name in ABOUT_PLANNED else held:
                day = one.held.held_on if one.held else one.planned_for
                when = f" am {numbers.day(day)}" if day else ""
                yield Offer(kind.name, kind.title, kind.says, one.dialog_id, f"{german(one.kind)}{when}")
        else:
            yield Offer(kind.name, kind.title, kind.says, None, "")


@router.get("/vereinbarungen/{agreement_id}/papiere/{kind}.pdf", operation_id="page_paper")
def give_paper(
    request: Request,
    system: TheSystem,
    actor: TheActor,
    agreement_id: AgreementPath,
    kind: KindPath,
    known: TheKnown,
    month: TheMonth,
    zu: About = None,
) -> Response:
    """A paper as PDF."""
    of = Papered(system, actor, agreement_id, known.at, zu, month)
    return _given(request, actor, of, kind, pdf, PDF, "pdf")


@router.get("/vereinbarungen/{agreement_id}/papiere/{kind}.docx", operation_id="page_paper_document")
def give_document(
    request: Request,
    system: TheSystem,
    actor: TheActor,
    agreement_id: AgreementPath,
    kind: KindPath,
    known: TheKnown,
    month: TheMonth,
    zu: About = None,
) -> Response:
    """The same to edit."""
    of = Papered(system, actor, agreement_id, known.at, zu, month)
    return _given(request, actor, of, kind, docx, DOCX, "docx")


@router.get("/vereinbarungen/{agreement_id}/papiere/termin.ics", operation_id="page_appointment")
def give_appointment(
    system: TheSystem, actor: TheActor, agreement_id: AgreementPath, zu: About = None, ort: Place = ""
) -> Response:
    """A planned dialog for calendars."""
    content = calendar(Papered(system, actor, agreement_id, about=zu, place=ort or None))
    headers = {"Content-Disposition": f'attachment; filename="zieldialog-{agreement_id}.ics"'}
    return Response(content, media_type="text/calendar", headers=headers)


def _given(
    request: Request,
    actor: Actor,
    of: Papered,
    kind: PaperName,
    write: Callable[[Paper], bytes],
    media_type: str,
    ending: str,
) -> Response:
    content = write(KINDS[kind].make(of))
    request.app.state.door.security_log.exported(f"paper {kind} {of.agreement_id}", actor, asked_by(request))
    headers = {"Content-Disposition": f'inline; filename="{kind}-{of.agreement_id}.{ending}"'}
    return Response(content, media_type=media_type, headers=headers)
