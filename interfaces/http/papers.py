"""Papers over HTTP: as PDF, and as a text document to edit."""

import hashlib
from collections.abc import Callable
from typing import Annotated

from fastapi import APIRouter, Path, Query, Request
from fastapi.responses import Response

from domain.record import Actor
from interfaces.http.access import GuardedRoute
from interfaces.http.authentication import asked_by
from interfaces.http.conditional import etag, unchanged
from interfaces.http.described import gives
from interfaces.http.parameters import MONTH, SLUG, AgreementPath, IfNoneMatch, KnownAt, TheActor, TheSystem
from interfaces.papers.blocks import Paper
from interfaces.papers.editable import docx
from interfaces.papers.kinds import KINDS, PaperName
from interfaces.papers.printing import pdf
from interfaces.papers.sources import Papered

router = APIRouter(route_class=GuardedRoute, tags=["papers"])
PDF = "application/pdf"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
BINARY = {"type": "string", "format": "binary"}
HEADERS = ("Content-Disposition", "ETag")

KindPath = Annotated[PaperName, Path(description="Which paper.")]
About = Annotated[
    str | None,
    Query(pattern=SLUG, description="The dialog's id, or the number of the entry of an audit extract."),
]
ReportMonth = Annotated[str | None, Query(pattern=MONTH, description="Report month; without it the last one loaded.")]


@router.get(
    "/agreements/{agreement_id}/papers/{kind}",
    operation_id="read_paper",
    summary="Papier als PDF",
    response_class=Response,
    responses=gives(None, media_type=PDF, schema=BINARY, headers=HEADERS),
)
def read_paper(
    request: Request,
    system: TheSystem,
    actor: TheActor,
    agreement_id: AgreementPath,
    kind: KindPath,
    about: About = None,
    month: ReportMonth = None,
    known_at: KnownAt = None,
    if_none_match: IfNoneMatch = None,
) -> Response:
    """A paper about an agreement, PDF/UA-1 and PDF/A-3 with its data attached; asked again, the same bytes."""
    of = Papered(system, actor, agreement_id, known_at, about, month)
    return _written(request, actor, of, kind, pdf, PDF, "pdf", if_none_match)


@router.get(
    "/agreements/{agreement_id}/papers/{kind}/document",
    operation_id="read_paper_document",
    summary="Papier zum Bearbeiten",
    response_class=Response,
    responses=gives(None, media_type=DOCX, schema=BINARY, headers=HEADERS),
)
def read_paper_document(
    request: Request,
    system: TheSystem,
    actor: TheActor,
    agreement_id: AgreementPath,
    kind: KindPath,
    about: About = None,
    month: ReportMonth = None,
    known_at: KnownAt = None,
    if_none_match: IfNoneMatch = None,
) -> Response:
    """The same as DOCX, to be edited."""
    of = Papered(system, actor, agreement_id, known_at, about, month)
    return _written(request, actor, of, kind, docx, DOCX, "docx", if_none_match)


def _written(
    request: Request,
    actor: Actor,
    of: Papered,
    kind: PaperName,
    write: Callable[[Paper], bytes],
    media_type: str,
    ending: str,
    if_none_match: str | None,
) -> Response:
    content = write(KINDS[kind].make(of))
    digest = hashlib.sha256(content).hexdigest()
    same = unchanged(if_none_match, digest)
    if same:
        return same
    request.app.state.door.security_log.exported(f"paper {kind} {of.agreement_id}", actor, asked_by(request))
    headers = {
        "Content-Disposition": f'attachment; filename="{kind}-{of.agreement_id}.{ending}"',
        "ETag": etag(digest),
        "Cache-Control": "private, no-cache",
    }
    return Response(content, media_type=media_type, headers=headers)
