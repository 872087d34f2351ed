"""Reading an agreement within a reader's scope."""

import re
from collections import OrderedDict
from collections.abc import Iterator, Sequence
from dataclasses import fields
from datetime import datetime
from threading import Lock
from uuid import UUID

from application.ports import Journal
from application.reading.visibility import sees
from domain.agreement import fold
from domain.facts import AgreementDrafted, RecordRetracted
from domain.record import Actor, Draft, Record
from domain.rulebook.any_act import UNKNOWN_AGREEMENT
from domain.state import Agreement
from domain.values import AGREEMENT_ID, AgreementId

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


_folds = Folds()


def visible(
    journal: Journal, actor: Actor, agreement_id: AgreementId, known_at: datetime | None = None
) -> tuple[Agreement, Sequence[Record]]:
    """An agreement and its records as known at an instant; refuses one that does not exist for this actor."""
    named = re.fullmatch(AGREEMENT_ID, agreement_id) is not None
    records = journal.records(agreement_id, known_at=known_at) if named else ()
    begun = bool(records) and isinstance(records[0].fact, AgreementDrafted)  # other streams have names alike
    agreement = _folds.agreement(records) if begun else None
    if agreement is None or not sees(actor, agreement.terms):
        UNKNOWN_AGREEMENT.refuse(agreement=agreement_id)
    return agreement, records


def as_if_recorded(drafts: Sequence[Draft], now: datetime) -> Iterator[Record]:
    """What is decided but not yet taken by the journal, as records without a position."""
    for draft in drafts:
        values = {field.name: getattr(draft, field.name) for field in fields(Draft)}
        yield Record(**values, position=0, recorded_at=now)
