"""`make faults`: kills, failovers, full disks, a standby away, under load; counts, and fails at the first loss."""

import os
import random
import sys
import tempfile
from collections.abc import Mapping
from itertools import cycle, islice
from pathlib import Path
from time import monotonic, process_time

from rich.console import Console
from rich.progress import track
from rich.table import Table

from tests.faults.campaign import KILLS, Campaign, Fault
from tests.faults.cluster import cluster

ALL_CHECKED_EVERY = 50
"""Rounds after which the whole log is held against everything that was ever acknowledged."""
RARE: Mapping[Fault, int] = {Fault.SERVICE: 20, Fault.FAILOVER: 20, Fault.STANDBY: 200, Fault.DISK: 200}
"""One round of these in so many kills, at least one."""


def plan(kills: int, chance: random.Random, *, disks: bool) -> list[Fault]:
    """So many kills, and the rarer faults between them."""
    rare = [
        fault for fault, every in RARE.items() if disks or fault is not Fault.DISK for _ in range(-(-kills // every))
    ]
    faults = [*islice(cycle(KILLS), kills), *rare]
    chance.shuffle(faults)
    return faults


def main(kills: int, seed: int) -> None:
    """So many kills of workers and of PostgreSQL, with what belongs to them."""
    chance, started, console = random.Random(seed), monotonic(), Console()
    disks = os.geteuid() == 0
    faults = plan(kills, chance, disks=disks)
    console.print(f"{len(faults)} rounds, seed {seed}{'' if disks else '; without full disks, which take root'}")
    with (
        tempfile.TemporaryDirectory(prefix="zielsteuerung-") as data,
        cluster(disks=disks) as servers,
        Campaign(Path(data), servers, chance) as running,
    ):
        for fault in track(faults, "Rounds", console=console, disable=not console.is_terminal):
            running.round(fault)
            if not running.rounds % ALL_CHECKED_EVERY:
                running.check_all()
                console.print(f"{running.rounds} rounds, {len(running.summary.acknowledged)} acknowledged, 0 lost")
        running.check_all()
    console.print(_table(running, monotonic() - started))


def _table(running: Campaign, seconds: float) -> Table:
    table, summary = Table("what", "how often"), running.summary
    for fault in Fault:
        table.add_row(f"rounds: {fault}", str(summary.rounds[fault]))
    table.add_row("acknowledged", str(len(summary.acknowledged)))
    table.add_row("lost, doubled or half done", "0")
    table.add_row("without an answer, at first", str(summary.unanswered))
    table.add_row("of these recorded all the same", str(summary.unanswered_but_recorded))
    table.add_row("connections cut during a request", str(summary.cut_off))
    table.add_row("answered 503", str(summary.unavailable))
    table.add_row("seconds; of processor time of the clients", f"{seconds:.0f}; {process_time():.0f}")
    return table


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else random.randrange(10**6))
