"""What consumers may rely on about files over HTTP: keys, refusals, bounds, pages, two counties in one file."""

import json
import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import httpx
import pytest

from application.figure_files.deliveries import FileDeliveries
from application.figure_files.dry_run import DryRun
from domain.record import Actor
from interfaces.http.settings import HttpSettings
from tests.application.lives import recorded
from tests.builders import a_line, agreed, an_agreement_in_force, at_least
from tests.figures import layouts
from tests.figures.files import Row, as_csv, figure_row
from tests.figures.test_over_http import BYTES, COUNTY, FILES, LAND, SECOND, refused_by, sent
from tests.http.service import STRANGER, Running, running
from tests.http.serving import until
from tests.postgres import Database

HEIDEKREIS, CELLE = "2026.4.03.03358.1", "2026.4.03.03351.1"
COUNTIES = {"heidekreis": "03358", "celle": "03351"}
RATE = a_line(at_least("5.3"), id="k2")
OF_CELLE = a_line(at_least("5.3"), id="k2e2", measure="K2E2")


@pytest.fixture
def service(database: Database, tmp_path: Path) -> Iterator[Running]:
    """The agreements of two counties in force, in December of their year."""
    with running(database, tmp_path) as service:
        for county, ags in COUNTIES.items():
            terms = agreed(RATE, *([OF_CELLE] if county == "celle" else []))
            for draft in recorded(an_agreement_in_force(terms), county=county, ags=ags):
                in_place = replace(draft, stream_id=f"2026.4.03.{ags}.1")
                service.system.journal.append([in_place], now=service.clock())
        service.clock.move_to(date(2026, 12, 20))
        yield service


def rates(month: str, ags: str, integrations: int) -> list[Row]:
    """K2 as delivered, of 4,000 persons."""
    form, loaded = "Jahresfortschrittswert", f"{month[:4]}-04-16"
    return [figure_row("K2", month, "", form=form, ags=ags, loaded=loaded, above=integrations, below=4000)]


def both_counties() -> bytes:
    heidekreis = [*rates("2025-03", "03358", 300), *rates("2026-03", "03358", 318)]
    return as_csv([*heidekreis, *rates("2025-03", "03351", 300), *rates("2026-03", "03351", 360)])


def checked(service: Running, content: bytes) -> str:
    check = sent(service, f"{FILES}/checks", content).json()
    assert check["errors"] == 0, check["problems"][0]
    return str(check["id"])


def delivered(service: Running, content: bytes) -> httpx.Response:
    return sent(service, FILES, content, dry_run=checked(service, content))


def decided(service: Running, address: str, how: str, wish: Any, person: str = SECOND) -> httpx.Response:
    tag = service.as_(person).get(address).headers.get("ETag")
    return service.as_(person).post(f"{address}/{how}", json=wish, headers={"If-Match": tag} if tag else {})


def test_a_file_is_delivered_and_released_for_two_counties_at_once_and_compared(service: Running) -> None:
    before = service.system.journal.head()
    address = delivered(service, both_counties()).headers["Location"]
    delivery = service.system.journal.log(after=before)
    assert {record.stream_id for record in delivery} > {HEIDEKREIS, CELLE}
    assert len(delivery) == 5, "the file, and two loads of each county"
    assert decided(service, address, "release", {}).status_code == 201
    service.system.views.catch_up()

    asking = {"land": "03", "year": "2026", "month": "2026-03"}
    (rate,) = (one for one in compared(service, COUNTY, asking) if one["key"]["measure"] == "K2")
    celle, own = rate["places"]
    assert (celle["counties"][0]["ags"], celle["rank"], celle["figures"]["compared"]["rounded"]) == ("03351", 1, "20.0")
    assert (celle["agreement_id"], celle["agreed"]) == (None, None)
    assert (own["agreement_id"], own["rank"], own["agreed"]["state"]) == (HEIDEKREIS, 2, "on_course")
    assert {one["key"]["measure"] for one in compared(service, COUNTY, asking)} == {"K2"}
    assert {one["key"]["measure"] for one in compared(service, STRANGER.person, asking)} == {"K2", "K2E2"}
    assert service.as_(COUNTY).get(f"/api/v1/agreements/{CELLE}/matrix/K2").status_code == 404


def compared(service: Running, person: str, asking: dict[str, str]) -> list[Any]:
    figures: list[Any] = service.as_(person).get("/api/v1/comparison", params=asking).json()["figures"]
    return figures


