"""What auditors and witnesses get over HTTP proves itself, without this service."""

import base64
import io
import json
import subprocess
import sys
import zipfile
from datetime import date
from pathlib import Path

import httpx
import pytest

from application.ports import Damaged, Unavailable
from application.proofs.ports import LastVerification
from infrastructure.proofs.receivers import Folder
from interfaces.http import outages
from tests.http.conftest import SAMPLE
from tests.http.service import Running

VERIFIER = Path(__file__).parents[2] / "interfaces" / "verifier" / "verify.py"
AUDITOR, LAND, COUNTY, OPERATOR = "pruefung", "ms-sachbearbeitung", "hk-controlling", "betrieb"


def exported(service: Running, person: str, **wish: object) -> httpx.Response:
    return service.as_(person).post("/api/v1/audit/bundles", json=wish)


def verified(bundle: bytes, keys: list[str], tmp_path: Path, *earlier: str) -> subprocess.CompletedProcess[str]:
    (tmp_path / "bundle.zip").write_bytes(bundle)
    command = [sys.executable, "-I", str(VERIFIER), str(tmp_path / "bundle.zip")]
    for key in keys:
        command += ["--key", key]
    for number, note in enumerate(earlier):
        (tmp_path / f"{number}.txt").write_text(note, "utf-8")
        command += ["--checkpoint", str(tmp_path / f"{number}.txt")]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def keys_of(service: Running) -> list[str]:
    found: list[str] = service.as_(AUDITOR).get("/api/v1/audit/keys").json()["items"]
    return found


def test_a_bundle_verifies_without_the_service(sample: Running, tmp_path: Path) -> None:
    earlier = sample.as_(AUDITOR).post("/api/v1/audit/checkpoints").json()["note"]
    answer = exported(sample, COUNTY, agreement_id=SAMPLE, since=[earlier])
    assert answer.headers["content-type"] == "application/octet-stream"
    assert "attachment" in answer.headers["content-disposition"]
    found = verified(answer.content, keys_of(sample), tmp_path, earlier)
    assert found.returncode == 0, found.stdout + found.stderr
    assert exported(sample, COUNTY, agreement_id=SAMPLE, since=[earlier]).content == answer.content
    with zipfile.ZipFile(io.BytesIO(answer.content)) as members:
        entries = members.read("entries.jsonl").splitlines()
    tampered = answer.content.replace(b"Beispiel", b"BeispieL", 1)
    assert len(entries) == 101
    assert verified(tampered, keys_of(sample), tmp_path).returncode == 1


def test_the_whole_log_is_for_an_auditor_of_everything(sample: Running, tmp_path: Path) -> None:
    answer = exported(sample, AUDITOR)
    found = verified(answer.content, keys_of(sample), tmp_path)
    assert found.returncode == 0, found.stdout + found.stderr
    assert exported(sample, LAND).status_code == 403
    assert exported(sample, "celle-controlling", agreement_id=SAMPLE).status_code == 404
    assert exported(sample, AUDITOR, since=["kein Prüfpunkt"]).status_code == 422
    lines = [json.loads(line) for line in sample.security_log.read_text().splitlines()]
    assert ("export", AUDITOR, "bundle all") in {(line["kind"], line["person"], line["code"]) for line in lines}


def test_the_link_of_an_act_leads_to_its_proof(sample: Running) -> None:
    entry = sample.as_(AUDITOR).get(f"/api/v1/agreements/{SAMPLE}/history/7").json()
    proof = sample.as_(COUNTY).get(f"/api/v1/audit/proofs/{entry['position']}").json()
    leaf = sample.system.journal.leaf_hashes([entry["position"]])[entry["position"]]
    assert base64.b64decode(proof["leaf"]).hex() == leaf
    [told] = sample.as_(COUNTY).get("/api/v1/history", params={"agreement": SAMPLE, "limit": 1}).json()["items"]
    assert {told["position"]: told["leaf_hash"]} == sample.system.journal.leaf_hashes([told["position"]])
    assert sample.as_(COUNTY).get("/api/v1/audit/proofs/999999").status_code == 404
    size = proof["tree_size"]
    path = sample.as_(COUNTY).get("/api/v1/audit/consistency", params={"from": 50, "to": size}).json()
    assert (path["first"], path["second"], path["root"]) == (50, size, proof["root"])
    assert path["first_root"] == base64.b64encode(sample.system.audit.proofs.root(50)).decode()


def test_a_new_key_is_introduced_by_the_operator_alone(service: Running) -> None:
    service.as_(AUDITOR).post("/api/v1/audit/checkpoints")
    assert service.as_(AUDITOR).post("/api/v1/audit/keys", json={"reason": "Wechsel"}).status_code == 403
    operator, wish, once = service.as_(OPERATOR), {"reason": "Jährlicher Wechsel"}, {"Idempotency-Key": "k"}
    answer, again = (operator.post("/api/v1/audit/keys", json=wish, headers=once) for _ in range(2))
    assert (answer.status_code, answer.json()) == (201, again.json())
    assert len(keys_of(service)) == 2
    note = service.as_(AUDITOR).get("/api/v1/audit/checkpoints/latest").text
    assert note.count("\n— ") == 2


