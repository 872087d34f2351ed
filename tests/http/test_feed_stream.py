"""The feed as server-sent events: as it is recorded, from where the reader was, and no longer than he stays."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path

import httpx

from interfaces.http.settings import HttpSettings
from interfaces.sample.cast import COUNTY, DESK
from tests.http.events import FEED, STREAM, Sent, a_life, batch, sent, written
from tests.http.service import Running, running
from tests.infrastructure.following_views import until
from tests.postgres import Database

LIVELY = HttpSettings(poll_seconds=0.1)


@contextmanager
def streaming(client: httpx.Client, headers: dict[str, str] | None = None, **params: int) -> Iterator[Iterator[Sent]]:
    """What a stream sends while it is read."""
    with client.stream("GET", FEED, params=params, headers=STREAM | (headers or {})) as answer:
        assert answer.status_code == 200, answer.read()
        assert answer.headers["content-type"].startswith("text/event-stream")
        assert answer.headers["cache-control"] == "no-store"
        yield sent(answer)


def with_data(stream: Iterator[Sent], count: int) -> list[Sent]:
    return list(islice((one for one in stream if one.data), count))


def test_a_stream_sends_what_is_there_and_then_what_is_recorded_the_same_as_batches_do(service: Running) -> None:
    land, journal = service.as_(DESK.person), service.system.journal
    written(journal, a_life())
    with streaming(land, limit=2) as stream:
        found = with_data(stream, 3)
        for number in range(3):
            written(journal, a_life(f"kreis-{number}"))
            found += with_data(stream, 3)
    assert [one.data for one in found] == batch(land, limit=500)
    assert [one.id for one in found] == list(range(1, 13))


def test_a_stream_says_first_when_to_come_again(service: Running) -> None:
    with streaming(service.as_(DESK.person)) as stream:
        assert next(stream).fields == ("retry",)


def test_a_reader_resumes_behind_the_last_event_he_has(service: Running) -> None:
    land = service.as_(DESK.person)
    written(service.system.journal, a_life(notes=4))
    with streaming(land) as stream:
        last = with_data(stream, 3)[-1].id
    with streaming(land, {"Last-Event-ID": str(last)}, after=1) as stream:
        assert [one.id for one in with_data(stream, 2)] == [4, 5]
    with streaming(land, after=1) as stream:
        assert [one.id for one in with_data(stream, 2)] == [2, 3]


def test_a_county_resumes_past_what_is_hidden_from_it(service: Running) -> None:
    county, journal = service.as_(COUNTY.person), service.system.journal
    written(journal, a_life("celle", "03351"))
    with streaming(county) as stream:
        moved = next(one for one in stream if one.id)
        assert (moved.id, moved.data) == (3, None)
        written(journal, a_life(notes=0))
        (own,) = with_data(stream, 1)
        assert own.id == 4


def test_an_idle_stream_shows_that_it_is_there(database: Database, tmp_path: Path) -> None:
    with running(database, tmp_path, LIVELY) as service:
        written(service.system.journal, a_life(notes=0))
        with streaming(service.as_(DESK.person), after=1) as stream:
            signs = list(islice(stream, 1, 4))
        assert [(sign.id, sign.data) for sign in signs] == [(1, None)] * 3


def test_when_a_reader_leaves_his_stream_ends(service: Running) -> None:
    land, waiting = service.as_(DESK.person), service.app.state.waiting
    before = _ended(land)()
    with streaming(land) as first, streaming(land) as second:
        next(first), next(second)
        until(lambda: waiting.readers == 2)
    until(lambda: waiting.readers == 0)
    until(lambda: _ended(land)() == before + 2)


def _ended(client: httpx.Client) -> Callable[[], int]:
    def count() -> int:
        text = client.get("/metrics").text
        found = re.search(r'zielsteuerung_answers_total\{.*operation="read_feed".*\} ([0-9.]+)', text)
        return int(float(found[1])) if found else 0

    return count


def test_a_stream_does_not_begin_where_it_cannot(service: Running) -> None:
    land = service.as_(DESK.person)
    for params, headers, status in (
        ({"after": 9}, {}, 409),
        ({}, {"Last-Event-ID": "9"}, 409),
        ({}, {"Last-Event-ID": "neun"}, 422),
        ({"known_at": "2026-01-01T00:00:00Z"}, {}, 422),
    ):
        answer = land.get(FEED, params=params, headers=STREAM | headers)
        assert answer.status_code == status
        assert answer.headers["content-type"] == "application/problem+json"
