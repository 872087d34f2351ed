"""Steps about what follows an assessment: taking note, contesting, answering, silence, closing."""

from datetime import date

from domain.acts import answering
from domain.german import german
from domain.record import Actor
from tests.specs.cast import COUNTY
from tests.specs.language import given, then, when
from tests.specs.steps.judging import assessment
from tests.specs.world import World


@given("der Landkreis hat die Gesamtbewertung zur Kenntnis genommen")
@when("{actor:Who} die Gesamtbewertung zur Kenntnis nimmt")
def acknowledges(world: World, actor: Actor = COUNTY) -> None:
    world.act(actor, world.today(answering.AcknowledgeAssessment))


@when('{actor:Who} die Gesamtbewertung am {day:Day} zur Kenntnis nimmt, festgehalten mit dem Grund "{reason}"')
def acknowledged_before(world: World, actor: Actor, day: date, reason: str) -> None:
    world.act(actor, answering.AcknowledgeAssessment(occurred_on=day, reason=reason))


@given('{actor:Who} hat die Gesamtbewertung beanstandet: "{grounds}"')
@when('{actor:Who} die Gesamtbewertung beanstandet: "{grounds}"')
def contests(world: World, actor: Actor, grounds: str) -> None:
    world.act(actor, world.today(answering.ContestAssessment, grounds=grounds))


@given('{actor:Who} hat auf die Beanstandung geantwortet: "{says}"')
@when('{actor:Who} auf die Beanstandung antwortet: "{says}"')
def answers(world: World, actor: Actor, says: str) -> None:
    world.act(actor, world.today(answering.AnswerContest, says=says))


@given("{actor:Who} hat festgehalten, dass der Landkreis am {day:Day} gefragt wurde und schweigt{reason:Reason}")
@when("{actor:Who} festhält, dass der Landkreis am {day:Day} gefragt wurde und schweigt{reason:Reason}")
def records_silence(world: World, actor: Actor, day: date, reason: str | None) -> None:
    world.act(actor, world.today(answering.RecordNoAnswer, asked_on=day, reason=reason))


@when("{actor:Who} die Vereinbarung mit dem Tag {day:Day} abschließt")
def closes_dated(world: World, actor: Actor, day: date) -> None:
    world.act(actor, world.today(answering.CloseAgreement, occurred_on=day))


@when("{actor:Who} die Vereinbarung abschließt")
def closes(world: World, actor: Actor) -> None:
    world.act(actor, world.today(answering.CloseAgreement))


@then('heißt es in der Gesamtbewertung zum Landkreis "{stance}", am {day:Day}')
def county_stands(world: World, stance: str, day: date) -> None:
    county = assessment(world).county
    assert (german(county.stance), county.on) == (stance, day)
