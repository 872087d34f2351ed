"""The shape of a request's field, as far as a form needs it: optional, one or several, of which kind."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import cache
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from domain.facts.signing import Document
from domain.figures import LoadState
from domain.record import Request

PROCEDURE = ("occurred_on", "reason", "legal_basis", "capacity")
"""Fields of every request beside its subject; asked for last."""
LONG = frozenset(
    {"says", "causes", "outlook", "reason", "rationale", "forecast", "recommendation", "summary", "grounds", "why",
     "cause"}
)  # fmt: skip
"""Texts of more than a line."""


class Kind(StrEnum):
    """How a value is typed in."""

    TEXT = "text"
    LONG_TEXT = "long_text"
    DAY = "day"
    NUMBER = "number"
    WHOLE = "whole"
    YES_NO = "yes_no"
    MONTH = "month"
    FIGURES = "figures"
    CHOICE = "choice"
    STATE = "state"
    DOCUMENT = "document"
    GROUP = "group"


KINDS = {"first": Kind.MONTH, "month": Kind.MONTH, "values": Kind.FIGURES}
"""Texts in a notation of their own: a month, figures one a line."""


@dataclass(frozen=True, slots=True)
class Shape:
    """A field's kind, whether it must be there, whether it is a list, and what it is made of or chosen from."""

    name: str
    owner: str
    kind: Kind
    required: bool
    several: bool
    model: type[BaseModel] | None = None
    words: tuple[str, ...] = ()
    """The values of an enumeration."""


@cache
def shapes(model: type[BaseModel]) -> Mapping[str, Shape]:
    """The fields of a model in the order a form asks for them: the matter first, the procedure last."""
    names = list(model.model_fields)
    if issubclass(model, Request):
        names = [*(name for name in names if name not in PROCEDURE), *PROCEDURE]
    return {name: _shape(name, model.__name__, model.model_fields[name]) for name in names}


def _shape(name: str, owner: str, field: FieldInfo) -> Shape:
    annotation, _ = _without_none(field.annotation)
    several = get_origin(annotation) is tuple
    if several:
        annotation, _ = _without_none(get_args(annotation)[0])
    kind, model, words = _kind(name, annotation)
    required = field.is_required() or (name == "county" and kind is Kind.GROUP)
    return Shape(name, owner, kind, required, several, model, words)


def _without_none(annotation: Any) -> tuple[Any, bool]:
    """The type without what annotates it and without None, and whether None was possible."""
    if get_origin(annotation) is Annotated:
        return _without_none(get_args(annotation)[0])
    if get_origin(annotation) in {Union, UnionType}:
        kinds = [one for one in get_args(annotation) if one is not type(None)]
        inner, _ = _without_none(kinds[0])
        return inner, len(kinds) < len(get_args(annotation))
    return annotation, False


def _kind(name: str, annotation: Any) -> tuple[Kind, type[BaseModel] | None, tuple[str, ...]]:
    if get_origin(annotation) is Literal:
        return Kind.CHOICE, None, tuple(str(one) for one in get_args(annotation))
    if annotation is LoadState:
        return Kind.STATE, LoadState, ()
    if annotation is Document:
        return Kind.DOCUMENT, Document, ()
    if isinstance(annotation, type):
        if issubclass(annotation, StrEnum):
            return Kind.CHOICE, None, tuple(one.value for one in annotation)
        if issubclass(annotation, BaseModel):
            return Kind.GROUP, annotation, ()
        plain = {bool: Kind.YES_NO, int: Kind.WHOLE, Decimal: Kind.NUMBER, date: Kind.DAY}
        if annotation in plain:
            return plain[annotation], None, ()
    if name in KINDS:
        return KINDS[name], None, ()
    return (Kind.LONG_TEXT if name in LONG else Kind.TEXT), None, ()
