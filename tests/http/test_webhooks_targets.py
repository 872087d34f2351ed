"""Where webhooks lead: never into a network of our own, whatever a name resolves to, and never for long."""

import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from ipaddress import IPv4Address, ip_address, ip_network
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from hypothesis import given
from hypothesis.strategies import ip_addresses, one_of, sampled_from

from application.notifying.targets import may_be_reached
from application.notifying.webhooks import Schedule
from infrastructure import posting
from infrastructure.posting import NOT_REACHED, NotTold, post

OWN = (
    *("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "169.254.0.0/16", "100.64.0.0/10", "0.0.0.0/8"),
    *("224.0.0.0/4", "240.0.0.0/4", "fc00::/7", "fe80::/10", "fec0::/10", "ff00::/8", "::/128"),
)
Speaking = Callable[[socket.socket], None]


@given(sampled_from(OWN).flatmap(lambda net: ip_addresses(network=net)))
def test_no_address_of_a_network_of_our_own_is_reached(address: object) -> None:
    found = ip_address(str(address))
    assert not may_be_reached(found, loopback=True)
    if isinstance(found, IPv4Address):
        in_6to4 = f"2002:{int(found) >> 16:x}:{int(found) & 0xFFFF:x}::1"
        for hidden in (f"::{found}", f"::ffff:{found}", f"64:ff9b::{found}", in_6to4):
            assert not may_be_reached(ip_address(hidden), loopback=True)


@given(one_of(ip_addresses(network="127.0.0.0/8"), ip_addresses(network="::1/128")))
def test_this_machine_is_reached_only_where_that_is_wanted(address: object) -> None:
    assert may_be_reached(ip_address(str(address)), loopback=True)
    assert not may_be_reached(ip_address(str(address)), loopback=False)


def test_an_address_in_the_open_is_reached() -> None:
    for address in ("93.184.215.14", "2606:2800:21f:cb07:6820:80da:af6b:8b2c"):
        assert may_be_reached(ip_address(address), loopback=False)
    assert ip_network("2606:2800::/32").is_global


@contextmanager
def speaking(speak: Speaking, context: ssl.SSLContext | None = None) -> Iterator[tuple[int, list[str]]]:
    """A server that does this with every connection: its port, and who connected."""
    came: list[str] = []
    with socket.create_server(("127.0.0.1", 0)) as server:

        def serve() -> None:
            while True:
                try:
                    connection, place = server.accept()
                except OSError:
                    return
                came.append(place[0])
                try:
                    with context.wrap_socket(connection, server_side=True) if context else connection as heard:
                        speak(heard)
                except OSError:
                    pass

        thread = threading.Thread(target=serve)
        thread.start()
        try:
            yield server.getsockname()[1], came
        finally:
            server.shutdown(socket.SHUT_RDWR)
            thread.join()


def _ok(connection: socket.socket) -> None:
    heard = b""
    while not heard.endswith(b"{}"):
        heard += connection.recv(65536)
    connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")


def told(url: str, *, loopback: bool = True, seconds: float = 10) -> int:
    return post(url, {}, b"{}", loopback=loopback, seconds=seconds)


def test_a_name_that_resolves_to_this_machine_is_not_spoken_to_by_a_service_that_others_reach() -> None:
    with speaking(_ok) as (port, came):
        assert told(f"http://localhost:{port}/") == 200
        with pytest.raises(NotTold, match=NOT_REACHED):
            told(f"https://localhost:{port}/", loopback=False)
        assert came == ["127.0.0.1"]


def test_a_name_is_looked_up_when_something_is_delivered(monkeypatch: pytest.MonkeyPatch) -> None:
    async def looked_up(url: object) -> list[object]:
        return [ip_address("93.184.215.14"), ip_address("10.0.0.1")]

    monkeypatch.setattr(posting, "_addresses", looked_up)
    with pytest.raises(NotTold, match=NOT_REACHED):
        told("https://fachverfahren.example.org/")


def test_nobody_there_and_no_such_name_are_said() -> None:
    with pytest.raises(NotTold, match=NOT_REACHED):
        told("http://127.0.0.1:1/")
    with pytest.raises(NotTold, match=NOT_REACHED):
        told("https://gibt-es-nicht.invalid/")


def test_an_answer_that_trickles_is_given_up_in_time() -> None:
    def trickle(connection: socket.socket) -> None:
        connection.recv(65536)
        connection.sendall(b"HTTP/1.1 200 OK\r\n")
        while True:
            connection.sendall(b"X-Warten: ja\r\n")
            threading.Event().wait(0.02)

    with speaking(trickle) as (port, _), pytest.raises(NotTold, match=r"innerhalb von 0\.3 Sekunden"):
        told(f"http://127.0.0.1:{port}/", seconds=0.3)


def test_an_answer_without_end_is_not_read() -> None:
    sent: list[int] = []

    def flood(connection: socket.socket) -> None:
        connection.recv(65536)
        connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 1000000000\r\n\r\n")
        while len(sent) < 10_000:
            connection.sendall(b"x" * 65536)
            sent.append(1)

    with speaking(flood) as (port, _):
        assert told(f"http://127.0.0.1:{port}/") == 200
    assert len(sent) < 1000


def test_headers_without_end_are_given_up() -> None:
    def swell(connection: socket.socket) -> None:
        connection.recv(65536)
        connection.sendall(b"HTTP/1.1 200 OK\r\n")
        while True:
            connection.sendall(b"X-Mehr: " + b"x" * 8192 + b"\r\n")

    with speaking(swell) as (port, _), pytest.raises(NotTold, match=r"nicht erreichbar"):
        told(f"http://127.0.0.1:{port}/")


def test_no_proxy_and_no_password_of_this_machine_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    with speaking(_ok) as (port, _):
        monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:1")
        assert told(f"http://127.0.0.1:{port}/") == 200


def _certified(name: str, directory: Path) -> ssl.SSLContext:
    """A server's side of TLS under a name, and its certificate beside it in a file."""
    key, now = ec.generate_private_key(ec.SECP256R1()), datetime.now(UTC)
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    certificate = (
        x509.CertificateBuilder(subject, subject, key.public_key(), x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(name)]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    pem, private = directory / "zertifikat.pem", directory / "schluessel.pem"
    pem.write_bytes(certificate.public_bytes(serialization.Encoding.PEM))
    private.write_bytes(
        key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    )
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(pem, private)
    return context


@pytest.mark.parametrize(("name", "fits"), [("localhost", True), ("anders.example.org", False)])
def test_the_other_sides_certificate_is_for_the_name_and_not_for_its_address(
    name: str, fits: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    context = _certified(name, tmp_path)
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "zertifikat.pem"))
    posting._trust.cache_clear()
    try:
        with speaking(_ok, context) as (port, _):
            if fits:
                assert told(f"https://localhost:{port}/") == 200
            else:
                with pytest.raises(NotTold, match="nicht erreichbar"):
                    told(f"https://localhost:{port}/")
    finally:
        posting._trust.cache_clear()


def test_attempts_come_ever_more_rarely_for_three_days() -> None:
    schedule = Schedule()
    pauses = [schedule.pause(attempt, 0.5) for attempt in range(1, 60)]
    assert pauses[:3] == [timedelta(seconds=5), timedelta(seconds=20), timedelta(seconds=80)]
    assert pauses == sorted(pauses)
    assert pauses[-1] == schedule.longest == timedelta(hours=6)
    assert schedule.pause(1, 0) == timedelta(seconds=4)
    assert schedule.pause(1, 1) == timedelta(seconds=6)
