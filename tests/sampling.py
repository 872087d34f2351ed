"""What longer runs exhaust and every other run samples: always the same few, the first and last among them."""

import os
import random
from collections.abc import Iterable
from typing import Any, TypeVar

import pytest

T = TypeVar("T")

WHOLE = os.environ.get("WHOLE") == "1"
"""Whether nothing is left out."""
FIXED = os.environ.get("FIXED") == "1"
"""Whether a whole run draws the same cases as any other, so that none is red by chance."""
exhaustive = pytest.mark.exhaustive
"""What `make fuzz` runs whole."""
swept = pytest.mark.swept
"""What goes through every address as every role, or through every command, and is run whole by `make long`."""


def some(things: Iterable[T], few: int) -> list[T]:
    """So many of these things, in their order; all of them in a whole run."""
    every = [*things]
    if WHOLE or len(every) <= few:
        return every
    chosen = random.Random(len(every)).sample(range(1, len(every) - 1), few - 2)
    return [every[place] for place in sorted({0, *chosen, len(every) - 1})]


def each(people: Iterable[Any]) -> pytest.MarkDecorator:
    """A test for each of these people, who know their place among them."""
    return pytest.mark.parametrize(("place", "actor"), [*enumerate(people)], ids=lambda one: getattr(one, "person", ""))


def share(things: Iterable[T], place: int, of: int = 6) -> list[T]:
    """Every so manieth of these things, from this place on, so that all places try all; every one in a whole run."""
    return [*things] if WHOLE else [*things][place % of :: of]


def times(number: int, whole: int) -> int:
    """How often something is tried; more often in a whole run."""
    return whole if WHOLE else number
