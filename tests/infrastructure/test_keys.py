"""Keys: how they are rotated, what they remember, and what they do not sign."""

import base64
import stat
from pathlib import Path

import pytest

from application.acting.register_requests import KEYS_STREAM, IntroduceKey
from application.ports import Unavailable
from application.proofs.ports import KeyMissing, Occasion
from application.proofs.signed_note import parsed
from domain.facts import KeyIntroduced
from domain.rulebook.any_act import KEY_REUSED, NOT_PERMITTED
from domain.rulebook.figures import REASON_MISSING
from domain.rulebook.proofs import KEY_KNOWN, KEY_REPLACED, LOG_NOT_CONTINUED
from infrastructure.database import Database as Opened
from infrastructure.proofs.key_ring import GivenKeys, KeyFolder, key_ring
from infrastructure.settings import Settings
from interfaces.bootstrap import System
from tests.builders import MINISTRY
from tests.infrastructure.audits import AUDITOR, OPERATOR, ORIGIN, Log, drafted, rewritten, rolled_back
from tests.infrastructure.test_checkpoints import SEEDS, refused_by
from tests.postgres import Database


@pytest.fixture
def log(opened_database: Opened) -> Log:
    return drafted(opened_database)


def test_old_and_new_key_sign_after_a_rotation_and_then_the_new_one(log: Log) -> None:
    first = log.checkpoint()
    receipt, handed_over = log.audit.checkpoints.rotate(OPERATOR, "Jährlicher Wechsel")
    log.grow(1)
    last = log.checkpoint()
    old, new = log.audit.checkpoints.public_keys()
    assert receipt.records[0].provenance.reason == "Jährlicher Wechsel"
    assert [parsed(one.note).signers([old, new]) for one in (first, handed_over, last)] == [(old,), (old, new), (new,)]
    assert handed_over.occasion is Occasion.ROTATION
    facts = [record.fact for record in log.system.journal.records(KEYS_STREAM)]
    assert [fact.replaces for fact in facts if isinstance(fact, KeyIntroduced)] == [None, old.public.hex()]
    assert log.audit.checkpoints.public_keys(up_to=2) == (old,)
    assert log.audit.verification.verify(keys=[new]).sound


@pytest.mark.parametrize("actor", [MINISTRY, AUDITOR])
def test_only_the_operator_rotates(log: Log, actor: object) -> None:
    log.checkpoint()
    refused_by(NOT_PERMITTED.code, lambda: log.audit.checkpoints.rotate(actor, "Versuch"))  # type: ignore[arg-type]
    assert len(log.audit.checkpoints.public_keys()) == 1


def test_who_rotates_says_why(log: Log) -> None:
    log.checkpoint()
    refused_by(REASON_MISSING.code, lambda: log.audit.checkpoints.rotate(OPERATOR, None))


def test_a_key_that_was_replaced_since_it_was_shown_is_not_replaced_again(log: Log) -> None:
    log.checkpoint()
    checkpoints = log.audit.checkpoints
    shown = checkpoints.present()
    checkpoints.rotate(OPERATOR, "Jährlicher Wechsel", shown=shown)
    refused_by(KEY_REPLACED.code, lambda: checkpoints.rotate(OPERATOR, "Noch einmal", shown=shown))
    assert len(checkpoints.public_keys()) == 2


def test_a_key_is_introduced_once(log: Log) -> None:
    log.checkpoint()
    [key] = log.audit.checkpoints.public_keys()
    asked = IntroduceKey(occurred_on=log.today, reason="noch einmal", origin=ORIGIN, public_key=key.public.hex())
    refused_by(KEY_KNOWN.code, lambda: log.system.service.act(OPERATOR, asked))


