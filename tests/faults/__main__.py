"""`make faults`: kill the service under load, round after round; prints a summary, fails at the first loss."""

import random
import sys
import tempfile
from dataclasses import asdict
from itertools import cycle, islice
from pathlib import Path
from time import monotonic

from rich.console import Console
from rich.progress import track
from rich.table import Table

from tests.faults.kills import Victim, kills
from tests.postgres import throw_away_database


def main(rounds: int, seed: int) -> None:
    """So many rounds, each victim in turn."""
    chance, started, console = random.Random(seed), monotonic(), Console()
    console.print(f"{rounds} Runden, Startwert {seed}")
    with (
        tempfile.TemporaryDirectory(prefix="zielsteuerung-") as data,
        throw_away_database() as database,
        kills(Path(data), database, chance) as service,
    ):
        victims = islice(cycle(Victim), rounds)
        for victim in track(victims, "Abschüsse", rounds, console=console, disable=not console.is_terminal):
            service.round(victim)
    table = Table("Was", "Wie oft")
    found = asdict(service.summary)
    for victim, times in found.pop("killed").items():
        table.add_row(f"killed: {victim}", str(times))
    for what, times in found.items():
        table.add_row(what.replace("_", " "), str(times))
    table.add_row("lost, doubled or half done", "0")
    table.add_row("seconds", f"{monotonic() - started:.0f}")
    console.print(table)


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else random.randrange(10**6))
