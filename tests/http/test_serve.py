"""The command `serve` as it is run: what it says, whom it lets in, how it ends, and what it refuses to start with."""

import json
import os
import socket
import tempfile
from collections.abc import Iterator
from datetime import date
from http.client import HTTPResponse
from pathlib import Path
from signal import SIGINT, SIGKILL, SIGSTOP
from time import monotonic

import httpx
import pytest

from domain.acts.drafting import DraftAgreement
from domain.parties import Party, Side
from domain.record import Role
from interfaces.cli.serving import GRACE
from interfaces.sample.cast import DESK
from interfaces.sample.terms import heidekreis_2026
from tests.http.acting import AGREEMENTS, body, history, today
from tests.http.conftest import SAMPLE
from tests.http.serving import Served, environment, refused, served, until
from tests.infrastructure.log import rows
from tests.interfaces.running import run
from tests.postgres import Database

ENTRIES = "SELECT count(*) FROM zielsteuerung.stored_events"


@pytest.fixture
def data() -> Iterator[Path]:
    """A short path that others may pass through: as root, the embedded server is another user."""
    with tempfile.TemporaryDirectory(prefix="zielsteuerung-") as directory:
        Path(directory).chmod(0o755)
        yield Path(directory)


def on(database: Database) -> dict[str, str]:
    return {"DATABASE_URL": database.service_url, "DATABASE_OWNER_URL": database.owner_url}


def servers_in(data: Path) -> list[Path]:
    return [*data.glob("**/postmaster.pid")]


@pytest.mark.long
def test_it_prints_a_link_per_role_whose_token_every_worker_accepts(data: Path, database: Database) -> None:
    security = data / "security.log"
    with served(data, settings={**on(database), "ZIELSTEUERUNG_SECURITY_LOG": str(security)}) as service:
        tokens = [service.token(link) for link in service.links]
        known = []
        for token in tokens:
            with service.client(token) as client:
                known.append(client.get("/api/v1/me").json()["role"])
                assert client.get(AGREEMENTS).status_code == (403 if known[-1] == "operator" else 200)
        assert set(known) == {*Role}

        def seen_by_both() -> bool:
            with service.client(tokens[0]) as client:  # a new connection, which either worker may take
                assert client.get("/api/v1/me").status_code == 200
            # Each process notes the first request with a token.
            lines = [json.loads(line) for line in security.read_text().splitlines()]
            return [(line["kind"], line["person"]) for line in lines].count(("sign-in", DESK.person)) == 2

        until(seen_by_both, "one of two workers never answered")


@pytest.mark.long
def test_a_request_under_way_is_answered_before_it_ends(data: Path, database: Database) -> None:
    asked = json.dumps(body(DraftAgreement(occurred_on=today(), terms=heidekreis_2026()))).encode()
    with served(data, settings=on(database)) as service:
        host, _, port = service.base.removeprefix("http://").partition(":")
        head = (
            f"POST {AGREEMENTS} HTTP/1.1\r\nHost: {host}\r\nAuthorization: Bearer {service.token(service.links[0])}\r\n"
            f"Content-Type: application/json\r\nContent-Length: {len(asked)}\r\nExpect: 100-continue\r\n\r\n"
        )
        with socket.create_connection((host, int(port)), timeout=60) as connection:
            connection.sendall(head.encode())
            assert connection.recv(100).startswith(b"HTTP/1.1 100 ")
            service.process.terminate()
            until(lambda: len(service.workers) == 1, "the idle worker did not end")
            connection.sendall(asked)
            answer = HTTPResponse(connection)
            answer.begin()
            assert answer.status == 201
        service.process.communicate(timeout=GRACE + 30)
        assert service.process.returncode == 0
    assert rows(database.owner_url, ENTRIES) == [(1,)]


@pytest.mark.long
def test_it_ends_in_time_even_when_a_worker_does_not_listen(data: Path, database: Database) -> None:
    with served(data, settings=on(database)) as service:
        deaf, *_ = service.workers
        os.kill(deaf, SIGSTOP)
        asked = monotonic()
        assert service.end() == 0
    assert monotonic() - asked < GRACE + 5


@pytest.mark.long
def test_workers_of_a_killed_supervisor_end_and_free_the_port(data: Path, database: Database) -> None:
    with served(data, settings=on(database)) as service:
        service.process.send_signal(SIGKILL)

        def free() -> bool:
            try:
                httpx.get(f"{service.base}/health/live", trust_env=False, timeout=1)
            except httpx.ConnectError:
                return True
            except httpx.TransportError:
                pass
            return False

        until(free, "the port is still taken")
        service.process.communicate(timeout=60)


