"""What texts of the service were said from, as plain data beside them: codes and values, in no language."""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from enum import StrEnum
from string import Formatter
from typing import Any

from pydantic import TypeAdapter

from domain.reasons import Reason, Said
from domain.rules import Finding
from domain.values import Frozen, Text


class SaidFrom(Frozen):
    """A text of the service and its source: the code of a reason and the values it names.

    A value is a text without language such as an id, a month or a cell, a whole number, {"number": "4778.5"}, a list of
    values, or another source: {"code": …, "values": …}, of a rule {"rule": …, "values": …}.
    """

    text: Text
    code: str
    values: dict[str, Any]


_ANYTHING: TypeAdapter[object] = TypeAdapter(object)


def said_from(value: object) -> tuple[SaidFrom, ...]:
    """The sources of all texts within a value that know theirs, each text once."""
    found = dict(_texts(value))
    return tuple(SaidFrom(text=text, **_plain(reason)) for text, reason in found.items())


def knowing(kept: Iterable[Mapping[str, Any]]) -> dict[str, Said]:
    """Texts by themselves, each with its source as it was kept: few are asked for it, and to restore it takes long."""
    return {one["text"]: Said(one["text"], one) for one in kept}


def restored(plain: object) -> Any:
    """A source as a text that knows it, from which any language is said; its German words are not in it."""
    match plain:
        case {"code": str(code), "values": dict(values)}:
            return Said(code, Reason(code, code, tuple((name, restored(one)) for name, one in values.items())))
        case {"rule": str(rule), "values": dict(values)}:
            return Said(rule, Finding(rule=rule, clause="", says=rule, values=values))
        case {"number": str(number)}:
            return Decimal(number)
        case list():
            return tuple(map(restored, plain))
        case _:
            return plain


def _texts(value: object) -> Iterator[tuple[str, Reason]]:
    """Every text that knows its reason; without patterns and recursion, for rows of views hold much else."""
    waiting = [(_ANYTHING.dump_python(value),)]
    while waiting:
        for one in waiting.pop():
            kind = type(one)
            if kind is dict:
                waiting.append(one.values())
            elif kind is tuple or kind is list:
                waiting.append(one)
            elif kind is Said and isinstance(one.source, Reason):
                yield str(one), one.source


def _plain(value: object) -> Any:
    match value:
        case Said(source=source):
            return _plain(source)
        case Reason(code=code, german=german, values=values):
            named = {name for _, name, _, _ in Formatter().parse(german)}
            return {"code": code, "values": {name: _plain(one) for name, one in values if name in named}}
        case Finding(rule=rule, values=values):
            return {"rule": rule, "values": values}
        case StrEnum():
            return {"code": value.value, "values": {}}
        case Decimal():
            return {"number": f"{value:f}"}
        case tuple():
            return [_plain(one) for one in value]
        case int():
            return value
        case _:
            return unicodedata.normalize("NFC", str(value))
