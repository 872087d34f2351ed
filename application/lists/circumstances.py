"""Circumstances and legal changes, one row per agreement and thing: was the same thing appraised alike?"""

from collections.abc import Iterator, Mapping
from datetime import date

from application.lists.agreement_course import Case
from domain.facts import CircumstanceNoted, LegalChangeApplied
from domain.record import Record, Role
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
    return {row.reference: row for record in case.counting for row in _row(case, record)}


def _row(case: Case, record: Record) -> Iterator[CircumstanceRow]:
    match record.fact:
        case CircumstanceNoted() as fact:
            about = fact.about or fact.circumstance_id
            yield _noted(
                case,
                record,
                reference=f"circumstance:{fact.circumstance_id}",
                kind=fact.kind,
                same_as=f"{fact.kind}:{case.agreement.terms.year}:{about}",
                about=about,
                agreed=fact.agreed,
                actual=fact.actual,
                says=fact.says,
                lines=fact.lines,
            )
        case LegalChangeApplied() as fact:
            affected = dict.fromkeys(effect.line_id for provision in fact.provisions for effect in provision.effects)
            yield _noted(
                case,
                record,
                reference=f"law:{fact.change_id}",
                kind="law",
                same_as=f"law:{' '.join(fact.citation.split())}",
                about=fact.citation,
                agreed=None,
                actual=None,
                says=fact.law,
                lines=tuple(affected),
            )
        case _:
            return


def _noted(case: Case, record: Record, **values: object) -> CircumstanceRow:
    assessment = case.agreement.assessment
    addressed = {one.reference: one for one in assessment.addressed} if assessment else {}
    appraised = addressed.get(str(values["reference"]))
    return CircumstanceRow.model_validate(
        {
            **values,
            "agreement_id": case.agreement.id,
            "year": case.agreement.terms.year,
            "noted_by": record.provenance.party,
            "noted_in_role": record.provenance.role,
            "noted_on": record.occurred_on,
            "disputed": record.version in case.agreement.disputed,
            "has_effect": appraised.has_effect if appraised else None,
            "why": appraised.why if appraised else None,
        }
    )
