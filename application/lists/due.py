"""Due items: everything an agreement waits for, since when, by when and from whom; the same on every day."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields
from datetime import date
from functools import lru_cache, partial
from typing import Any

from application.lists import due_agreeing, due_figures, due_judging, due_talks
from application.lists.agreement_course import Case
from application.lists.due_item import DueItem, DueKind, Waits
from domain.state import ENDED
from domain.values import AgreementId

NO_END = date.max.isoformat()
_AS_THEY_ARE = tuple(one.name for one in fields(Waits) if one.name != "says")
Waiting = Callable[[Case], Iterator[Waits]]


def rows(case: Case) -> Mapping[str, DueItem]:
    """Everything the agreement waits for, by kind and reference; once it has ended, only a review of its assessment."""
    return {key: item for part in PARTS for key, item in part(case).items()}


def _items(waiting: Waiting, case: Case) -> Mapping[str, DueItem]:
    if case.agreement.status in ENDED and waiting not in due_judging.WAITING:
        return {}
    items = (_item(case.agreement.id, waits) for waits in waiting(case))
    return {f"{item.kind}:{item.reference}": item for item in items}


@lru_cache(4096)
def _item(agreement_id: AgreementId, waits: Waits) -> DueItem:
    """The same object as long as the same is waited for, so that nobody writes it again."""
    kind, says, values = DueKind(waits.says.code), waits.says.in_german(), waits.says.plain()
    as_they_are = {name: getattr(waits, name) for name in _AS_THEY_ARE}
    return DueItem(agreement_id=agreement_id, kind=kind, says=says, values=values, **as_they_are)


_STAGES = (due_agreeing, due_talks, due_figures, due_judging)
PARTS = tuple(partial(_items, waiting) for stage in _STAGES for waiting in stage.WAITING)
"""The parts of the rows, each formed for itself."""


def place(row: Mapping[str, Any]) -> str:
    """Items with a deadline come first, then those due longest."""
    return " ".join((row["due_by"] or NO_END, row["due_from"], row["agreement_id"], row["kind"], row["reference"]))


def place_of(item: DueItem) -> str:
    """The place of an item that was read."""
    return place(item.model_dump(mode="json"))


def since(row: Mapping[str, Any]) -> str:
    """Before its day an item is not due."""
    return str(row["due_from"])


def tags(row: Mapping[str, Any]) -> list[str]:
    """Found by who has to do it."""
    return [f"role:{role}" for role in row["roles"]]
