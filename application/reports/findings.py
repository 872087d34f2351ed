"""Findings and how each was answered."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from pydantic import Field

from application.lists import circumstances
from application.lists.circumstances import AfterAll
from application.lists.reading import side_by_side
from application.reports.row import EntryRow, Life, ReportRow, place
from domain.facts import AssessmentRevised, FinalAssessmentMade, RecordRetracted
from domain.facts.judging import Addressed
from domain.record import Record
from domain.rules import Finding
from domain.values import AgreementId, Words


class Response(StrEnum):
    """How a finding was answered."""

    ADDRESSED = "addressed"
    OPEN = "open"
    RETRACTED = "retracted"


class FindingAnswered(EntryRow):
    """A finding, and how it was answered: appraised in an assessment, open, or gone with the entry it was about."""

    rule: str = Field(title="Regel")
    clause: str = Field(title="Fundstelle")
    says: Words = Field(title="Feststellung")
    response: Response = Field(title="beantwortet")
    has_effect: bool | None = Field(title="mit Auswirkung")
    why: str | None = Field(title="Würdigung")
    answered_by: int | None = Field(title="durch Stand")


@dataclass(frozen=True, slots=True)
class _Appraised:
    by: int
    addressed: Addressed


def findings_answered(lives: Iterable[Life], on: date) -> Iterator[FindingAnswered]:  # noqa: ARG001
    """Every finding of every entry; where several assessments appraised it, what the last one said."""
    for life in lives:
        retracted = {one.fact.version: one.version for one in life if isinstance(one.fact, RecordRetracted)}
        appraised = _appraised(life)
        for record in life:
            for finding in record.findings:
                yield _answered(record, finding, retracted.get(record.version), appraised)


def _answered(
    record: Record, finding: Finding, retracted_by: int | None, appraised: dict[str, _Appraised]
) -> FindingAnswered:
    answer = appraised.get(f"finding:{record.version}:{finding.rule}") or _as_a_duty(record, finding, appraised)
    said: dict[str, object] = {"response": Response.OPEN, "has_effect": None, "why": None, "answered_by": None}
    if retracted_by is not None:
        said |= {"response": Response.RETRACTED, "answered_by": retracted_by}
    elif answer is not None:
        said |= {
            "response": Response.ADDRESSED,
            "has_effect": answer.addressed.has_effect,
            "why": answer.addressed.why,
            "answered_by": answer.by,
        }
    about = {"rule": finding.rule, "clause": finding.clause, "says": finding.says}
    return FindingAnswered.model_validate({**place(record), **about, **said})


def _as_a_duty(record: Record, finding: Finding, appraised: dict[str, _Appraised]) -> _Appraised | None:
    """An assessment that notices a neglected duty has appraised that duty itself."""
    found = appraised.get(f"duty:{finding.rule}")
    return found if found and isinstance(record.fact, FinalAssessmentMade | AssessmentRevised) else None


def _appraised(life: Life) -> dict[str, _Appraised]:
    return {
        addressed.reference: _Appraised(record.version, addressed)
        for record in life
        if isinstance(record.fact, FinalAssessmentMade | AssessmentRevised)
        for addressed in record.fact.assessment.addressed
    }


class AppraisedDifferently(ReportRow):
    """Two assessments that appraised the same thing differently."""

    same_as: str = Field(title="dieselbe Sache")
    about: str = Field(title="worum es geht")
    agreement_id: AgreementId = Field(title="Vereinbarung")
    reference: str = Field(title="dort festgehalten als")
    has_effect: bool | None = Field(title="mit Auswirkung")
    why: str | None = Field(title="Würdigung")


def appraised_differently(lives: Iterable[Life], on: date) -> Iterator[AppraisedDifferently]:  # noqa: ARG001
    """Every agreement's row of each thing that was not appraised alike, side by side."""
    cases = map(AfterAll.of, lives)
    rows = [row for case in cases if case is not None for row in circumstances.rows(case).values()]
    for same in side_by_side(rows):
        if same.appraised_alike is False:
            for row in same.rows:
                yield AppraisedDifferently(
                    same_as=same.same_as,
                    about=row.says if row.kind != "law" else f"{row.says} ({row.about})",
                    agreement_id=row.agreement_id,
                    reference=row.reference,
                    has_effect=row.has_effect,
                    why=row.why,
                )
