"""Papers over HTTP: as PDF, as a text document to edit, many at once, and everything for the electronic file."""

from collections.abc import Iterable
from datetime import time
from typing import Annotated

from fastapi import APIRouter, Depends, Path, Query, Request
from fastapi.responses import JSONResponse, Response

from domain.values import Frozen, Sha256, Text
from interfaces.http.access import GuardedRoute
from interfaces.http.authentication import asked_by
from interfaces.http.conditional import marks, unchanged
from interfaces.http.described import gives
from interfaces.http.json import represented
from interfaces.http.parameters import SLUG, AgreementPath, IfNoneMatch, KnownAt, ReportMonth, TheActor, TheSystem
from interfaces.http.shares import MadeInTurn
from interfaces.papers.electronic_file import electronic_file
from interfaces.papers.kinds import PaperName
from interfaces.papers.many import Papers, Wanted
from interfaces.papers.sources import CLOCK, Papered
from interfaces.papers.written import FORMATS, Ending, written

router = APIRouter(route_class=GuardedRoute, tags=["papers"])
ZIP = "application/zip"
BINARY = {"type": "string", "format": "binary"}
HEADERS = ("Content-Disposition", "ETag", "Repr-Digest")

KindPath = Annotated[PaperName, Path(description="Which paper.")]
About = Annotated[
    str | None,
    Query(pattern=SLUG, description="The dialog's id, or the number of the entry of an audit extract."),
]

Place = Annotated[
    Text | None,
    Query(max_length=200, description="Where the dialog takes place, for its invitation."),
]
Begins = Annotated[
    str | None,
    Query(
        pattern=CLOCK,
        description="When the dialog begins by the clock in Germany, for its invitation.",
        openapi_examples={"time": {"value": "10:00"}},
    ),
]


class PaperDigest(Frozen):
    """A paper's hash, by which it can be recorded as a document and by which minutes are confirmed."""

    title: str
    """The paper's title."""
    sha256: Sha256
    media_type: str
    """The media type of what was hashed."""
    software: str
    """The version of the sources that printed it; another one may print other bytes."""


def asked(
    system: TheSystem,
    actor: TheActor,
    agreement_id: AgreementPath,
    about: About = None,
    month: ReportMonth = None,
    known_at: KnownAt = None,
    place: Place = None,
    begins: Begins = None,
) -> Papered:
    """The agreement a paper is about."""
    begin = time.fromisoformat(begins) if begins else None
    return Papered(system, actor, agreement_id, known_at, about, month, place, begin)


Asked = Annotated[Papered, Depends(asked)]


@router.get(
    "/agreements/{agreement_id}/papers/{kind}",
    operation_id="read_paper",
    summary="Papier als PDF",
    response_class=Response,
    responses=gives(None, says="The paper.", media_type=FORMATS["pdf"].media_type, schema=BINARY, headers=HEADERS),
)
def read_paper(request: Request, of: Asked, kind: KindPath, if_none_match: IfNoneMatch = None) -> Response:
    """A paper about an agreement, PDF/UA-1 and PDF/A-3 with its data attached; asked again, the same bytes."""
    return answered(request, of, kind, "pdf", if_none_match)


@router.get(
    "/agreements/{agreement_id}/papers/{kind}/document",
    operation_id="read_paper_document",
    summary="Papier zum Bearbeiten",
    response_class=Response,
    responses=gives(None, says="The paper.", media_type=FORMATS["docx"].media_type, schema=BINARY, headers=HEADERS),
)
def read_paper_document(request: Request, of: Asked, kind: KindPath, if_none_match: IfNoneMatch = None) -> Response:
    """The same as DOCX, to be edited."""
    return answered(request, of, kind, "docx", if_none_match)


@router.get(
    "/agreements/{agreement_id}/papers/{kind}/digest",
    operation_id="read_paper_digest",
    summary="Prüfsumme eines Papiers",
    responses=gives(PaperDigest),
)
def read_paper_digest(of: Asked, kind: KindPath) -> Response:
    """The SHA-256 of the PDF: of minutes, the one that confirm-minutes takes."""
    paper = written(kind, of)
    found = PaperDigest(
        title=paper.title,
        sha256=paper.sha256,
        media_type=paper.media_type,
        software=of.state.software,
    )
    return JSONResponse(represented(found))


@router.get(
    "/agreements/{agreement_id}/electronic-file",
    operation_id="read_electronic_file",
    summary="Übergabe an die elektronische Akte",
    response_class=Response,
    responses=gives(None, says="The papers as ZIP.", media_type=ZIP, schema=BINARY, headers=("Content-Disposition",)),
)
def read_electronic_file(
    request: Request, system: TheSystem, actor: TheActor, agreement_id: AgreementPath, known_at: KnownAt = None
) -> Response:
    """Every paper, the evidence bundle and a list with hashes, as one ZIP."""
    pieces = electronic_file(Papered(system, actor, agreement_id, known_at))
    exported(request, f"electronic-file {agreement_id}", actor)
    return streamed(request, pieces, f"eakte-{agreement_id}.zip")


@router.get(
    "/papers/{kind}",
    operation_id="export_papers",
    summary="Ein Papier zu jeder Vereinbarung",
    response_class=Response,
    responses=gives(None, says="The papers as ZIP.", media_type=ZIP, schema=BINARY, headers=("Content-Disposition",)),
)
def export_papers(
    request: Request,
    system: TheSystem,
    actor: TheActor,
    kind: KindPath,
    year: Annotated[int, Query(ge=2000, le=2199, description="Agreements of this year.")],
    land: Annotated[
        str, Query(pattern=r"^[0-9]{0,8}$", description="Only counties whose official key (AGS) begins like this.")
    ] = "",
    month: ReportMonth = None,
    known_at: KnownAt = None,
) -> Response:
    """A paper of every agreement of a year that exists for the reader, as one ZIP, written as it is made.

    Where a rule stands against a paper, its list (verzeichnis.json) says which. A broken archive does not open.
    """
    many = Papers(system, actor, Wanted(kind, year, land, known_at, month))
    agreements = many.agreements()
    exported(request, f"papers {kind} {year} {land}".rstrip(), actor)
    return streamed(request, many.archive(agreements), f"{kind}-{year}.zip")


def answered(
    request: Request,
    of: Papered,
    kind: PaperName,
    ending: Ending,
    if_none_match: str | None = None,
    *,
    inline: bool = False,
) -> Response:
    """A paper with its hash, or that the asker has it; every paper given is an export in the security log."""
    paper = written(kind, of, ending)
    same = unchanged(if_none_match, paper.sha256)
    if same:
        return same
    exported(request, f"paper {kind} {of.agreement_id}", of.actor)
    way = "inline" if inline else "attachment"
    said = {"Content-Disposition": f'{way}; filename="{paper.name}"', "Repr-Digest": paper.digest}
    return Response(paper.content, media_type=paper.media_type, headers=marks(paper.sha256) | said)


def exported(request: Request, what: str, actor: TheActor) -> None:
    """Note an export in the security log."""
    request.app.state.door.security_log.exported(what, actor, asked_by(request))


def streamed(request: Request, pieces: Iterable[bytes], name: str) -> Response:
    """A ZIP given as it is written."""
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "private, no-store"}
    return MadeInTurn(request, pieces, headers, ZIP)
