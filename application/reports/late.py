"""Late entries: what was recorded more than fourteen days after it happened."""

from collections.abc import Iterable, Iterator
from datetime import date

from pydantic import Field

from application.reports.row import EntryRow, Life, place
from application.service import GERMANY
from application.wishes import LATE_AFTER_DAYS
from domain.record import Role
from domain.rulebook.any_act import RECORDED_LATE
from domain.values import Instant


class LateEntry(EntryRow):
    """An entry recorded late; `noticed` says whether it carries the finding that it must carry."""

    occurred_on: date = Field(title="rechtlicher Tag")
    recorded_at: Instant = Field(title="festgehalten (UTC)")
    days: int = Field(title="Tage")
    role: Role = Field(title="Rolle")
    office: str = Field(title="Funktion")
    reason: str | None = Field(title="Grund")
    noticed: bool = Field(title="als Feststellung vermerkt")


def late_entries(lives: Iterable[Life], on: date) -> Iterator[LateEntry]:  # noqa: ARG001 - all reports are asked alike
    """Every entry whose day in Germany lies more than fourteen days before that of its recording."""
    for record in (record for life in lives for record in life):
        days = (record.recorded_at.astimezone(GERMANY).date() - record.occurred_on).days
        if days > LATE_AFTER_DAYS:
            yield LateEntry.model_validate(
                {
                    **place(record),
                    "occurred_on": record.occurred_on,
                    "recorded_at": record.recorded_at,
                    "days": days,
                    "role": record.provenance.role,
                    "office": record.provenance.office,
                    "reason": record.provenance.reason,
                    "noticed": RECORDED_LATE.code in {finding.rule for finding in record.findings},
                }
            )
