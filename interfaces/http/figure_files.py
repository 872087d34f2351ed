"""Files of figures: check, deliver, read, release, reject; each act is about every agreement in the file."""

import re
from collections.abc import AsyncIterator, Callable, Coroutine, Iterator, Mapping
from contextlib import asynccontextmanager, contextmanager
from datetime import date
from tempfile import TemporaryFile
from types import MappingProxyType
from typing import IO, Annotated, Any

from fastapi import APIRouter, Depends, Path, Query, Request
from fastapi.responses import JSONResponse, Response
from pydantic import AfterValidator
from pydantic_core import PydanticCustomError
from starlette.concurrency import run_in_threadpool

from application.acting.orders import Receipt
from application.figure_files.delivered import DeliveredFile
from application.figure_files.deliveries import FileDeliveries
from application.figure_files.dry_run import DryRun, Saying
from application.figure_files.ports import TakenFile, Unreadable
from application.figure_files.preview import FileReading
from domain.acts.figure_files import DeliverFigureFile, RejectFigureFile, ReleaseFigureFile
from domain.facts import FigureFileDelivered, FigureFileRejected, FigureFileReleased
from domain.facts.figures import Cause
from domain.record import Actor
from domain.rulebook.figures import FILE_UNREADABLE
from domain.values import FileId, Frozen, Text
from interfaces.bootstrap import FILES, System
from interfaces.http.access import GuardedRoute, operation_of
from interfaces.http.acts import Entered, answered, entry
from interfaces.http.bodies import body_of
from interfaces.http.conditional import preview_matched, tagged
from interfaces.http.described import accepts, gives
from interfaces.http.json import represented
from interfaces.http.paging import Page, Turned
from interfaces.http.parameters import MONTH, IdempotencyKey, IfNoneMatch, IfPreviewMatch, TheActor, TheSystem
from interfaces.http.problems import Trouble
from interfaces.http.shares import Lanes
from interfaces.http.tracing import trace_of

router = APIRouter(route_class=GuardedRoute, prefix="/figure-files", tags=["figures"])
BYTES = "application/octet-stream"
_UPLOAD = {
    "requestBody": {"required": True, "content": {BYTES: {"schema": {"type": "string", "format": "binary"}}}},
}
NAME = r"^[^\x00-\x1f\x7f/\\]{1,195}\.([cC][sS][vV]|[xX][lL][sS][xX]|[oO][dD][sS])$"


def _a_file_name(name: str) -> str:
    if not re.fullmatch(NAME, name):
        raise PydanticCustomError("file_name", "Erwartet wird ein Dateiname mit der Endung .csv, .xlsx oder .ods.")
    return name


FileName = Annotated[
    str,
    AfterValidator(_a_file_name),
    Query(description="The file's name; what it is, its content says.", json_schema_extra={"pattern": NAME}),
]
FilePath = Annotated[str, Path(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60, description="The file's id.")]
SaidWhy = Annotated[Text | None, Query(description="Why, where it needs saying.")]


class FilePage(Page):
    """Files of figures that were delivered, the last one first."""

    items: tuple[DeliveredFile, ...]


class DecisionWish(Frozen):
    """Why a file is released or rejected; a rejection needs it."""

    reason: Text | None = None


class FileRecorded(Entered):
    """What was recorded about a file: its own entry, and how many deliveries and agreements went with it.

    The findings are those of all these entries.
    """

    file_id: FileId
    deliveries: int
    agreements: int


def file_recorded(system: System, receipt: Receipt, headers: Mapping[str, str] = MappingProxyType({})) -> Response:
    """201 with what was recorded about a file and about the agreements in it."""
    whole, *parts = receipt.records
    fact = whole.fact
    assert isinstance(fact, FigureFileDelivered | FigureFileReleased | FigureFileRejected), "the file's entry is first"
    findings = tuple(finding for record in receipt.records for finding in record.findings)
    said = FileRecorded(
        **entry(system, whole) | {"findings": findings},
        file_id=fact.file_id,
        deliveries=len(parts),
        agreements=len({record.stream_id for record in parts}),
    )
    return answered(said, receipt, headers)


def said(
    cause: Annotated[Cause | None, Query(description="Why load states that count already come again.")] = None,
    revision: Annotated[
        str, Query(pattern=r"^[a-z0-9.-]{1,30}$", description="Revision of the statistic.")
    ] = "original",
    year: Annotated[int | None, Query(ge=2011, le=2099, description="Only for agreements of this year.")] = None,
    jump_percent: Annotated[int, Query(ge=1, le=1000, description="From which change on a figure is warned of.")] = 25,
    note: Annotated[Text | None, Query(description="Stays with every load.")] = None,
    mapping: Annotated[
        str | None, Query(pattern=r"^[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?$", description="Read the file by this mapping.")
    ] = None,
    carrier: Annotated[
        str | None, Query(pattern=r"^[0-9]{2}([0-9]{3}([0-9]{3})?)?$", description="AGS, where nothing else says it.")
    ] = None,
    month: Annotated[str | None, Query(pattern=MONTH, description="The figures' month, likewise.")] = None,
    months_waited: Annotated[int | None, Query(ge=0, le=24, description="Months waited, likewise.")] = None,
    loaded_on: Annotated[date | None, Query(description="Day of loading, likewise.")] = None,
) -> Saying:
    """Statements with a file."""
    return Saying(
        cause=cause,
        revision=revision,
        year=year,
        jump_percent=jump_percent,
        note=note,
        mapping=mapping,
        carrier=carrier,
        month=month,
        waited=months_waited,
        loaded_on=loaded_on,
    )


