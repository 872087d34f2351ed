"""The verification of the whole database: whatever is done to it behind the service's back is found and named."""

import psycopg
import pytest

from application.ports import Unavailable
from application.proofs.signed_note import Checkpoint, SigningKey, Unreadable, parsed, signed
from domain.rulebook.any_act import UNKNOWN_AGREEMENT
from domain.rulebook.proofs import TREE_DAMAGED
from domain.rules import Refused
from infrastructure.database import Database as Opened
from infrastructure.proofs import log_scan as walking
from tests.infrastructure.audits import (
    EVENTS,
    HEAD,
    ORIGIN,
    SIZE,
    Log,
    at_will,
    export,
    first,
    lived,
    rebuilt,
    rewritten,
)
from tests.infrastructure.tampering import TAMPERING
from tests.postgres import Database
from tests.sampling import share, some, swept
from tests.verifier.asking import asked

ENTRIES = [how for how in TAMPERING if how.startswith(("a byte", "a text", "deleted", "two contents", "two positions"))]
"""The deeds that are done to entries themselves, which a bundle of the whole log holds."""
PLAIN = f"INSERT INTO {EVENTS} (originator_id, originator_version, topic, state)"


@pytest.fixture
def log(opened_database: Opened) -> Log:
    return lived(opened_database)


