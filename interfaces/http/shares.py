"""Shares of what a process does at once: no person and no party may hold more than its own."""

from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable, Iterator, Mapping
from contextlib import AsyncExitStack, asynccontextmanager, contextmanager
from typing import Any, TypeVar
from weakref import WeakValueDictionary

from anyio import CapacityLimiter, Semaphore, to_thread
from fastapi import Request, Response
from fastapi.responses import StreamingResponse
from starlette.types import Receive, Scope, Send

from domain.record import Actor
from interfaces.http.problems import SOON, Trouble

T = TypeVar("T")


class Share:
    """How many of one kind each holder has at the same time; belongs to one event loop."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._held: Counter[str] = Counter()

    @contextmanager
    def held(self, holder: str) -> Iterator[None]:
        """Count one more until the end of the block; 429 for a holder who has as many as they may."""
        if self._held[holder] >= self._most:
            raise Trouble("too-many-at-once", headers=SOON)
        self._held[holder] += 1
        try:
            yield
        finally:
            self._held[holder] -= 1
            if not self._held[holder]:
                del self._held[holder]


class Lanes:
    """Work of which a few pieces are done at the same time, and for which each holder waits in a lane of their own."""

    def __init__(self, per_holder: int, together: int) -> None:
        self._per_holder = per_holder
        self._lanes: WeakValueDictionary[str, Semaphore] = WeakValueDictionary()
        self.together = CapacityLimiter(together)

    async def in_turn(self, holder: str, work: Callable[[], T]) -> T:
        """Do a piece of work beside the event loop when it is the holder's turn."""
        async with self.of_their_own(holder):
            return await to_thread.run_sync(work, limiter=self.together)

    async def beside(self, holder: str, work: Callable[..., T], *given: Any) -> T:
        """Do a piece of work beside the event loop, however many others do."""
        async with self.of_their_own(holder):
            return await to_thread.run_sync(work, *given)

    @asynccontextmanager
    async def of_their_own(self, holder: str) -> AsyncIterator[None]:
        """Wait until the holder has fewer than their number of pieces under way."""
        lane = self._lanes.get(holder)
        if lane is None:
            self._lanes[holder] = lane = Semaphore(self._per_holder)
        async with lane:
            yield

    async def made(self, pieces: Iterable[T]) -> AsyncIterator[T]:
        """Pieces that are made one by one beside the event loop, a few of all holders' at the same time."""
        left = iter(pieces)
        while (piece := await to_thread.run_sync(next, left, None, limiter=self.together)) is not None:
            yield piece


EXPORTS = frozenset(
    {
        "page_bundle",
        "page_electronic_file",
        "page_history_export",
        "page_many_papers",
        "page_paper",
        "page_report",
        "page_whole_bundle",
        "read_electronic_file",
        "read_paper",
        "read_paper_digest",
        "read_paper_document",
        "read_report",
    }
)
"""Operations that make much at once, beside those that are called exports and tables."""


SLOW = frozenset(
    {"check_figure_file", "deliver_figure_file", "page_check_file", "page_deliver_file", "read_feed", "sign_in"}
)
"""Operations that wait for something else than the processor: the feed does its own work in turn, files have shares."""


async def in_turn(request: Request, operation: str, answer: Callable[[Request], Awaitable[Response]]) -> Response:
    """An answer, which waits while as many of the same person's are made as may be; of exports that is fewer."""
    actor: Actor | None = getattr(request.state, "actor", None)
    if actor is None or operation in SLOW:
        return await answer(request)
    async with AsyncExitStack() as lanes:
        if operation in EXPORTS or operation.startswith("export_") or operation.endswith("_table"):
            await lanes.enter_async_context(request.app.state.exports.of_their_own(actor.person))
        await lanes.enter_async_context(request.app.state.answers.of_their_own(actor.person))
        return await answer(request)


class MadeInTurn(StreamingResponse):
    """A stream of pieces that cost work: its person's only export until it ends."""

    def __init__(self, request: Request, pieces: Iterable[Any], headers: Mapping[str, str], media_type: str) -> None:
        self._lanes: Lanes = request.app.state.exports
        self._holder: str = request.state.actor.person
        super().__init__(self._lanes.made(pieces), headers=headers, media_type=media_type)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send the stream when it is its person's turn."""
        async with self._lanes.of_their_own(self._holder):
            await super().__call__(scope, receive, send)


class Readers:
    """The shares of those who wait for the feed: of each person, and of each party's persons together."""

    def __init__(self, per_person: int, per_party: int) -> None:
        self._persons, self._parties = Share(per_person), Share(per_party)

    @contextmanager
    def held(self, actor: Actor) -> Iterator[None]:
        """Count a reader until the end of the block; 429 when person or party has as many as they may."""
        with self._persons.held(actor.person), self._parties.held(actor.party or actor.person):
            yield


class HeldStream(StreamingResponse):
    """A stream that counts as its reader's until it ends."""

    def __init__(
        self, content: AsyncIterator[bytes], readers: Readers, actor: Actor, headers: Mapping[str, str], media_type: str
    ) -> None:
        super().__init__(content, headers=headers, media_type=media_type)
        self._readers, self._actor = readers, actor

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send the stream, or 429."""
        with self._readers.held(self._actor):
            await super().__call__(scope, receive, send)
