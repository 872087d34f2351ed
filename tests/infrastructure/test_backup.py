"""Backups: a database comes back with the same entries, root and checkpoint, and an older state says that it is one."""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import psycopg
import pytest
from typer.testing import CliRunner

from application.ports import Unavailable
from infrastructure.backup import ABOUT, ALTERED, DUMP, NO_BACKUP, NO_ROLE, NOT_EMPTY, NOT_WRITTEN, OCCUPIED, Backup
from infrastructure.journal import Journal
from interfaces.cli.main import app
from tests.application.lives import recorded
from tests.builders import drafted
from tests.infrastructure.log import rows
from tests.postgres import Database, Server

ENTRIES = "SELECT notification_id, state FROM zielsteuerung.stored_events ORDER BY notification_id"


@pytest.fixture
def target(server: Server) -> Iterator[Database]:
    with server.empty_database() as database:
        yield database


def run(database: Database, data: Path, *words: str) -> tuple[int, str]:
    """What a command ends with and says on a database."""
    env = {"DATABASE_URL": database.service_url, "DATABASE_OWNER_URL": database.owner_url}
    result = CliRunner().invoke(app, words, env={**env, "ZIELSTEUERUNG_DATA": str(data)})
    if isinstance(result.exception, Unavailable):
        return 3, str(result.exception)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result.exit_code, result.output


@pytest.fixture
def backed_up(database: Database, journal: Journal, tmp_path: Path) -> Path:
    journal.append(recorded(drafted()), now=datetime(2026, 3, 1, tzinfo=UTC))
    assert run(database, tmp_path, "audit", "checkpoint")[0] == 0
    code, says = run(database, tmp_path, "backup", str(tmp_path / "backup"))
    assert code == 0, says
    assert "Schlüssel" in says
    return tmp_path / "backup"


def test_a_backup_comes_back_as_it_was(backed_up: Path, database: Database, target: Database, tmp_path: Path) -> None:
    code, says = run(target, tmp_path, "restore", str(backed_up))
    assert (code, "älterer Stand" in says) == (0, False), says
    assert rows(target.owner_url, ENTRIES) == rows(database.owner_url, ENTRIES)
    assert run(target, tmp_path, "audit", "verify")[0] == 0
    assert run(target, tmp_path, "restore", str(backed_up)) == (3, OCCUPIED)


def test_an_older_state_says_that_it_is_one(
    backed_up: Path, database: Database, journal: Journal, target: Database, tmp_path: Path
) -> None:
    later = recorded(drafted(), county="celle", ags="03351")
    journal.append(later, now=datetime(2026, 3, 2, tzinfo=UTC))
    assert run(database, tmp_path, "audit", "checkpoint")[0] == 0
    code, says = run(target, tmp_path, "restore", str(backed_up))
    assert (code, "Das ist ein älterer Stand" in says) == (0, True), says


def test_an_older_state_that_was_altered_is_told_as_both(
    database: Database, journal: Journal, target: Database, tmp_path: Path
) -> None:
    journal.append(recorded(drafted()), now=datetime(2026, 3, 1, tzinfo=UTC))
    assert run(database, tmp_path, "audit", "checkpoint")[0] == 0
    assert run(database, tmp_path, "rebuild")[0] == 0
    with psycopg.connect(database.owner_url) as connection:
        connection.execute("UPDATE zielsteuerung.view_position SET position = 99 WHERE view = 'due'")
    assert run(database, tmp_path, "backup", str(tmp_path / "backup"))[0] == 0
    journal.append(recorded(drafted(), county="celle", ags="03351"), now=datetime(2026, 3, 2, tzinfo=UTC))
    assert run(database, tmp_path, "audit", "checkpoint")[0] == 0
    code, says = run(target, tmp_path, "restore", str(tmp_path / "backup"))
    assert code == 1
    assert "Das ist ein älterer Stand" in says
    assert "bis Position 99 gelesen" in says


def test_without_the_role_it_says_what_the_servers_administration_has_to_do(
    backed_up: Path, target: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("infrastructure.backup.SERVICE_ROLE", "no_such_role")
    plain = replace(target, owner_url=target.service_url)
    assert run(plain, tmp_path, "restore", str(backed_up)) == (3, NO_ROLE)
    assert rows(target.owner_url, "SELECT to_regnamespace('zielsteuerung')") == [(None,)]


def test_what_is_no_whole_backup_is_refused_in_a_sentence(
    backed_up: Path, database: Database, target: Database, tmp_path: Path
) -> None:
    assert run(database, tmp_path, "backup", str(backed_up)) == (3, NOT_EMPTY.format(folder=backed_up))
    nothing = tmp_path / "nothing"
    missing = NO_BACKUP.format(folder=nothing, why="FileNotFoundError")
    assert run(target, tmp_path, "restore", str(nothing)) == (3, missing)
    assert Backup.of(backed_up).size > 0
    with (backed_up / DUMP).open("ab") as dump:
        dump.write(b"x")
    assert run(target, tmp_path, "restore", str(backed_up)) == (3, ALTERED.format(folder=backed_up, name=DUMP))
    (backed_up / ABOUT).write_text("{}")
    assert run(target, tmp_path, "restore", str(backed_up))[0] == 3
    assert rows(target.owner_url, "SELECT to_regnamespace('zielsteuerung')") == [(None,)]


def test_where_nothing_can_be_written_that_is_a_sentence(database: Database, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    for folder in (tmp_path / "file", tmp_path / "file" / "below", Path("/proc/none")):
        for words in (("backup",), ("backup", "--base")):
            assert run(database, tmp_path, *words, str(folder)) == (3, NOT_WRITTEN.format(folder=folder))


def test_a_backup_that_failed_leaves_nothing_and_is_made_again(
    database: Database, journal: Journal, tmp_path: Path
) -> None:
    journal.append(recorded(drafted()), now=datetime(2026, 3, 1, tzinfo=UTC))
    with psycopg.connect(database.superuser_url) as connection:
        connection.execute("CREATE TABLE zielsteuerung.somebody_elses ()")
    code, says = run(database, tmp_path, "backup", str(tmp_path / "backup"))
    assert (code, says.startswith("pg_dump ist gescheitert: ")) == (3, True), says
    assert [*(tmp_path / "backup").iterdir()] == []
    with psycopg.connect(database.superuser_url) as connection:
        connection.execute("DROP TABLE zielsteuerung.somebody_elses")
    assert run(database, tmp_path, "backup", str(tmp_path / "backup"))[0] == 0


@pytest.mark.parametrize("odd", ['"size": -1', '"size": "2"', '"root": "0"', '"format": 3', '"format": [1]'])
def test_what_no_backup_says_of_itself_is_refused(backed_up: Path, target: Database, tmp_path: Path, odd: str) -> None:
    about = json.loads((backed_up / ABOUT).read_text("utf-8")) | json.loads(f"{{{odd}}}")
    (backed_up / ABOUT).write_text(json.dumps(about))
    refused = NO_BACKUP.format(folder=backed_up, why="ValidationError")
    assert run(target, tmp_path, "restore", str(backed_up)) == (3, refused)
