"""Two versions of the software on one database: rows are whole and of one version, and nobody takes turns for ever."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from typing import Any

import psycopg
import pytest

from application.lists.ports import NotYet
from application.lists.stored_view import DUE
from application.ports import Unavailable
from application.stored_views import VIEWS
from infrastructure import projector, row_query
from infrastructure.following import Follower
from infrastructure.journal import Journal
from infrastructure.projector import Views
from infrastructure.stored_views import REBUILDING, Overtaken
from tests.application.lives import recorded
from tests.infrastructure.following_views import IMPATIENT, LIFE, all_read, append, reached, rows, stored, until
from tests.postgres import Database

OTHER_RULES, OTHER_SHAPE = replace(DUE, rules=DUE.rules + 1), replace(DUE, shape=DUE.shape + 1)
EDITIONS = "SELECT view, edition, version FROM zielsteuerung.view_position ORDER BY 1"


def versions(other: Any) -> Sequence[Any]:
    """All views, one of them of another version."""
    return [other if view is DUE else view for view in VIEWS]


def test_rows_are_whole_whose_place_others_take_while_they_are_read(
    journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    append(journal, recorded(*LIFE))
    views, asked = Views(journal, "test"), row_query.query
    views.catch_up()
    whole = views.rows(DUE)

    def asked_while_formed_anew(*args: Any, **how: Any) -> str:
        monkeypatch.setattr(row_query, "query", asked)
        Views(journal, "test").rebuild(DUE)
        return asked(*args, **how)

    monkeypatch.setattr(row_query, "query", asked_while_formed_anew)
    assert views.rows(DUE) == whole != []


def test_rows_for_one_edition_are_not_written_into_another(journal: Journal, monkeypatch: pytest.MonkeyPatch) -> None:
    append(journal, recorded(*LIFE))
    older, newer = Views(journal, "test", [DUE]), Views(journal, "test", [OTHER_RULES])
    older.catch_up()
    head = reached(journal, DUE)
    newer.rebuild(OTHER_RULES)
    assert reached(journal, DUE) == head
    with journal.recorder.datastore.get_connection() as connection, pytest.raises(Overtaken):
        older.tables.write(connection, {DUE.name: []}, {DUE.name: 1}, head, head + 1)
    assert reached(journal, DUE) == head


def test_an_edition_that_somebody_else_began_anew_meanwhile_is_not_shown(journal: Journal, database: Database) -> None:
    append(journal, [draft for n in range(3) for draft in recorded(*LIFE[:2], county=f"kreis-{n}")])
    url, left, other = database.owner_url, Views(journal, "test"), Views(journal, "test", versions(OTHER_RULES))
    forming = left.forming([DUE])
    next(forming)
    lost = "SELECT pg_terminate_backend(pid, 5000) FROM pg_locks WHERE locktype = 'advisory' AND objid = %s"
    with psycopg.connect(database.superuser_url) as connection:
        connection.execute(lost, [REBUILDING])
    other.catch_up()
    whole, shown = stored(url), rows(url, EDITIONS)
    with suppress(Unavailable):  # the connection that held the lock is gone
        for _ in forming:
            pass
    assert (stored(url), rows(url, EDITIONS)) == (whole, shown)
    assert left.troubles == {}


def test_a_command_of_another_version_leaves_a_running_service_its_rows(
    journal: Journal, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(projector, "WAITED", 0.2)
    append(journal, recorded(*LIFE))
    with Follower(database.service_url, Views(journal, "test"), IMPATIENT):
        until(lambda: all_read(journal))
        shown, editions = stored(database.owner_url), rows(database.owner_url, EDITIONS)
        other_rules = Views(journal, "other", versions(OTHER_RULES))
        other_rules.catch_up()
        assert other_rules.rows(OTHER_RULES) == Views(journal, "test").rows(DUE)
        other_shape = Views(journal, "other", versions(OTHER_SHAPE))
        with pytest.raises(NotYet, match="in einer anderen Fassung"):
            other_shape.catch_up()
        assert (stored(database.owner_url), rows(database.owner_url, EDITIONS)) == (shown, editions)
    other_shape.catch_up()
    assert rows(database.owner_url, EDITIONS) != editions
    with pytest.raises(NotYet):
        Views(journal, "test").rows(DUE)
