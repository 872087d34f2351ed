"""The history: every entry of an agreement, one of them, and what was known when it was made."""

from typing import Annotated

from fastapi import APIRouter, Path, Request
from fastapi.responses import Response
from pydantic import Field

from application.history.entry import HistoryEntry
from application.reading import knowledge
from application.reading.agreement_at import visible
from domain.rulebook.mending import NO_SUCH_RECORD
from domain.values import AgreementId, DeliveryId, Frozen, Instant
from interfaces.http.access import GuardedRoute
from interfaces.http.conditional import tagged, unchanged
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
    records = visible(system.histories.log, actor, agreement_id, known_at).records
    version, rest = records[-1].version, [record for record in records if record.position > after]
    following = turned_to(request, after=rest[limit - 1].position) if len(rest) > limit else None
    if same := unchanged(if_none_match, version):
        return linked(same, following)
    found = HistoryOfOne(
        agreement_id=agreement_id,
        known_at=known_at,
        version=version,
        items=tuple(system.histories.told(rest[:limit])),
        next=following,
    )
    return linked(tagged(None, version, represented(found)), following)


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
    records = visible(system.histories.log, actor, agreement_id, known_at).records
    record = next((record for record in records if record.version == version), None)
    if record is None:
        NO_SUCH_RECORD.refuse(version=version)
    if same := unchanged(if_none_match, records[-1].version):
        return same
    (entry,) = system.histories.told([record])
    return tagged(None, records[-1].version, represented(entry))


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
