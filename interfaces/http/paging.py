"""Pages of lists: read at one position of the log, so that turning pages is stable whatever is recorded meanwhile."""

import re
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Annotated, Protocol, TypeVar

from fastapi import Query, Request

from domain.values import Frozen, Instant
from interfaces.http.problems import Trouble

_CURSOR = re.compile(r"([0-9]{1,15})-([0-9]{1,9})")
Cursor = Annotated[
    str | None,
    Query(
        pattern=r"^[0-9]{1,15}-[0-9]{1,9}$",
        description="Where the next page begins, as “next” of the page before says it.",
        openapi_examples={"cursor": {"value": "1200-100"}},
    ),
]
R = TypeVar("R")


class Turned(Frozen):
    """Which part of a list this is: as it stood at a position of the log, and where the next page is, if any."""

    as_of_position: int
    next: str | None


class ReadAtPosition(Protocol):
    """A list that can be read as the log stood at a position."""

    def as_of(self, known_at: datetime | None = None) -> int:
        """The last position known at an instant (None = now)."""


def position_and_offset(lists: ReadAtPosition, known_at: Instant | None, cursor: str | None) -> tuple[int, int]:
    """At which position of the log a list is read, and from which of its rows on."""
    if cursor is None:
        return lists.as_of(known_at), 0
    found = _CURSOR.fullmatch(cursor)
    if found is None or int(found[1]) > lists.as_of(known_at):
        said = "Diese Seite gibt es hier nicht; bitte die Liste von vorn lesen."
        raise Trouble("not-found", said, in_english="There is no such page; read the list from its beginning.")
    return int(found[1]), int(found[2])


def page(request: Request, rows: Sequence[R], position: int, offset: int, limit: int) -> tuple[Sequence[R], Turned]:
    """The rows of this page, and how to turn it."""
    end = offset + limit
    following = None
    if end < len(rows):
        turned = request.url.include_query_params(cursor=f"{position}-{end}")
        following = f"{turned.path}?{turned.query}"
    return rows[offset:end], Turned(as_of_position=position, next=following)


def linked(turned: Turned) -> Mapping[str, str]:
    """The header that leads to the next page."""
    return {"Link": f'<{turned.next}>; rel="next"'} if turned.next else {}
