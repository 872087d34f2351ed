"""How the present final assessment appraised circumstances, legal changes and findings."""

from collections.abc import Mapping
from uuid import UUID

from application.views.sources import Counting
from domain.facts import AssessmentRevised, FinalAssessmentMade
from domain.values import Frozen


class AppraisedEffect(Frozen):
    """Whether something had an effect and why, and the record of the assessment that says so."""

    has_effect: bool
    why: str
    assessed_by: UUID
    assessed_in_version: int


def appraisals(counting: Counting) -> Mapping[str, AppraisedEffect]:
    """What the assessment that stands now says, by reference; empty before there is one."""
    made = [
        (record, record.fact.assessment)
        for record in counting.records
        if isinstance(record.fact, FinalAssessmentMade | AssessmentRevised)
    ]
    if not made:
        return {}
    record, assessment = made[-1]
    return {
        addressed.reference: AppraisedEffect(
            has_effect=addressed.has_effect,
            why=addressed.why,
            assessed_by=record.event_id,
            assessed_in_version=record.version,
        )
        for addressed in assessment.addressed
    }
