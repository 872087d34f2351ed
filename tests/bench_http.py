"""`make bench`, over HTTP: reading and acting, each beside a baseline in the same run; one worker, one client."""

import json
import statistics
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from datetime import date
from functools import partial
from pathlib import Path

import httpx
from rich.console import Console
from rich.table import Table

from application.acting.service import Service
from infrastructure.database import opened
from infrastructure.proofs.key_ring import PassingKeys
from interfaces.bootstrap import assembled
from interfaces.sample.play import MovableClock, play
from interfaces.sample.terms import heidekreis_2026
from tests import bench
from tests.http.acting import AGREEMENTS, acted, etag_of, today, wish
from tests.http.conftest import SAMPLE
from tests.http.serving import Served, until
from tests.postgres import Database, throw_away_database

READS, ACTS, WARM, COUNTY = 300, 150, 30, 100
ACTORS = """
[[actor]]
person = "pruefung"
role = "auditor"
office = "Messung"

[[actor]]
person = "kommune"
role = "county"
party = "kommune-100"
scope = "03100"
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
        asked = wish(f"dialog-{number}", today())
        answer = acted(self.client, self.agreement, asked, self.etag, {"Idempotency-Key": f"key-{number}"})
        assert answer.status_code == 201, answer.text
        self.etag = answer.headers["ETag"]


def filled(database: Database) -> tuple[str, str]:
    """The sample's life, one of 300 entries, and a draft to act on; the ids of the latter two."""
    clock, terms = MovableClock(date(2026, 1, 1)), heidekreis_2026()
    with opened(database.service_url, database.owner_url) as opened_database:
        system = assembled(opened_database, clock, PassingKeys())
        for _ in play(system, clock, terms):
            pass
        service = Service(system.journal, system.persons, now=lambda: bench.NOW, software="bench")
        return bench.long_life(service, terms), bench.drafted(service, terms, COUNTY)[0]


@contextmanager
def served(data: Path, database: Database) -> Iterator[tuple[Served, Served]]:
    """The service and the bare route, in one worker each."""
    (data / "actors.toml").write_text(ACTORS, encoding="utf-8")
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
        return client.get(f"/{SAMPLE}/1").status_code == 200
    except httpx.TransportError:
        return False


def measured(data: Path, database: Database) -> dict[str, list[float]]:
    """Milliseconds by what was done."""
    long, draft = filled(database)
    with served(data, database) as (service, bare), ExitStack() as stack:
        auditor, county = (stack.enter_context(service.client(service.token(link))) for link in service.links)
        select, library = stack.enter_context(bare.client()), bench.library_default(database.superuser_url)
        known = etag_of(auditor, long)
        attainment = {name: f"{AGREEMENTS}/{name}/attainment" for name in (SAMPLE, long)}
        found = in_turns(
            {
                "bare route, one SELECT": partial(reading, select, f"/{long}/300"),
                "attainment, 101 entries": partial(reading, auditor, attainment[SAMPLE]),
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
            "act": Acting(county, draft),
        }
        found |= in_turns(works, ACTS)
        library.close()
    return found


def main() -> None:
    """Measure on a throw-away server, print a table and one line of JSON."""
    with tempfile.TemporaryDirectory(prefix="zielsteuerung-") as data, throw_away_database() as database:
        found = measured(Path(data), database)
    table, figures, baseline = Table("Über HTTP", "p50 ms", "p99 ms", "Verhältnis p50"), {}, 1.0
    for what, took in found.items():
        middle, slow = statistics.median(took), bench.percentile(took, 99)
        baseline = middle if what.startswith("bare") else baseline
        table.add_row(what, f"{middle:.2f}", f"{slow:.2f}", f"{middle / baseline:.1f}")
        figures[what] = {"p50_ms": round(middle, 3), "p99_ms": round(slow, 3), "ratio": round(middle / baseline, 2)}
    Console().print(table)
    print(json.dumps(figures))


if __name__ == "__main__":
    main()
