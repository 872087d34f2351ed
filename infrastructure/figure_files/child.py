"""The process that reads one file of figures for another: `python -P -m infrastructure.figure_files.child FILE`.

It writes one JSON document a line: {"total": rows}, then lists of rows [number, cell, …], then {"end": true}; or
{"refused": sentence}. A cell is a text, a number, or {"percent": number} where it is shown in percent. It confines
itself before it looks at the file.
"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path

from infrastructure.figure_files import delimited, limits, refusal, workbook
from infrastructure.figure_files.refusal import Unfit

AT_ONCE = 500
CHARACTERS = 500_000
"""Of one line, about."""


def main(path: Path) -> None:
    """Read the file and say what is in it, or why not."""
    limits.confine()
    try:
        total, rows = _opened(path)
        _say({"total": total})
        for batch in _batches(rows):
            _say(batch)
        _say({"end": True})
    except Unfit as why:
        _say({"refused": str(why)})
    except MemoryError:
        _say({"refused": refusal.TOO_COSTLY})
    except BrokenPipeError:
        raise
    except BaseException:  # the fast reader's own errors have no common class, and its panics are no Exception
        _say({"refused": refusal.BROKEN})


def _opened(path: Path) -> tuple[int, Iterator[tuple[int, list[object]]]]:
    if path.stat().st_size > limits.MAX_BYTES:
        raise Unfit(refusal.TOO_BIG)
    with path.open("rb") as file:
        head = file.read(8)
    if not head:
        raise Unfit(refusal.EMPTY)
    if head.startswith(b"PK"):
        return workbook.rows(path)
    if head.startswith(b"\xd0\xcf\x11\xe0"):
        raise Unfit(refusal.OLD_EXCEL)
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise Unfit(refusal.UTF_16)
    return delimited.rows(path)


def _batches(rows: Iterator[tuple[int, list[object]]]) -> Iterator[list[list[object]]]:
    batch: list[list[object]] = []
    size = 0
    for number, cells in rows:
        row: list[object] = [number]
        for cell in cells:
            one = cell[: limits.MAX_TEXT + 1] if isinstance(cell, str) else cell
            size += len(one) if isinstance(one, str) else 8
            row.append(one)
        batch.append(row)
        if len(batch) == AT_ONCE or size > CHARACTERS:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _say(document: object) -> None:
    sys.stdout.write(json.dumps(document, separators=(",", ":")) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
