"""Falsifies outcomes and breaks behaviour by name; prints what stays green: `python -m tests.mutants [WORDS]`.

WORDS, as pytest's -k takes them, choose among the falsified scenarios, or among the breaks by what is broken; the
environment variable EVERY=n takes every n-th of the falsified.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from tests.mutants.breaks import BREAKS, Break
from tests.mutants.falsified import write

ROOT = Path(__file__).parents[2]
COPIED = ("domain", "application", "infrastructure", "interfaces", "tests", "features")
LEFT_OUT = shutil.ignore_patterns("node_modules", "__pycache__")
NEEDED = ("-p", "pytest_bdd.plugin", "-p", "no:cacheprovider")
PYTEST = (sys.executable, "-m", "pytest", "-q", "--tb=no", "--no-summary", *NEEDED)
QUICKLY = {"PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1", "PYTHONDONTWRITEBYTECODE": ""}
"""Playing one scenario takes a third of the time without other plugins, and with what was compiled before."""
NOT_UNDERSTOOD = "StepDefinitionNotFoundError"
FEATURES = "tests/specs/test_features.py"


def falsified(words: str) -> list[str]:
    """Play every falsified scenario; those that passed all the same."""
    with tempfile.TemporaryDirectory(prefix="zielsteuerung-mutants-") as place:
        folder, results = Path(place, "features"), Path(place, "results.json")
        folder.mkdir()
        count = write(folder, int(os.environ.get("EVERY", "1")))
        kept = ("-p", "tests.requirements.results", "--results", str(results))
        spread = ("-p", "xdist.plugin", "-n", "auto", "--maxprocesses", "8")
        _end([*PYTEST, *spread, *kept, "-o", f"bdd_features_base_dir={folder}/", "-k", words, FEATURES], ROOT)
        plays = json.loads(results.read_text("utf-8"))["plays"]
    green = sorted(f"{play['file']}: {play['title']}" for play in plays if play["result"] == "passed")
    unread = sum(NOT_UNDERSTOOD in (play["reason"] or "") for play in plays)
    print(f"falsche Ergebnisse: {count}, gespielt {len(plays)}, grün {len(green)}, nicht verstanden {unread}")
    return green


def broken(breaks: Sequence[Break]) -> list[str]:
    """Play each break's clause in a copy of the sources; the breaks that no scenario of the clause noticed."""
    green = []
    with tempfile.TemporaryDirectory(prefix="zielsteuerung-mutants-") as place:
        for name in COPIED:
            shutil.copytree(ROOT / name, Path(place, name), ignore=LEFT_OUT)
        shutil.copy(ROOT / "pyproject.toml", place)
        for one in breaks:
            file = Path(place, one.file)
            sound = file.read_text("utf-8")
            file.write_text(sound.replace(one.old, one.new), "utf-8")
            ends = _ends(Path(place), one)
            file.write_text(sound, "utf-8")
            if 1 not in ends:
                green.append(f"{one.clause}: {one.what} (Ende {ends})")
    print(f"benannte Brüche: {len(breaks)}, grün {len(green)}")
    return green


def _ends(place: Path, one: Break) -> set[int]:
    """How playing ended: 1 is red, 0 green, else no verdict; the whole clause where its scenario is not red."""
    chosen = [*PYTEST, "-x", "-m", one.clause, FEATURES]
    known = _end([*chosen, "-k", one.by], place)
    return {known} if known == 1 else {known, _end(chosen, place)}


def _end(command: Sequence[str], place: Path) -> int:
    return subprocess.run(command, cwd=place, env={**os.environ, **QUICKLY}, check=False).returncode


def main(words: str) -> int:
    """Both; 1 when something stayed green."""
    breaks = [one for one in BREAKS if words in one.what]
    green = [*broken(breaks), *(falsified(words) if not words or not breaks else [])]
    for name in green:
        print(f"bleibt grün: {name}")
    return min(1, len(green))


if __name__ == "__main__":
    sys.exit(main(" ".join(sys.argv[1:])))
