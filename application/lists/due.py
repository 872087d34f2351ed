"""What is due: everything an agreement waits for, from when on, by when and from whom; the same on every day."""

from collections.abc import Mapping
from dataclasses import asdict

from application.lists import due_agreeing, due_figures, due_judging, due_talks
from application.lists.agreement_course import Case
from application.lists.due_item import DueItem
from domain.state import ENDED


def rows(case: Case) -> Mapping[str, DueItem]:
    """Everything the agreement waits for, by kind and reference; once it has ended, only a review of its assessment."""
    ended = case.agreement.status in ENDED
    stages = (due_judging,) if ended else (due_agreeing, due_talks, due_figures, due_judging)
    items = (
        DueItem(agreement_id=case.agreement.id, **asdict(waits)) for stage in stages for waits in stage.waiting(case)
    )
    return {f"{item.kind}:{item.reference}": item for item in items}
