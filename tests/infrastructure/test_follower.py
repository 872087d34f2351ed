"""The follower: whatever happens to it, views end as if formed from the whole log at once, and nothing is skipped."""

import random
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial
from time import monotonic
from typing import Any

import psycopg
import pytest
from psycopg.conninfo import make_conninfo

from application.ports import Unavailable
from application.views.case import Case
from application.views.stored import DUE, OVERVIEW, VIEWS, View
from domain.facts import RecordRetracted
from domain.record import Draft
from domain.values import Frozen
from infrastructure.follower import Follower, Patience
from infrastructure.following import Views
from infrastructure.journal import Journal
from infrastructure.stored_views import ViewTables
from tests.application.lives import benchmark_missed, confirmed, held, law_changed, recorded, scheduled
from tests.builders import a_load, a_released, an_agreement_in_force, drafted
from tests.infrastructure.drafts import a_draft
from tests.postgres import Database

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

    def rows(self, case: Case) -> Mapping[str, Frozen]:
        version = case.records[-1].version
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
    views = ", ".join(f"'{view.name}'" for view in VIEWS)
    columns = "view, stream_id, key, from_position, to_position, content::bytea"
    return rows(url, f"SELECT {columns} FROM zielsteuerung.view_row WHERE view IN ({views}) ORDER BY 1, 2, 3, 4")


def head(journal: Journal) -> int:
    return journal.recorder.max_notification_id() or 0


def reached(journal: Journal, view: View = OVERVIEW) -> int:
    return ViewTables(journal.recorder.datastore).positions("test").get(view.name, 0)


def all_read(journal: Journal) -> bool:
    return all(reached(journal, view) == head(journal) for view in VIEWS)


def beyond(journal: Journal, goal: int, writing: Future[None]) -> bool:
    return reached(journal) >= goal or (writing.done() and all_read(journal))


def append(journal: Journal, drafts: Sequence[Draft]) -> None:
    for draft in drafts:
        journal.append([draft], now=datetime.now(UTC))


@contextmanager
def writers(journal: Journal, agreements: int) -> Iterator[Future[None]]:
    """Somebody writes whole lives of so many agreements, entry by entry in turns; done when the future is."""
    lives = [recorded(*LIFE, county=f"kreis-{number}") for number in range(agreements)]
    turns = [life[number] for number in range(len(lives[0])) for life in lives]
    with ThreadPoolExecutor(1) as thread:
        yield thread.submit(append, journal, turns)


def assert_equal_to_a_rebuild(journal: Journal, url: str) -> None:
    """The live views equal views formed anew, byte for byte, and every entry of an agreement left its trace."""
    live = stored(url)
    fresh = Views(journal, "test")
    for view in VIEWS:
        fresh.rebuild(view)
    assert stored(url) == live
    traces = [row[3] for row in live if row[0] == OVERVIEW.name]
    assert sorted(traces) == list(range(1, head(journal) + 1))


def test_killed_and_restarted_under_a_writer_the_views_equal_a_rebuild(journal: Journal, database: Database) -> None:
    url, chance = database.owner_url, random.Random(48)
    command = [sys.executable, "-m", "tests.infrastructure.following_process", database.service_url]
    Views(journal, "test").catch_up()  # on an empty log, so that every row is the follower's own
    killed = []
    with writers(journal, 16) as writing:
        for _ in range(3):
            with subprocess.Popen(command, stdin=subprocess.PIPE) as process:
                goal = reached(journal) + chance.randrange(1, 40)
                until(partial(beyond, journal, goal, writing))
                process.kill()
            killed.append(reached(journal))
        writing.result()
    assert len(set(killed)) > 1, "it was killed on its way"
    with Follower(database.service_url, Views(journal, "test"), IMPATIENT):
        until(lambda: all_read(journal))
    assert_equal_to_a_rebuild(journal, url)


def test_its_connections_cut_again_and_again_it_goes_on(journal: Journal, database: Database) -> None:
    Views(journal, "test").catch_up()
    url = make_conninfo(database.service_url, application_name="follower")
    cut = "SELECT count(pg_terminate_backend(pid, 5000)) FROM pg_stat_activity WHERE application_name = 'follower'"
    cuts = 0
    with (
        Journal(url) as its_own,
        Follower(url, Views(its_own, "test"), IMPATIENT) as follower,
        psycopg.connect(database.superuser_url, autocommit=True) as connection,
        writers(journal, 8) as writing,
    ):
        while not writing.done() or cuts < 3:
            until(lambda: follower.health().active)
            cuts += 1 if connection.execute(cut).fetchone() != (0,) else 0
        writing.result()
        until(lambda: all_read(journal))
        until(lambda: follower.health().ok)
    assert_equal_to_a_rebuild(journal, database.owner_url)


def test_of_two_followers_one_works_and_the_other_takes_over(journal: Journal, database: Database) -> None:
    url = database.service_url
    with Follower(url, Views(journal, "test"), IMPATIENT) as first:
        until(lambda: first.health().active)
        with Follower(url, Views(journal, "test"), IMPATIENT) as second:
            append(journal, recorded(drafted()))
            until(lambda: all_read(journal))
            assert (first.health().active, second.health().active) == (True, False)
            assert second.health().ok
            first.stop()
            until(lambda: second.health().active)
            append(journal, recorded(drafted(), county="celle"))
            until(lambda: all_read(journal))
            assert not first.health().ok


