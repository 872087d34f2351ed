"""The feed: everything recorded, in order, as batches with long poll or as server-sent events."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from functools import partial
from typing import Annotated, Literal, cast
from uuid import UUID

from fastapi import APIRouter, Header, Query, Request
from fastapi.responses import JSONResponse, Response
from fastapi.sse import format_sse_event

from application.history.entry import HistoryEntry
from application.notifying.feed import RESERVED, Batch, Happening
from application.ports import Unavailable
from domain.record import Actor
from domain.values import Frozen, Instant, canonical
from interfaces.bootstrap import System
from interfaces.http.access import GuardedRoute
from interfaces.http.described import GIVEN, Responses, gives
from interfaces.http.json import represented
from interfaces.http.long_poll import Waiting
from interfaces.http.paging import turned_to
from interfaces.http.parameters import After, KnownAt, Limit, TheActor, TheSystem
from interfaces.http.problems import Trouble
from interfaces.http.settings import HttpSettings
from interfaces.http.shares import HeldStream, Lanes, Readers

BATCH = "application/cloudevents-batch+json"
AGREEMENTS = "/api/v1/agreements"


class CloudEvent(Frozen):
    """Something was recorded; `data` is the entry as the history shows it, `sequence` its position in the log."""

    specversion: Literal["1.0"] = "1.0"
    id: UUID
    source: str
    type: str
    subject: str
    time: Instant
    datacontenttype: Literal["application/json"] = "application/json"
    sequence: str
    """Zero-padded, so that it sorts as text (extension “sequence”)."""
    correlationid: UUID
    """The conversation it belongs to (extension “correlation”)."""
    data: HistoryEntry


def cloud_event(happening: Happening) -> CloudEvent:
    """The entry as a CloudEvent; what belongs to no agreement comes from a source that has no address."""
    entry = happening.entry
    of_none = entry.stream_id.startswith(RESERVED)
    return CloudEvent(
        id=entry.event_id,
        source=f"urn:zielsteuerung:{entry.stream_id}" if of_none else f"{AGREEMENTS}/{entry.stream_id}",
        type=happening.type,
        subject=entry.stream_id,
        time=entry.recorded_at,
        sequence=f"{entry.position:016d}",
        correlationid=entry.correlation_id,
        data=entry,
    )


router = APIRouter(route_class=GuardedRoute, tags=["feed"])
EVENTS = "text/event-stream"
HEARTBEAT = 15.0
"""Seconds after which an idle stream says that it is there."""
LONGEST = 900.0
"""Seconds after which a stream ends, so that the reader's rights are checked again."""
RETRY = 3000
"""Milliseconds after which a reader whose stream broke comes again."""
Reading = Callable[[int], Awaitable[Batch]]
Telling = Callable[[Batch], Awaitable[list[bytes]]]
Wait = Annotated[
    int,
    Query(ge=0, le=60, description="How many seconds to wait when there is nothing new; the service may wait less."),
]
LastEventId = Annotated[
    str | None,
    Header(
        pattern=r"^[0-9]{1,15}$",
        description="Of server-sent events: the position to go on behind; counts before `after`.",
    ),
]


def _responses() -> Responses:
    GIVEN[CloudEvent.__name__] = CloudEvent
    batch = {"type": "array", "items": {"$ref": f"#/components/schemas/{CloudEvent.__name__}"}}
    found = gives(
        None,
        says="What stands behind the position, in order; as a batch, or event by event.",
        media_type=BATCH,
        schema=batch,
        headers=("Link",),
    )
    found[200]["content"][EVENTS] = {"schema": {"type": "string"}}
    return found | {409: {"$ref": "#/components/responses/Problem409"}}


class _Batch(JSONResponse):
    media_type = BATCH


