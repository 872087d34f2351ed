"""What became different in an agreement from one day to another."""

from itertools import groupby
from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from application.history.between_moments import Change, difference
from domain.german import german
from interfaces.german.labels import Labels
from interfaces.web.asking import AgreementPath, Known, TheSystem, known
from interfaces.web.rendering import page
from interfaces.web.route import PageRoute, TheActor
from interfaces.web.tabs import about

ENTRIES = 100
"""How many entries are listed, the newest first; the others stand among all entries."""

router = APIRouter(route_class=PageRoute, include_in_schema=False)


@router.get("/vereinbarungen/{agreement_id}/unterschied", operation_id="page_difference")
def show_difference(
    request: Request,
    system: TheSystem,
    actor: TheActor,
    agreement_id: AgreementPath,
    von: Annotated[str, Query(max_length=40)] = "",
    bis: Annotated[str, Query(max_length=40)] = "",
) -> Response:
    """The differences between the ends of two days: by default since all had signed, until now."""
    case = system.courses.course(actor, agreement_id)
    binding = case.agreement.binding_since
    since, until = known(von or (binding.isoformat() if binding else "")), known(bis)
    found = difference(system.journal, actor, agreement_id, since.at or 0, until.at or case.agreement.version)
    labels = Labels(case.agreement)
    changes = groupby(found.changes, key=lambda one: german(one.area))
    return page(
        request,
        "difference.html",
        **about(case, Known(), "/verlauf"),
        found=found,
        entries=found.entries[: -ENTRIES - 1 : -1],
        since=since,
        until=until,
        changes=[(area, [_told(one, labels) for one in some]) for area, some in changes],
    )


def _told(one: Change, labels: Labels) -> tuple[str, ...]:
    values = (labels.of_statement(said) if said else "" for said in (one.before, one.after))
    return labels.of_subject(one.says), *values
