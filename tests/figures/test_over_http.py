"""A file of figures goes the same way over HTTP: checked, delivered, released by a second person."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import httpx
import pytest

from domain.rulebook.figures import FILE_UNREADABLE, LOADED_LATE, OWN_DELIVERY, PREVIEW_OVERTAKEN, UNKNOWN_FILE
from interfaces.http.openapi import EXAMPLES
from tests.figures.files import as_csv, figure_row, load_rows
from tests.http.conftest import SAMPLE
from tests.http.service import Running, running
from tests.postgres import Database

LAND, SECOND, COUNTY = "ms-sachbearbeitung", "ms-fachaufsicht", "hk-controlling"
FILES = "/api/v1/figure-files"
BYTES = {"Content-Type": "application/octet-stream"}


def sent(service: Running, address: str, content: bytes, person: str = LAND, **asking: Any) -> httpx.Response:
    return service.as_(person).post(address, content=content, params={"name": "daten.csv"} | asking, headers=BYTES)


def refused_by(answer: httpx.Response) -> list[str]:
    return [finding["rule"] for finding in answer.json()["findings"]]


def decided(service: Running, address: str, how: str, person: str = SECOND, **wish: str) -> httpx.Response:
    tag = service.as_(SECOND).get(address).headers["ETag"]
    return service.as_(person).post(f"{address}/{how}", json=wish, headers={"If-Match": tag})


def delivered(service: Running, content: bytes) -> httpx.Response:
    check = sent(service, f"{FILES}/checks", content).json()
    assert check["errors"] == 0, check
    return sent(service, FILES, content, dry_run=check["id"])


@pytest.fixture
def drafted(database: Database, tmp_path: Path) -> Iterator[Running]:
    with running(database, tmp_path) as service:
        draft = EXAMPLES["draft_agreement"]["example"]["value"]
        assert service.as_(LAND).post("/api/v1/agreements", json=draft).status_code == 201
        service.clock.move_to(date(2026, 12, 20))
        yield service


def test_a_decision_names_the_preview_it_was_made_on(drafted: Running) -> None:
    first = delivered(drafted, as_csv([*load_rows("2025-03"), *load_rows("2026-03")])).headers["Location"]
    second = delivered(drafted, as_csv([*load_rows("2025-04"), *load_rows("2026-04")])).headers["Location"]
    reader = drafted.as_(SECOND)
    seen = reader.get(second).headers["ETag"]
    assert reader.get(second, headers={"If-None-Match": seen}).status_code == 304
    assert decided(drafted, first, "release").status_code == 201
    for how, wish in (("release", {}), ("rejection", {"reason": "Spalten vertauscht"})):
        address = f"{second}/{how}"
        assert reader.post(address, json=wish).status_code == 428
        assert reader.post(address, json=wish, headers={"If-Match": '"7"'}).status_code == 400
        overtaken = reader.post(address, json=wish, headers={"If-Match": seen})
        assert (overtaken.status_code, refused_by(overtaken)) == (412, [PREVIEW_OVERTAKEN.code])
    assert reader.get(second, headers={"If-None-Match": seen}).status_code == 200
    assert decided(drafted, second, "release").status_code == 201


def test_the_answer_names_the_file_and_what_was_recorded_with_it(drafted: Running) -> None:
    late = [figure_row("LZB", "2026-03", 5, loaded="2026-10-01")]
    answer = delivered(drafted, as_csv(late))
    said = answer.json()
    assert answer.headers["Location"] == f"{FILES}/{said['file_id']}"
    assert (said["type"], said["deliveries"], said["agreements"]) == ("FigureFileDelivered", 1, 1)
    assert [finding["rule"] for finding in said["findings"]] == [LOADED_LATE.code]
    assert "agreement_id" not in said
    rejected = decided(drafted, answer.headers["Location"], "rejection", reason="Zu spät").json()
    assert (rejected["file_id"], rejected["type"]) == (said["file_id"], "FigureFileRejected")
    (listed,) = drafted.as_(LAND).get(FILES).json()["items"]
    shown = drafted.as_(LAND).get(answer.headers["Location"]).json()
    for found in (listed, shown):
        assert (found["decision"], found["decided_by"]["reason"]) == ("rejected", "Zu spät")
        assert found["delivered_by"]["office"] != found["decided_by"]["office"]


def test_history_and_feed_tell_of_a_file_to_those_for_whom_it_exists(drafted: Running) -> None:
    address = delivered(drafted, as_csv(load_rows("2026-03"))).headers["Location"]
    decided(drafted, address, "release")
    about = ["FigureFileDelivered", "FigureFileReleased"]
    for person, seen in ((LAND, about), ("pruefung", about), (COUNTY, []), ("he-sachbearbeitung", [])):
        entries = drafted.as_(person).get("/api/v1/history", params={"limit": 500}).json()["items"]
        assert [one["type"] for one in entries if one["type"].startswith("FigureFile")] == seen, person
        events = drafted.as_(person).get("/api/v1/feed", params={"limit": 100}).json()
        assert [one["data"]["type"] for one in events if "FigureFile" in one["type"]] == seen, person


@pytest.mark.parametrize(("how", "name"), [("csv", "daten.csv"), ("xlsx", "daten.xlsx")])
def test_a_template_is_to_be_had_and_comes_back_as_a_file(drafted: Running, how: str, name: str) -> None:
    asking = {"month": "2026-03", "loaded_on": "2026-04-16", "format": how}
    address = f"/api/v1/agreements/{SAMPLE}/figure-template"
    template = drafted.as_(LAND).get(address, params=asking)
    assert template.headers["Content-Disposition"] == f'attachment; filename="{SAMPLE}-2026-03.{how}"'
    found = sent(drafted, f"{FILES}/checks", template.content, name=name).json()
    assert found["rows"] > 0
    assert {one["check"] for one in found["counts"] if one["severity"] == "error"} == {"V18"}, found["problems"]
    assert drafted.as_("celle-controlling").get(address, params=asking).status_code == 404


def test_files_are_for_the_ministry_and_auditors(sample: Running) -> None:
    for person in (COUNTY, "ausschuss-zv"):
        for address in (FILES, f"{FILES}/gibt-es-nicht"):
            assert sample.as_(person).get(address).status_code == 403
    assert sample.as_("pruefung").get(FILES).status_code == 200


def test_a_file_goes_from_the_check_to_the_comparison(drafted: Running) -> None:
    content = as_csv([*load_rows("2025-03"), *load_rows("2026-03")])
    check = sent(drafted, f"{FILES}/checks", content).json()
    assert (check["errors"], len(check["loads"])) == (0, 2)
    answer = sent(drafted, FILES, content, dry_run=check["id"])
    assert answer.status_code == 201, answer.text
    address = answer.headers["Location"]
    shown = drafted.as_(SECOND).get(address).json()
    assert shown["lines"]
    assert (shown["decision"], shown["decision_label"]) == ("pending", "nicht entschieden")
    own = decided(drafted, address, "release", LAND)
    assert (own.status_code, refused_by(own)) == (409, [OWN_DELIVERY.code])
    assert decided(drafted, address, "release").status_code == 201
    assert [one["decision"] for one in drafted.as_(LAND).get(FILES).json()["items"]] == ["released"]
    matrix = drafted.as_(COUNTY).get(f"/api/v1/agreements/{SAMPLE}/matrix/LZB").json()
    assert matrix["agreement_id"] == SAMPLE
    explained = drafted.as_(COUNTY).get(f"/api/v1/agreements/{SAMPLE}/explanation").json()
    assert explained["month"] == "2026-03"


def test_what_cannot_be_read_or_is_not_there_is_refused(sample: Running) -> None:
    unreadable = sent(sample, f"{FILES}/checks", b"\0\0\0")
    assert (unreadable.status_code, refused_by(unreadable)) == (422, [FILE_UNREADABLE.code])
    as_json = sample.as_(LAND).post(f"{FILES}/checks", json={}, params={"name": "daten.csv"})
    assert as_json.status_code == 415
    assert sent(sample, f"{FILES}/checks", b"", COUNTY).status_code == 403
    missing = sample.as_(SECOND).get(f"{FILES}/gibt-es-nicht")
    assert (missing.status_code, refused_by(missing)) == (404, [UNKNOWN_FILE.code])


def test_the_lands_jobcenter_stand_side_by_side(sample: Running) -> None:
    asking = {"land": "03", "year": "2026", "month": "2026-06"}
    found = sample.as_(LAND).get("/api/v1/comparison", params=asking).json()
    assert found["agreements"] == 1
    assert found["figures"]
    assert sample.as_("celle-controlling").get("/api/v1/comparison", params=asking).json()["figures"] == []
