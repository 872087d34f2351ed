"""What readers find entries and agreements by is held against the log, whichever way the service's role bends it."""

from contextlib import nullcontext

import psycopg
import pytest
from psycopg.rows import dict_row

from application.history.filters import HistoryFilter
from application.history.pages import Histories
from application.lists.stored_view import DUE, View
from application.ports import Unavailable
from application.stored_views import VIEWS
from infrastructure.database import Database as Opened
from infrastructure.entry_index import COLUMNS, EntryTable
from infrastructure.proofs.guards import broken_guards
from interfaces.cli import lists
from tests.infrastructure.audits import AUDITOR, Log, first, lived
from tests.infrastructure.following_views import Stumbling
from tests.postgres import SERVICE, Database

INDEX, ROW, POSITION = "zielsteuerung.entry_index", "zielsteuerung.view_row", "zielsteuerung.view_position"


@pytest.fixture
def log(opened_database: Opened) -> Log:
    """Thirteen entries that every list has read."""
    log = lived(opened_database)
    log.system.views.catch_up()
    report = log.audit.verification.verify()
    assert (report.sound, report.views, report.left_out) == (True, 13, ())
    return log


def as_the_service(database: Database, *statements: str) -> None:
    with psycopg.connect(database.service_url) as connection:
        connection.execute("SET ROLE zielsteuerung_service")
        for statement in statements:
            connection.execute(statement.encode())


OTHER_CLAUSES, NOWHERE, SHIFTED = (
    COLUMNS.replace(*change) for change in (("clauses", "'{S}'"), ("position", "99"), ("position", "6"))
)
INDEXED = {
    "an entry hidden": (f"DELETE FROM {INDEX} WHERE position = 5", "Position 5: im Verzeichnis, nach dem"),
    "an entry under another clause": (
        f"CREATE TEMP TABLE kept AS SELECT * FROM {INDEX} WHERE position = 7; DELETE FROM {INDEX} WHERE position = 7;"
        f" INSERT INTO {INDEX} ({COLUMNS}) SELECT {OTHER_CLAUSES} FROM kept",
        "Position 7: im Verzeichnis, nach dem",
    ),
    "an entry that is none": (
        f"INSERT INTO {INDEX} ({COLUMNS}) SELECT {NOWHERE} FROM {INDEX} WHERE position = 7",
        "Position 99: im Verzeichnis, nach dem",
    ),
    "frozen": (
        "UPDATE zielsteuerung.entry_index_position SET position = 99",
        "Das Verzeichnis der Einträge will bis Position 99 gelesen haben, das Protokoll hat 13 Einträge.",
    ),
}


@pytest.mark.parametrize("how", INDEXED)
def test_an_index_of_entries_that_does_not_follow_from_the_log_is_found(log: Log, database: Database, how: str) -> None:
    statements, says = INDEXED[how]
    as_the_service(database, *statements.split("; "))
    assert first(log.audit.verification.verify()).startswith(says)


@pytest.mark.parametrize("how", INDEXED)
def test_an_index_formed_again_is_sound_whatever_was_done_to_it(log: Log, database: Database, how: str) -> None:
    as_the_service(database, *INDEXED[how][0].split("; "))
    log.system.views.reindex()
    assert log.audit.verification.verify().sound
    assert log.system.views.indexed() == 13


def test_a_view_that_cannot_be_formed_keeps_the_command_from_nothing_else(
    log: Log, database: Database, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    broken = View("due", Stumbling(over=2).rows)
    monkeypatch.setattr(lists, "own_system", lambda: nullcontext(log.system))
    monkeypatch.setattr(lists, "VIEWS", [broken if view is DUE else view for view in VIEWS])
    as_the_service(database, INDEXED["an entry hidden"][0], f"DELETE FROM {ROW} WHERE view = 'overview'")
    with pytest.raises(Unavailable, match="Die Sicht „due“ lässt sich nicht bilden: Broken: erfunden"):
        lists.rebuild()
    assert "Neu gebildet: entry_index" in capsys.readouterr().out
    assert log.audit.verification.verify().sound


def test_what_an_index_hides_is_hidden_from_whoever_searches(
    log: Log, opened_database: Opened, database: Database
) -> None:
    histories = Histories(log.system.journal, EntryTable(opened_database.journal))
    asked = HistoryFilter(clause="III.3.1")
    assert 5 in [entry.position for entry in histories.entries(AUDITOR, asked)]
    as_the_service(database, INDEXED["an entry hidden"][0])
    assert 5 not in [entry.position for entry in histories.entries(AUDITOR, asked)]
    assert not log.audit.verification.verify().sound


def test_an_index_that_points_elsewhere_names_no_wrong_cause(
    log: Log, opened_database: Opened, database: Database
) -> None:
    event_id = log.system.journal.at([5])[0].event_id
    histories = Histories(log.system.journal, EntryTable(opened_database.journal))
    assert [entry.position for entry in histories.causes(AUDITOR, event_id)] == [5]
    as_the_service(
        database,
        f"CREATE TEMP TABLE kept AS SELECT * FROM {INDEX} WHERE position = 5",
        f"DELETE FROM {INDEX} WHERE position IN (5, 6)",
        f"INSERT INTO {INDEX} ({COLUMNS}) SELECT {SHIFTED} FROM kept",
    )
    assert [entry.position for entry in histories.causes(AUDITOR, event_id)] == []


def test_a_view_said_to_follow_other_rules_is_named_as_not_compared(log: Log, database: Database) -> None:
    as_the_service(
        database,
        f"CREATE TEMP TABLE kept AS SELECT * FROM {POSITION} WHERE view = 'overview'",
        f"DELETE FROM {POSITION} WHERE view = 'overview'",
        f"INSERT INTO {POSITION} SELECT view, edition, position, version || '9', software FROM kept",
        f"DELETE FROM {ROW} WHERE view = 'overview'",
    )
    report = log.audit.verification.verify()
    assert report.left_out == ("overview",)
    log.system.views.catch_up()  # what follows other rules is formed anew at once
    report = log.audit.verification.verify()
    assert (report.sound, report.left_out) == (True, ())


TABLES = ("view_row", "view_position", "entry_index", "person", "publication", "webhook")


@pytest.mark.parametrize("table", TABLES)
def test_no_table_is_taken_for_another_that_shows_readers_something_else(database: Database, table: str) -> None:
    """A view in a table's place can tell who asks, and show the verification what it hides from readers."""
    name = f"zielsteuerung.{table}"
    with psycopg.connect(database.superuser_url, row_factory=dict_row) as connection:
        assert not [*broken_guards(connection)]
        connection.execute(f"ALTER TABLE {name} SET SCHEMA public".encode())
        connection.execute(
            f"CREATE VIEW {name} AS SELECT * FROM public.{table}"
            " WHERE current_setting('transaction_read_only') = 'on'".encode()
        )
        connection.execute(f"GRANT SELECT ON {name} TO {SERVICE}".encode())
        found = [*broken_guards(connection)]
        assert f"{table} ist keine gewöhnliche Tabelle" in found
        connection.rollback()
