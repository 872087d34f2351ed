"""Software names itself by its number and its sources, as anybody can work it out with the repository."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from infrastructure.database import Database as Opened
from interfaces.software import PACKAGES, named, software
from tests.infrastructure.audits import Log

ROOT = Path(__file__).parents[2]
WRITTEN = re.search(r"```sh\n(find .*sha256sum)\n```", (ROOT / "docs" / "stored-form.md").read_text("utf-8"))


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    for package in PACKAGES:
        shutil.copytree(ROOT / package, tmp_path / package, ignore=shutil.ignore_patterns("__pycache__"))
    return tmp_path


def test_the_page_says_how_to_work_out_the_digest() -> None:
    assert WRITTEN is not None
    said = subprocess.run(["sh", "-c", WRITTEN[1]], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert named("0.1.0", ROOT) == f"0.1.0+{said[:8]}"


def test_every_change_of_the_sources_shows_and_nothing_else(copy: Path) -> None:
    ours = named("1", ROOT)
    (copy / "domain" / "notes.txt").write_text("No source.", "utf-8")
    assert named("1", copy) == ours
    seen = {ours}
    for name in ("domain/formulas.py", "infrastructure/migrations/0001_log.sql", "interfaces/clauses.toml"):
        with (copy / name).open("a", encoding="utf-8") as source:
            source.write("\n")
        seen.add(named("1", copy))
    (copy / "application" / "ports.py").rename(copy / "application" / "doors.py")
    seen.add(named("1", copy))
    assert len(seen) == 5


def test_entries_and_views_carry_it(opened_database: Opened) -> None:
    log = Log(opened_database)
    log.draft()
    (entry,) = log.system.journal.log(after=0, limit=1)
    assert entry.software == software() == named(software().partition("+")[0], ROOT)
    log.system.views.catch_up()
    with opened_database.journal.recorder.datastore.get_connection() as connection:
        formed = connection.execute("SELECT DISTINCT software FROM zielsteuerung.view_position").fetchall()
    assert [row["software"] for row in formed] == [software()]
