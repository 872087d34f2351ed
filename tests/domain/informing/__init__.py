"""Facts that only inform: one test file each, which also tells the guards over all facts and acts what they need."""

import importlib
import pkgutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from application.reading.sources import Counting
from domain.record import Actor, Informing, Request


@dataclass(frozen=True, kw_only=True)
class Example:
    """A fact as it is recorded in a life, and the act it comes from."""

    fact: Informing
    request: type[Request]
    by: Actor
    permitted: str
    """Who may, by land, county, committee, auditor and operator: yes or -."""
    said: Mapping[str, Any]
    """The request's content, in the life that the tests share."""
    wished: Mapping[str, Any]
    """The same as strategies, sensible and not."""
    path: str
    part: Callable[[Counting], Any]
    stored: Mapping[int, bytes] = field(default_factory=dict)
    """Its entry by schema, as once stored and never edited; of older facts it is a file in stored_shapes."""

    def asked(self, on: date) -> Request:
        """The request, on a day."""
        return self.request.model_validate({"occurred_on": on, **self.said})


def examples() -> tuple[Example, ...]:
    """One example from each test file in this folder."""
    modules = sorted(module.name for module in pkgutil.iter_modules(__path__, f"{__name__}."))
    return tuple(importlib.import_module(name).EXAMPLE for name in modules)
