"""Due items for calendars: ids that stay, and an address of their own that sees what its owner sees until revoked."""

from datetime import UTC, date, datetime
from typing import Any

import httpx
import pytest
from icalendar import Calendar

from domain.record import Actor
from interfaces.cli.reader import local_reader
from interfaces.papers.due import due_text
from tests.http.conftest import SAMPLE
from tests.http.service import Running
from tests.http.test_conventions import COUNTY, LAND, drafted, is_a_problem

OPERATOR = "betrieb"


def events(answer: httpx.Response) -> list[Any]:
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"].startswith("text/calendar")
    return [one for one in Calendar.from_ical(answer.content).walk() if one.name == "VEVENT"]


def subscribed(service: Running, person: str = COUNTY) -> dict[str, Any]:
    answer = service.as_(person).post("/api/v1/calendars")
    assert answer.status_code == 201, answer.text
    made: dict[str, Any] = answer.json()
    return made


@pytest.fixture
def waiting(service: Running) -> Running:
    assert drafted(service).status_code == 201
    service.system.views.catch_up()
    return service


def test_the_calendar_has_what_the_list_has_and_the_same_ids_each_time(waiting: Running) -> None:
    listed = waiting.as_(LAND).get("/api/v1/due", params={"on": "2027-01-12"}).json()["items"]
    first, again = (waiting.as_(LAND).get("/api/v1/due.ics", params={"on": "2026-01-12"}) for _ in range(2))
    assert first.content == again.content
    named = {str(one["uid"]) for one in events(first)}
    assert len(named) == len(events(first)) >= len(listed) > 0
    assert {f"{one['agreement_id']}/{one['kind']}/{one['reference']}@zielsteuerung" for one in listed} <= named
    known = waiting.as_(LAND).get(
        "/api/v1/due.ics", params={"on": "2026-01-12"}, headers={"If-None-Match": first.headers["ETag"]}
    )
    assert known.status_code == 304


def test_a_subscription_needs_no_sign_in_and_sees_what_its_owner_has_to_do(waiting: Running) -> None:
    made = subscribed(waiting)
    with waiting.client() as anybody:
        found = events(anybody.get(made["address"]))
        assert found
        assert {str(one["categories"].to_ical().decode()) for one in found} <= {"Kommune", "Land,Kommune"}
        assert SAMPLE in str(found[0]["uid"])
        is_a_problem(anybody.get("/api/v1/calendars"), 401, "unauthenticated")


def test_its_address_is_shown_once_and_kept_by_nobody(waiting: Running) -> None:
    made = subscribed(waiting)
    listed = waiting.as_(COUNTY).get("/api/v1/calendars").json()
    assert listed["items"] == [{"id": made["id"], "created_at": made["created_at"]}]
    assert waiting.as_(LAND).get("/api/v1/calendars").json()["items"] == []


def test_a_revoked_address_shows_nothing_and_only_the_owner_revokes(waiting: Running) -> None:
    made = subscribed(waiting)
    is_a_problem(waiting.as_(LAND).delete(f"/api/v1/calendars/{made['id']}"), 404, "not-found")
    with waiting.client() as anybody:
        assert anybody.get(made["address"]).status_code == 200
        assert waiting.as_(COUNTY).delete(f"/api/v1/calendars/{made['id']}").status_code == 204
        is_a_problem(anybody.get(made["address"]), 404, "not-found")
        is_a_problem(anybody.get("/api/v1/calendars/" + "A" * 43 + ".ics"), 404, "not-found")


def test_whoever_lost_their_role_sees_nothing_any_more(waiting: Running, monkeypatch: pytest.MonkeyPatch) -> None:
    made = subscribed(waiting)

    def nobody(_: Actor) -> bool:
        return False

    monkeypatch.setattr(waiting.app.state.door, "holds", nobody)
    with waiting.client() as anybody:
        is_a_problem(anybody.get(made["address"]), 404, "not-found")


def test_nobody_has_more_than_five_and_the_operator_none(waiting: Running) -> None:
    for _ in range(5):
        subscribed(waiting)
    is_a_problem(waiting.as_(COUNTY).post("/api/v1/calendars"), 409, "too-many-calendars")
    assert waiting.as_(OPERATOR).post("/api/v1/calendars").status_code == 403


def test_the_text_for_mail_groups_by_deadline_and_keeps_its_lines_short(sample: Running) -> None:
    day, known_at = date(2026, 6, 30), datetime(2026, 6, 30, 21, tzinfo=UTC)
    items = sample.system.lists.due(local_reader(), day, at=sample.system.lists.as_of(known_at))
    told = due_text(items, day, (("Stand", "bis Eintrag Nr. 48"),)).splitlines()
    assert [line for line in told if line in {"Überfällig:", "Mit Frist:", "Ohne Frist:"}] == [
        "Mit Frist:",
        "Ohne Frist:",
    ]
    assert max(map(len, told)) <= 76
    assert sum(line.startswith("- ") for line in told) == len(items) > 0


def test_a_subscription_is_read_and_nothing_else(service: Running) -> None:
    address = "/api/v1/calendars/" + "A" * 43 + ".ics"
    refused = service.as_(COUNTY).delete(address)
    is_a_problem(refused, 405, "method-not-allowed")
    assert refused.headers["Allow"] == "GET, HEAD"
