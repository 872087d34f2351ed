"""Every command the pages show exists as shown, and those of docs/command-line.md are run on the sample."""

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest

from interfaces.cli.commands import COMMANDS, command
from tests.interfaces.test_cli import Cli
from tests.lived import lived
from tests.postgres import Server

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
SHOWN = re.compile(r"^ *(?:\.venv/bin/)?zielsteuerung (.+)$", re.MULTILINE)


def shown(page: Path) -> list[list[str]]:
    """The calls in a page's blocks."""
    blocks = re.findall(r"```sh\n(.*?)```", page.read_text("utf-8"), re.DOTALL)
    calls = [part for block in blocks for call in SHOWN.findall(block) for part in call.split("; zielsteuerung ")]
    return [shlex.split(re.sub(r"[][]|\|(?=-)", " ", call), comments=True) for call in calls]


@pytest.mark.parametrize("page", [page for page in PAGES if shown(page)], ids=lambda page: page.name)
def test_a_call_that_is_shown_can_be_made(page: Path) -> None:
    for name, *rest in shown(page):
        assert name in COMMANDS, name
        made = command(name)
        if below := getattr(made, "commands", None):
            assert rest[0] in below, (name, rest[0])
            made = below[rest[0]]
        known = {option for param in made.params for option in param.opts}
        assert {word for word in rest if word.startswith("--")} <= known, rest


@pytest.fixture(scope="module")
def played(server: Server, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cli]:
    """The command line on a database with the sample's life in it."""
    with lived(server) as sample:
        yield Cli(sample.database, tmp_path_factory.mktemp("played"))


READING = [call for call in shown(ROOT / "docs" / "command-line.md") if call[0] != "act"]


@pytest.mark.parametrize("call", READING, ids=" ".join)
def test_the_command_line_page_is_run(played: Cli, call: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(played.folder)
    ended = played(*call)
    assert ended.returncode == 0, ended.stderr
    assert ended.stdout.strip() or ended.stderr.strip()
