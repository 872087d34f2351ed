"""Tables of what a page shows, at the page's address with .csv or .xlsx behind it."""

from typing import Annotated, Literal

from fastapi import APIRouter, Path, Query, Request, Response

from domain.figures import Form
from domain.terms import Sex
from interfaces.http.parameters import SLUG
from interfaces.http.tables import handed_on
from interfaces.tables import comparison, figures, goals, lists
from interfaces.web.asking import AgreementPath, TheKnown, TheMonth, TheRole, TheSystem
from interfaces.web.derivation import LinePath
from interfaces.web.figures import MeasurePath
from interfaces.web.route import PageRoute, TheActor

router = APIRouter(route_class=PageRoute, include_in_schema=False)
Ending = Annotated[Literal["csv", "xlsx"], Path()]
Delivery = Annotated[str, Path(pattern=SLUG, max_length=60)]


@router.get("/vereinbarungen.{ending}", operation_id="page_agreements_table")
def give_agreements(request: Request, system: TheSystem, actor: TheActor, ending: Ending, known: TheKnown) -> Response:
    """Every agreement, and where it stands."""
    return handed_on(request, actor, lists.agreements(system, actor, known_at=known.at), ending)


@router.get("/umstaende.{ending}", operation_id="page_circumstances_table")
def give_circumstances(
    request: Request, system: TheSystem, actor: TheActor, ending: Ending, known: TheKnown
) -> Response:
    """Circumstances and legal changes of all agreements."""
    return handed_on(request, actor, lists.circumstances(system, actor, known_at=known.at), ending)


@router.get("/faelliges.{ending}", operation_id="page_due_table")
def give_due(
    request: Request,
    system: TheSystem,
    actor: TheActor,
    ending: Ending,
    known: TheKnown,
    role: TheRole,
) -> Response:
    """Due items of a role, or of everybody."""
    return handed_on(request, actor, lists.due(system, actor, None, role, known_at=known.at), ending)


@router.get("/vergleich.{ending}", operation_id="page_comparison_table")
def give_comparison(
    request: Request,
    system: TheSystem,
    actor: TheActor,
    ending: Ending,
    known: TheKnown,
    month: TheMonth,
    land: Annotated[str, Query(pattern=r"^[0-9]{2}$")],
    jahr: Annotated[int, Query(ge=2011, le=2099)],
) -> Response:
    """Every Jobcenter of a Land at one load state, each figure in a row."""
    table = comparison.comparison(system, actor, land, jahr, month=month, known_at=known.at)
    return handed_on(request, actor, table, ending)


@router.get("/vereinbarungen/{agreement_id}/ziele.{ending}", operation_id="page_goals_table")
def give_goals(
    request: Request,
    system: TheSystem,
    actor: TheActor,
    agreement_id: AgreementPath,
    ending: Ending,
    known: TheKnown,
    month: TheMonth,
) -> Response:
    """The state of every goal."""
    return handed_on(request, actor, goals.goals(system, actor, agreement_id, month=month, known_at=known.at), ending)


@router.get("/vereinbarungen/{agreement_id}/zeilen/{line_id}.{ending}", operation_id="page_line_table")
def give_line(
    request: Request,
    system: TheSystem,
    actor: TheActor,
    agreement_id: AgreementPath,
    line_id: LinePath,
    ending: Ending,
    known: TheKnown,
    month: TheMonth,
) -> Response:
    """A line month by month."""
    table = goals.line_months(system, actor, agreement_id, line_id, month=month, known_at=known.at)
    return handed_on(request, actor, table, ending)


@router.get("/vereinbarungen/{agreement_id}/daten/{measure}.{ending}", operation_id="page_matrix_table")
def give_matrix(
    request: Request,
    system: TheSystem,
    actor: TheActor,
    agreement_id: AgreementPath,
    measure: MeasurePath,
    ending: Ending,
    known: TheKnown,
    sex: Annotated[Sex, Query(alias="geschlecht")] = Sex.TOTAL,
    form: Annotated[Form | None, Query(alias="form")] = None,
) -> Response:
    """Each load's values for each month of one figure."""
    table = figures.matrix(system, actor, agreement_id, measure, sex=sex, form=form, known_at=known.at)
    return handed_on(request, actor, table, ending)


@router.get(
    "/vereinbarungen/{agreement_id}/lieferungen/{delivery_id}/aenderungen.{ending}", operation_id="page_changes_table"
)
def give_changes(
    request: Request,
    system: TheSystem,
    actor: TheActor,
    agreement_id: AgreementPath,
    delivery_id: Delivery,
    ending: Ending,
    known: TheKnown,
) -> Response:
    """Every figure of a delivery that differs from the loads before it."""
    return handed_on(
        request, actor, figures.changes(system, actor, agreement_id, delivery_id, known_at=known.at), ending
    )
