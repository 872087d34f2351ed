"""Agreements: the list, one of them, a new one."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import Response
from starlette.concurrency import run_in_threadpool

from application.acting.carry_over import Undecided, carried_over
from application.lists.overview import OverviewRow, asked_for
from application.reading.parts import PARTS
from domain.acts.drafting import DraftAgreement
from domain.parties import Party
from domain.state import Agreement, Status
from domain.values import AgreementId, Frozen, Instant, Sha256
from interfaces.http.access import GuardedRoute
from interfaces.http.acts import Recorded, recorded
from interfaces.http.bodies import body_of
from interfaces.http.conditional import tagged
from interfaces.http.described import accepts, gives
from interfaces.http.json import represented
from interfaces.http.paging import Page, Turned
from interfaces.http.parameters import (
    SLUG,
    AgreementPath,
    IdempotencyKey,
    IfNoneMatch,
    KnownAt,
    TheActor,
    TheSystem,
)
from interfaces.http.tracing import trace_of

router = APIRouter(route_class=GuardedRoute, tags=["agreements"])


@dataclass(frozen=True, slots=True)
class AgreementFilter:
    """Which agreements are wanted; all of what is said must fit."""

    year: Annotated[int | None, Query(ge=2011, le=2099, description="Only of this year.")] = None
    land: Annotated[str | None, Query(pattern=r"^[0-9]{2}$", description="Only of this Land, by its key.")] = None
    status: Annotated[Status | None, Query(description="Only those that stand there in their life.")] = None
    party: Annotated[str | None, Query(pattern=SLUG, max_length=60, description="Only of this party, by its id.")] = (
        None
    )

    @property
    def tags(self) -> tuple[str, ...]:
        """By what the overview finds them."""
        return asked_for(self.year, self.land, self.status, self.party)


Wanted = Annotated[AgreementFilter, Depends()]


class AgreementPage(Page):
    """Agreements that exist for the reader, and where each of them stands."""

    items: tuple[OverviewRow, ...]


class NextDraft(Frozen):
    """A later year's draft, made of the terms agreed last; nothing is recorded by reading it."""

    agreement_id: AgreementId
    version: int
    known_at: Instant | None
    request: DraftAgreement
    """The body that would draft the new agreement, as POST /agreements takes it."""
    undecided: tuple[Undecided, ...]
    """Terms carried over unchanged that have to be decided again."""


class AgreementReading(Frozen):
    """An agreement and its state of life; `version` is the one a write names in If-Match."""

    agreement_id: AgreementId
    known_at: Instant | None
    version: int
    title: str
    year: int
    track: int
    parties: tuple[Party, ...]
    status: Status
    drafted_on: date
    binding_since: date | None
    terms_version: int
    terms_hash: Sha256
    transcription_confirmed: bool
    links: dict[str, str]


@router.get(
    "/agreements",
    operation_id="list_agreements",
    summary="Vereinbarungen",
    responses=gives(AgreementPage, headers=("ETag", "Link")),
)
def list_agreements(system: TheSystem, actor: TheActor, turned: Turned, wanted: Wanted) -> Response:
    """Every agreement that exists for the reader, from the stored overview."""

    def rows(at: int, after: str | None, limit: int) -> Sequence[OverviewRow]:
        return system.lists.overview(actor, tags=wanted.tags, at=at, after=after, limit=limit)

    return turned.listed(AgreementPage, system.lists, rows, lambda row: row.agreement_id)


@router.post(
    "/agreements",
    operation_id="draft_agreement",
    summary=DraftAgreement.title,
    status_code=201,
    tags=["acts"],
    responses=gives(Recorded, status=201, headers=("ETag", "Location", "Idempotent-Replayed")),
    openapi_extra=accepts(DraftAgreement),
)
async def draft_agreement(
    request: Request, system: TheSystem, actor: TheActor, idempotency_key: IdempotencyKey = None
) -> Response:
    """Put the terms of a new agreement up for signature."""
    wish = await body_of(request, DraftAgreement)

    def decided() -> Response:
        receipt = system.service.act(actor, wish, key=idempotency_key, trace=trace_of(request))
        answer = recorded(system, receipt)
        answer.headers["Location"] = f"/api/v1/agreements/{receipt.agreement_id}"
        return answer

    return await run_in_threadpool(decided)


