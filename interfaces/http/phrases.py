"""English for sentences and names the service makes itself; the German one is recorded and counts."""

import re
import tomllib
from collections.abc import Mapping, Sequence, Set
from functools import cache, lru_cache
from importlib.resources import files
from string import Formatter
from typing import Any

from domain.german import german
from domain.measures import Unit
from domain.reasons import Said
from domain.rules import Finding
from domain.said_from import knowing
from domain.terms import Comparator, Sex
from interfaces.http.english import english, laws, names, retold, word

FIELDS = frozenset({"formula", "measure_name", "measure_title", "because", "not_assessable_because"})
"""Fields with words of the service that may have been stored, in whatever they stand."""
FIELDS_OF: Mapping[str, frozenset[str]] = {
    **dict.fromkeys(("BaseQuantity", "Measure", "PublishedMeasure", "Grid"), frozenset({"name", "source"})),
    "Value": frozenset({"source"}),
    "LineResult": frozenset({"says"}),  # a figure of the ordinance is called by its name; terms say a line's own
    "CatalogueOfMeasures": frozenset({"title"}),
    "LineKey": frozenset({"name"}),
    "ComparedMeasure": frozenset({"name"}),
    **dict.fromkeys(("HistoryEntry", "Myself"), frozenset({"authenticated_by"})),
    "Webhook": frozenset({"last_error"}),
}
"""Further such fields, by the model they stand in."""
RECORDED: Mapping[str, frozenset[str]] = {"derivation": FIELDS | {"source"}, "warnings": frozenset({"says"})}
"""Fields of facts in which words of the service are recorded, and the fields within that hold them."""
RECORDED_IN: Mapping[str, frozenset[str]] = {
    **dict.fromkeys(("AssessmentEntry", "HistoryEntry"), frozenset()),
    "Warned": RECORDED["warnings"],
}
"""The models that show what was recorded as it was, and which of their own fields hold words of the service."""
SAID_FROM = "said_from"
_TABLE = "phrases.toml"
DEEPEST = 4
"""How deep phrases stand in phrases; deeper ones are texts of people."""


def phrase(text: str) -> str:
    """The English of a sentence or name the service made, by its code while that is known; any other text as it is."""
    return retold(text) if isinstance(text, Said) else read(text)


@lru_cache(maxsize=4096)
def read(text: str, depth: int = 0) -> str:
    """The English of a German sentence that was stored; any other text as it is, and what stands too deep in one."""
    exact = _exact().get(text)
    if exact is not None:
        return exact
    for pattern, said in _patterns() if depth < DEEPEST else ():
        if found := pattern.fullmatch(text):
            return _Phrase(depth + 1).format(said, **found.groupdict())
    return text


def rephrased(recorded: Any, words: Set[str] = frozenset(), said: Mapping[str, str] = {}, field: str = "") -> Any:
    """Something recorded, with the words of the service in English: from what they were said from, where that is kept.

    `words` are the fields that hold such words here, none outside of what the service records in its own.
    """
    match recorded:
        case dict() if words and {"rule", "clause", "says"} <= recorded.keys() <= Finding.model_fields.keys():
            return recorded | {"says": english(Finding.model_validate(recorded))}
        case dict():
            said = {text: retold(one) for text, one in knowing(recorded.get(SAID_FROM, ())).items()} or said
            return {
                name: one if name == SAID_FROM else rephrased(one, words or RECORDED.get(name, words), said, name)
                for name, one in recorded.items()
            }
        case list():
            return [rephrased(one, words, said, field) for one in recorded]
        case str() if field in words:
            return said.get(recorded) or phrase(recorded)
        case _:
            return recorded


def is_phrase(model: type, field: str) -> bool:
    """Whether the service fills this field with its own words."""
    return field in FIELDS or any(field in FIELDS_OF.get(one.__name__, ()) for one in model.__mro__)


@cache
def phrases() -> Mapping[str, str]:
    """Every phrase: its German template and the English one."""
    table = tomllib.loads(files(__package__).joinpath(_TABLE).read_text("utf-8"))
    return {**names(), **laws(), **{said: english for group in table.values() for said, english in group.items()}}


@cache
def _exact() -> Mapping[str, str]:
    return {said: english for said, english in phrases().items() if "{" not in said}


@cache
def _patterns() -> Sequence[tuple[re.Pattern[str], str]]:
    """Templates as patterns; one that says more comes before one that would match as well."""
    templates = [(list(Formatter().parse(said)), english) for said, english in phrases().items() if "{" in said]
    templates.sort(key=lambda one: -sum(len(text) for text, *_ in one[0]))
    return [(re.compile(_pattern(parts)), said) for parts, said in templates]


def _pattern(parts: Sequence[tuple[str, str | None, str | None, str | None]]) -> str:
    """A template as a pattern that reads any text in linear time: each value ends where what follows it first comes.

    For measures and lines are called as people call them, who could make a text that takes minutes.
    """
    fields = [(name, spec or "") for _, name, spec, _ in parts if name]
    literals = [re.escape(text) for text, *_ in parts]
    literals += [""] * (len(fields) + 1 - len(literals))
    values = [f"(?P<{name}>{_VALUES.get(spec, '.+?')})" for name, spec in fields]
    closed = [f"(?>{value}{after})" for value, after in zip(values[:-1], literals[1:-1], strict=True)]
    return "".join([literals[0], *closed, values[-1], literals[-1]])


@cache
def _words() -> Mapping[str, str]:
    return {german(code): word(code) for code in (*Sex, *Comparator, *Unit)}


_VALUES = {
    "number": r"[-−+]?[0-9][0-9.,]*",
    "day": r"[0-9]{2}\.[0-9]{2}\.[0-9]{4}",
    "word": "|".join([*sorted(map(re.escape, _words()), key=len, reverse=True), r"\S+?"]),
}
"""What a value looks like, by how it is marked."""


class _Phrase(Formatter):
    def __init__(self, depth: int) -> None:
        self._depth = depth

    def format_field(self, value: str, format_spec: str) -> str:
        match format_spec:
            case "word":
                return _words().get(value, value)
            case "number":
                return value.translate(str.maketrans(",.", ".,"))
            case "day":
                return "-".join(reversed(value.split(".")))
            case "phrase" | "window":
                return read(value, self._depth)
            case _:
                return value
