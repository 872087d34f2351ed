"""Reasons: the parts of a rule's sentence; a file reader's process needs no more of the domain."""

from dataclasses import dataclass

from domain.german import spoken


@dataclass(frozen=True, slots=True)
class Reason:
    """Part of a rule's sentence: a stable code, its German words, and the values they name."""

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
