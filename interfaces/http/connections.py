"""Connections within bounds: size and time of a head, time of a body and of an answer, how many from one address."""

import asyncio
from collections import Counter
from enum import Enum, auto
from functools import cache
from typing import Any, ClassVar

from uvicorn.config import Config
from uvicorn.protocols.http.httptools_impl import STATUS_LINE, HttpToolsProtocol, RequestResponseCycle
from uvicorn.server import ServerState

from interfaces.http.settings import HttpSettings

BEYOND_HEAD = 1024
"""Bytes of a head that are neither address nor fields."""
FRAMING = 8
"""Bytes that the framing of chunks may take for each byte of a body."""
FREE_FRAMING = 64 * 1024
"""Bytes of framing and trailing fields that no body needs to outweigh."""


class Part(Enum):
    """The part of a message that a connection has come to."""

    NOTHING = auto()
    HEAD = auto()
    BODY = auto()


class Connections:
    """The open connections of this process, per address, and those that still owe a head, oldest first."""

    def __init__(self, settings: HttpSettings) -> None:
        self.settings = settings
        self.without_head: dict[Bounded, None] = {}
        self._per_address: Counter[str] = Counter()

    def accept(self, address: str) -> bool:
        """Count a connection unless there are too many; where all are taken, the oldest without a head gives way."""
        if self._per_address[address] >= self.settings.connections_per_address and not self._is_proxy(address):
            return False
        if self._per_address.total() >= self.settings.connections and not self._make_room():
            return False
        self._per_address[address] += 1
        return True

    def forget(self, connection: "Bounded", address: str) -> None:
        """Count a connection no longer."""
        self.without_head.pop(connection, None)
        self._per_address[address] -= 1
        if not self._per_address[address]:
            del self._per_address[address]

    def _is_proxy(self, address: str) -> bool:
        return address in self.settings.proxies.split()

    def _make_room(self) -> bool:
        oldest = next(iter(self.without_head), None)
        if oldest is None:
            return False
        del self.without_head[oldest]
        oldest.cut()
        return True


@cache
def of_this_process() -> Connections:
    """The connections of a worker, bounded by its environment."""
    return Connections(HttpSettings())


class Bounded(HttpToolsProtocol):
    """uvicorn's protocol with bounds; by itself it reads whatever comes, however much and however slowly."""

    bounds: ClassVar[Connections | None] = None
    """Other bounds than the environment's."""

    def __init__(
        self,
        config: Config,
        server_state: ServerState,
        app_state: dict[str, Any],
        _loop: asyncio.AbstractEventLoop | None = None,
    ) -> None:
        super().__init__(config, server_state, app_state, _loop)
        self._all = self.bounds or of_this_process()
        self._settings = self._all.settings
        self._address: str | None = None
        self._reading: asyncio.TimerHandle | None = None
        self._writing: asyncio.TimerHandle | None = None
        self._at = Part.NOTHING
        self._head_bytes = self._body_bytes = self._received = 0

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # as in uvicorn
        """Accept a connection, or refuse it when there are too many."""
        super().connection_made(transport)
        address = self.client[0] if self.client else ""
        if self._all.accept(address):
            self._address = address
            self._await_head()
        else:
            self._refuse(503)

    def connection_lost(self, exc: Exception | None) -> None:
        """Forget the connection and its deadlines."""
        if self._address is not None:
            self._all.forget(self, self._address)
        self._stop_reading_clock()
        self._stop_writing_clock()
        self._unset_keepalive_if_required()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        """Parse what came, within bounds."""
        if self.transport.is_closing():
            return
        before = self._at
        self._received += len(data)
        super().data_received(data)
        if self.transport.is_closing():
            return
        if self._at is Part.HEAD:
            self._head_bytes = (self._head_bytes if before is Part.HEAD else 0) + (before is not Part.BODY) * len(data)
            if self._head_bytes > self._settings.header_limit + self._settings.query_limit + BEYOND_HEAD:
                self._refuse(431)
        elif self._at is Part.BODY and self._received - len(data) > FRAMING * self._body_bytes + FREE_FRAMING:
            self._refuse(431)
        if self._reading is None and (self._at is Part.HEAD or (self._at is Part.NOTHING and self._answered())):
            self._await_head()

    def on_message_begin(self) -> None:
        """Begin a head."""
        super().on_message_begin()
        self._at = Part.HEAD

    def on_headers_complete(self) -> None:
        """End a head; the body's time begins."""
        self._at = Part.BODY
        self._received = self._body_bytes = 0
        self._all.without_head.pop(self, None)
        self._stop_reading_clock()
        self._await_body()
        super().on_headers_complete()

    def on_body(self, body: bytes) -> None:
        """Count a body's bytes."""
        self._body_bytes += len(body)
        super().on_body(body)

    def on_message_complete(self) -> None:
        """End a message."""
        self._at = Part.NOTHING
        self._stop_reading_clock()
        super().on_message_complete()

    def on_response_complete(self) -> None:
        """Give a closing connection some time to send the rest of its answer."""
        super().on_response_complete()
        if self.transport.is_closing():
            self._cut_later()

    def pause_writing(self) -> None:
        """Give a caller who reads slowly some time to go on."""
        super().pause_writing()
        self._cut_later()

    def resume_writing(self) -> None:
        """Send on."""
        self._stop_writing_clock()
        super().resume_writing()

    def timeout_keep_alive_handler(self) -> None:
        """Close a connection that nobody uses."""
        self._close()

    def cut(self) -> None:
        """End the connection at once."""
        self.transport.abort()

    def _answered(self) -> bool:
        cycle = self._under_way()
        return cycle is None or cycle.response_complete

    def _under_way(self) -> RequestResponseCycle | None:
        return self.cycle  # uvicorn types it as always there

    def _await_head(self) -> None:
        self._all.without_head[self] = None
        self._reading = self.loop.call_later(self._settings.head_seconds, self._refuse, 408)

    def _await_body(self) -> None:
        self._reading = self.loop.call_later(self._settings.body_seconds, self._body_goes_on, self._body_bytes)

    def _body_goes_on(self, before: int) -> None:
        """Wait on while the body comes fast enough or the service itself does not read it."""
        fast_enough = self._body_bytes - before >= self._settings.body_seconds * self._settings.body_rate
        if self.flow.read_paused or (fast_enough and not self._answered()):
            self._await_body()
        else:
            self._refuse(408)

    def _stop_reading_clock(self) -> None:
        if self._reading is not None:
            self._reading.cancel()
            self._reading = None

    def _cut_later(self) -> None:
        self._stop_writing_clock()
        self._writing = self.loop.call_later(self._settings.answer_seconds, self.cut)

    def _stop_writing_clock(self) -> None:
        if self._writing is not None:
            self._writing.cancel()
            self._writing = None

    def _refuse(self, status: int) -> None:
        """Close, with a status when an answer is due and none has begun."""
        if self.transport.is_closing():
            return
        cycle = self._under_way()
        if self._at is Part.BODY:
            due = cycle is not None and not cycle.response_started
        else:
            due = self._answered() and (self._at is Part.HEAD or self._address is None)
        if due:
            self.transport.write(STATUS_LINE[status] + b"content-length: 0\r\nconnection: close\r\n\r\n")
        if cycle is not None:
            cycle.disconnected = True
            cycle.message_event.set()
        self._close()

    def _close(self) -> None:
        self.transport.close()
        self._cut_later()
