"""The commands of docs/papers.md do what the page says."""

import re
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

import pytest

from tests.http.conftest import SAMPLE
from tests.interfaces.running import run
from tests.sampling import some, swept

PAGE = Path(__file__).parents[2].joinpath("docs", "papers.md").read_text("utf-8")
COMMANDS = re.findall(r"^\.venv/bin/zielsteuerung (.+)$", PAGE, re.MULTILINE)


def test_the_page_has_a_command_for_each_way() -> None:
    assert {line.split()[0] for line in COMMANDS} == {"paper", "papers", "hand-over"}


@swept
@pytest.mark.parametrize("line", some(COMMANDS, 4))
def test_a_command_of_the_page_writes_its_file(environment: Mapping[str, str], handed_over: bytes, line: str) -> None:
    words = line.replace("VEREINBARUNG", SAMPLE).replace('"', "").split()
    known_at = ["--known-at", "2026-06-20"] if "einladung" in words else []
    done = run(*words, *known_at, env=environment)
    assert done.returncode == 0, done.stderr
    [file] = [one for one in Path().iterdir() if one.is_file()]
    assert done.stdout.startswith(f"Geschrieben: {file.name}, ")
    if words[0] == "paper" and file.suffix != ".pdf":
        assert "SHA-256" not in done.stdout, "what is edited is not what is confirmed"
    elif words[0] == "paper":
        assert f"SHA-256: {sha256(file.read_bytes()).hexdigest()}" in done.stdout
    if words[0] == "hand-over":
        assert sha256(file.read_bytes()).digest() == sha256(handed_over).digest(), "as the service gives it"
    again = run(*words, *known_at, "--out", file.name, env=environment)
    assert again.returncode == 2
    assert "gibt es schon" in again.stderr


def test_an_archive_without_a_paper_is_no_success(environment: Mapping[str, str]) -> None:
    done = run("papers", "einladung", "--year", "2026", env=environment)
    assert done.returncode == 1
    assert "1 war nicht möglich" in done.stdout


@pytest.mark.parametrize(
    ("words", "status", "says"),
    [
        (("paper", "roman", SAMPLE), 2, "Möglich sind: einladung, dialogmappe"),
        (("paper", "akte", SAMPLE, "--out", "akte.txt"), 2, "möglich sind .pdf und .docx"),
        (("paper", "akte", SAMPLE, "--out", "akte.ics"), 2, "möglich sind .pdf und .docx"),
        (("paper", "akte", "2026.4.gibt-es-nicht.1"), 1, "gibt es hier nicht"),
        (("paper", "einladung", SAMPLE), 1, "Kein Zieldialog steht bevor"),
        (("papers", "akte", "--year", "1999"), 2, "ganze Zahl von 2000 bis 2199"),
        (("papers", "akte", "--year", "2025"), 2, "Dazu gibt es keine Vereinbarung"),
        (("hand-over", "2026.4.gibt-es-nicht.1"), 1, "gibt es hier nicht"),
    ],
)
def test_what_cannot_be_written_is_said_and_leaves_no_file(
    environment: Mapping[str, str], words: tuple[str, ...], status: int, says: str
) -> None:
    done = run(*words, env=environment)
    said = " ".join((done.stdout + done.stderr).replace("│", "").split())
    assert done.returncode == status, said
    assert says in said
    assert [one for one in Path().iterdir() if one.is_file()] == []
