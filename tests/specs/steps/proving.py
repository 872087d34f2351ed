"""Proofs of entries, checkpoints, and the keys that sign them."""

from datetime import date
from pathlib import Path

import pytest

from application.acting.register_requests import IntroduceKey
from application.proofs.merkle import consistent, root_of_leaf
from application.proofs.ports import Occasion
from application.proofs.signed_note import parsed
from domain.facts import KeyIntroduced
from domain.record import Actor
from infrastructure.database import Database as Opened
from infrastructure.proofs.key_ring import KeyFolder, PassingKeys
from interfaces.bootstrap import System
from tests.specs.cast import CAST
from tests.specs.language import given, then, when
from tests.specs.prover import Prover, held
from tests.specs.world import World

ORIGIN = "zielsteuerung.example/anforderungen"


@pytest.fixture
def prover(world: World, opened_database: Opened) -> Prover:
    return Prover(world, System(opened_database, world.clock, PassingKeys(), ORIGIN))


@pytest.fixture
def remembering(world: World, opened_database: Opened, tmp_path: Path) -> Prover:
    """The service with its key in a folder, where it notes what it signed last."""
    return Prover(world, System(opened_database, world.clock, KeyFolder(tmp_path), ORIGIN))


@given("der Dienst hat einen Prüfpunkt unterschrieben und sich gemerkt, welchen")
def signed_and_remembered(remembering: Prover) -> None:
    remembering.make()


@when("der Dienst wieder einen Prüfpunkt unterschreiben soll")
def is_to_sign_again(remembering: Prover) -> None:
    remembering.world.attempt(remembering.make)


@given("ein Prüfpunkt ist gemacht und aufbewahrt")
def made_and_kept(prover: Prover) -> None:
    prover.kept = prover.make()


@when("ein Prüfpunkt gemacht wird")
def is_made(prover: Prover) -> None:
    prover.made = prover.make()


@then("ist jeder Eintrag der Vereinbarung unter diesem Prüfpunkt nachgewiesen")
def each_entry_proven(prover: Prover) -> None:
    assert prover.made is not None
    checkpoint, proofs = prover.made.checkpoint, prover.audit.proofs
    positions = [entry.position for entry in prover.world.history()]
    assert len(positions) == 3
    for position in positions:
        path = proofs.inclusion(position, checkpoint.size)
        assert root_of_leaf(proofs.leaf(position), position - 1, checkpoint.size, path) == checkpoint.root


@then("setzt er den aufbewahrten nachweislich fort")
def continues(prover: Prover) -> None:
    assert prover.made is not None
    old, new = held(prover).checkpoint, prover.made.checkpoint
    assert new.size == old.size + 1
    assert consistent(old.size, new.size, old.root, new.root, prover.audit.proofs.consistency(old.size, new.size))


@when("ein Nachweis für den ersten Eintrag verlangt wird")
def proof_of_the_first(prover: Prover) -> None:
    prover.world.attempt(lambda: prover.audit.proofs.inclusion(1, prover.audit.proofs.size()))


@when("ein Nachweis für einen Eintrag verlangt wird, den es nicht gibt")
def proof_of_nothing(prover: Prover) -> None:
    size = prover.audit.proofs.size()
    prover.world.attempt(lambda: prover.audit.proofs.inclusion(size + 1, size + 1))


@then("ist er der aufbewahrte")
def is_the_kept_one(prover: Prover) -> None:
    assert prover.made == held(prover)


@when("es der {day:Day} geworden ist")
def has_become(world: World, day: date) -> None:
    world.clock.to(day)


@when("es Abend geworden ist")
def has_become_evening(world: World) -> None:
    world.clock.to(world.clock.today, 20)


@then("ist ein Prüfpunkt fällig")
def is_due(prover: Prover) -> None:
    assert prover.audit.checkpoints.due(prover.world.clock())


@then("ist kein Prüfpunkt fällig")
def is_not_due(prover: Prover) -> None:
    assert not prover.audit.checkpoints.due(prover.world.clock())


@then("bezeugt der letzte Prüfpunkt auch sie")
def covers_it(prover: Prover) -> None:
    assert (prover.latest.occasion, prover.latest.size) == (Occasion.ASSESSMENT, prover.world.last_record.position)


@when("{actor:Who} den Schlüssel wechselt{reason:Reason}")
def rotates(prover: Prover, actor: Actor, reason: str | None) -> None:
    prover.world.attempt(lambda: prover.audit.checkpoints.rotate(actor, reason))


@given("seither wurde der Schlüssel gewechselt")
def rotated_since(prover: Prover) -> None:
    prover.audit.checkpoints.rotate(CAST["der Betrieb"], "Wechsel durch jemand anderen")


@when("der Betrieb den Schlüssel des aufbewahrten Prüfpunkts wechselt{reason:Reason}")
def rotates_the_kept_one(prover: Prover, reason: str | None) -> None:
    first = prover.audit.checkpoints.public_keys()[0]
    prover.world.attempt(lambda: prover.audit.checkpoints.rotate(CAST["der Betrieb"], reason, shown=str(first)))


@when("der Betrieb den Schlüssel, der schon gilt, als neuen einführt{reason:Reason}")
def introduces_again(prover: Prover, reason: str | None) -> None:
    [key] = prover.audit.checkpoints.public_keys()
    origin, public = prover.audit.checkpoints.book.origin(), key.public.hex()
    request = prover.world.today(IntroduceKey, reason=reason, origin=origin, public_key=public)
    prover.world.attempt(lambda: prover.world.service.act(CAST["der Betrieb"], request))


@then('ist der Wechsel festgehalten mit dem Grund "{reason}"')
def rotation_recorded(prover: Prover, reason: str) -> None:
    record = prover.world.log()[-1]
    assert isinstance(record.fact, KeyIntroduced)
    assert (record.provenance.reason, record.provenance.actor) == (reason, "op-1")


@then("der letzte Prüfpunkt trägt die Unterschrift des alten und des neuen Schlüssels")
def signed_by_both(prover: Prover) -> None:
    keys = prover.audit.checkpoints.public_keys()
    assert len(keys) == 2
    assert parsed(prover.latest.note).signers(keys) == keys


@then("der aufbewahrte Prüfpunkt ist weiterhin prüfbar")
def still_verifiable(prover: Prover) -> None:
    assert held(prover).signers(prover.audit.checkpoints.public_keys())
    assert prover.verified(held(prover)).sound
