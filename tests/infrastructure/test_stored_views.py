"""Stored views that do not follow from the log are found, row by row."""

import psycopg
import pytest

from application.ports import Unavailable
from application.stored_views import VIEWS
from infrastructure.database import Database as Opened
from infrastructure.projector import Views
from infrastructure.proofs import side_by_side
from tests.infrastructure.audits import Log
from tests.infrastructure.test_beside_the_log import log as log  # noqa: PLC0414 - a fixture
from tests.postgres import Database

ROW = "zielsteuerung.view_row"

FALSIFIED = {
    "a state turned round": (
        f"DELETE FROM {ROW} WHERE view = 'overview'; INSERT INTO {ROW} SELECT view, edition, stream_id, key,"
        " from_position, to_position, place, since, tags, replace(content, 'partly_signed', 'closed') FROM kept",
        "Liste „Vereinbarungen“, 2026.4.03.03358.1, Zeile „",
    ),
    "an agreement gone": (f"DELETE FROM {ROW} WHERE view = 'overview'", "dort fehlt, was aus dem Protokoll folgt."),
    "an agreement added": (
        f"INSERT INTO {ROW} SELECT view, edition, '2026.4.03.03351.1', key, from_position, to_position, place, since,"
        f" tags, content FROM {ROW} WHERE view = 'overview'",
        "Liste „Vereinbarungen“, 2026.4.03.03351.1, Zeile „",
    ),
    "frozen": (
        "UPDATE zielsteuerung.view_position SET position = 99890 WHERE view = 'overview'",
        "Die Liste „Vereinbarungen“ will bis Position 99890 gelesen haben, das Protokoll hat 14 Einträge.",
    ),
}


@pytest.mark.parametrize("how", FALSIFIED)
def test_a_stored_view_that_does_not_follow_from_the_log_is_found(log: Log, database: Database, how: str) -> None:
    statements, says = FALSIFIED[how]
    log.system.views.catch_up()
    report = log.audit.verification.verify()
    assert (report.sound, report.views) == (True, 14)
    with psycopg.connect(database.service_url) as connection:
        connection.execute("SET ROLE zielsteuerung_service")
        connection.execute(f"CREATE TEMP TABLE kept AS SELECT * FROM {ROW} WHERE view = 'overview'".encode())
        for statement in statements.split("; "):
            connection.execute(statement.encode())
    found = str(next(fault for fault in log.audit.verification.verify().faults))
    assert says in found


def test_views_are_compared_in_several_pages_and_while_they_lag(
    log: Log, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(side_by_side, "PAGE", 2)
    log.system.views.catch_up()
    log.grow(3)
    heard: list[tuple[int, int]] = []
    report = log.audit.verification.verify(progress=lambda done, total: heard.append((done, total)))
    assert (report.sound, report.size, report.views) == (True, 17, 14)
    assert heard == sorted(heard)
    assert {total for _, total in heard} == {heard[-1][0]}, "the whole is known, and reached at the end"
    log.audit.verification.verify(progress=lambda done, total: heard.append((done, total)), log_only=True)
    assert heard[-1] == (17, 17)


STATE = "zielsteuerung.view_state"
POISONED = {
    "another story": f"UPDATE {STATE} SET content = convert_to(replace(convert_from(content, 'UTF8'),"
    " 'dialog-5', 'dialog-9'), 'UTF8')",
    "unreadable": f"UPDATE {STATE} SET content = 'nichts'",
    "of a later version, so that it is never replaced": f"UPDATE {STATE} SET version = 9999",
    "of an agreement to come": f"INSERT INTO {STATE} SELECT '2027.4.03.03358.1', version, software, content"
    f" FROM {STATE}",
}
"""What the service's role may do to the cases that the views are formed from after the next start."""


@pytest.mark.parametrize("how", POISONED)
def test_a_poisoned_case_is_found_and_gone_when_views_are_formed_anew(
    log: Log, opened_database: Opened, database: Database, how: str
) -> None:
    log.grow(8)
    log.system.views.catch_up()
    assert log.audit.verification.verify().sound
    with psycopg.connect(database.service_url) as connection:
        connection.execute("SET ROLE zielsteuerung_service")
        assert connection.execute(POISONED[how].encode()).rowcount
    found = str(next(iter(log.audit.verification.verify().faults)))
    assert found.startswith("Der Zwischenstand, von dem die Sichten zu 202")
    for view in VIEWS:
        log.system.views.rebuild(view)
    log.grow(3)
    Views(opened_database.journal, log.system.service.software).catch_up()  # as after a restart
    assert log.audit.verification.verify().sound


def test_a_poisoned_case_that_a_follower_has_read_is_gone_when_views_are_formed_anew(
    log: Log, opened_database: Opened, database: Database
) -> None:
    log.grow(8)
    log.system.views.catch_up()
    with psycopg.connect(database.service_url) as connection:
        connection.execute(POISONED["another story"].encode())
    log.grow(1)
    follower = Views(opened_database.journal, log.system.service.software)
    follower.catch_up()
    assert not log.audit.verification.verify().sound
    log.system.views.rebuild(*VIEWS)
    log.grow(20)
    follower.catch_up()
    assert log.audit.verification.verify().sound


def test_an_unreadable_case_stops_no_view(log: Log, opened_database: Opened, database: Database) -> None:
    log.grow(8)
    log.system.views.catch_up()
    with psycopg.connect(database.service_url) as connection:
        connection.execute(f"UPDATE {STATE} SET content = 'nichts'".encode())
    log.grow(1)
    views = Views(opened_database.journal, log.system.service.software)
    views.catch_up()
    assert views.position() == 23


def test_views_set_back_say_what_to_do_instead_of_breaking(
    log: Log, opened_database: Opened, database: Database
) -> None:
    log.system.views.catch_up()
    with psycopg.connect(database.service_url) as connection:
        connection.execute("UPDATE zielsteuerung.view_position SET position = position - 8")
    views = Views(opened_database.journal, "test")
    with pytest.raises(Unavailable, match=r"passen nicht zum Protokoll.*audit verify.*rebuild"):
        views.catch_up()
    for view in VIEWS:
        views.rebuild(view)
    views.catch_up()
    assert log.audit.verification.verify().sound
