"""Signing, and the comparison of what was entered with what was signed."""

from datetime import date

from domain.acts import signing
from domain.record import Actor
from domain.values import sha256_of
from interfaces.sample.terms import heidekreis_2026
from tests.specs.cast import COUNTY, MINISTRY, acting_for
from tests.specs.drafts import changed
from tests.specs.language import given, then, when
from tests.specs.world import World


@given('{actor:Who} hat am {day:Day} in "{place}" unterzeichnet')
def has_signed(world: World, actor: Actor, day: date, place: str) -> None:
    world.clock.not_before(day)
    world.sign(actor, occurred_on=day, place=place)


@when('{actor:Who} am {day:Day} in "{place}" unterzeichnet')
def signs(world: World, actor: Actor, day: date, place: str) -> None:
    world.sign(actor, occurred_on=day, place=place)


@when('{actor:Who} am {day:Day} in "{place}" unterzeichnet, mit dem Zusatz "{capacity}"')
def signs_for(world: World, actor: Actor, day: date, place: str, capacity: str) -> None:
    world.sign(actor, occurred_on=day, place=place, signs_as=capacity)


@when("der Landkreis einen anderen Text als den Entwurf unterzeichnet")
def signs_another_text(world: World) -> None:
    world.sign(COUNTY, terms_hash="0" * 64)


@when("der Landkreis den ersten Entwurf unterzeichnet")
def signs_the_first_draft(world: World) -> None:
    world.sign(COUNTY, terms_hash=sha256_of(heidekreis_2026()))


@given("die Vereinbarung ist seit dem {day:Day} in Kraft")
def in_force_since(world: World, day: date) -> None:
    has_signed(world, MINISTRY, date(2026, 1, 29), "Hannover")
    for party in world.agreement.terms.parties:
        if party.id != MINISTRY.party:
            has_signed(world, COUNTY if party.id == COUNTY.party else acting_for(party), day, "Bad Fallingbostel")


@then("sie bindet noch nicht")
def binds_nobody(world: World) -> None:
    assert world.agreement.binding_since is None


@then("sie bindet seit dem {day:Day}")
def binds_since(world: World, day: date) -> None:
    assert world.agreement.binding_since == day


@given("{actor:Who} hat die Abschrift bestätigt")
@when("{actor:Who} die Abschrift bestätigt")
def confirms(world: World, actor: Actor) -> None:
    world.act(actor, world.today(signing.ConfirmTranscription, terms_hash=world.agreement.terms_hash))


@when("{actor:Who} die Abschrift bestätigt, mit dem Tag {day:Day}")
def confirms_dated(world: World, actor: Actor, day: date) -> None:
    terms_hash = world.agreement.terms_hash
    world.act(actor, world.today(signing.ConfirmTranscription, occurred_on=day, terms_hash=terms_hash))


@when("{actor:Who} die erste Abschrift bestätigt")
def confirms_the_first(world: World, actor: Actor) -> None:
    world.act(actor, world.today(signing.ConfirmTranscription, terms_hash=sha256_of(heidekreis_2026())))


@given("{actor:Who} hat die Abschrift so berichtigt, dass {saying} soll{reason:Reason}")
@when("{actor:Who} die Abschrift so berichtigt, dass {saying} soll{reason:Reason}")
def corrects(world: World, actor: Actor, saying: str, reason: str | None) -> None:
    terms = changed(f"{saying} soll", world.agreement.terms)
    world.act(actor, world.today(signing.CorrectTranscription, terms=terms, reason=reason))


@then("ist die Abschrift bestätigt")
def confirmed(world: World) -> None:
    assert world.agreement.transcription_confirmed


@then("die Abschrift ist nicht bestätigt")
def not_confirmed(world: World) -> None:
    assert not world.agreement.transcription_confirmed
