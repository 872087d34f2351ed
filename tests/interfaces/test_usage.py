"""Whatever is mistyped is answered by a German sentence and exit code 2; every page of help is German."""

import re

import pytest

from interfaces.cli.commands import COMMANDS, WITHOUT_DATABASE, command
from tests.interfaces.running import run

ENGLISH = re.compile(
    r"\b(Usage|Options|Arguments|Commands|Show|required|default|Missing|Invalid|No such|Got|Try)\b|<str>"
)


@pytest.mark.parametrize(
    ("call", "says"),
    [
        ("show", "Es fehlt VEREINBARUNG."),
        ("show a b", "Zu viel angegeben: b"),
        ("show a --foo", "--foo gibt es hier nicht; gemeint sein kann --out."),
        ("show a --qqq", "--qqq gibt es hier nicht."),
        ("show a --month", "Nach --month fehlt der Wert."),
        ("show a --json=1", "--json steht ohne Wert."),
        ("show a --month 2026-13", "--month: Erwartet wird ein Monat wie 2026-06."),
        ("history a --limit abc", "--limit: „abc“ ist keine ganze Zahl."),
        ("history a --limit 0", "--limit: 0 liegt nicht im Bereich 1<=x<=1000."),
        ("history a --role koch", "--role: „koch“ ist keines von land, county, committee, auditor, operator."),
        ("zeig", "Einen Befehl „zeig“ gibt es nicht."),
        ("figures zeig", "Einen Befehl „zeig“ gibt es nicht."),
    ],
)
def test_a_mistyped_call_is_answered_in_german(call: str, says: str) -> None:
    ended = run(*call.split(), env={})
    assert (ended.returncode, ended.stdout, ended.stderr.splitlines()[0]) == (2, "", says)
    assert not ENGLISH.search(ended.stderr)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_page_of_help_is_german(name: str) -> None:
    made = command(name)
    for words in [(name,), *((name, below) for below in getattr(made, "commands", {}))]:
        ended = run(*words, "--help", env={"COLUMNS": "200"})
        assert ended.returncode == 0
        assert "Aufruf:" in ended.stdout
        assert not ENGLISH.search(ended.stdout), ended.stdout


def test_every_command_knows_the_sample() -> None:
    for name in COMMANDS:
        made = command(name)
        for below in getattr(made, "commands", {name: made}).values():
            assert any("--sample" in parameter.opts for parameter in below.params), below.name


@pytest.mark.parametrize("call", ["profile", "audit verifier", "figures rules", "figures measures"])
def test_a_command_without_database_says_what_the_sample_means_there(call: str) -> None:
    plain, asked = run(*call.split(), env={}), run(*call.split(), "--sample", env={})
    assert (asked.returncode, asked.stdout) == (0, plain.stdout)
    assert asked.stderr == plain.stderr + WITHOUT_DATABASE[call.rsplit(maxsplit=1)[-1]] + "\n"
