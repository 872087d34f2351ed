"""How fast the offline verifier is, beside bare SHA-256 and bare JSON parsing of the same bytes in the same run."""

import hashlib
import json
import statistics
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from time import process_time
from uuid import UUID

from rich.console import Console
from rich.table import Table

from interfaces.verifier import verify
from tests.verifier.making import FIRST, Made, a_checkpoint, an_entry, canonical, leaves_of, text64

ROUNDS = 5
KEYS = verify.read_keys([FIRST.vkey])


def small(number: int) -> bytes:
    """An entry like a request for a dialog, about 550 bytes."""
    provenance = {
        "actor": "land-1",
        "authenticated_by": "Verzeichnisdienst",
        "role": "land",
        "party": "ni-ms",
        "office": "Ministerium für Soziales",
        "capacity": None,
        "reason": None,
        "legal_basis": None,
        "correlation_id": str(UUID(int=number)),
        "causation_id": None,
    }
    fact = {"dialog_id": f"dialog-{number}", "reason": "Wunsch nach einem Gespräch"}
    more = {"event_id": str(UUID(int=number)), "findings": [], "occurred_on": "2026-03-15", "software": "0.1.0"}
    return an_entry(f"a.{number % 400}", number // 400 + 1, number, **more, provenance=provenance, fact=fact)


def large(number: int) -> bytes:
    """An entry like a delivery of figures: 60 series of 24 months, about 15 KB."""
    series = [
        {
            "measure": f"K{n}",
            "form": "monthly",
            "sex": "total",
            "first": "2024-10",
            "definition": "2019",
            "values": [str(1000 + 7 * month) for month in range(24)],
        }
        for n in range(60)
    ]
    return an_entry(f"a.{number % 400}", number // 400 + 1, number, fact={"load": {"series": series}})


def whole_log(entries: Sequence[bytes]) -> bytes:
    """The bundle of a whole log of these entries."""
    leaves = b"".join(leaves_of(entries))
    proofs = {
        "format": 1,
        "origin": FIRST.name,
        "tree_size": len(entries),
        "scope": None,
        "positions": list(range(1, len(entries) + 1)),
        "inclusion": [],
        "leaves": text64(leaves),
        "consistency": [],
    }
    return Made(list(entries), proofs, a_checkpoint(entries), f"{FIRST.vkey}\n").zipped()


def seconds(works: Sequence[Callable[[], object]]) -> list[float]:
    """Median CPU seconds of each, all in turns, so that they meet the same machine."""
    taken: list[list[float]] = [[] for _ in works]
    for _ in range(ROUNDS):
        for work, times in zip(works, taken, strict=True):
            start = process_time()
            work()
            times.append(process_time() - start)
    return [statistics.median(times) for times in taken]


def hash_check(entries: Sequence[bytes]) -> bytes:
    """The verifier's leaves and root."""
    return verify.root(b"".join([verify.leaf_hash(entry) for entry in entries]))


def bare_sha256(entries: Sequence[bytes]) -> None:
    """One digest an entry."""
    for entry in entries:
        hashlib.sha256(entry).digest()


def bare_json(entries: Sequence[bytes]) -> None:
    """One parse an entry."""
    for entry in entries:
        json.loads(entry)


def measured(entries: Sequence[bytes], name: str) -> dict[str, float]:
    """Entries and megabytes a second of each kind of work, and the verifier's shares of the bare rates."""
    with tempfile.TemporaryDirectory() as folder:
        bundle = Path(folder, "bundle.zip")
        bundle.write_bytes(whole_log(entries))
        works: dict[str, Callable[[], object]] = {
            "bare SHA-256": lambda: bare_sha256(entries),
            "hash check": lambda: hash_check(entries),
            "bare JSON": lambda: bare_json(entries),
            "full check": lambda: verify.judge(bundle, KEYS, [], "en"),
        }
        taken = dict(zip(works, seconds(list(works.values())), strict=True))
    megabytes = sum(map(len, entries)) / 10**6
    figures = {f"{name}, bytes an entry": megabytes * 10**6 / len(entries)}
    for work, time in taken.items():
        figures[f"{name}, {work}, entries/s"] = len(entries) / time
        figures[f"{name}, {work}, MB/s"] = megabytes / time
    figures[f"{name}, hash check ÷ bare SHA-256"] = taken["bare SHA-256"] / taken["hash check"]
    figures[f"{name}, full check ÷ bare JSON"] = taken["bare JSON"] / taken["full check"]
    return figures


def figures(small_entries: int = 100_000, large_entries: int = 2_000) -> dict[str, float]:
    """Every figure: many small entries, and fewer large ones."""
    return measured([small(n) for n in range(small_entries)], "small") | measured(
        [large(n) for n in range(large_entries)], "large"
    )


def main() -> None:
    """Measure, print a table and one line of JSON."""
    found = figures(*map(int, sys.argv[1:3]))
    table = Table("Messung", "Wert")
    for what, value in found.items():
        table.add_row(what, f"{value:,.2f}")
    Console().print(table)
    print(canonical({what: str(round(value, 3)) for what, value in found.items()}).decode())


if __name__ == "__main__":
    main()
