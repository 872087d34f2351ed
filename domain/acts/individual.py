"""Individual goals and topics: report, appraise."""

from domain.acts.common import as_asked, decides, must_be
from domain.acts.follow_up import FOLLOWED
from domain.facts import CriterionAppraised, StepReported, TopicReported
from domain.facts.individual import Appraisal, Progress
from domain.facts.signing import Document
from domain.record import COUNTY, PARTIES, Context, Decided, Request
from domain.rulebook.follow_up import (
    CRITERION_BEFORE_STEPS,
    STEP_WITHOUT_EVIDENCE,
    UNKNOWN_CRITERION,
    UNKNOWN_STEP,
    UNKNOWN_TOPIC,
)
from domain.state import Agreement
from domain.terms import Clause
from domain.values import Several, Slug, Text


class ReportStep(Request):
    """Report how far a step of an individual goal has come."""

    title = "Umsetzungsschritt berichten"
    title_en = "report on a step"
    permitted = COUNTY

    step_id: Slug
    progress: Progress
    says: Text
    evidence: Several[Document] = ()


class AppraiseCriterion(Request):
    """Appraise a success criterion."""

    title = "Erfolgskriterium würdigen"
    title_en = "appraise a success criterion"
    permitted = PARTIES

    criterion_id: Slug
    appraisal: Appraisal
    says: Text
    evidence: Several[Document] = ()


class ReportTopic(Request):
    """Report on a topic that is not judged."""

    title = "Thema berichten"
    title_en = "report on a topic"
    permitted = COUNTY

    topic: Slug | Clause
    says: Text
    evidence: Several[Document] = ()


@decides(ReportStep)
def report_step(agreement: Agreement, request: ReportStep, context: Context) -> Decided:
    """A step's progress; done only with evidence."""
    must_be(agreement, FOLLOWED, request)
    known = {step.id for goal in agreement.terms.goals for step in goal.steps}
    UNKNOWN_STEP.refuse_if(request.step_id not in known, step=request.step_id)
    unproven = request.progress is Progress.DONE and not request.evidence
    STEP_WITHOUT_EVIDENCE.refuse_if(unproven, step=request.step_id)
    return Decided(as_asked(StepReported, request))


@decides(AppraiseCriterion)
def appraise_criterion(agreement: Agreement, request: AppraiseCriterion, context: Context) -> Decided:
    """An appraisal; steps of the goal that are still open are a finding."""
    must_be(agreement, FOLLOWED, request)
    goal = next((g for g in agreement.terms.goals if request.criterion_id in {c.id for c in g.criteria}), None)
    if goal is None:
        UNKNOWN_CRITERION.refuse(criterion=request.criterion_id)
    unfinished = [step.id for step in goal.steps if agreement.steps.get(step.id) is not Progress.DONE]
    return Decided(
        as_asked(CriterionAppraised, request),
        findings=CRITERION_BEFORE_STEPS.notice_if(
            bool(unfinished), criterion=request.criterion_id, steps=", ".join(unfinished)
        ),
    )


@decides(ReportTopic)
def report_topic(agreement: Agreement, request: ReportTopic, context: Context) -> Decided:
    """A report on a goal's topic or on a principle."""
    must_be(agreement, FOLLOWED, request)
    topics = {topic.id for goal in agreement.terms.goals for topic in goal.topics}
    principles = {principle.clause for principle in agreement.terms.principles}
    UNKNOWN_TOPIC.refuse_if(request.topic not in topics | principles, topic=request.topic)
    return Decided(as_asked(TopicReported, request))
