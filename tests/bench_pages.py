"""`make benchpages`: milliseconds and bytes of the pages people open most, with 404 agreements, in one process.

Beside the milliseconds on the wall stand those of the processor, of service and reader together without the
database's; they hold on a busy machine too.
"""

import json
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from statistics import quantiles
from time import perf_counter, process_time

import httpx
from rich.console import Console
from rich.table import Table

from application.acting.service import Service
from interfaces.http import logs
from interfaces.sample.cast import READER
from interfaces.sample.play import play
from interfaces.sample.terms import heidekreis_2026
from interfaces.server import settle
from tests import bench
from tests.http.conftest import SAMPLE
from tests.http.service import Running, running
from tests.postgres import throw_away_database

AGREEMENTS, TIMES, WARM = 404, 100, 10


def filled(service: Running) -> str:
    """The sample's life, one of 300 entries, and drafts until there are 404; the id of the second."""
    terms, system = heidekreis_2026(), service.system
    for _ in play(system, service.clock, terms):
        pass
    later = Service(system.journal, system.persons, now=lambda: bench.NOW, software="bench")
    long = bench.long_life(later, terms)
    for number in range(400, 400 + AGREEMENTS - 2):
        bench.drafted(later, terms, number)
    system.views.catch_up()
    return long


def measured(browser: httpx.Client, long: str) -> dict[str, dict[str, float]]:
    """Median and 99th percentile in milliseconds, on the wall and of the processor, and bytes, by page."""
    own = f"/vereinbarungen/{long}"
    pages = {
        "start page": "/",
        "agreement, 101 entries": f"/vereinbarungen/{SAMPLE}",
        "agreement, 300 entries": own,
        "derivation": f"/vereinbarungen/{SAMPLE}/zeilen/k2",
        "history, 300 entries": f"{own}/verlauf",
        "agreements": "/vereinbarungen",
    }
    found = {}
    for name, address in pages.items():
        wall, processor = [], []
        for _ in range(WARM + TIMES):
            before = perf_counter(), process_time()
            answer = browser.get(address)
            wall.append((perf_counter() - before[0]) * 1000)
            processor.append((process_time() - before[1]) * 1000)
        found[name] = {
            "p50": percentile(wall, 50),
            "p99": percentile(wall, 99),
            "processor p50": percentile(processor, 50),
            "processor p99": percentile(processor, 99),
            "bytes": len(answer.content),
        }
    return found


def percentile(took: Sequence[float], of_hundred: int) -> float:
    """The time that so many of a hundred readings took at most, without the first ones."""
    return quantiles(took[WARM:], n=100, method="inclusive")[of_hundred - 1]


def main() -> None:
    """Measure on a throw-away server, print a table and one line of JSON."""
    logs.configure()
    with (
        tempfile.TemporaryDirectory(prefix="zielsteuerung-") as data,
        throw_away_database() as database,
        running(database, Path(data)) as service,
    ):
        long = filled(service)
        settle()  # as a worker does
        with service.client({"Accept": "text/html"}, follow_redirects=True) as browser:
            browser.get(f"/sign-in/{service.issuer.sign_in_code(READER.person)}")
            found = measured(browser, long)
    table = Table("page", "p50 ms", "p99 ms", "processor p50", "processor p99", "bytes")
    for name, values in found.items():
        table.add_row(name, *(f"{value:,.0f}" for value in values.values()))
    Console(stderr=True).print(table)
    sys.stdout.write(json.dumps(found) + "\n")


if __name__ == "__main__":
    main()
