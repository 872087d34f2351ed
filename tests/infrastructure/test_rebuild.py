"""Stored views formed anew, and written by several at once."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager
from dataclasses import replace
from typing import Any

import psycopg
import pytest

from application.lists.agreement_course import Case, Past, evolve
from application.lists.ports import NotYet
from application.lists.stored_view import DUE, View
from application.stored_views import VIEWS
from domain.record import Record
from infrastructure import forming
from infrastructure.journal import Journal
from infrastructure.projector import Views
from tests.application.lives import recorded
from tests.builders import drafted
from tests.infrastructure.following_views import (
    LIFE,
    all_read,
    append,
    assert_equal_to_a_rebuild,
    head,
    reached,
    rows,
    stored,
)
from tests.postgres import Database


def test_what_was_formed_by_other_rules_is_formed_anew_and_nothing_else(journal: Journal, database: Database) -> None:
    append(journal, recorded(*LIFE))
    url = database.owner_url
    Views(journal, "test").catch_up()
    live = stored(url)
    with psycopg.connect(url) as connection:
        connection.execute("UPDATE zielsteuerung.view_row SET content = '{}'")
    spoilt = stored(url)
    Views(journal, "another software").catch_up()
    assert stored(url) == spoilt
    changed = [replace(view, rules=view.rules + 1) if view is DUE else view for view in VIEWS]
    Views(journal, "test", changed).catch_up()
    due, others = [row for row in live if row[0] == "due"], [row for row in spoilt if row[0] != "due"]
    assert stored(url) == sorted((*others, *due), key=lambda row: row[:4])


def test_old_rows_are_shown_until_new_ones_are_there_but_not_in_another_shape(journal: Journal) -> None:
    append(journal, recorded(*LIFE))
    views = Views(journal, "test")
    views.catch_up()
    shown = views.rows(DUE)
    assert Views(journal, "test", [replace(DUE, rules=DUE.rules + 1)]).position() == head(journal)
    assert Views(journal, "test").rows(replace(DUE, rules=DUE.rules + 1)) == shown
    for unreadable in (replace(DUE, shape=DUE.shape + 1), View("other", DUE.rows)):
        later = Views(journal, "test", [unreadable])
        with pytest.raises(NotYet, match="wird gerade gebildet"):
            later.rows(unreadable)
        with pytest.raises(NotYet, match="wird gerade gebildet"):
            later.position()
        assert later.outdated() == [unreadable]


def test_forming_anew_is_left_at_any_time_and_begun_again(journal: Journal, database: Database) -> None:
    append(journal, [draft for n in range(3) for draft in recorded(*LIFE[:2], county=f"kreis-{n}")])
    views = Views(journal, "test")
    views.catch_up()
    live = stored(database.owner_url)
    left = views.forming(VIEWS)
    next(left)
    assert {name: (one.done, one.total) for name, one in views.tables.forming().items()} == {
        view.name: (0, 3) for view in VIEWS
    }
    with pytest.raises(NotYet):
        Views(journal, "test").rebuild(DUE)
    left.close()
    assert stored(database.owner_url) == live
    views.rebuild(*VIEWS)
    assert stored(database.owner_url) == live
    assert views.tables.forming() == {}
    assert rows(database.owner_url, "SELECT DISTINCT edition FROM zielsteuerung.view_row") == [(3,)]


def test_forming_anew_that_is_left_costs_no_agreement_its_stored_case(journal: Journal, database: Database) -> None:
    append(journal, [draft for n in range(3) for draft in recorded(*LIFE, county=f"kreis-{n}")])
    views = Views(journal, "test")
    views.catch_up()
    cases = "SELECT stream_id, version, software, content FROM zielsteuerung.view_state ORDER BY stream_id"
    stored_before = rows(database.owner_url, cases)
    assert len(stored_before) == 3
    left = views.forming(VIEWS)
    next(left)
    left.close()
    assert rows(database.owner_url, cases) == stored_before
    views.rebuild(*VIEWS)
    assert [row[0] for row in rows(database.owner_url, cases)] == [row[0] for row in stored_before]


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

    views.rebuild(DUE, progress=progress)
    assert told == [(1, 2), (2, 2)]
    assert reached(journal, DUE) == head(journal)
    views.catch_up()
    assert_equal_to_a_rebuild(journal, database.owner_url)


def test_a_rebuild_of_all_views_reads_the_log_once(
    journal: Journal, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    append(journal, recorded(*LIFE))
    views = Views(journal, "test")
    views.catch_up()
    read: list[int] = []

    def noted(case: Case | None, record: Record, past: Past) -> Case | None:
        read.append(record.position)
        return evolve(case, record, past)

    monkeypatch.setattr(forming, "evolve", noted)
    views.rebuild(*VIEWS)
    assert read == list(range(1, head(journal) + 1))


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


@pytest.mark.long
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
