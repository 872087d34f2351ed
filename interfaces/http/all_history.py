"""The history across everything a reader may see: pages, files, the causes of an entry, reports, differences."""

import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from datetime import datetime
from itertools import chain, islice
from typing import Annotated, Any, Literal
from uuid import UUID

from fastapi import APIRouter, Depends, Path, Query, Request
from fastapi.responses import JSONResponse, Response
from pydantic import BeforeValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from application.history.between_moments import AgreementDifference, Moment, difference
from application.history.entry import HistoryEntry
from application.history.exports import csv_rows, json_lines
from application.history.filters import FACTS, HistoryFilter
from application.reports.catalogue import REPORTS, Answer, title_of
from domain.record import Actor, Role
from domain.values import AGREEMENT_ID, Day, Frozen, Instant, instant
from interfaces.bootstrap import System
from interfaces.http.access import GuardedRoute
from interfaces.http.authentication import asked_by
from interfaces.http.described import gives
from interfaces.http.english import retold
from interfaces.http.json import represented
from interfaces.http.language import in_english
from interfaces.http.paging import turned_to
from interfaces.http.parameters import SLUG, After, AgreementPath, KnownAt, Limit, TheActor, TheSystem
from interfaces.http.shares import MadeInTurn
from interfaces.reports import answered

router = APIRouter(route_class=GuardedRoute, tags=["history"])


ROWS = 100
"""Rows of a report made at once."""
CLAUSE = r"^[A-Z][A-Za-z0-9.-]{0,30}$"
_FACT = "^(" + "|".join(sorted(FACTS)) + ")$"
VERSION = r"^[0-9]{1,9}$"


def _moment(text: object) -> object:
    """A version, or an instant with its zone; raises ValueError for anything else."""
    if isinstance(text, str) and re.fullmatch(VERSION, text):
        return int(text)
    with suppress(PydanticCustomError):
        return instant(text)
    raise PydanticCustomError("no-moment", "Erwartet wird ein Stand wie 7 oder ein Zeitpunkt wie 2026-06-30T12:00:00Z.")


AskedMoment = Annotated[
    Moment,
    BeforeValidator(_moment),
    WithJsonSchema({"anyOf": [{"type": "string", "pattern": VERSION}, {"type": "string", "format": "date-time"}]}),
]


def asked(
    agreement: Annotated[str | None, Query(pattern=AGREEMENT_ID, description="Only this agreement.")] = None,
    goal: Annotated[str | None, Query(pattern=SLUG, max_length=60, description="Only what concerns this goal.")] = None,
    clause: Annotated[str | None, Query(pattern=CLAUSE, description="Only this clause, with its parts.")] = None,
    role: Annotated[Role | None, Query(description="Only what was recorded in this role.")] = None,
    party: Annotated[
        str | None, Query(pattern=SLUG, max_length=60, description="Only what was recorded for this party.")
    ] = None,
    actor: Annotated[str | None, Query(pattern=SLUG, max_length=60, description="Only by this person.")] = None,
    fact: Annotated[str | None, Query(pattern=_FACT, description="Only facts of this type.")] = None,
    recorded_from: Annotated[Instant | None, Query(description="Recorded at or after.")] = None,
    recorded_until: Annotated[Instant | None, Query(description="Recorded at or before.")] = None,
    occurred_from: Annotated[Day | None, Query(description="Happened on or after.")] = None,
    occurred_until: Annotated[Day | None, Query(description="Happened on or before.")] = None,
    correlation_id: Annotated[UUID | None, Query(description="Only what belongs to this conversation.")] = None,
    causation_id: Annotated[UUID | None, Query(description="Only what this entry led to, at once.")] = None,
    finding: Annotated[
        str | None, Query(pattern=SLUG, max_length=60, description="Only where this rule noticed something.")
    ] = None,
) -> HistoryFilter:
    """Filters of the history."""
    return HistoryFilter(
        agreement_id=agreement,
        goal=goal,
        clause=clause,
        role=role,
        party=party,
        actor=actor,
        fact=fact,
        recorded_from=recorded_from,
        recorded_until=recorded_until,
        occurred_from=occurred_from,
        occurred_until=occurred_until,
        correlation_id=correlation_id,
        causation_id=causation_id,
        finding=finding,
    )


_FILES = gives(
    None,
    says="The history as a file, CSV or JSON Lines.",
    media_type="text/csv",
    schema={"type": "string"},
    headers=("Content-Disposition",),
)
_FILES[200]["content"]["application/jsonl"] = {"schema": {"type": "string"}}
Asked = Annotated[HistoryFilter, Depends(asked)]


_REPORT = {
    "type": "object",
    "required": ["title", "on", "items", "searched", "next"],
    "properties": {
        "title": {"type": "string", "description": "The report's title."},
        "on": {"type": "string", "format": "date", "description": "The day the report is as of."},
        "items": {
            "type": "array",
            "items": {"type": "object"},
            "description": "The rows; their fields are those of the report.",
        },
        "searched": {
            "type": "object",
            "description": "What was searched for the report: entries, their last one, the checkpoint.",
        },
        "next": {"type": "null", "description": "A report comes whole; there is no further page."},
    },
}


