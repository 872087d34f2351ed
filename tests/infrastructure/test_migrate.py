"""Migrations: forward only, once each, under a lock, and never onto a newer schema."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime

import psycopg
import pytest
from psycopg.conninfo import conninfo_to_dict, make_conninfo

import infrastructure.migrate
from application.ports import Unavailable
from infrastructure.database import opened
from infrastructure.migrate import Migration, known_migrations, migrate
from tests.infrastructure.drafts import a_draft
from tests.infrastructure.log import assert_sound, rows
from tests.postgres import Database, Server

KNOWN = known_migrations()
NEXT = Migration(f"{len(KNOWN) + 1:04d}_next.sql", b"CREATE TABLE zielsteuerung.next (); SELECT pg_sleep(0.05);")


@pytest.fixture
def empty(server: Server) -> Iterator[Database]:
    with server.empty_database() as database:
        yield database


def applied(url: str) -> list[tuple[str, str]]:
    return [(name, sha) for name, sha in rows(url, "SELECT name, sha256 FROM zielsteuerung.schema_version ORDER BY 1")]


def test_the_files_are_numbered_without_gap() -> None:
    assert [migration.number for migration in KNOWN] == list(range(1, len(KNOWN) + 1))


def test_each_is_applied_once_and_entered_in_the_book(empty: Database) -> None:
    migrate(empty.owner_url)
    migrate(empty.owner_url)
    assert applied(empty.owner_url) == [(migration.name, migration.sha256) for migration in KNOWN]


def test_a_later_one_comes_on_top(empty: Database) -> None:
    migrate(empty.owner_url)
    migrate(empty.owner_url, (*KNOWN, NEXT))
    assert applied(empty.owner_url)[-1] == (NEXT.name, NEXT.sha256)


def test_concurrent_starts_wait_for_each_other(empty: Database) -> None:
    with ThreadPoolExecutor(4) as threads:
        list(threads.map(lambda _: migrate(empty.owner_url, (*KNOWN, NEXT)), range(4)))
    assert len(applied(empty.owner_url)) == len(KNOWN) + 1


def test_a_failing_one_leaves_the_schema_as_it_was_before_it(empty: Database) -> None:
    failing = Migration(NEXT.name, NEXT.sql + b"SELECT 1 / 0;")
    with pytest.raises(psycopg.errors.DivisionByZero):
        migrate(empty.owner_url, (*KNOWN, failing))
    assert len(applied(empty.owner_url)) == len(KNOWN)
    migrate(empty.owner_url, (*KNOWN, NEXT))


def test_a_newer_schema_is_refused(empty: Database) -> None:
    migrate(empty.owner_url, (*KNOWN, NEXT))
    with pytest.raises(Unavailable, match=f"neueren Fassung.*Schema {len(KNOWN) + 1}, bekannt bis {len(KNOWN)}"):
        migrate(empty.owner_url)
    with pytest.raises(Unavailable, match="neueren Fassung"), opened(empty.owner_url, empty.owner_url):
        pass


def test_an_old_server_is_refused(empty: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(infrastructure.migrate, "OLDEST_SERVER", 990_000)
    with pytest.raises(Unavailable, match="nötig ist"):
        migrate(empty.owner_url)


def test_a_changed_file_is_refused(empty: Database) -> None:
    migrate(empty.owner_url)
    changed = (*KNOWN[:-1], Migration(KNOWN[-1].name, KNOWN[-1].sql + b" "))
    with pytest.raises(Unavailable, match=KNOWN[-1].name):
        migrate(empty.owner_url, changed)


def test_a_login_that_may_not_migrate_is_told_so(empty: Database, database: Database) -> None:
    with pytest.raises(Unavailable, match="DATABASE_OWNER_URL") as refused:
        migrate(empty.service_url)
    name = conninfo_to_dict(empty.service_url)["dbname"]
    assert f"GRANT CREATE ON DATABASE {name} TO test_service; ALTER ROLE test_service CREATEROLE;" in str(refused.value)
    migrate(database.service_url)  # nothing is missing here, so nothing needs the owner


def test_a_login_outside_the_service_role_is_told_so(database: Database, server: Server) -> None:
    stranger = "test_stranger"
    with psycopg.connect(server.url, autocommit=True) as connection:
        connection.execute(f"CREATE ROLE {stranger} LOGIN")
        try:
            url = make_conninfo(database.owner_url, user=stranger)
            grant = f"GRANT zielsteuerung_service TO {stranger};"
            with pytest.raises(Unavailable, match=f"DATABASE_URL.*{grant}"), opened(url, database.owner_url):
                pass
            connection.execute(grant)
            with opened(url, database.owner_url) as (journal, _):
                assert journal.log() == []
        finally:
            connection.execute(f"DROP ROLE {stranger}")


@pytest.mark.parametrize("login", ["owner_url", "superuser_url"])
def test_one_login_for_all_will_do(empty: Database, login: str) -> None:
    url = getattr(empty, login)
    with opened(url, url) as (journal, _):
        journal.append([a_draft()], now=datetime.now(UTC))
        with journal.recorder.datastore.get_connection() as connection:
            row = connection.execute("SELECT current_user::text AS role").fetchone()
        assert row == {"role": "zielsteuerung_service"}
    assert_sound(url)