def test_without_its_key_nothing_is_signed_unless_it_is_said_to_be_lost(opened_database: Opened) -> None:
    log = Log(opened_database, GivenKeys(SEEDS[0]))
    log.draft()
    log.checkpoint()
    elsewhere = System(opened_database, log.clock, GivenKeys(SEEDS[1])).audit.checkpoints
    log.grow(1)
    with pytest.raises(KeyMissing, match="rotate-key --lost"):
        elsewhere.make(Occasion.REQUEST)
    with pytest.raises(KeyMissing):
        elsewhere.rotate(OPERATOR, "Verloren")
    _, kept = elsewhere.rotate(OPERATOR, "Verloren", lost=True)
    old, new = elsewhere.public_keys()
    assert parsed(kept.note).signers([old, new]) == (new,)


def test_a_rotation_cut_short_still_hands_over_the_trust(
    opened_database: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    log = Log(opened_database, KeyFolder(tmp_path))
    log.draft()
    log.checkpoint()
    checkpoints = log.audit.checkpoints
    for lost in (False, True):
        with monkeypatch.context() as cut:
            cut.setattr(checkpoints, "_made", gone)
            with pytest.raises(Unavailable):
                checkpoints.rotate(OPERATOR, "Wechsel", lost=lost)
    [first, second, third] = checkpoints.public_keys()
    assert parsed(log.checkpoint().note).signers([first, second, third]) == (first, second, third)


def gone(*_: object, **__: object) -> None:
    raise Unavailable


def test_a_rotation_repeated_under_its_key_is_one(log: Log) -> None:
    log.checkpoint()
    receipts = [log.audit.checkpoints.rotate(OPERATOR, "Wechsel", key="k1")[0] for _ in range(2)]
    assert [receipt.repeated for receipt in receipts] == [False, True]
    assert len(log.audit.checkpoints.public_keys()) == 2
    refused_by(KEY_REUSED.code, lambda: log.audit.checkpoints.rotate(OPERATOR, "Anderer Grund", key="k1"))


@pytest.mark.parametrize("given", [False, True])
def test_keys_do_not_sign_what_does_not_continue_what_they_signed(
    opened_database: Opened, database: Database, tmp_path: Path, given: bool
) -> None:
    log = Log(opened_database, GivenKeys(SEEDS[0], tmp_path) if given else KeyFolder(tmp_path))
    log.draft()
    log.grow(3)
    seen = log.checkpoint().size
    rewritten(database.superuser_url, 3)
    log.grow(1)
    refused_by(LOG_NOT_CONTINUED.code, log.checkpoint)
    refused_by(LOG_NOT_CONTINUED.code, lambda: log.audit.checkpoints.rotate(OPERATOR, "Wechsel", lost=True))
    assert (log.audit.checkpoints.book.kept(), len(log.audit.checkpoints.public_keys())) == ([], 1)
    last = log.audit.verification.last()
    assert last is not None
    assert f"schon {seen} Einträge bezeugt" in last.says
    assert "Zuletzt unterschriebener Prüfpunkt über 5 Einträge: zwischen Position 1 und 5" in str(
        [str(fault) for fault in log.audit.verification.verify().faults]
    )
    [memory] = tmp_path.glob("*.signed")
    memory.unlink()
    assert log.checkpoint().size == seen + 1


def test_keys_do_not_sign_a_log_that_was_rolled_back(
    opened_database: Opened, database: Database, tmp_path: Path
) -> None:
    log = Log(opened_database, KeyFolder(tmp_path))
    log.draft()
    log.checkpoint()
    log.grow(3)
    log.checkpoint()
    rolled_back(database.superuser_url, 3)
    refused_by(LOG_NOT_CONTINUED.code, log.checkpoint)
    log.clock.on(hours=1)  # another time in the entry, so that it is another one
    log.grow(3)
    refused_by(LOG_NOT_CONTINUED.code, log.checkpoint)


def test_a_memory_that_is_no_checkpoint_stops_signing(opened_database: Opened, tmp_path: Path) -> None:
    log = Log(opened_database, KeyFolder(tmp_path))
    log.draft()
    log.checkpoint()
    [memory] = tmp_path.glob("*.signed")
    log.grow(1)
    for content in (b"", b"\xff"):
        memory.write_bytes(content)
        with pytest.raises(KeyMissing, match="nicht lesbar"):
            log.checkpoint()
        report = log.audit.verification.verify()
        assert [fault.says[:30] for fault in report.faults] == ["Der zuletzt unterschriebene Pr"]
        assert report.size == 3


def test_a_file_that_is_no_key_of_this_log_stops_nothing(opened_database: Opened, tmp_path: Path) -> None:
    log = Log(opened_database, KeyFolder(tmp_path))
    log.draft()
    (tmp_path / "alt.key").write_text("kein Schlüssel")
    old, log_size = log.checkpoint(), 2
    log.audit.checkpoints.rotate(OPERATOR, "Wechsel")
    first, second = log.audit.checkpoints.public_keys()
    (tmp_path / f"{first.id.hex()}.key").chmod(0o644)
    log.grow(1)
    assert log.checkpoint().size > old.size == log_size
    (tmp_path / f"{second.id.hex()}.key").chmod(0o644)
    log.grow(1)
    with pytest.raises(KeyMissing, match="0600"):
        log.checkpoint()


def test_given_keys_are_rotated_by_giving_another(opened_database: Opened) -> None:
    log = Log(opened_database, GivenKeys(SEEDS[0]))
    log.draft()
    log.checkpoint()
    with pytest.raises(KeyMissing, match="ZIELSTEUERUNG_SIGNING_KEY"):
        log.audit.checkpoints.rotate(OPERATOR, "Wechsel")
    both = Log(opened_database, GivenKeys(" ".join(SEEDS)))
    _, kept = both.audit.checkpoints.rotate(OPERATOR, "Wechsel")
    assert len(parsed(kept.note).signers(both.audit.checkpoints.public_keys())) == 2


def test_the_folder_keeps_keys_from_others(tmp_path: Path) -> None:
    folder = tmp_path / "keys"
    ring = KeyFolder(folder)
    assert ring.held(ORIGIN) == []
    key = ring.create(ORIGIN)
    [file] = folder.iterdir()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert ring.held(ORIGIN) == [key]
    assert ring.held("other.example/log") == []
    file.chmod(0o640)
    assert ring.held(ORIGIN) == []
    with pytest.raises(KeyMissing, match="0600"):
        ring.held(ORIGIN, [key.public.id])


def test_a_file_that_is_no_key_is_said_so(tmp_path: Path) -> None:
    ring = KeyFolder(tmp_path)
    needed = [ring.create(ORIGIN).public.id]
    [file] = tmp_path.iterdir()
    file.write_text("kein Schlüssel")
    with pytest.raises(KeyMissing, match=str(tmp_path)):
        ring.held(ORIGIN, needed)
    file.unlink()
    file.mkdir()
    with pytest.raises(KeyMissing, match=str(tmp_path)):
        ring.held(ORIGIN, needed)
    file.rmdir()
    file.write_text("")
    with pytest.raises(KeyMissing, match=str(file)):
        KeyFolder(file / "below").create(ORIGIN)


@pytest.mark.parametrize("text", ["zu kurz", base64.b64encode(b"x" * 31).decode(), "=" * 44])
def test_a_value_that_is_no_key_is_said_so(text: str) -> None:
    with pytest.raises(KeyMissing, match="ZIELSTEUERUNG_SIGNING_KEY"):
        GivenKeys(text)


def test_settings_say_where_the_keys_are(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ZIELSTEUERUNG_DATA", str(tmp_path))
    key_ring(Settings()).create(ORIGIN)
    assert len(list((tmp_path / "keys").iterdir())) == 1
    monkeypatch.setenv("ZIELSTEUERUNG_KEYS", str(tmp_path / "elsewhere"))
    key_ring(Settings()).create(ORIGIN)
    assert len(list((tmp_path / "elsewhere").iterdir())) == 1
    monkeypatch.setenv("ZIELSTEUERUNG_SIGNING_KEY", " ".join(SEEDS))
    settings = Settings()
    assert [key.seed for key in key_ring(settings).held(ORIGIN)] == [b"a" * 32, b"b" * 32]
    assert SEEDS[0] not in repr(settings)
