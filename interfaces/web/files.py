"""Files of figures: upload, dry run, delivery, and the release by a second person on what that person saw."""

from collections.abc import Callable, Iterable, Mapping
from io import BytesIO
from itertools import islice
from typing import Annotated, Any
from uuid import uuid4

from fastapi import APIRouter, Path, Request, Response
from fastapi.responses import RedirectResponse
from pydantic import ValidationError
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData, UploadFile

from application.acting.malformed import field_problems
from application.figure_files.dry_run import Saying
from application.figure_files.intake import cell_values as words
from application.figure_files.mapping.known import known
from application.figure_files.ports import Unreadable
from domain.facts.figures import Cause
from domain.record import Actor, Role
from domain.rulebook.figures import FILE_UNREADABLE
from domain.rules import Finding, Refused
from interfaces.bootstrap import FILES, System
from interfaces.http.figure_files import read_in_turn
from interfaces.http.parameters import SLUG
from interfaces.http.tracing import trace_of
from interfaces.web.asking import TheSystem
from interfaces.web.forms.typed import whole_number, wrong_reason
from interfaces.web.rendering import page
from interfaces.web.route import PageRoute, TheActor, TheForm
from interfaces.web.titles import county_in, lines_of

router = APIRouter(route_class=PageRoute, include_in_schema=False)
KEPT = "datei"
"""Under which name the file somebody checks is kept, until it is delivered or another takes its place."""
FIELDS = (
    "anlass", "revision", "jahr", "anmerkung", "zuordnung", "traeger", "monat", "wartemonate", "geladen",
)  # fmt: skip
ASKED = "Bitte hier angeben; die Zuordnung sagt es nicht."
NAMED = 20
"""Agreements whose lines are called by their names."""
FilePath = Annotated[str, Path(pattern=SLUG, max_length=80)]


@router.get("/daten", operation_id="page_files")
def show_files(request: Request, system: TheSystem, actor: TheActor) -> Response:
    """Every delivered file; for the ministry the form to upload one."""
    return _list(request, system, actor, {})


def _list(
    request: Request,
    system: System,
    actor: Actor,
    said: dict[str, str],
    errors: Mapping[str, str] = {},
    findings: tuple[Finding, ...] = (),
) -> Response:
    return page(
        request,
        "files.html",
        409 if findings else 422 if errors else 200,
        files=system.delivered_files.seen(actor, at=system.delivered_files.as_of()),
        said=said,
        errors=errors,
        findings=findings,
        causes=tuple(Cause),
        mappings=[one.mapping for one in known(system.journal).values()] if actor.role is Role.LAND else (),
    )


@router.post("/daten", operation_id="page_check_file")
async def check(request: Request, system: TheSystem, actor: TheActor, form: TheForm) -> Response:
    """A dry run: problems with row and column, and what the file would change; nothing is recorded."""
    file = form.get("datei")
    said = {name: str(form.get(name, "")).strip() for name in FIELDS}
    if actor.role is not Role.LAND or not isinstance(file, UploadFile) or not file.filename:
        return await run_in_threadpool(_list, request, system, actor, said, {"datei": "Bitte eine Datei wählen."})
    name = file.filename
    with request.app.state.uploads.held(actor.person):
        content = await file.read()

        def checked() -> Response:
            return _checked(request, system, actor, content, name, said)

        return await read_in_turn(request, checked)


def _checked(
    request: Request,
    system: System,
    actor: Actor,
    content: bytes,
    name: str,
    said: dict[str, str],
    findings: tuple[Finding, ...] = (),
    reason: str = "",
    wrong: str = "",
) -> Response:
    """The dry run as a page; once more with what it found now, when the delivery was refused."""
    try:
        saying = _saying(said)
        found = _with_file(content, name, lambda file: system.files.check(actor, file, saying))
    except ValidationError as error:
        return _list(request, system, actor, said, {place: f"Das {says}." for place, says in field_problems(error)})
    except Refused as refused:
        asked = dict.fromkeys((name for one in refused.findings for name in one.several("parameters")), ASKED)
        return _list(request, system, actor, said, asked, refused.findings)
    system.unfinished.keep(actor.person, KEPT, {"name": name, **said}, content)
    return page(
        request,
        "file_check.html",
        409 if findings else 422 if wrong else 200,
        found=found,
        findings=findings,
        reason=reason,
        wrong=wrong,
        key=str(uuid4()),
        **_names(system, actor, found.lines),
    )


