"""What every consumer may rely on: problems, tags, keys, pages, times, languages, bounds."""

import json
from datetime import date
from typing import Any

import httpx
import pytest

from interfaces.http.deprecation import Deprecation
from interfaces.http.openapi import EXAMPLES
from interfaces.http.settings import HttpSettings
from interfaces.software import software
from tests.http.conftest import SAMPLE
from tests.http.service import Running, running
from tests.postgres import Database

LAND, COUNTY, AUDITOR = "ms-sachbearbeitung", "hk-controlling", "pruefung"
DRAFT = EXAMPLES["draft_agreement"]["example"]["value"]
PROPOSAL = EXAMPLES["propose_target"]["example"]["value"]
HOME = f"/api/v1/agreements/{SAMPLE}"


def drafted(service: Running, **headers: str) -> httpx.Response:
    return service.as_(LAND).post("/api/v1/agreements", json=DRAFT, headers=headers)


def proposed(service: Running, if_match: str | None, **headers: str) -> httpx.Response:
    tag = {"If-Match": if_match} if if_match else {}
    service.clock.move_to(date(2026, 1, 16))
    return service.as_(LAND).post(f"{HOME}/acts/propose-target", json=PROPOSAL, headers=tag | headers)


def is_a_problem(answer: httpx.Response, status: int, type_: str) -> dict[str, Any]:
    assert answer.status_code == status, answer.text
    assert answer.headers["content-type"] == "application/problem+json"
    said: dict[str, Any] = answer.json()
    assert (said["status"], said["type"]) == (status, f"/problems/{type_}")
    assert said["title"]
    assert said["detail"]
    assert said["instance"] == f"urn:request:{answer.headers['Request-Id']}"
    return said


def test_an_act_answers_with_where_it_stands_and_where_its_proof_is(service: Running) -> None:
    answer = drafted(service)
    said = answer.json()
    assert answer.status_code == 201
    assert (said["agreement_id"], said["version"], said["position"]) == (SAMPLE, 1, 1)
    assert answer.headers["Location"] == HOME
    assert said["leaf_hash"] == service.system.journal.leaf_hashes([1])[1]
    assert said["proof"] == "/api/v1/audit/proofs/1"
    assert service.as_(LAND).get(HOME).headers["ETag"] == answer.headers["ETag"]


def test_description_and_tags_name_the_software_by_its_sources(service: Running) -> None:
    assert drafted(service).headers["ETag"] == f'"1-{software()}"'
    assert service.as_(LAND).get("/api/v1/openapi.json").json()["info"]["version"] == software()


def test_a_write_names_the_version_it_was_decided_on(service: Running) -> None:
    tag = drafted(service).headers["ETag"]
    is_a_problem(proposed(service, None), 428, "version-missing")
    for unreadable in ("7", "*", 'w/"1"', '"x"', '"1","2"'):
        is_a_problem(proposed(service, unreadable), 400, "version-unreadable")
    first = proposed(service, tag)
    assert first.status_code == 201
    said = is_a_problem(proposed(service, tag), 412, "stale-version")
    assert said["findings"][0]["values"] == {"expected": "1", "version": "2"}
    assert proposed(service, first.headers["ETag"]).status_code == 201


def test_the_same_key_gives_the_first_answer_for_ever(service: Running) -> None:
    first, again = (drafted(service, **{"Idempotency-Key": "entwurf-1"}) for _ in range(2))
    assert (first.status_code, again.status_code) == (201, 201)
    assert again.content == first.content
    assert again.headers["ETag"] == first.headers["ETag"]
    assert "Idempotent-Replayed" not in first.headers
    assert again.headers["Idempotent-Replayed"] == "true"
    other = service.as_(LAND).post(
        "/api/v1/agreements", json=DRAFT | {"reason": "Anders"}, headers={"Idempotency-Key": "entwurf-1"}
    )
    is_a_problem(other, 422, "key-reused")
    is_a_problem(drafted(service, **{"Idempotency-Key": "mit Leerzeichen"}), 422, "malformed")
    assert service.system.journal.head() == 1


def test_what_the_caller_has_already_is_not_sent_again(sample: Running) -> None:
    reader = sample.as_(AUDITOR)
    for path in ("", "/attainment", "/attainment/k2", "/terms", "/dialogs", "/history", "/history/3", "/figures"):
        answer = reader.get(HOME + path)
        again = reader.get(HOME + path, headers={"If-None-Match": f'"x", {answer.headers["ETag"]}'})
        assert (answer.status_code, again.status_code, again.content) == (200, 304, b""), path
        assert reader.get(HOME + path, headers={"If-None-Match": '"1"'}).status_code == 200


def test_a_refusal_carries_its_rule_and_clause_in_the_readers_language(service: Running) -> None:
    drafted(service)
    german = is_a_problem(drafted(service), 409, "second-agreement")
    assert german["findings"][0]["clause"]
    english = drafted(service, **{"Accept-Language": "en-GB,en;q=0.9,de;q=0.1"}).json()
    assert english["findings"][0]["rule"] == german["findings"][0]["rule"]
    assert english["detail"] != german["detail"]
    for liked in ("de", "fr", "", "en;q=0.1,de", "*", "x;q=zwei"):
        assert drafted(service, **{"Accept-Language": liked}).json()["detail"] == german["detail"]


