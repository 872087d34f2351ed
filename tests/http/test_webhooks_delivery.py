"""Webhooks deliver: signed, in order, as often as it takes, and only what their owner may see."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

import psycopg
import pytest

from application.notifying.webhooks import Schedule
from domain.record import Actor
from infrastructure.delivering import ENDED, SHARE, Deliveries
from infrastructure.journal import Journal
from infrastructure.listening import Patience
from infrastructure.webhooks import WebhookTable
from interfaces.sample.cast import COUNTY, DESK
from tests.http.events import a_life, log_of, written
from tests.http.receiving import Receiver, Told, receiving
from tests.http.service import Running
from tests.infrastructure.following_views import until
from tests.postgres import Database

HOOKS = "/api/v1/webhooks"
QUICK = Schedule(first=timedelta(milliseconds=10), longest=timedelta(milliseconds=50))
BRIEF = Schedule(first=timedelta(milliseconds=10), for_at_most=timedelta(milliseconds=300))
SLOW = Schedule(first=timedelta(hours=1))
IMPATIENT = Patience(asleep=0.5, at_first=0.01, at_most=0.05)


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    with receiving() as receiver:
        yield receiver


@contextmanager
def delivering(
    service: Running,
    schedule: Schedule = QUICK,
    seconds: float = 10,
    permitted: Callable[[Actor], bool] = lambda _: True,
) -> Iterator[None]:
    journal = service.system.journal
    assert isinstance(journal, Journal)
    table = WebhookTable(journal.recorder.datastore)
    options: dict[str, Any] = {"schedule": schedule, "patience": IMPATIENT, "seconds": seconds, "permitted": permitted}
    with Deliveries(journal.url, table, service.system.feed, loopback=True, **options):
        yield


def made(service: Running, receiver: Receiver, person: str = DESK.person, **wish: Any) -> tuple[str, str]:
    """A new webhook: its address and its secret."""
    answer = service.as_(person).post(HOOKS, json={"url": receiver.url, **wish})
    assert answer.status_code == 201, answer.text
    return answer.headers["Location"], answer.json()["secret"]


def state(service: Running, address: str, person: str = DESK.person) -> dict[str, Any]:
    found: dict[str, Any] = service.as_(person).get(address).json()
    return found


def test_what_is_recorded_arrives_in_order_signed_and_without_the_fact(service: Running, receiver: Receiver) -> None:
    journal = service.system.journal
    address, secret = made(service, receiver)
    with delivering(service):
        for number in range(3):
            written(journal, a_life(f"kreis-{number}", notes=4))
        told = receiver.has(15)
        until(lambda: state(service, address)["position"] == 15)
    assert [one.id for one in told] == log_of(journal)
    record, said = journal.log()[6], told[6].verified(secret)
    assert said.pop("timestamp") == service.as_(DESK.person).get(said["data"]["href"]).json()["recorded_at"]
    assert said == {
        "type": "de.zielsteuerung.CircumstanceNoted.v1",
        "data": {
            "agreement_id": record.stream_id,
            "position": 7,
            "version": 2,
            "href": f"/api/v1/agreements/{record.stream_id}/history/2",
        },
    }
    assert told[6].headers["content-type"] == "application/json"
    assert len(receiver.told) == 15


def test_a_county_is_told_of_its_own_agreements_alone(service: Running, receiver: Receiver) -> None:
    address, _ = made(service, receiver, COUNTY.person)
    with delivering(service):
        written(service.system.journal, a_life("celle", "03351"))
        written(service.system.journal, a_life(notes=0))
        written(service.system.journal, a_life("celle", "03351", notes=5)[3:])
        until(lambda: state(service, address, COUNTY.person)["position"] == 7)
    assert [one.id for one in receiver.told] == log_of(service.system.journal)[3:4]


def test_a_failed_delivery_is_tried_again_under_the_same_id_and_holds_up_the_next(
    service: Running, receiver: Receiver
) -> None:
    answers = iter([500, 301, 404, 200, 200])
    receiver.answering, receiver.location = lambda _: next(answers), receiver.url
    made(service, receiver)
    with delivering(service):
        written(service.system.journal, a_life(notes=1))
        told = receiver.has(5)
    first, second = log_of(service.system.journal)
    assert [one.id for one in told] == [first] * 4 + [second]


def test_a_failure_and_what_it_holds_up_are_visible(service: Running, receiver: Receiver) -> None:
    receiver.answering = lambda _: 500
    address, _ = made(service, receiver)
    with delivering(service, SLOW):
        written(service.system.journal, a_life(notes=1))
        until(lambda: state(service, address)["attempts"])
    found = state(service, address)
    assert (found["attempts"], found["position"], found["disabled_at"]) == (1, 0, None)
    assert found["last_error"] == "Die Gegenstelle hat mit dem Status 500 geantwortet."
    assert found["failing_since"] < found["next_attempt_at"]
    assert [one["event_id"] for one in found["undelivered"]] == log_of(service.system.journal)


def test_redelivering_tries_at_once_what_failed_and_sends_again_what_was_delivered(
    service: Running, receiver: Receiver
) -> None:
    land = service.as_(DESK.person)
    receiver.answering = lambda _: 500
    address, _ = made(service, receiver)
    with delivering(service, SLOW):
        written(service.system.journal, a_life(notes=1))
        receiver.has(1)
        until(lambda: state(service, address)["attempts"])
        receiver.answering = lambda _: 200
        assert land.post(f"{address}/redeliver", json={}).json()["attempts"] == 0
        receiver.has(3)
        until(lambda: state(service, address)["position"] == 2)
        assert land.post(f"{address}/redeliver", json={"after": 1}).status_code == 200
        told = receiver.has(4)
    first, second = log_of(service.system.journal)
    assert [one.id for one in told] == [first, first, second, second]


def test_a_webhook_that_is_gone_is_told_nothing_more_until_its_owner_wants_it(
    service: Running, receiver: Receiver
) -> None:
    receiver.answering = lambda _: 410
    address, _ = made(service, receiver)
    with delivering(service):
        written(service.system.journal, a_life(notes=1))
        until(lambda: state(service, address)["disabled_at"])
        written(service.system.journal, a_life("celle"))
        found = state(service, address)
        assert (found["attempts"], found["next_attempt_at"], len(found["undelivered"])) == (1, None, 5)
        receiver.answering = lambda _: 200
        service.as_(DESK.person).post(f"{address}/redeliver", json={})
        told = receiver.has(6)
    assert [one.id for one in told] == [told[0].id, *log_of(service.system.journal)]


def test_after_failing_for_too_long_a_webhook_is_given_up(service: Running, receiver: Receiver) -> None:
    receiver.answering = lambda _: 503
    address, _ = made(service, receiver)
    with delivering(service, BRIEF):
        written(service.system.journal, a_life(notes=0))
        until(lambda: state(service, address)["disabled_at"])
    found = state(service, address)
    assert found["attempts"] == len(receiver.told) >= 2
    assert found["failing_since"] < found["disabled_at"]


def test_one_that_hangs_keeps_no_other_waiting(service: Running, receiver: Receiver) -> None:
    with receiving() as hanging:
        answer = _hanging(receiver)
        hanging.answering = answer
        address, _ = made(service, hanging)
        made(service, receiver)
        with delivering(service, SLOW, seconds=0.5):
            written(service.system.journal, a_life(notes=1))
            receiver.has(2)
            until(lambda: state(service, address)["attempts"])
        assert "0.5 Sekunden" in state(service, address)["last_error"]


@pytest.mark.long
def test_slow_ones_of_a_county_leave_the_others_their_places(service: Running, receiver: Receiver) -> None:
    with receiving() as hanging:
        hanging.answering = _hanging(receiver)
        for _ in range(8):
            made(service, hanging, COUNTY.person)
        made(service, receiver)
        with delivering(service, SLOW, seconds=20):
            written(service.system.journal, a_life(notes=1))
            receiver.has(2)
            assert len(hanging.told) <= SHARE


def test_it_ends_with_the_rights_of_whoever_made_it(service: Running, receiver: Receiver) -> None:
    address, _ = made(service, receiver)
    with delivering(service, permitted=lambda actor: actor.person != DESK.person):
        written(service.system.journal, a_life(notes=1))
        until(lambda: state(service, address)["disabled_at"])
    assert state(service, address)["last_error"] == ENDED
    assert receiver.told == []


def test_the_operator_sees_and_ends_anybodys(service: Running, receiver: Receiver) -> None:
    address, _ = made(service, receiver, COUNTY.person)
    operator = service.as_("betrieb")
    [found] = operator.get(HOOKS).json()["items"]
    assert (found["person"], address.endswith(found["id"])) == (COUNTY.person, True)
    assert service.as_(DESK.person).delete(address).status_code == 404
    assert operator.delete(address).status_code == 204
    assert service.as_(COUNTY.person).get(HOOKS).json()["items"] == []


def _hanging(other: Receiver) -> Any:
    """Answers only after the other was told everything, and the attempt was given up."""

    def answer(_: Told) -> int:
        other.has(2)
        with other.grown:
            other.grown.wait(1)
        return 200

    return answer


def test_a_deleted_webhook_is_told_nothing_more(service: Running, receiver: Receiver) -> None:
    address, _ = made(service, receiver)
    with receiving() as other, delivering(service):
        written(service.system.journal, a_life(notes=0))
        receiver.has(1)
        service.as_(DESK.person).delete(address)
        made(service, other)
        written(service.system.journal, a_life("celle"))
        other.has(3)
    assert len(receiver.told) == 1


def test_of_two_workers_one_delivers_and_after_its_connection_is_lost_all_still_arrives(
    service: Running, receiver: Receiver, database: Database
) -> None:
    made(service, receiver)
    cut = (
        "SELECT count(pg_terminate_backend(pid, 5000)) FROM pg_stat_activity WHERE datname = current_database()"
        " AND pid IN (SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND objid = 4848006)"
    )
    with (
        delivering(service),
        delivering(service),
        psycopg.connect(database.superuser_url, autocommit=True) as connection,
    ):
        for number in range(4):
            written(service.system.journal, a_life(f"kreis-{number}"))
            receiver.has(3 * number + 3)
            until(lambda: connection.execute(cut).fetchone() == (1,))
        written(service.system.journal, a_life("celle", notes=0))
        receiver.has(13)
        until(lambda: len({one.id for one in receiver.told}) == len(log_of(service.system.journal)))
    assert list(dict.fromkeys(one.id for one in receiver.told)) == log_of(service.system.journal)


def test_a_worker_that_comes_later_delivers_what_was_recorded_before(service: Running, receiver: Receiver) -> None:
    made(service, receiver)
    with delivering(service):
        written(service.system.journal, a_life())
        receiver.has(3)
    written(service.system.journal, a_life("celle"))
    with delivering(service):
        receiver.has(6)
    assert [one.id for one in receiver.told] == log_of(service.system.journal)
