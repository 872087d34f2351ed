"""An agreement at an instant, within a reader's scope: one object for everything that follows from its records."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import fields
from datetime import datetime
from functools import cached_property
from threading import Lock
from uuid import UUID

from cachetools import LRUCache

from application.ports import Journal
from application.reading.sources import Counting
from application.reading.visibility import may_see, sees
from domain import attainment as attainment_state
from domain.agreement import fold
from domain.attainment import Attainment
from domain.facts import AgreementDrafted, RecordRetracted
from domain.record import Actor, Draft, Fact, Record
from domain.rulebook.any_act import UNKNOWN_AGREEMENT
from domain.state import Agreement
from domain.values import AGREEMENT_ID, AgreementId

REMEMBERED = 128
"""Agreements kept; the least recently read goes first."""


class AgreementAt:
    """An agreement after some of its records, from its draft on; each view of it is formed when first asked for."""

    def __init__(self, records: Sequence[Record]) -> None:
        self.records = tuple(records)

    @cached_property
    def agreement(self) -> Agreement:
        """The agreement as decisions know it."""
        agreement = fold(self.records)
        assert agreement is not None, "a draft begins an agreement"
        return agreement

    @cached_property
    def attainment(self) -> Attainment:
        """The terms and loads that attainment is computed from."""
        attainment = attainment_state.fold(self.records)
        assert attainment is not None, "an agreement begins with its terms"
        return attainment

    @cached_property
    def counting(self) -> Counting:
        """The records without those taken back."""
        return Counting.among(self.records)

    def after(self, records: Sequence[Record]) -> "AgreementAt":
        """The agreement after these records; goes on from this one where they begin with its own."""
        later, known = AgreementAt(records), len(self.records)
        if len(records) < known or records[known - 1].event_id != self.records[-1].event_id:
            return later
        newer = later.records[known:]
        if not newer:
            return self
        # A retraction changes the state before it.
        if "agreement" in self.__dict__ and not any(isinstance(record.fact, RecordRetracted) for record in newer):
            later.__dict__["agreement"] = fold(newer, self.agreement)
        if "attainment" in self.__dict__:
            later.__dict__["attainment"] = attainment_state.fold(newer, self.attainment)
        return later


class Agreements:
    """Agreements read last; each is known by its first event's id, wherever it is kept."""

    def __init__(self) -> None:
        self._held: LRUCache[UUID, AgreementAt] = LRUCache(REMEMBERED)
        self._lock = Lock()

    def at(self, records: Sequence[Record]) -> AgreementAt:
        """The agreement after these records, which begin with its first and are not empty."""
        first = records[0].event_id
        with self._lock:
            held = self._held.get(first)
        found = held.after(records) if held else AgreementAt(records)
        if held is None or len(records) >= len(held.records):
            with self._lock:
                self._held[first] = found
        return found


_agreements = Agreements()


def visible(journal: Journal, actor: Actor, agreement_id: AgreementId, known_at: datetime | None = None) -> AgreementAt:
    """An agreement as known at an instant; refuses one that does not exist for this actor.

    Rights come first: to refuse what exists takes as long as to refuse what does not.
    """
    named = re.fullmatch(AGREEMENT_ID, agreement_id) is not None
    records = journal.records(agreement_id, known_at=known_at) if named and may_see(actor, agreement_id) else ()
    if not records or not _exists_for(actor, records[0].fact):
        UNKNOWN_AGREEMENT.refuse(agreement=agreement_id)
    return _agreements.at(records)


def _exists_for(actor: Actor, first: Fact) -> bool:
    """Whether a stream is an agreement, other streams have names alike, and its parties, who stay, let the actor in."""
    return isinstance(first, AgreementDrafted) and sees(actor, first.terms)


def as_if_recorded(drafts: Sequence[Draft], now: datetime) -> Iterator[Record]:
    """Drafts decided but not yet stored, as records without a position."""
    for draft in drafts:
        values = {field.name: getattr(draft, field.name) for field in fields(Draft)}
        yield Record(**values, position=0, recorded_at=now)