class HistoryList(Frozen):
    """Entries in order of the log; a page can be short or empty and yet not the last: reading stops after so many."""

    items: tuple[HistoryEntry, ...]
    next: str | None
    """The address of the next page; null at the end of the log."""
    read_up_to: int
    """The position up to which the log was read for this page."""


class Causes(Frozen):
    """The causes of an entry, the first first and the entry itself last."""

    items: tuple[HistoryEntry, ...]


@router.get(
    "/history",
    operation_id="read_all_history",
    summary="Verlauf über alle Vereinbarungen",
    responses=gives(HistoryList, headers=("Link",)),
)
def read_all_history(
    request: Request,
    system: TheSystem,
    actor: TheActor,
    filters: Asked,
    after: After = 0,
    limit: Limit = 100,
    known_at: KnownAt = None,
) -> Response:
    """Entries behind a position; `next` leads on until it is null, also when a page is empty."""
    page = system.histories.page(actor, filters, after=after, limit=limit, known_at=known_at)
    following = turned_to(request, after=page.read_up_to) if page.more else None
    found = HistoryList(items=page.entries, next=following, read_up_to=page.read_up_to)
    return JSONResponse(represented(found), headers={"Link": f'<{following}>; rel="next"'} if following else None)


@router.get(
    "/history/export",
    operation_id="export_history",
    summary="Verlauf als Datei",
    responses=_FILES,
)
def export_history(
    request: Request,
    system: TheSystem,
    actor: TheActor,
    filters: Asked,
    form: Annotated[Literal["csv", "jsonl"], Query(alias="format", description="For spreadsheets, or whole.")] = "csv",
    known_at: KnownAt = None,
) -> Response:
    """The whole history that was asked for, as CSV or as JSON Lines; a companion, not a proof."""
    return exported(request, system, actor, filters, known_at, f"verlauf.{form}")


def exported(
    request: Request, system: System, actor: Actor, filters: HistoryFilter, known_at: datetime | None, name: str
) -> Response:
    """A history as a file of this name, whose ending is csv or jsonl."""
    form = name.rpartition(".")[2]
    system.histories.page(actor, filters, limit=1, known_at=known_at)  # refuses before anything is sent
    entries = system.histories.entries(actor, filters, known_at=known_at)
    request.app.state.door.security_log.exported(f"history {form}", actor, asked_by(request))
    lines = csv_rows(entries, system.histories.party_named) if form == "csv" else json_lines(entries)
    kind = "text/csv" if form == "csv" else "application/jsonl"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return MadeInTurn(request, lines, headers, kind)


@router.get(
    "/history/causes/{event_id}", operation_id="read_causes", summary="Was dazu führte", responses=gives(Causes)
)
def read_causes(
    system: TheSystem, actor: TheActor, event_id: Annotated[UUID, Path(description="The entry's id.")]
) -> Response:
    """The chain of causes of an entry, as far as the reader sees it; empty when they do not see the entry."""
    return JSONResponse(represented(Causes(items=system.histories.causes(actor, event_id))))


@router.get(
    "/reports/{name}",
    operation_id="read_report",
    summary="Bericht für die Prüfung",
    responses=gives(None, says="The report; its columns are those of its kind.", schema=_REPORT),
)
def read_report(
    request: Request,
    system: TheSystem,
    actor: TheActor,
    name: Annotated[str, Path(pattern=f"^({'|'.join(REPORTS)})$", description="Which report.")],
    on: Annotated[Day | None, Query(description="As of this day; without it, today in Germany.")] = None,
    known_at: KnownAt = None,
) -> Response:
    """What auditors ask for first, over every agreement the reader may see."""
    day = on or system.service.today()
    answer, checkpoint = answered(system, actor, name, day, known_at=known_at)
    title = retold(title_of(name)) if in_english() else title_of(name)
    pieces = report_pieces({"title": title, "on": day.isoformat()}, answer, checkpoint)
    first = [*islice(pieces, 2)]  # with the first rows: what goes wrong so early is answered as a problem
    return MadeInTurn(request, chain(first, pieces), {}, "application/json")


def report_pieces(said: Mapping[str, Any], answer: Answer, checkpoint: int | None) -> Iterator[bytes]:
    """A report as JSON, piece by piece: some rows are made at once, and then forgotten."""
    yield _json({**said, "items": []}).removesuffix(b"]}")
    between = b""
    while rows := [represented(row) for row in islice(answer.rows, ROWS)]:
        yield between + _json(rows)[1:-1]
        between = b","
    yield b"]," + _json({"searched": represented(answer.searched(checkpoint)), "next": None})[1:]


def _json(value: object) -> bytes:
    return bytes(JSONResponse(value).body)


@router.get(
    "/agreements/{agreement_id}/difference",
    operation_id="read_difference",
    summary="Was sich änderte",
    responses=gives(AgreementDifference),
)
def read_difference(
    system: TheSystem,
    actor: TheActor,
    agreement_id: AgreementPath,
    before: Annotated[AskedMoment, Query(alias="from", description="A version, or an instant.")],
    after: Annotated[AskedMoment, Query(alias="to", description="A version, or an instant.")],
) -> Response:
    """The differences between two versions or instants, as a list to read."""
    found = difference(system.journal, actor, agreement_id, before, after)
    return JSONResponse(represented(found))