@pytest.fixture(params=[1000, 3])
def page(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """The log read in one page, and in several."""
    monkeypatch.setattr(walking, "PAGE", request.param)


def test_an_untouched_log_is_sound(log: Log, page: None) -> None:
    report = log.audit.verification.verify(log.audit.checkpoints.public_keys())
    assert report.sound
    assert (report.size, report.checkpoints, report.last_checkpoint) == (SIZE, 2, 12)
    assert report.root == log.audit.proofs.root(SIZE)


def test_an_empty_log_is_sound(opened_database: Opened) -> None:
    assert Log(opened_database).audit.verification.verify().sound


def test_turning_the_guards_off_and_on_again_leaves_no_fault_by_itself(log: Log, database: Database) -> None:
    at_will(database.superuser_url)
    assert log.audit.verification.verify().sound


@swept
@pytest.mark.parametrize(
    ("how", "page"),
    [(how, page) for place, how in enumerate(TAMPERING) for page in share((1000, 3), place, of=2)],
    indirect=["page"],
)
def test_what_was_done_is_found_and_named(log: Log, database: Database, how: str, page: None) -> None:
    statements, says = TAMPERING[how]
    at_will(database.superuser_url, *statements)
    assert first(log.audit.verification.verify()).startswith(says)


@pytest.mark.parametrize(
    ("values", "says"),
    [
        ("('x', 1, 'Any', 'not even JSON')", "Position 14: der Eintrag ist kein kanonisches JSON"),
        (
            "('x', 1, 'Any', '{\"stream_id\":\"x\",\"version\":1}')",
            "Position 14: stream_id, version oder recorded_at fehlt",
        ),
    ],
)
def test_what_was_added_past_the_service_is_found(log: Log, database: Database, values: str, says: str) -> None:
    with psycopg.connect(database.service_url) as connection:
        connection.execute(f"{PLAIN} VALUES {values}".encode())
    assert first(log.audit.verification.verify()).startswith(says)


def test_a_stream_with_a_gap_and_a_time_that_runs_back_are_found(log: Log, database: Database) -> None:
    with psycopg.connect(database.service_url) as connection:
        connection.execute(
            f"{PLAIN} SELECT originator_id, 20, topic, state FROM {EVENTS} WHERE notification_id = 5".encode()
        )
    says = [str(fault) for fault in log.audit.verification.verify().faults]
    assert says[0].startswith("Position 14: die Spalte originator_version sagt 20, der Eintrag 4")
    assert says[1].startswith("Position 14: 2026.4.03.03358.1 hat hier Stand 4, erwartet ist 13")
    assert says[2].startswith("Position 14: festgehalten")


def test_several_changes_are_all_named(log: Log, database: Database) -> None:
    at_will(
        database.superuser_url, f"UPDATE {EVENTS} SET state = set_byte(state, 30, 88) WHERE notification_id IN (4, 9)"
    )
    positions = {fault.position for fault in log.audit.verification.verify().faults}
    assert {4, 9} <= positions


def test_a_tree_made_to_fit_is_found_by_the_checkpoint(log: Log, database: Database) -> None:
    kept = [(one.size, one.note) for one in log.audit.checkpoints.book.kept()]
    rewritten(database.superuser_url, 5)
    at_will(
        database.superuser_url,
        *(f"INSERT INTO zielsteuerung.checkpoint VALUES ({s}, '{n}', now(), 'daily')" for s, n in kept),
    )
    assert first(log.audit.verification.verify()).startswith(
        "Position 12: Prüfpunkt über 12 Einträge: zwischen Position 3 und 12 stehen andere Einträge"
    )


def test_a_checkpoint_signed_with_another_key_is_found(log: Log, database: Database) -> None:
    forged = signed(Checkpoint(ORIGIN, SIZE, log.audit.proofs.root(SIZE)), [SigningKey(ORIGIN, b"x" * 32)])
    at_will(database.superuser_url, f"INSERT INTO zielsteuerung.checkpoint VALUES ({SIZE}, '{forged}', now(), 'daily')")
    assert "der damals geltende Schlüssel hat ihn nicht unterschrieben" in first(log.audit.verification.verify())


def test_a_key_of_somebody_else_is_not_taken_for_the_logs(log: Log) -> None:
    stranger = SigningKey(ORIGIN, b"x" * 32).public
    assert first(log.audit.verification.verify([stranger])).startswith("Keinen der angegebenen Schlüssel")


def test_what_belongs_to_another_log_decides_nothing_about_this_one(log: Log) -> None:
    verification, key = log.audit.verification, SigningKey("other.example/log", b"x" * 32)
    keys = [key.public, *log.audit.checkpoints.public_keys()]
    with pytest.raises(Unreadable, match="zu einem anderen Protokoll"):
        verification.verify(keys)
    for size in (5, SIZE + 1):
        with pytest.raises(Unreadable, match=r"gehört zum Protokoll other\.example/log"):
            verification.verify(keys[1:], [signed(Checkpoint(key.name, size, bytes(32)), [key])])
        stranger = SigningKey(ORIGIN, b"x" * 32)
        with pytest.raises(Unreadable, match="hat ihn unterschrieben"):
            verification.verify((), [signed(Checkpoint(ORIGIN, size, bytes(32)), [stranger])])
    assert verification.last() is None


def test_what_an_outsider_s_checkpoint_showed_stays_until_one_is_shown_again(log: Log, database: Database) -> None:
    verification, keys = log.audit.verification, log.audit.checkpoints.public_keys()
    kept = log.audit.checkpoints.book.at(12)
    assert kept is not None
    seen = parsed(kept.note)
    original = [(one.size, one.note) for one in log.audit.checkpoints.book.kept()]
    rewritten(database.superuser_url, 5)
    log.checkpoint()
    assert verification.verify().sound
    assert not verification.verify(keys, [seen]).sound
    assert verification.verify().sound
    last = verification.last()
    assert last is not None
    assert (last.sound, last.brought) == (False, True)
    rewritten(database.superuser_url, 5, old="Die Quote steigt.", new="Die Quote sinkt.")
    at_will(
        database.superuser_url,
        *(f"INSERT INTO zielsteuerung.checkpoint VALUES ({s}, '{n}', now(), 'daily')" for s, n in original),
    )
    assert verification.verify(keys, [seen]).sound
    assert verification.last() is not None
    assert verification.last().sound  # type: ignore[union-attr]  # asked for a line above


def test_checkpoints_that_are_gone_are_missed(log: Log, database: Database) -> None:
    at_will(database.superuser_url, "DELETE FROM zielsteuerung.checkpoint")
    assert "kein Prüfpunkt da" in first(log.audit.verification.verify())


@swept
@pytest.mark.parametrize("how", some(TAMPERING, 20))
def test_what_was_done_stands_in_every_bundle_that_holds_it(log: Log, database: Database, how: str) -> None:
    """Both readers come to the same end about what is exported afterwards, and it is never called sound."""
    statements, says = TAMPERING[how]
    keys, size = log.audit.checkpoints.public_keys(), log.checkpoint().size
    at_will(database.superuser_url, *statements)
    for scope in (None, log.agreement):
        data = export_or_refusal(log, scope, size)
        if isinstance(data, str):
            assert data in {"", expected_refusal(how)}
            continue
        answer = asked(data, [str(key) for key in keys])
        if scope is None and how in ENTRIES:
            assert (answer.status, answer.position) == (1, int(says.removeprefix("Position ").split(":")[0]))


def export_or_refusal(log: Log, scope: str | None, size: int) -> bytes | str:
    """A bundle's bytes, or the rule against it; empty when the agreement itself cannot be read any more."""
    try:
        return export(log, scope, size=size)
    except Unavailable:
        return ""
    except Refused as why:
        return why.findings[0].rule


def expected_refusal(how: str) -> str:
    """Which rule stands against a bundle after this deed."""
    return (TREE_DAMAGED if how.endswith(("gone", "all deleted")) else UNKNOWN_AGREEMENT).code


def test_the_last_result_is_remembered_red_and_green(log: Log, database: Database) -> None:
    verification = log.audit.verification
    assert verification.last() is None
    verification.verify()
    last = verification.last()
    assert last is not None
    assert (last.sound, last.size, last.at) == (True, SIZE, log.clock())
    at_will(database.superuser_url, f"UPDATE {HEAD} SET size = 12")
    verification.verify()
    last = verification.last()
    assert last is not None
    assert (last.sound, last.says[:11]) == (False, "Position 14")
    at_will(database.superuser_url, f"UPDATE {HEAD} SET size = 13")
    rebuilt(database.superuser_url)
    assert verification.verify().sound
