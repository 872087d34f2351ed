"""Who acts is said once, and the sample is one word away."""

import json
from pathlib import Path

import pytest

from tests.interfaces.test_cli import Cli, draft

SAID = ("--person", "ms-eins", "--role", "land", "--office", "MS, Referat 1", "--scope", "03", "--party", "ni-ms")


def request(cli: Cli) -> str:
    file = cli.folder / "auftrag.json"
    file.write_text(json.dumps(draft(legal_basis="§ 48b Abs. 1 Satz 1 Nr. 4 SGB II")), "utf-8")
    return str(file)


def test_a_profile_is_remembered_shown_and_forgotten(cli: Cli) -> None:
    assert "Nichts gemerkt" in cli("profile").stdout
    kept = cli("profile", *SAID)
    assert (kept.returncode, "Funktion: MS, Referat 1" in kept.stdout) == (0, True), kept.stderr
    assert cli("profile", "--office", "MS „Zwei\\“").returncode == 0
    shown = cli("profile").stdout
    assert "Person: ms-eins" in shown
    assert "Funktion: MS „Zwei\\“" in shown
    assert "Nichts gemerkt" in cli("profile", "--forget").stdout


def test_an_act_takes_the_person_from_the_profile_and_an_option_goes_before(cli: Cli) -> None:
    lacking = cli("act", "DraftAgreement", request(cli))
    assert (lacking.returncode, "--person" in lacking.stderr) == (2, True)
    cli("profile", *SAID)
    county = cli("act", "DraftAgreement", request(cli), "--role", "county")
    assert "[Regel not-permitted" in county.stderr
    done = cli("act", "DraftAgreement", request(cli))
    assert "[Regel " in done.stderr, "the agreement is there already, so only a rule stands against it"
    assert "not-permitted" not in done.stderr


def test_the_environment_says_it_too(cli: Cli) -> None:
    env = {"PERSON": "ms-eins", "ROLE": "land", "OFFICE": "MS", "SCOPE": "03", "PARTY": "ni-ms"}
    done = cli("act", "DraftAgreement", request(cli), **{f"ZIELSTEUERUNG_{name}": value for name, value in env.items()})
    assert "--person" not in done.stderr


@pytest.mark.parametrize("content", ["person = [", "person = 1", 'wer = "x"'])
def test_a_profile_that_cannot_be_read_is_said(cli: Cli, content: str) -> None:
    place = Path(cli.folder) / ".config" / "zielsteuerung" / "profile.toml"
    place.parent.mkdir(parents=True)
    place.write_text(content)
    ended = cli("act", "DraftAgreement", request(cli), *SAID)
    assert (ended.returncode, str(place) in ended.stderr) == (3, True)
