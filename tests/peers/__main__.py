"""`make benchpeers`: the same life kept by this software and by others, on one server, in turns, with equal durability.

Each act is decided on the state before it, read from the store, and is on disk before the next one begins. Writers are
threads of one process, each with lives of its own.
"""

import json
import os
import sys
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from statistics import median, quantiles
from time import perf_counter, process_time
from typing import Any
from uuid import uuid4

import psycopg
from psycopg.conninfo import make_conninfo
from rich.console import Console
from rich.table import Table

from infrastructure.database import opened
from infrastructure.embedded_postgres import throw_away
from infrastructure.mapper import EntryMapper
from tests.peers import ours, outside, peer
from tests.peers.peer import Peer

ACTS = 62
WRITERS = (1, 8)
IN_MS = ("p50", "p99", "CPU")
"""Milliseconds of an act: half of them and 99 of 100 take no longer; and of this process's processor."""


@contextmanager
def peers() -> Iterator[list[Peer]]:
    """Every peer, ready."""
    with ExitStack() as stack:
        server = stack.enter_context(throw_away())

        def url(name: str) -> str:
            with psycopg.connect(server, autocommit=True) as connection:
                connection.execute(f"CREATE DATABASE {name}".encode())
            return make_conninfo(server, dbname=name)

        own, alone = url("own"), url("alone")
        database = stack.enter_context(opened(own, own, movable_clock=True))
        service = ours.by_service(database, own)
        act = service.begin("")
        for number in range(ACTS):
            act(number)
        life = database.journal.log(limit=ACTS)
        payloads = [EntryMapper().to_stored_event(record).state for record in life]
        journal = stack.enter_context(opened(alone, alone, movable_clock=True))
        yield [
            service,
            ours.by_journal(journal, alone, life),
            peer.eventsourced(url("library"), payloads),
            outside.django(url("django"), payloads),
            peer.hand_written(url("written"), payloads),
            stack.enter_context(outside.umadb(payloads)),
            peer.bare(url("bare"), payloads),
        ]


def lived(one: Peer) -> list[float]:
    """Play a life, and give the milliseconds of each act."""
    act, took = one.begin(f"leben-{uuid4()}"), []
    for number in range(ACTS):
        begun = perf_counter()
        act(number)
        took.append((perf_counter() - begun) * 1000)
    return took


def played(one: Peer, writers: int) -> tuple[float, float, list[float]]:
    """A life of each writer at the same time: acts a second, processor time of one here, and milliseconds of each."""
    begun, used = perf_counter(), process_time()
    with ThreadPoolExecutor(writers) as threads:
        took = [taken for life in threads.map(lambda _: lived(one), range(writers)) for taken in life]
    return len(took) / (perf_counter() - begun), (process_time() - used) * 1000 / len(took), took


def measured(some: list[Peer], rounds: int) -> Mapping[str, Mapping[str, Any]]:
    """All of them in turns, round after round."""
    rates: dict[tuple[str, int], list[float]] = {}
    times: dict[tuple[str, int], list[float]] = {}
    used: dict[tuple[str, int], list[float]] = {}
    acts = dict.fromkeys((one.name for one in some), 0)
    for one in some:
        lived(one)  # connections, plans, caches
    before = {one.name: one.size() for one in some}
    for _ in range(rounds):
        for writers in WRITERS:
            for one in some:
                rate, cpu, took = played(one, writers)
                used.setdefault((one.name, writers), []).append(cpu)
                rates.setdefault((one.name, writers), []).append(rate)
                times.setdefault((one.name, writers), []).extend(took)
                acts[one.name] += len(took)
    found: dict[str, dict[str, Any]] = {}
    for one in some:
        said = found[one.name] = {"bytes": (one.size() - before[one.name]) / acts[one.name]}
        for writers in WRITERS:
            parts = quantiles(times[one.name, writers], n=100)
            said[f"{writers}: acts/s"] = median(rates[one.name, writers])
            said[f"{writers}: p50"], said[f"{writers}: p99"] = parts[49], parts[98]
            said[f"{writers}: CPU"] = median(used[one.name, writers])
    return found


def main(rounds: int) -> None:
    """Measure, print a table, what each promises, and one line of JSON."""
    load, console = os.getloadavg()[0], Console()
    with peers() as some:
        found = measured(some, rounds)
        promises = {one.name: one.promises for one in some}
    columns = next(iter(found.values()))
    table = Table("peer", *columns)
    for name, said in found.items():
        table.add_row(
            name, *(f"{value:,.1f}" if what[-3:] in IN_MS else f"{value:,.0f}" for what, value in said.items())
        )
    console.print(table)
    console.print("1, 8: writers; bytes on disk an act; p50, p99 and CPU (of this process, without the server) in ms")
    for name, promised in promises.items():
        console.print(f"{name}: {promised}", soft_wrap=True)
    print(json.dumps({"load": load, "rounds": rounds, "peers": found}))


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 3)
