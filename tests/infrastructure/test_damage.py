"""A page that PostgreSQL cannot read: named as damage with its place, and remembered red."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
import pytest

from application.ports import Damaged, Unavailable
from infrastructure.connection import NOT_ALLOWED, UNREACHABLE, named
from infrastructure.database import Database as Opened
from infrastructure.journal import Journal
from infrastructure.persons import Persons
from tests.infrastructure.audits import Log, lived
from tests.postgres import Database

PAGE = 8192


@contextmanager
def with_a_page_spoilt(database: Database, table: str, page: int) -> Iterator[Opened]:
    """A copy of the database whose files were bent before anybody read them."""
    with psycopg.connect(database.superuser_url, autocommit=True) as connection:
        source, copy = connection.info.dbname, f"{connection.info.dbname}_spoilt"
        row = connection.execute(
            "SELECT pg_relation_filepath(%s), current_setting('data_directory')", [table]
        ).fetchone()
    assert row is not None
    with psycopg.connect(database.superuser_url, dbname="postgres", autocommit=True) as connection:
        connection.execute("SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = %s", [source])
        connection.execute(f'CREATE DATABASE "{copy}" TEMPLATE "{source}" STRATEGY FILE_COPY'.encode())
        try:
            oid = connection.execute("SELECT oid FROM pg_database WHERE datname = %s", [copy]).fetchone()
            assert oid is not None
            base, _, node = row[0].split("/")
            with Path(row[1], base, str(oid[0]), node).open("r+b") as file:
                file.seek(page * PAGE + PAGE // 2)
                file.write(b"spoilt" * 20)
            with Journal(database.service_url.replace(source, copy)) as journal:
                yield Opened(journal, Persons(journal.recorder.datastore))
        finally:
            connection.execute(f'DROP DATABASE "{copy}" WITH (FORCE)'.encode())


def test_a_page_that_cannot_be_read_is_found_at_its_first_entry(opened_database: Opened, database: Database) -> None:
    log = lived(opened_database)
    log.grow(30)
    with psycopg.connect(database.superuser_url) as connection:
        connection.execute("ANALYZE zielsteuerung.stored_events")  # the server then knows that the table is small
        found = connection.execute(
            "SELECT min(notification_id), max((ctid::text::point)[0]::int) FROM zielsteuerung.stored_events"
            " WHERE (ctid::text::point)[0]::int = (SELECT max((ctid::text::point)[0]::int)"
            " FROM zielsteuerung.stored_events)"
        ).fetchone()
    assert found is not None
    position, page = found
    assert position > 2
    with with_a_page_spoilt(database, "zielsteuerung.stored_events", page) as opened:
        audit = Log(opened, log.ring).audit
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
            opened.journal.log(after=position - 1)


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
