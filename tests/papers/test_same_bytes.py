"""The same question gives the same bytes: from another process, after a restart; another version names itself."""

from collections.abc import Mapping
from pathlib import Path
from subprocess import run

import pytest
from psycopg.conninfo import make_conninfo

from interfaces.papers.printing import pdf
from interfaces.papers.written import Ending, written
from tests.http.conftest import SAMPLE
from tests.http.service import Running, running
from tests.interfaces.test_cli import COMMAND
from tests.papers.reading import HELD, asked, made, printed, reader
from tests.postgres import OWNER, Database


@pytest.mark.parametrize(
    ("kind", "ending"),
    [
        pytest.param("dialogmappe", "pdf", marks=pytest.mark.long),
        pytest.param("akte", "pdf", marks=pytest.mark.long),
        pytest.param("vorlage", "docx", marks=pytest.mark.long),
    ],
)
def test_another_process_writes_the_same_bytes(
    sample: Running, environment: Mapping[str, str], kind: str, ending: Ending
) -> None:
    """With another seed of hashes, so that no order comes from a set."""
    words = ["paper", kind, SAMPLE, "--out", f"papier.{ending}"]
    other = {**environment, "PYTHONHASHSEED": "1"}
    done = run([COMMAND, *words], env=other, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert Path(f"papier.{ending}").read_bytes() == written(kind, asked(sample), ending).content


@pytest.mark.long
def test_a_service_started_anew_gives_the_same_bytes(sample: Running, tmp_path: Path) -> None:
    url = sample.system.journal.url  # type: ignore[attr-defined]  # the port has none, PostgreSQL's journal does
    database = Database(url, make_conninfo(url, user=OWNER), url)
    with running(database, tmp_path) as anew:
        for kind in HELD:
            for way in ("", "/document"):
                address = f"/api/v1/agreements/{SAMPLE}/papers/{kind}{way}"
                before, after = (one.as_("pruefung").get(address) for one in (sample, anew))
                assert before.status_code == after.status_code == 200
                assert before.content == after.content, address
                assert before.headers["ETag"] == after.headers["ETag"]


def test_another_version_of_the_sources_is_named(sample: Running, monkeypatch: pytest.MonkeyPatch) -> None:
    before = printed(sample, "vorlage")
    monkeypatch.setattr("interfaces.papers.sources.software", lambda: "9.9.9+neu")
    after = pdf(made(sample, "vorlage"))
    assert after != before
    for page in reader(after).pages:
        assert "Zielsteuerung 9.9.9+neu" in page.extract_text()
    assert b"Zielsteuerung 9.9.9+neu" in after, "in the metadata"
    assert made(sample, "vorlage").attached["software"] == "9.9.9+neu"
