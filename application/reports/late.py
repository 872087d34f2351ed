"""Late entries: what was recorded more than fourteen days after it happened."""

from collections.abc import Iterable, Iterator
from datetime import date

from pydantic import Field

from application.lists.due_figures import not_delivered
from application.reports.row import EntryRow, Life, ReportRow, place
from domain.agreement import fold
from domain.facts import AgreementDrafted, AgreementTerminated
from domain.record import GERMANY, Role
from domain.rulebook.any_act import LATE_AFTER_DAYS, RECORDED_LATE
from domain.values import AgreementId, Instant, Month


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


class MissingLoad(ReportRow):
    """A report month for which nothing was delivered that was not rejected."""

    agreement_id: AgreementId = Field(title="Vereinbarung")
    report_month: Month = Field(title="Berichtsmonat")
    months_waited: int = Field(title="Monate Wartezeit")
    expected_on: date = Field(title="erwartet am")
    days: int = Field(title="Tage seither")


def missing_loads(lives: Iterable[Life], on: date) -> Iterator[MissingLoad]:
    """Every load that an agreement, once binding, expected by a day and until its termination, and that is not there.

    When a load is expected is the reading that also says what is due.
    """
    for life in lives:
        agreement = fold(life) if isinstance(life[0].fact, AgreementDrafted) else None
        if agreement is None or agreement.binding_since is None:
            continue
        ends = (record.occurred_on for record in life if isinstance(record.fact, AgreementTerminated))
        end = min([on, *ends])
        for state, expected_on in not_delivered(agreement):
            if expected_on <= end:
                yield MissingLoad(
                    agreement_id=agreement.id,
                    report_month=state.report_month,
                    months_waited=state.months_waited,
                    expected_on=expected_on,
                    days=(on - expected_on).days,
                )


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
