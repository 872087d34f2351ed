"""Mending: entries taken back and disputed."""

from domain.acts import mending
from domain.record import Actor
from tests.specs.language import given, then, when
from tests.specs.world import World


@given('{actor:Who} hat den Eintrag "{title}" zurückgenommen{reason:Reason}')
@when('{actor:Who} den Eintrag "{title}" zurücknimmt{reason:Reason}')
def retracts(world: World, actor: Actor, title: str, reason: str | None) -> None:
    version = world.entry(title).version
    world.act(actor, world.today(mending.RetractRecord, version=version, reason=reason))


@given('{actor:Who} hat den Umstand "{name:Id}" zurückgenommen{reason:Reason}')
def retracts_circumstance(world: World, actor: Actor, name: str, reason: str | None) -> None:
    world.act(actor, world.today(mending.RetractRecord, version=noted(world, name), reason=reason))


@when(
    '{actor:Who} den Umstand "{name:Id}" zurücknimmt und auf den Umstand "{other:Id}" verweist,'
    ' mit dem Grund "{reason}"'
)
def replaces(world: World, actor: Actor, name: str, other: str, reason: str) -> None:
    version, replaced_by = noted(world, name), noted(world, other)
    world.act(actor, world.today(mending.RetractRecord, version=version, replaced_by=replaced_by, reason=reason))


def noted(world: World, name: str) -> int:
    """The version of the record of a circumstance."""
    return next(r.version for r in world.log() if getattr(r.fact, "circumstance_id", None) == name)


@when("{actor:Who} den Eintrag {version:d} zurücknimmt{reason:Reason}")
def retracts_version(world: World, actor: Actor, version: int, reason: str | None) -> None:
    world.act(actor, world.today(mending.RetractRecord, version=version, reason=reason))


@when('{actor:Who} den Eintrag "{title}" bestreitet: "{says}"')
def disputes(world: World, actor: Actor, title: str, says: str) -> None:
    world.act(actor, world.today(mending.DisputeRecord, version=world.entry(title).version, says=says))


@then('ist der Eintrag "{title}" bestritten')
def is_disputed(world: World, title: str) -> None:
    world.must_be_examined()
    assert world.entry(title).version in world.agreement.disputed


@then('der Eintrag "{title}" ist weiterhin nachlesbar')
def still_readable(world: World, title: str) -> None:
    assert title in [entry.title for entry in world.history()]


@then('ist der Dialog "{dialog:Id}" nicht geführt')
def not_held(world: World, dialog: str) -> None:
    world.must_be_examined()
    assert world.agreement.dialogs[dialog].held_on is None
