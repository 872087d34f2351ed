"""Long forms in sections: terms or a load of figures, one section open at a time, the others carried along packed."""

import base64
import binascii
import json
import re
import zlib
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from pydantic import BaseModel

from domain.german import CODES, german
from interfaces.german import forms, numbers
from interfaces.german.numbers import short
from interfaces.http.problems import Trouble
from interfaces.web.forms.shape import Kind, Shape, shapes
from interfaces.web.forms.typed import Typed, is_empty, whole_number

SECTIONED = frozenset({"terms", "load"})
"""Fields of requests that are asked for in sections; a request has one of them at most."""
FEW = 3
"""So many rows of a section stand open together; of more, one does."""
LARGEST = 2 * 1024 * 1024
"""Bytes of carried values; terms need some thirty thousand."""
UNREADABLE = "Die mitgeführten Angaben sind nicht lesbar; festgehalten ist nichts."
_IDS = frozenset({"id", "reference"})
_NAMING = ("title", "name", "heading", "says", "place", "clause", "id")
_YES_NO = frozenset({"ja", "nein"})


def packed(typed: Typed) -> str:
    """Typed values as one short text, for a hidden field."""
    return base64.urlsafe_b64encode(zlib.compress(json.dumps(typed).encode(), 9)).decode()


def unpacked(text: str) -> Typed:
    """The values again; refuses what no form of ours carried."""
    try:
        unpacking = zlib.decompressobj()
        said = unpacking.decompress(base64.urlsafe_b64decode(text.encode()), LARGEST)
        typed = json.loads(said) if unpacking.eof else None
    except (binascii.Error, zlib.error, ValueError, RecursionError):
        typed = None
    if not isinstance(typed, dict) or not _is_typed(typed):
        raise Trouble("malformed", UNREADABLE)
    return typed


def _is_typed(value: Any) -> bool:
    if isinstance(value, dict):
        return all(map(_is_typed, value.values()))
    return all(map(_is_typed, value)) if isinstance(value, list) else isinstance(value, str)


def with_row(terms: Any, add: str) -> Any:
    """The terms with one more empty row of a section, where that is asked for."""
    _, _, name = add.partition(".")
    if not isinstance(terms, dict) or section_of(add) != add or not name:
        return terms
    rows = terms.get(name)
    return {**terms, name: [*(rows if isinstance(rows, list) else []), {}]}


def merged(carried: Typed, typed: Typed, drawn: str) -> Typed:
    """Carried values with what was typed in the drawn section, and beside the sections, in their place."""
    whole = sectioned(carried)
    said, kept = typed.get(whole), carried.get(whole)
    terms = dict(kept) if isinstance(kept, dict) else {}
    within = dict(said) if isinstance(said, dict) else {}
    _, _, place = drawn.partition(".")
    name, _, number = place.partition(".")
    section = within.pop(name, []) if name else []
    row = whole_number(number)
    if row is not None and isinstance(terms.get(name), list) and row < len(terms[name]):
        rows = list(terms[name])
        rows[row] = section[0] if isinstance(section, list) and section else {}
        terms[name] = rows
    elif name and not number:
        terms[name] = section
    return {**carried, **typed, whole: {**terms, **within}}


def sectioned(names: Iterable[str]) -> str:
    """The field that is asked for in sections; empty where there is none."""
    return next((name for name in names if name in SECTIONED), "")


def section_of(path: str) -> str:
    """The section, or the row of one, in which a field stands; empty beside the sections."""
    parts = path.split(".")
    if parts[0] not in SECTIONED or len(parts) < 2:
        return ""
    return ".".join(parts[:3] if len(parts) > 2 and parts[2].isdecimal() else parts[:2])


def is_section(path: str, shape: Shape) -> bool:
    """Whether a field of the terms is a section: a group, or a list of groups."""
    return path.partition(".")[0] in SECTIONED and path.count(".") == 1 and shape.kind is Kind.GROUP


def summary(shape: Shape, value: Any) -> str:
    """What a closed section holds, in a line."""
    if is_empty(value):
        return "Noch nichts."
    if isinstance(value, list):
        names = "; ".join(filter(None, (named(row) for row in value)))
        return short(f"{len(value)}: {names}")
    return short("; ".join(_plain_fields(shape, value)))


def _plain_fields(shape: Shape, value: Any) -> Iterator[str]:
    """The plain values of a group, each with its label, as far as somebody typed them."""
    for name, inner in shapes(shape.model).items() if shape.model and isinstance(value, Mapping) else ():
        text = value.get(name)
        if isinstance(text, str) and not is_empty(text) and name not in _IDS:
            yield f"{forms.label(inner.owner, name)} {_said(inner.kind, text)}"


def _said(kind: Kind, text: str) -> str:
    """A typed value as people read it; years are whole numbers, and stay as they are."""
    match kind:
        case Kind.DAY:
            return _day(text)
        case Kind.CHOICE:
            return _word(text)
        case Kind.NUMBER | Kind.WHOLE if re.fullmatch(r"[0-9]{5,15}", text):
            return numbers.number(int(text))
        case _:
            return text


def _day(text: str) -> str:
    return ".".join(reversed(text.split("-")))


def _word(text: str) -> str:
    return german(text) if text in CODES else text


def named(row: Any) -> str:
    """A row by its name or the beginning of its text."""
    if not isinstance(row, Mapping):
        return ""
    if "measure" in row and "first" in row:
        return short(f"{row['measure']}, {_word(str(row.get('sex') or 'total'))}, ab {row['first']}")
    found = [
        text
        for name in _NAMING
        if isinstance(text := row.get(name), str) and not is_empty(text) and text not in _YES_NO
    ]
    number = str(row.get("clause") or "") if isinstance(row.get("clause"), str) else ""
    name = found[0] if found else ""
    return short(f"{number} {name}" if number and number != name else name)


def place_in_words(path: str, model: type[BaseModel]) -> str:
    """Where a field stands, for people: Bedingungen, Ziele, 2., Zeilen, 1., Zielwert."""
    said: list[str] = []
    inner: type[BaseModel] | None = model
    for part in path.split("."):
        row = whole_number(part)
        if row is not None:
            said.append(f"{row + 1}.")
            continue
        shape = shapes(inner).get(part) if inner else None
        said.append(forms.label(shape.owner, part) if shape else part)
        inner = shape.model if shape else None
    return ", ".join(said)
