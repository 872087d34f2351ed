"""The follower: whatever happens to it, views end as if formed from the whole log at once, and nothing is skipped."""

import random
import subprocess
import sys
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import partial
from threading import Event
from time import sleep

import psycopg
import pytest
from psycopg.conninfo import make_conninfo

from application.history.index import FoundBy, found_by
from application.history.terms_context import Backgrounds
from application.lists.agreement_course import Case
from application.lists.stored_view import DUE, OVERVIEW, View
from application.ports import Log, Unavailable
from application.stored_views import VIEWS
from domain.record import Record
from domain.values import Frozen
from infrastructure import entry_index
from infrastructure.entry_index import EntryTable
from infrastructure.following import Followed, Follower
from infrastructure.journal import Journal
from infrastructure.projector import Views
from tests.application.lives import recorded
from tests.builders import drafted
from tests.infrastructure.drafts import a_draft
from tests.infrastructure.following_views import (
    ASLEEP,
    IMPATIENT,
    LIFE,
    Broken,
    Stumbling,
    all_read,
    append,
    assert_equal_to_a_rebuild,
    beyond,
    head,
    reached,
    stored,
    until,
    writers,
)
from tests.postgres import Database


@pytest.mark.long
def test_killed_again_and_again_under_sixteen_writers_views_equal_a_rebuild(
    journal: Journal, database: Database
) -> None:
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


@pytest.mark.long
def test_its_connections_cut_again_and_again_it_goes_on(journal: Journal, database: Database) -> None:
    Views(journal, "test").catch_up()
    url = make_conninfo(database.service_url, application_name="follower")
    cut = (
        "SELECT count(pg_terminate_backend(pid, 5000)) FROM pg_stat_activity"
        " WHERE datname = current_database() AND application_name = 'follower'"
    )
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
        until(lambda: Followed(views.tables).health().troubles == (trouble,))  # so every process says
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


def test_an_entry_the_index_cannot_digest_stops_the_index_alone_and_is_said(
    journal: Journal, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    append(journal, recorded(*LIFE))
    broken = [3]

    def stumbling(log: Log, backgrounds: Backgrounds, records: Sequence[Record]) -> list[FoundBy]:
        if any(record.position in broken for record in records):
            raise Broken("erfunden")
        return found_by(log, backgrounds, records)

    monkeypatch.setattr(entry_index, "found_by", stumbling)
    views = Views(journal, "test")
    views.catch_up()
    assert all_read(journal)
    stands = "Das Verzeichnis der Einträge kommt über den Eintrag 3 nicht hinaus: Broken: erfunden"
    assert (views.indexed(), views.troubles) == (2, {"entry_index": stands})
    with pytest.raises(Unavailable, match="über den Eintrag 3 nicht hinaus"):
        views.reindex()
    with psycopg.connect(database.owner_url) as connection:
        connection.execute("DELETE FROM zielsteuerung.view_position")
    with Follower(database.service_url, Views(journal, "test"), IMPATIENT) as follower:
        until(lambda: all_read(journal))
        append(journal, recorded(drafted(), county="celle"))
        until(lambda: all_read(journal))
        until(lambda: follower.health().troubles == (stands,))
        assert not follower.health().ok
        broken.clear()
        until(lambda: views.indexed() == head(journal))
        until(lambda: follower.health().ok)


def test_an_index_that_has_much_to_read_holds_no_view_back(
    journal: Journal, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    append(journal, recorded(*LIFE))
    left = [1000]

    def endless(_: EntryTable) -> bool:
        sleep(0.01)
        left[0] -= 1
        return left[0] > 0

    monkeypatch.setattr(EntryTable, "read_on", endless)
    with Follower(database.service_url, Views(journal, "test"), IMPATIENT):
        until(lambda: all_read(journal))
        append(journal, recorded(drafted(), county="celle"))
        until(lambda: all_read(journal))
        assert left[0] > 0, "views waited for the index"


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
    assert {row[1] for row in stored(database.owner_url)} == {"2026.4.03.03358.1"}


def test_it_stops_while_it_forms_views_anew_and_shows_the_old_rows_until_another_is_done(
    journal: Journal, database: Database
) -> None:
    append(journal, [draft for n in range(12) for draft in recorded(drafted(), county=f"kreis-{n}")])
    Views(journal, "test").catch_up()
    old = Views(journal, "test").rows(OVERVIEW)
    formed, go_on = Event(), Event()

    def slowly(case: Case) -> Mapping[str, Frozen | None]:
        formed.set()
        assert go_on.wait(20)
        return OVERVIEW.rows(case)

    slow = replace(OVERVIEW, rows=slowly, parts=(), stamp=None, rules=OVERVIEW.rules + 1)
    views = Views(journal, "test", (slow,))
    with Follower(database.service_url, views, IMPATIENT) as follower:
        assert formed.wait(20)
        assert (follower.health().forming["overview"].total, views.position()) == (12, head(journal))
        with ThreadPoolExecutor(1) as thread:
            stopping = thread.submit(follower.stop)
            until(lambda: follower.stopping)
            go_on.set()
            stopping.result(timeout=10)
        done = follower.health().forming["overview"].done
        assert done < 12
        assert views.rows(slow) == old
    with Follower(database.service_url, views, IMPATIENT) as follower:
        until(lambda: not views.outdated())
        assert follower.health().forming == {}
    assert views.rows(slow) == old
