"""A life to be followed, and what the tests of stored views ask of it."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from time import monotonic
from typing import Any

import psycopg

from application.lists.agreement_course import Case
from application.lists.stored_view import OVERVIEW, View
from application.stored_views import VIEWS
from domain.facts import RecordRetracted
from domain.record import Draft
from domain.values import Frozen
from infrastructure.journal import Journal
from infrastructure.listening import Patience
from infrastructure.projector import Views
from infrastructure.stored_views import ViewTables
from tests.application.lives import benchmark_missed, confirmed, held, law_changed, recorded, scheduled
from tests.builders import a_load, a_released, an_agreement_in_force

IMPATIENT = Patience(asleep=0.05, at_first=0.01, at_most=0.05)
ASLEEP = Patience(asleep=60.0, at_first=0.01, at_most=0.05)
LIFE = (
    an_agreement_in_force(),
    benchmark_missed(),
    law_changed(),
    a_released(a_load("2026-01")),
    scheduled(),
    held(),
    confirmed("ni-ms"),
    benchmark_missed(circumstance_id="anderes"),
    RecordRetracted(version=4),
    a_released(a_load("2026-02")),
    [law_changed() for _ in range(3)],
)


class Broken(Exception):  # noqa: N818
    """What a broken view raises."""


@dataclass
class Stumbling:
    """A view that cannot digest agreements of some version as long as it is broken."""

    over: int
    broken: bool = True
    tried: list[int] = field(default_factory=list)

    def rows(self, case: Case) -> Mapping[str, Frozen | None]:
        version = case.version
        self.tried.append(version)
        if self.broken and version == self.over:
            raise Broken("erfunden")
        return OVERVIEW.rows(case)


def until(met: Callable[[], Any], seconds: float = 20) -> None:
    """Ask again and again until a condition is met."""
    end = monotonic() + seconds
    while not met():
        assert monotonic() < end, "the condition was not met in time"


def rows(url: str, query: str) -> list[tuple[Any, ...]]:
    with psycopg.connect(url) as connection:
        return connection.execute(query.encode()).fetchall()


def stored(url: str) -> list[tuple[Any, ...]]:
    """Every row ever held of the editions that are shown."""
    columns = "view, stream_id, key, from_position, to_position, content::bytea, place, since, tags"
    shown = "zielsteuerung.view_row JOIN zielsteuerung.view_position USING (view, edition)"
    return rows(url, f"SELECT {columns} FROM {shown} ORDER BY 1, 2, 3, 4")


def head(journal: Journal) -> int:
    return journal.recorder.max_notification_id() or 0


def reached(journal: Journal, view: View = OVERVIEW) -> int:
    return shown.position if (shown := ViewTables(journal.recorder.datastore).shown().get(view.name)) else 0


def all_read(journal: Journal) -> bool:
    return all(reached(journal, view) == head(journal) for view in VIEWS)


def beyond(journal: Journal, goal: int, writing: Future[None]) -> bool:
    return reached(journal) >= goal or (writing.done() and all_read(journal))


def append(journal: Journal, drafts: Sequence[Draft]) -> None:
    for draft in drafts:
        journal.append([draft], now=datetime.now(UTC))


@contextmanager
def writers(journal: Journal, many: int) -> Iterator[Future[None]]:
    """So many write at once, each the whole life of an agreement entry by entry; done when the future is."""
    lives = [recorded(*LIFE, county=f"kreis-{number}") for number in range(many)]
    with ThreadPoolExecutor(many + 1) as threads:

        def written() -> None:
            for life in [threads.submit(append, journal, life) for life in lives]:
                life.result()

        yield threads.submit(written)


def assert_equal_to_a_rebuild(journal: Journal, url: str) -> None:
    """The live views equal views formed anew, byte for byte, and every entry of an agreement left its trace."""
    live = stored(url)
    Views(journal, "test").rebuild(*VIEWS)
    assert stored(url) == live
    traces = [row[3] for row in live if row[0] == OVERVIEW.name]
    assert sorted(traces) == list(range(1, head(journal) + 1))
