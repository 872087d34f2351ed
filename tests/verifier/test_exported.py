"""What the service itself exports, after all that may happen to a log, in the hands of a stranger."""

import pytest

from infrastructure.database import Database as Opened
from tests.infrastructure.audits import OPERATOR, Log, export, lived, rewritten, rolled_back
from tests.postgres import Database
from tests.verifier.asking import asked


@pytest.fixture
def log(opened_database: Opened) -> Log:
    return lived(opened_database)


def keys(log: Log) -> list[str]:
    return [str(key) for key in log.audit.checkpoints.public_keys()]


def test_real_bundles_are_sound_to_the_verifier_alone(log: Log) -> None:
    kept = [one.note for one in log.audit.checkpoints.book.kept()]
    for scope in (None, log.agreement):
        answer = asked(export(log, scope, since=kept), keys(log), kept, alone=True)
        assert answer.status == 0, answer.text


def test_every_size_of_a_real_log_is_sound(log: Log) -> None:
    kept: list[str] = []
    for _ in range(9):
        log.grow(1)
        kept.append(log.checkpoint().note)
        for scope in (None, log.agreement):
            assert asked(export(log, scope, since=kept), keys(log), kept).status == 0


@pytest.mark.parametrize("lost", [False, True])
def test_a_change_of_keys_hands_the_trust_over_unless_the_old_key_is_lost(log: Log, lost: bool) -> None:
    before = log.checkpoint().note
    log.grow(1)
    log.audit.checkpoints.rotate(OPERATOR, "Wechsel", lost=lost)
    old, new = keys(log)
    handed_over = export(log, None)
    assert asked(handed_over, [new]).status == 0
    assert asked(handed_over, [old]).status == (1 if lost else 0)
    log.grow(1)
    later = export(log, log.agreement, since=[before])
    assert asked(later, [old]).status == 1
    assert asked(later, [new]).status == 0
    assert asked(later, [old, new], [before]).status == 0


def test_a_log_rewritten_with_the_real_key_is_found_by_a_checkpoint_kept_elsewhere_only(
    log: Log, database: Database
) -> None:
    kept = log.checkpoint().note
    rewritten(database.superuser_url, 5)
    log.checkpoint()
    for scope in (None, log.agreement):
        bundle = export(log, scope)
        unnoticed = asked(bundle, keys(log))
        assert unnoticed.status == 0
        assert "dass nie umgeschrieben" in unnoticed.text
        assert asked(bundle, keys(log), [kept]).status == 1


def test_a_log_rolled_back_is_found_by_a_checkpoint_kept_elsewhere_only(log: Log, database: Database) -> None:
    kept = log.checkpoint().note
    rolled_back(database.superuser_url, 9)
    for scope in (None, log.agreement):
        assert asked(export(log, scope), keys(log)).status == 0
        answer = asked(export(log, scope), keys(log), [kept])
        assert answer.status == 2, "an older bundle would look the same"
        assert "zurückgesetzt" in answer.text
