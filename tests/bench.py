"""`make bench`: what recording and reading cost, each beside a baseline in the same run."""

import json
import statistics
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime
from functools import partial
from time import perf_counter
from typing import Any
from uuid import uuid4

import psycopg
from eventsourcing.application import Application
from eventsourcing.domain import Aggregate, event
from rich.console import Console
from rich.table import Table

from application.acting.orders import Order
from application.acting.service import Service
from application.reading.attainment import Queries
from domain.acts.dialogs import RequestDialog
from domain.acts.drafting import DraftAgreement
from domain.acts.figures import DeliverFigures, ReleaseFigures
from domain.facts import DialogRequested
from domain.figures import Form, Load, LoadState, Series
from domain.parties import Party, Side
from domain.record import Actor, Draft, Provenance, Role
from domain.terms import Sex, Terms
from domain.values import shift, span
from infrastructure.database import opened
from infrastructure.embedded_postgres import throw_away
from infrastructure.journal import Journal
from interfaces.sample.terms import heidekreis_2026
from tests.bench_history import history_figures

SINGLE, READS, JOBCENTERS, ENTRIES = 1000, 400, 404, 300
NOW = datetime(2027, 2, 1, 12, tzinfo=UTC)
DAY = NOW.date()
OFFICE = "Messung"
LAND = [Actor(f"land-{n}", Role.LAND, OFFICE, OFFICE, "ni-ms", "03") for n in (1, 2)]
READER = Actor("pruefung", Role.AUDITOR, OFFICE, OFFICE)


def full_load(month: str, day: date = DAY) -> Load:
    """A load of 20 quantities × 3 sexes × 24 months; figures invented."""
    quantities = sorted(heidekreis_2026().quantities)
    keys = [(q, form) for form in (Form.MONTHLY, Form.YEAR_TO_DATE) for q in quantities][:20]
    first = f"{int(month[:4]) - 2}-{month[5:]}"
    months = span(first, month)[1:]
    series = tuple(
        Series(
            measure=q,
            form=form,
            sex=sex,
            first=months[0],
            definition="2019",
            values=tuple(str(1000 + 7 * n) for n in range(24)),
        )
        for q, form in keys
        for sex in (Sex.TOTAL, Sex.WOMEN, Sex.MEN)
    )
    return Load(state=LoadState(report_month=month, months_waited=0), loaded_on=day, revision="original", series=series)


def timed(work: Callable[[], Any]) -> float:
    """Seconds the work took."""
    start = perf_counter()
    work()
    return perf_counter() - start


class Bare(Aggregate):
    """The library's own kind of aggregate, begun by an event of about the same content."""

    @event("Requested")
    def __init__(self, dialog_id: str, reason: str, office: str) -> None:
        self.dialog_id, self.reason, self.office = dialog_id, reason, office


def library_default(url: str) -> Application[Any]:
    """The library's application as it comes, on the same server, in a schema of its own."""
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute("CREATE SCHEMA bare")
        info = connection.info
        env = {"POSTGRES_DBNAME": info.dbname, "POSTGRES_HOST": info.host, "POSTGRES_PORT": str(info.port)}
    return Application(
        env=env
        | {
            "PERSISTENCE_MODULE": "eventsourcing.postgres",
            "POSTGRES_USER": "postgres",
            "POSTGRES_PASSWORD": "",
            "POSTGRES_SCHEMA": "bare",
            "POSTGRES_CONNECT_TIMEOUT": "30",
        }
    )


def bare_save(app: Application[Any], _: int) -> None:
    """One new event saved."""
    app.save(Bare("dialog", "Wunsch nach einem weiteren Gespräch", OFFICE))


def append(journal: Journal, _: int) -> None:
    """One new fact recorded, with its place in the tree."""
    provenance = Provenance(
        actor="land-1", authenticated_by=OFFICE, role=Role.LAND, party="ni-ms", office=OFFICE, correlation_id=uuid4()
    )
    draft = Draft(
        stream_id=f"bench.{uuid4()}",
        version=1,
        event_id=uuid4(),
        occurred_on=DAY,
        provenance=provenance,
        findings=(),
        software="bench",
        fact=DialogRequested(dialog_id="dialog"),
    )
    journal.append([draft], now=datetime.now(UTC))


def rate(work: Callable[[int], None], threads: int) -> float:
    """Times a second the work was done, by so many threads."""
    for number in range(50):
        work(number)
    with ThreadPoolExecutor(threads) as pool:
        seconds = timed(lambda: list(pool.map(work, range(SINGLE))))
    return SINGLE / seconds


