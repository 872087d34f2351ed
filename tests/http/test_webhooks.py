"""Webhooks as resources: everybody has his own, knows their secret once, and may name no address inside a network."""

import base64
from uuid import uuid4

from interfaces.sample.cast import COMMITTEE, COUNTY, DESK, READER, REVIEW
from tests.http.events import a_life, written
from tests.http.service import Running
from tests.infrastructure.log import rows
from tests.postgres import Database

HOOKS = "/api/v1/webhooks"
TARGET = "https://fachverfahren.example.org/eingang?amt=1"
HOSTILE = (
    "http://fachverfahren.example.org/",
    "ftp://fachverfahren.example.org/",
    "https://",
    "https://name:wort@fachverfahren.example.org/",
    "https://fachverfahren.example.org/#teil",
    "https://fachverfahren.example.org:0x50/",
    "https://fachverfahren.example.org/ leer",
    "https://10.0.0.1/",
    "https://192.168.1.1/",
    "https://169.254.169.254/latest/meta-data/",
    "http://169.254.169.254/latest/meta-data/",
    "https://[fe80::1]/",
    "https://[fd00::1]/",
    "https://[::ffff:10.0.0.1]/",
    "https://[64:ff9b::a00:1]/",
    "https://0.0.0.0/",
    "https://100.64.0.1/",
    "https://224.0.0.1/",
    "https://fachverfahren.example.org/" + "x" * 1000,
)


def test_a_new_webhook_is_told_from_now_on_and_shows_its_secret_only_once(service: Running) -> None:
    written(service.system.journal, a_life())
    land = service.as_(DESK.person)
    answer = land.post(HOOKS, json={"url": TARGET})
    made = answer.json()
    assert (answer.status_code, made["url"], made["position"]) == (201, TARGET, 3)
    kind, _, secret = made.pop("secret").partition("_")
    assert (kind, len(base64.b64decode(secret, validate=True))) == ("whsec", 32)
    address = answer.headers["Location"]
    assert address == f"{HOOKS}/{made['id']}"
    assert land.get(HOOKS).json() == {"items": [made], "next": None, "at_most": 10}
    assert land.get(address).json() == made | {"undelivered": [], "more": False}


def test_no_address_names_a_registered_person(service: Running) -> None:
    written(service.system.journal, a_life())
    name = {"given_name": "Erika", "family_name": "Zufall"}
    assert service.as_(DESK.person).put("/api/v1/persons/p-2", json=name).status_code == 200
    for url in (
        "https://fachverfahren.example.org/erika-zufall",
        "https://fachverfahren.example.org/?an=Zufall%2CErika",
    ):
        answer = service.as_(DESK.person).post(HOOKS, json={"url": url})
        assert (answer.status_code, answer.json()["type"]) == (409, "/problems/name-in-text")


def test_what_is_not_delivered_yet_is_visible(service: Running) -> None:
    journal, county = service.system.journal, service.as_(COUNTY.person)
    written(journal, a_life("celle", "03351"))
    written(journal, a_life())
    address = county.post(HOOKS, json={"url": TARGET, "after": 4}).headers["Location"]
    found = county.get(address).json()
    record = journal.log()[4]
    assert [one["position"] for one in found["undelivered"]] == [5, 6]
    assert found["undelivered"][0] == {
        "position": 5,
        "event_id": str(record.event_id),
        "type": "de.zielsteuerung.CircumstanceNoted.v1",
        "agreement_id": "2026.4.03.03358.1",
        "version": 2,
        "recorded_at": found["undelivered"][0]["recorded_at"],
    }


def test_other_peoples_webhooks_do_not_exist(service: Running) -> None:
    mine, his = service.as_(DESK.person), service.as_(REVIEW.person)
    address = mine.post(HOOKS, json={"url": TARGET}).headers["Location"]
    for nobodys in (address, f"{HOOKS}/{uuid4()}"):
        for answer in (his.get(nobodys), his.delete(nobodys), his.post(f"{nobodys}/redeliver", json={})):
            assert (answer.status_code, answer.json()["type"]) == (404, "/problems/not-found")
    assert his.get(HOOKS).json()["items"] == []
    assert mine.get(address).status_code == 200


def test_only_land_and_county_have_webhooks(service: Running) -> None:
    for person in (READER.person, COMMITTEE.person, "betrieb"):
        client = service.as_(person)
        assert client.post(HOOKS, json={"url": TARGET}).status_code == 403
        assert client.get(HOOKS).status_code == (200 if person == "betrieb" else 403)


def test_a_deleted_webhook_leaves_nothing_behind(service: Running, database: Database) -> None:
    land = service.as_(DESK.person)
    address = land.post(HOOKS, json={"url": TARGET}).headers["Location"]
    assert land.delete(address).status_code == 204
    assert land.get(address).status_code == land.delete(address).status_code == 404
    assert rows(database.owner_url, "SELECT count(*) FROM zielsteuerung.webhook") == [(0,)]


def test_a_person_has_ten_webhooks_at_most_also_when_many_are_made_at_once(service: Running) -> None:
    land, county = service.as_(DESK.person), service.as_(COUNTY.person)
    made = [land.post(HOOKS, json={"url": TARGET}) for _ in range(11)]
    assert [answer.status_code for answer in made] == [201] * 10 + [409]
    assert made[-1].json()["type"] == "/problems/too-many-webhooks"
    assert county.post(HOOKS, json={"url": TARGET}).status_code == 201


def test_nothing_is_delivered_from_beyond_the_end_of_the_log(service: Running) -> None:
    land = service.as_(DESK.person)
    assert land.post(HOOKS, json={"url": TARGET, "after": 1}).json()["type"] == "/problems/position-ahead"
    address = land.post(HOOKS, json={"url": TARGET, "after": 0}).headers["Location"]
    assert land.post(f"{address}/redeliver", json={"after": 1}).status_code == 409


def test_hostile_targets_are_refused(service: Running) -> None:
    land = service.as_(DESK.person)
    for url in HOSTILE:
        answer = land.post(HOOKS, json={"url": url})
        assert (url, answer.status_code, answer.json()["type"]) == (url, 422, "/problems/malformed")
    assert land.get(HOOKS).json()["items"] == []


def test_this_machine_is_a_target_only_while_the_service_stays_on_it(service: Running) -> None:
    land = service.as_(DESK.person)
    own = ("http://127.0.0.1:9/", "http://localhost:9/", "http://[::1]:9/", "https://localhost/")
    assert [land.post(HOOKS, json={"url": url}).status_code for url in own] == [201] * 4
    service.app.state.local_issuer = None  # as with a provider, when others reach the service too
    assert [land.post(HOOKS, json={"url": url}).status_code for url in own] == [422] * 4
