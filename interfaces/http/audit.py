"""For auditors and witnesses: checkpoints, keys, proofs, evidence bundles, and the last verification."""

from base64 import b64encode
from typing import Annotated

from fastapi import APIRouter, Path, Query, Request
from fastapi.responses import JSONResponse, PlainTextResponse, Response
from pydantic import Field
from starlette.concurrency import run_in_threadpool

from application.acting.register_requests import IntroduceKey
from application.proofs.bundle import base64_texts
from application.proofs.ports import Kept, Occasion
from application.proofs.signed_note import Unreadable
from application.reading.visibility import sees_everything
from domain.record import Role
from domain.rulebook.proofs import NO_SUCH_CHECKPOINT
from domain.values import AgreementId, Frozen, Instant, Text
from interfaces.http.access import GuardedRoute
from interfaces.http.acts import Recorded, recorded
from interfaces.http.authentication import asked_by
from interfaces.http.bodies import body_of
from interfaces.http.described import accepts, gives
from interfaces.http.json import represented
from interfaces.http.parameters import IdempotencyKey, TheActor, TheSystem
from interfaces.http.problems import Trouble
from interfaces.http.shares import MadeInTurn
from interfaces.http.tracing import trace_of

router = APIRouter(route_class=GuardedRoute, prefix="/audit", tags=["audit"])
NOTE = "text/plain"
BUNDLE = "application/octet-stream"
_TEXT = {"type": "string"}
_NOTE = gives(None, says="The signed note of the checkpoint, as text (C2SP).", media_type=NOTE, schema=_TEXT)
SizePath = Annotated[int, Path(ge=1, le=2**53 - 1, description="Over how many entries the checkpoint is.")]
Position = Annotated[int, Path(ge=1, le=2**53 - 1, description="The entry's position in the log, from 1.")]
Size = Annotated[int | None, Query(ge=1, le=2**53 - 1, description="In the log of so many entries; else of today's.")]


class CheckpointEntry(Frozen):
    """A checkpoint: the signed note over so many entries, when and why it was made."""

    size: int
    made_at: Instant
    occasion: Occasion
    note: str


class CheckpointList(Frozen):
    """Every checkpoint, by size."""

    items: tuple[CheckpointEntry, ...]


class KeyList(Frozen):
    """The public keys (vkey of C2SP signed notes) that have signed checkpoints, the oldest first."""

    items: tuple[str, ...]


class InclusionProof(Frozen):
    """Proof that an entry stands in the log of so many entries (RFC 9162 § 2.1.3); hashes in Base64."""

    position: int
    tree_size: int
    leaf: str
    root: str
    proof: tuple[str, ...]


class ConsistencyProof(Frozen):
    """Proof that the log of the second size continues the one of the first (RFC 9162 § 2.1.4); hashes in Base64."""

    first: int
    second: int
    first_root: str
    root: str
    proof: tuple[str, ...]


class BundleWish(Frozen):
    """The content of a bundle: an agreement or, with null, the whole log; and the notes it is to continue."""

    agreement_id: AgreementId | None = None
    since: tuple[Annotated[str, Field(min_length=1, max_length=4000)], ...] = Field(default=(), max_length=20)
    size: int | None = Field(default=None, ge=1, le=2**53 - 1, strict=True)


class KeyWish(Frozen):
    """Why the signing key is replaced; `lost` says that the old one is gone and cannot sign any more."""

    reason: Text
    lost: bool = Field(default=False, strict=True)


class LastVerified(Frozen):
    """The result of the last verification of the whole database; all null before the first.

    `says` names entries of any agreement, so it is null for those who do not see everything.
    """

    at: Instant | None
    size: int | None
    sound: bool | None
    says: str | None


def _entry(kept: Kept) -> CheckpointEntry:
    return CheckpointEntry(size=kept.size, made_at=kept.made_at, occasion=kept.occasion, note=kept.note)


@router.get("/checkpoints", operation_id="list_checkpoints", summary="Prüfpunkte", responses=gives(CheckpointList))
def list_checkpoints(system: TheSystem) -> Response:
    """Every checkpoint that was made."""
    kept = system.audit.checkpoints.book.kept()
    return JSONResponse(represented(CheckpointList(items=tuple(map(_entry, kept)))))


@router.post(
    "/checkpoints",
    operation_id="make_checkpoint",
    summary="Prüfpunkt machen",
    status_code=201,
    responses=gives(CheckpointEntry, status=201),
)
def make_checkpoint(system: TheSystem) -> Response:
    """A checkpoint of all there is now, or the last one when nothing was added."""
    return JSONResponse(represented(_entry(system.audit.checkpoints.make(Occasion.REQUEST))), 201)


@router.get(
    "/checkpoints/latest",
    operation_id="read_latest_checkpoint",
    summary="Letzter Prüfpunkt",
    responses=_NOTE | {404: {"$ref": "#/components/responses/Problem404"}},
)
def read_latest_checkpoint(system: TheSystem) -> Response:
    """The last checkpoint as a signed note."""
    return _note(system.audit.checkpoints.book.latest(), 0)


