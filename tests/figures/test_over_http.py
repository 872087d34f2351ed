"""A file of figures goes the same way over HTTP: checked, delivered, released by a second person."""

from datetime import date
from pathlib import Path
from typing import Any

import httpx

from domain.rulebook.figures import FILE_UNREADABLE, OWN_DELIVERY, UNKNOWN_FILE
from interfaces.http.examples import EXAMPLES
from tests.figures.files import as_csv, load_rows
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


def test_a_file_goes_from_the_check_to_the_comparison(database: Database, tmp_path: Path) -> None:
    with running(database, tmp_path) as service:
        draft = EXAMPLES["draft_agreement"]["example"]["value"]
        assert service.as_(LAND).post("/api/v1/agreements", json=draft).status_code == 201
        service.clock.move_to(date(2026, 12, 20))
        content = as_csv([*load_rows("2025-03"), *load_rows("2026-03")])
        check = sent(service, f"{FILES}/checks", content).json()
        assert (check["errors"], len(check["loads"])) == (0, 2)
        delivered = sent(service, FILES, content, dry_run=check["id"])
        assert delivered.status_code == 201, delivered.text
        address = delivered.headers["Location"]
        shown = service.as_(SECOND).get(address).json()
        assert shown["lines"]
        assert (shown["decision"], shown["decision_label"]) == ("pending", "nicht entschieden")
        own = service.as_(LAND).post(f"{address}/release", json={})
        assert (own.status_code, refused_by(own)) == (409, [OWN_DELIVERY.code])
        assert service.as_(SECOND).post(f"{address}/release", json={}).status_code == 201
        assert [one["decision"] for one in service.as_(LAND).get(FILES).json()["items"]] == ["released"]
        matrix = service.as_(COUNTY).get(f"/api/v1/agreements/{SAMPLE}/matrix/LZB").json()
        assert matrix["agreement_id"] == SAMPLE
        explained = service.as_(COUNTY).get(f"/api/v1/agreements/{SAMPLE}/explanation").json()
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