def test_a_view_that_raises_stalls_alone_says_so_and_goes_on_when_mended(journal: Journal, database: Database) -> None:
    url, stumbling = database.owner_url, Stumbling(over=2)
    bad = View("due", stumbling.rows)
    views = Views(journal, "test", (OVERVIEW, bad))
    views.catch_up()
    with Follower(database.service_url, views, IMPATIENT) as follower:
        append(journal, recorded(LIFE[0], *LIFE[1:3]))
        until(lambda: follower.health().troubles)
        until(lambda: reached(journal) == head(journal))
        health = follower.health()
        assert (health.ok, health.active, health.positions["due"]) == (False, True, 1)
        (trouble,) = health.troubles
        assert "„due“ kommt über den Eintrag 2 nicht hinaus: Broken: erfunden" in trouble
        again = len(stumbling.tried)
        until(lambda: len(stumbling.tried) > again + 2)
        assert reached(journal, bad) == 1
        stumbling.broken = False
        until(lambda: reached(journal, bad) == head(journal))
        until(lambda: follower.health().ok)
    live = stored(url)
    Views(journal, "test", (bad,)).rebuild(bad)
    assert stored(url) == live


def test_whoever_brings_views_up_to_date_once_is_told_what_stops_them(journal: Journal, database: Database) -> None:
    stumbling = Stumbling(over=2)
    views = Views(journal, "test", (OVERVIEW, View("due", stumbling.rows)))
    views.catch_up()
    append(journal, recorded(LIFE[0]))
    with pytest.raises(Unavailable, match=r"„due“.*Eintrag 2"):
        views.catch_up()
    assert (reached(journal), reached(journal, DUE)) == (3, 1)
    stumbling.broken = False
    views.catch_up()
    assert reached(journal, DUE) == 3


def test_a_commit_wakes_the_follower(journal: Journal, database: Database) -> None:
    with Follower(database.service_url, Views(journal, "test"), ASLEEP) as follower:
        until(lambda: follower.health().active and len(follower.health().positions) == len(VIEWS))
        append(journal, recorded(*LIFE))
        until(lambda: all_read(journal), seconds=5)


def test_streams_of_no_agreement_are_passed_over(journal: Journal, database: Database) -> None:
    views = Views(journal, "test")
    views.catch_up()
    append(journal, [a_draft("register.persons"), *recorded(drafted()), a_draft("register.persons", 2)])
    views.catch_up()
    assert all_read(journal)
    assert {row[1] for row in stored(database.owner_url)} == {"2026.4.heidekreis.ni-ms.1"}


def test_what_another_version_of_the_software_formed_is_formed_anew(journal: Journal, database: Database) -> None:
    append(journal, recorded(*LIFE))
    url = database.owner_url
    Views(journal, "test").catch_up()
    live = stored(url)
    with psycopg.connect(url) as connection:
        connection.execute("UPDATE zielsteuerung.view_row SET content = '{}'")
    Views(journal, "test").catch_up()
    assert stored(url) != live
    Views(journal, "test 2").catch_up()
    assert stored(url) == live


def test_a_rebuild_tells_its_progress_and_readers_see_the_old_view_meanwhile(
    journal: Journal, database: Database
) -> None:
    append(journal, [*recorded(*LIFE), *recorded(drafted(), county="celle")])
    views = Views(journal, "test")
    views.catch_up()
    live = stored(database.owner_url)
    told: list[tuple[int, int]] = []

    def progress(done: int, total: int) -> None:
        told.append((done, total))
        assert stored(database.owner_url) == live
        if done == 1:  # what comes in meanwhile is not lost
            append(journal, recorded(drafted(), county="verden"))

    views.rebuild(DUE, progress)
    assert told == [(1, 2), (2, 2)]
    assert reached(journal, DUE) == head(journal)
    views.catch_up()
    assert_equal_to_a_rebuild(journal, database.owner_url)


def test_a_rebuild_never_takes_a_view_back(journal: Journal, monkeypatch: pytest.MonkeyPatch) -> None:
    views, follower = Views(journal, "test"), Views(journal, "test")
    held_alone = views.tables.held

    def overtaken_at_the_last_moment(view: str) -> AbstractContextManager[Any]:
        append(journal, recorded(drafted()))
        follower.catch_up()
        return held_alone(view)

    views.catch_up()
    monkeypatch.setattr(views.tables, "held", overtaken_at_the_last_moment)
    views.rebuild(DUE)
    assert reached(journal, DUE) == head(journal) == 1


def test_two_that_read_on_at_once_write_each_row_once(journal: Journal, database: Database) -> None:
    one, other = Views(journal, "test"), Views(journal, "test")
    one.catch_up()
    append(journal, [draft for n in range(8) for draft in recorded(*LIFE, county=f"kreis-{n}")])
    with ThreadPoolExecutor(2) as threads:
        for done in [threads.submit(one.catch_up), threads.submit(other.catch_up)]:
            done.result()
    assert all_read(journal)
    assert_equal_to_a_rebuild(journal, database.owner_url)


def test_the_service_may_end_rows_but_not_change_what_they_said(journal: Journal, database: Database) -> None:
    Views(journal, "test").catch_up()
    for forbidden in ("view_row SET content = ''", "view_row SET from_position = 1", "view_position SET software = ''"):
        with psycopg.connect(database.service_url) as connection, pytest.raises(psycopg.errors.InsufficientPrivilege):
            connection.execute(f"UPDATE zielsteuerung.{forbidden}".encode())