def test_without_a_checkpoint_there_is_none(service: Running) -> None:
    assert service.as_(AUDITOR).get("/api/v1/audit/checkpoints/latest").status_code == 404
    assert service.as_(AUDITOR).get("/api/v1/audit/verification").json()["sound"] is None


def test_what_a_verification_names_is_only_for_those_who_see_everything(service: Running) -> None:
    service.system.audit.checkpoints.book.verified(
        LastVerification(service.system.service.now(), 7, "Position 3: 2026.4.03.03351.1 wurde geändert")
    )
    for person, tells in ((AUDITOR, True), (OPERATOR, True), (COUNTY, False), (LAND, False)):
        found = service.as_(person).get("/api/v1/audit/verification").json()
        assert (found["sound"], found["says"] is not None) == (False, tells), person
    with service.client() as stranger:
        health = stranger.get("/health/ready")
    assert (health.status_code, "03351" in health.text, "verändert" in health.text) == (503, False, True)


def test_health_says_when_a_checkpoint_left_the_house_last_and_who_lacks_one(service: Running, tmp_path: Path) -> None:
    def publication() -> tuple[bool, str]:
        with service.client() as monitor:
            checks = monitor.get("/health/ready").json()["checks"]
        found = next(check for check in checks if check["name"] == "publication")
        return found["ok"], found["says"]

    publisher = service.system.audit.publisher
    assert publication() == (True, "kein Empfänger von Prüfpunkten benannt")
    publisher.receivers = (Folder("Landkreis", tmp_path / "county"),)
    service.as_(AUDITOR).post("/api/v1/audit/checkpoints")
    assert "nimmt nichts auf" in publisher.publish()[0].trouble
    assert publication() == (True, "noch keiner hinausgegeben; im Rückstand: niemand")
    service.clock.move_to(date(2026, 1, 15))
    assert publication() == (False, "noch keiner hinausgegeben; im Rückstand: Landkreis")
    (tmp_path / "county").mkdir()
    publisher.publish()
    assert publication() == (True, "zuletzt am 15.01.2026 11:00 UTC hinausgegeben; im Rückstand: niemand")


def test_history_reports_and_differences_answer(sample: Running) -> None:
    reader = sample.as_(AUDITOR)
    page = reader.get("/api/v1/history", params={"clause": "III.3.3", "limit": 500}).json()
    assert {entry["type"] for entry in page["items"]} >= {"FinalAssessmentMade"}
    whole = reader.get("/api/v1/history", params={"limit": 500}).json()["items"]
    cause = next(one["causation_id"] for one in whole if one["causation_id"])
    for name, value, wanted in (
        ("party", "heidekreis", [one for one in whole if one["party"] == "heidekreis"]),
        ("causation_id", cause, [one for one in whole if one["causation_id"] == cause]),
        ("finding", "recorded-late", []),
    ):
        found = reader.get("/api/v1/history", params={name: value, "limit": 500}).json()["items"]
        assert (found, len(found) < len(whole)) == (wanted, True), name
    csv = reader.get("/api/v1/history/export", params={"agreement": SAMPLE})
    assert csv.headers["content-type"].startswith("text/csv")
    assert len(reader.get("/api/v1/history/export", params={"format": "jsonl"}).text.splitlines()) >= 101
    for name in ("late", "findings", "mended", "twice", "missing", "circumstances", "software"):
        assert reader.get(f"/api/v1/reports/{name}").json()["title"]
    changes = reader.get(f"/api/v1/agreements/{SAMPLE}/difference", params={"from": "3", "to": "101"})
    assert changes.json()["changes"], changes.text
    stranger = sample.as_("celle-controlling").get("/api/v1/history").json()
    assert stranger["items"] == []


def test_damage_met_by_a_request_turns_health_red_until_verified(service: Running) -> None:
    with service.client() as monitor:
        assert monitor.get("/health/ready").status_code == 200
        outages.note(service.app, Damaged("Die Datenbank kann ihre eigenen Dateien nicht lesen (XX001).", "XX001"))
        red = monitor.get("/health/ready")
        assert (red.status_code, "nicht lesbar" in red.text) == (503, True)
        assert service.system.audit.verification.verify().sound
        assert monitor.get("/health/ready").status_code == 200


def test_damage_that_could_not_be_written_down_is_cleared_by_a_verification_too(
    service: Running, monkeypatch: pytest.MonkeyPatch
) -> None:
    def cannot(why: Damaged) -> None:
        raise Unavailable("Die Datenbank ist nicht erreichbar.")

    with service.client() as monitor:
        with monkeypatch.context() as broken:
            broken.setattr(service.system.audit.verification, "met_damage", cannot)
            for _ in range(2):  # the second within the minute in which nothing is logged twice
                outages.note(service.app, Damaged("Die Datenbank kann ihre Dateien nicht lesen (XX001).", "XX001"))
            assert monitor.get("/health/ready").status_code == 503
        assert monitor.get("/health/ready").status_code == 503
        assert service.system.audit.verification.verify().sound
        assert monitor.get("/health/ready").status_code == 200
