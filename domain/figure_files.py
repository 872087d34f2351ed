"""A file of figures as decisions see it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from domain import facts
from domain.facts import FigureFileDelivered
from domain.facts.figure_files import PreviewId
from domain.record import Record
from domain.state import Decision
from domain.values import PersonId


@dataclass(frozen=True, slots=True)
class FigureFile:
    """A file, the record of its delivery, and what became of it by which record."""

    version: int
    delivered: FigureFileDelivered
    delivery: Record
    decision: Decision = Decision.PENDING
    decided: Record | None = None
    decided_on: PreviewId | None = None
    """The preview the decision was based on."""

    @property
    def by(self) -> PersonId:
        """Who delivered it."""
        return self.delivery.provenance.actor

    @property
    def on(self) -> date:
        """When it was delivered."""
        return self.delivery.occurred_on


def fold(records: Iterable[Record]) -> FigureFile | None:
    """A file after these records; None when it was never delivered."""
    file: FigureFile | None = None
    for record in records:
        match record.fact:
            case FigureFileDelivered() as fact:
                file = FigureFile(record.version, fact, record)
            case facts.FigureFileReleased(preview=preview) if file:
                file = _decided(file, record, Decision.RELEASED, preview)
            case facts.FigureFileRejected(preview=preview) if file:
                file = _decided(file, record, Decision.REJECTED, preview)
    return file


def _decided(file: FigureFile, record: Record, decision: Decision, preview: PreviewId | None) -> FigureFile:
    return replace(file, version=record.version, decision=decision, decided=record, decided_on=preview)
