"""The catalogue of facts: stable names, schema numbers, and how older shapes become current ones."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from functools import cache
from typing import Any, get_args
from uuid import UUID

from pydantic import TypeAdapter
from pydantic_core import from_json
from typing_extensions import TypedDict

from domain.facts import AnyFact
from domain.record import Fact, Provenance
from domain.rules import Finding

Upcaster = Callable[[dict[str, Any]], dict[str, Any]]


def _without_preview(fact: dict[str, Any]) -> dict[str, Any]:
    """Decisions about files did not say at first what was to be seen of the file."""
    return fact | {"preview": None}


def _as_it_was(fact: dict[str, Any]) -> dict[str, Any]:
    """Fields the newer shape adds are not written where unused, so an older fact needs no change."""
    return fact


HOLDING_TERMS = ("AgreementDrafted", "DraftRevised", "TranscriptionCorrected", "AmendmentProposed")

CHANGES: Mapping[tuple[str, int], Upcaster] = {
    # Changes of the stored shapes, oldest first; (name, schema) becomes schema + 1. Stored shapes never change.
    ("FigureFileReleased", 1): _without_preview,
    ("FigureFileRejected", 1): _without_preview,
    # a file may be read by a mapping
    ("FigureFileDelivered", 1): _as_it_was,
    # the terms hold the words of the paper
    **{(name, 1): _as_it_was for name in HOLDING_TERMS},
    # bounds name a number; lines have form, base year and wait; verdicts need some lines only; rounding may be open
    **{(name, 2): _as_it_was for name in HOLDING_TERMS},
    ("TargetProposed", 1): _as_it_was,
    # parties may have no AGS; somebody who does not sign may consent
    **{(name, 3): _as_it_was for name in HOLDING_TERMS},
    # a dialog says what it was called for, which laws it was about, and whether it was held in writing
    ("DialogHeld", 1): _as_it_was,
    # an error of the statistic itself is a cause of its own
    ("FiguresDelivered", 1): _as_it_was,
    # warnings keep what they were said from
    ("FigureFileDelivered", 2): _as_it_was,
    # a computed verdict may be open
    ("FinalAssessmentMade", 1): _as_it_was,
    ("AssessmentRevised", 1): _as_it_was,
    # results keep what their texts were said from
    ("FinalAssessmentMade", 2): _as_it_was,
    ("AssessmentRevised", 2): _as_it_was,
}


class Catalogue:
    """Every type of fact by its stable name, with the number of its current schema (the first is 1)."""

    def __init__(self, facts: Iterable[type[Fact]], changes: Mapping[tuple[str, int], Upcaster]) -> None:
        self.facts = {fact.__name__: fact for fact in facts}
        self.changes = changes
        self.schemas = {name: 1 + sum(changed == name for changed, _ in changes) for name in self.facts}

    def read(self, name: str, entry: bytes) -> dict[str, Any]:
        """The values of a stored entry, its fact in today's shape.

        Raises LookupError or ValueError when it is of a later day.
        """
        reader = _reader(self.facts[name])
        current = self.schemas[name]
        if current == 1 or _schema_of(entry) == current:
            values = reader.validate_json(entry)
        else:
            values = reader.validate_python(self._upcast(name, from_json(entry), current))
        if values.pop("schema") != current:
            raise LookupError(name)
        return values

    def outline(self, name: str, entry: bytes) -> dict[str, Any]:
        """The same with a fact that has nothing but its type, whatever shape it was stored in."""
        values = _OUTLINES.validate_json(entry)
        if values.pop("schema") > self.schemas[name]:
            raise LookupError(name)
        return values | {"fact": self.facts[name].model_construct()}

    def _upcast(self, name: str, entry: dict[str, Any], current: int) -> dict[str, Any]:
        for schema in range(entry["schema"], current):
            entry["fact"] = self.changes[name, schema](entry["fact"])
            entry["schema"] = schema + 1
        return entry


def _schema_of(entry: bytes) -> int | None:
    """The schema number of a canonical entry without reading all of it; None where it is not found.

    The last such key is the entry's own: a fact sorts before it, and quotes in a text are escaped.
    """
    _, key, rest = entry.rpartition(b',"schema":')
    number = rest.partition(b",")[0] if key else b""
    return int(number) if number.isdigit() else None


@cache
def _reader(fact: type[Fact]) -> TypeAdapter[dict[str, Any]]:
    """Reads a whole entry in one pass, which is what makes folding a long stream fast."""
    shape: Any = TypedDict  # the shape is known at run time only
    return TypeAdapter(shape("Entry", _AROUND | {"fact": fact}))


_AROUND = {
    "stream_id": str,
    "version": int,
    "event_id": UUID,
    "schema": int,
    "occurred_on": date,
    "recorded_at": datetime,
    "provenance": Provenance,
    "findings": tuple[Finding, ...],
    "software": str,
}
"""What stands around a fact."""
_OUTLINES: TypeAdapter[dict[str, Any]] = TypeAdapter(TypedDict("Outline", _AROUND))  # type: ignore[operator]

CATALOGUE = Catalogue(get_args(AnyFact), CHANGES)
"""The one catalogue."""
