"""Bundles: an agreement with its proofs, for somebody who trusts the keys alone."""

import io

from domain.record import Actor
from tests.specs.cast import AUDITOR
from tests.specs.language import then, when
from tests.specs.prover import Prover, held
from tests.verifier.opinion import Evidence, examine


def exported(prover: Prover, actor: Actor, scope: str | None) -> bytes | None:
    """A bundle's bytes, continuing the checkpoint that is kept, if any."""
    since = [str(prover.kept)] if prover.kept else []
    return prover.world.attempt(lambda: b"".join(prover.audit.bundles.export(actor, scope, since=since)))


@when("die Prüfung die Vereinbarung zweimal als Prüfbündel ausgibt")
def exports_twice(prover: Prover) -> None:
    prover.make()
    first = exported(prover, AUDITOR, prover.world.agreement_id)
    if first is not None:
        prover.bundles = [first, exported(prover, AUDITOR, prover.world.agreement_id) or b""]


@when("die Prüfung die Vereinbarung als Prüfbündel zu einem Prüfpunkt ausgibt, den es nicht gibt")
def exports_at_none(prover: Prover) -> None:
    export = prover.audit.bundles.export
    size = prover.make().checkpoint.size + 1
    prover.world.attempt(lambda: b"".join(export(AUDITOR, prover.world.agreement_id, size=size)))


@when("{actor:Who} das ganze Protokoll als Prüfbündel ausgibt")
def exports_all(prover: Prover, actor: Actor) -> None:
    exported(prover, actor, None)


@then("sind beide gleich")
def are_the_same(prover: Prover) -> None:
    one, other = prover.bundles
    assert one == other


def evidence(prover: Prover) -> Evidence:
    """What the bundle shows to somebody who trusts the log's keys."""
    return examine(io.BytesIO(prover.bundles[0]), prover.audit.checkpoints.public_keys())


@then("es ist unversehrt und enthält jeden Eintrag der Vereinbarung")
def is_sound_and_complete(prover: Prover) -> None:
    assert evidence(prover).entries == len(prover.world.history())


@then("belegt es, dass der aufbewahrte Prüfpunkt fortgesetzt ist")
def shows_growth(prover: Prover) -> None:
    old = held(prover).checkpoint
    assert dict(evidence(prover).roots) == {old.size: old.root}


@then("im Prüfbündel der Vereinbarung steht kein Name")
def no_name_in_the_bundle(prover: Prover) -> None:
    bundle = exported(prover, AUDITOR, prover.world.agreement_id) or b""
    assert len(bundle) > 1000
    assert b"Muster" not in bundle
    assert b"Erika" not in bundle
