"""A page that PostgreSQL cannot read: named as damage with its place, and remembered red."""

from collections.abc import Iterator
from contextlib import contextmanager

import psycopg
import pytest

from application.ports import Damaged, Unavailable
from domain.acts.dialogs import RequestDialog
from infrastructure.connection import NOT_ALLOWED, UNREACHABLE, named
from infrastructure.database import Database as Opened
from infrastructure.journal import Journal
from infrastructure.persons import Persons
from tests.builders import COUNTY
from tests.infrastructure.audits import Log, lived
from tests.infrastructure.spoiling import last_page, spoilt
from tests.infrastructure.test_beside_the_log import SIGNATORY
from tests.postgres import Database


@contextmanager
def opened(database: Database) -> Iterator[Opened]:
    """The service's sessions."""
    with Journal(database.service_url) as journal:
        yield Opened(journal, Persons(journal.recorder.datastore))


def test_a_page_that_cannot_be_read_is_found_at_its_first_entry(opened_database: Opened, database: Database) -> None:
    log = lived(opened_database)
    log.grow(30)
    page, position = last_page(database)
    assert position > 2
    with spoilt(database, "stored_events", page) as copy, opened(copy) as stores:
        audit = Log(stores, log.ring).audit
        report = audit.verification.verify()
        assert [fault.position for fault in report.faults] == [position]
        assert "ab hier ist das Protokoll nicht lesbar. Die Datenbank kann ihre eigenen Dateien" in str(
            report.faults[0]
        )
        assert "XX001" in str(report.faults[0])
        last = audit.verification.last()
        assert last is not None
        assert not last.sound
        with pytest.raises(Damaged, match="kann ihre eigenen Dateien nicht lesen"):
            stores.journal.log(after=position - 1)


@pytest.mark.parametrize(
    ("code", "says"),
    [
        ("42501", NOT_ALLOWED),
        ("28P01", NOT_ALLOWED),
        ("57P01", UNREACHABLE),
        ("42P01", "Der Datenbank fehlt etwas"),
        ("25006", "lässt nur lesen"),
        ("58030", "kann ihre eigenen Dateien nicht lesen"),
    ],
)
def test_trouble_is_named_by_its_sqlstate(code: str, says: str) -> None:
    why = named(psycopg.errors.lookup(code)("what the server says\nand more"))
    assert isinstance(why, Unavailable)
    assert says in str(why)
    assert isinstance(why, Damaged) is (code == "58030")
    assert "and more" not in str(why)


def test_damage_met_in_use_is_remembered_until_it_is_verified_again(opened_database: Opened) -> None:
    verification = lived(opened_database).audit.verification
    verification.met_damage(Damaged("Die Datenbank kann ihre eigenen Dateien nicht lesen."))
    verification.met_damage(Damaged("noch einmal"))
    last = verification.last()
    assert last is not None
    assert last.says == "Die Datenbank kann ihre eigenen Dateien nicht lesen."
    assert verification.verify().sound
    last = verification.last()
    assert last is not None
    assert last.sound


@pytest.mark.long
@pytest.mark.parametrize("table", ["tree_node", "checkpoint", "person", "act", "view_row", "entry_index"])
def test_a_page_beside_the_log_is_named_by_its_table_and_hides_nothing_else(
    opened_database: Opened, database: Database, table: str
) -> None:
    log = lived(opened_database)
    log.system.service.register(SIGNATORY)
    asked = RequestDialog(occurred_on=log.today, dialog_id="einmal", reason="Die Quote sinkt.")
    log.system.service.act(COUNTY, asked, log.agreement, on_version=12, key="einmal")
    log.system.views.catch_up()
    with spoilt(database, table, 0) as copy, opened(copy) as stores:
        report = Log(stores, log.ring).audit.verification.verify()
        assert [fault.position for fault in report.faults] == [None]
        assert str(report.faults[0]).startswith(f"Die Tabelle {table} ist nicht lesbar; was daran hängt, ist nicht ")


@pytest.mark.long
def test_a_catalogue_only_guards_need_is_named_and_the_rest_is_verified(
    opened_database: Opened, database: Database
) -> None:
    log = lived(opened_database)
    with spoilt(database, "pg_collation", 0, "pg_catalog") as copy, opened(copy) as stores:
        verification = Log(stores, log.ring).audit.verification
        report = verification.verify()
        [fault] = report.faults
        assert str(fault).startswith("Die Tabelle pg_collation ist nicht lesbar; was daran hängt, ist nicht ")
        assert report.size == opened_database.journal.head()
        last = verification.last()
        assert last is not None
        assert not last.sound
