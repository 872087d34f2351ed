"""A witness asks a service that may be anybody's: no answer keeps it busy or fills its memory."""

import gzip
import socket
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Thread

import pytest

from application.proofs.signed_note import Unreadable
from interfaces.cli.asking import MOST, answered
from tests.interfaces.test_audit_cli import checkpoint, key
from tests.interfaces.test_cli import Cli
from tests.verifier.vectors import NAMESAKES

Says = Callable[[socket.socket], None]
HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n"


def endless(to: socket.socket) -> None:
    to.sendall(HEAD + b"\r\n")
    while True:
        to.sendall(b"x" * 65536)


def packed(to: socket.socket) -> None:
    body = gzip.compress(bytes(200 * MOST))
    to.sendall(HEAD + b"Content-Encoding: gzip\r\nContent-Length: %d\r\n\r\n" % len(body) + body)


def dribbling_body(to: socket.socket) -> None:
    to.sendall(HEAD + b"\r\n")
    while True:
        to.sendall(b"x")
        time.sleep(0.1)


def dribbling_head(to: socket.socket) -> None:
    to.sendall(HEAD)
    while True:
        to.sendall(b"x")
        time.sleep(0.1)


@contextmanager
def saying(says: Says) -> Iterator[str]:
    """A service that answers every request so."""
    with socket.create_server(("127.0.0.1", 0)) as server:

        def serve() -> None:
            while True:
                try:
                    found, _ = server.accept()
                except OSError:
                    return
                with found:
                    found.recv(65536)
                    try:
                        says(found)
                    except OSError:  # who asked has gone
                        continue

        Thread(target=serve, daemon=True).start()
        yield f"http://127.0.0.1:{server.getsockname()[1]}"


@pytest.mark.long
@pytest.mark.parametrize(("says", "told"), [(endless, f"mehr als {MOST} Bytes"), (packed, "")])
def test_an_answer_without_end_cannot_be_judged(cli: Cli, says: Says, told: str) -> None:
    trusted, state = key(cli), checkpoint(cli, "state.txt")
    seen = state.read_bytes()
    with saying(says) as url:
        done = cli("audit", "witness", "--state", str(state), "--key", trusted, "--url", url)
    assert (done.returncode, "Nicht zu beurteilen" in done.stderr, told in done.stderr) == (2, True, True), done.stderr
    assert state.read_bytes() == seen


@pytest.mark.long
@pytest.mark.parametrize("says", [dribbling_body, dribbling_head])
def test_an_answer_byte_by_byte_ends_with_its_time(says: Says) -> None:
    began = time.monotonic()
    with saying(says) as url, pytest.raises(Unreadable, match="nicht innerhalb von 1 Sekunden"):
        answered(url, {}, {}, seconds=1)
    assert time.monotonic() - began < 30


def test_a_file_larger_than_any_checkpoint_is_not_read_whole(cli: Cli) -> None:
    trusted, now = key(cli), cli.folder / "now.txt"
    with now.open("wb") as file:
        file.truncate(2**40)
    done = cli("audit", "witness", "--state", str(cli.folder / "s.txt"), "--key", trusted, "--file", str(now))
    assert (done.returncode, f"mehr als {MOST} Bytes" in done.stderr) == (2, True), done.stderr


def test_two_keys_with_one_id_are_refused_by_whoever_takes_keys(cli: Cli) -> None:
    now = str(checkpoint(cli, "now.txt"))
    words = [word for one in NAMESAKES for word in ("--key", one.vkey)]
    for asked in (("witness", "--state", str(cli.folder / "s.txt"), "--file", now), ("verify",)):
        done = cli("audit", *asked, *words, "--key", key(cli))
        assert (done.returncode, "haben eine Kennung" in " ".join(done.stderr.split())) == (2, True), done.stderr
