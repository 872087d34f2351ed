"""Reading a request's body: JSON, each field once, as one of the requests to act."""

import json
from typing import Any, TypeVar

from anyio import to_thread
from fastapi import Request
from pydantic import BaseModel
from starlette.concurrency import run_in_threadpool

from domain.values import MOST
from interfaces.http.json import LABEL
from interfaces.http.problems import Trouble
from interfaces.http.shares import Lanes

M = TypeVar("M", bound=BaseModel)
MOST_PARTS = 50_000
"""Values a body may hold; the largest entry of the log holds fewer."""
SMALL = 8 * 1024
"""Bytes of a body that is read beside others; larger ones wait for each other, a person's own outside."""


async def body_of(request: Request, model: type[M]) -> M:
    """The body as this model; 415 for another content type, 422 for what cannot be read."""
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind != "application/json":
        raise Trouble("not-json")
    if int(request.headers.get("content-length", SMALL + 1)) <= SMALL:
        return await run_in_threadpool(_read, await request.body(), model)
    lanes: Lanes = request.app.state.bodies
    async with lanes.of_their_own(request.state.actor.person):
        body = await request.body()  # not before: what waits here takes no memory
        return await to_thread.run_sync(_read, body, model, limiter=lanes.together)


def _read(body: bytes, model: type[M]) -> M:
    """Strictly, by the types of JSON: no text is a number, and no number true or false."""
    return model.model_validate_json(json.dumps(_as_sent(_parsed(body))), strict=True)


def _as_sent(value: Any) -> Any:
    """The value without the words that readings put beside enumerations: what was read can be sent as it is.

    A list that is too long is cut behind the first member too many, which has it refused: each wrong member would make
    several errors.
    """
    if isinstance(value, list):
        return [_as_sent(one) for one in value[: MOST + 1]]
    if not isinstance(value, dict):
        return value
    return {
        name: _as_sent(one)
        for name, one in value.items()
        if not (name.endswith(LABEL) and name.removesuffix(LABEL) in value)
    }


def _parsed(body: bytes) -> Any:
    if body.count(b",") >= MOST_PARTS:  # each further value of an array or object has a comma
        raise Trouble(
            "malformed",
            f"Der Inhalt hat zu viele Teile (höchstens {MOST_PARTS:,}).".replace(",", "."),
            in_english=f"The body has too many parts (at most {MOST_PARTS:,}).",
        )
    try:
        return json.loads(body, object_pairs_hook=_once_each, parse_constant=_no_number, parse_float=_whole_if_possible)
    except RecursionError:
        raise Trouble(
            "malformed", "Der Inhalt ist zu tief verschachtelt.", in_english="It is nested too deeply."
        ) from None
    except ValueError as trouble:  # also bytes that are no UTF-8
        german, english = _said(trouble)
        raise Trouble("malformed", german, in_english=english) from None


def _said(trouble: ValueError) -> tuple[str, str]:
    """The fault of the body, in German and in English."""
    if isinstance(trouble, _Stumbled):
        return trouble.german, trouble.english
    if isinstance(trouble, json.JSONDecodeError):
        line, column = trouble.lineno, trouble.colno
        return (
            f"Der Inhalt ist kein gültiges JSON (Zeile {line}, Spalte {column}).",
            f"The body is no valid JSON (line {line}, column {column}).",
        )
    return "Der Inhalt ist kein gültiges JSON.", "The body is no valid JSON."


class _Stumbled(ValueError):  # noqa: N818 - an answer
    """JSON that Python reads and others do not."""

    def __init__(self, german: str, english: str) -> None:
        self.german, self.english = german, english
        super().__init__(german)


def _once_each(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    fields = dict(pairs)
    if len(fields) < len(pairs):
        seen: set[str] = set()
        for name, _ in pairs:
            if name in seen:
                raise _Stumbled(f"Feld „{name[:60]}“ steht zweimal da.", f"The field “{name[:60]}” is there twice.")
            seen.add(name)
    return fields


def _whole_if_possible(text: str) -> int | float:
    """In JSON 2026.0 is an integer as well."""
    number = float(text)
    return int(number) if number.is_integer() and abs(number) <= 2**53 else number


def _no_number(constant: str) -> Any:
    raise _Stumbled(f"„{constant}“ ist keine Zahl.", f"“{constant}” is no number.")
