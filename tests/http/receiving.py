"""Another system that is told of things: a real HTTP server that remembers, and answers as it is told to."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from standardwebhooks import Webhook

Answering = Callable[["Told"], int]
"""The status to answer with."""


@dataclass(frozen=True)
class Told:
    """One attempt to tell us something."""

    headers: dict[str, str]
    body: bytes

    @property
    def id(self) -> str:
        return self.headers["webhook-id"]

    def verified(self, secret: str) -> dict[str, Any]:
        """What it says, when the reference implementation of Standard Webhooks takes the signature."""
        found: dict[str, Any] = Webhook(secret).verify(self.body, self.headers)
        return found


@dataclass
class Receiver:
    """What was told, and how to answer."""

    url: str = ""
    told: list[Told] = field(default_factory=list)
    answering: Answering = lambda _: 204
    location: str | None = None
    grown: threading.Condition = field(default_factory=threading.Condition)

    def has(self, count: int, seconds: float = 20) -> list[Told]:
        """Wait until we were told so often."""
        with self.grown:
            assert self.grown.wait_for(lambda: len(self.told) >= count, seconds), f"told {len(self.told)} times"
            return list(self.told)


@contextmanager
def receiving() -> Iterator[Receiver]:
    """A receiver on this machine, until the end."""
    receiver = Receiver()

    class Answer(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            told = Told({k.lower(): v for k, v in self.headers.items()}, self._body())
            with receiver.grown:
                receiver.told.append(told)
                receiver.grown.notify_all()
            self.send_response(receiver.answering(told))
            if receiver.location:
                self.send_header("Location", receiver.location)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def _body(self) -> bytes:
            return self.rfile.read(int(self.headers["Content-Length"]))

        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Answer) as http:
        receiver.url = f"http://127.0.0.1:{http.server_port}/eingang"
        thread = threading.Thread(target=http.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield receiver
        finally:
            http.shutdown()
            thread.join()
