"""Changing and ending an agreement that binds."""

from datetime import date
from typing import Any

from domain.acts import changing
from domain.facts.signing import SignatureForm
from domain.record import Actor
from domain.values import sha256_of
from tests.specs.cast import COUNTY, MINISTRY
from tests.specs.drafts import changed
from tests.specs.language import given, then, when
from tests.specs.world import World, document


@given(
    '{actor:Who} hat die Änderung "{name:Id}" ab dem {day:Day} vorgeschlagen, nach der {saying}, mit dem Grund'
    ' "{reason}"'
)
@when('{actor:Who} die Änderung "{name:Id}" ab dem {day:Day} vorschlägt, nach der {saying}, mit dem Grund "{reason}"')
@when('{actor:Who} die Änderung "{name:Id}" ab dem {day:Day} ohne Grund vorschlägt, nach der {saying}')
def proposes(world: World, actor: Actor, name: str, day: date, saying: str, reason: str | None = None) -> None:
    terms = changed(saying, world.agreement.terms)
    request = world.today(changing.ProposeAmendment, amendment_id=name, terms=terms, effective_from=day, reason=reason)
    world.act(actor, request)


@given('die Änderung "{name:Id}" ab dem {day:Day}, nach der {saying}, ist von beiden unterzeichnet')
def agreed(world: World, name: str, day: date, saying: str) -> None:
    proposes(world, MINISTRY, name, day, saying, "Die Planung ist überholt.")
    world.must_be_examined()
    for actor in (MINISTRY, COUNTY):
        signs(world, actor, name)
        world.must_be_examined()


@given('{actor:Who} hat die Änderung "{name:Id}" unterzeichnet')
@when('{actor:Who} die Änderung "{name:Id}" unterzeichnet')
def signs(world: World, actor: Actor, name: str) -> None:
    pending = world.agreement.history.pending
    sign(world, actor, name, pending.terms_hash if pending else world.agreement.terms_hash)


@when('{actor:Who} die Änderung "{name:Id}" mit dem Tag {day:Day} unterzeichnet')
def signs_dated(world: World, actor: Actor, name: str, day: date) -> None:
    pending = world.agreement.history.pending
    assert pending is not None
    sign(world, actor, name, pending.terms_hash, occurred_on=day)


@when('{actor:Who} unter der Änderung "{name:Id}" den bisherigen Text unterzeichnet')
def signs_the_old_text(world: World, actor: Actor, name: str) -> None:
    sign(world, actor, name, sha256_of(world.agreement.terms))


def sign(world: World, actor: Actor, name: str, terms_hash: str, **others: Any) -> None:
    """Have a signature under an amendment recorded."""
    usual: dict[str, Any] = {
        "signatory": world.somebody(f"{actor.person}-zeichnet"),
        "office": "Staatssekretariat",
        "form": SignatureForm.PAPER,
        "place": "Hannover",
        "document": document("Unterschriftsseite der Änderung"),
    }
    world.act(actor, world.today(changing.SignAmendment, amendment_id=name, terms_hash=terms_hash, **(usual | others)))


@given('{actor:Who} hat die Änderung "{name:Id}" zurückgezogen{reason:Reason}')
@when('{actor:Who} die Änderung "{name:Id}" zurückzieht{reason:Reason}')
def withdraws(world: World, actor: Actor, name: str, reason: str | None) -> None:
    world.act(actor, world.today(changing.WithdrawAmendment, amendment_id=name, reason=reason))


@given("{actor:Who} hat die Vereinbarung gekündigt{reason:Reason}")
@when("{actor:Who} die Vereinbarung kündigt{reason:Reason}")
def terminates(world: World, actor: Actor, reason: str | None) -> None:
    world.act(actor, world.today(changing.TerminateAgreement, document=document("Kündigung"), reason=reason))


@then("liegt keine Änderung mehr zur Unterschrift vor")
def none_pending(world: World) -> None:
    assert world.agreement.history.pending is None
