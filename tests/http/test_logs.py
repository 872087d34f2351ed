"""The log of the service: what failed and where, and nothing that a caller sent or a person is called."""

import io
import json
import socket
from collections.abc import Iterator
from contextlib import closing
from hashlib import sha256
from pathlib import Path
from typing import Any

import httpx
import psycopg
import pytest
import structlog

from interfaces.http.logs import faults_by_place
from interfaces.http.middleware import for_logs, taken_over
from tests.http.serving import Served, served, until
from tests.http.test_serve import data, on
from tests.postgres import Database

__all__ = ["data"]
SECRET = "Erika-Geheim-4711"
CARRIERS = (
    f"/sign-in/{SECRET}",
    f"/anmelden?weiter=/{SECRET}",
    f"/anmelden/zurueck?code={SECRET}&state={SECRET}",
    f"/api/v1/persons?named_in={SECRET}",
    f"/api/v1/calendars/{SECRET.ljust(43, 'x')}.ics",
    f"/api/v1/agreements/{SECRET}/papers/vereinbarung.pdf",
    f"/api/v1/agreements.csv?of={SECRET}",
    f"/vereinbarungen/{SECRET}/papiere/vereinbarung.pdf",
    f"/vereinbarungen/{SECRET}/ziele.csv",
    f"/vereinbarungen.csv?suche={SECRET}",
    f"/{SECRET}",
)
"""Addresses in which a caller may send what no log is to keep."""
BODIES: tuple[tuple[str, str, Any], ...] = (
    ("PUT", "/api/v1/persons/p-1", {"given_name": SECRET, "family_name": SECRET}),
    ("PUT", "/api/v1/persons/p-2", {"given_name": SECRET, "family_name": SECRET * 9}),
    ("PUT", "/api/v1/persons/p-3", {SECRET: SECRET}),
    ("POST", "/api/v1/agreements", {"occurred_on": SECRET, "terms": {"title": SECRET, SECRET: [SECRET] * 2000}}),
    ("POST", "/api/v1/webhooks", {"url": f"https://{SECRET}@example.org/"}),
    ("POST", "/api/v1/webhooks", {"url": f"https://unknown.invalid/{SECRET}", "after": 0}),
    ("POST", "/api/v1/webhooks", {"url": f"https://example.org/{SECRET}", "after": -1}),
    ("POST", "/api/v1/erasures", {"occurred_on": "2026-01-12", "person": "p-1", "reason": SECRET}),
    ("POST", f"/api/v1/agreements/{SECRET}/acts/sign-agreement", {"reason": SECRET}),
)
"""Requests that are refused, or answered, with what a caller says in their bodies."""


def logged(fault: BaseException) -> str:
    """The line that a fault leaves."""
    lines = io.StringIO()
    log = structlog.wrap_logger(
        structlog.WriteLogger(lines), processors=[faults_by_place, structlog.processors.JSONRenderer()]
    )
    log.error("unforeseen", exc_info=fault)
    return lines.getvalue()


def failed() -> BaseException:
    """A fault whose locals, messages, notes and causes all hold a secret."""
    token = f"Bearer {SECRET}"
    try:
        try:
            raise KeyError(token)
        except KeyError as cause:
            cause.add_note(token)
            raise ExceptionGroup(token, [psycopg.errors.UniqueViolation(f"Key (name)=({SECRET})")]) from cause
    except ExceptionGroup as fault:
        return fault


def test_a_fault_is_logged_by_type_and_place_alone() -> None:
    line = logged(failed())
    assert SECRET not in line
    outer, inner = json.loads(line)["exception"]
    assert outer["type"] == "builtins.ExceptionGroup"
    assert outer["at"][-1].startswith(__file__)
    assert outer["at"][-1].endswith(" failed")
    assert inner == {"type": "psycopg.errors.UniqueViolation", "sqlstate": "23505", "at": []}


@pytest.fixture
def service(data: Path, database: Database) -> Iterator[Served]:
    with served(data, "--workers", "1", settings=on(database)) as service:
        yield service


@pytest.mark.long
def test_a_caller_who_leaves_is_no_fault_and_leaves_nothing_behind(service: Served) -> None:
    token = service.token(service.links[0])
    url = httpx.URL(service.base)
    assert url.port
    asked = httpx.get(f"{service.base}/api/v1/me", headers={"Request-Id": SECRET})
    assert (asked.status_code, asked.headers["Request-Id"]) == (401, SECRET)
    with service.client(token) as client:
        for address in CARRIERS:
            client.get(address, headers={"Cookie": f"__Host-sitzung={SECRET}; sitzung={SECRET}"}, params={"x": SECRET})
        for address in ("/api/v1/erasures", "/personen", "/abmelden", "/api/v1/calendars", "/vorgaenge"):
            client.post(
                address, content=SECRET, headers={"Idempotency-Key": SECRET, "Content-Type": "application/json"}
            )
        for method, address, body in BODIES:
            assert client.request(method, address, json=body).status_code < 500, address
        names = {"name": f"{SECRET}.csv", "note": SECRET}
        answer = client.post("/api/v1/figure-files/checks", params=names, content=f"{SECRET};{SECRET}\n")
        assert answer.status_code < 500
    with closing(socket.create_connection((url.host, url.port), timeout=20)) as connection:
        head = f"PUT /api/v1/persons/p-1 HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {token}\r\n"
        said = "Content-Type: application/json\r\nContent-Length: 10000\r\n\r\n"
        connection.sendall(f'{head}{said}{{"name": "{SECRET}'.encode())
    until(lambda: '"status": 499' in service.log.read_text(), "the request was not noted")
    log = service.log.read_text()
    for secret in (SECRET, token, *service.links):
        assert secret.rpartition("/")[2] not in log
    assert '"level": "error"' not in log
    assert f"sha256:{sha256(SECRET.encode()).hexdigest()[:16]}" in log


def test_a_request_id_of_the_services_own_kind_stays_as_it_is() -> None:
    own = taken_over(None)
    assert for_logs(own) == own
    for given in ("Ada", "fade-1", SECRET, f"{own}x"):
        assert given not in for_logs(given)
