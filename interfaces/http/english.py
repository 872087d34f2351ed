"""Findings in English, for readers without German; the German sentence is the one that counts."""

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from string import Formatter
from typing import Any

from application.acting.permissions import PERMITTED
from domain.rules import Finding

WORD = "word"
"""Marks a placeholder that is filled with German words of the service: {status:word}."""


@cache
def sentences() -> Mapping[str, str]:
    """Every rule's English sentence, with its placeholders, by code."""
    return _table()["rules"]


def english(finding: Finding) -> str:
    """What a finding says, in English; in German where it was recorded without what the sentence names."""
    sentence = sentences().get(finding.rule)
    named = {name for _, name, _, _ in Formatter().parse(sentence or "") if name}
    if sentence is None or not named <= finding.values.keys():
        return finding.says
    return _Sentence().format(sentence, **finding.values)


def word(german: str) -> str:
    """The English for a German word of the service, or for several joined by commas or "oder"; others stay.

    A sentence with a number in it stands there with #.
    """
    words = _words()
    if german in words:
        return words[german]
    number = re.search("[0-9]+", german)
    if number and (sentence := words.get(german.replace(number[0], "#", 1))):
        return sentence.replace("#", number[0])
    parts = re.split("(, | oder )", german)
    return "".join(words.get(part, " or " if part == " oder " else part) for part in parts)


class _Sentence(Formatter):
    def format_field(self, value: Any, format_spec: str) -> Any:
        return word(value) if format_spec == WORD else value


@cache
def _words() -> Mapping[str, str]:
    return _table()["words"] | {request.title: request.title_en for request in PERMITTED}


@cache
def _table() -> dict[str, dict[str, str]]:
    return tomllib.loads(files(__package__).joinpath("english.toml").read_text("utf-8"))
