"""Checkpoints: when they are made, who signs them, and that the keys' history stands in the log itself."""

import base64
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import psycopg
import pytest

from application.acting.register_requests import KEYS_STREAM
from application.proofs.ports import Occasion
from application.proofs.signed_note import parsed
from domain.facts import FinalAssessmentMade, KeyIntroduced
from domain.record import Record
from domain.rules import Refused
from infrastructure.database import Database as Opened
from infrastructure.proofs.key_ring import GivenKeys
from interfaces.bootstrap import System
from tests.infrastructure.audits import ORIGIN, Log, drafted
from tests.infrastructure.drafts import a_draft
from tests.infrastructure.strategies import example
from tests.postgres import Database

SEEDS = [base64.b64encode(letter * 32).decode() for letter in (b"a", b"b")]


@pytest.fixture
def log(opened_database: Opened) -> Log:
    return drafted(opened_database)


def refused_by(code: str, deed: Callable[[], object]) -> None:
    with pytest.raises(Refused) as refused:
        deed()
    assert [finding.rule for finding in refused.value.findings] == [code]


def test_the_first_checkpoint_introduces_the_first_key(log: Log) -> None:
    kept = log.checkpoint()
    note, [key] = parsed(kept.note), log.audit.checkpoints.public_keys()
    assert (note.checkpoint.origin, note.checkpoint.size) == (ORIGIN, 2)
    assert note.checkpoint.root == log.audit.proofs.root(2)
    assert note.signers([key]) == (key,)
    [record] = log.system.journal.records(KEYS_STREAM)
    assert isinstance(record.fact, KeyIntroduced)
    assert (record.fact.public_key, record.fact.replaces, record.position) == (key.public.hex(), None, 2)


def test_nothing_new_needs_no_new_checkpoint(log: Log) -> None:
    kept = log.checkpoint()
    log.clock.on(days=3)
    assert log.checkpoint() == kept
    assert not log.audit.checkpoints.due(log.clock())
    log.grow(1)
    assert log.checkpoint().size == 3
    assert [one.size for one in log.audit.checkpoints.book.kept()] == [2, 3]
    assert log.audit.checkpoints.book.latest() == log.audit.checkpoints.book.at(3)


def test_one_is_due_a_day_after_the_last_when_the_log_grew(log: Log) -> None:
    assert log.audit.checkpoints.due(log.clock())
    first = log.audit.checkpoints.make_if_due()
    assert first is not None
    assert first.occasion is Occasion.DAILY
    log.grow(1)
    log.clock.on(hours=23, minutes=59)
    assert log.audit.checkpoints.make_if_due() is None
    log.clock.on(minutes=1)
    second = log.audit.checkpoints.make_if_due()
    assert second is not None
    assert second.made_at == log.clock()


def test_an_empty_log_needs_none(opened_database: Opened) -> None:
    log = Log(opened_database)
    assert not log.audit.checkpoints.due(log.clock())
    assert log.audit.checkpoints.make_if_due() is None


def test_a_final_assessment_is_followed_by_one_at_once(log: Log) -> None:
    log.checkpoint()
    fact = example(FinalAssessmentMade)
    records = log.system.journal.append([a_draft("2026.4.03.03358.9", fact=fact)], now=log.clock())
    assert log.audit.checkpoints.due(log.clock())
    log.audit.checkpoints.after(records)
    kept = log.audit.checkpoints.book.latest()
    assert kept is not None
    assert (kept.size, kept.occasion) == (3, Occasion.ASSESSMENT)


def test_a_key_that_is_missing_then_undoes_nothing(opened_database: Opened) -> None:
    log = Log(opened_database, GivenKeys(""))
    log.draft()
    fact = example(FinalAssessmentMade)
    records: tuple[Record, ...] = log.system.journal.append([a_draft(fact=fact)], now=log.clock())
    log.audit.checkpoints.after(records)
    assert log.audit.checkpoints.book.kept() == []
    assert log.audit.checkpoints.due(log.clock())


def test_many_at_once_make_one_checkpoint_and_one_key(log: Log) -> None:
    with ThreadPoolExecutor(6) as threads:
        sizes = {kept.size for kept in threads.map(lambda _: log.checkpoint(), range(12))}
    assert sizes == {2}
    assert len(log.audit.checkpoints.public_keys()) == 1


def test_each_log_has_a_name_of_its_own(opened_database: Opened) -> None:
    first = System(opened_database, Log(opened_database).clock, GivenKeys("")).audit.checkpoints.book.origin()
    assert first.startswith("zielsteuerung/")
    assert Log(opened_database).audit.checkpoints.book.origin() == first  # kept, whatever is chosen later


@pytest.mark.parametrize("table", ["checkpoint", "log_origin"])
@pytest.mark.parametrize("deed", ["DELETE FROM {}", "TRUNCATE {}", "UPDATE {} SET {} = ''"])
def test_checkpoints_are_only_added(log: Log, database: Database, table: str, deed: str) -> None:
    log.checkpoint()
    column = {"checkpoint": "note", "log_origin": "origin"}[table]
    for url in (database.owner_url, database.superuser_url, database.service_url):
        with psycopg.connect(url) as connection, pytest.raises(psycopg.Error, match=r"fortgeschrieben|permission"):
            connection.execute(deed.format(f"zielsteuerung.{table}", column).encode())
