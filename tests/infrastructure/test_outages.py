"""When the database goes away: nothing half done, a quick answer, and back to work by itself."""

import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from uuid import uuid4

import psycopg
import pytest
from psycopg.conninfo import conninfo_to_dict, make_conninfo
from psycopg.sql import SQL, Identifier

from application.ports import ActKey, Person, Unavailable
from infrastructure.connection import SERVICE_SESSION, named
from infrastructure.database import opened
from infrastructure.journal import Journal
from infrastructure.persons import Persons
from tests.infrastructure.drafts import NOON, a_draft
from tests.infrastructure.log import assert_sound, rows
from tests.postgres import Database, Server

ERIKA = Person(id="person-1", title="", given_name="Erika", family_name="Mustermann")
OTHERS_GONE = (
    "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity"
    " WHERE datname = current_database() AND pid <> pg_backend_pid()"
)
WAITING = "SELECT pid FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()"


def test_a_connection_killed_in_the_middle_leaves_nothing(
    journal: Journal, persons: Persons, database: Database
) -> None:
    persons.register(ERIKA)
    act = ActKey("land-1", "key-1", "ab" * 32)
    with psycopg.connect(database.superuser_url) as blocker, ThreadPoolExecutor(1) as thread:
        # Erasing comes after events, tree and act are written: there it waits for us.
        blocker.execute("SELECT * FROM zielsteuerung.person FOR UPDATE")
        append = thread.submit(journal.append, [a_draft("a"), a_draft("b")], now=NOON, act=act, erasing=ERIKA.id)
        while not (found := blocker.execute(WAITING).fetchone()) and not append.done():
            pass
        blocker.execute("SELECT pg_terminate_backend(%s)", found)
        with pytest.raises(Unavailable):
            append.result()
    assert journal.log() == []
    assert journal.earlier("land-1", "key-1") is None
    assert persons.find(ERIKA.id) == ERIKA
    assert rows(database.owner_url, "SELECT count(*) FROM zielsteuerung.tree_node") == [(0,)]
    journal.append([a_draft("a"), a_draft("b")], now=NOON, act=act)
    assert_sound(database.owner_url)


@pytest.mark.long
def test_connections_cut_between_two_acts_go_unnoticed(journal: Journal, database: Database) -> None:
    journal.append([a_draft("a")], now=NOON)
    with psycopg.connect(database.superuser_url, autocommit=True) as connection:
        connection.execute(OTHERS_GONE)
    assert len(journal.append([a_draft("b")], now=NOON)) == 1


def test_a_database_that_closes_is_unavailable_and_found_again(
    journal: Journal, database: Database, server: Server
) -> None:
    dbname = str(conninfo_to_dict(database.owner_url)["dbname"])
    name = Identifier(dbname)
    journal.recorder.datastore.pool.timeout = 0.3
    with psycopg.connect(server.url, autocommit=True) as connection:
        connection.execute(SQL("ALTER DATABASE {} ALLOW_CONNECTIONS false").format(name))
        connection.execute("SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = %s", [dbname])
        for attempt in (journal.streams, journal.log, lambda: journal.append([a_draft()], now=NOON)):
            with pytest.raises(Unavailable, match="nicht erreichbar"):
                attempt()
        connection.execute(SQL("ALTER DATABASE {} ALLOW_CONNECTIONS true").format(name))
    journal.recorder.datastore.pool.timeout = 30
    assert journal.log() == []


@pytest.mark.long
@pytest.mark.parametrize(
    ("refusal", "says", "code"),
    [
        ("ALTER ROLE {} CONNECTION LIMIT 0", "keine weitere Verbindung", "53300"),
        ("REVOKE zielsteuerung_service FROM {}", "darf nicht als", "28000"),
        ("ALTER ROLE {} NOLOGIN", "darf nicht als", "28000"),
    ],
)
def test_why_no_connection_comes_is_said(database: Database, refusal: str, says: str, code: str) -> None:
    name = f"test_{uuid4().hex}"
    login = Identifier(name)
    with psycopg.connect(database.superuser_url, autocommit=True) as connection:
        connection.execute(SQL("CREATE ROLE {0} LOGIN; GRANT zielsteuerung_service TO {0}").format(login))
        try:
            with Journal(make_conninfo(database.superuser_url, user=name)) as journal:
                assert journal.streams() == []
                connection.execute(SQL(refusal).format(login))
                connection.execute(f"{OTHERS_GONE} AND usename = %s", [name])
                journal.recorder.datastore.pool.timeout = 1
                with pytest.raises(Unavailable, match=says) as why:
                    journal.streams()
                assert why.value.code == code
        finally:
            connection.execute(SQL("DROP ROLE {}").format(login))


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("FATAL:  tut mir leid, schon zu viele Verbindungen", "53300"),
        ("FATAL:  Passwort-Authentifizierung für Benutzer »dienst« fehlgeschlagen", "28000"),
        ("Ist der Server an diesem Ort?", None),
    ],
)
def test_a_german_server_is_understood(words: str, code: str | None) -> None:
    assert named(psycopg.OperationalError(f"connection failed: {words}")).code == code


@pytest.mark.parametrize("host", ["/nowhere", "127.0.0.1"])
def test_an_unreachable_server_is_said_so_quickly(host: str, tmp_path: Path) -> None:
    url = make_conninfo(host=host if host[0] != "/" else str(tmp_path), port=1, user="any", dbname="any")
    begin = time.monotonic()
    with pytest.raises(Unavailable, match="nicht erreichbar"), opened(url, url):
        pass
    assert time.monotonic() - begin < 4


def test_an_act_that_must_wait_too_long_is_given_up(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    options = SERVICE_SESSION["options"].replace("lock_timeout=5s", "lock_timeout=50ms")
    monkeypatch.setitem(SERVICE_SESSION, "options", options)
    with Journal(database.service_url) as journal, psycopg.connect(database.owner_url) as blocker:
        blocker.execute("SELECT * FROM zielsteuerung.log_head FOR UPDATE")
        with pytest.raises(Unavailable, match="nicht rechtzeitig"):
            journal.append([a_draft()], now=NOON)
        assert journal.log() == []


def test_the_service_waits_for_nothing_without_limit(journal: Journal) -> None:
    with journal.recorder.datastore.get_connection() as connection:
        for limit in ("statement_timeout", "lock_timeout", "idle_in_transaction_session_timeout"):
            row = connection.execute("SELECT current_setting(%s) AS limit", [limit]).fetchone()
            assert row is not None
            assert row["limit"] not in {"0", ""}, limit
