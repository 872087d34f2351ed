"""English sentences from codes and values, for readers without German; the German sentence is the one that counts."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from decimal import Decimal
from enum import StrEnum
from functools import cache, reduce
from importlib.resources import files
from string import Formatter
from typing import Any

from application.acting.carry_over import Undecided
from application.acting.malformed import listed
from application.acting.permissions import PERMITTED
from application.history.filters import FACTS
from application.lists.due_item import DueItem
from domain.german import CODES
from domain.measures import EDITIONS, BaseQuantity, Measure
from domain.reasons import Reason, Said
from domain.rules import Finding
from domain.said_from import restored

SPECS = ("word", "or", "and", "names", "act", "number")
"""How a placeholder is said: as words of codes, as ids beside codes, as a request, as a number with its thousands."""
TABLES = (
    "english.toml",
    "english_changes.toml",
    "english_files.toml",
    "english_health.toml",
    "english_results.toml",
    "english_names.toml",
)
_CODE = re.compile(r"[a-z][a-z0-9_]*")


@cache
def sentences(of: str = "rules") -> Mapping[str, str]:
    """Every English sentence with its placeholders: of rules by code, of what is due or undecided by its kind."""
    return _table()[of]


def english(said: Finding | DueItem | Undecided) -> str:
    """Its English sentence; the German one where a finding was recorded without codes and values for it."""
    try:
        return _Sentence().format(_template(said), **said.values)
    except KeyError:
        return said.says


def _template(said: Finding | DueItem | Undecided) -> str:
    match said:
        case Finding():
            return sentences()[said.rule]
        case DueItem():
            return sentences("due")[said.kind]
        case Undecided():
            return sentences("undecided")[said.about]


def retold(said: str) -> str:
    """What a German text was said from, in English; the text itself where that is not known."""
    match getattr(said, "source", None):
        case Finding() as finding:
            return english(finding)
        case type() as fact:
            return fact_title(fact.__name__) or str(said)
        case Reason() as reason:
            return _Retold().format(word(reason.code), **dict(reason.values))
        case dict() as kept if known(kept["code"]):
            return _said_again(said, kept)
        case _:
            return str(said)


def _said_again(said: str, kept: Mapping[str, Any]) -> str:
    """A stored text from its source; as it is where this software says that from other values now."""
    try:
        return retold(restored(kept))
    except KeyError:
        return str(said)


def names() -> Mapping[str, str]:
    """The English names of measures and quantities, by the German ones an edition of the catalogue has."""
    return _table()["names"]


@cache
def laws() -> Mapping[str, str]:
    """What editions of the catalogue cite, in English by the German text; paragraphs keep their form."""
    parts = _table()["laws"]
    editions = EDITIONS.values()
    cited = {of.title for of in editions} | {one.source for of in editions for one in of.measures.values()}
    cited |= {one.source for of in editions for one in of.quantities}
    return {text: reduce(lambda said, part: said.replace(part, parts[part]), parts, text) for text in cited}


def _in_the_catalogue(place: str) -> Measure | BaseQuantity:
    """The measure or base quantity at a place such as 2019/measures/K2; raises KeyError."""
    version, kind, code = place.split("/")
    edition = EDITIONS[version]
    return edition.measures[code] if kind == "measures" else {one.code: one for one in edition.quantities}[code]


def spoken(value: object) -> str:
    """A day as 2026-02-10, a decimal as 15,601,016.5, a code by its words, several values joined by commas."""
    match value:
        case tuple():
            return ", ".join(map(spoken, value))
        case Said():
            return retold(value)
        case StrEnum():
            return word(value)
        case Decimal():
            return f"{value:,f}"
        case _:
            return str(value)


def word(code: str) -> str:
    """The English words of an enumeration's value or a reason: its code with spaces, unless others are listed."""
    return _table()["words"].get(code, code.replace("_", " "))


def known(code: str) -> bool:
    """Whether a code's English words are its own or listed; a word that was recorded in a code's place is not."""
    return code in CODES or code in _table()["words"]


def act(code: str) -> str:
    """A request or an operation in English."""
    return _acts().get(code, code.replace("_", " "))


def fact_title(fact: str) -> str | None:
    """The English title of a fact by its name: AgreementSigned becomes “Agreement signed”; None for no fact."""
    return re.sub("(?<!^)(?=[A-Z])", " ", fact).capitalize() if fact in FACTS else None


def field_error(detail: Mapping[str, Any]) -> str:
    """The English sentence for a field that cannot be read, from the kind of error and its context."""
    context = detail.get("ctx", {})
    context = {**context, "expected": listed(context)}
    pattern = str(context.get("pattern", ""))
    if names := re.fullmatch(r"\^\(([\w|]+)\)\$", pattern):
        return f"must be one of {', '.join(names[1].split('|'))}"
    form = _table()["forms"].get(pattern)
    if detail["type"] == "string_pattern_mismatch":
        return f"must be {form}" if form else "does not have the expected form"
    return _table()["fields"].get(detail["type"], "is not valid").format_map(context)


class _Retold(Formatter):
    def format_field(self, value: Any, format_spec: str) -> str:
        match format_spec:
            case "name":
                return names()[_in_the_catalogue(str(value)).name]
            case "law":
                return laws()[_in_the_catalogue(str(value)).source]
            case "within":  # inside a sentence, which has a full stop of its own
                return spoken(value).rstrip(".")
            case _:
                return spoken(value)


class _Sentence(Formatter):
    """Raises KeyError where a value is missing, or is no code where one is said by its words."""

    def vformat(self, format_string: str, args: Sequence[Any], kwargs: Mapping[str, Any]) -> str:
        self._values = kwargs
        return super().vformat(format_string, args, kwargs)

    def format_field(self, value: Any, format_spec: str) -> str:
        match format_spec:
            case "":
                return str(value)
            case "number":
                return f"{Decimal(value):,f}"
            case "act":
                return act(_known(value, _CODE.fullmatch(value) is not None))
            case "names":
                return ", ".join(map(word, value.split(", ")))
            case joined:
                between = ", " if joined == "word" else f" {joined} "
                return between.join(map(self._word, value.split(", ")))

    def _word(self, code: str) -> str:
        return Formatter().vformat(word(_known(code, known(code))), (), self._values)


def _known(code: str, found: bool) -> str:
    if not found:
        raise KeyError(code)
    return code


@cache
def _acts() -> Mapping[str, str]:
    return _table()["acts"] | {str(request.named()): request.title_en for request in PERMITTED}


@cache
def _table() -> dict[str, dict[str, str]]:
    merged: dict[str, dict[str, str]] = {}
    for name in TABLES:
        for of, said in tomllib.loads(files(__package__).joinpath(name).read_text("utf-8")).items():
            merged[of] = merged.get(of, {}) | said
    return merged