@router.get(
    "/feed",
    operation_id="read_feed",
    summary="Was festgehalten wird",
    response_class=_Batch,
    responses=_responses(),
)
async def read_feed(
    request: Request,
    system: TheSystem,
    actor: TheActor,
    after: After = 0,
    limit: Limit = 100,
    wait: Wait = 0,
    known_at: KnownAt = None,
    last_event_id: LastEventId = None,
) -> Response:
    """What was recorded behind a position, without gap and in order, as a batch of CloudEvents 1.0.

    The header `Link` leads on, also past what the reader may not see. With `Accept: text/event-stream` the same comes
    as server-sent events, as it is recorded; each has its position as id.
    """
    waiting, settings = cast(Waiting, request.app.state.waiting), cast(HttpSettings, request.app.state.settings)
    readers = cast(Readers, request.app.state.readers)
    beside = partial(cast(Lanes, request.app.state.answers).beside, actor.person)
    reading = partial(beside, _read, system, actor, limit, known_at)
    if EVENTS in request.headers.get("accept", "").lower():
        if known_at is not None:
            raise Trouble(
                "malformed",
                "gilt nur für Stapel, nicht für „text/event-stream“",
                in_english="is for batches only, not for “text/event-stream”",
                field="query.known_at",
            )
        news, after = waiting.news, after if last_event_id is None else int(last_event_id)
        batch = await reading(after)
        heartbeat = min(HEARTBEAT, settings.poll_seconds)
        stream = _streamed(waiting, reading, partial(beside, _events), batch, news, heartbeat)
        return HeldStream(stream, readers, actor, {"Vary": "Accept", "X-Accel-Buffering": "no"}, EVENTS)
    seconds = 0.0 if known_at else min(float(wait), settings.poll_seconds)
    with readers.held(actor):
        batch = await _patient(waiting, reading, after, seconds)
    return await beside(_answered, request, batch)


def _read(system: System, actor: Actor, limit: int, known_at: Instant | None, after: int) -> Batch:
    batch = system.feed.read(actor, after=after, limit=limit, known_at=known_at)
    if not batch.happenings and after > system.journal.head():
        raise Trouble("position-ahead")
    return batch


async def _patient(waiting: Waiting, reading: Reading, after: int, seconds: float) -> Batch:
    """What is behind a position, once there is something to see or so many seconds have passed."""
    clock = asyncio.get_running_loop().time
    end = clock() + seconds
    while True:
        news = waiting.news
        batch = await reading(after)
        left = end - clock()
        if batch.happenings or left <= 0 or waiting.stopped:
            return batch
        if batch.at_end:
            await waiting.until(news, left)
        after = batch.position


def _answered(request: Request, batch: Batch) -> Response:
    shown = [represented(cloud_event(happening)) for happening in batch.happenings]
    headers = {"Vary": "Accept", "Link": f'<{turned_to(request, after=batch.position)}>; rel="next"'}
    return _Batch(shown, headers=headers)


async def _streamed(
    waiting: Waiting, reading: Reading, events: Telling, batch: Batch, news: asyncio.Event, heartbeat: float
) -> AsyncIterator[bytes]:
    yield format_sse_event(retry=RETRY)
    clock = asyncio.get_running_loop().time
    end = clock() + LONGEST
    while clock() < end:
        for event in await events(batch):
            yield event
        if batch.at_end:
            await waiting.until(news, heartbeat)
        if waiting.stopped:
            return
        news = waiting.news
        try:
            batch = await reading(batch.position)
        except Unavailable:
            return  # the client reconnects by itself, and goes on behind its last entry


def _events(batch: Batch) -> list[bytes]:
    if not batch.happenings:
        # An id without data is a sign of life that also moves the resume point past entries the reader may not see.
        return [format_sse_event(comment="", id=str(batch.position))]
    return [_event(happening) for happening in batch.happenings]


def _event(happening: Happening) -> bytes:
    shown = canonical(represented(cloud_event(happening)))
    return format_sse_event(data_str=shown.decode(), id=str(happening.entry.position))
