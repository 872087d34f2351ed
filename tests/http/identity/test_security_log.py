"""The security log says who got in, who did not, and who took data away; one line each, which nobody can forge."""

import json
import stat
import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from domain.record import Actor, Role
from interfaces.http.identity import security_log
from interfaces.http.identity.security_log import Asked, SecurityLog

COUNTY = Actor("hk-1", Role.COUNTY, "Controlling", "Test", "heidekreis", "03358")
ASKED = Asked("/api/v1/agreements/{id}", "request-1", "127.0.0.1")
AT = datetime(2026, 11, 3, 12, 30, tzinfo=UTC)


def log(path: Path | None) -> SecurityLog:
    return SecurityLog(path, now=lambda: AT)


def lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="ascii").split("\n")[:-1]]


def test_every_line_names_who_what_when_and_from_where(tmp_path: Path) -> None:
    path = tmp_path / "security.log"
    log(path).not_permitted("not-permitted", COUNTY, ASKED)
    assert lines(path) == [
        {
            "time": "2026-11-03T12:30:00.000000Z",
            "kind": "permission-refused",
            "person": "hk-1",
            "role": "county",
            "party": "heidekreis",
            "route": "/api/v1/agreements/{id}",
            "request_id": "request-1",
            "code": "not-permitted",
            "address": "127.0.0.1",
        }
    ]


def test_refusals_without_a_known_person_and_exports_are_noted(tmp_path: Path) -> None:
    path = tmp_path / "security.log"
    kept = log(path)
    kept.not_authenticated("token-expired", ASKED)
    kept.exported("bundle", COUNTY, ASKED)
    assert [(line["kind"], line["person"], line["code"]) for line in lines(path)] == [
        ("authentication-refused", None, "token-expired"),
        ("export", "hk-1", "bundle"),
    ]


def test_a_token_is_noted_when_first_seen_and_never_itself(tmp_path: Path) -> None:
    path = tmp_path / "security.log"
    kept = log(path)
    for token in ("secret-one", "secret-one", "secret-two", "secret-one"):
        kept.signed_in(token, COUNTY, ASKED)
    assert len({line["code"] for line in lines(path)}) == len(lines(path)) == 2
    assert "secret" not in path.read_text()
    assert {line["kind"] for line in lines(path)} == {"sign-in"}


def test_what_is_remembered_of_tokens_has_a_bound(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(security_log, "REMEMBERED", 2)
    path = tmp_path / "security.log"
    kept = log(path)
    for token in ("a", "b", "a", "c", "a", "b"):
        kept.signed_in(token, COUNTY, ASKED)
    assert len(lines(path)) == 4  # a, b, c, and b again, which was seen longest ago


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(), st.text(), st.text())
def test_nothing_that_comes_from_outside_makes_a_second_line(tmp_path: Path, a: str, b: str, c: str) -> None:
    path = tmp_path / "fuzz.log"
    path.unlink(missing_ok=True)
    log(path).not_authenticated(a, Asked(b, c, a))
    content = path.read_bytes()
    assert content.count(b"\n") == 1
    assert content.isascii()
    assert len(lines(path)) == 1


def test_control_characters_and_overlong_values_are_tamed(tmp_path: Path) -> None:
    path = tmp_path / "security.log"
    log(path).not_authenticated('x\n{"kind": "sign-in"}\x1b[2J\u2028\u202e', Asked("/" + "a" * 9999, "", ""))
    (line,) = lines(path)
    assert line["code"] == 'x�{"kind": "sign-in"}�[2J��'
    assert line["route"] == "/" + "a" * 198 + "…"


def test_the_file_is_its_owners_alone_and_is_only_added_to(tmp_path: Path) -> None:
    path = tmp_path / "security.log"
    log(path).not_authenticated("token-missing", ASKED)
    log(path).not_authenticated("token-expired", ASKED)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert [line["code"] for line in lines(path)] == ["token-missing", "token-expired"]


def test_a_file_that_was_moved_away_is_begun_anew(tmp_path: Path) -> None:
    path = tmp_path / "security.log"
    kept = log(path)
    kept.not_authenticated("token-missing", ASKED)
    path.rename(tmp_path / "security.log.1")
    kept.not_authenticated("token-expired", ASKED)
    assert [line["code"] for line in lines(path)] == ["token-expired"]


def test_lines_written_at_once_do_not_mix(tmp_path: Path) -> None:
    path = tmp_path / "security.log"
    begin = threading.Barrier(8)

    def write(writer: int) -> None:
        begin.wait(10)
        kept = log(path)
        for number in range(100):
            kept.not_authenticated(f"{writer}-{number}", ASKED)

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(write, range(8)))
    assert {line["code"] for line in lines(path)} == {f"{w}-{n}" for w in range(8) for n in range(100)}


def test_without_a_file_standard_error_takes_the_lines(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    log(None).not_authenticated("token-missing", ASKED)
    assert json.loads(capsys.readouterr().err)["code"] == "token-missing"


def test_a_file_that_cannot_be_written_loses_no_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    log(tmp_path / "missing" / "security.log").not_authenticated("token-missing", ASKED)
    complaint, line = capsys.readouterr().err.splitlines()
    assert complaint.startswith("Sicherheitsprotokoll")
    assert json.loads(line)["code"] == "token-missing"
