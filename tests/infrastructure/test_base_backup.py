"""Backups of a whole server: its files become another one's, with everything recorded until they were copied."""

import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import psycopg
import pytest
from typer.testing import CliRunner

from application.ports import Unavailable
from infrastructure.backup import ABOUT, ALTERED, OCCUPIED, Backup
from infrastructure.base_backup import FILES, MANIFEST, MAY_NOT, NO_WAY_IN, START_ON_IT
from infrastructure.database import open_database
from infrastructure.embedded_postgres import recovered, running, server_files
from infrastructure.settings import Settings
from interfaces.cli.main import app
from tests.application.lives import recorded
from tests.builders import drafted
from tests.postgres import Database, Server

GUIDE = Path(__file__).parents[2] / "docs" / "operation.md"
BLOCKS = re.findall(r"```sh\n(.*?)```", GUIDE.read_text("utf-8"), re.DOTALL)
Run = Callable[..., tuple[int, str]]


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder whose name leaves room for a socket."""
    with tempfile.TemporaryDirectory(prefix="zielsteuerung-") as directory:
        yield Path(directory)


@pytest.fixture
def run(folder: Path) -> Run:
    """What a command ends with and says, on the embedded server of a data directory or on another."""

    def ended(data: str, *words: str | Path, url: str = "", owner_url: str = "") -> tuple[int, str]:
        env = {"ZIELSTEUERUNG_DATA": str(folder / data), "ZIELSTEUERUNG_KEYS": str(folder / "keys")}
        result = CliRunner().invoke(
            app, list(map(str, words)), env=env | {"DATABASE_URL": url, "DATABASE_OWNER_URL": owner_url}
        )
        if isinstance(result.exception, Unavailable):
            return 3, str(result.exception)
        assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
        return result.exit_code, result.output

    return ended


def enter(folder: Path, county: str, ags: str) -> None:
    """One more agreement in the embedded database of `first`."""
    with open_database(Settings(database_url=None, zielsteuerung_data=folder / "first")) as database:
        database.journal.append(recorded(drafted(), county=county, ags=ags), now=datetime.now(UTC))


@pytest.fixture
def copied(run: Run, folder: Path) -> Path:
    enter(folder, "heidekreis", "03358")
    assert run("first", "audit", "checkpoint")[0] == 0
    code, says = run("first", "backup", "--base", folder / "backup")
    assert (code, "mindestens 2 Einträge" in says, "Schlüssel" in says) == (0, True, True), says
    return folder / "backup"


@pytest.mark.long
def test_a_server_comes_back_with_its_files_and_tells_an_older_state(run: Run, copied: Path, folder: Path) -> None:
    assert Backup.of(copied).of_a_server
    assert not list(copied.rglob("*.key")), "keys are kept apart"
    code, says = run("second", "restore", copied)
    assert (code, "Zurückgespielt: 2 Einträge" in says, "älterer Stand" in says) == (0, True, False), says
    assert run("second", "audit", "verify")[0] == 0
    assert run("second", "restore", copied) == (3, OCCUPIED)
    enter(folder, "celle", "03351")
    assert run("first", "audit", "checkpoint")[0] == 0
    with running(folder / "first"):
        code, says = run("third", "restore", copied)
    assert (code, "Das ist ein älterer Stand: Unterschrieben war schon ein Prüfpunkt über 3" in says) == (0, True), says


@pytest.mark.long
def test_a_server_started_on_the_files_is_verified_against_them(
    run: Run, copied: Path, folder: Path, server: Server
) -> None:
    with server.empty_database() as empty:
        code, says = run("none", "restore", copied, url=empty.service_url, owner_url=empty.owner_url)
    assert (code, says) == (3, START_ON_IT.format(version=18, files=copied / FILES))
    assert run("second", "restore", copied)[0] == 0
    with running(folder / "second") as url:
        alter_the_first(url)
        code, says = run("none", "restore", copied, url=url)
        assert code == 1
        assert "Position 1" in says
    enter(folder, "celle", "03351")
    with running(folder / "first") as url:
        code, says = run("none", "restore", copied, url=url)
        assert (code, "Zurückgespielt: 3 Einträge" in says) == (0, True), says
    assert not (folder / "none").exists()


def alter_the_first(url: str) -> None:
    """Alter the first entry, past the guards."""
    with psycopg.connect(url) as connection:
        connection.execute("ALTER TABLE zielsteuerung.stored_events DISABLE TRIGGER USER")
        connection.execute("UPDATE zielsteuerung.stored_events SET state = state || ' ' WHERE notification_id = 1")
        connection.execute("ALTER TABLE zielsteuerung.stored_events ENABLE TRIGGER USER")


@pytest.mark.long
def test_files_that_are_not_those_that_were_copied_are_not_taken(run: Run, copied: Path, folder: Path) -> None:
    def refused() -> str:
        code, says = run("second", "restore", copied)
        assert code == 3
        return says

    version, control = copied / FILES / "PG_VERSION", copied / FILES / "global" / "pg_control"
    version.write_text("17\n")
    assert refused() == ALTERED.format(folder=copied, name=f"{FILES}/PG_VERSION")
    version.write_text("18\n")
    control.rename(folder / "taken")
    assert refused() == ALTERED.format(folder=copied, name=f"{FILES}/global/pg_control")
    (folder / "taken").rename(control)
    (copied / FILES / "recovery.signal").touch()
    assert refused() == ALTERED.format(folder=copied, name=f"{FILES}/recovery.signal")
    (copied / FILES / "recovery.signal").unlink()
    for log in (copied / FILES / "pg_wal").glob("0*"):
        log.unlink()
    opened = refused()
    assert opened.startswith("Die eingebaute Datenbank kann die Dateien dieses Servers nicht öffnen: ")
    assert "FATAL" in opened or "PANIC" in opened
    about = (copied / ABOUT).read_text("utf-8")
    (copied / ABOUT).write_text(about.replace('"sha256": "', '"sha256": "0'))
    assert refused() == ALTERED.format(folder=copied, name=MANIFEST)
    assert [*(folder / "second").glob("*")] == []


def test_a_login_without_the_right_is_told_what_gives_it(run: Run, database: Database, folder: Path) -> None:
    login = {"url": database.service_url, "owner_url": database.owner_url}
    assert run("none", "backup", "--base", folder / "backup", **login) == (3, MAY_NOT.format(login="test_owner"))
    assert [*(folder / "backup").iterdir()] == []


@pytest.mark.long
def test_a_server_that_lets_nobody_in_to_copy_it_is_told_as_that(run: Run, folder: Path) -> None:
    with running(folder / "first") as url, psycopg.connect(url) as connection:
        server_files(folder / "first").joinpath("pg_hba.conf").write_text("local all all trust\n")
        connection.execute("SELECT pg_reload_conf()")
        assert run("first", "backup", "--base", folder / "backup") == (3, NO_WAY_IN)


def test_files_of_another_version_are_left_to_a_server_of_that_version(folder: Path) -> None:
    with pytest.raises(Unavailable, match="PostgreSQL 17, die eingebaute Datenbank ist PostgreSQL 18"):
        recovered(folder, "17")


@pytest.mark.long
def test_the_commands_of_the_guide_bring_both_kinds_back(folder: Path) -> None:
    [commands] = [block for block in BLOCKS if "zielsteuerung restore" in block]
    enter(folder, "heidekreis", "03358")
    for place in ("/srv", "/backup"):
        commands = commands.replace(f"{place}/", f"{folder}{place}/")
    done = subprocess.run(
        ["bash", "-ec", commands],
        env={"PATH": f"{Path(sys.executable).parent}:{os.defpath}", "ZIELSTEUERUNG_DATA": str(folder / "first")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout.count("Zurückgespielt: 1 Einträge")) == (0, 2), done.stdout + done.stderr
    for data in ("from-dump", "from-server"):
        assert (folder / "srv" / data / "postgresql").is_dir()
