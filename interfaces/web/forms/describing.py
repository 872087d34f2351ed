"""A fact or a part of one as people read it: every field by its German name, every value in German."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from pydantic import BaseModel

from domain.figures import LoadState
from domain.german import german
from interfaces.german import forms, numbers, results


@dataclass(frozen=True, slots=True)
class Told:
    """A field with its value: a text, or what it is made of."""

    label: str
    says: str = ""
    parts: tuple["Told", ...] = ()


def described(value: BaseModel) -> tuple[Told, ...]:
    """Every field that says something."""
    return tuple(_fields(value))


def _fields(value: BaseModel) -> Iterator[Told]:
    owner = type(value).__name__
    for name in type(value).model_fields:
        inner = getattr(value, name)
        if inner is not None and inner not in ((), {}):
            yield from _told(forms.label(owner, name), forms.one(owner, name), inner)


def _told(label: str, one: str, value: object) -> Iterator[Told]:
    match value:
        case LoadState():
            yield Told(label, results.load_state(value))
        case BaseModel():
            yield Told(label, parts=described(value))
        case tuple() if any(isinstance(inner, BaseModel) for inner in value):
            entries = enumerate((inner for inner in value if isinstance(inner, BaseModel)), 1)
            yield Told(
                label, parts=tuple(Told(f"{number}. {one}", parts=described(inner)) for number, inner in entries)
            )
        case tuple():
            yield Told(label, "; ".join(said(inner) for inner in value))
        case dict():
            yield Told(label, "; ".join(f"{key}: {inner}" for key, inner in value.items()))
        case _:
            yield Told(label, said(value))


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
