"""What is written stays, whoever asks; and whoever writes gets a position and a place in the tree."""

import psycopg
import pytest
from psycopg.errors import InsufficientPrivilege, RaiseException

from infrastructure.connection import SERVICE_ROLE
from infrastructure.journal import Journal
from tests.infrastructure.drafts import NOON, a_draft
from tests.infrastructure.log import assert_sound, rows
from tests.postgres import Database

TABLES = ["stored_events", "tree_node", "act", "log_head"]
INSERT = "INSERT INTO zielsteuerung.stored_events (originator_id, originator_version, topic, state) VALUES {}"


@pytest.fixture
def filled(journal: Journal, database: Database) -> Database:
    with psycopg.connect(database.owner_url) as connection:
        connection.execute("INSERT INTO zielsteuerung.act VALUES ('land-1', 'key', 'digest', 1, 2)")
    journal.append([a_draft(version=1), a_draft(version=2)], now=NOON)
    return database


def attempt(url: str, statement: str) -> None:
    with psycopg.connect(url) as connection:
        connection.execute(statement.encode())


def changes(table: str) -> list[str]:
    column = {"stored_events": "topic", "tree_node": "hash", "act": "digest", "log_head": "size"}[table]
    return [
        f"UPDATE zielsteuerung.{table} SET {column} = NULL",
        f"DELETE FROM zielsteuerung.{table}",
        f"TRUNCATE zielsteuerung.{table}",
    ]


@pytest.mark.parametrize("table", TABLES)
def test_nothing_can_be_changed_or_removed(filled: Database, table: str) -> None:
    before = rows(filled.owner_url, f"SELECT * FROM zielsteuerung.{table}")
    assert before
    for statement in changes(table):
        with pytest.raises(InsufficientPrivilege):
            attempt(filled.service_url, statement)
        for url in (filled.owner_url, filled.superuser_url):
            with pytest.raises(RaiseException, match="Das Protokoll wird nur fortgeschrieben"):
                attempt(url, statement)
            if url == filled.superuser_url:
                with pytest.raises(RaiseException, match="Das Protokoll wird nur fortgeschrieben"):
                    attempt(url, f"SET session_replication_role = replica; {statement}")
    assert rows(filled.owner_url, f"SELECT * FROM zielsteuerung.{table}") == before


@pytest.mark.parametrize(
    "change",
    ["size = size - 1", "size = size + 2", "last_recorded_at = last_recorded_at - interval '1 microsecond'"],
)
def test_the_head_only_grows(filled: Database, change: str) -> None:
    with pytest.raises(RaiseException):
        attempt(filled.owner_url, f"UPDATE zielsteuerung.log_head SET {change}")


def test_there_is_one_head(filled: Database) -> None:
    with pytest.raises(psycopg.errors.UniqueViolation):
        attempt(filled.owner_url, "INSERT INTO zielsteuerung.log_head VALUES (0, now())")


@pytest.mark.parametrize(
    "statement",
    [
        "ALTER TABLE zielsteuerung.stored_events DISABLE TRIGGER ALL",
        "ALTER TABLE zielsteuerung.stored_events DISABLE TRIGGER take_position",
        "SET session_replication_role = replica",
        "DROP TABLE zielsteuerung.stored_events",
        "INSERT INTO zielsteuerung.tree_node VALUES (9, 9, 'x')",
        "INSERT INTO zielsteuerung.schema_version (number, name, sha256) VALUES (99, 'x', 'x')",
        "UPDATE zielsteuerung.person SET commitment = salt",
        "DELETE FROM zielsteuerung.person",
        "CREATE TABLE zielsteuerung.mine ()",
        "RESET ROLE; SET ROLE test_owner",
    ],
)
def test_the_service_may_do_nothing_else(filled: Database, statement: str) -> None:
    with pytest.raises(InsufficientPrivilege):
        attempt(filled.service_url, statement)


def test_others_may_do_nothing(filled: Database) -> None:
    with psycopg.connect(filled.superuser_url) as connection:
        connection.execute("CREATE ROLE test_nobody")
        connection.execute("SET ROLE test_nobody")
        for statement in ("SELECT * FROM zielsteuerung.stored_events", "SELECT zielsteuerung.take_position()"):
            with pytest.raises(InsufficientPrivilege), connection.transaction():
                connection.execute(statement)
        connection.rollback()


def test_a_plain_insert_gets_a_position_and_a_place_in_the_tree(filled: Database) -> None:
    attempt(filled.service_url, INSERT.format("('direct', 1, 'Any', 'not even JSON'), ('direct', 2, 'Any', 'x')"))
    attempt(filled.service_url, INSERT.format("('direct', 3, 'Any', 'y')"))
    assert rows(filled.owner_url, "SELECT size FROM zielsteuerung.log_head") == [(5,)]
    assert_sound(filled.owner_url)


def test_a_position_cannot_be_chosen(filled: Database) -> None:
    attempt(
        filled.service_url,
        "INSERT INTO zielsteuerung.stored_events VALUES ('direct', 1, 'Any', 'x', 4711)",
    )
    assert_sound(filled.owner_url)


def test_a_refused_insert_leaves_head_and_tree_as_they_were(filled: Database) -> None:
    with pytest.raises(psycopg.errors.UniqueViolation):
        attempt(filled.service_url, INSERT.format("('direct', 1, 'Any', 'x'), ('direct', 1, 'Any', 'x')"))
    assert rows(filled.owner_url, "SELECT size FROM zielsteuerung.log_head") == [(2,)]
    assert_sound(filled.owner_url)


def test_the_service_works_in_its_role_whichever_login_it_has(journal: Journal) -> None:
    with journal.recorder.datastore.get_connection() as connection:
        row = connection.execute("SELECT current_user::text AS role, session_user::text AS login").fetchone()
    assert row == {"role": SERVICE_ROLE, "login": "test_service"}
