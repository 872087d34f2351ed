"""A file of figures as decisions see it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from domain import facts
from domain.facts import FigureFileDelivered
from domain.record import Record
from domain.state import Decision
from domain.values import PersonId


@dataclass(frozen=True, slots=True)
class FigureFile:
    """A file, who delivered it, and what became of it."""

    version: int
    delivered: FigureFileDelivered
    by: PersonId
    on: date
    decision: Decision = Decision.PENDING


def fold(records: Iterable[Record]) -> FigureFile | None:
    """A file after these records; None when it was never delivered."""
    file: FigureFile | None = None
    for record in records:
        match record.fact:
            case FigureFileDelivered() as fact:
                file = FigureFile(record.version, fact, record.provenance.actor, record.occurred_on)
            case facts.FigureFileReleased() if file:
                file = replace(file, version=record.version, decision=Decision.RELEASED)
            case facts.FigureFileRejected() if file:
                file = replace(file, version=record.version, decision=Decision.REJECTED)
    return file
