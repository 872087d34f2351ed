"""What was known when an entry was made, and what is read of an agreement part by part."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from application.reading.knowledge import Knowledge, knowledge
from application.reading.parts import PARTS, Resources
from domain.facts import DialogHeld
from domain.figures import LoadState
from domain.record import Actor
from domain.results import LineResult
from tests.specs.cast import MINISTRY
from tests.specs.language import given, then, when
from tests.specs.steps.attainment import derivation_of, shown
from tests.specs.world import World


@when('gelesen wird, was beim Eintrag "{title}" bekannt war')
def is_asked(world: World, title: str) -> None:
    world.must_be_examined()
    version = world.entry(title).version
    world.known = world.attempt(lambda: knowledge(world.journal, MINISTRY, world.agreement_id, version))


@when("gelesen wird, was beim Eintrag {version:d} bekannt war")
def is_asked_of(world: World, version: int) -> None:
    world.known = world.attempt(lambda: knowledge(world.journal, MINISTRY, world.agreement_id, version))


@when("gelesen wird, was beim Dialog vom {day:Day} bekannt war")
def is_asked_of_dialog(world: World, day: date) -> None:
    (held,) = [one for one in world.log() if isinstance(one.fact, DialogHeld) and one.occurred_on == day]
    world.known = knowledge(world.journal, MINISTRY, world.agreement_id, held.version)


@given('was beim Eintrag "{title}" bekannt war, ist notiert')
def is_noted(world: World, title: str) -> None:
    world.noted = knowledge(world.journal, MINISTRY, world.agreement_id, world.entry(title).version)


@then("ist das unverändert das notierte")
def is_as_noted(world: World) -> None:
    assert known(world) == world.noted


def known(world: World) -> Knowledge:
    """What was asked for."""
    world.must_be_examined()
    assert world.known is not None
    return world.known


def line(world: World, name: str) -> LineResult:
    """A line as it was known."""
    lines = (line for goal in known(world).goals for line in goal.lines)
    return next(line for line in lines if line.line_id == world.lines[name])


@then('war "{name}" damals {course:Course}', '"{name}" war damals {course:Course}')
def stood(world: World, name: str, course: str) -> None:
    assert line(world, name).state == course


@then('"{name}" stand damals bei {value:Number} {unit:Unit}')
def stood_at(world: World, name: str, value: str, unit: str) -> None:
    assert shown(derivation_of(line(world, name)).current) == (Decimal(value), unit)


@then('die Lieferung "{delivery:Id}" lag damals zugrunde')
def load_counted(world: World, delivery: str) -> None:
    assert delivery in {load.delivery_id for load in known(world).loads}


@then("lagen damals Daten zum Ladestand {state:State} zugrunde")
def state_counted(world: World, state: LoadState) -> None:
    assert state in {load.load_state for load in known(world).loads}


@then('die Lieferung "{delivery:Id}" lag damals nicht zugrunde')
def load_did_not_count(world: World, delivery: str) -> None:
    assert delivery in world.agreement.deliveries
    assert delivery not in {load.delivery_id for load in known(world).loads}


@then('der Umstand "{name:Id}" war damals zu würdigen')
def was_to_be_addressed(world: World, name: str) -> None:
    assert f"circumstance:{name}" in known(world).open_points


@then('der Umstand "{name:Id}" war damals noch nicht bekannt')
def was_unknown(world: World, name: str) -> None:
    assert f"circumstance:{name}" in world.agreement.to_address
    assert f"circumstance:{name}" not in known(world).open_points


@then("damals galt der Stand {version:d} der Bedingungen")
def terms_version(world: World, version: int) -> None:
    assert known(world).terms_version == version


@when('{actor:Who} unter "{title}" nachliest')
def reads_part(world: World, actor: Actor, title: str) -> None:
    world.must_be_examined()
    (part,) = [part for part in PARTS if part.title == title]
    read = Resources(world.journal).part(part, actor, world.agreement_id)
    world.read_there = list(texts(read.model_dump(mode="json")))


def texts(value: Any) -> Iterator[str]:
    """Every text in what was read, however deep."""
    if isinstance(value, str):
        yield value
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from texts(inner)


@then('steht dort "{words}"', 'dort steht "{words}"')
def stands_there(world: World, words: str) -> None:
    assert any(words in text for text in world.read_there), world.read_there


@then('dort steht die Zeile "{name}"')
def line_stands_there(world: World, name: str) -> None:
    assert world.lines[name] in world.read_there


@then('steht dort die Lieferung "{delivery:Id}"')
def delivery_stands_there(world: World, delivery: str) -> None:
    assert delivery in world.read_there
