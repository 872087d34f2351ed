"""Pages of lists: read at one position of the log, so that turning pages is stable whatever is recorded meanwhile."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Protocol

from fastapi import Depends, Query, Request
from fastapi.responses import JSONResponse, Response

from domain.values import Frozen, Instant
from interfaces.http.json import represented
from interfaces.http.parameters import KnownAt, Limit
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


def turned_to(request: Request, **changed: object) -> str:
    """The address of another page of what is asked for, relative to this service."""
    url = request.url.include_query_params(**changed)
    return f"{url.path}?{url.query}"


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


class Page(Frozen):
    """Part of a list: as it stood at a position of the log, and where the next page is, if any."""

    as_of_position: int
    next: str | None


@dataclass(frozen=True, slots=True)
class Turning:
    """Which page of a list is asked for, and as known at which instant."""

    request: Request
    known_at: KnownAt = None
    cursor: Cursor = None
    limit: Limit = 100

    def answer(
        self, kind: type[Page], lists: ReadAtPosition, rows: Callable[[int], Sequence[object]], **more: object
    ) -> Response:
        """The page of rows, which are read at a position; `more` is what this kind of page says besides."""
        position, offset = position_and_offset(lists, self.known_at, self.cursor)
        found, end, following = rows(position), offset + self.limit, None
        if end < len(found):
            following = turned_to(self.request, cursor=f"{position}-{end}")
        said = kind.model_validate(
            {"items": tuple(found[offset:end]), "as_of_position": position, "next": following, **more}
        )
        headers = {"Link": f'<{following}>; rel="next"'} if following else {}
        return JSONResponse(represented(said), headers=headers)


Turned = Annotated[Turning, Depends()]
