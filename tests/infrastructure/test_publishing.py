"""Checkpoints leave the house: each new one reaches everybody named, once, and nobody out of reach holds up another."""

import socketserver
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from application.ports import Unavailable
from application.proofs.ports import Occasion
from application.proofs.publishing import Publisher, Receiver
from application.proofs.signed_note import parsed
from infrastructure.database import Database as Opened
from infrastructure.proofs.receivers import Address, Folder, Mail, PublicationTable, receivers
from tests.infrastructure.audits import Log, lived


@pytest.fixture
def log(opened_database: Opened) -> Log:
    return lived(opened_database)


def publisher(log: Log, *outside: Receiver) -> Publisher:
    table = PublicationTable(log.system.journal.recorder.datastore)  # type: ignore[attr-defined]  # the journal is ours
    return Publisher(log.audit.checkpoints.book, table, outside, log.clock)


def test_each_new_checkpoint_reaches_everybody_once(log: Log, tmp_path: Path) -> None:
    court, county = tmp_path / "court", tmp_path / "county"
    court.mkdir()
    outside = publisher(log, Folder("court", court), Folder("county", county))
    first, lacking = outside.publish()
    assert (first.size, first.at, first.trouble) == (12, log.clock(), "")
    assert (lacking.size, lacking.at) == (0, None)
    assert "nimmt nichts auf" in lacking.trouble
    county.mkdir()
    log.clock.on(days=1)
    log.audit.checkpoints.make(Occasion.DAILY)
    assert [one.size for one in outside.publish()] == [13, 13]
    assert sorted(path.name for path in court.iterdir()) == ["checkpoint-12.txt", "checkpoint-13.txt"]
    kept = log.audit.checkpoints.book.at(13)
    assert kept is not None
    assert (county / "checkpoint-13.txt").read_text("utf-8") == kept.note
    (court / "checkpoint-13.txt").unlink()
    outside.publish()
    assert not (court / "checkpoint-13.txt").exists(), "who has it is not sent it again"
    assert [one.size for one in outside.holdings()] == [13, 13]


def test_an_address_and_a_mail_server_take_checkpoints(log: Log) -> None:
    with posts() as (url, posted), mails() as (port, mailed):
        outside = publisher(log, Address("court", url), Mail("county", "witness@example.invalid", "127.0.0.1", port))
        assert [(one.size, one.trouble) for one in outside.publish()] == [(12, ""), (12, "")]
    kept = log.audit.checkpoints.book.at(12)
    assert kept is not None
    assert posted == [kept.note.encode()]
    assert b"checkpoint-12.txt" in mailed[0]
    assert parsed(posted[0].decode()).checkpoint.size == 12
    gone = publisher(log, Address("other", url)).publish()
    assert "antwortet nicht" in gone[0].trouble


def test_receivers_are_named_as_the_operator_writes_them() -> None:
    folder, address, mail = receivers(
        "a=/srv/a b=https://b.example/checkpoints c=mailto:w@c.example?via=mx.example:587"
    )
    assert folder == Folder("a", Path("/srv/a"))
    assert address == Address("b", "https://b.example/checkpoints")
    assert mail == Mail("c", "w@c.example", "mx.example", 587)
    assert receivers("") == ()
    for wrong in (
        "/srv/a",
        "a=b",
        "a=http://b.example/x",
        "=/srv",
        "a=mailto:nobody",
        "a=/x a=/y",
        "c=mailto:w@c?via=m:x",
    ):
        with pytest.raises(Unavailable, match="ZIELSTEUERUNG_PUBLISH"):
            receivers(wrong)


@contextmanager
def posts() -> Iterator[tuple[str, list[bytes]]]:
    """An address that keeps what is posted to it."""
    found: list[bytes] = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            found.append(self.rfile.read(int(self.headers["Content-Length"])))
            self.send_response(204)
            self.end_headers()

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/", found
    finally:
        server.shutdown()
        server.server_close()


@contextmanager
def mails() -> Iterator[tuple[int, list[bytes]]]:
    """A mail server that takes everything (RFC 5321, as much as smtplib asks)."""
    found: list[bytes] = []

    class Handler(socketserver.StreamRequestHandler):
        def handle(self) -> None:
            self.wfile.write(b"220 ready\r\n")
            while line := self.rfile.readline():
                word = line[:4].upper().strip()
                if word == b"DATA":
                    self.wfile.write(b"354 go on\r\n")
                    found.append(b"".join(iter(self.rfile.readline, b".\r\n")))
                self.wfile.write(b"221 bye\r\n" if word == b"QUIT" else b"250 ok\r\n")
                if word == b"QUIT":
                    return

    server = socketserver.ThreadingTCPServer(("127.0.0.1", 0), Handler)
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield server.server_address[1], found
    finally:
        server.shutdown()
        server.server_close()