@router.get(
    "/agreements/{agreement_id}",
    operation_id="read_agreement",
    summary="Eine Vereinbarung",
    responses=gives(AgreementReading, headers=("ETag",)),
)
def read_agreement(
    system: TheSystem,
    actor: TheActor,
    agreement_id: AgreementPath,
    known_at: KnownAt = None,
    if_none_match: IfNoneMatch = None,
) -> Response:
    """One agreement as it stands, or as it was known to stand at an instant."""
    agreement = system.queries.agreement(actor, agreement_id, known_at=known_at)
    return tagged(if_none_match, agreement.version, represented(_reading(agreement, known_at)))


_LINKS = {
    "self": "",
    **{part.path: f"/{part.path}" for part in PARTS},
    **{name: f"/{name}" for name in ("attainment", "explanation", "decision", "signatories", "history")},
    "line": "/attainment/{line_id}",
    "terms_version": "/terms/{number}",
    "delivery": "/figures/{delivery_id}",
    "matrix": "/matrix/{measure}",
    "entry": "/history/{version}",
    "knowledge": "/history/{version}/knowledge",
    "difference": "/difference{?from,to}",
    "draft": "/draft{?year}",
    "attainment_table": "/attainment.{ending}",
    "line_table": "/attainment/{line_id}/months.{ending}",
    "matrix_table": "/matrix/{measure}/months.{ending}",
    "changes_table": "/figures/{delivery_id}/changes.{ending}",
    "figure_template": "/figure-template{?month,year,delivery,loaded_on,months_waited,format,layout,year_to_date}",
    "paper": "/papers/{kind}",
    "paper_document": "/papers/{kind}/document",
    "paper_digest": "/papers/{kind}/digest",
    "electronic_file": "/electronic-file",
}
"""Readings of an agreement by name; what has to be named first stands in braces (RFC 6570)."""


def _reading(agreement: Agreement, known_at: Instant | None) -> AgreementReading:
    terms, own = agreement.terms, f"/api/v1/agreements/{agreement.id}"
    return AgreementReading(
        agreement_id=agreement.id,
        known_at=known_at,
        version=agreement.version,
        title=terms.title,
        year=terms.year,
        track=terms.track,
        parties=terms.parties,
        status=agreement.status,
        drafted_on=agreement.drafted_on,
        binding_since=agreement.binding_since,
        terms_version=agreement.terms_version,
        terms_hash=agreement.terms_hash,
        transcription_confirmed=agreement.transcription_confirmed,
        links={name: own + address for name, address in _LINKS.items()},
    )


@router.get(
    "/agreements/{agreement_id}/draft",
    operation_id="read_next_draft",
    summary="Entwurf für ein späteres Jahr",
    responses=gives(NextDraft, headers=("ETag",)),
)
def read_next_draft(
    system: TheSystem,
    actor: TheActor,
    agreement_id: AgreementPath,
    year: Annotated[int, Query(ge=2011, le=2099, description="The new agreement's year.")],
    known_at: KnownAt = None,
    if_none_match: IfNoneMatch = None,
) -> Response:
    """The terms agreed last moved to a later year, as a body to post, and what must be decided before."""
    agreement = system.queries.agreement(actor, agreement_id, known_at=known_at)
    carried = carried_over(agreement, year, system.service.today())
    found = NextDraft(
        agreement_id=agreement.id,
        version=agreement.version,
        known_at=known_at,
        request=carried.request,
        undecided=carried.undecided,
    )
    return tagged(if_none_match, agreement.version, represented(found))
