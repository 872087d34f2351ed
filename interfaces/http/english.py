"""English sentences from codes and values, for readers without German; the German sentence is the one that counts."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from string import Formatter
from typing import Any

from application.acting.permissions import PERMITTED
from application.history.filters import FACTS
from domain.german import CODES
from domain.rules import Finding

SPECS = ("word", "or", "and", "names", "act")
"""How a placeholder is said: as the words of one or several codes, as ids beside codes, as a request."""
_CODE = re.compile(r"[a-z][a-z0-9_]*")


@cache
def sentences() -> Mapping[str, str]:
    """Every rule's English sentence, with its placeholders, by code."""
    return _table()["rules"]


def english(finding: Finding) -> str:
    """The finding's English sentence; its German one where it was recorded without codes and values for it."""
    try:
        return _Sentence().format(sentences()[finding.rule], **finding.values)
    except KeyError:
        return finding.says


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
    pattern = str(context.get("pattern", ""))
    if names := re.fullmatch(r"\^\(([\w|]+)\)\$", pattern):
        return f"must be one of {', '.join(names[1].split('|'))}"
    form = _table()["forms"].get(pattern)
    if detail["type"] == "string_pattern_mismatch":
        return f"must be {form}" if form else "does not have the expected form"
    return _table()["fields"].get(detail["type"], "is not valid").format_map(context)


class _Sentence(Formatter):
    """Raises KeyError where a value is missing, or is no code where one is said by its words."""

    def vformat(self, format_string: str, args: Sequence[Any], kwargs: Mapping[str, Any]) -> str:
        self._values = kwargs
        return super().vformat(format_string, args, kwargs)

    def format_field(self, value: Any, format_spec: str) -> str:
        match format_spec:
            case "":
                return str(value)
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
def _words() -> Mapping[str, str]:
    return _table()["words"] | {request.title: request.title_en for request in PERMITTED}


@cache
def _acts() -> Mapping[str, str]:
    return _table()["acts"] | {str(request.named()): request.title_en for request in PERMITTED}


@cache
def _table() -> dict[str, dict[str, str]]:
    return tomllib.loads(files(__package__).joinpath("english.toml").read_text("utf-8"))
