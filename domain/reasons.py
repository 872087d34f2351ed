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


def plain_values(values: Mapping[str, object]) -> dict[str, str]:
    """Values as codes and plain words, beside them the values of the reasons among them."""
    inner = {name: one for value in values.values() if isinstance(value, Reason) for name, one in value.values}
    return {name: _plain(value) for name, value in (inner | dict(values)).items()}


def _plain(value: object) -> str:
    return ", ".join(map(str, value)) if isinstance(value, tuple) else str(value)
