"""A fact or a part of one as people read it: every field by its German name, every value in German."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any, Literal, get_args, get_origin

from pydantic import BaseModel

from domain.figures import LoadState
from domain.german import CODES, german
from domain.terms import Bound
from interfaces.german import forms, numbers

FOR_MACHINES = frozenset({"said_from"})
"""Fields that say again in codes what stands beside them in German."""
Naming = Callable[[str, str, str], str]
"""The name people know for an id, by model and field."""


@dataclass(frozen=True, slots=True)
class Told:
    """A field with its value: a text, or what it is made of."""

    label: str
    says: str = ""
    parts: tuple["Told", ...] = ()


def described(value: BaseModel, naming: Naming = lambda _owner, _field, text: text) -> tuple[Told, ...]:
    """Every field that says something."""
    return tuple(_fields(value, naming))


def _fields(value: BaseModel, naming: Naming) -> Iterator[Told]:
    owner = type(value).__name__
    for name in type(value).model_fields:
        inner = getattr(value, name)
        if isinstance(inner, str) and inner in CODES and _of_a_choice(type(value).model_fields[name].annotation):
            yield Told(forms.label(owner, name), german(inner))
        elif inner is not None and inner not in ((), {}) and name not in FOR_MACHINES:
            yield _told(owner, name, inner, naming)


def _of_a_choice(annotation: Any) -> bool:
    """Whether a field takes one of some given words, as opposed to any text."""
    return any(
        get_origin(one) is Literal or (isinstance(one, type) and issubclass(one, StrEnum))
        for one in (annotation, *get_args(annotation))
    )


def _told(owner: str, name: str, value: object, naming: Naming) -> Told:
    label, one = forms.label(owner, name), forms.one(owner, name)
    match value:
        case LoadState():
            return Told(label, numbers.load_state(value))
        case Bound(names=None):
            return Told(label, f"{german(value.comparator)} {numbers.amount(value.value, value.unit)}")
        case BaseModel():
            return Told(label, parts=described(value, naming))
        case tuple() if any(isinstance(inner, BaseModel) for inner in value):
            entries = enumerate((inner for inner in value if isinstance(inner, BaseModel)), 1)
            parts = tuple(Told(f"{number}. {one}", parts=described(inner, naming)) for number, inner in entries)
            return Told(label, parts=parts)
        case tuple():
            return Told(label, "; ".join(_plain(owner, name, inner, naming) for inner in value))
        case dict():
            return Told(label, "; ".join(f"{key}: {inner}" for key, inner in value.items()))
        case _:
            return Told(label, _plain(owner, name, value, naming))


def _plain(owner: str, name: str, value: object, naming: Naming) -> str:
    if isinstance(value, int) and name == "version" and not isinstance(value, bool):
        return naming(owner, name, str(value))
    return naming(owner, name, value) if type(value) is str else said(value)


def said(value: object) -> str:
    """A plain value in German."""
    match value:
        case bool():
            return "ja" if value else "nein"
        case StrEnum():
            return german(value)
        case datetime():
            return numbers.instant(value)
        case date():
            return numbers.day(value)
        case Decimal():
            return numbers.number(value)
        case None:
            return "–"
        case _:
            return str(value)
