"""Proofs, checkpoints, witnesses, and what somebody with every right on the database may try."""

import io
import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from application.acting.register_requests import IntroduceKey
from application.audit import Audit
from application.proofs.bundle import base64_texts
from application.proofs.merkle import consistent, root_of_leaf
from application.proofs.ports import Kept, Occasion, Report
from application.proofs.signed_note import Note, parsed
from application.proofs.witness import Contradiction, accept, proven_root
from domain.facts import KeyIntroduced
from domain.record import Actor
from infrastructure.database import Database as Opened
from infrastructure.proofs.key_ring import KeyFolder, PassingKeys
from interfaces.bootstrap import System, assembled
from tests.infrastructure.audits import EVENTS, NODES, at_will, rewritten, rolled_back
from tests.postgres import Database
from tests.specs.cast import AUDITOR, CAST
from tests.specs.language import given, then, when
from tests.specs.world import World
from tests.verifier.opinion import Evidence, examine


class Prover:
    """What auditors and witnesses hold and were told last."""

    def __init__(self, world: World, system: System) -> None:
        self.world = world
        self.system = system
        self.audit: Audit = system.audit
        self.kept: Note | None = None
        self.made: Note | None = None
        self.report: Report | None = None
        self.bundles: list[bytes] = []
        self.answer: str | Contradiction | None = None
        world.service.recorded = self.audit.checkpoints.after

    def make(self) -> Note:
        """A checkpoint over all there is."""
        return parsed(self.audit.checkpoints.make(Occasion.REQUEST).note)

    @property
    def latest(self) -> Kept:
        """The last checkpoint."""
        latest = self.audit.checkpoints.book.latest()
        assert latest is not None
        return latest

    def verified(self, *earlier: Note) -> Report:
        """The whole log recomputed, held against earlier checkpoints."""
        return self.audit.verification.verify(self.audit.checkpoints.public_keys(), earlier)


@pytest.fixture
def prover(world: World, opened_database: Opened) -> Prover:
    system = assembled(opened_database, world.clock, PassingKeys(), "zielsteuerung.example/anforderungen")
    return Prover(world, system)


def held(prover: Prover) -> Note:
    """The checkpoint somebody keeps."""
    assert prover.kept is not None
    return prover.kept


@pytest.fixture
def remembering(world: World, opened_database: Opened, tmp_path: Path) -> Prover:
    """The service with its key in a folder, where it notes what it signed last."""
    origin = "zielsteuerung.example/anforderungen"
    return Prover(world, assembled(opened_database, world.clock, KeyFolder(tmp_path), origin))


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


DEEDS: dict[str, Callable[[str], None]] = {
    "einen Eintrag geändert": lambda url: at_will(
        url, f"UPDATE {EVENTS} SET state = set_byte(state, 30, 88) WHERE notification_id = 2"
    ),
    "einen Eintrag gelöscht": lambda url: at_will(url, f"DELETE FROM {EVENTS} WHERE notification_id = 2"),
    "zwei Einträge vertauscht": lambda url: at_will(
        url,
        *(
            f"UPDATE {EVENTS} SET notification_id = {new} WHERE notification_id = {old}"
            for old, new in ((2, 9), (3, 2), (9, 3))
        ),
    ),
    "das Ende abgeschnitten": lambda url: at_will(url, f"DELETE FROM {EVENTS} WHERE notification_id = 3"),
    "den Baum der Nachweise geändert": lambda url: at_will(
        url, f"UPDATE {NODES} SET hash = sha256('x') WHERE level = 0 AND index = 1"
    ),
    "den Baum der Nachweise gelöscht": lambda url: at_will(url, f"DELETE FROM {NODES}"),
    "das Protokoll umgeschrieben": lambda url: rewritten(url, 2, "Hannover", "Hamburg"),
    "den Schutz abgeschaltet": lambda url: at_will(url, guards_back=False),
    "dem Dienst alle Rechte gegeben": lambda url: at_will(url, f"ALTER TABLE {EVENTS} OWNER TO zielsteuerung_service"),
}


@given("jemand mit allen Rechten hat {deed}")
def with_all_rights(prover: Prover, database: Database, deed: str) -> None:
    url = database.superuser_url
    if deed == "das Protokoll umgeschrieben und neu bezeugt":
        rewritten(url, 2, "Hannover", "Hamburg")
        prover.make()
    elif deed == "eine ältere Sicherung eingespielt":
        rolled_back(url, held(prover).checkpoint.size - 1)
    else:
        DEEDS[deed](url)


@when("das ganze Protokoll nachgeprüft wird")
def is_verified(prover: Prover) -> None:
    prover.report = prover.verified()


@then("ist es unversehrt")
def is_sound(prover: Prover) -> None:
    assert prover.report is not None
    assert prover.report.sound, prover.report.faults


@then('ist es verändert, und genannt wird "{finding}"')
def is_tampered(prover: Prover, finding: str) -> None:
    assert prover.report is not None
    assert not prover.report.sound
    assert finding in str(prover.report.faults[0])


@then("gegen den aufbewahrten Prüfpunkt gehalten ist es {how}")
def held_against(prover: Prover, how: str) -> None:
    says = {"umgeschrieben": "stehen andere Einträge", "zurückgesetzt": "auf einen früheren Stand zurückgesetzt"}[how]
    assert says in str(prover.verified(held(prover)).faults[0])


@then("ist das Protokoll gegen den aufbewahrten Prüfpunkt gehalten unversehrt")
def sound_against_kept(prover: Prover) -> None:
    prover.world.must_be_examined()
    assert prover.verified(held(prover)).sound


@when("dem Zeugen der neueste Prüfpunkt vorgelegt wird")
def is_shown_to_the_witness(prover: Prover) -> None:
    keys, new = prover.audit.checkpoints.public_keys(), prover.make()

    def root_at(size: int) -> bytes:
        proofs, later = prover.audit.proofs, new.checkpoint.size
        hashes, [old] = base64_texts(proofs.consistency(size, later)), base64_texts([proofs.root(size)])
        shown = {"first": size, "second": later, "first_root": old, "proof": hashes}
        return proven_root(json.dumps(shown), size, new.checkpoint)

    try:
        prover.answer = accept(held(prover), new, keys, root_at, live=True)
    except Contradiction as why:
        prover.answer = why


@then("nimmt er ihn an")
def accepts(prover: Prover) -> None:
    assert "Fortgeschrieben" in str(prover.answer)


@then("meldet er einen Widerspruch")
def contradicts(prover: Prover) -> None:
    assert isinstance(prover.answer, Contradiction)


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
