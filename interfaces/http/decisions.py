"""The decision on a year beside what today's figures say, and for auditors who signed."""

from fastapi import APIRouter
from fastapi.responses import JSONResponse, Response

from application.reading.decision import DecisionReading
from application.reading.signatories import SignedBy, signatories
from domain.values import AgreementId, Frozen, Instant
from interfaces.http.access import GuardedRoute
from interfaces.http.conditional import tagged
from interfaces.http.described import gives
from interfaces.http.json import represented
from interfaces.http.parameters import AgreementPath, IfNoneMatch, KnownAt, TheActor, TheSystem

router = APIRouter(route_class=GuardedRoute, tags=["parts"])


class YearsDecision(DecisionReading):
    """The decision on a year, then and by today's figures; the derivation stands in the final assessment."""

    agreement_id: AgreementId
    version: int
    known_at: Instant | None


class Signatories(Frozen):
    """Every signature, with the name the register opens it to."""

    agreement_id: AgreementId
    items: tuple[SignedBy, ...]


@router.get(
    "/agreements/{agreement_id}/decision",
    operation_id="read_decision",
    summary="Die Entscheidung über das Jahr",
    responses=gives(YearsDecision, headers=("ETag",)),
)
def read_decision(
    system: TheSystem,
    actor: TheActor,
    agreement_id: AgreementPath,
    known_at: KnownAt = None,
    if_none_match: IfNoneMatch = None,
) -> Response:
    """Verdict by verdict what was decided, by whom and on which loads, and what today's figures would say."""
    version = system.queries.agreement(actor, agreement_id, known_at=known_at).version
    found = system.queries.decision(actor, agreement_id, known_at=known_at)
    said = dict(found) | {
        "present": found.present and found.present.model_copy(update={"derivation": (), "said_from": ()}),
        "earlier": tuple(one.model_copy(update={"derivation": (), "said_from": ()}) for one in found.earlier),
    }
    reading = YearsDecision(**said, agreement_id=agreement_id, version=version, known_at=known_at)
    return tagged(if_none_match, version, represented(reading))


@router.get(
    "/agreements/{agreement_id}/signatories",
    operation_id="read_signatories",
    summary="Wer unterzeichnete",
    responses=gives(Signatories),
)
def read_signatories(system: TheSystem, actor: TheActor, agreement_id: AgreementPath) -> Response:
    """Who signed, by name, and whether the commitment in the entry opens to it; for auditors."""
    found = signatories(system.journal, system.persons, actor, agreement_id)
    content = represented(Signatories(agreement_id=agreement_id, items=found))
    return JSONResponse(content, headers={"Cache-Control": "private, no-store"})
