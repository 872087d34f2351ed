"""`make bench`, over HTTP: reading and acting by one client and by several, each beside a baseline in the same run."""

import json
import statistics
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from time import perf_counter
from typing import Any

import httpx
from eventsourcing.application import Application
from rich.console import Console
from rich.table import Table

from application.acting.service import Service
from domain.values import shift
from infrastructure.database import opened
from interfaces.sample.terms import heidekreis_2026
from tests import bench
from tests.http.acting import AGREEMENTS, acted, etag_of, today, wish
from tests.http.serving import Served, until
from tests.postgres import Database, throw_away_database

READS, ACTS, WARM = 300, 150, 30
WRITERS, EACH = (1, 8, 32), 20
LIVES = {998: 100, 999: 300}
"""Entries by county."""
DRAFTS = range(100, 100 + max(WRITERS))
"""The counties with a draft."""
READER = """
[[actor]]
person = "pruefung"
role = "auditor"
office = "Messung"
"""
OF_A_COUNTY = """
[[actor]]
person = "kommune-{0}"
role = "county"
party = "kommune-{0}"
scope = "03{0:03}"
office = "Messung"
"""
BARE = (sys.executable, "-m", "tests.bare_route")
Work = Callable[[int], object]


def in_turns(works: Mapping[str, Work], times: int) -> dict[str, list[float]]:
    """Milliseconds that each work took, time after time; in turns, so that all meet the same machine."""
    took: dict[str, list[float]] = {name: [] for name in works}
    for number in range(WARM + times):
        for name, work in works.items():
            took[name].append(bench.timed(partial(work, number)) * 1000)
    return {name: values[WARM:] for name, values in took.items()}


def reading(client: httpx.Client, address: str, _: int, status: int = 200, **headers: str) -> None:
    """Read, and get this status."""
    answer = client.get(address, headers=headers)
    assert answer.status_code == status, answer.text


class Acting:
    """A county's wishes about one agreement, each decided on the version that the last one gave."""

    def __init__(self, client: httpx.Client, agreement: str) -> None:
        self.client, self.agreement, self.etag = client, agreement, etag_of(client, agreement)

    def __call__(self, number: int) -> None:
        asked = wish(f"wunsch-{number}", today())
        answer = acted(self.client, self.agreement, asked, self.etag, {"Idempotency-Key": f"key-{number}"})
        assert answer.status_code == 201, answer.text
        self.etag = answer.headers["ETag"]


def filled(database: Database) -> tuple[str, str, list[str]]:
    """Agreements of 100 and of 300 entries, 24 of them full loads, and drafts to act on; all as of today."""
    day, terms = today(), heidekreis_2026()
    until = day, min(shift(f"{day:%Y-%m}", -1), f"{terms.year}-12")
    with opened(database.service_url, database.owner_url) as (journal, persons):
        service = Service(journal, persons, now=lambda: datetime.now(UTC), software="bench")
        short, long = (bench.long_life(service, terms, *life, until) for life in LIVES.items())
        drafts = [bench.drafted(service, terms, number, day)[0] for number in DRAFTS]
    return short, long, drafts


@contextmanager
def served(data: Path, database: Database) -> Iterator[tuple[Served, Served]]:
    """The service and the bare route, in one worker each."""
    counties = "".join(map(OF_A_COUNTY.format, (*LIVES, *DRAFTS)))
    (data / "actors.toml").write_text(READER + counties, encoding="utf-8")
    settings = {
        "DATABASE_URL": database.service_url,
        "DATABASE_OWNER_URL": database.owner_url,
        "ZIELSTEUERUNG_ACTORS_FILE": str(data / "actors.toml"),
        "ZIELSTEUERUNG_REQUESTS_PER_MINUTE": "1000000",
        "PYTHONPATH": str(Path.cwd()),
    }
    service = Served(data, "--port", "0", "--workers", "1", settings=settings)
    bare = Served(data, "1", settings=settings, command=BARE)
    try:
        service.ready()
        with bare.client() as client:
            until(lambda: _answers(client), "the bare route does not answer")
        yield service, bare
    finally:
        service.end()
        bare.end()


