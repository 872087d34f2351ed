"""Asks the verifier, in this process or as a stranger would run it, and the other reading of bundles beside it."""

import contextlib
import io
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from application.proofs.signed_note import Unreadable, parsed, public_key
from interfaces.verifier import verify
from tests.verifier.making import FIRST, Made
from tests.verifier.opinion import Tampered, Unusable, examine

PROGRAM = Path(verify.__file__)
FOLDER = tempfile.TemporaryDirectory(prefix="zielsteuerung-verifier-")
"""One for all, gone with the process."""


class Answer(NamedTuple):
    """Exit status and what was printed."""

    status: int
    text: str

    @property
    def position(self) -> int | None:
        """The position that the answer names first."""
        _, found, rest = self.text.partition("osition ")
        return int(rest.split(":")[0]) if found and rest.split(":")[0].isdigit() else None


def asked(
    bundle: Made | bytes,
    keys: Sequence[str] = (FIRST.vkey,),
    checkpoints: Sequence[str] = (),
    *more: str,
    alone: bool = False,
) -> Answer:
    """What the verifier says of a bundle; `alone`: in a process without the project or any package.

    The other reading must come to the same end, whatever is asked.
    """
    data = bundle.zipped() if isinstance(bundle, Made) else bundle
    at = Path(FOLDER.name, "bundle.zip")
    at.write_bytes(data)
    arguments = [str(at), *more]
    for key in keys:
        arguments += ["--key", key]
    for number, note in enumerate(checkpoints):
        kept = Path(FOLDER.name, f"kept-{number}.txt")
        kept.write_text(note, "utf-8")
        arguments += ["--checkpoint", str(kept)]
    answer = run_alone(arguments) if alone else run_here(arguments)
    if not any(Path(key).exists() for key in keys):
        status, why = examined(data, keys, checkpoints)
        assert status == answer.status, (why, answer.text)
    return answer


def examined(data: bytes, keys: Sequence[str], checkpoints: Sequence[str]) -> tuple[int, str]:
    """The other reading's judgement as the verifier's exit status, and why."""
    try:
        examine(io.BytesIO(data), [public_key(key) for key in keys], [parsed(note) for note in checkpoints])
    except (Unusable, Unreadable) as why:
        return 2, str(why)
    except Tampered as why:
        return 1, str(why)
    return 0, ""


def run_here(arguments: Sequence[str]) -> Answer:
    """Runs the verifier's own main function."""
    said = io.StringIO()
    with contextlib.redirect_stdout(said):
        status = verify.main(list(arguments))
    return Answer(status, said.getvalue())


def run_alone(arguments: Sequence[str]) -> Answer:
    """Runs the file in an interpreter that sees only the standard library."""
    command = [sys.executable, "-I", "-S", str(PROGRAM), *arguments]
    done = subprocess.run(command, capture_output=True, check=False, timeout=60)
    return Answer(done.returncode, (done.stdout + done.stderr).decode())
