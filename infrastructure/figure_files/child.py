"""The process that reads one file of figures for another: `python -P -m infrastructure.figure_files.child FILE`.

It writes one JSON document a line: {"sheets": [[name, hidden], …], "total": rows}; for each sheet {"sheet": name} and
lists of rows [number, cell, …]; then {"end": true}; or {"refused": code, "values": {…}}. A cell is a text, a number,
{"percent": number} where it is shown in percent, or {"seen": text, "why": reason} where a person sees something else
than the value. It confines itself before it looks at the file.
"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path

from domain.reasons import Reason
from infrastructure.figure_files import delimited, limits, opendocument, refusal, workbook
from infrastructure.figure_files.refusal import Unfit
from infrastructure.figure_files.workbook import Table

AT_ONCE = 500
CHARACTERS = 500_000
"""Of one line, about."""


def main(path: Path) -> None:
    """Read the file and say what is in it, or why not."""
    limits.confine()
    try:
        tables = _opened(path)
        _say({"sheets": [[one.name, one.hidden] for one in tables], "total": sum(one.total for one in tables)})
        for one in tables:
            _say({"sheet": one.name})
            for batch in _batches(one.rows):
                _say(batch)
        _say({"end": True})
    except Unfit as why:
        _refuse(why.reason)
    except MemoryError:
        _refuse(refusal.TOO_COSTLY)
    except BrokenPipeError:
        raise
    except BaseException:  # the fast reader's own errors have no common class, and its panics are no Exception
        _refuse(refusal.BROKEN)


def _opened(path: Path) -> list[Table]:
    if path.stat().st_size > limits.MAX_BYTES:
        raise Unfit(refusal.TOO_BIG)
    with path.open("rb") as file:
        head = file.read(1024)
    if not head:
        raise Unfit(refusal.EMPTY)
    if opendocument.is_one(head):
        found = opendocument.sheets(path)
        return [Table(one.name, one.hidden, len(one.rows), iter(one.rows)) for one in found]
    if head.startswith(b"PK"):
        return workbook.tables(path)
    for mark, why in refusal.OTHERS.items():
        if head.startswith(mark):
            raise Unfit(why)
    if head.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"<":
        raise Unfit(refusal.MARKUP)
    total, rows = delimited.rows(path)
    return [Table("", hidden=False, total=total, rows=rows)]


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


def _refuse(reason: Reason) -> None:
    _say({"refused": reason.code, "values": dict(reason.values)})


def _say(document: object) -> None:
    sys.stdout.write(json.dumps(document, separators=(",", ":")) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
