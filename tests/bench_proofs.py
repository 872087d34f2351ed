"""`python -m tests.bench_proofs [ENTRIES]`: proofs and verification of a large log; prints a table and JSON."""

import json
import random
import sys
from collections.abc import Callable
from functools import partial
from typing import Any

import psycopg
from rich.console import Console
from rich.table import Table

from application.proofs.merkle import consistent, root_of_leaf
from application.proofs.ports import Occasion
from domain.facts import DialogRequested
from domain.values import canonical
from infrastructure.database import opened
from infrastructure.embedded_postgres import throw_away
from infrastructure.fact_schemas import CATALOGUE
from infrastructure.mapper import entry_of
from infrastructure.proofs.key_ring import PassingKeys
from interfaces.bootstrap import System, system_clock
from tests.bench import percentile, timed
from tests.infrastructure.drafts import a_draft

ENTRIES, AT_ONCE, TIMES = 1_000_000, 1_000, 2_000
STREAMS = 2_000
FILL = """
INSERT INTO zielsteuerung.stored_events (originator_id, originator_version, topic, state)
SELECT stream, version, 'DialogRequested', convert_to(format(
    %(entry)s,
    to_char(timestamp '2026-01-01' + number * interval '1 microsecond', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
    stream, version, md5(number::text)::uuid
), 'UTF8')
FROM (
    SELECT number, 'bench.' || number %% %(streams)s AS stream, 1 + number / %(streams)s AS version
    FROM generate_series(%(first)s::bigint, %(last)s::bigint) AS number
) AS entry ORDER BY number
"""
HEAD = """
UPDATE zielsteuerung.log_head SET last_recorded_at
    = (timestamp '2026-01-01' + %s * interval '1 microsecond') AT TIME ZONE 'UTC'
"""


SMALL = '{"recorded_at":"%1$s","stream_id":"%2$s","type":"Any","version":%3$s}'
"""An entry that is no fact."""


def wish() -> str:
    """An entry that is one, as a format of instant, stream, version and id."""
    fact = DialogRequested(dialog_id="dialog")
    said = entry_of(a_draft(fact=fact), CATALOGUE.schemas["DialogRequested"])
    places = {"recorded_at": "%1$s", "stream_id": "%2$s", "version": "%3$s", "event_id": "%4$s"}
    return canonical(said | places).decode().replace('"%3$s"', "%3$s")


def fill(url: str, entries: int) -> None:
    """So many small entries through the trigger, some thousand in each commit."""
    entry = wish()
    with psycopg.connect(url, autocommit=True) as connection:
        for first in range(0, entries, AT_ONCE):
            last = min(first + AT_ONCE, entries) - 1
            connection.execute(FILL, {"first": first, "last": last, "streams": STREAMS, "entry": entry})
        connection.execute(HEAD, [entries - 1])
        connection.execute("ANALYZE")


def milliseconds(ask: Callable[[int], Any], size: int) -> tuple[float, float]:
    """p50 and p99 of asking about places drawn at random."""
    places = random.Random(1)
    spans = [timed(partial(ask, places.randint(1, size))) * 1000 for _ in range(TIMES)]
    return percentile(spans, 50), percentile(spans, 99)


def measured(url: str, entries: int) -> dict[str, float]:
    """Every figure of the benchmark."""
    figures: dict[str, float] = {}
    with opened(url, url, movable_clock=True) as database:
        figures["filling, entries/s"] = entries / timed(lambda: fill(url, entries))
        audit = System(database, system_clock, PassingKeys(), "zielsteuerung.example/bench").audit
        proofs, root = audit.proofs, audit.proofs.root(entries)
        for name, ask in {
            "inclusion at the head": lambda position: proofs.inclusion(position, entries),
            "inclusion at its own size": lambda position: proofs.inclusion(position, position),
            "consistency with the head": lambda size: proofs.consistency(size, entries),
            "root": proofs.root,
        }.items():
            figures[f"{name}, p50 ms"], figures[f"{name}, p99 ms"] = milliseconds(ask, entries)
        leaf = proofs.leaf(entries // 3)
        assert root_of_leaf(leaf, entries // 3 - 1, entries, proofs.inclusion(entries // 3, entries)) == root
        third = proofs.root(entries // 3)
        assert consistent(entries // 3, entries, third, root, proofs.consistency(entries // 3, entries))
        figures["checkpoint, s"] = timed(lambda: audit.checkpoints.make(Occasion.REQUEST))
        figures["verifying the database, entries/s"] = entries / timed(audit.verification.verify)
        last = audit.verification.last()
        assert last is not None
        assert last.sound, last
    return figures


def main() -> None:
    """Measure on a throw-away server, print a table and one line of JSON."""
    entries = int(sys.argv[1]) if len(sys.argv) > 1 else ENTRIES
    with throw_away() as url:
        figures = {"entries": float(entries)} | measured(url, entries)
    table = Table("Messung", "Wert")
    for what, value in figures.items():
        table.add_row(what, f"{value:.2f}")
    Console().print(table)
    print(json.dumps({what: round(value, 3) for what, value in figures.items()}))


if __name__ == "__main__":
    main()