def test_a_repeated_delivery_gives_the_first_answer_again(service: Running) -> None:
    asking = {"name": "daten.csv", "dry_run": checked(service, both_counties())}

    def under_one_key(content: bytes) -> httpx.Response:
        headers = BYTES | {"Idempotency-Key": "maerz-1"}
        return service.as_(LAND).post(FILES, content=content, params=asking, headers=headers)

    first, again = under_one_key(both_counties()), under_one_key(both_counties())
    assert (first.status_code, again.status_code, again.content) == (201, 201, first.content)
    assert (again.headers["Location"], again.headers["Idempotent-Replayed"]) == (first.headers["Location"], "true")
    assert "Idempotent-Replayed" not in first.headers
    other = under_one_key(as_csv(rates("2026-03", "03358", 319)))
    assert (other.status_code, other.json()["type"]) == (422, "/problems/key-reused")
    assert len(service.as_(LAND).get(FILES).json()["items"]) == 1


def test_the_check_of_another_file_or_of_other_options_is_refused(service: Running) -> None:
    head = service.system.journal.head()
    check = sent(service, f"{FILES}/checks", both_counties()).json()["id"]
    other = sent(service, FILES, as_csv(rates("2026-03", "03358", 319)), dry_run=check)
    options = sent(service, FILES, both_counties(), dry_run=check, jump_percent=10)
    for answer in (other, options):
        assert (answer.status_code, refused_by(answer)) == (409, ["other-dry-run"])
    assert service.system.journal.head() == head


def test_a_rejected_file_counts_nowhere_and_may_come_again(service: Running) -> None:
    address = delivered(service, both_counties()).headers["Location"]
    without = decided(service, address, "rejection", {})
    assert (without.status_code, refused_by(without)) == (409, ["reason-missing"])
    assert decided(service, address, "rejection", {"reason": "Spalten vertauscht"}).status_code == 201
    line = service.as_(COUNTY).get(f"/api/v1/agreements/{HEIDEKREIS}/attainment/k2").json()["line"]
    assert (line["state"], line["derivation"]) == ("not_assessable", None)
    again = decided(service, address, "release", {})
    assert (again.status_code, refused_by(again)) == (409, ["file-decided"])
    anew = delivered(service, both_counties())
    assert anew.status_code == 201
    assert anew.headers["Location"] != address


def test_files_are_listed_lean_the_last_one_first_page_by_page_and_as_known(service: Running) -> None:
    addresses = []
    for number in (300, 301, 302):
        service.clock.move_to(date(2026, 12, 21))
        content = as_csv(rates("2026-03", "03358", number))
        addresses.append(delivered(service, content).headers["Location"])
        decided(service, addresses[-1], "rejection", {"reason": "Probe"})
    reader = service.as_(LAND)
    turned, page = [], reader.get(FILES, params={"limit": "2"})
    late = delivered(service, both_counties()).headers["Location"]
    while True:
        turned += page.json()["items"]
        if "next" not in page.links:
            break
        page = reader.get(page.links["next"]["url"])
    assert [f"{FILES}/{one['file_id']}" for one in turned] == addresses[::-1]
    assert {(one["deliveries"], one["agreements"], one["decision"]) for one in turned} == {(1, 1, "rejected")}
    assert turned[0]["decided_by"]["reason"] == "Probe"
    assert turned[0]["delivered_by"]["office"] != turned[0]["decided_by"]["office"]
    assert "parts" not in json.dumps(turned)

    at_delivery = reader.get(FILES, params={"known_at": turned[1]["delivered_by"]["recorded_at"]}).json()
    assert [(f"{FILES}/{one['file_id']}", one["decision"]) for one in at_delivery["items"]] == [
        (addresses[1], "pending"),
        (addresses[0], "rejected"),
    ]
    assert at_delivery["as_of_position"] == turned[1]["delivered_by"]["position"]
    (newest, *_) = reader.get(FILES).json()["items"]
    assert (f"{FILES}/{newest['file_id']}", newest["deliveries"], newest["agreements"]) == (late, 4, 2)
    assert newest["decided_by"] is None
    assert reader.get(FILES, params={"cursor": "999999-0"}).status_code == 404


