"""The same circumstance or change of law, appraised differently in different counties."""

from collections.abc import Iterable, Iterator
from datetime import date

from pydantic import Field

from application.lists import side_by_side
from application.reports.row import Life, Row
from application.views import circumstances
from application.views.case import fold
from domain.values import AgreementId


class AppraisedDifferently(Row):
    """How one agreement's assessment appraised a thing that another one's appraised otherwise."""

    same_as: str = Field(title="dieselbe Sache")
    about: str = Field(title="worum es geht")
    agreement_id: AgreementId = Field(title="Vereinbarung")
    reference: str = Field(title="dort festgehalten als")
    has_effect: bool | None = Field(title="mit Auswirkung")
    why: str | None = Field(title="Würdigung")


def appraised_differently(lives: Iterable[Life], on: date) -> Iterator[AppraisedDifferently]:  # noqa: ARG001
    """Every agreement's row of each thing that was not appraised alike, side by side."""
    cases = (fold(tuple(life)) for life in lives)
    rows = [row for case in cases if case is not None for row in circumstances.rows(case).values()]
    for same in side_by_side(rows):
        if same.appraised_alike is False:
            for row in same.rows:
                yield AppraisedDifferently(
                    same_as=same.same_as,
                    about=row.about,
                    agreement_id=row.agreement_id,
                    reference=row.reference,
                    has_effect=row.has_effect,
                    why=row.why,
                )
