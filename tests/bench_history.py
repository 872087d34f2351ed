"""What a page of the history costs beside the bare rows of the same page; part of `make bench`."""

import json
import statistics
import tracemalloc
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from random import Random
from time import perf_counter
from typing import Any
from uuid import uuid4

from application.history.filters import HistoryFilter
from application.history.pages import Histories
from domain.facts import AgreementDrafted, DialogRequested
from domain.parties import Party, Side
from domain.record import Actor, Draft, Fact, Provenance, Role
from domain.values import sha256_of
from infrastructure.database import opened
from infrastructure.embedded_postgres import throw_away
from infrastructure.journal import Journal
from interfaces.sample.terms import heidekreis_2026

AGREEMENTS, ENTRIES, PAGES, PAGE = 200, 110, 100, 100
NOW, OFFICE = datetime(2027, 2, 1, 12, tzinfo=UTC), "Messung"
READER = Actor("pruefung", Role.AUDITOR, OFFICE, OFFICE)
_BARE = (
    "SELECT notification_id, originator_id, originator_version, topic, state FROM zielsteuerung.stored_events"
    " WHERE notification_id > %s ORDER BY notification_id LIMIT %s"
)


def facts(number: int) -> Iterator[Fact]:
    """The terms with a county of its own, then wishes for dialogs."""
    terms = heidekreis_2026()
    county = Party(id=f"kreis-{number}", side=Side.COUNTY, name=f"Kommune {number}", ags=f"{3000 + number:05d}")
    terms = terms.model_copy(update={"parties": (terms.parties[0], county)})
    yield AgreementDrafted(ordinal=1, terms=terms, terms_hash=sha256_of(terms))
    for wish in range(1, ENTRIES):
        yield DialogRequested(dialog_id=f"dialog-{wish}")


def fill(journal: Journal) -> int:
    """Lay down the agreements' lives, one entry of each in turn, so that a page meets as many as it can."""
    lives = [facts(number) for number in range(AGREEMENTS)]
    for version in range(1, ENTRIES + 1):
        drafts = [
            Draft(
                stream_id=f"2026.4.03.{3000 + number:05d}.1",
                version=version,
                event_id=uuid4(),
                occurred_on=NOW.date(),
                provenance=Provenance(
                    actor="land-1" if version % 10 else f"kommune-{number}",
                    authenticated_by=OFFICE,
                    role=Role.LAND if version % 10 else Role.COUNTY,
                    party="ni-ms" if version % 10 else f"kreis-{number}",
                    office=OFFICE,
                    reason="Wunsch nach einem weiteren Gespräch",
                    correlation_id=uuid4(),
                ),
                findings=(),
                software="bench",
                fact=next(life),
            )
            for number, life in enumerate(lives)
        ]
        journal.append(drafts, now=NOW)
    return AGREEMENTS * ENTRIES


def times(work: Callable[[int], Any], positions: list[int]) -> list[float]:
    """Milliseconds that the work took at each position."""
    taken = []
    for position in positions:
        start = perf_counter()
        work(position)
        taken.append((perf_counter() - start) * 1000)
    return taken


def p99(values: list[float]) -> float:
    """The value that 99 percent do not exceed."""
    return statistics.quantiles(values, n=100, method="inclusive")[98]


def history_pages(journal: Journal) -> dict[str, float]:
    """Pages of 100 at random places, beside the bare rows of the same places in the same run."""
    total = fill(journal)
    histories, random = Histories(journal), Random(48)
    positions = [random.randrange(total - 2 * PAGE) for _ in range(PAGES)]
    county = Actor("kommune-7", Role.COUNTY, OFFICE, OFFICE, "kreis-7", "03007")
    one = HistoryFilter(agreement_id="2026.4.03.03007.1")

    def bare(position: int) -> int:
        with journal.recorder.datastore.get_connection() as connection:
            return len(connection.execute(_BARE, [position, PAGE + 1], binary=True).fetchall())

    asked: dict[str, Callable[[int], object]] = {
        "bare rows of a page": bare,
        "page across all": lambda position: histories.page(READER, after=position, limit=PAGE),
        "page across all, by role": lambda position: histories.page(
            READER, HistoryFilter(role=Role.COUNTY), after=position, limit=PAGE
        ),
        "page of one county": lambda position: histories.page(county, limit=PAGE),
        "page of one agreement": lambda position: histories.page(READER, one, limit=PAGE),
    }
    figures: dict[str, float] = {"entries in the log": total}
    for name, work in asked.items():
        taken = times(work, positions)[PAGES // 10 :]
        figures |= {f"{name}, p50 ms": statistics.median(taken), f"{name}, p99 ms": p99(taken)}
    tracemalloc.start()
    count = sum(1 for _ in Histories(journal).entries(READER))
    figures["entries read in one go"] = count
    figures["memory at most while reading them, MB"] = tracemalloc.get_traced_memory()[1] / 1e6
    tracemalloc.stop()
    return figures


def history_figures() -> dict[str, float]:
    """The same on a throw-away server of its own."""
    with throw_away() as url, opened(url, url, movable_clock=True) as database:
        return history_pages(database.journal)


def main() -> None:
    """Print the figures as JSON."""
    print(json.dumps({what: round(value, 2) for what, value in history_figures().items()}, indent=2))


if __name__ == "__main__":
    main()
