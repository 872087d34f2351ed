"""The history: every entry, whom and what it concerns, what it changed, and what was known when it was made."""

from collections.abc import Sequence
from itertools import islice
from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Path, Query, Request, Response

from application.history.entry import HistoryEntry
from application.history.filters import FACTS, HistoryFilter
from application.reading.knowledge import knowledge
from application.reading.visibility import READERS
from domain import facts as all_facts
from domain.record import Actor, Record
from domain.rulebook.mending import NO_SUCH_RECORD
from domain.values import AgreementId
from interfaces.bootstrap import System
from interfaces.german.describing import Naming, Told, described
from interfaces.german.subjects import subject
from interfaces.http.all_history import exported
from interfaces.web.asking import AgreementPath, Known, TheKnown, TheSystem, role_of
from interfaces.web.forms.names import naming
from interfaces.web.offered import can_do
from interfaces.web.rendering import page
from interfaces.web.route import PageRoute, TheActor
from interfaces.web.tabs import about
from interfaces.web.titles import county_in

router = APIRouter(route_class=PageRoute, include_in_schema=False)
AT_ONCE = 50
NAMED = 10
"""Agreements whose entries are told with what they are about, where several are listed."""
TITLES = {name: getattr(all_facts, name).title for name in sorted(FACTS)}
"""Names of the kinds of entries."""
_ASKED = ("ziel", "klausel", "rolle", "art", "von", "bis")
Position = Annotated[int, Query(alias="nach", ge=0, le=2**53 - 1)]


def _filters(request: Request, agreement_id: AgreementId | None) -> HistoryFilter:
    """The filters in the fields above the list; raises ValidationError."""
    said = {name: request.query_params.get(name, "").strip() or None for name in _ASKED}
    return HistoryFilter(
        agreement_id=agreement_id,
        goal=said["ziel"],
        clause=said["klausel"],
        role=role_of(said["rolle"] or ""),
        fact=said["art"],
        occurred_from=said["von"],  # type: ignore[arg-type]  # pydantic reads days
        occurred_until=said["bis"],  # type: ignore[arg-type]
    )


@router.get("/vereinbarungen/{agreement_id}/verlauf", operation_id="page_history")
def show_history(
    request: Request,
    system: TheSystem,
    actor: TheActor,
    agreement_id: AgreementPath,
    known: TheKnown,
    after: Position = 0,
) -> Response:
    """The entries of one agreement, the newest first."""
    case = system.courses.course(actor, agreement_id, known_at=known.at)
    filters = _filters(request, agreement_id)
    total, newest = system.histories.newest(case.records, filters, skip=after, limit=AT_ONCE)
    facts = {record.version: record.fact for record in case.records}
    return page(
        request,
        "history.html",
        **about(case, known, "/verlauf"),
        entries=newest,
        subjects={one.version: subject(facts[one.version], case.agreement) for one in newest},
        total=total,
        begin=after,
        end=after + len(newest),
        following=after + AT_ONCE if after + AT_ONCE < total else None,
        asked={name: request.query_params.get(name, "") for name in _ASKED},
        titles=TITLES,
        query=_query(request),
    )


@router.get("/verlauf", operation_id="page_all_history")
def show_all_history(
    request: Request, system: TheSystem, actor: TheActor, known: TheKnown, after: Position = 0
) -> Response:
    """The entries of everything a reader may see, in order of the log."""
    found = system.histories.page(actor, _filters(request, None), after=after, limit=AT_ONCE, known_at=known.at)
    return page(
        request,
        "all_history.html",
        found=found,
        subjects=_subjects(system, actor, found.entries),
        known=known,
        asked={name: request.query_params.get(name, "") for name in _ASKED},
        titles=TITLES,
        query=_query(request),
        names={row.agreement_id: f"{county_in(row.parties)} {row.year}" for row in system.lists.overview(actor)}
        if actor.role in READERS
        else {},
    )


def _subjects(system: System, actor: Actor, entries: Sequence[HistoryEntry]) -> dict[int, str]:
    """What entries are about, by position; of the first few agreements only, each of which has to be read."""
    streams = dict.fromkeys(one.known_then.agreement_id for one in entries if one.known_then)
    courses = [system.courses.course(actor, name) for name in islice(streams, NAMED)]
    shown = {one.position for one in entries}
    return {
        record.position: subject(record.fact, course.agreement)
        for course in courses
        for record in course.records
        if record.position in shown
    }


@router.get("/vereinbarungen/{agreement_id}/verlauf.csv", operation_id="page_history_export")
def export(
    request: Request,
    system: TheSystem,
    actor: TheActor,
    agreement_id: AgreementPath,
    known: TheKnown,
    form: Annotated[str, Query(alias="form", pattern="^(csv|jsonl)$")] = "csv",
) -> Response:
    """The same entries as a file."""
    filters, name = _filters(request, agreement_id), f"verlauf-{agreement_id}.{form}"
    return exported(request, system, actor, filters, known.at, name)


@router.get("/vereinbarungen/{agreement_id}/verlauf/{version}", operation_id="page_entry")
def show_entry(
    request: Request,
    system: TheSystem,
    actor: TheActor,
    agreement_id: AgreementPath,
    version: Annotated[int, Path(ge=1, le=999_999)],
    festgehalten: Annotated[str, Query(max_length=10)] = "",
) -> Response:
    """An entry: its content, its causes, its changes, and the knowledge at its time."""
    case = system.courses.course(actor, agreement_id)
    record = next((one for one in case.records if one.version == version), None)
    if record is None:
        NO_SUCH_RECORD.refuse(version=version)
    [entry] = system.histories.told([record])
    causes = system.histories.causes(actor, record.event_id) if record.provenance.causation_id else ()
    return page(
        request,
        "entry.html",
        **about(case, Known(), "/verlauf"),
        record=record,
        entry=entry,
        told=_told(record, naming(case)),
        about=subject(record.fact, case.agreement),
        causes=tuple((_place(one), one) for one in causes[:-1]),
        then=knowledge(system.journal, actor, agreement_id, version),
        recorded=festgehalten,
        acts=can_do(case.agreement, actor.role),
        mine=(record.provenance.role, record.provenance.party) == (actor.role, actor.party),
    )


def _told(record: Record, named: Naming) -> tuple[Told, ...]:
    """The fact's content, without terms and derivations that have pages of their own."""
    fact = record.fact
    hidden = ("terms", "assessment", "load")
    return described(fact.model_copy(update={name: None for name in hidden if hasattr(fact, name)}), named)


def _place(entry: HistoryEntry) -> str | None:
    return f"/vereinbarungen/{entry.stream_id}/verlauf/{entry.version}" if entry.known_then else None


def _query(request: Request) -> str:
    kept = [(name, request.query_params.get(name, "")) for name in (*_ASKED, "stand")]
    said = urlencode([pair for pair in kept if pair[1]])
    return f"&{said}" if said else ""
