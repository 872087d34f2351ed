"""Every request to act, one POST each: the body is the request, the answer what was recorded."""

from collections.abc import Callable, Coroutine, Mapping
from datetime import date
from typing import Any
from uuid import UUID

from fastapi import APIRouter, Request
from fastapi.responses import JSONResponse, Response
from starlette.concurrency import run_in_threadpool

from application.acting.orders import Receipt
from domain.acts import DECISIONS
from domain.record import Record
from domain.record import Request as Asked
from domain.rules import Finding
from domain.values import AgreementId, Frozen, Instant, Sha256
from interfaces.bootstrap import System
from interfaces.http.access import GuardedRoute, operation_of, path_of
from interfaces.http.bodies import body_of
from interfaces.http.conditional import etag, version_matched
from interfaces.http.described import accepts, gives
from interfaces.http.json import represented
from interfaces.http.parameters import AgreementPath, IdempotencyKey, IfMatch, TheActor, TheSystem
from interfaces.http.tracing import trace_of

PROOFS = "/api/v1/audit/proofs"
router = APIRouter(route_class=GuardedRoute)


class Entered(Frozen):
    """An entry of the log that an act made, and the address of its proof."""

    version: int
    position: int
    event_id: UUID
    type: str
    title: str
    occurred_on: date
    recorded_at: Instant
    findings: tuple[Finding, ...]
    leaf_hash: Sha256
    proof: str


class Recorded(Entered):
    """The records of an act, their positions in the log, and the addresses of their proofs."""

    agreement_id: AgreementId


def entry(system: System, record: Record) -> dict[str, Any]:
    """Fields of every entry made."""
    return {
        "version": record.version,
        "position": record.position,
        "event_id": record.event_id,
        "type": type(record.fact).__name__,
        "title": record.fact.title,
        "occurred_on": record.occurred_on,
        "recorded_at": record.recorded_at,
        "findings": record.findings,
        "leaf_hash": system.journal.leaf_hashes([record.position])[record.position],
        "proof": f"{PROOFS}/{record.position}",
    }


def recorded(system: System, receipt: Receipt) -> Response:
    """201 with what was recorded; the same answer again when the act is repeated under its key."""
    record = receipt.records[0]
    said = Recorded(**entry(system, record), agreement_id=record.stream_id)
    return answered(said, receipt, {"ETag": etag(record.version)})


def answered(said: Entered, receipt: Receipt, headers: Mapping[str, str]) -> Response:
    """201 with these headers, and with the mark of a repeated act."""
    replayed = {"Idempotent-Replayed": "true"} if receipt.repeated else {}
    return JSONResponse(represented(said), 201, {**headers, **replayed})


Acting = Callable[..., Coroutine[Any, Any, Response]]


def _acting(asked: type[Asked]) -> Acting:
    async def act(
        request: Request,
        system: TheSystem,
        actor: TheActor,
        agreement_id: AgreementPath,
        if_match: IfMatch = None,
        idempotency_key: IdempotencyKey = None,
    ) -> Response:
        version = version_matched(if_match)
        wish = await body_of(request, asked)

        def decided() -> Response:
            receipt = system.service.act(
                actor, wish, agreement_id, on_version=version, key=idempotency_key, trace=trace_of(request)
            )
            return recorded(system, receipt)

        return await run_in_threadpool(decided)

    return act


for _asked in DECISIONS:
    router.add_api_route(
        f"/agreements/{{agreement_id}}/acts/{path_of(_asked)}",
        _acting(_asked),
        methods=["POST"],
        operation_id=operation_of(_asked),
        summary=_asked.title,
        description=_asked.__doc__,
        tags=["acts"],
        status_code=201,
        responses=gives(Recorded, status=201, headers=("ETag", "Idempotent-Replayed")),
        openapi_extra=accepts(_asked),
    )
