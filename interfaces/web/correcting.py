"""A load delivered again: the form holds every figure of the delivery it corrects."""

from application.lists.courses import Course
from domain.facts import FiguresDelivered
from domain.figures import Load
from interfaces.web.forms.typed import Typed, typed_from


def corrected_load(case: Course, delivery_id: str) -> Typed:
    """The figures of a delivery, to be corrected; nothing where there is no such delivery."""
    facts = (record.fact for record in case.records)
    found = next((one for one in facts if isinstance(one, FiguresDelivered) and one.delivery_id == delivery_id), None)
    if found is None:
        return {}
    return {"load": typed_from(Load, found.load), "correction": {"of": delivery_id}}