Said = Annotated[Saying, Depends(said)]


@contextmanager
def taken(content: IO[bytes], name: str) -> Iterator[TakenFile]:
    """The uploaded file; refuses one that cannot be read."""
    try:
        with FILES.taken(content, name) as file:
            yield file
    except Unreadable as why:
        FILE_UNREADABLE.refuse(why=why.reason)


@asynccontextmanager
async def uploaded(request: Request, actor: Actor) -> AsyncIterator[IO[bytes]]:
    """The body as a file on disk; 415 unless it is sent as bytes, 429 when the actor sends too many at once."""
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != BYTES:
        raise Trouble("not-bytes")
    with request.app.state.uploads.held(actor.person), TemporaryFile(prefix="zielsteuerung-") as content:
        async for part in request.stream():
            content.write(part)
        content.seek(0)
        yield content


async def read_in_turn(request: Request, read: Callable[[], Response]) -> Response:
    """Read a file, a few at a time and one of each person; each may take a gigabyte of memory."""
    lanes: Lanes = request.app.state.files
    return await lanes.in_turn(request.state.actor.person, read)


@router.post(
    "/checks",
    operation_id="check_figure_file",
    summary="Datei prüfen",
    responses=gives(DryRun),
    openapi_extra=_UPLOAD,
)
async def check_figure_file(
    request: Request, system: TheSystem, actor: TheActor, name: FileName, saying: Said
) -> Response:
    """A dry run: every problem with row and column, and what the file would change; nothing is recorded."""
    async with uploaded(request, actor) as content:

        def checked() -> Response:
            with taken(content, name) as file:
                return JSONResponse(represented(system.files.check(actor, file, saying)))

        return await read_in_turn(request, checked)


@router.post(
    "",
    operation_id="deliver_figure_file",
    summary=DeliverFigureFile.title,
    status_code=201,
    responses=gives(FileRecorded, status=201, headers=("Location", "Idempotent-Replayed")),
    openapi_extra=_UPLOAD,
)
async def deliver_figure_file(
    request: Request,
    system: TheSystem,
    actor: TheActor,
    name: FileName,
    dry_run: Annotated[str, Query(pattern=r"^[0-9a-f]{16}-[0-9a-f]{16}$", description="The id of the file's check.")],
    saying: Said,
    reason: SaidWhy = None,
    idempotency_key: IdempotencyKey = None,
) -> Response:
    """Record a checked file for every agreement in it, or for none."""
    async with uploaded(request, actor) as content:

        def delivered() -> Response:
            with taken(content, name) as file:
                receipt = system.files.deliver(
                    actor, file, dry_run, saying, reason=reason, key=idempotency_key, trace=trace_of(request)
                )
            fact: Any = receipt.records[0].fact
            return file_recorded(system, receipt, {"Location": f"/api/v1/figure-files/{fact.file_id}"})

        return await read_in_turn(request, delivered)


@router.get(
    "",
    operation_id="list_figure_files",
    summary="Gelieferte Dateien",
    responses=gives(FilePage, headers=("ETag", "Link")),
)
def list_figure_files(system: TheSystem, actor: TheActor, turned: Turned) -> Response:
    """Every delivered file the reader may see, without its parts."""
    files = system.delivered_files
    return turned.answer(FilePage, files, lambda at: files.seen(actor, at=at))


@router.get(
    "/{file_id}",
    operation_id="read_figure_file",
    summary="Eine gelieferte Datei",
    responses=gives(FileReading, headers=("ETag",)),
)
def read_figure_file(
    system: TheSystem, actor: TheActor, file_id: FilePath, if_none_match: IfNoneMatch = None
) -> Response:
    """One file: what it was warned of, which earlier loads differ, and which lines its release changes.

    A decision about the file names the ETag of this preview; it holds as long as all that is shown here stays the same.
    """
    found = system.files.read(actor, file_id)
    return tagged(if_none_match, found.preview, represented(found))


def _deciding(decide: Callable[..., Receipt]) -> Callable[..., Coroutine[Any, Any, Response]]:
    async def act(
        request: Request,
        system: TheSystem,
        actor: TheActor,
        file_id: FilePath,
        if_match: IfPreviewMatch = None,
        idempotency_key: IdempotencyKey = None,
    ) -> Response:
        preview = preview_matched(if_match)
        wish = await body_of(request, DecisionWish)

        def decided() -> Response:
            receipt = decide(
                system.files,
                actor,
                file_id,
                preview,
                reason=wish.reason,
                key=idempotency_key,
                trace=trace_of(request),
            )
            return file_recorded(system, receipt)

        return await run_in_threadpool(decided)

    return act


for _path, _asked, _decide in (
    ("release", ReleaseFigureFile, FileDeliveries.release),
    ("rejection", RejectFigureFile, FileDeliveries.reject),
):
    router.add_api_route(
        f"/{{file_id}}/{_path}",
        _deciding(_decide),
        methods=["POST"],
        operation_id=operation_of(_asked),
        summary=_asked.title,
        description=_decide.__doc__,
        status_code=201,
        responses=gives(FileRecorded, status=201, headers=("Idempotent-Replayed",)),
        openapi_extra=accepts(DecisionWish),
    )
