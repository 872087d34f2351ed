"""Takes a file of figures in and has a child process read it."""

import hashlib
import json
import os
import re
import select
import signal
import subprocess
import sys
import tempfile
import time
import unicodedata
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from application.figure_files.ports import Marked, Percent, Row, Unreadable
from application.ports import Progress
from domain.facts.figures import SourceFile
from infrastructure.figure_files import delimited, refusal
from infrastructure.figure_files.limits import MAX_BYTES, MIB, WAITING_SECONDS
from infrastructure.figure_files.writing import written

LONGEST_LINE = 16 * MIB
"""Bytes of one message of the child."""
PASSED_ON = ("PATH", "PYTHONPATH", "LD_LIBRARY_PATH", "SYSTEMROOT")
"""All that the child learns of the environment."""


@dataclass(frozen=True, slots=True)
class Taken:
    """Implements the application's TakenFile on a private copy."""

    source: SourceFile
    path: Path

    @property
    def commas(self) -> bool:
        """Whether commas part the cells."""
        return delimited.commas(self.path)

    def rows(self, progress: Progress | None = None) -> Iterator[Row]:
        """Every row that is not empty, of the only sheet with values; raises Unreadable."""
        return (row for _, row in self.tables(progress, only_one=True))

    def tables(self, progress: Progress | None = None, *, only_one: bool = False) -> Iterator[tuple[str, Row]]:
        """Every row that is not empty, with the name of its sheet ("" in a CSV file); raises Unreadable."""
        total = read = 0
        sheet = ""
        for message in _messages(self.path):
            match message:
                case {"refused": str(code), "values": dict(values)}:
                    raise Unreadable(refusal.REASONS[code].of(**values))
                case {"sheets": list(sheets), "total": int(total)}:
                    if total and all(hidden for _, hidden in sheets):
                        raise Unreadable(refusal.HIDDEN_SHEET.of(sheet=sheets[0][0]))
                    if only_one and len(sheets) > 1:
                        raise Unreadable(refusal.several_sheets(sheets))
                case {"sheet": str(sheet)}:
                    pass
                case list():
                    yield from ((sheet, row) for row in message)
                    read += len(message)
                    if progress:
                        progress(read, max(read, total))
                case _:
                    return


class FigureFiles:
    """Implements the application's FigureFileReader."""

    def write(self, rows: Iterable[tuple[str, ...]], out: IO[bytes], *, workbook: bool) -> None:
        """Write rows as XLSX or as CSV."""
        written(rows, out, workbook=workbook)

    @contextmanager
    def taken(self, content: IO[bytes], name: str) -> Iterator[Taken]:
        """A private copy of the file, hashed on the way; raises Unreadable when it is too large."""
        with tempfile.TemporaryDirectory(prefix="zielsteuerung-datei-") as folder:
            path = Path(folder, "datei")
            digest, size = hashlib.sha256(), 0
            with path.open("wb") as copy:
                while block := content.read(MIB):
                    size += len(block)
                    if size > MAX_BYTES:
                        raise Unreadable(refusal.TOO_BIG)
                    digest.update(block)
                    copy.write(block)
            yield Taken(SourceFile(name=_named(name), sha256=digest.hexdigest(), size=size), path)


def _named(name: str) -> str:
    """The file's own name, without its folders and what nobody can read."""
    last = re.split(r"[/\\]", name)[-1]
    kept = "".join(one for one in unicodedata.normalize("NFC", last) if one.isprintable())
    return kept.strip()[:200] or "ohne Namen"


def _messages(path: Path) -> Iterator[object]:
    """The child's answer; raises Unreadable when it dies, stays silent too long, or says too much."""
    child = started(path)
    assert child.stdout is not None, "it is a pipe"
    ended = False
    try:
        for line in _lines(child.stdout.fileno()):
            message = json.loads(line, object_hook=_cell)
            ended = isinstance(message, dict) and ("end" in message or "refused" in message)
            yield message
        if not ended:
            raise Unreadable(refusal.TOO_COSTLY)
    finally:
        child.send_signal(signal.SIGKILL)
        child.stdout.close()
        child.wait()


def started(path: Path) -> subprocess.Popen[bytes]:
    """The process that reads a file and writes what is in it, with little of our environment."""
    command = [sys.executable, "-P", "-m", "infrastructure.figure_files.child", str(path)]
    environment = {name: os.environ[name] for name in PASSED_ON if name in os.environ}
    return subprocess.Popen(
        command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment
    )


def _cell(found: dict[str, Any]) -> object:
    if "percent" in found:
        return Percent(found["percent"])
    return Marked(found["seen"], found["why"], found["place"]) if "seen" in found else found


def _lines(pipe: int) -> Iterator[bytes]:
    """The child's lines; only the time in which nothing comes counts, not that in which they are worked on."""
    waited, rest = 0.0, b""
    while True:
        since = time.monotonic()
        ready, _, _ = select.select([pipe], [], [], max(0.0, WAITING_SECONDS - waited))
        waited += time.monotonic() - since
        if not ready or len(rest) > LONGEST_LINE:
            raise Unreadable(refusal.TOO_COSTLY)
        block = os.read(pipe, MIB)
        if not block:
            return
        *lines, rest = (rest + block).split(b"\n")
        yield from lines
