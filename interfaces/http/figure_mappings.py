"""Mappings for files of figures in other layouts: which there are, and laying one down."""

from fastapi import APIRouter, Request
from fastapi.responses import JSONResponse, Response
from pydantic import Field
from starlette.concurrency import run_in_threadpool

from application.figure_files.mapping.known import known
from application.figure_files.mapping.model import LONGEST
from domain.acts.figure_files import KeepMapping
from domain.facts.figure_files import MappingName
from domain.values import Frozen, Sha256, Text
from interfaces.http.access import GuardedRoute
from interfaces.http.acts import Entered, answered, entry
from interfaces.http.bodies import body_of
from interfaces.http.described import accepts, gives
from interfaces.http.json import represented
from interfaces.http.parameters import IdempotencyKey, TheActor, TheSystem
from interfaces.http.tracing import trace_of

router = APIRouter(route_class=GuardedRoute, prefix="/figure-mappings", tags=["figures"])


class KnownMapping(Frozen):
    """A mapping as it holds now: its TOML text by lines, and the hash of those lines, each ended by a line feed."""

    name: MappingName
    title: str
    source: str
    sha256: Sha256
    lines: tuple[str, ...]


class Mappings(Frozen):
    """Every mapping, by name."""

    items: tuple[KnownMapping, ...]


class MappingWish(Frozen):
    """The TOML text of a mapping, and why it is kept."""

    text: str = Field(min_length=1, max_length=LONGEST)
    reason: Text | None = None


@router.get("", operation_id="list_mappings", summary="Zuordnungen", responses=gives(Mappings))
def list_mappings(system: TheSystem) -> Response:
    """The mappings that come with the service and those kept since, each in the version that holds."""
    found = tuple(
        KnownMapping(
            name=one.mapping.name,
            title=one.mapping.title,
            source=one.mapping.source,
            sha256=one.sha256,
            lines=one.lines,
        )
        for one in known(system.journal).values()
    )
    return JSONResponse(represented(Mappings(items=found)))


@router.post(
    "",
    operation_id="keep_mapping",
    summary=KeepMapping.title,
    status_code=201,
    responses=gives(Entered, status=201, headers=("Idempotent-Replayed",)),
    openapi_extra=accepts(MappingWish),
)
async def keep_mapping(
    request: Request, system: TheSystem, actor: TheActor, idempotency_key: IdempotencyKey = None
) -> Response:
    """Lay a mapping down; under its name the last one holds."""
    wish = await body_of(request, MappingWish)

    def kept() -> Response:
        receipt = system.files.keep(actor, wish.text, reason=wish.reason, key=idempotency_key, trace=trace_of(request))
        return answered(Entered(**entry(system, receipt.records[0])), receipt, {})

    return await run_in_threadpool(kept)
