"""Pages of lists: read at one position of the log, so that turning pages is stable whatever is recorded meanwhile."""

import re
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Protocol, TypeVar

from fastapi import Depends, Query, Request
from fastapi.responses import Response

from domain.values import Frozen, Instant
from interfaces.http.conditional import state_of_question, tagged, unchanged
from interfaces.http.json import represented
from interfaces.http.parameters import IfNoneMatch, KnownAt, Limit
from interfaces.http.problems import Trouble

R = TypeVar("R")
_CURSOR = re.compile(r"([0-9]{1,15})-([A-Za-z0-9_-]{1,1200})")
Cursor = Annotated[
    str | None,
    Query(
        pattern=r"^[0-9]{1,15}-[A-Za-z0-9_-]{1,1200}$",
        description="Where the next page begins, as “next” of the page before says it.",
        openapi_examples={"cursor": {"value": "1200-100"}},
    ),
]


def turned_to(request: Request, **changed: object) -> str:
    """The address of another page of what is asked for, relative to this service."""
    url = request.url.include_query_params(**changed)
    return f"{url.path}?{url.query}"


def linked(answer: Response, following: str | None) -> Response:
    """The answer with the address of the next page, if any, in its headers."""
    if following:
        answer.headers["Link"] = f'<{following}>; rel="next"'
    return answer


class ReadAtPosition(Protocol):
    """A list that can be read as the log stood at a position."""

    def as_of(self, known_at: datetime | None = None) -> int:
        """The last position known at an instant (None = now)."""

    def generation(self) -> int:
        """Goes up whenever it may read otherwise at a position where something was read before."""


def position_and_rest(lists: ReadAtPosition, known_at: Instant | None, cursor: str | None) -> tuple[int, str | None]:
    """At which position of the log a list is read, and what its cursor says of where the page begins (None = begin)."""
    if cursor is None:
        return lists.as_of(known_at), None
    found = _CURSOR.fullmatch(cursor)
    if found is None or int(found[1]) > lists.as_of(known_at):
        raise _no_such_page()
    return int(found[1]), found[2]


def _no_such_page() -> Trouble:
    said = "Diese Seite gibt es hier nicht; bitte die Liste von vorn lesen."
    return Trouble("not-found", said, in_english="There is no such page; read the list from its beginning.")


def _offset(rest: str | None) -> int:
    if rest is not None and not rest.isdigit():
        raise _no_such_page()
    return int(rest or 0)


def _place(rest: str | None) -> str | None:
    if rest is None:
        return None
    try:
        place = urlsafe_b64decode(rest + "=" * (-len(rest) % 4)).decode()
    except ValueError:
        raise _no_such_page() from None
    if not place.isprintable():
        raise _no_such_page()
    return place


def _written(place: str) -> str:
    return urlsafe_b64encode(place.encode()).decode().rstrip("=")


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

    if_none_match: IfNoneMatch = None

    def answer(
        self, kind: type[Page], lists: ReadAtPosition, rows: Callable[[int], Sequence[object]], **more: object
    ) -> Response:
        """The page of rows, all of which are read at a position; `more` is what this kind of page says besides."""
        position, rest = position_and_rest(lists, self.known_at, self.cursor)
        offset = _offset(rest)

        def page() -> tuple[Sequence[object], str | None]:
            found, end = rows(position), offset + self.limit
            return found[offset:end], str(end) if end < len(found) else None

        return self._answer(kind, lists, position, page, more)

    def listed(
        self,
        kind: type[Page],
        lists: ReadAtPosition,
        rows: Callable[[int, str | None, int], Sequence[R]],
        place: Callable[[R], str],
        **more: object,
    ) -> Response:
        """The page of rows, read at a position behind the place of the last one before, and no more than are shown."""
        position, rest = position_and_rest(lists, self.known_at, self.cursor)
        after = _place(rest)

        def page() -> tuple[Sequence[object], str | None]:
            found = rows(position, after, self.limit + 1)
            items = found[: self.limit]
            return items, _written(place(items[-1])) if len(found) > self.limit else None

        return self._answer(kind, lists, position, page, more)

    def _answer(
        self,
        kind: type[Page],
        lists: ReadAtPosition,
        position: int,
        page: Callable[[], tuple[Sequence[object], str | None]],
        more: Mapping[str, object],
    ) -> Response:
        state = state_of_question(self.request, position, lists.generation(), *more.values())
        if (known := unchanged(self.if_none_match, state)) is not None:
            return known
        (items, rest), following = page(), None
        if rest is not None:
            following = turned_to(self.request, cursor=f"{position}-{rest}")
        said = kind.model_validate({"items": tuple(items), "as_of_position": position, "next": following, **more})
        return linked(tagged(None, state, represented(said)), following)


Turned = Annotated[Turning, Depends()]
