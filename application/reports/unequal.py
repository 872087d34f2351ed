"""The same thing noted or appraised in one agreement and not in the others of its year."""

from collections.abc import Iterable, Iterator
from datetime import date
from enum import StrEnum

from pydantic import Field

from application.lists import circumstances
from application.lists.circumstances import AfterAll, CircumstanceRow
from application.lists.reading import side_by_side
from application.reports.row import Life, ReportRow
from domain.state import Status
from domain.values import AgreementId


class Unequal(StrEnum):
    """In which way agreements of one year were treated unequally."""

    NOTED_HERE_ONLY = "noted_here_only"
    APPRAISED_HERE_ONLY = "appraised_here_only"


class UnequalTreatment(ReportRow):
    """A legal change or circumstance that some agreements of a year have and others lack."""

    about: str = Field(title="worum es geht")
    year: int = Field(title="Jahr")
    unequal: Unequal = Field(title="ungleich")
    here: str = Field(title="hier")
    elsewhere: str = Field(title="anderswo nicht")
    asked: int = Field(title="Vereinbarungen des Jahres")
    same_as: str = Field(title="Kennung der Sache")


def unequal_treatment(lives: Iterable[Life], _: date) -> Iterator[UnequalTreatment]:
    """Everything that was noted in some agreements of a year and not in all, or appraised in some and not in all."""
    years: dict[int, set[AgreementId]] = {}
    assessed: set[AgreementId] = set()
    rows: list[CircumstanceRow] = []
    for life in lives:
        case = AfterAll.of(life)
        if case is None:
            continue
        rows += circumstances.rows(case).values()
        if case.agreement.binding_since:
            years.setdefault(case.agreement.terms.year, set()).add(case.agreement.id)
        if case.agreement.status in {Status.ASSESSED, Status.CLOSED}:
            assessed.add(case.agreement.id)
    for same in side_by_side(rows):
        first, having = same.rows[0], {row.agreement_id for row in same.rows}
        everybody = years.get(first.year, set())
        appraised = {row.agreement_id for row in same.rows if row.has_effect is not None}
        yield from _row(first, Unequal.NOTED_HERE_ONLY, having, everybody - having, everybody)
        yield from _row(first, Unequal.APPRAISED_HERE_ONLY, appraised, having & assessed - appraised, everybody)


def _row(
    about: CircumstanceRow,
    unequal: Unequal,
    here: set[AgreementId],
    elsewhere: set[AgreementId],
    everybody: set[AgreementId],
) -> Iterator[UnequalTreatment]:
    if here and elsewhere:
        yield UnequalTreatment(
            same_as=about.same_as,
            about=about.says if about.kind != "law" else f"{about.says} ({about.about})",
            year=about.year,
            unequal=unequal,
            here=", ".join(sorted(here)),
            elsewhere=", ".join(sorted(elsewhere)),
            asked=len(everybody),
        )
