"""What only a checkpoint kept elsewhere can show: a log rewritten as a whole, and one set back to a backup."""

import pytest

from application.proofs.signed_note import parsed
from domain.rulebook.proofs import FOREIGN_CHECKPOINT
from domain.rules import Refused
from infrastructure.database import Database as Opened
from tests.infrastructure.audits import Log, export, first, lived, rewritten, rolled_back, signed_again
from tests.postgres import Database


@pytest.fixture
def log(opened_database: Opened) -> Log:
    return lived(opened_database)


def test_an_older_backup_is_found_only_by_a_checkpoint_kept_elsewhere(log: Log, database: Database) -> None:
    kept = log.checkpoint()
    keys = log.audit.checkpoints.public_keys()
    rolled_back(database.superuser_url, 9)
    assert log.audit.verification.verify(keys).sound
    assert "auf einen früheren Stand zurückgesetzt" in first(log.audit.verification.verify(keys, [parsed(kept.note)]))
    with pytest.raises(Refused) as refused:
        export(log, None, since=[kept.note])
    assert [finding.rule for finding in refused.value.findings] == [FOREIGN_CHECKPOINT.code]


def test_a_log_rewritten_with_the_real_key_is_found_only_by_a_checkpoint_kept_elsewhere(
    log: Log, database: Database
) -> None:
    kept = parsed(log.checkpoint().note)
    keys = log.audit.checkpoints.public_keys()
    rewritten(database.superuser_url, 5)
    log.checkpoint()
    assert log.audit.verification.verify(keys).sound
    says = first(log.audit.verification.verify(keys, [kept]))
    assert says.startswith("Position 13: Mitgebrachter Prüfpunkt über 13 Einträge: zwischen Position 1 und 13 stehen")
    now = log.audit.checkpoints.book.latest()
    assert now is not None
    for both in ([kept, parsed(now.note)], [parsed(now.note), kept]):
        assert first(log.audit.verification.verify(keys, both)) == says, "two of one size do not turn the stretch round"
    with pytest.raises(Refused, match="sind heute andere"):
        export(log, log.agreement, since=[str(kept)])


@pytest.mark.parametrize("again", [(2, 12), (2, 4, 5, 6, 12), (12,)])
def test_checkpoints_signed_again_do_not_move_the_stretch_that_a_witness_proves(
    log: Log, database: Database, again: tuple[int, ...]
) -> None:
    first_kept = log.audit.checkpoints.book.kept()[0]
    witnessed = parsed(log.checkpoint().note)
    keys = log.audit.checkpoints.public_keys()
    rewritten(database.superuser_url, 5)
    signed_again(log, database.superuser_url, *again)
    verify = log.audit.verification.verify
    assert any("zwischen Position 1 und 13" in str(fault) for fault in verify(keys, [witnessed]).faults)
    both = verify(keys, [parsed(first_kept.note), witnessed])
    assert any("zwischen Position 3 und 13" in str(fault) for fault in both.faults)
