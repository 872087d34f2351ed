"""What somebody with every right on the database may try, and who finds it."""

import json
from collections.abc import Callable

from application.proofs.bundle import base64_texts
from application.proofs.witness import Contradiction, accept, proven_root
from tests.infrastructure.audits import EVENTS, NODES, at_will, rewritten, rolled_back
from tests.postgres import Database
from tests.specs.language import given, then, when
from tests.specs.prover import Prover, held

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
