"""`python -m tests.bench_log [MILLIONS ...]`: what writing and reading cost as one log grows (default 1 5 20).

Small synthetic entries with their tree are put in as sets, but for the last of each size: these go through the log's
own trigger, a thousand in each commit, and their cost is told. Processor time is that of the server's process which did
the work, so it says something on a busy machine too.
"""

import json
import os
import random
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import psycopg
from psycopg import Connection
from rich.console import Console
from rich.table import Table

from infrastructure.database import opened
from infrastructure.embedded_postgres import throw_away
from tests.bench_proofs import AT_ONCE, FILL, SMALL, STREAMS

LAST, READINGS, LIFE = 100_000, 3_000, 100
"""Entries at the end whose cost counts, readings of each kind, and entries of a page."""
SET = 500_000
"""Entries put in at once."""
TRIGGERS = (
    "ALTER TABLE zielsteuerung.stored_events {0} TRIGGER take_position;"
    " ALTER TABLE zielsteuerung.log_head {0} TRIGGER refuse_change"
)
ENTRIES = """
INSERT INTO zielsteuerung.stored_events (notification_id, originator_id, originator_version, topic, state)
SELECT number + 1, stream, version, 'Any', convert_to(format(
    %(entry)s,
    to_char(timestamp '2026-01-01' + number * interval '1 microsecond', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
    stream, version
), 'UTF8')
FROM (
    SELECT number, 'bench.' || number %% %(streams)s AS stream, 1 + number / %(streams)s AS version
    FROM generate_series(%(first)s::bigint, %(last)s::bigint) AS number
) AS entry
"""
LEAVES = """
INSERT INTO zielsteuerung.tree_node SELECT 0, notification_id - 1, sha256('\\x00'::bytea || state)
FROM zielsteuerung.stored_events WHERE notification_id > %s ORDER BY notification_id
"""
NODES = """
INSERT INTO zielsteuerung.tree_node SELECT %(level)s, even.index / 2, sha256('\\x01'::bytea || even.hash || odd.hash)
FROM zielsteuerung.tree_node AS even JOIN zielsteuerung.tree_node AS odd
ON even.level = %(level)s - 1 AND odd.level = even.level AND odd.index = even.index + 1
WHERE even.index %% 2 = 0 AND even.index >= 2 * (%(before)s::bigint >> %(level)s) ORDER BY even.index
"""
TICKS = os.sysconf("SC_CLK_TCK")


def spent(connection: Connection[Any]) -> float:
    """Seconds of processor time of the server's process behind a connection."""
    fields = Path(f"/proc/{connection.info.backend_pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


def put(connection: Connection[Any], before: int, entries: int) -> None:
    """Put entries and the nodes that they complete into the log, past its triggers."""
    connection.execute(TRIGGERS.format("DISABLE").encode())
    for first in range(before, entries, SET):
        last = min(first + SET, entries) - 1
        connection.execute(ENTRIES, {"first": first, "last": last, "streams": STREAMS, "entry": SMALL})
        connection.execute(LEAVES, [first])
        for level in range(1, (last + 1).bit_length()):
            connection.execute(NODES, {"level": level, "before": first})
        connection.execute("ANALYZE zielsteuerung.tree_node")
    connection.execute("UPDATE zielsteuerung.log_head SET size = %s", [max(before, entries)])
    connection.execute(TRIGGERS.format("ENABLE ALWAYS").encode())


def grown(connection: Connection[Any], before: int, entries: int) -> float:
    """Let the log grow, and give the microseconds of processor time that each of its last entries took."""
    put(connection, before, entries - LAST)
    begun, counted = spent(connection), max(before, entries - LAST)
    for first in range(counted, entries, AT_ONCE):
        last = min(first + AT_ONCE, entries) - 1
        connection.execute(FILL, {"first": first, "last": last, "streams": STREAMS, "entry": SMALL})
    return (spent(connection) - begun) / (entries - counted) * 1e6


def read(connection: Connection[Any], ask: Callable[[random.Random], tuple[str, list[Any]]]) -> float:
    """The microseconds of processor time that a reading takes, drawn at random."""
    chance = random.Random(1)
    begun = spent(connection)
    for _ in range(READINGS):
        query, values = ask(chance)
        connection.execute(query.encode(), values).fetchall()
    return (spent(connection) - begun) / READINGS * 1e6


def measured(connection: Connection[Any], before: int, entries: int) -> dict[str, float]:
    """Every figure at one size."""
    figures = {"written, µs an entry": grown(connection, before, entries)}
    connection.execute("ANALYZE")
    log = "SELECT state FROM zielsteuerung.stored_events WHERE"
    asked: dict[str, Callable[[random.Random], tuple[str, list[Any]]]] = {
        "page of 100 from anywhere, µs": lambda chance: (
            f"{log} notification_id > %s ORDER BY notification_id LIMIT {LIFE}",
            [chance.randrange(entries - LIFE)],
        ),
        "last 100 of a stream, µs": lambda chance: (
            f"{log} originator_id = %s ORDER BY originator_version DESC LIMIT {LIFE}",
            [f"bench.{chance.randrange(STREAMS)}"],
        ),
        "head of the tree, µs": lambda chance: (
            "SELECT hash FROM zielsteuerung.tree_node WHERE level = %s AND index = 0",
            [chance.randrange(10)],
        ),
    }
    figures |= {what: read(connection, ask) for what, ask in asked.items()}
    row = connection.execute(
        "SELECT pg_total_relation_size('zielsteuerung.stored_events')"
        " + pg_total_relation_size('zielsteuerung.tree_node')"
    ).fetchone()
    assert row is not None
    return figures | {"bytes an entry": row[0] / entries}


def main(sizes: list[int]) -> None:
    """Measure as the log grows, print a table and one line of JSON."""
    found: dict[int, dict[str, float]] = {}
    with throw_away() as url, opened(url, url, movable_clock=True), psycopg.connect(url, autocommit=True) as connection:
        before = 0
        for entries in sizes:
            found[entries] = measured(connection, before, entries)
            before = entries
    table = Table("Messung", *(f"{entries:,}" for entries in sizes))
    for what in found[sizes[0]]:
        table.add_row(what, *(f"{found[entries][what]:,.0f}" for entries in sizes))
    Console().print(table)
    print(json.dumps({"load": os.getloadavg()[0], **{str(entries): figures for entries, figures in found.items()}}))


if __name__ == "__main__":
    main([int(float(size) * 1_000_000) for size in sys.argv[1:] or ("1", "5", "20")])
