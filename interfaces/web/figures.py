"""The figures of an agreement: every delivery, and what each load says about each month."""

from typing import Annotated

from fastapi import APIRouter, Path, Query, Request, Response

from application.reading.matrix import Column
from application.reading.parts.deliveries import deliveries
from application.reading.sources import Counting
from domain.figures import Form
from domain.terms import Sex
from domain.values import span
from interfaces.german import numbers
from interfaces.web.asking import AgreementPath, TheKnown, TheSystem
from interfaces.web.parts import acts_now
from interfaces.web.rendering import page
from interfaces.web.route import PageRoute, TheActor
from interfaces.web.tabs import about

router = APIRouter(route_class=PageRoute, include_in_schema=False)
MeasurePath = Annotated[str, Path(pattern=r"^[A-Z][A-Z0-9_]{1,19}$")]


@router.get("/vereinbarungen/{agreement_id}/daten", operation_id="page_figures")
def show_figures(
    request: Request, system: TheSystem, actor: TheActor, agreement_id: AgreementPath, known: TheKnown
) -> Response:
    """Every delivery, the newest first, and the measures that can be looked into."""
    case = system.courses.course(actor, agreement_id, known_at=known.at)
    terms = case.agreement.terms
    codes = dict.fromkeys(line.measure for line in terms.lines)
    measures = {code: measure.name for code in codes if (measure := terms.measure(code))}
    found = tuple(reversed(deliveries(Counting.among(case.records))))
    return page(
        request,
        "figures.html",
        **about(case, known, "/daten"),
        acts=acts_now(case, actor, known),
        deliveries=found,
        measures=measures,
        months=[*span(f"{terms.year}-01", f"{terms.year}-12"), *span(f"{terms.year - 1}-01", f"{terms.year - 1}-12")],
        today=system.service.today(),
    )


@router.get("/vereinbarungen/{agreement_id}/daten/{measure}", operation_id="page_matrix")
def show_matrix(
    request: Request,
    system: TheSystem,
    actor: TheActor,
    agreement_id: AgreementPath,
    measure: MeasurePath,
    known: TheKnown,
    sex: Annotated[Sex, Query(alias="geschlecht")] = Sex.TOTAL,
    form: Annotated[Form | None, Query(alias="form")] = None,
) -> Response:
    """Each load's values for each month of one figure, changed values marked."""
    case = system.courses.course(actor, agreement_id, known_at=known.at)
    found = system.explanations.matrix(actor, agreement_id, measure, sex=sex, form=form, known_at=known.at)
    return page(
        request,
        "matrix.html",
        **about(case, known, "/daten"),
        found=found,
        loads=[_heading(column) for column in reversed(found.columns)],
        sexes=tuple(Sex),
        forms=tuple(Form),
        sex=sex,
    )


def _heading(column: Column) -> tuple[str, str, str]:
    """A load above its values: load state, revision, day of loading."""
    return numbers.column(column.load_state), column.revision, numbers.day(column.loaded_on)