def _can_be_backed_up(data: Path) -> None:
    """The sample's database goes into a backup, and comes back where nothing was played yet."""
    backup, here = str(data / "backup"), environment(data)
    there = {**here, "ZIELSTEUERUNG_DATA": str(data / "elsewhere")}
    assert str(data / "sample" / "keys") in run("backup", backup, "--sample", env=here).stdout
    size = json.loads((data / "backup" / "backup.json").read_text())["size"]
    assert run("restore", backup, "--sample", env=here).returncode == 3
    brought = run("restore", backup, "--sample", env=there)
    assert (brought.returncode, f"{size} Einträge" in brought.stdout) == (0, True), brought.stderr


@pytest.mark.long
def test_the_sample_is_found_again_lives_on_and_stays_apart(data: Path, database: Database) -> None:
    with served(data, "--sample", settings=on(database)) as service, reading(service) as client:
        played, before = history(client, SAMPLE), client.get("/api/v1/due").json()
        assert servers_in(data) == [data / "sample" / "postgresql" / "postmaster.pid"]
    assert servers_in(data) == []
    assert rows(database.owner_url, ENTRIES) == [(0,)]

    with served(data, "--sample", "--workers", "1") as service, reading(service) as client:
        assert history(client, SAMPLE) == played
        assert client.get("/api/v1/due").json()["on"] >= before["on"] >= played[-1]["recorded_at"][:10]
        assert "Beispiel" in service.said
        with service.client(service.token(service.links[0])) as land:
            answer = land.post(AGREEMENTS, json=body(with_another_county(before["on"])))
        assert answer.status_code == 201, answer.text
        assert answer.json()["recorded_at"] > played[-1]["recorded_at"]
        assert service.end(SIGINT) == 0
    assert servers_in(data) == []
    _can_be_backed_up(data)

    with served(data) as service, reading(service) as client:
        assert client.get(AGREEMENTS).json()["items"] == []
        assert "zielsteuerung_log_entries 0.0" in client.get("/metrics").text
        assert "Beispiel" not in service.said


def with_another_county(day: str) -> DraftAgreement:
    terms = heidekreis_2026()
    other = Party(id="celle", side=Side.COUNTY, name="Landkreis Celle", ags="03351")
    return DraftAgreement(
        occurred_on=date.fromisoformat(day), terms=terms.model_copy(update={"parties": (terms.parties[0], other)})
    )


def reading(service: Served) -> httpx.Client:
    """A client that may read everything."""
    auditor = next(link for link in service.links if "Prüfung" in service.said.split(link)[0].splitlines()[-2])
    return service.client(service.token(auditor))


@pytest.mark.parametrize(
    ("words", "settings", "says"),
    [
        (["--host", "0.0.0.0"], {}, "Ohne Anmeldedienst (ZIELSTEUERUNG_OIDC_ISSUER) hört der Dienst nur auf diesem"),
        (["--host", "::"], {}, "Ohne Anmeldedienst (ZIELSTEUERUNG_OIDC_ISSUER) hört der Dienst nur auf diesem"),
        (["--sample", "--host", "0.0.0.0"], {}, "Ohne Anmeldedienst"),
        ([], {"ZIELSTEUERUNG_OIDC_ISSUER": "http://203.0.113.9"}, "ZIELSTEUERUNG_OIDC_ISSUER ist ungültig"),
        (
            [],
            {
                "ZIELSTEUERUNG_OIDC_ISSUER": "https://anmeldung.example.org",
                "ZIELSTEUERUNG_OIDC_AUDIENCE": "zielsteuerung",
                "ZIELSTEUERUNG_ACTORS_FILE": "/nirgends/actors.toml",
            },
            "Datei /nirgends/actors.toml: nicht lesbar",
        ),
        ([], {"DATABASE_URL": "postgresql://127.0.0.1:1/nirgends"}, "Die Datenbank ist nicht erreichbar"),
    ],
)
def test_what_cannot_work_is_said_in_one_sentence_before_anything_starts(
    data: Path, words: list[str], settings: dict[str, str], says: str
) -> None:
    done = refused(data, "--port", "0", *words, **settings)
    assert (done.returncode, done.stdout) == (3, "")
    assert done.stderr.startswith(says)
    assert len(done.stderr.splitlines()) == 1
    assert servers_in(data) == []


def test_a_port_that_is_taken_is_said_so(data: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = str(other.getsockname()[1])
        done = refused(data, "--port", port)
    assert done.returncode == 3
    assert done.stderr.startswith(f"Der Anschluss {port} auf 127.0.0.1 ist schon belegt oder nicht erlaubt; bitte")
    assert len(done.stderr.splitlines()) == 1