@pytest.mark.parametrize(
    ("method", "path", "status", "type_"),
    [
        ("GET", "/nirgends", 404, "not-found"),
        ("GET", "/api/v1/agreements/", 404, "not-found"),
        ("GET", "/api/v1/agreements/x y", 422, "malformed"),
        ("GET", "/api/v1/agreements/gibt-es-nicht", 404, "unknown-agreement"),
        ("DELETE", "/api/v1/agreements", 405, "method-not-allowed"),
        ("TRACE", "/api/v1/agreements", 405, "method-not-allowed"),
        ("GET", f"{HOME}/attainment?month=2026-13", 422, "malformed"),
        ("GET", f"{HOME}/attainment?known_at=gestern", 422, "malformed"),
        ("GET", f"{HOME}/attainment?known_at=1700000000", 422, "malformed"),
        ("GET", f"{HOME}/attainment?known_at=0001-01-01T00:00:00%2B14:00", 422, "malformed"),
        ("GET", f"{HOME}/attainment/keine-zeile", 404, "unknown-line"),
        ("GET", f"{HOME}/history/999", 404, "no-such-record"),
        ("GET", f"{HOME}/figures/keine", 404, "unknown-delivery"),
        ("GET", f"{HOME}/terms/99", 404, "unknown-terms-version"),
        ("GET", "/api/v1/agreements?limit=0", 422, "malformed"),
        ("GET", "/api/v1/agreements?cursor=999999-0", 404, "not-found"),
        ("GET", f"/api/v1/agreements?cursor={'9' * 5000}", 414, "query-too-long"),
    ],
)
def test_everything_that_goes_wrong_is_a_problem(
    sample: Running, method: str, path: str, status: int, type_: str
) -> None:
    answer = sample.as_(AUDITOR).request(method, path)
    is_a_problem(answer, status, type_)
    if status == 405:
        assert answer.headers["Allow"] == "GET, HEAD, POST"


@pytest.mark.parametrize(
    ("body", "kind", "status", "saying"),
    [
        (b"{", "application/json", 422, "kein gültiges JSON (Zeile 1, Spalte 2)"),
        (b"\xff", "application/json", 422, "kein gültiges JSON"),
        (b'{"reason": "a", "reason": "b"}', "application/json", 422, "„reason“ steht zweimal da"),
        (b'{"reason": NaN}', "application/json", 422, "„NaN“ ist keine Zahl"),
        (b"[" * 100_000, "application/json", 422, "zu tief verschachtelt"),
        (b"[]", "application/json", 422, "errors"),
        (b"{}", "text/plain", 415, "Content-Type"),
        (b"{}", "", 415, "Content-Type"),
    ],
)
def test_a_body_that_cannot_be_read_is_said_to_be_so(
    sample: Running, body: bytes, kind: str, status: int, saying: str
) -> None:
    headers = {"If-Match": '"1"', "Content-Type": kind}
    answer = sample.as_(LAND).post(f"{HOME}/acts/give-advice", content=body, headers=headers)
    assert saying in is_a_problem(answer, status, "not-json" if status == 415 else "malformed")["detail"]


def test_every_wrong_field_is_named_at_once(sample: Running) -> None:
    wrong = {"occurred_on": "gestern", "delivery_id": "A B", "extra": 1}
    answer = sample.as_(LAND).post(f"{HOME}/acts/release-figures", json=wrong, headers={"If-Match": '"1"'})
    said = is_a_problem(answer, 422, "malformed")
    assert {error["field"] for error in said["errors"]} == {"occurred_on", "delivery_id", "extra"}


def test_a_request_beyond_the_bounds_is_turned_away(database: Database, tmp_path: Any) -> None:
    settings = HttpSettings(body_limit=2000, header_limit=2000, requests_per_minute=5, strangers_per_minute=2)
    with running(database, tmp_path, settings) as service:
        sender = service.as_(LAND)
        is_a_problem(drafted(service), 413, "body-too-large")
        unannounced = sender.post("/api/v1/agreements", content=iter([b"x" * 1500] * 3))
        assert unannounced.status_code in {413, 415}
        is_a_problem(sender.get("/api/v1/me", headers={"X-Long": "x" * 3000}), 431, "headers-too-large")
        codes = [sender.get("/api/v1/me").status_code for _ in range(7)]
        assert codes[-1] == 429
        assert is_a_problem(sender.get("/api/v1/me"), 429, "too-many-requests")
        with service.client() as stranger:
            assert [stranger.get("/api/v1/me").status_code for _ in range(3)] == [401, 401, 429]
            assert stranger.get("/health/live").status_code == 200


