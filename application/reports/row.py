"""Fields of every row of a report."""

from collections.abc import Sequence
from datetime import date

from pydantic import Field

from domain.record import Record
from domain.values import AgreementId, Frozen, Instant, Words

Life = Sequence[Record]
"""The records of one agreement, or of a register that belongs to none, in order."""


class Searched(Frozen):
    """What an answer rests on, also one that is empty: what was searched, up to where, as of when, by which rule."""

    streams: int
    entries: int
    position: int
    """The last position read; 0 = nothing was there to read."""
    on: date
    known_at: Instant | None
    rule: Words
    checkpoint: int | None
    """Entries below the last checkpoint that was made by then."""


class ReportRow(Frozen):
    """A line of a report; the fields' titles are its German headings."""


class EntryRow(ReportRow):
    """A line about one entry."""

    agreement_id: AgreementId = Field(title="Vereinbarung")
    version: int = Field(title="Stand")
    position: int = Field(title="Position")
    title: Words = Field(title="was")


def place(record: Record) -> dict[str, object]:
    """Where an entry stands, and what it is."""
    return {
        "agreement_id": record.stream_id,
        "version": record.version,
        "position": record.position,
        "title": record.fact.title,
    }
