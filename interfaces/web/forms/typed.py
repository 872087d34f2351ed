"""Typed input: from the flat fields of a form to the values a request is validated from, and back."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from pydantic import BaseModel, ValidationError

from application.acting.malformed import field_problems
from interfaces.web.forms.shape import Kind, Shape, shapes

Typed = dict[str, Any]
"""Texts as they were typed: by field, lists in order."""
_GROUPED = re.compile(r"-?[0-9]{1,3}(\.[0-9]{3})+")
_INDEX = re.compile(r"[0-9]{1,4}")


def whole_number(text: str) -> int | None:
    """A number without sign that anybody could mean; None for all else, however long."""
    return int(text) if re.fullmatch(r"[0-9]{1,9}", text) else None


def wrong_reason(error: ValidationError) -> str:
    """What is wrong with the reason, for its field; raises the error again when it is about anything else."""
    for place, says in field_problems(error):
        if place == "reason":
            return f"Das {says}."
    raise error


def nested(pairs: Sequence[tuple[str, str]]) -> Typed:
    """Fields such as participants.0.office as nested values; a name that comes more than once is a list."""
    tree: Typed = {}
    for name, value in pairs:
        *path, last = name.split(".")
        place = tree
        for part in path:
            inner = place.setdefault(part, {})
            if not isinstance(inner, dict):
                break
            place = inner
        else:
            place[last] = [*_listed(place[last]), value] if last in place else value
    return {name: _listing(value) for name, value in tree.items()}


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _listing(value: Any) -> Any:
    """Numbered entries as a list, in order."""
    if not isinstance(value, dict):
        return value
    inner = {name: _listing(one) for name, one in value.items()}
    if inner and all(_INDEX.fullmatch(name) for name in inner):
        return [inner[name] for name in sorted(inner, key=int)]
    return inner


def is_empty(value: Any) -> bool:
    """Whether nothing was typed."""
    if isinstance(value, dict):
        return all(map(is_empty, value.values()))
    return all(map(is_empty, value)) if isinstance(value, list) else not str(value or "").strip()


def without_empty_rows(model: type[BaseModel], typed: Typed) -> Typed:
    """The same without rows in which nothing was typed, so that places in lists are those of the request."""
    kept = dict(typed)
    for name, shape in shapes(model).items():
        value = typed.get(name)
        if shape.several and isinstance(value, list):
            rows = [one for one in value if not is_empty(one)]
            nests = shape.kind is Kind.GROUP and shape.model is not None
            kept[name] = [without_empty_rows(shape.model, one) for one in rows] if nests and shape.model else rows
        elif shape.kind is Kind.GROUP and shape.model and isinstance(value, dict):
            kept[name] = without_empty_rows(shape.model, value)
    return kept


def asked(model: type[BaseModel], typed: Typed) -> dict[str, Any]:
    """The values a request is validated from; empty fields are left out."""
    found = {}
    for name, shape in shapes(model).items():
        value = _value(shape, typed.get(name))
        if value is not None:
            found[name] = value
    return found


def _value(shape: Shape, typed: Any) -> Any:
    if shape.several:
        rows = typed if isinstance(typed, list) else [] if is_empty(typed) else [typed]
        if shape.kind is Kind.FIGURES:
            return [figure(line) for row in rows for line in str(row).splitlines() if line.strip()]
        if shape.kind in {Kind.TEXT, Kind.LONG_TEXT}:  # one a line
            rows = [line for row in rows for line in str(row).splitlines()]
        return [one for one in (_single(shape, row) for row in rows) if one is not None]
    return _single(shape, typed)


def _single(shape: Shape, typed: Any) -> Any:
    if is_empty(typed):
        return None
    if shape.kind in {Kind.GROUP, Kind.DOCUMENT} and shape.model:
        return asked(shape.model, typed) if isinstance(typed, dict) else typed
    if not isinstance(typed, str):
        return typed
    text = " ".join(typed.split())
    match shape.kind:
        case Kind.NUMBER:
            return decimal(text)
        case Kind.WHOLE:
            return int(text) if re.fullmatch(r"-?[0-9]{1,15}", text) else text
        case Kind.YES_NO:
            return {"ja": True, "nein": False}.get(text, text)
        case Kind.STATE:
            month, _, waited = text.partition("+")
            return {"report_month": month, "months_waited": whole_number(waited) or 0}
        case _:
            return text


def decimal(text: str) -> str:
    """A number as Germans type it, in plain notation: 15.601.016,5 becomes 15601016.5; +5,3 becomes 5.3."""
    plain = text.replace("\u00a0", "").replace(" ", "").replace("−", "-").removeprefix("+")
    whole, comma, rest = plain.partition(",")
    if _GROUPED.fullmatch(whole):
        whole = whole.replace(".", "")
    return f"{whole}.{rest}" if comma else whole


def figure(line: str) -> str | None:
    """A figure as Germans type it, or two divided: 1.204,5 or 12/4.927; a dash for a month without one."""
    text = "".join(line.split())
    return None if text in {"-", "–", "−"} else "/".join(decimal(part) for part in text.split("/"))


def typed_from(model: type[BaseModel], value: BaseModel) -> Typed:
    """The texts a form shows for a value there is already."""
    return {name: _text(shape, getattr(value, name)) for name, shape in shapes(model).items()}


def _text(shape: Shape, value: Any) -> Any:
    if value is None:
        return ""
    if shape.kind is Kind.FIGURES:
        return ["–" if one is None else one.replace(".", ",") for one in value]
    if isinstance(value, tuple):
        return [_text(shape, one) for one in value]
    if shape.kind in {Kind.GROUP, Kind.DOCUMENT} and isinstance(value, BaseModel):
        return typed_from(type(value), value)
    match shape.kind:
        case Kind.NUMBER:
            return format(value, "f").replace(".", ",")
        case Kind.YES_NO:
            return "ja" if value else "nein"
        case Kind.STATE:
            return f"{value.report_month}+{value.months_waited}"
        case _:
            return str(value)


def at(typed: Mapping[str, Any], path: str) -> Any:
    """The text typed at a place such as participants.0; None for an empty one."""
    found: Any = typed
    for part in path.split("."):
        if isinstance(found, list):
            number = whole_number(part)
            found = found[number] if number is not None and number < len(found) else None
        else:
            found = found.get(part) if isinstance(found, Mapping) else None
    return found


def flat(typed: Any, path: str = "") -> list[tuple[str, str]]:
    """Nested values as the fields of a form; what is empty is left out."""
    if isinstance(typed, dict):
        return [pair for name, value in typed.items() for pair in flat(value, f"{path}.{name}" if path else name)]
    if isinstance(typed, list):
        grouped = any(isinstance(value, dict) for value in typed)
        return [
            pair
            for number, value in enumerate(typed)
            for pair in (flat(value, f"{path}.{number}") if grouped else [(path, str(value))])
        ]
    return [] if is_empty(typed) else [(path, str(typed))]
