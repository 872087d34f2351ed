"""`make benchnation`: what reading across agreements costs against how many there are, and what is not flat.

The same life of some sixty entries, eight of them full loads, for so many agreements (JOBCENTERS=n, default 404 as ×1;
SIZES="1 10" by default), recorded by the journal's own bulk way. Figures are invented. Beside each rate stands that of
decoding the same entries in the same run, beside each list a bare indexed SELECT of as many rows.
"""

import json
import os
import resource
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date
from time import perf_counter, process_time
from typing import Any
from uuid import uuid4

from rich.console import Console
from rich.table import Table

from application.acting.service import Service
from application.comparison.comparison import Comparisons
from application.history.filters import HistoryFilter
from application.history.pages import Histories
from application.lists.reading import Lists
from domain.acts.dialogs import RequestDialog
from domain.acts.figures import DeliverFigures, ReleaseFigures
from domain.facts import AgreementDrafted
from domain.record import Actor, Draft, Record, Role
from domain.terms import Terms
from domain.values import span
from infrastructure.database import Database, opened
from infrastructure.embedded_postgres import throw_away
from infrastructure.entry_index import EntryTable
from infrastructure.journal import Journal
from infrastructure.projector import Views
from interfaces.sample.terms import heidekreis_2026
from tests.bench import DAY, LAND, NOW, READER, drafted, full_load, percentile

MONTHS = (*span("2025-01", "2025-04"), *span("2026-01", "2026-04"))
WISHES, REPEATED, TOGETHER = 40, 40, 400
FLAT = 1.3
"""So much more at the largest size than at the smallest still counts as flat."""
COUNTY = Actor("kommune", Role.COUNTY, "Messung", "Messung", "kommune-1", "03001")


@dataclass(frozen=True, slots=True)
class Nation:
    """A database filled with lives, and what reads it."""

    database: Database
    agreements: int

    @property
    def journal(self) -> Journal:
        """Its log."""
        return self.database.journal


def one_life(service: Service, terms: Terms) -> Sequence[Record]:
    """A life to be copied: loads of two years released, and wishes for talks."""
    name, county = drafted(service, terms, 0)
    version = 1
    for month in MONTHS:
        said = DeliverFigures(occurred_on=DAY, delivery_id=f"ladung-{month}", load=full_load(month))
        service.act(LAND[0], said, name, on_version=version)
        released = ReleaseFigures(occurred_on=DAY, delivery_id=f"ladung-{month}")
        service.act(LAND[1], released, name, on_version=version + 1)
        version += 2
    for number in range(WISHES):
        wish = RequestDialog(occurred_on=DAY, dialog_id=f"dialog-{number}", reason="Wunsch nach einem Gespräch")
        service.act(county, wish, name, on_version=version + number)
    return service.journal.records(name)


def copied(life: Sequence[Record], number: int) -> Iterator[Draft]:
    """The life as that of another county."""
    for record in life:
        fact = record.fact
        if isinstance(fact, AgreementDrafted):
            county = fact.terms.parties[1].model_copy(
                update={"id": f"kommune-{number}", "ags": f"{3 + number // 1000:02}{number % 1000:03}"}
            )
            terms = fact.terms.model_copy(update={"parties": (fact.terms.parties[0], county)})
            fact = fact.model_copy(update={"terms": terms})
        said = {one.name: getattr(record, one.name) for one in fields(Draft)}
        yield Draft(**{**said, "fact": fact, "event_id": uuid4(), "stream_id": f"2026.4.kommune-{number}.1"})


def filled(nation: Nation, life: Sequence[Record]) -> None:
    """Record the life for every agreement, many entries in one commit."""
    waiting: list[Draft] = []
    for number in range(1, nation.agreements):
        waiting += copied(life, number)
        if len(waiting) >= TOGETHER:
            nation.journal.append(waiting, now=NOW)
            waiting = []
    if waiting:
        nation.journal.append(waiting, now=NOW)


def a_month(journal: Journal, life: Sequence[Record], agreements: int) -> int:
    """One more load delivered and released for every agreement, each in one commit; how many entries that are."""
    delivered = next(one for one in life if type(one.fact).__name__ == "FiguresDelivered")
    released = next(one for one in life if type(one.fact).__name__ == "FiguresReleased")
    for record, step in ((delivered, 1), (released, 2)):
        said = {one.name: getattr(record, one.name) for one in fields(Draft)}
        fact: Any = record.fact
        update = {"delivery_id": "ladung-neu"} | ({"load": full_load("2026-05")} if step == 1 else {})
        said |= {"fact": fact.model_copy(update=update), "version": len(life) + step}
        streams = [f"2026.4.kommune-{number}.1" for number in range(1, agreements)]
        for first in range(0, len(streams), TOGETHER):
            some = streams[first : first + TOGETHER]
            journal.append([Draft(**{**said, "event_id": uuid4(), "stream_id": one}) for one in some], now=NOW)
    return 2 * (agreements - 1)


