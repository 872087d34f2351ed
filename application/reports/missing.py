"""Expected loads that never came."""

from collections.abc import Iterable, Iterator
from datetime import date

from pydantic import Field

from application.reports.row import Life, Row
from application.views.due_figures import not_delivered
from domain.agreement import fold
from domain.facts import AgreementDrafted, AgreementTerminated
from domain.values import AgreementId, Month


class MissingLoad(Row):
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