def test_every_answer_has_an_id_and_closes_the_browsers_doors(sample: Running) -> None:
    reader = sample.as_(AUDITOR)
    for path in ("/api/v1/me", "/nirgends", "/problems", "/health/live"):
        answer = reader.get(path, headers={"Request-Id": "kreis-4711"})
        assert answer.headers["Request-Id"] == "kreis-4711"
        assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert reader.get("/api/v1/me", headers={"Request-Id": "<script>"}).headers["Request-Id"] != "<script>"


def test_what_will_go_says_so(sample: Running, monkeypatch: pytest.MonkeyPatch) -> None:
    going = Deprecation(date(2027, 1, 1), date(2028, 1, 1), "/api/v1/docs")
    monkeypatch.setattr("interfaces.http.middleware.DEPRECATED", {"who_am_i": going})
    answer = sample.as_(AUDITOR).get("/api/v1/me")
    assert answer.headers["Deprecation"] == "@1798761600"
    assert answer.headers["Sunset"] == "Sat, 01 Jan 2028 00:00:00 GMT"
    assert answer.links["deprecation"]["url"] == "/api/v1/docs"
    assert "Sunset" not in sample.as_(AUDITOR).get("/health/live").headers


def test_readings_know_what_was_known_when(sample: Running) -> None:
    reader = sample.as_(AUDITOR)
    june = {"known_at": "2026-06-30T22:00:00Z"}
    assert reader.get(HOME, params=june).json()["status"] == "in_force"
    assert reader.get(HOME).json()["status"] == "closed"
    assert reader.get(HOME).json()["status_label"] == "abgeschlossen"
    (row,) = reader.get("/api/v1/agreements", params=june).json()["items"]
    assert (row["status"], row["latest_month"]) == ("in_force", "2026-05")
    before = {"known_at": "2025-01-01T00:00:00Z"}
    is_a_problem(reader.get(HOME, params=before), 404, "unknown-agreement")
    assert reader.get("/api/v1/agreements", params=before).json()["items"] == []
    knowledge = reader.get(f"{HOME}/history/40/knowledge").json()
    assert knowledge["version"] == 40


def test_pages_are_turned_at_one_position_of_the_log(sample: Running) -> None:
    reader = sample.as_(AUDITOR)
    june = {"known_at": "2026-06-30T22:00:00Z", "on": "2026-06-30"}
    whole = reader.get("/api/v1/due", params=june).json()["items"]
    turned, address = [], reader.get("/api/v1/due", params=june | {"limit": "2"})
    while True:
        turned += address.json()["items"]
        if "next" not in address.links:
            break
        assert address.links["next"]["url"] == address.json()["next"]
        address = reader.get(address.links["next"]["url"])
    assert turned == whole
    assert len(whole) > 2
    history = reader.get(f"{HOME}/history", params={"limit": 500}).json()["items"]
    pages: list[Any] = []
    following: str | None = f"{HOME}/history?limit=7"
    while following is not None:
        page = reader.get(following).json()
        pages, following = pages + page["items"], page["next"]
    assert pages == history


def test_decimals_are_texts_and_enumerations_have_german_labels(sample: Running) -> None:
    line = sample.as_(AUDITOR).get(f"{HOME}/attainment/k2", params={"month": "2026-12"}).json()["line"]
    assert line["bound"]["value"] == "5.3"
    assert (line["state"], line["state_label"]) == ("on_course", "auf Kurs")
    assert line["derivation"]["compared"]["quantity_label"] == "die Veränderung"
    assert not any(isinstance(value, float) for value in json.loads(json.dumps(line), parse_float=float).values())


def test_a_baseline_of_another_load_state_is_refused(sample: Running) -> None:
    asking = {"month": "2026-06", "months_waited": "0", "baseline_month": "2025-05"}
    answer = sample.as_(AUDITOR).get(f"{HOME}/attainment/k2", params=asking)
    is_a_problem(answer, 409, "unequal-load-states")


def test_every_type_of_problem_leads_to_a_page_in_both_languages(sample: Running) -> None:
    with sample.client() as reader:
        document = reader.get("/api/v1/openapi.json").json()
        types = {
            example["value"]["type"]
            for response in document["components"]["responses"].values()
            for content in response.get("content", {}).values()
            for example in content["examples"].values()
        }
        rules = {rule["problem_type"] for rule in sample.as_(AUDITOR).get("/api/v1/catalogue/rules").json()["items"]}
        for address in sorted(types | (rules - {None})):
            german, english = (reader.get(address, headers={"Accept-Language": lang}) for lang in ("de", "en"))
            assert (german.status_code, english.status_code) == (200, 200), address
            assert german.text != english.text
            assert german.headers["Content-Language"] == "de"
        assert reader.get("/problems/gibt-es-nicht").status_code == 404


def test_a_fault_inside_is_a_problem_without_a_trace_of_code(service: Running) -> None:
    drafted(service)
    service.app.state.system = None
    said = is_a_problem(service.as_(LAND).get(HOME), 500, "internal")
    assert "Traceback" not in json.dumps(said)
    assert "NoneType" not in json.dumps(said)
