"""Reading the feed as other systems do: batch by batch, or as a stream of server-sent events."""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import httpx

from application.ports import Journal
from domain.record import Draft
from tests.application.lives import benchmark_missed, recorded
from tests.builders import drafted

FEED = "/api/v1/feed"
STREAM = {"Accept": "text/event-stream"}


def a_life(county: str = "heidekreis", ags: str = "", notes: int = 2) -> list[Draft]:
    """An agreement that is drafted, and so many circumstances noted."""
    return recorded(drafted(), *(benchmark_missed() for _ in range(notes)), county=county, ags=ags)


def written(journal: Journal, drafts: Iterable[Draft]) -> None:
    """Have these recorded one by one, as of now."""
    for draft in drafts:
        journal.append([draft], now=datetime.now(UTC))


def log_of(journal: Journal) -> list[str]:
    """Every event's id, in the order of the log."""
    return [str(record.event_id) for record in journal.log(limit=100_000)]


def batch(client: httpx.Client, **params: Any) -> list[dict[str, Any]]:
    """One batch of the feed."""
    answer = client.get(FEED, params=params)
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"] == "application/cloudevents-batch+json"
    found: list[dict[str, Any]] = answer.json()
    return found


def read_to(answer: httpx.Response) -> int:
    """The position that the header Link leads on from."""
    return int(httpx.URL(answer.links["next"]["url"]).params["after"])


def positions(events: Iterable[dict[str, Any]]) -> list[int]:
    return [int(event["sequence"]) for event in events]


@dataclass(frozen=True)
class Sent:
    """What came between two empty lines of a stream."""

    id: int | None
    data: dict[str, Any] | None
    fields: tuple[str, ...]


def sent(answer: httpx.Response) -> Iterator[Sent]:
    """What a stream sends, as it comes."""
    lines: list[str] = []
    for line in answer.iter_lines():
        if line:
            lines.append(line)
            continue
        fields = dict(re.split(": ?", one, maxsplit=1) for one in lines)
        data = json.loads(fields["data"]) if "data" in fields else None
        yield Sent(int(fields["id"]) if "id" in fields else None, data, tuple(fields))
        lines = []
