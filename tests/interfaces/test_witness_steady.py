"""A verdict of a witness is said whatever stands in its way, and nothing but a contradiction ends like one."""

from collections.abc import Sequence

import pytest

from application.proofs.signed_note import Checkpoint, SigningKey, signed
from tests.interfaces.test_cli import Cli

KEY = SigningKey("o", bytes(range(32)))
SEEN, OTHER = (str(signed(Checkpoint("o", 5, root * 32), [KEY])) for root in (b"a", b"b"))


def witnessed(cli: Cli, state: str, *more: str) -> tuple[int, str]:
    """The exit code and what was said, of a state that the offered checkpoint contradicts."""
    (cli.folder / state).write_text(SEEN)
    (cli.folder / "now").write_text(OTHER)
    words = ("audit", "witness", "--key", str(KEY.public), "--file", str(cli.folder / "now"))
    done = cli(*words, "--state", str(cli.folder / state), *more)
    return done.returncode, done.stderr


def test_a_contradiction_is_said_and_told_even_where_its_evidence_cannot_be_kept(cli: Cli) -> None:
    code, said = witnessed(cli, "s" * 235, "--metrics", str(cli.folder / "verdict"))
    assert (code, said.startswith("WIDERSPRUCH"), OTHER.strip() in said) == (1, True, True)
    assert 'verdict="contradiction"} 1' in (cli.folder / "verdict").read_text()


def test_a_metric_that_cannot_be_written_turns_no_contradiction_into_a_doubt(cli: Cli) -> None:
    code, said = witnessed(cli, "state", "--metrics", str(cli.folder / "nowhere" / "verdict"))
    assert (code, "WIDERSPRUCH" in said, "lässt sich nicht schreiben" in said) == (1, True, True)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--url", "http://127.0.0.1:99999"), "Nicht zu beurteilen"),
        (("--file", "now", "--watch", "nan"), "Zahl von Sekunden"),
        (("--file", "now", "--watch", "inf"), "liegt nicht im Bereich"),
        (("--file", "now", "--key", "o+" + "x" * 6000), "kein Prüfschlüssel"),
    ],
)
def test_what_no_witness_can_do_is_no_contradiction(cli: Cli, words: Sequence[str], told: str) -> None:
    (cli.folder / "now").write_text(SEEN)
    words = [str(cli.folder / "now") if word == "now" else word for word in words]
    done = cli("audit", "witness", "--key", str(KEY.public), "--state", str(cli.folder / "state"), *words)
    assert (done.returncode, told in done.stderr, "Traceback" in done.stderr) == (2, True, False), done.stderr


def test_a_token_that_cannot_be_sent_is_said_so(cli: Cli) -> None:
    words = ("--state", str(cli.folder / "state"), "--url", "http://127.0.0.1:1")
    done = cli("audit", "witness", "--key", str(KEY.public), *words, ZIELSTEUERUNG_TOKEN="tökén")
    assert (done.returncode, "in keiner Anmeldung" in done.stderr) == (2, True)
