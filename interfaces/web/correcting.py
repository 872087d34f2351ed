"""Figures by hand: a load delivered again from its own figures, and what a delivery or its release would change."""

from collections.abc import Iterator
from typing import Any

from application.figure_files.dry_run import LineChange
from application.figure_files.release_effects import line_changes, release_changes
from application.lists.courses import Course
from application.reading.agreement_at import visible
from domain.facts import FiguresDelivered, FiguresReleased
from domain.figures import Load
from domain.record import Actor, Draft
from interfaces.bootstrap import System
from interfaces.web.forms.typed import Typed, typed_from
from interfaces.web.titles import county_of, lines_of


def corrected_load(case: Course, delivery_id: str) -> Typed:
    """The figures of a delivery, to be corrected; nothing where there is no such delivery."""
    facts = (record.fact for record in case.records)
    found = next((one for one in facts if isinstance(one, FiguresDelivered) and one.delivery_id == delivery_id), None)
    if found is None:
        return {}
    return {"load": typed_from(Load, found.load), "correction": {"of": delivery_id}}


def effects(system: System, actor: Actor, case: Course, draft: Draft) -> dict[str, Any]:
    """The lines that would stand otherwise, for a release and for a delivery once it is released; with their names."""
    agreement, fact = case.agreement, draft.fact
    found: Iterator[LineChange]
    match fact:
        case FiguresReleased():
            found = release_changes(visible(system.journal, actor, agreement.id), [fact.delivery_id])
        case FiguresDelivered():
            found = line_changes(visible(system.journal, actor, agreement.id), [draft], system.service.now())
        case _:
            return {"changes": None}
    return {
        "changes": tuple(found),
        "names": {agreement.id: f"{county_of(agreement)} {agreement.terms.year}"},
        **lines_of([agreement]),
    }
