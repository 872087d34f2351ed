"""How values look as JSON: every enumeration has its German word, and what is sent is what is described."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any, get_args

import pytest
from pydantic import BaseModel

import interfaces.http.app  # noqa: F401 - describes every operation
from domain.german import german
from domain.record import Role
from domain.values import Frozen, Instant, Number
from interfaces.http.described import GIVEN
from interfaces.http.json import represented, schemas


class Shown(Frozen):
    """One of everything."""

    role: Role
    other: Role | None
    several: tuple[Role, ...]
    number: Number
    at: Instant
    on: date


def enumerations(annotation: Any, seen: set[Any]) -> Iterator[type[StrEnum]]:
    if isinstance(annotation, type) and issubclass(annotation, StrEnum):
        yield annotation
    elif isinstance(annotation, type) and issubclass(annotation, BaseModel) and annotation not in seen:
        seen.add(annotation)
        for field in annotation.model_fields.values():
            yield from enumerations(field.annotation, seen)
    for inner in get_args(annotation):
        yield from enumerations(inner, seen)


def test_every_enumeration_that_is_sent_has_german_words() -> None:
    seen: set[Any] = set()
    sent = {found for model in GIVEN.values() for found in enumerations(model, seen)}
    assert len(sent) > 15
    for word in {one for found in sent for one in found}:
        assert german(word)


def test_labels_stand_beside_what_they_name() -> None:
    at = datetime(2026, 6, 30, 12, tzinfo=UTC)
    several = (Role.COUNTY, Role.AUDITOR)
    one = Shown(role=Role.LAND, other=None, several=several, number=Decimal("5.30"), at=at, on=date(2026, 6, 30))
    assert represented(one) == {
        "role": "land",
        "role_label": "Land",
        "other": None,
        "other_label": None,
        "several": ["county", "auditor"],
        "several_label": ["Kommune", "Prüfung"],
        "number": "5.30",
        "at": "2026-06-30T12:00:00.000000Z",
        "on": "2026-06-30",
    }
    described = schemas([Shown], "serialization")["Shown"]
    assert set(described["properties"]) == set(represented(one)) == set(described["required"])


def test_what_is_no_value_is_not_sent() -> None:
    with pytest.raises(TypeError):
        represented(1.5)
