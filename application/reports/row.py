"""Fields of every row of a report."""

from collections.abc import Sequence

from pydantic import Field

from domain.record import Record
from domain.values import AgreementId, Frozen

Life = Sequence[Record]
"""The records of one agreement, or of a register that belongs to none, in order."""


class ReportRow(Frozen):
    """A line of a report; the fields' titles are its German headings."""


class EntryRow(ReportRow):
    """A line about one entry."""

    agreement_id: AgreementId = Field(title="Vereinbarung")
    version: int = Field(title="Stand")
    position: int = Field(title="Position")
    title: str = Field(title="was")


def place(record: Record) -> dict[str, object]:
    """Where an entry stands, and what it is."""
    return {
        "agreement_id": record.stream_id,
        "version": record.version,
        "position": record.position,
        "title": record.fact.title,
    }
