"""Individual goals and topics: steps, criteria, reports."""

from typing import Any

from domain.acts import individual
from domain.facts.individual import Appraisal, Progress
from domain.record import Actor
from domain.terms import GoalKind
from tests.specs.cast import COUNTY, MINISTRY
from tests.specs.language import given, then, when
from tests.specs.steps.outcome import says
from tests.specs.world import World, document


def item(world: World, beginning: str) -> str:
    """The id of a step or criterion, or of a topic, by the words it begins with; else what nobody agreed on."""
    goals = world.agreement.terms.goals
    items = [one for goal in goals for one in (*goal.steps, *goal.criteria, *goal.topics)]
    return next((one.id for one in items if beginning in {one.id, one.says[: len(beginning)]}), beginning.lower())


def proven(proof: str | None) -> tuple[Any, ...]:
    """A document of this title, if there is one."""
    return (document(proof),) if proof else ()


@given('{actor:Who} hat den Schritt "{step}" als {progress:Progress} berichtet{proof:Proof}')
@when('{actor:Who} den Schritt "{step}" als {progress:Progress} berichtet{proof:Proof}')
def reports_step(world: World, actor: Actor, step: str, progress: Progress, proof: str | None) -> None:
    world.act(actor, reported(world, step, progress, proof))


def reported(world: World, step: str, progress: Progress, proof: str | None) -> Any:
    """The request to report a step."""
    said = {"step_id": item(world, step), "progress": progress, "says": "Stand der Umsetzung"}
    return world.today(individual.ReportStep, evidence=proven(proof), **said)


@given('{actor:Who} hat das Kriterium "{criterion}" als {appraisal:Appraisal} gewürdigt{proof:Proof}')
@when('{actor:Who} das Kriterium "{criterion}" als {appraisal:Appraisal} würdigt{proof:Proof}')
def appraises(world: World, actor: Actor, criterion: str, appraisal: Appraisal, proof: str | None) -> None:
    world.act(actor, appraised(world, criterion, appraisal, proof))


def appraised(world: World, criterion: str, appraisal: Appraisal, proof: str | None) -> Any:
    """The request to appraise a criterion."""
    said = {"criterion_id": item(world, criterion), "appraisal": appraisal, "says": "Im Dialog besprochen"}
    return world.today(individual.AppraiseCriterion, evidence=proven(proof), **said)


@given('{actor:Who} hat zum Thema "{topic}" berichtet: "{says}"')
@when('{actor:Who} zum Thema "{topic}" berichtet: "{says}"')
def reports_topic(world: World, actor: Actor, topic: str, says: str) -> None:
    world.act(actor, world.today(individual.ReportTopic, topic=topic_named(world, topic), says=says))


@then('der letzte Eintrag gilt dem Thema "{topic}"')
def is_about(world: World, topic: str) -> None:
    assert getattr(world.last_record.fact, "topic", None) == topic_named(world, topic)


def topic_named(world: World, topic: str) -> str:
    """The id of a goal's topic or the clause of a principle; else what nobody agreed on."""
    known = {one.says: one.id for goal in world.agreement.terms.goals for one in goal.topics}
    known |= {principle.title: principle.clause for principle in world.agreement.terms.principles}
    return known.get(topic, topic.lower())


@given("alle Schritte der Ziele 4 und 5 sind umgesetzt und alle Kriterien erfüllt")
def all_done(world: World) -> None:
    goals = [goal for goal in world.agreement.terms.goals if goal.kind is GoalKind.INDIVIDUAL]
    done = [reported(world, step.id, Progress.DONE, f"Nachweis zu {step.id}") for goal in goals for step in goal.steps]
    met = [appraised(world, one.id, Appraisal.MET, None) for goal in goals for one in goal.criteria]
    for actor, requests in ((COUNTY, done), (MINISTRY, met)):
        world.act_together(actor, *requests)
        world.must_be_examined()


@then("die Feststellung nennt zu Ziel {goal_id} als offen {steps:d} Schritte")
@then("die Begründung nennt zu Ziel {goal_id} als offen {steps:d} Schritte und {criteria:d} Kriterien")
def says_open(world: World, goal_id: str, steps: int, criteria: int = 0) -> None:
    goal = next(goal for goal in world.agreement.terms.goals if goal.id == goal_id)
    reported, appraised = world.agreement.steps, world.agreement.criteria
    not_done = [step.id for step in goal.steps if reported.get(step.id) is not Progress.DONE]
    not_appraised = [one.id for one in goal.criteria if appraised.get(one.id) is None]
    assert (len(not_done), len(not_appraised) if criteria else 0) == (steps, criteria)
    says(world, ", ".join([*not_done, *(not_appraised if criteria else [])]))


@then('ist der Schritt "{step}" {progress:Progress}')
def stands(world: World, step: str, progress: Progress) -> None:
    world.must_be_examined()
    assert world.agreement.steps[item(world, step)] is progress


@then('das Kriterium "{criterion}" ist {appraisal:Appraisal}')
def is_appraised(world: World, criterion: str, appraisal: Appraisal) -> None:
    world.must_be_examined()
    assert world.agreement.criteria[item(world, criterion)] is appraisal