def timed(what: str, work: Callable[[], object]) -> dict[str, float]:
    """Milliseconds that half of the times and 99 of 100 do not exceed."""
    work()
    taken = []
    for _ in range(REPEATED):
        begun = perf_counter()
        work()
        taken.append((perf_counter() - begun) * 1000)
    return {f"{what}, {share} ms": percentile(taken, int(share[1:])) for share in ("p50", "p99")}


def used(work: Callable[[], object]) -> float:
    """Seconds of CPU of this process."""
    begun = process_time()
    work()
    return process_time() - begun


def bare(journal: Journal, rows: int) -> None:
    """As many rows by one indexed SELECT, as plain text."""
    with journal.recorder.datastore.get_connection() as connection:
        connection.execute(
            "SELECT content FROM zielsteuerung.view_row WHERE view = 'overview' AND to_position IS NULL"
            " ORDER BY stream_id LIMIT %s",
            [rows],
        ).fetchall()


def measured(agreements: int) -> dict[str, float]:
    """Every figure at one size."""
    with throw_away() as url, opened(url, url, movable_clock=True) as database:
        service = Service(database.journal, database.persons, now=lambda: NOW, software="bench")
        life, nation = one_life(service, heidekreis_2026()), Nation(database, agreements)
        filled(nation, life)
        return _measured(nation, life)


def _measured(nation: Nation, life: Sequence[Record]) -> dict[str, float]:
    journal, views = nation.journal, Views(nation.journal, "bench")
    entries = journal.head()
    events = journal.recorder.select_notifications(1, 2000)
    decoding = len(events) / used(lambda: [journal.mapper.to_domain_event(event) for event in events])
    forming = entries / used(views.catch_up)
    new = a_month(journal, life, nation.agreements)
    keeping_up = used(Views(journal, "bench").catch_up)
    lists, comparisons = Lists(journal, views), Comparisons(views)
    histories, read = Histories(journal, EntryTable(journal)), Histories(journal)
    day, talks = date(2026, 12, 31), HistoryFilter(actor="kommune", clause="III.3.1")
    land = replace(READER, scope="03")
    last = journal.log(after=entries - 1, limit=1)[0].event_id
    asked: dict[str, Callable[[], object]] = {
        "bare SELECT of 100 rows": lambda: bare(journal, 100),
        "list, page of 100": lambda: lists.overview(READER, limit=100),
        "list of a county": lambda: lists.overview(COUNTY, limit=100),
        "due, page of 100": lambda: lists.due(READER, day, limit=100),
        "due of a county": lambda: lists.due(COUNTY, day, limit=100),
        "due at an earlier position": lambda: lists.due(READER, day, at=entries // 2, limit=100),
        "history by actor and clause": lambda: histories.page(land, talks, after=entries // 2),
        "the same without index": lambda: read.page(land, talks, after=entries // 2),
        "causes of an entry": lambda: histories.causes(READER, last),
        "comparison of a Land": lambda: comparisons.compared(READER, "03", 2026),
    }
    figures = {
        "agreements": nation.agreements,
        "entries": journal.head(),
        "decoded entries/s": decoding,
        "views formed anew, entries/s": forming,
        "formed anew ÷ decoded": forming / decoding,
        "a month's loads, CPU ms per entry": keeping_up / new * 1000,
        "memory, MiB": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }
    for what, work in asked.items():
        figures |= timed(what, work)
    return figures


def main(agreements: int, sizes: Sequence[int]) -> None:
    """Measure at every size, print a table that marks what is not flat, and one line of JSON."""
    load = os.getloadavg()[0]
    found = {size: measured(agreements * size) for size in sizes}
    table = Table("Messung", *(f"×{size}" for size in sizes), "")
    for what, least in found[sizes[0]].items():
        most = found[sizes[-1]][what]
        grows = what.endswith("p50 ms") and most > FLAT * least
        table.add_row(what, *(f"{found[size][what]:,.2f}" for size in sizes), "wächst" if grows else "")
    Console().print(table)
    print(json.dumps({"load": load, **{f"x{size}": figures for size, figures in found.items()}}))


if __name__ == "__main__":
    main(int(sys.argv[1]), [int(size) for size in sys.argv[2:]])