def _names(system: System, actor: Actor, lines: Iterable[Any]) -> dict[str, Any]:
    """Agreements and their lines by the names people know; lines of the first few agreements only."""
    rows = system.lists.overview(actor)
    wanted = dict.fromkeys(one.agreement_id for one in lines)
    agreements = [system.courses.course(actor, name).agreement for name in islice(wanted, NAMED)]
    return {
        "names": {row.agreement_id: f"{county_in(row.parties)} {row.year}" for row in rows},
        **lines_of(agreements),
    }


def _saying(said: dict[str, str]) -> Saying:
    year, waited = said["jahr"], said.get("wartemonate", "")
    return Saying.model_validate(
        {
            "cause": said["anlass"] or None,
            "revision": said["revision"] or "original",
            "year": _number(year),
            "note": said["anmerkung"] or None,
            "mapping": said.get("zuordnung") or None,
            "carrier": said.get("traeger") or None,
            "month": words.month(said.get("monat", "")) or said.get("monat") or None,
            "waited": _number(waited),
            "loaded_on": said.get("geladen") or None,
        }
    )


def _number(text: str) -> int | str | None:
    """A number if it is one; what else was typed is refused at the field."""
    number = whole_number(text)
    return text or None if number is None else number


def _with_file(content: bytes, name: str, use: Callable[[Any], Any]) -> Any:
    """The file as read; refuses one that cannot be read."""
    try:
        with FILES.taken(BytesIO(content), name) as file:
            return use(file)
    except Unreadable as why:
        FILE_UNREADABLE.refuse(why=str(why).rstrip("."))


@router.post("/daten/liefern", operation_id="page_deliver_file")
async def deliver(request: Request, system: TheSystem, actor: TheActor, form: TheForm) -> Response:
    """The file that was checked, recorded for every agreement in it, or for none."""

    def delivered() -> Response:
        return _delivered(request, system, actor, form)

    return await read_in_turn(request, delivered)


def _delivered(request: Request, system: System, actor: Actor, form: FormData) -> Response:
    said, content = system.unfinished.find(actor.person, KEPT), system.unfinished.content(actor.person, KEPT)
    if said is None or content is None:  # delivered already, by the other of two clicks
        return RedirectResponse("/daten", 303)
    key, reason = str(form.get("schluessel", "")), " ".join(str(form.get("begruendung", "")).split()) or None

    def delivery(file: Any) -> Any:
        return system.files.deliver(
            actor,
            file,
            str(form.get("pruefung", "")),
            _saying(said),
            reason=reason,
            key=key or None,
            trace=trace_of(request),
        )

    try:
        receipt = _with_file(content, said["name"], delivery)
    except Refused as refused:
        return _checked(request, system, actor, content, said["name"], said, refused.findings, reason or "")
    except ValidationError as error:
        wrong = wrong_reason(error)
        return _checked(request, system, actor, content, said["name"], said, reason=reason or "", wrong=wrong)
    system.unfinished.forget(actor.person, KEPT)
    return RedirectResponse(f"/daten/{receipt.records[0].fact.file_id}?geliefert=ja", 303)


@router.get("/daten/{file_id}", operation_id="page_file")
def show_file(request: Request, system: TheSystem, actor: TheActor, file_id: FilePath) -> Response:
    """A file, and the changes its release would bring."""
    return _file(request, system, actor, file_id)


def _file(
    request: Request,
    system: System,
    actor: Actor,
    file_id: str,
    refused: Refused | None = None,
    reason: str = "",
    wrong: str = "",
) -> Response:
    found = system.files.read(actor, file_id)
    own = found.delivered_by.actor == actor.person
    return page(
        request,
        "file.html",
        409 if refused else 422 if wrong else 200,
        found=found,
        **_names(system, actor, found.lines),
        own=own,
        decides=actor.role is Role.LAND and found.decision == "pending" and not own,
        key=str(uuid4()),
        findings=refused.findings if refused else (),
        reason=reason,
        wrong=wrong,
        delivered="geliefert" in request.query_params,
    )


@router.post("/daten/{file_id}", operation_id="page_decide_file")
def decide(request: Request, system: TheSystem, actor: TheActor, file_id: FilePath, form: TheForm) -> Response:
    """The release or rejection by a second person, on the preview that was shown."""
    reason = " ".join(str(form.get("begruendung", "")).split())
    act = system.files.reject if form.get("schritt") == "zurueckweisen" else system.files.release
    try:
        act(
            actor,
            file_id,
            str(form.get("vorschau", "")),
            reason=reason or None,
            key=str(form.get("schluessel", "")) or None,
            trace=trace_of(request),
        )
    except Refused as refused:
        return _file(request, system, actor, file_id, refused, reason)
    except ValidationError as error:
        return _file(request, system, actor, file_id, reason=reason, wrong=wrong_reason(error))
    return RedirectResponse(f"/daten/{file_id}", 303)
