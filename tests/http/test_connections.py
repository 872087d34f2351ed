"""Connections within bounds: endless and slow heads, slow bodies, idle and too many connections, unread answers."""

import json
import socket
import time
from collections.abc import Iterator
from contextlib import ExitStack, closing

import httpx
import pytest

from interfaces.http.settings import HttpSettings
from interfaces.sample.cast import DESK
from tests.http.acting import AGREEMENTS
from tests.http.service import Running, running
from tests.http.serving import UNUSED
from tests.postgres import Server

LIVE = b"GET /health/live HTTP/1.1\r\nHost: x\r\n"
PATIENCE = 20
PER_ADDRESS = 8
ENDLESS = 32 * 1024 * 1024
"""More bytes than the buffers of the machine hold."""


@pytest.fixture(scope="module")
def service(server: Server, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    settings = HttpSettings(
        head_seconds=0.5,
        body_seconds=0.5,
        answer_seconds=0.5,
        connections=12,
        connections_per_address=PER_ADDRESS,
        proxies="127.0.0.77",
    )
    with (
        server.migrated_database() as database,
        running(database, tmp_path_factory.mktemp("bounded"), settings) as service,
    ):
        yield service


def connected(service: Running, address: str = "127.0.0.1") -> socket.socket:
    """A connection from this address of the loopback network."""
    url = httpx.URL(service.base)
    assert url.port
    return socket.create_connection((url.host, url.port), timeout=PATIENCE, source_address=(address, 0))


def ended(connection: socket.socket) -> bytes:
    """Everything that comes until the service closes."""
    received = b""
    try:
        while part := connection.recv(65536):
            received += part
    except ConnectionResetError:
        pass
    return received


def taken(connection: socket.socket) -> int:
    """Bytes that the service takes before it ends the connection."""
    sent = 0
    try:
        while sent < ENDLESS:
            sent += connection.send(b"x" * 65536)
    except ConnectionError:
        pass
    return sent


@pytest.mark.long
@pytest.mark.parametrize("begun", [b"", b"\r\n\r\n", b"GET /", LIVE, LIVE + b"X: "], ids=repr)
def test_a_head_has_to_come_in_time(service: Running, begun: bytes) -> None:
    with closing(connected(service)) as connection:
        connection.sendall(begun)
        answer = ended(connection)
    assert answer.startswith(b"HTTP/1.1 408 ") if begun.strip() else answer == b""


def test_a_second_head_on_the_same_connection_as_well(service: Running) -> None:
    with closing(connected(service)) as connection:
        connection.sendall(LIVE + b"\r\n" + LIVE)
        answer = ended(connection)
    assert answer.count(b"HTTP/1.1 200 ") == 1


@pytest.mark.parametrize("endless", [b"GET /", LIVE + b"X: ", LIVE + b"X"], ids=["address", "value", "name"])
def test_a_head_without_end_is_cut_off(service: Running, endless: bytes) -> None:
    with closing(connected(service)) as connection:
        connection.sendall(endless)
        assert taken(connection) < ENDLESS


@pytest.mark.parametrize(
    "slow",
    [b"Content-Length: 100\r\n\r\n{", b"Transfer-Encoding: chunked\r\n\r\n1\r\n{\r\n"],
    ids=["length", "chunked"],
)
def test_a_body_has_to_come_in_time(service: Running, slow: bytes) -> None:
    with closing(connected(service)) as connection:
        connection.sendall(posted(service) + slow)
        answer = ended(connection)
    assert answer.startswith(b"HTTP/1.1 408 ")


@pytest.mark.long
def test_a_body_that_comes_on_is_waited_for(service: Running) -> None:
    parts = [b" " * 20_000] * 6
    with closing(connected(service)) as connection:
        connection.sendall(posted(service) + b"Connection: close\r\nContent-Length: 120002\r\n\r\n")
        for part in parts:
            connection.sendall(part)
            time.sleep(0.2)  # the subject of this test: slow, yet above the rate
        connection.sendall(b"{}")
        answer = ended(connection)
    assert answer.startswith(b"HTTP/1.1 422 ")


def test_fields_behind_a_body_have_an_end(service: Running) -> None:
    with closing(connected(service)) as connection:
        connection.sendall(posted(service) + b"Transfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\nX: ")
        assert taken(connection) < ENDLESS


def posted(service: Running) -> bytes:
    token = service.issuer.token(DESK.person)
    return (
        f"POST {AGREEMENTS} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {token}\r\nContent-Type: application/json\r\n"
    ).encode()


def test_an_address_holds_no_more_connections_than_its_share(service: Running) -> None:
    with ExitStack() as held:
        for _ in range(PER_ADDRESS):
            held.enter_context(closing(connected(service, "127.0.0.2")))
        with closing(connected(service, "127.0.0.2")) as further:
            assert ended(further).startswith(b"HTTP/1.1 503 ")
        assert answered(service, "127.0.0.3") == 200


def test_the_oldest_connection_without_a_head_gives_way(service: Running) -> None:
    with ExitStack() as held:
        for number in range(20):
            held.enter_context(closing(connected(service, f"127.0.1.{number + 1}")))
        assert answered(service, "127.0.0.4") == 200


def test_a_proxy_holds_as_many_as_there_are(service: Running) -> None:
    with ExitStack() as held:
        for _ in range(PER_ADDRESS + 2):
            held.enter_context(closing(connected(service, "127.0.0.77")))
        assert answered(service, "127.0.0.77") == 200


def answered(service: Running, address: str) -> int:
    with httpx.Client(transport=httpx.HTTPTransport(verify=UNUSED, local_address=address), timeout=PATIENCE) as client:
        return client.get(f"{service.base}/health/live").status_code


@pytest.mark.long
def test_an_answer_that_nobody_reads_is_given_up(service: Running) -> None:
    asked = b"GET /api/v1/openapi.json HTTP/1.1\r\nHost: x\r\n\r\n"
    with closing(socket.socket()) as connection:
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        url = httpx.URL(service.base)
        connection.connect((url.host, url.port))
        connection.settimeout(PATIENCE)
        connection.sendall(asked * 60)
        time.sleep(1.5)  # not reading is the subject of this test
        answers = ended(connection)
    assert answers.count(b"HTTP/1.1 200 ") < 60


def test_many_names_of_one_object_are_read_in_one_pass(service: Running) -> None:
    twice = json.dumps({f"n{number}": 1 for number in range(40_000)})[:-1] + ', "n39999": 2}'
    started = time.process_time()
    answer = service.as_(DESK.person).post(AGREEMENTS, content=twice, headers={"Content-Type": "application/json"})
    assert answer.status_code == 422
    assert "n39999" in answer.text
    assert time.process_time() - started < 10  # each name counted anew took half a minute


def test_a_body_of_too_many_parts_is_refused_before_it_is_read(service: Running) -> None:
    answer = service.as_(DESK.person).post(
        AGREEMENTS, content="[" + "1," * 50_000 + "1]", headers={"Content-Type": "application/json"}
    )
    assert answer.status_code == 422
    assert "zu viele Teile (höchstens 50.000)" in answer.text
