"""The history: every entry of an agreement, one of them, and what was known when it was made."""

from typing import Annotated

from fastapi import APIRouter, Path, Request
from fastapi.responses import Response
from pydantic import Field

from application.history.entry import HistoryEntry
from application.reading import knowledge
from domain.rulebook.mending import NO_SUCH_RECORD
from domain.values import AgreementId, DeliveryId, Frozen, Instant
from interfaces.http.access import GuardedRoute
from interfaces.http.conditional import tagged
from interfaces.http.described import gives
from interfaces.http.json import represented
from interfaces.http.notes import notes_once
from interfaces.http.paging import linked, turned_to
from interfaces.http.parameters import After, AgreementPath, IfNoneMatch, KnownAt, Limit, TheActor, TheSystem

router = APIRouter(route_class=GuardedRoute, tags=["history"])
VersionPath = Annotated[int, Path(ge=1, le=999_999_999, description="The entry's number in the agreement, from 1.")]


class HistoryOfOne(Frozen):
    """Entries of one agreement, by position of the log."""

    agreement_id: AgreementId
    known_at: Instant | None
    version: int
    items: tuple[HistoryEntry, ...]
    next: str | None
    """The address of the next page; null at the end."""


class Knowledge(knowledge.Knowledge):
    """The knowledge when an entry was made: terms, goals, loads, and everything still to be appraised."""

    notes: dict[DeliveryId, str] = Field(default_factory=dict)


@router.get(
    "/agreements/{agreement_id}/history",
    operation_id="read_history",
    summary="Verlauf",
    responses=gives(HistoryOfOne, headers=("ETag", "Link")),
)
def read_history(
    request: Request,
    system: TheSystem,
    actor: TheActor,
    agreement_id: AgreementPath,
    known_at: KnownAt = None,
    after: After = 0,
    limit: Limit = 100,
    if_none_match: IfNoneMatch = None,
) -> Response:
    """Who recorded what, when, for which day, why, on which legal basis, and what was noticed."""
    entries = system.histories.of_agreement(actor, agreement_id, known_at=known_at)
    rest = [entry for entry in entries if entry.position > after]
    found = HistoryOfOne(
        agreement_id=agreement_id,
        known_at=known_at,
        version=entries[-1].version,
        items=tuple(rest[:limit]),
        next=turned_to(request, after=rest[limit - 1].position) if len(rest) > limit else None,
    )
    return linked(tagged(if_none_match, found.version, represented(found)), found.next)


@router.get(
    "/agreements/{agreement_id}/history/{version}",
    operation_id="read_entry",
    summary="Ein Eintrag",
    responses=gives(HistoryEntry, headers=("ETag",)),
)
def read_entry(
    system: TheSystem,
    actor: TheActor,
    agreement_id: AgreementPath,
    version: VersionPath,
    known_at: KnownAt = None,
    if_none_match: IfNoneMatch = None,
) -> Response:
    """An entry by its number in the agreement."""
    entries = system.histories.of_agreement(actor, agreement_id, known_at=known_at)
    entry = next((entry for entry in entries if entry.version == version), None)
    if entry is None:
        NO_SUCH_RECORD.refuse(version=version)
    return tagged(if_none_match, entries[-1].version, represented(entry))


@router.get(
    "/agreements/{agreement_id}/history/{version}/knowledge",
    operation_id="read_knowledge",
    summary="Was bekannt war",
    responses=gives(Knowledge, headers=("ETag",)),
)
def read_knowledge(
    system: TheSystem,
    actor: TheActor,
    agreement_id: AgreementPath,
    version: VersionPath,
    if_none_match: IfNoneMatch = None,
) -> Response:
    """The knowledge when an entry was made: terms, goals, loads, points still to be appraised."""
    found = knowledge.knowledge(system.journal, actor, agreement_id, version)
    return tagged(if_none_match, found.version, notes_once(represented(found)))
