"""Bounds on work: short answers to long mistakes, shares per person and party, pages made once."""

import json
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor, wait
from contextlib import ExitStack
from datetime import timedelta
from pathlib import Path
from threading import Event
from typing import Any

import httpx
import psycopg
import pytest
from anyio import Semaphore
from fastapi import FastAPI
from pydantic import ValidationError
from structlog.testing import capture_logs

from domain.acts.drafting import DraftAgreement
from domain.values import MOST
from infrastructure.connection import named
from interfaces.http.bodies import SMALL, _read
from interfaces.http.identity.answers import IdentityUnavailable
from interfaces.http.identity.authenticator import Authenticator
from interfaces.http.outages import note
from interfaces.http.settings import HttpSettings
from interfaces.sample.cast import COUNTY, DESK, REVIEW
from interfaces.sample.terms import heidekreis_2026
from tests.http.acting import AGREEMENTS, DAY, body, drafted
from tests.http.service import Running, running
from tests.http.serving import until
from tests.postgres import Database, Server

FEED = "/api/v1/feed"
JSON = {"Content-Type": "application/json"}
STRANGERS = 30
THREADS = 60
"""More than a worker has for its work."""


@pytest.fixture(scope="module")
def service(server: Server, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    settings = HttpSettings(
        readers_per_person=2, readers_per_party=2, uploads_per_person=1, bodies_per_person=1, poll_seconds=30
    )
    with (
        server.migrated_database() as database,
        running(database, tmp_path_factory.mktemp("limits"), settings) as service,
    ):
        yield service


def drafting() -> dict[str, Any]:
    said = body(DraftAgreement(occurred_on=DAY, terms=heidekreis_2026()))
    assert isinstance(said, dict)
    return said


def test_of_many_mistakes_the_first_hundred_are_named(service: Running) -> None:
    said = drafting()
    said["terms"]["principles"] = [1] * 900
    answer = service.as_(DESK.person).post(AGREEMENTS, json=said)
    assert answer.status_code == 422
    assert len(answer.json()["errors"]) == 100
    in_english = service.as_(DESK.person).post(AGREEMENTS, json=said, headers={"Accept-Language": "en"})
    assert len(in_english.json()["errors"]) == 100


def test_a_list_of_a_request_has_an_end(service: Running) -> None:
    said = drafting()
    said["terms"]["benchmarks"] = said["terms"]["benchmarks"][:1] * 5000
    answer = service.as_(DESK.person).post(AGREEMENTS, json=said)
    assert answer.status_code == 422
    [error] = answer.json()["errors"]
    assert error == {"field": "terms.benchmarks", "says": "darf höchstens 1000 Einträge haben"}


def test_a_body_of_wrong_parts_gets_a_short_answer(service: Running) -> None:
    said = json.dumps(drafting() | {"reason": [{"x": None}] * 40_000})
    answer = service.as_(DESK.person).post(AGREEMENTS, content=said, headers=JSON)
    assert answer.status_code == 422
    assert len(answer.content) < 50_000


def test_a_list_far_too_long_makes_no_more_errors_than_one_a_little_too_long() -> None:
    said = json.dumps(drafting() | {"terms": {"benchmarks": [{"x": 1}] * 49_000}})
    with pytest.raises(ValidationError) as refused:
        _read(said.encode(), DraftAgreement)
    assert refused.value.error_count() < 10 * MOST


def test_large_bodies_of_a_person_wait_for_each_other_and_nobody_else_does(service: Running) -> None:
    land, reading = service.as_(DESK.person), service.app.state.bodies
    said = json.dumps(drafting() | {"terms": {"benchmarks": [{}] * 3000}}).encode()
    assert len(said) > SMALL

    def lane() -> Semaphore | None:
        found: Semaphore | None = reading._lanes.get(DESK.person)
        return found

    def taken_in() -> bool:
        return (found := lane()) is not None and found.value == 0

    def waits() -> bool:
        return (found := lane()) is not None and found.statistics().tasks_waiting == 1

    with ThreadPoolExecutor(1) as thread, service.client(dict(land.headers)) as other:
        second: list[Future[httpx.Response]] = []

        def slowly() -> Iterator[bytes]:
            yield said[:1000]
            until(taken_in, "the first body was not taken in")
            second.append(thread.submit(other.post, AGREEMENTS, content=said, headers=JSON))
            until(waits, "the second body does not wait")
            assert service.as_(REVIEW.person).post(AGREEMENTS, content=said, headers=JSON).status_code == 422
            assert not second[0].done()
            yield said[1000:]

        assert land.post(AGREEMENTS, content=slowly(), headers=JSON).status_code == 422
        assert second[0].result(20).status_code == 422


def test_streams_of_a_party_are_counted_until_they_end(service: Running) -> None:
    county = service.as_(COUNTY.person)
    with ExitStack() as open_streams:
        streams = [open_streams.enter_context(streaming(county)) for _ in range(2)]
        assert [stream.status_code for stream in streams] == [200, 200]
        with streaming(county) as third:
            assert third.status_code == 429
            assert third.headers["Retry-After"] == "5"
            assert json.loads(third.read())["type"].endswith("/too-many-at-once")
        assert county.get(FEED, params={"wait": 5}).status_code == 429
        assert service.as_(DESK.person).get(FEED).status_code == 200

    def free() -> bool:
        with streaming(county) as stream:
            return bool(stream.status_code == 200)

    until(free, "ended streams are still counted")
    until(lambda: service.app.state.waiting.readers == 0, "somebody still waits")


def streaming(client: httpx.Client) -> Any:
    return client.stream("GET", FEED, headers={"Accept": "text/event-stream"})


def test_a_second_upload_of_a_person_waits_outside(service: Running) -> None:
    land, address = service.as_(DESK.person), "/api/v1/figure-files/checks"
    headers = {"Content-Type": "application/octet-stream"}

    def slowly() -> Iterator[bytes]:
        yield b"x"
        until(lambda: DESK.person in service.app.state.uploads._held, "the first upload was never let in")
        with service.client(dict(land.headers)) as other:
            assert other.post(address, params={"name": "a.csv"}, content=b"x", headers=headers).status_code == 429
        yield b"x"

    assert land.post(address, params={"name": "a.csv"}, content=slowly(), headers=headers).status_code == 200
    assert land.post(address, params={"name": "a.csv"}, content=b"x", headers=headers).status_code == 200


def test_metrics_and_details_of_health_stay_inside(service: Running) -> None:
    with service.client() as near, service.client({"X-Forwarded-For": "198.51.100.7"}) as far:
        assert near.get("/metrics").status_code == 200
        assert far.get("/metrics").status_code == 404
        assert near.get("/health/ready").json()["checks"]
        assert far.get("/health/ready").json() == {"status": "ok", "checks": []}


def test_a_clock_that_jumped_is_told(database: Database, tmp_path_factory: pytest.TempPathFactory) -> None:
    with running(database, tmp_path_factory.mktemp("clock")) as service, service.client() as client:
        drafted(service.as_(DESK.person))
        service.clock.instant -= timedelta(days=3)
        found = client.get("/health/ready")
        [clock] = [check for check in found.json()["checks"] if check["name"] == "clock"]
        assert (found.status_code, clock["ok"]) == (503, False)
        assert "in der Zukunft" in clock["says"]
        with psycopg.connect(database.owner_url) as owner:
            owner.execute("UPDATE zielsteuerung.log_head SET clock_may_lead = false")
        [clock] = [check for check in client.get("/health/ready").json()["checks"] if check["name"] == "clock"]
        assert "geht der Uhr der Datenbank um" in clock["says"]


def test_each_outage_is_logged_once_with_its_code() -> None:
    app, reasons = FastAPI(), [named(psycopg.errors.lookup(code)("x")) for code in ("53100", "25006")]
    with capture_logs() as logged:
        for why in reasons * 3:
            note(app, why)
    assert [(line["sqlstate"], line["says"]) for line in logged] == [(why.code, str(why)) for why in reasons]


@pytest.mark.parametrize(
    ("code", "says"),
    [
        ("53100", "voll"),
        ("53300", "keine weitere Verbindung"),
        ("25006", "lesen"),
        ("55P03", "auf einen zweiten Server"),
    ],
)
def test_each_reason_of_the_database_has_its_sentence(code: str, says: str) -> None:
    said = str(named(psycopg.errors.lookup(code)("x")))
    assert says in said
    assert code in said


def test_descriptions_are_made_once(service: Running, monkeypatch: pytest.MonkeyPatch) -> None:
    with service.client({"Accept-Language": "de"}) as client:
        first = {address: client.get(address).content for address in ("/api/v1/docs", "/api/v1/openapi.json")}
        monkeypatch.setattr("interfaces.http.pages._rendered", None)
        monkeypatch.setattr("interfaces.http.pages._as_json", None)
        monkeypatch.setattr("gzip.compress", None)
        assert {address: client.get(address).content for address in first} == first


@pytest.mark.long
def test_whoever_waits_for_the_description_keeps_no_thread(
    database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, finish = Event(), Event()

    def slowly(_: object) -> bytes:
        begun.set()
        assert finish.wait(30)
        return b"{}"

    monkeypatch.setattr("interfaces.http.pages._as_json", slowly)
    with running(database, tmp_path) as service, ThreadPoolExecutor(THREADS) as strangers, service.client() as client:
        asking = [strangers.submit(client.get, "/api/v1/openapi.json") for _ in range(THREADS)]
        try:
            assert begun.wait(30)
            wait(asking, timeout=1)
            assert service.as_(DESK.person).get(AGREEMENTS).status_code == 200
        finally:
            finish.set()
        assert {one.result().content for one in asking} == {b"{}"}


def test_strangers_on_open_pages_are_counted(database: Database, tmp_path_factory: pytest.TempPathFactory) -> None:
    def nobody_answers(_: str) -> Any:
        raise IdentityUnavailable("away")

    settings = HttpSettings(strangers_per_minute=STRANGERS)
    directory = tmp_path_factory.mktemp("strangers")
    with (
        running(database, directory, settings, Authenticator(nobody_answers)) as service,
        service.client({"Authorization": "Bearer x"}) as client,
    ):
        answers = [client.get("/api/v1/me").status_code for _ in range(STRANGERS + 1)]
        assert answers == [503] * STRANGERS + [429]
        for address in ("/api/v1/docs", "/anmelden", "/barrierefreiheit", "/vereinbarungen"):
            refused = client.get(address)
            assert (refused.status_code, refused.headers.get("Connection")) == (429, "close"), address
            assert int(refused.headers["Retry-After"]) > 0
        assert client.get("/health/live").status_code == 200
