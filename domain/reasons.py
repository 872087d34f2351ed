"""Reasons: sentences and parts of them; a file reader's process needs no more of the domain."""

from collections.abc import Mapping
from dataclasses import dataclass

from domain.german import spoken


@dataclass(frozen=True, slots=True)
class Reason:
    """A sentence or a part of one: a stable code, its German words, and the values they name."""

    code: str
    german: str
    values: tuple[tuple[str, object], ...] = ()

    def of(self, **values: object) -> "Reason":
        """The reason about these values."""
        return Reason(self.code, self.german, tuple(values.items()))

    def __str__(self) -> str:
        return self.code

    def in_german(self) -> str:
        """The German words, with the values."""
        return self.german.format(**{name: spoken(value) for name, value in self.values})

    def plain(self) -> dict[str, str]:
        """The values as codes and plain words, from which any language is rendered."""
        return plain_values(dict(self.values))

    def said(self, **values: object) -> str:
        """The German text about these values, as one that knows its reason (Said)."""
        found = self.of(**values) if values else self
        return Said(found.in_german(), found)


class Said(str):
    """A German text with what it was said from beside it, so that other languages are said from the same."""

    __slots__ = ("source",)
    source: object

    def __new__(cls, text: str, source: object) -> "Said":
        said = super().__new__(cls, text)
        said.source = source
        return said

    def __getnewargs__(self) -> tuple[str, object]:  # type: ignore[override]  # what __new__ takes
        return str(self), self.source


@dataclass(frozen=True, slots=True)
class Digits:
    """A number as somebody wrote it down, every digit kept, with the decimal comma of German texts."""

    text: str

    def __str__(self) -> str:
        return self.text

    def in_german(self) -> str:
        """The number with a decimal comma."""
        return self.text.replace(".", ",")


ITSELF = Reason("value", "{value}")
"""A value by itself: a code, a day or a number."""


def plain_values(values: Mapping[str, object]) -> dict[str, str]:
    """Values as codes and plain words, beside them the values of the reasons among them."""
    inner = {name: one for value in values.values() if isinstance(value, Reason) for name, one in value.values}
    return {name: _plain(value) for name, value in (inner | dict(values)).items()}


def _plain(value: object) -> str:
    return ", ".join(map(str, value)) if isinstance(value, tuple) else str(value)
