"""The final assessment: the present one, those it replaced, and what the county answered to each."""

from datetime import date
from functools import reduce
from typing import Any, get_args

from application.reading.parts.part import Statements, because
from application.reading.sources import Counting, Source
from domain import facts
from domain.facts.judging import Addressed, Assessment, ComputedVerdict, CountyPosition, Judgement, Outcome
from domain.facts.signing import Document
from domain.reasons import ITSELF, Reason
from domain.record import Fact
from domain.said_from import SaidFrom
from domain.state import Answer
from domain.terms import Clause
from domain.values import DialogId, Frozen, Slug

ASSESSMENT = Reason("assessment_made", "Gesamtbewertung")
MADE = Reason("made_on", "vom {day} (Eintrag {version})")
VERDICT = Reason("verdict_on", "Urteil „{title}“")
JUDGED = Reason("judged_beside_computed", "{judged}, errechnet {computed}")
POSITION = Reason("position_of_county", "Stellungnahme der Kommune")
ANSWER = Reason("answer_of_county", "Antwort der Kommune")
THEN = Reason("then", "{one} – {other}")


_JUDGING = get_args(facts.Judging)


class JudgedVerdict(Frozen):
    """The computed outcome and the judgement; `differs` when they are not the same, and then it cites why."""

    verdict_id: Slug
    clause: Clause
    title: str
    computed: Outcome
    judged: Outcome
    differs: bool
    why: str | None
    cites: tuple[str, ...]


class CountyAnswer(Frozen):
    """A step of the answer: the county took note, contested or stayed silent, or the Land answered its objection."""

    answer: Answer
    says: str | None = None
    evidence: tuple[Document, ...] = ()
    asked_on: date | None = None
    source: Source


class AssessmentEntry(Frozen):
    """An assessment as it was made; `cause` says why an earlier one was replaced."""

    cause: str | None
    dialog_id: DialogId
    summary: str
    verdicts: tuple[JudgedVerdict, ...]
    addressed: tuple[Addressed, ...]
    county: CountyPosition
    derivation: tuple[dict[str, Any], ...]
    said_from: tuple[SaidFrom, ...]
    answer: Answer | None
    answers: tuple[CountyAnswer, ...]
    closed: Source | None
    source: Source


class FinalAssessment(Frozen):
    """The assessment that stands, null before there is one, and the earlier ones, oldest first."""

    present: AssessmentEntry | None
    earlier: tuple[AssessmentEntry, ...]


def final_assessment(counting: Counting) -> FinalAssessment:
    """Every assessment with what followed it."""
    made: tuple[AssessmentEntry, ...] = ()
    for record in counting.records:
        if isinstance(record.fact, _JUDGING):
            made = _evolve(made, record.fact, counting.source(record))
    return FinalAssessment(present=made[-1] if made else None, earlier=made[:-1])


def statements(counting: Counting) -> Statements:
    """The assessment that stands, its verdicts, and what the county said to it."""
    present = final_assessment(counting).present
    if present is None:
        return {}
    made = MADE.said(day=present.source.occurred_on, version=present.source.version)
    verdicts = {
        VERDICT.said(title=one.title): because(JUDGED.said(judged=one.judged, computed=one.computed), one.why)
        for one in present.verdicts
    }
    position = because(ITSELF.said(value=present.county.stance), present.county.says)
    answers = [because(ITSELF.said(value=one.answer), one.says) for one in present.answers]
    said = {ASSESSMENT.said(): because(made, present.summary), **verdicts, POSITION.said(): position}
    if answers:
        said[ANSWER.said()] = reduce(lambda one, other: THEN.said(one=one, other=other), answers)
    return said


def _evolve(made: tuple[AssessmentEntry, ...], fact: Fact, source: Source) -> tuple[AssessmentEntry, ...]:
    match fact:
        case facts.FinalAssessmentMade():
            return (*made, _entry(fact.assessment, None, source))
        case facts.AssessmentRevised():
            return (*made, _entry(fact.assessment, fact.cause, source))
        case facts.AssessmentAcknowledged():
            return _answered(made, CountyAnswer(answer=Answer.ACKNOWLEDGED, source=source))
        case facts.AssessmentContested(grounds=says, evidence=evidence):
            return _answered(made, CountyAnswer(answer=Answer.CONTESTED, says=says, evidence=evidence, source=source))
        case facts.ContestAnswered(says=says):
            return _answered(made, CountyAnswer(answer=Answer.ANSWERED, says=says, source=source))
        case facts.NoAnswerRecorded(asked_on=asked_on):
            return _answered(made, CountyAnswer(answer=Answer.SILENT, asked_on=asked_on, source=source))
        case facts.AgreementClosed():
            return (*made[:-1], made[-1].model_copy(update={"closed": source}))
        case _:
            return made


def _answered(made: tuple[AssessmentEntry, ...], said: CountyAnswer) -> tuple[AssessmentEntry, ...]:
    present = made[-1]
    answers = (*present.answers, said)
    return (*made[:-1], present.model_copy(update={"answer": said.answer, "answers": answers}))


def _entry(assessment: Assessment, cause: str | None, source: Source) -> AssessmentEntry:
    computed = {verdict.verdict_id: verdict for verdict in assessment.computed}
    return AssessmentEntry(
        cause=cause,
        dialog_id=assessment.dialog_id,
        summary=assessment.summary,
        verdicts=tuple(_verdict(computed[one.verdict_id], one) for one in assessment.judgements),
        addressed=assessment.addressed,
        county=assessment.county,
        derivation=assessment.derivation,
        said_from=assessment.said_from,
        answer=None,
        answers=(),
        closed=None,
        source=source,
    )


def _verdict(computed: ComputedVerdict, judgement: Judgement) -> JudgedVerdict:
    return JudgedVerdict(
        verdict_id=computed.verdict_id,
        clause=computed.clause,
        title=computed.title,
        computed=computed.outcome,
        judged=judgement.outcome,
        differs=judgement.outcome is not computed.outcome,
        why=judgement.why,
        cites=judgement.cites,
    )
