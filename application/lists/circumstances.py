"""Circumstances and legal changes, one row per agreement and thing: was the same thing appraised alike?"""

from collections.abc import Mapping
from datetime import date
from typing import Any

from application.lists.agreement_course import Case
from application.lists.milestones import Noted
from domain.record import Role
from domain.values import AgreementId, Frozen, LineId, Number, PartyId


class CircumstanceRow(Frozen):
    """A circumstance or legal change of one agreement, and how the final assessment appraised it.

    `same_as` is equal for what is the same thing in several agreements: a law by its citation, a budget line or
    benchmark by year and id, anything else by year and the id it was noted under. `has_effect` and `why` are null
    until it was appraised.
    """

    agreement_id: AgreementId
    year: int
    reference: str
    kind: str
    same_as: str
    about: str
    agreed: Number | None
    actual: Number | None
    says: str
    lines: tuple[LineId, ...]
    noted_by: PartyId | None
    noted_in_role: Role
    noted_on: date
    disputed: bool
    has_effect: bool | None
    why: str | None


def rows(case: Case) -> Mapping[str, CircumstanceRow]:
    """The agreement's circumstances and legal changes that were not taken back, by reference."""
    return {noted.reference: _row(case, noted) for noted in case.milestones.noted}


def _row(case: Case, noted: Noted) -> CircumstanceRow:
    agreement = case.agreement
    addressed = {one.reference: one for one in agreement.assessment.addressed} if agreement.assessment else {}
    appraised, year = addressed.get(noted.reference), agreement.terms.year
    return CircumstanceRow(
        agreement_id=agreement.id,
        year=year,
        reference=noted.reference,
        kind=noted.kind or "law",
        same_as=f"{noted.kind}:{year}:{noted.thing}" if noted.kind else f"law:{noted.thing}",
        about=noted.about,
        agreed=noted.agreed,
        actual=noted.actual,
        says=noted.says,
        lines=noted.lines,
        noted_by=noted.by,
        noted_in_role=noted.in_role,
        noted_on=noted.on,
        disputed=noted.version in agreement.disputed,
        has_effect=appraised.has_effect if appraised else None,
        why=appraised.why if appraised else None,
    )


def place(row: Mapping[str, Any]) -> str:
    """The same thing of several agreements together."""
    return str(row["same_as"])
