"""The parts of one agreement: terms, figures, dialogs, follow-up, individual goals, final assessment."""

from collections.abc import Callable
from typing import Annotated

from fastapi import APIRouter, Path, Request
from fastapi.responses import Response

from application.reading.parts import PARTS
from application.reading.parts.deliveries import DeliveryEntry, DeliveryWithFigures
from application.reading.parts.part import Listing, Part, Reading
from application.reading.parts.terms_versions import TermsEntry
from interfaces.http.access import GuardedRoute
from interfaces.http.conditional import held_already, tagged
from interfaces.http.described import gives
from interfaces.http.json import represented
from interfaces.http.paging import linked, turned_to
from interfaces.http.parameters import (
    SLUG,
    After,
    AgreementPath,
    IfNoneMatch,
    KnownAt,
    Limit,
    TheActor,
    TheSystem,
)

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


class DeliveryEntryListing(Listing[DeliveryEntry]):
    """Deliveries of figures, in the order of the log."""

    next: str | None
    """The address of the next page; null at the end."""


def list_deliveries(
    request: Request,
    system: TheSystem,
    actor: TheActor,
    agreement_id: AgreementPath,
    known_at: KnownAt = None,
    after: After = 0,
    limit: Limit = 100,
    if_none_match: IfNoneMatch = None,
) -> Response:
    """Deliveries behind a position of the log, without values."""
    if held := held_already(if_none_match, system.journal, actor, agreement_id, known_at):
        return held
    found = system.resources.deliveries(actor, agreement_id, known_at=known_at, after=after, limit=limit + 1)
    items = found.items[:limit]
    following = turned_to(request, after=items[-1].delivered.position) if len(found.items) > limit else None
    page = DeliveryEntryListing(**dict(found) | {"items": items}, next=following)
    return linked(tagged(if_none_match, found.version, represented(page)), following)


_PAGED = {"list_deliveries": (list_deliveries, DeliveryEntryListing)}
"""Parts that come in pages: by their operation, what answers, and with what."""

for _part in PARTS:
    _read, _model = _PAGED.get(_part.operation, (_reading(_part), _part.model))
    router.add_api_route(
        f"/agreements/{{agreement_id}}/{_part.path}",
        _read,
        operation_id=_part.operation,
        summary=_part.title,
        description=_part.says,
        responses=gives(_model, headers=("ETag", *(("Link",) if _part.operation in _PAGED else ()))),
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
