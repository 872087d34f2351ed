"""Stored views formed anew, and written by several at once."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager
from typing import Any

import psycopg
import pytest

from application.lists.stored_view import DUE
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
    stored,
)
from tests.postgres import Database


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
