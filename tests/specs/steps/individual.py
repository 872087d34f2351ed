"""Individual goals and topics: steps, criteria, reports."""

from typing import Any

from domain.acts import individual
from domain.facts.individual import Appraisal, Progress
from domain.record import Actor
from domain.terms import GoalKind
from tests.specs.cast import COUNTY, MINISTRY
from tests.specs.language import given, then, when
from tests.specs.world import World, document


def proven(proof: str | None) -> tuple[Any, ...]:
    """A document of this title, if there is one."""
    return (document(proof),) if proof else ()


@given('{actor:Who} hat den Schritt "{step}" als {progress:Progress} berichtet{proof:Proof}')
@when('{actor:Who} den Schritt "{step}" als {progress:Progress} berichtet{proof:Proof}')
def reports_step(world: World, actor: Actor, step: str, progress: Progress, proof: str | None) -> None:
    reported = {"step_id": step, "progress": progress, "says": "Stand der Umsetzung", "evidence": proven(proof)}
    world.act(actor, world.today(individual.ReportStep, **reported))


@given('{actor:Who} hat das Kriterium "{criterion}" als {appraisal:Appraisal} gewürdigt{proof:Proof}')
@when('{actor:Who} das Kriterium "{criterion}" als {appraisal:Appraisal} würdigt{proof:Proof}')
def appraises(world: World, actor: Actor, criterion: str, appraisal: Appraisal, proof: str | None) -> None:
    appraised = {"criterion_id": criterion, "appraisal": appraisal, "says": "Im Dialog besprochen"}
    world.act(actor, world.today(individual.AppraiseCriterion, evidence=proven(proof), **appraised))


@given('{actor:Who} hat zum Thema "{topic}" berichtet: "{says}"')
@when('{actor:Who} zum Thema "{topic}" berichtet: "{says}"')
def reports_topic(world: World, actor: Actor, topic: str, says: str) -> None:
    known = {one.says: one.id for goal in world.agreement.terms.goals for one in goal.topics}
    known |= {principle.title: principle.clause for principle in world.agreement.terms.principles}
    world.act(actor, world.today(individual.ReportTopic, topic=known.get(topic, topic.lower()), says=says))


@given("alle Schritte der Ziele 4 und 5 sind umgesetzt und alle Kriterien erfüllt")
def all_done(world: World) -> None:
    for goal in world.agreement.terms.goals:
        if goal.kind is GoalKind.INDIVIDUAL:
            for step in goal.steps:
                reports_step(world, COUNTY, step.id, Progress.DONE, f"Nachweis zu {step.id}")
            for criterion in goal.criteria:
                appraises(world, MINISTRY, criterion.id, Appraisal.MET, None)


@then('ist der Schritt "{step}" {progress:Progress}')
def stands(world: World, step: str, progress: Progress) -> None:
    world.must_be_examined()
    assert world.agreement.steps[step] is progress


@then('ist das Kriterium "{criterion}" {appraisal:Appraisal}')
def is_appraised(world: World, criterion: str, appraisal: Appraisal) -> None:
    world.must_be_examined()
    assert world.agreement.criteria[criterion] is appraisal