def test_only_a_file_may_be_larger_than_a_body(database: Database, tmp_path: Path) -> None:
    settings = HttpSettings(body_limit=2000, upload_limit=20_000)
    with running(database, tmp_path, settings) as service:
        for address in (FILES, f"{FILES}/checks"):
            asking = {"dry_run": "0" * 16 + "-" + "0" * 16} if address == FILES else {}
            assert sent(service, address, b"x" * 19_000, **asking).status_code not in {413, 500}
            assert sent(service, address, b"x" * 21_000, **asking).status_code == 413
        for how in ("release", "rejection"):
            wish = {"reason": "x" * 3000}
            answer = service.as_(SECOND).post(f"{FILES}/datei-1/{how}", json=wish)
            assert (answer.status_code, answer.json()["type"]) == (413, "/problems/body-too-large")
            unannounced = service.as_(SECOND).post(
                f"{FILES}/datei-1/{how}",
                content=iter([b"[" * 1500] * 3),
                headers={"Content-Type": "application/json", "If-Match": '"0123456789abcdef"'},
            )
            assert unannounced.status_code == 413


def test_few_files_are_read_at_the_same_time_one_of_each_person_and_the_others_wait(
    service: Running, monkeypatch: pytest.MonkeyPatch
) -> None:
    limiter, read_on = service.app.state.files.together, threading.Event()
    check, read = FileDeliveries.check, list[str]()

    def slow(deliveries: FileDeliveries, actor: Actor, *asked: Any) -> DryRun:
        read.append(actor.person)
        assert read_on.wait(30)
        return check(deliveries, actor, *asked)

    monkeypatch.setattr(FileDeliveries, "check", slow)
    answers: list[int] = []
    client = service.as_(LAND)

    def ask(person: str) -> None:
        answers.append(sent(service, f"{FILES}/checks", both_counties(), person).status_code)

    askers = [threading.Thread(target=ask, args=(person,)) for person in (LAND, LAND, LAND, SECOND)]
    for asker in askers:
        asker.start()
    until(lambda: sorted(read) == sorted((LAND, SECOND)), "two persons' files were not read at the same time")
    assert limiter.borrowed_tokens == 2
    assert client.get("/health/live").status_code == 200
    read_on.set()
    for asker in askers:
        asker.join()
    assert answers == [200] * 4


@pytest.mark.parametrize(
    ("asking", "field", "says"),
    [
        (httpx.QueryParams([("name", "d.csv"), ("jump", "10")]), "query.jump", "ist hier nicht vorgesehen"),
        (httpx.QueryParams([("name", "d.csv"), ("name", "e.csv")]), "query.name", "ist mehr als einmal angegeben"),
        (
            httpx.QueryParams([("name", "daten.pdf")]),
            "query.name",
            "muss ein Dateiname mit höchstens 200 Zeichen sein, ohne Pfad, mit der Endung .csv, .xlsx oder .ods",
        ),
    ],
)
def test_what_is_said_with_a_file_and_cannot_be_meant_is_named(
    sample: Running, asking: httpx.QueryParams, field: str, says: str
) -> None:
    answer = sample.as_(LAND).post(f"{FILES}/checks", content=b"x", params=asking, headers=BYTES)
    assert answer.status_code == 422
    assert answer.json()["errors"] == [{"field": field, "says": says}]


@pytest.mark.parametrize(
    ("language", "says"), [("de", "was zur Datei anzugeben ist"), ("en", "to be given beside the file")]
)
def test_what_a_table_leaves_open_is_asked_for_by_its_parameter(service: Running, language: str, says: str) -> None:
    headers = {**BYTES, "Accept-Language": language}
    address, content = f"{FILES}/checks?name=eckwerte.xlsx", layouts.benchmark_figures()
    found = service.as_(LAND).post(address, content=content, headers=headers)
    assert (found.status_code, found.json()["code"]) == (422, "mapping-misfit")
    asked = {one["field"]: one["says"] for one in found.json()["errors"]}
    assert list(asked) == ["query.carrier", "query.months_waited", "query.loaded_on"]
    assert says in asked["query.carrier"]


def test_what_the_catalogue_does_not_know_is_not_there(sample: Running) -> None:
    home = f"/api/v1/agreements/{HEIDEKREIS}/matrix"
    missing = sample.as_(COUNTY).get(f"{home}/NOPE")
    assert (missing.status_code, refused_by(missing)) == (404, ["no-such-figure"])
    gap = sample.as_(COUNTY).get(f"{home}/LZB", params={"sex": "gap"})
    assert (gap.status_code, refused_by(gap)) == (409, ["no-gap-of-sexes"])


def test_a_write_that_may_be_overtaken_is_described_so(sample: Running) -> None:
    paths = sample.as_(LAND).get("/api/v1/openapi.json").json()["paths"]
    assert "412" in paths[FILES]["post"]["responses"]
    assert "412" not in paths[f"{FILES}/checks"]["post"]["responses"]
