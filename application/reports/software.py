"""Which version of the software took each decision."""

from collections.abc import Iterable, Iterator
from datetime import date

from pydantic import Field

from application.reports.row import EntryRow, Life, place
from domain.values import Instant


class DecidedBy(EntryRow):
    """An entry and the software that decided it."""

    recorded_at: Instant = Field(title="festgehalten (UTC)")
    software: str = Field(title="Software")


def decided_by(lives: Iterable[Life], on: date) -> Iterator[DecidedBy]:  # noqa: ARG001 - all reports are asked alike
    """Every entry with its software."""
    for record in (record for life in lives for record in life):
        yield DecidedBy.model_validate(
            {**place(record), "recorded_at": record.recorded_at, "software": record.software}
        )