@router.get(
    "/checkpoints/{size}",
    operation_id="read_checkpoint",
    summary="Ein Prüfpunkt",
    responses=_NOTE,
)
def read_checkpoint(system: TheSystem, size: SizePath) -> Response:
    """The checkpoint over so many entries as a signed note."""
    return _note(system.audit.checkpoints.book.at(size), size)


def _note(kept: Kept | None, size: int) -> Response:
    if kept is None:
        NO_SUCH_CHECKPOINT.refuse(size=size)
    return PlainTextResponse(kept.note)


@router.get("/keys", operation_id="list_keys", summary="Prüfschlüssel", responses=gives(KeyList))
def list_keys(system: TheSystem) -> Response:
    """Every public key the log has had."""
    keys = system.audit.checkpoints.public_keys()
    return JSONResponse(represented(KeyList(items=tuple(map(str, keys)))))


@router.post(
    "/keys",
    operation_id="introduce_key",
    summary=IntroduceKey.title,
    status_code=201,
    responses=gives(Recorded, status=201, headers=("ETag",)),
    openapi_extra=accepts(KeyWish),
)
async def introduce_key(
    request: Request, system: TheSystem, actor: TheActor, idempotency_key: IdempotencyKey = None
) -> Response:
    """Replace the signing key; the next checkpoint is signed with the old and the new one."""
    wish = await body_of(request, KeyWish)

    def rotated() -> Response:
        receipt, _ = system.audit.checkpoints.rotate(
            actor, wish.reason, lost=wish.lost, key=idempotency_key, trace=trace_of(request)
        )
        return recorded(system, receipt)

    return await run_in_threadpool(rotated)


@router.get(
    "/proofs/{position}", operation_id="read_proof", summary="Nachweis eines Eintrags", responses=gives(InclusionProof)
)
def read_proof(system: TheSystem, position: Position, size: Size = None) -> Response:
    """Proof that an entry stands in the log."""
    proofs = system.audit.proofs
    of = proofs.size() if size is None else size
    found = InclusionProof(
        position=position,
        tree_size=of,
        proof=tuple(base64_texts(proofs.inclusion(position, of))),
        leaf=b64encode(proofs.leaf(position)).decode(),
        root=b64encode(proofs.root(of)).decode(),
    )
    return JSONResponse(represented(found))


@router.get(
    "/consistency",
    operation_id="read_consistency",
    summary="Nachweis der Fortsetzung",
    responses=gives(ConsistencyProof),
)
def read_consistency(
    system: TheSystem,
    first: Annotated[int, Query(alias="from", ge=1, le=2**53 - 1, description="Entries then.")],
    second: Annotated[int | None, Query(alias="to", ge=1, le=2**53 - 1, description="Entries later; else now.")] = None,
) -> Response:
    """Proof that the log was only continued."""
    proofs = system.audit.proofs
    of = proofs.size() if second is None else second
    path = tuple(base64_texts(proofs.consistency(first, of)))
    found = ConsistencyProof(
        first=first,
        second=of,
        first_root=b64encode(proofs.root(first)).decode(),
        root=b64encode(proofs.root(of)).decode(),
        proof=path,
    )
    return JSONResponse(represented(found))


@router.post(
    "/bundles",
    operation_id="export_bundle",
    summary="Prüfbündel",
    responses=gives(
        None,
        says="The evidence bundle, an archive that proves itself.",
        media_type=BUNDLE,
        schema={"type": "string", "format": "binary"},
        headers=("Content-Disposition",),
    ),
    openapi_extra=accepts(BundleWish),
)
async def export_bundle(request: Request, system: TheSystem, actor: TheActor) -> Response:
    """An evidence bundle that proves itself without this service; the whole log only for an auditor of everything."""
    wish = await body_of(request, BundleWish)
    try:
        bundle = await run_in_threadpool(
            system.audit.bundles.export, actor, wish.agreement_id, since=wish.since, size=wish.size
        )
    except Unreadable as why:
        said = f"ist kein Prüfpunkt: {why}"
        raise Trouble("malformed", said, in_english="is no checkpoint of a log", field="since") from None
    request.app.state.door.security_log.exported(f"bundle {wish.agreement_id or 'all'}", actor, asked_by(request))
    name = f"{wish.agreement_id or 'protokoll'}-{bundle.checkpoint.size}.zip"
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "Content-Length": str(bundle.length)}
    return MadeInTurn(request, bundle, headers, BUNDLE)


@router.get(
    "/verification", operation_id="read_verification", summary="Letzte Nachprüfung", responses=gives(LastVerified)
)
def read_verification(system: TheSystem, actor: TheActor) -> Response:
    """The result of the last verification of the whole database."""
    last = system.audit.verification.last()
    tells = actor.role is Role.OPERATOR or sees_everything(actor)
    found = LastVerified(
        at=last.at if last else None,
        size=last.size if last else None,
        sound=last.sound if last else None,
        says=last.says if last and tells else None,
    )
    return JSONResponse(represented(found))
