"""Individual goals: steps reported with evidence, criteria appraised, topics reported."""

from dataclasses import replace

import pytest

from domain.acts.individual import AppraiseCriterion, ReportStep, ReportTopic
from domain.assessing import computed, open_items
from domain.facts import CriterionAppraised, StepReported, TopicReported
from domain.facts.individual import Appraisal, Progress
from domain.facts.judging import Outcome
from domain.facts.signing import Document
from domain.record import Actor, Request
from domain.rulebook import follow_up as rules
from domain.rulebook.any_act import NOT_PERMITTED, PARTY_MISSING, WRONG_STATUS
from domain.rules import Rule
from tests.builders import A_DAY, A_SCAN, COUNTY, MINISTRY, Life, agreed_in_full, an_agreement_in_force, drafted
from tests.domain.given import given
from tests.year_to_judge import CRITERION, STEPS

TERMS = agreed_in_full()
IN_FORCE = (an_agreement_in_force(TERMS),)
BEGUN, DONE, DROPPED = Progress
MET, NOT_MET = Appraisal


def step(
    id: str = "schulung", progress: Progress = Progress.DONE, evidence: tuple[Document, ...] = (A_SCAN,)
) -> ReportStep:
    return ReportStep(occurred_on=A_DAY, step_id=id, progress=progress, says="Stand", evidence=evidence)


def appraise(id: str = "besser", appraisal: Appraisal = Appraisal.MET) -> AppraiseCriterion:
    return AppraiseCriterion(occurred_on=A_DAY, criterion_id=id, appraisal=appraisal, says="Gewürdigt")


def topic(id: str = "frauen") -> ReportTopic:
    return ReportTopic(occurred_on=A_DAY, topic=id, says="Bericht")


@pytest.mark.parametrize("progress", Progress)
def test_the_county_reports_how_far_a_step_has_come(progress: Progress) -> None:
    fact = StepReported(step_id="schulung", progress=progress, says="Stand", evidence=(A_SCAN,))
    life = given(*IN_FORCE)
    after = life.when(step(progress=progress)).then(fact).then_nothing_noticed().recorded
    assert after.agreement.steps == {"schulung": progress}
    life.when(step(progress=progress), by=MINISTRY).then_refused(NOT_PERMITTED)


def test_the_last_report_of_a_step_counts() -> None:
    begun = given(*IN_FORCE).when(step(progress=BEGUN)).recorded
    done = begun.when(step()).recorded
    assert done.agreement.steps == {"schulung": DONE}
    assert done.when(step(progress=BEGUN)).recorded.agreement.steps == {"schulung": BEGUN}


def test_a_step_is_done_only_with_evidence() -> None:
    life = given(*IN_FORCE)
    life.when(step(evidence=())).then_refused(rules.STEP_WITHOUT_EVIDENCE, saying="schulung")
    for progress in (BEGUN, DROPPED):
        life.when(step(progress=progress, evidence=())).then_nothing_noticed()


@pytest.mark.parametrize("actor", [MINISTRY, COUNTY])
@pytest.mark.parametrize("appraisal", Appraisal)
def test_each_side_appraises_a_criterion(actor: Actor, appraisal: Appraisal) -> None:
    fact = CriterionAppraised(criterion_id="besser", appraisal=appraisal, says="Gewürdigt")
    life = given(*IN_FORCE, STEPS)
    after = life.when(appraise(appraisal=appraisal), by=actor).then(fact).then_nothing_noticed().recorded
    assert after.agreement.criteria == {"besser": appraisal}


def test_a_criterion_appraised_before_the_steps_are_done_is_noticed() -> None:
    one = given(*IN_FORCE, STEPS[:1])
    one.when(appraise()).then_noticed(rules.CRITERION_BEFORE_STEPS, saying="offen sind: leitfaden.")
    dropped = one.when(step("leitfaden", DROPPED)).recorded
    dropped.when(appraise()).then_noticed(rules.CRITERION_BEFORE_STEPS, saying="leitfaden")


@pytest.mark.parametrize("name", ["frauen", "I.3"])
def test_a_topic_or_a_principle_is_reported_on(name: str) -> None:
    life = given(*IN_FORCE)
    after = life.when(topic(name)).then(TopicReported(topic=name, says="Bericht")).then_nothing_noticed().recorded
    assert after.agreement.topics == {name}
    life.when(topic(name), by=MINISTRY).then_refused(NOT_PERMITTED)


@pytest.mark.parametrize(
    ("act", "rule"),
    [
        (step("besser"), rules.UNKNOWN_STEP),
        (appraise("schulung"), rules.UNKNOWN_CRITERION),
        (topic("schulung"), rules.UNKNOWN_TOPIC),
        (topic("I.9"), rules.UNKNOWN_TOPIC),
    ],
    ids=["step", "criterion", "topic", "principle"],
)
def test_only_what_was_agreed_is_reported_and_appraised(act: Request, rule: Rule) -> None:
    given(*IN_FORCE).when(act).then_refused(rule)


ACTS = [step(), appraise(), topic()]


@pytest.mark.parametrize("act", ACTS, ids=lambda act: type(act).__name__)
def test_a_draft_is_not_reported_on(act: Request) -> None:
    given(drafted(TERMS)).when(act).then_refused(WRONG_STATUS, saying=act.title)


@pytest.mark.parametrize("act", ACTS, ids=lambda act: type(act).__name__)
def test_nobody_reports_for_a_county_that_is_no_party(act: Request) -> None:
    given(*IN_FORCE).when(act, by=replace(COUNTY, party="celle")).then_refused(PARTY_MISSING, saying="celle")


@pytest.mark.parametrize(
    ("life", "outcome", "open_"),
    [
        ((), Outcome.NOT_ASSESSABLE, ("schulung", "leitfaden", "besser")),
        ((STEPS,), Outcome.NOT_ASSESSABLE, ("besser",)),
        ((STEPS[:1], CRITERION), Outcome.NOT_ASSESSABLE, ("leitfaden",)),
        ((STEPS, CRITERION), Outcome.ATTAINED, ()),
        ((STEPS, CRITERION.model_copy(update={"appraisal": NOT_MET})), Outcome.NOT_ATTAINED, ()),
        ((STEPS, StepReported(step_id="schulung", progress=DROPPED, says="–"), CRITERION), Outcome.NOT_ATTAINED, ()),
        ((STEPS, StepReported(step_id="schulung", progress=BEGUN, says="–"), CRITERION), Outcome.NOT_ASSESSABLE, None),
    ],
    ids=["nothing", "no criterion", "a step open", "all", "not met", "a step dropped", "a step begun anew"],
)
def test_an_individual_goal_is_attained_when_all_steps_are_done_and_all_criteria_met(
    life: tuple[Life, ...], outcome: Outcome, open_: tuple[str, ...] | None
) -> None:
    so_far = given(*IN_FORCE, *life)
    verdict = next(v for v in computed(so_far.agreement, so_far.attainment).verdicts if v.verdict_id == "beratung")
    assert verdict.outcome is outcome
    goal = next(goal for goal in TERMS.goals if goal.id == "beratung")
    assert open_items(so_far.agreement, goal) == (("schulung",) if open_ is None else open_)
