"""`make benchnation`: what reading across agreements costs against how many there are, and what is not flat.

The sample's life for so many agreements (JOBCENTERS=n, default 20 as ×1; SIZES="1 10 100" by default, of which the last
is what a nation has of five years), recorded by the journal's own bulk way: half of them from draft to closing, the
others up to the last month but one, whose load comes at the end. Figures are invented. Beside each rate stands that of
decoding the same entries in the same run, beside each list a bare indexed SELECT of as many rows.
"""

import json
import os
import resource
import sys
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date
from functools import partial
from itertools import pairwise
from time import perf_counter, process_time
from uuid import uuid4

from rich.console import Console
from rich.table import Table

from application.comparison.comparison import Comparisons
from application.history.exports import json_lines
from application.history.filters import HistoryFilter
from application.history.pages import Histories
from application.lists.reading import Lists
from application.notifying.feed import Feed
from application.reading.attainment import Queries
from application.reading.explanation import Explanations
from application.reports.catalogue import REPORTS, Reports
from domain.facts import AgreementDrafted, FiguresDelivered, FiguresReleased
from domain.record import Actor, Draft, Record, Role
from infrastructure.database import Database, opened
from infrastructure.embedded_postgres import throw_away
from infrastructure.entry_index import EntryTable
from infrastructure.fact_schemas import CATALOGUE
from infrastructure.journal import Journal
from infrastructure.projector import Views
from infrastructure.proofs.key_ring import PassingKeys
from interfaces.bootstrap import System
from interfaces.sample.play import MovableClock, play
from interfaces.sample.terms import heidekreis_2026
from tests.bench import NOW, READER, percentile

REPEATED, PATIENCE, TOGETHER = 20, 5.0, 400
FLAT = 1.3
"""So much more at the largest size than at the smallest still counts as flat."""
COUNTY = Actor("kommune", Role.COUNTY, "Messung", "Messung", "heidekreis", "03001")
JOBCENTERS = 404
LIFE = "2026.4.03.03358.1"


@dataclass(frozen=True, slots=True)
class Nation:
    """A database filled with lives, and what reads it."""

    database: Database
    agreements: int

    @property
    def journal(self) -> Journal:
        """Its log."""
        return self.database.journal


def one_life(system: System, clock: MovableClock) -> Sequence[Record]:
    """The sample's life, from its draft to its closing, to be copied."""
    for _ in play(system, clock, heidekreis_2026()):
        pass
    return system.journal.records(LIFE)


def copied(life: Sequence[Record], number: int) -> Iterator[Draft]:
    """The life as that of another county of the Land."""
    ids = {record.event_id: uuid4() for record in life}
    conversations = {record.provenance.correlation_id: uuid4() for record in life}
    for record in life:
        fact, provenance = record.fact, record.provenance
        if isinstance(fact, AgreementDrafted):
            land, county = fact.terms.parties
            land = land.model_copy(update={"ags": ags_of(number)[:2]})
            county = county.model_copy(update={"ags": ags_of(number), "name": f"Landkreis {number}"})
            terms = fact.terms.model_copy(update={"parties": (land, county)})
            fact = fact.model_copy(update={"terms": terms})
        cause = ids.get(provenance.causation_id) if provenance.causation_id else None
        update = {"correlation_id": conversations[provenance.correlation_id], "causation_id": cause}
        said = {one.name: getattr(record, one.name) for one in fields(Draft)} | {"fact": fact}
        said |= {"provenance": provenance.model_copy(update=update), "stream_id": stream_of(number)}
        yield Draft(**{**said, "event_id": ids[record.event_id]})


def ags_of(number: int) -> str:
    """An official key: as many counties in each Land as Germany has Jobcenter."""
    return f"{3 + number // JOBCENTERS:02}{number % JOBCENTERS:03}"


def stream_of(number: int) -> str:
    """The agreement of a county."""
    return f"2026.4.{ags_of(number)[:2]}.{ags_of(number)}.1"


def numbers(agreements: int) -> list[int]:
    """The counties beside the sample's own, which is one of them."""
    return [number for number in range(agreements + 1) if stream_of(number) != LIFE][: agreements - 1]


def filled(nation: Nation, life: Sequence[Record]) -> None:
    """Record the life for every agreement, many entries in one commit."""
    month, waiting = last_month(life), list[Draft]()
    for number in numbers(nation.agreements):
        waiting += [draft for draft in copied(life, number) if number % 2 == 0 or draft.version < month]
        if len(waiting) >= TOGETHER:
            nation.journal.append(waiting, now=NOW)
            waiting = []
    if waiting:
        nation.journal.append(waiting, now=NOW)


def last_month(life: Sequence[Record]) -> int:
    """The version at which the last load was delivered whose release follows at once."""
    pairs = pairwise(life)
    loads = (one for one, after in pairs if (type(one.fact), type(after.fact)) == (FiguresDelivered, FiguresReleased))
    return max(one.version for one in loads)


def a_month(nation: Nation, life: Sequence[Record]) -> int:
    """The last load delivered, and then released, for every agreement that waits for it; how many entries that are."""
    month, recorded = last_month(life), 0
    waiting = [number for number in numbers(nation.agreements) if number % 2]
    for version in (month, month + 1):
        drafts = [draft for number in waiting for draft in copied(life, number) if draft.version == version]
        for first in range(0, len(drafts), TOGETHER):
            nation.journal.append(drafts[first : first + TOGETHER], now=NOW)
        recorded += len(drafts)
    return recorded


