"""The parts of an agreement on pages: dialogs, the year's events, reports, terms, the final assessment."""

from collections.abc import Callable
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request, Response

from application.history.differences import differences
from application.lists.courses import Course, due_of
from application.reading.agreement_at import AgreementAt
from application.reading.decision import decision
from application.reading.parts.dialogs import dialogs
from application.reading.parts.final_assessment import final_assessment
from application.reading.parts.follow_up import advice, agreed_measures, circumstances, deviations, legal_changes
from application.reading.parts.individual_goals import individual_goals
from application.reading.parts.terms_versions import terms_versions
from application.reading.signatories import SignedBy, signatories
from application.reading.sources import Counting
from domain.assessing import computed, to_appraise
from domain.facts.dialogs import DialogKind
from domain.record import Actor, Role
from domain.rulebook.changing import UNKNOWN_TERMS_VERSION
from domain.values import AgreementId
from interfaces.bootstrap import System
from interfaces.german import decision as deciding
from interfaces.german import numbers
from interfaces.german.describing import described
from interfaces.german.subjects import line, values_agreed
from interfaces.web.asking import AgreementPath, Known, TheKnown, TheSystem
from interfaces.web.forms.names import lacking_of
from interfaces.web.offered import can_do
from interfaces.web.rendering import page
from interfaces.web.route import PageRoute, TheActor
from interfaces.web.tabs import about

router = APIRouter(route_class=PageRoute, include_in_schema=False)
DIALOG_TITLES = {
    DialogKind.REGULAR: "Regelmäßiger Zieldialog",
    DialogKind.ON_DEVIATION: "Zieldialog wegen Zielabweichung",
    DialogKind.ON_REQUEST: "Zieldialog auf Wunsch der Kommune",
    DialogKind.FINAL: "Abschlussdialog",
}
Content = Callable[[Course, Counting, System], dict[str, Any]]


def _dialogs(case: Course, counting: Counting, system: System) -> dict[str, Any]:
    lines = tuple(one for goal in case.goals for one in goal.lines)
    return {
        "dialogs": tuple(reversed(dialogs(counting))),
        "dialog_titles": DIALOG_TITLES,
        "lines": lines,
        "latest": case.latest,
        "open_points": to_appraise(case.agreement),
        "due": [item for item in due_of(case) if item.due_from <= system.service.today()],
    }


def _year(case: Course, counting: Counting, system: System) -> dict[str, Any]:  # noqa: ARG001 - one signature
    return {
        "deviations": deviations(counting),
        "circumstances": circumstances(counting),
        "legal_changes": legal_changes(counting),
        "measures": agreed_measures(counting),
        "advice": advice(counting),
        "titles": {one.id: line(case.agreement, one.id) for one in case.agreement.terms.lines},
        "values": dict(values_agreed(case.agreement.terms)),
    }


def _reports(case: Course, counting: Counting, system: System) -> dict[str, Any]:  # noqa: ARG001
    return {"found": individual_goals(counting)}


def _assessment(case: Course, counting: Counting, system: System) -> dict[str, Any]:  # noqa: ARG001
    found = computed(case.agreement, case.attainment)
    return {
        "found": final_assessment(counting),
        "decided": decision(AgreementAt(case.records)),
        "deciding": deciding,
        "computed": found,
        "lacking": lacking_of(case.agreement, found),
        "to_appraise": to_appraise(case.agreement),
        "references": {name: numbers.short(says) for name, says in case.agreement.to_address.items()},
    }


def _page(path: str, name: str, content: Content) -> None:
    def show(
        request: Request, system: TheSystem, actor: TheActor, agreement_id: AgreementPath, known: TheKnown
    ) -> Response:
        case = system.courses.course(actor, agreement_id, known_at=known.at)
        return page(
            request,
            f"{name}.html",
            **about(case, known, path),
            acts=acts_now(case, actor, known),
            **content(case, Counting.among(case.records), system),
        )

    router.add_api_route(f"/vereinbarungen/{{agreement_id}}{path}", show, operation_id=f"page_{name}")


for _path, _name, _content in (
    ("/dialoge", "dialogs", _dialogs),
    ("/jahr", "year", _year),
    ("/berichte", "reports", _reports),
    ("/bewertung", "assessment", _assessment),
):
    _page(_path, _name, _content)


def acts_now(case: Course, actor: Actor, known: Known) -> dict[str, str]:
    """The acts open to a role at present; nothing while one looks at the past."""
    return {} if known.at else dict(can_do(case.agreement, actor.role))


@router.get("/vereinbarungen/{agreement_id}/bedingungen", operation_id="page_terms")
def show_terms(
    request: Request,
    system: TheSystem,
    actor: TheActor,
    agreement_id: AgreementPath,
    known: TheKnown,
    fassung: Annotated[int | None, Query(ge=1, le=9999)] = None,
) -> Response:
    """A version of the terms, and what differs from the one before it."""
    case = system.courses.course(actor, agreement_id, known_at=known.at)
    found = terms_versions(Counting.among(case.records))
    number = fassung or found.versions[-1].number
    shown = next((version for version in found.versions if version.number == number), None)
    if shown is None:
        UNKNOWN_TERMS_VERSION.refuse(number=number, latest=found.versions[-1].number)
    before = next((version for version in found.versions if version.number == number - 1), None)
    return page(
        request,
        "terms.html",
        **about(case, known, "/bedingungen"),
        acts=acts_now(case, actor, known),
        found=found,
        shown=shown,
        told=described(shown.terms),
        changed=differences(before.terms, shown.terms) if before else (),
        signed_by=_names(system, actor, agreement_id),
        pending=differences(found.versions[-1].terms, found.pending.terms) if found.pending else (),
    )


def _names(system: System, actor: Actor, agreement_id: AgreementId) -> dict[int, SignedBy]:
    """For auditors, who signed by entry; nothing for anybody else."""
    if actor.role is not Role.AUDITOR:
        return {}
    found = signatories(system.journal, system.persons, actor, agreement_id)
    return {one.version: one for one in found}