def _answers(client: httpx.Client) -> bool:
    try:
        return client.get("/nobody/1").status_code == 200
    except httpx.TransportError:
        return False


def write(writers: int, one: Acting) -> None:
    """A writer's acts, numbered by how many write."""
    for number in range(EACH):
        one(1000 * writers + number)


def rates(counties: Sequence[httpx.Client], drafts: Sequence[str], library: Application[Any]) -> dict[str, float]:
    """Acts a second by how many write at once, each about an agreement of its own, beside bare saves in process."""
    acting, found = [*map(Acting, counties, drafts)], dict[str, float]()
    for writers in WRITERS:
        found[f"bare saves/s, {writers} at once"] = bench.rate(partial(bench.bare_save, library), writers)
        begun = perf_counter()
        with ThreadPoolExecutor(writers) as threads:
            list(threads.map(partial(write, writers), acting[:writers]))
        found[f"acts/s, {writers} at once"] = writers * EACH / (perf_counter() - begun)
    return found


def measured(data: Path, database: Database) -> tuple[dict[str, list[float]], dict[str, float]]:
    """Milliseconds by what was done, and acts a second by how many act at once."""
    short, long, drafts = filled(database)
    with served(data, database) as (service, bare), ExitStack() as stack:
        people = (stack.enter_context(service.client(service.token(link))) for link in service.links)
        auditor, of_short, of_long, *counties = people
        select, library = stack.enter_context(bare.client()), bench.library_default(database.superuser_url)
        known = etag_of(auditor, long)
        attainment = {name: f"{AGREEMENTS}/{name}/attainment" for name in (short, long)}
        found = in_turns(
            {
                "bare route, one SELECT": partial(reading, select, f"/{long}/300"),
                "attainment, 100 entries": partial(reading, auditor, attainment[short]),
                "attainment, 300 entries": partial(reading, auditor, attainment[long]),
                # As known at an instant, it is computed each time.
                "attainment, 300 entries, known_at": partial(
                    reading, auditor, f"{attainment[long]}?known_at=2099-01-01T00:00:00Z"
                ),
                "attainment, unchanged (304)": lambda number: reading(
                    auditor, attainment[long], number, 304, **{"If-None-Match": known}
                ),
            },
            READS,
        )
        works: dict[str, Work] = {
            "bare library save": partial(bench.bare_save, library),
            "act, 100 entries with 24 loads": Acting(of_short, short),
            "act, 300 entries with 24 loads": Acting(of_long, long),
        }
        found |= in_turns(works, ACTS)
        several = rates(counties, drafts, library)
        library.close()
    return found, several


def main() -> None:
    """Measure on a throw-away server, print a table and one line of JSON."""
    with tempfile.TemporaryDirectory(prefix="zielsteuerung-") as data, throw_away_database() as database:
        found, several = measured(Path(data), database)
    table, figures, baseline = Table("Über HTTP", "p50 ms", "p99 ms", "Verhältnis p50"), {}, 1.0
    for what, took in found.items():
        middle, slow = statistics.median(took), bench.percentile(took, 99)
        baseline = middle if what.startswith("bare") else baseline
        table.add_row(what, f"{middle:.2f}", f"{slow:.2f}", f"{middle / baseline:.1f}")
        figures[what] = {"p50_ms": round(middle, 3), "p99_ms": round(slow, 3), "ratio": round(middle / baseline, 2)}
    Console().print(table)
    table = Table("Mehrere zugleich, ein Prozess", "je Sekunde")
    for what, often in several.items():
        table.add_row(what, f"{often:.0f}")
    Console().print(table)
    print(json.dumps(figures | {what: round(often) for what, often in several.items()}))


if __name__ == "__main__":
    main()