def acts(service: Service, terms: Terms) -> float:
    """Whole acts a second: permitted, loaded, decided, recorded; each on a small agreement of its own."""
    agreements = [drafted(service, terms, 100 + number) for number in range(40)]

    def request(number: int) -> None:
        name, actor = agreements[number % len(agreements)]
        asked = RequestDialog(occurred_on=DAY, dialog_id=f"dialog-{number}", reason="Wunsch nach einem Gespräch")
        service.act(actor, asked, name, on_version=1 + number // len(agreements))

    seconds = timed(lambda: list(map(request, range(400))))
    return 400 / seconds


def drafted(service: Service, terms: Terms, number: int, day: date = DAY) -> tuple[str, Actor]:
    """A drafted agreement with the county of that number, and who acts for it."""
    county = Party(id=f"kommune-{number}", side=Side.COUNTY, name=f"Kommune {number}", ags=f"03{number:03}")
    other = terms.model_copy(update={"parties": (terms.parties[0], county)})
    drafted = service.act(LAND[0], DraftAgreement(occurred_on=day, terms=other)).agreement_id
    return drafted, Actor("kommune", Role.COUNTY, OFFICE, OFFICE, county.id, county.ags or "")


def many_loads(service: Service, terms: Terms) -> float:
    """Seconds for a full load to each of 404 agreements, in one commit."""
    agreements = [drafted(service, terms, 200 + number)[0] for number in range(JOBCENTERS)]
    request = DeliverFigures(occurred_on=DAY, delivery_id="ladung", load=full_load("2026-09"))
    return timed(lambda: service.act_together(LAND[0], [Order(request, name, 1) for name in agreements]))


def long_life(
    service: Service,
    terms: Terms,
    county: int = 999,
    entries: int = ENTRIES,
    until: tuple[date, str] = (DAY, "2026-12"),
) -> str:
    """An agreement with so many entries of one day, 24 of them full loads up to a month."""
    day, last = until
    name, actor = drafted(service, terms, county, day)
    version = 1
    for month in span(shift(last, -23), last):
        asked = DeliverFigures(occurred_on=day, delivery_id=f"ladung-{month}", load=full_load(month, day))
        service.act(LAND[0], asked, name, on_version=version)
        service.act(
            LAND[1], ReleaseFigures(occurred_on=day, delivery_id=f"ladung-{month}"), name, on_version=version + 1
        )
        version += 2
    for number in range(version, entries):
        wish = RequestDialog(occurred_on=day, dialog_id=f"dialog-{number}", reason="Wunsch nach einem Gespräch")
        service.act(actor, wish, name, on_version=number)
    return name


def percentile(values: list[float], share: int) -> float:
    """The value that so many percent do not exceed."""
    return statistics.quantiles(values, n=100, method="inclusive")[share - 1]


def measured(url: str) -> dict[str, float]:
    """Every figure of the benchmark."""
    terms, figures = heidekreis_2026(), {}
    bare = library_default(url)
    with opened(url, url, movable_clock=True) as (journal, persons):
        service = Service(journal, persons, now=lambda: NOW, software="bench")
        for threads in (1, 8, 32):
            ours, theirs = [], []
            for _ in range(3):  # in turns, so that both meet the same machine
                theirs.append(rate(partial(bare_save, bare), threads))
                ours.append(rate(partial(append, journal), threads))
            figures[f"library saves/s, {threads} threads"] = statistics.median(theirs)
            figures[f"facts with tree/s, {threads} threads"] = statistics.median(ours)
            figures[f"ratio, {threads} threads"] = statistics.median(ours) / statistics.median(theirs)
        figures["whole acts/s, 1 thread"] = acts(service, terms)
        figures["404 full loads in one commit, s"] = many_loads(service, terms)
        name, queries = long_life(service, terms), Queries(journal)
        reads = [timed(lambda: queries.attainment(READER, name)) * 1000 for _ in range(READS)][20:]
        figures["attainment of 300 entries, p50 ms"] = percentile(reads, 50)
        figures["attainment of 300 entries, p99 ms"] = percentile(reads, 99)
    bare.close()
    return figures


def main() -> None:
    """Measure on a throw-away server, print a table and one line of JSON."""
    with throw_away() as url:
        figures = measured(url)
    figures |= history_figures()
    table = Table("Messung", "Wert")
    for what, value in figures.items():
        table.add_row(what, f"{value:.2f}")
    Console().print(table)
    print(json.dumps({what: round(value, 3) for what, value in figures.items()}))


if __name__ == "__main__":
    main()
