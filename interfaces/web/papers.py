"""The papers of an agreement: which there are, each as PDF or as a text to edit, and all at once."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import time
from typing import Annotated

from fastapi import APIRouter, Depends, Path, Query, Request, Response
from pydantic import BeforeValidator, StringConstraints

from domain.german import german
from domain.values import Text
from interfaces.german import numbers
from interfaces.http.papers import answered, exported, streamed
from interfaces.http.parameters import SLUG
from interfaces.papers.calendar import calendar
from interfaces.papers.electronic_file import electronic_file
from interfaces.papers.kinds import KINDS, PaperName
from interfaces.papers.many import Papers, Wanted
from interfaces.papers.sources import CLOCK, Papered
from interfaces.papers.written import Ending
from interfaces.web.asking import AgreementPath, TheKnown, TheMonth, TheSystem
from interfaces.web.rendering import page
from interfaces.web.route import PageRoute, TheActor
from interfaces.web.tabs import about

router = APIRouter(route_class=PageRoute, include_in_schema=False)
ABOUT_PLANNED = frozenset({PaperName.INVITATION})
ABOUT_HELD = frozenset({PaperName.MINUTES, PaperName.NOTE})
KindPath = Annotated[PaperName, Path()]
About = Annotated[str | None, Query(alias="zu", pattern=SLUG)]
Place = Annotated[
    Annotated[Text, StringConstraints(max_length=200)] | None,
    BeforeValidator(lambda said: said.strip() or None),
    Query(alias="ort"),
]
Begins = Annotated[str, Query(alias="beginn", pattern=f"^$|{CLOCK}")]


@dataclass(frozen=True, slots=True)
class Offer:
    """A paper that can be printed now: what it is about, in words and as asked for."""

    kind: PaperName
    title: str
    says: str
    about: str | None
    of: str


def asked(
    system: TheSystem,
    actor: TheActor,
    agreement_id: AgreementPath,
    known: TheKnown,
    month: TheMonth,
    zu: About = None,
    ort: Place = None,
    beginn: Begins = "",
) -> Papered:
    """The agreement a paper is about."""
    begin = time.fromisoformat(beginn) if beginn else None
    return Papered(system, actor, agreement_id, known.at, zu, month, ort, begin)


Asked = Annotated[Papered, Depends(asked)]


@router.get("/vereinbarungen/{agreement_id}/papiere", operation_id="page_papers")
def show_papers(request: Request, of: Asked, known: TheKnown) -> Response:
    """Every paper there can be of this agreement."""
    return page(request, "papers.html", **about(of.course, known, "/papiere"), offers=tuple(_offers(of)))


def _offers(of: Papered) -> Iterator[Offer]:
    planned = [one for one in of.dialogs if one.planned_for and one.held is None and one.cancelled is None]
    held = [one for one in of.dialogs if one.held]
    for name, kind in KINDS.items():
        if name in ABOUT_PLANNED | ABOUT_HELD:
            for one in planned if name in ABOUT_PLANNED else held:
                day = one.held.held_on if one.held else one.planned_for
                when = f" am {numbers.day(day)}" if day else ""
                yield Offer(kind.name, kind.title, kind.says, one.dialog_id, f"{german(one.kind)}{when}")
        else:
            yield Offer(kind.name, kind.title, kind.says, None, "")


@router.get("/vereinbarungen/{agreement_id}/papiere/termin.ics", operation_id="page_appointment")
def give_appointment(of: Asked) -> Response:
    """A planned dialog for calendars."""
    headers = {"Content-Disposition": f'attachment; filename="zieldialog-{of.agreement_id}.ics"'}
    return Response(calendar(of), media_type="text/calendar", headers=headers)


@router.get("/vereinbarungen/{agreement_id}/papiere/eakte.zip", operation_id="page_electronic_file")
def give_electronic_file(request: Request, of: Asked) -> Response:
    """Everything for the electronic file."""
    pieces = electronic_file(of)
    exported(request, f"electronic-file {of.agreement_id}", of.actor)
    return streamed(request, pieces, f"eakte-{of.agreement_id}.zip")


@router.get("/vereinbarungen/{agreement_id}/papiere/{kind}.{paper_format}", operation_id="page_paper")
def give_paper(request: Request, of: Asked, kind: KindPath, paper_format: Annotated[Ending, Path()]) -> Response:
    """A paper as PDF, or to edit."""
    return answered(request, of, kind, paper_format, inline=True)


@router.get("/papiere/{kind}.zip", operation_id="page_many_papers")
def give_many(
    request: Request,
    system: TheSystem,
    actor: TheActor,
    kind: KindPath,
    jahr: Annotated[int | None, Query(ge=2000, le=2199)] = None,
) -> Response:
    """A paper of every agreement of a year, by default of this one, that the reader sees."""
    jahr = jahr or system.service.today().year
    many = Papers(system, actor, Wanted(kind, jahr))
    agreements = many.agreements()
    exported(request, f"papers {kind} {jahr}", actor)
    return streamed(request, many.archive(agreements), f"{kind}-{jahr}.zip")
