"""Proving it: the last checkpoint and verification, evidence bundles, reports auditors ask for first."""

from base64 import b64encode
from collections.abc import Mapping
from importlib import resources
from itertools import islice
from typing import Annotated

from fastapi import APIRouter, Path, Query, Request, Response
from fastapi.responses import PlainTextResponse, RedirectResponse

from application.proofs.ports import Occasion
from application.reports.catalogue import REPORTS
from domain.record import Actor, Role
from domain.rules import Finding
from domain.values import AgreementId
from interfaces.bootstrap import System
from interfaces.german import reports as reading
from interfaces.http.authentication import asked_by
from interfaces.http.problems import Trouble
from interfaces.http.shares import MadeInTurn
from interfaces.reports import agreements_of, answered
from interfaces.web.asking import AgreementPath, Known, TheKnown, TheSystem
from interfaces.web.rendering import page
from interfaces.web.route import PageRoute, TheActor
from interfaces.web.tabs import about

router = APIRouter(route_class=PageRoute, include_in_schema=False)
BUNDLE = "application/zip"
ROWS = 200
"""Rows of a report on a page."""


@router.get("/pruefung", operation_id="page_audit")
def show_audit(
    request: Request,
    system: TheSystem,
    actor: TheActor,
    done: Annotated[str, Query(alias="gewechselt", max_length=10)] = "",
) -> Response:
    """Checkpoint, verification, bundle of everything, reports."""
    return audit_page(request, system, actor, done=done)


def audit_page(
    request: Request,
    system: System,
    actor: Actor,
    *,
    typed: Mapping[str, str] | None = None,
    findings: tuple[Finding, ...] = (),
    wrong: str = "",
    done: str = "",
) -> Response:
    """The same page, with what the operator typed into the form of a new key."""
    checkpoints = system.audit.checkpoints
    everything = actor.role is Role.AUDITOR and not actor.scope
    return page(
        request,
        "audit.html",
        409 if findings else 422 if wrong else 200,
        checkpoint=checkpoints.book.latest(),
        size=system.audit.proofs.size(),
        keys=tuple(map(str, checkpoints.public_keys())),
        last=system.audit.verification.last(),
        everything=everything,
        tells=everything or actor.role is Role.OPERATOR,
        may_make=actor.role in {Role.AUDITOR, Role.OPERATOR},
        reports={name: report.title for name, report in REPORTS.items()} if actor.role is not Role.OPERATOR else {},
        typed=typed or {},
        findings=findings,
        wrong=wrong,
        done=done,
    )


@router.post("/pruefung/pruefpunkt", operation_id="page_make_checkpoint")
def make_checkpoint(system: TheSystem) -> Response:
    """A checkpoint of all there is now."""
    system.audit.checkpoints.make(Occasion.REQUEST)
    return RedirectResponse("/pruefung", 303)


@router.get("/pruefung/pruefpunkt.txt", operation_id="page_checkpoint")
def give_checkpoint(system: TheSystem) -> Response:
    """The last checkpoint as a signed note."""
    latest = system.audit.checkpoints.book.latest()
    if latest is None:
        raise Trouble("not-found")
    return PlainTextResponse(latest.note, headers={"Content-Disposition": 'attachment; filename="checkpoint.txt"'})


@router.get("/pruefung/verify.py", operation_id="page_verifier")
def give_verifier() -> Response:
    """The checker: one file of plain Python."""
    headers = {"Content-Disposition": 'attachment; filename="verify.py"'}
    source = (resources.files("interfaces.verifier") / "verify.py").read_bytes()
    return Response(source, media_type="text/x-python", headers=headers)


@router.get("/pruefung/buendel.zip", operation_id="page_whole_bundle")
def give_everything(request: Request, system: TheSystem, actor: TheActor) -> Response:
    """The bundle of the whole log; refused unless for an auditor of everything."""
    return _bundle(request, system, actor, None)


@router.get("/vereinbarungen/{agreement_id}/nachweis", operation_id="page_proof")
def show_proof(
    request: Request, system: TheSystem, actor: TheActor, agreement_id: AgreementPath, known: TheKnown
) -> Response:
    """How one agreement's history is proven, and how to check that oneself."""
    case = system.courses.course(actor, agreement_id, known_at=known.at)
    proofs, last = system.audit.proofs, case.records[-1]
    size = proofs.size()
    return page(
        request,
        "proof.html",
        **about(case, known, "/nachweis"),
        size=size,
        root=b64encode(proofs.root(size)).decode(),
        last=last,
        leaf=b64encode(proofs.leaf(last.position)).decode(),
        steps=[b64encode(step).decode() for step in proofs.inclusion(last.position, size)],
        checkpoint=system.audit.checkpoints.book.latest(),
        verified=system.audit.verification.last(),
        keys=tuple(map(str, system.audit.checkpoints.public_keys())),
    )


@router.get("/vereinbarungen/{agreement_id}/buendel.zip", operation_id="page_bundle")
def give_bundle(request: Request, system: TheSystem, actor: TheActor, agreement_id: AgreementPath) -> Response:
    """The bundle of one agreement."""
    system.courses.course(actor, agreement_id)
    return _bundle(request, system, actor, agreement_id)


def _bundle(request: Request, system: System, actor: Actor, agreement_id: AgreementId | None) -> Response:
    bundle = system.audit.bundles.export(actor, agreement_id)
    request.app.state.door.security_log.exported(f"bundle {agreement_id or 'all'}", actor, asked_by(request))
    name = f"{agreement_id or 'protokoll'}-{bundle.checkpoint.size}.zip"
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "Content-Length": str(bundle.length)}
    return MadeInTurn(request, bundle, headers, BUNDLE)


@router.get("/pruefung/berichte/{name}", operation_id="page_report")
def show_report(
    request: Request,
    system: TheSystem,
    actor: TheActor,
    name: Annotated[str, Path(max_length=20)],
    known: TheKnown,
    begin: Annotated[int, Query(alias="ab", ge=0, le=1_000_000)] = 0,
) -> Response:
    """A report over everything the reader may see."""
    if name not in REPORTS:
        raise Trouble("not-found")
    report, today = REPORTS[name], system.service.today()
    answer, checkpoint = answered(system, actor, name, today, known_at=known.at)
    known_as = agreements_of(system, actor)
    before = sum(1 for _ in islice(answer.rows, begin))
    rows = [*islice(answer.rows, ROWS)]
    total = before + len(rows) + sum(1 for _ in answer.rows)  # what is searched is known when all are made
    return page(
        request,
        "report.html",
        title=report.title,
        today=today,
        headings=tuple(report.read.values()),
        rows=[tuple(reading.cells(report, row, known_as)) for row in rows],
        nothing=reading.NOTHING,
        scope=reading.scope(answer.searched(checkpoint)),
        total=total,
        following=begin + ROWS if begin + ROWS < total else None,
        known=known if known.at else Known(),
    )
