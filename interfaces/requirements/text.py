"""The agreement word for word, and which of its words ask for what."""

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any, Self

from pydantic import model_validator

from domain.terms import Passage
from domain.values import Frozen
from interfaces.sample.terms import heidekreis_2026


class Span(Frozen):
    """Words that ask for something: the Regeln that carry them out, or why nothing is to be recorded."""

    place: str
    words: str
    laws: tuple[str, ...] = ()
    why_none: str | None = None
    entries: tuple[str, ...] = ()
    """Titles of entries that stand at this sentence rather than at the last one of its clause."""

    @model_validator(mode="after")
    def _either(self) -> Self:
        if bool(self.laws) == bool(self.why_none):
            raise ValueError(f"{self.place}: {self.words}")
        return self


def paper() -> str:
    """The agreement as it was given, the source of every figure and duty.

    Vereinbarung zur Erreichung der Ziele der Grundsicherung für Arbeitsuchende im Jahr 2026 between the Land
    Niedersachsen (MS) and the Landkreis Heidekreis: Hannover, 29 January 2026; Bad Fallingbostel, 10 February 2026.
    """
    return files(__package__).joinpath("heidekreis_2026.txt").read_text("utf-8")


@cache
def passages() -> tuple[Passage, ...]:
    """Headings, sentences and list items with their places, from the title to the signatures."""
    signatures = (Passage(clause="S", **signature) for signature in _content()["signature"])
    return (*heidekreis_2026().text, *signatures)


@cache
def spans() -> tuple[Span, ...]:
    """Every span, in the order of the text."""
    return tuple(Span.model_validate(span) for span in _content()["span"])


def short(place: str) -> str:
    """A place as a reader cites it: without the Roman number in front of a paragraph's sign, which is unique."""
    return re.sub(r"^III\. (?=§)", "", place).replace("Absatz", "Abs.")


def _content() -> dict[str, Any]:
    return tomllib.loads(files(__package__).joinpath("heidekreis_2026.toml").read_text("utf-8"))
