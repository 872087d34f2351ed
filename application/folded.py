"""Agreements as they were last folded: facts never change, so only what is newer has to be folded in."""

from collections import OrderedDict
from collections.abc import Sequence
from threading import Lock
from uuid import UUID

from domain.agreement import fold
from domain.facts import RecordRetracted
from domain.record import Record
from domain.state import Agreement

REMEMBERED = 128
"""Agreements kept; the least recently read goes first."""


class Folds:
    """Gives what `fold` gives, and remembers it; an agreement is known by its first event's id, wherever it is kept."""

    def __init__(self) -> None:
        self._held: OrderedDict[UUID, tuple[Sequence[Record], Agreement]] = OrderedDict()
        self._lock = Lock()

    def agreement(self, records: Sequence[Record]) -> Agreement:
        """The agreement after these records, which begin with its first and are not empty."""
        first = records[0].event_id
        with self._lock:
            held = self._held.get(first)
        agreement = _continued(records, *held) if held else fold(records)
        assert agreement is not None, "there are records"
        if held is None or len(records) >= len(held[0]):
            self._keep(first, (records, agreement))
        return agreement

    def _keep(self, first: UUID, held: tuple[Sequence[Record], Agreement]) -> None:
        with self._lock:
            self._held[first] = held
            self._held.move_to_end(first)
            if len(self._held) > REMEMBERED:
                self._held.popitem(last=False)


def _continued(records: Sequence[Record], known: Sequence[Record], agreement: Agreement) -> Agreement | None:
    newer = records[len(known) :]
    goes_on = len(records) >= len(known) and records[len(known) - 1].event_id == known[-1].event_id
    # What is taken back changes what came before it.
    if not goes_on or any(isinstance(record.fact, RecordRetracted) for record in newer):
        return fold(records)
    return fold(newer, agreement)
