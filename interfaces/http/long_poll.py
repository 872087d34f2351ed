"""How readers of the feed wait for news: without a thread each, and no longer than the service runs."""

import asyncio
import signal
import threading
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager, contextmanager, suppress
from types import FrameType

from fastapi import FastAPI

from application.notifying.feed import News

Lifespan = Callable[[FastAPI], AbstractAsyncContextManager[None]]


class Waiting:
    """Where readers wait; belongs to one event loop."""

    def __init__(self) -> None:
        self.stopped = False
        """Whether the service stops, so that nobody should wait any more."""
        self.readers = 0
        """How many wait."""
        self._news = asyncio.Event()

    @property
    def news(self) -> asyncio.Event:
        """Is set with the next news; to be asked for before looking at what there is."""
        return self._news

    def ring(self) -> None:
        """Wake everybody."""
        self._news.set()
        if not self.stopped:
            self._news = asyncio.Event()

    def stop(self) -> None:
        """Wake everybody for good."""
        self.stopped = True
        self.ring()

    async def until(self, news: asyncio.Event, seconds: float) -> None:
        """Wait for these news, at most so long."""
        self.readers += 1
        try:
            with suppress(TimeoutError):
                await asyncio.wait_for(news.wait(), seconds)
        finally:
            self.readers -= 1


def with_waiting(lifespan: Lifespan) -> Lifespan:
    """A lifespan that also lets readers wait for the news of the system it gives."""

    @asynccontextmanager
    async def waiting(app: FastAPI) -> AsyncIterator[None]:
        async with lifespan(app):
            with _waiting(app.state.system.news) as app.state.waiting:
                yield

    return waiting


@contextmanager
def _waiting(news: News) -> Iterator[Waiting]:
    waiting, loop = Waiting(), asyncio.get_running_loop()
    with news.listening(lambda: _soon(loop, waiting.ring)), _signalled(lambda: _soon(loop, waiting.stop)):
        try:
            yield waiting
        finally:
            waiting.stop()


def _soon(loop: asyncio.AbstractEventLoop, do: Callable[[], None]) -> None:
    loop.call_soon_threadsafe(do)


@contextmanager
def _signalled(stop: Callable[[], None]) -> Iterator[None]:
    """Pass on a stop signal at once: uvicorn ends the lifespan only after the last answer is complete."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    found = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}
    before = {number: handler for number, handler in found.items() if callable(handler)}

    def told(number: int, frame: FrameType | None) -> None:
        stop()
        before[signal.Signals(number)](number, frame)

    for number in before:
        signal.signal(number, told)
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
