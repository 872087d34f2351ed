"""Circumstances and legal changes, one row per agreement and thing: was the same thing appraised alike?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol

from application.lists.milestones import Milestones, Noted
from domain.agreement import fold
from domain.facts import AgreementDrafted
from domain.mending import counting
from domain.record import Record, Role
from domain.state import Agreement
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


class Noting(Protocol):
    """What rows are formed of: an agreement, and what it noted."""

    @property
    def agreement(self) -> Agreement:
        """Its state."""

    @property
    def milestones(self) -> Milestones:
        """What it noted."""


@dataclass(frozen=True, slots=True)
class AfterAll:
    """Implements Noting by all records of an agreement, without its figures."""

    agreement: Agreement
    milestones: Milestones

    @classmethod
    def of(cls, records: Sequence[Record]) -> "AfterAll | None":
        """An agreement after its records; None for a stream that is no agreement's."""
        if not isinstance(records[0].fact, AgreementDrafted):
            return None
        agreement, milestones = fold(records), Milestones()
        assert agreement is not None, "a draft begins an agreement"
        for record in counting(records):
            milestones = milestones.evolve(record)
        return cls(agreement, milestones)


def rows(case: Noting) -> Mapping[str, CircumstanceRow]:
    """The agreement's circumstances and legal changes that were not taken back, by reference."""
    return {noted.reference: _row(case, noted) for noted in case.milestones.noted}


def _row(case: Noting, noted: Noted) -> CircumstanceRow:
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