def timed(what: str, work: Callable[[], object]) -> dict[str, float]:
    """Milliseconds that half of the times and 99 of 100 do not exceed, and those of this process's processor.

    Done twice at least, and no further times than fit into some seconds.
    """
    work()
    taken, begun = list[float](), process_time()
    while len(taken) < 2 or (len(taken) < REPEATED and sum(taken) < PATIENCE * 1000):
        started = perf_counter()
        work()
        taken.append((perf_counter() - started) * 1000)
    figures = {f"{what}, {share} ms": percentile(taken, int(share[1:])) for share in ("p50", "p99")}
    return figures | {f"{what}, CPU ms": (process_time() - begun) / len(taken) * 1000}


def used(work: Callable[[], object]) -> float:
    """Seconds of CPU of this process."""
    begun = process_time()
    work()
    return process_time() - begun


def told(reports: Reports, name: str, day: date) -> int:
    """How many rows a report has, all of them read."""
    return sum(1 for _ in reports.rows(READER, name, day))


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
    clock = MovableClock(date(2026, 1, 1))
    with throw_away() as url, opened(url, url, movable_clock=True) as database:
        system = System(database, clock, PassingKeys())
        life = one_life(system, clock)
        nation = Nation(database, agreements)
        filled(nation, life)
        figures, verification = _measured(nation, life), system.audit.verification
        verifying = used(verification.verify)
        last = verification.last()
        assert last is not None
        assert last.sound, last
        log_only = used(partial(verification.verify, log_only=True))
        return figures | {
            "audit verify, entries/s": figures["entries"] / verifying,
            "audit verify --log-only, entries/s": figures["entries"] / log_only,
        }


def _measured(nation: Nation, life: Sequence[Record]) -> dict[str, float]:
    journal, views = nation.journal, Views(nation.journal, "bench")
    entries = journal.head()
    events = journal.recorder.select_notifications(1, 2000)
    decoding = len(events) / used(lambda: [journal.mapper.to_domain_event(event) for event in events])
    forming = entries / used(views.catch_up)
    new = a_month(nation, life)
    keeping_up = used(Views(journal, "bench").catch_up)
    lists, comparisons = Lists(journal, views), Comparisons(views)
    histories, read = Histories(journal, EntryTable(journal)), Histories(journal)
    exporting = journal.head() / used(lambda: deque(json_lines(histories.entries(READER)), maxlen=0))
    reports, feed = Reports(histories), Feed(histories, CATALOGUE.schemas)
    queries, explanations = Queries(journal), Explanations(journal)
    day, talks = date(2026, 12, 31), HistoryFilter(role=Role.COUNTY, clause="III.3.1")
    land = replace(READER, scope=ags_of(0)[:2])
    last = journal.log(after=entries - 1, limit=1)[0].event_id
    asked: dict[str, Callable[[], object]] = {
        "bare SELECT of 100 rows": lambda: bare(journal, 100),
        "list, page of 100": lambda: lists.overview(READER, limit=100),
        "list of a county": lambda: lists.overview(COUNTY, limit=100),
        "due, page of 100": lambda: lists.due(READER, day, limit=100),
        "due of a county": lambda: lists.due(COUNTY, day, limit=100),
        "due at an earlier position": lambda: lists.due(READER, day, at=entries // 2, limit=100),
        "history by role and clause": lambda: histories.page(land, talks, after=entries // 2),
        "the same without index": lambda: read.page(land, talks, after=entries // 2),
        "causes of an entry": lambda: histories.causes(READER, last),
        "comparison of a Land": lambda: comparisons.compared(READER, "03", 2026),
        "comparison, one measure": lambda: comparisons.compared(READER, "03", 2026, measure="K2"),
        "circumstances, page of 100": lambda: lists.circumstances(READER, limit=100),
        "feed from the middle, page of 100": lambda: feed.read(READER, after=entries // 2, limit=100),
        "feed of a county from the middle": lambda: feed.read(COUNTY, after=entries // 2, limit=100),
        "attainment, first reading": lambda: Queries(journal).attainment(READER, LIFE),
        "attainment, read before": lambda: queries.attainment(READER, LIFE),
        "matrix of a measure": lambda: explanations.matrix(READER, LIFE, "K2"),
    }
    for name in REPORTS:
        asked[f"report: {name}"] = partial(told, reports, name, day)
    figures = {
        "agreements": nation.agreements,
        "entries": journal.head(),
        "decoded entries/s": decoding,
        "views formed anew, entries/s": forming,
        "formed anew ÷ decoded": forming / decoding,
        "a month's loads, CPU ms per entry": keeping_up / new * 1000,
        "history as a file, entries/s": exporting,
        "memory after forming, MiB": memory(),
    }
    for what, work in asked.items():
        figures |= timed(what, work)
    return figures | {"memory after reading, MiB": memory()}


def memory() -> float:
    """The most this process ever took, in MiB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main(agreements: int, sizes: Sequence[int]) -> None:
    """Measure at every size, print a table that marks what is not flat, and one line of JSON."""
    load, found = os.getloadavg()[0], dict[int, dict[str, float]]()
    for size in sizes:
        found[size] = measured(agreements * size)
        print(json.dumps({f"x{size}": found[size]}), file=sys.stderr)
    table = Table("Messung", *(f"×{size}" for size in sizes), "")
    for what, least in found[sizes[0]].items():
        most = found[sizes[-1]][what]
        grows = what.endswith(("CPU ms", "p50 ms")) and most > FLAT * least
        table.add_row(what, *(f"{found[size][what]:,.2f}" for size in sizes), "wächst" if grows else "")
    Console().print(table)
    print(json.dumps({"load": load, **{f"x{size}": figures for size, figures in found.items()}}))


if __name__ == "__main__":
    main(int(sys.argv[1]), [int(size) for size in sys.argv[2:]])
