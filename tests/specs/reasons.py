"""How the features say rules and checks in words, and which codes those words mean."""

import re
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path

WAYS: dict[str, dict[str, list[str]]] = tomllib.loads((Path(__file__).parent / "reasons.toml").read_text("utf-8"))
RULES: dict[str, str] = {words: code for code, ways in WAYS["rules"].items() for words in ways}
CHECKS: dict[str, str] = {words: code for code, ways in WAYS["checks"].items() for words in ways}
"""Codes by the words for them."""

_JOINED = re.compile(", und (?:weil|dass) ")


def one_of(words: Iterable[str]) -> str:
    """A pattern for words of which one may begin like another."""
    return "|".join(re.escape(one) for one in sorted(words, key=len, reverse=True))


_TWICE = "zweimal "
_ONE = rf"(?:{_TWICE})?(?:{one_of(RULES)})"
SEVERAL = rf"{_ONE}(?:{_JOINED.pattern}{_ONE})*"
"""One reason, or several: weil …, und weil zweimal …"""


def codes(text: str) -> list[str]:
    """The rules that reasons mean, in the order they are said."""
    reasons = _JOINED.split(text)
    return [RULES[words.removeprefix(_TWICE)] for words in reasons for _ in range(1 + words.startswith(_TWICE))]


SAID = re.compile(rf"(?:weil|dass) (?:{_TWICE})?({one_of(RULES | CHECKS)})(?![\w-])")


def said(text: str) -> Iterator[str]:
    """Every code that a step's text says in words."""
    if "weil " in text or "dass " in text:
        yield from map((RULES | CHECKS).__getitem__, SAID.findall(text))
