"""The parts of one agreement: terms, figures, dialogs, follow-up, individual goals, final assessment."""

from collections.abc import Callable
from typing import Annotated

from fastapi import APIRouter, Path
from fastapi.responses import Response

from application.reading.parts import PARTS
from application.reading.parts.deliveries import DeliveryWithFigures
from application.reading.parts.part import Part, Reading
from application.reading.parts.terms_versions import TermsEntry
from interfaces.http.access import GuardedRoute
from interfaces.http.conditional import held_already, tagged
from interfaces.http.described import gives
from interfaces.http.json import represented
from interfaces.http.parameters import SLUG, AgreementPath, IfNoneMatch, KnownAt, TheActor, TheSystem

router = APIRouter(route_class=GuardedRoute, tags=["parts"])


def _reading(part: Part) -> Callable[..., Response]:
    def read(
        system: TheSystem,
        actor: TheActor,
        agreement_id: AgreementPath,
        known_at: KnownAt = None,
        if_none_match: IfNoneMatch = None,
    ) -> Response:
        if held := held_already(if_none_match, system.journal, actor, agreement_id, known_at):
            return held
        found = system.resources.part(part, actor, agreement_id, known_at=known_at)
        return tagged(if_none_match, found.version, represented(found))

    return read


for _part in PARTS:
    router.add_api_route(
        f"/agreements/{{agreement_id}}/{_part.path}",
        _reading(_part),
        operation_id=_part.operation,
        summary=_part.title,
        description=_part.says,
        responses=gives(_part.model, headers=("ETag",)),
    )


@router.get(
    "/agreements/{agreement_id}/terms/{number}",
    operation_id="read_terms_version",
    summary="Eine Fassung der Bedingungen",
    responses=gives(Reading[TermsEntry], headers=("ETag",)),
)
def read_terms_version(
    system: TheSystem,
    actor: TheActor,
    agreement_id: AgreementPath,
    number: Annotated[int, Path(ge=1, le=9999, description="The version's number, from 1.")],
    known_at: KnownAt = None,
    if_none_match: IfNoneMatch = None,
) -> Response:
    """A version of the terms by its number."""
    found = system.resources.terms_version(actor, agreement_id, number, known_at=known_at)
    return tagged(if_none_match, found.version, represented(found))


@router.get(
    "/agreements/{agreement_id}/figures/{delivery_id}",
    operation_id="read_delivery",
    summary="Eine Datenlieferung",
    responses=gives(Reading[DeliveryWithFigures], headers=("ETag",)),
)
def read_delivery(
    system: TheSystem,
    actor: TheActor,
    agreement_id: AgreementPath,
    delivery_id: Annotated[str, Path(pattern=SLUG, max_length=60, description="The delivery's id.")],
    known_at: KnownAt = None,
    if_none_match: IfNoneMatch = None,
) -> Response:
    """A delivery with its values."""
    found = system.resources.delivery(actor, agreement_id, delivery_id, known_at=known_at)
    return tagged(if_none_match, found.version, represented(found))
