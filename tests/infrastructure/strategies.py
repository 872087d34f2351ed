"""Values for every model: hypothesis strategies, and one full example with every field filled."""

import re
import types
from datetime import UTC, date, datetime
from decimal import Decimal
from enum import Enum
from functools import cache
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints
from uuid import UUID

from hypothesis import strategies as st
from pydantic import BaseModel, StringConstraints, TypeAdapter, ValidationError

from domain.facts import AnyFact
from domain.measures import CATALOGUES, Measure
from domain.record import Fact, Provenance, Record
from domain.rules import Finding
from domain.values import UNREADABLE

FACTS: tuple[type[Fact], ...] = get_args(AnyFact)
MEASURES = [measure for catalogue in CATALOGUES.values() for measure in catalogue.values()]
VISIBLE = st.text(st.characters(exclude_categories=["Cc", "Cf", "Cs", "Zl", "Zp"]), min_size=1, max_size=8).filter(
    lambda text: text.strip() and not UNREADABLE.search(text)
)
CODES = [
    *("kreis-1", "2026-03", "2025-12", "ab" * 32, "09" * 32, "LZB_4J", "K2", "III.2", "S", "03", "03358"),
    *("1234/5678", "-7.10", "0", "999999999999999999.000000000001", "2019", "a-b.2026-1"),
    *("0123456789abcdef-fedcba9876543210", "V50", "0123456789abcdef"),
]


def values(kind: Any, constraints: tuple[Any, ...] = ()) -> st.SearchStrategy[Any]:
    """Everything a field of this type may hold, in small sizes."""
    inner = get_args(kind)
    if get_origin(kind) is Annotated:
        return values(inner[0], (*constraints, *inner[1:]))
    if get_origin(kind) in {Union, types.UnionType}:
        return st.one_of([values(each) for each in inner])
    if get_origin(kind) is Literal:
        return st.sampled_from(inner)
    if get_origin(kind) is tuple:
        fewest = limit(constraints, "min_length", 0)
        return st.lists(values(inner[0]), min_size=fewest, max_size=fewest + 1).map(tuple)
    if get_origin(kind) is dict:
        plain = VISIBLE | st.none() | st.just(3) if inner[1] is Any else VISIBLE
        return st.dictionaries(st.sampled_from(CODES), plain, max_size=2)
    if kind is Measure:
        return st.sampled_from(MEASURES)
    if issubclass(kind, BaseModel):
        return models(kind)
    if kind is str and (pattern := pattern_of(constraints)):
        return st.sampled_from(codes(pattern, limit(constraints, "max_length", 4000)))
    if kind is int:
        return st.integers(limit(constraints, "ge", 0), limit(constraints, "le", 2**53 - 1))
    if kind is Decimal:
        return st.decimals(-(10**9), 10**9, places=3).map(lambda value: value or Decimal("0.000"))
    if issubclass(kind, Enum):
        return st.sampled_from([member for member in kind if fits(member, kind, constraints)])
    return VISIBLE if kind is str else st.from_type(kind)


def fits(value: Any, kind: Any, constraints: tuple[Any, ...]) -> bool:
    """Whether a field of this type and these constraints takes the value."""
    try:
        TypeAdapter(Annotated[(kind, *constraints)] if constraints else kind).validate_python(value)
    except ValidationError:
        return False
    return True


@cache
def of_fields(model: type[BaseModel]) -> dict[str, st.SearchStrategy[Any]]:
    """What each field of a model may hold."""
    return {name: values(field, more) for name, field, more in fields(model)}


@st.composite
def models(draw: st.DrawFn, model: type[BaseModel]) -> BaseModel:
    """Instances of a model."""
    return model(**{name: draw(field) for name, field in of_fields(model).items()})


def records(*facts: type[Fact]) -> st.SearchStrategy[Record]:
    """Any fact, or one of these, with anything around it."""
    return st.builds(
        Record,
        stream_id=st.from_regex(r"[a-z0-9.-]{3,30}", fullmatch=True),
        version=st.integers(1, 2**53 - 1),
        event_id=st.uuids(),
        occurred_on=st.dates(),
        provenance=values(Provenance),
        findings=st.lists(st.builds(Finding, rule=VISIBLE, clause=VISIBLE, says=VISIBLE), max_size=2).map(tuple),
        software=VISIBLE,
        fact=st.one_of([values(fact) for fact in facts or FACTS]),
        position=st.integers(1, 2**53 - 1),
        recorded_at=st.datetimes(datetime(2000, 1, 1), timezones=st.just(UTC)),  # noqa: DTZ001
    )


EXAMPLES: dict[Any, Any] = {
    str: "Käthe & Jürgen: „5,3 %“ — § 48b",
    Measure: MEASURES[1],
    Decimal: Decimal("-7.10"),
    date: date(2026, 3, 15),
    UUID: UUID("0189d0aa-1111-7222-8333-444455556666"),
    bool: True,
}


def example(kind: Any, constraints: tuple[Any, ...] = ()) -> Any:
    """One value of this type, with nothing left out that may be left out."""
    inner = get_args(kind)
    if get_origin(kind) is Annotated:
        return example(inner[0], (*constraints, *inner[1:]))
    if kind is str and (pattern := pattern_of(constraints)):
        return codes(pattern, limit(constraints, "max_length", 4000))[0]
    if kind in EXAMPLES:
        return EXAMPLES[kind]
    if get_origin(kind) in {Union, types.UnionType, Literal}:
        return inner[0] if get_origin(kind) is Literal else example(inner[0])
    if get_origin(kind) is tuple:
        return (example(inner[0]),) * limit(constraints, "min_length", 1)
    if get_origin(kind) is dict:
        return {"schluessel": "Wert"}
    if issubclass(kind, BaseModel):
        return kind(**{name: example(field, more) for name, field, more in fields(kind)})
    if issubclass(kind, Enum):
        return next(iter(kind))
    assert kind is int, kind
    return limit(constraints, "ge", 1)


def fields(model: type[BaseModel]) -> list[tuple[str, Any, tuple[Any, ...]]]:
    """Name, type and further constraints of each field."""
    hints = get_type_hints(model, include_extras=True)
    return [(name, hints[name], tuple(field.metadata)) for name, field in model.model_fields.items()]


def limit(constraints: tuple[Any, ...], name: str, default: int) -> int:
    """The limit of that name, or the default."""
    single = [part for each in constraints for part in getattr(each, "metadata", [each])]
    return next((getattr(part, name) for part in single if hasattr(part, name)), default) or default


def pattern_of(constraints: tuple[Any, ...]) -> str | None:
    """The pattern a text must match, if any, without its anchors."""
    patterns = [each.pattern for each in constraints if isinstance(each, StringConstraints) and each.pattern]
    return str(patterns[0]).strip("^$") if patterns else None


def codes(pattern: str, longest: int) -> list[str]:
    """The codes that match; a few do, since what varies in a code is never written differently."""
    return [code for code in CODES if re.fullmatch(pattern, code) and len(code) <= longest]
