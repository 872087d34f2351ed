"""The commands as processes, one of each group: their exit codes, and what a signal does to them."""

import os
import subprocess
import sys
from pathlib import Path
from signal import SIGTERM
from tempfile import TemporaryDirectory

import pytest

from tests.interfaces.test_cli import AGREEMENT, COMMAND, LAND, Cli

NOWHERE = {"DATABASE_URL": "postgresql://127.0.0.1:1/nichts", "DATABASE_OWNER_URL": ""}


@pytest.mark.parametrize(
    ("words", "env", "code"),
    [
        (("--help",), NOWHERE, 0),
        pytest.param(("show", AGREEMENT), {}, 0, marks=pytest.mark.long),
        pytest.param(("show", "gibt.es.nicht"), {}, 1, marks=pytest.mark.long),
        pytest.param(("show", AGREEMENT, "--known-at", "gestern"), {}, 2, marks=pytest.mark.long),
        (("persons", "add", "eine", "--given-name", "Erika", "--family-name", "Muster"), {}, 0),
        pytest.param(("persons", "erase", "niemand", "--reason", "Frist abgelaufen"), {}, 1, marks=pytest.mark.long),
        pytest.param(("figures", "check", "fehlt.csv", *LAND[:2], *LAND[4:]), {}, 2, marks=pytest.mark.long),
        pytest.param(("figures", "matrix", AGREEMENT, "K9"), {}, 1, marks=pytest.mark.long),
        pytest.param(("audit", "verify"), {}, 0, marks=pytest.mark.long),
        (("audit", "verify"), NOWHERE, 3),
        pytest.param(("audit", "proof"), {}, 2, marks=pytest.mark.long),
    ],
)
def test_a_process_ends_with_its_code(cli: Cli, words: tuple[str, ...], env: dict[str, str], code: int) -> None:
    done = cli.process(*words, **env)
    assert (done.returncode, "Traceback" in done.stderr) == (code, False), done.stderr


@pytest.mark.long
def test_a_demo_that_is_ended_takes_its_server_along() -> None:
    with TemporaryDirectory(prefix="ziel-") as place:
        Path(place).chmod(0o755)  # as root, the embedded server is another user
        env = os.environ | {"TMPDIR": place, "PYTHONUNBUFFERED": "1"}
        with subprocess.Popen([COMMAND, "demo"], env=env, stdout=subprocess.PIPE) as playing:
            assert playing.stdout
            assert next(line for line in playing.stdout if b"entworfen" in line)
            playing.send_signal(SIGTERM)
            assert playing.wait(60) == 143
        assert [*Path(place).iterdir()] == []


ENDED_WHILE_WRITING = """
import os, signal
from pydantic import BaseModel, field_serializer
from interfaces.cli import main

class Ending(BaseModel):
    number: int = 1

    @field_serializer("number")
    def ending(self, number: int) -> int:
        os.kill(os.getpid(), signal.SIGTERM)
        return sum(range(10)) + number

main.app = lambda **_: Ending().model_dump()
main.main()
"""


def test_a_signal_that_meets_a_serializer_ends_the_command_all_the_same() -> None:
    ended = subprocess.run([sys.executable, "-c", ENDED_WHILE_WRITING, "show", "x"], capture_output=True, check=False)
    assert (ended.returncode, ended.stderr) == (143, b"")
