"""Everything a document holds: each figure found, recomputed, and held against what was agreed and delivered."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from tests.recompute.comparison import check_figure
from tests.recompute.facts import (
    Facts,
    check_agreed,
    check_compared,
    check_explained,
    check_grids,
    check_input,
    check_limit,
    check_load,
    check_terms,
)
from tests.recompute.judged import check_assessment, check_goal
from tests.recompute.line import recompute
from tests.recompute.matrix import check_matrix
from tests.recompute.outlook import check_outlook
from tests.recompute.released import check_released
from tests.recompute.value import Json

DOCUMENT = frozenset({"agreement", "terms", "history"})
"""By which keys a document within a document is known: it rests on its own terms and loads."""
VALUES = frozenset({"current", "baseline", "parts", "compared"})


@dataclass(frozen=True)
class Kind:
    """A kind of result: by which keys it is known, what it is checked by, and where in it figures may stand."""

    keys: frozenset[str]
    check: Callable[[Json, Facts], Iterable[str]]
    holds: frozenset[str] = frozenset()
    counts: bool = False


KINDS = (
    Kind(frozenset({"line_id", "derivation"}), lambda one, _: recompute(one), VALUES | {"gap", "alone"}, counts=True),
    Kind(frozenset({"per_month"}), lambda one, _: check_outlook(one), VALUES, counts=True),
    Kind(frozenset({"columns", "made_of"}), lambda one, _: check_matrix(one), frozenset({"figures"}), counts=True),
    Kind(frozenset({"key", "places", "ranked"}), lambda one, _: check_figure(one), VALUES | {"gap"}, counts=True),
    Kind(frozenset({"lines", "verdicts", "load_state"}), lambda one, _: check_goal(one)),
    Kind(frozenset({"computed", "derivation", "judgements"}), check_assessment),
    Kind(frozenset({"terms_hash", "binding_since"}), check_terms),
    Kind(frozenset({"line_id", "derivation"}), check_agreed),
    Kind(frozenset({"per_month"}), check_limit),
    Kind(frozenset({"goals", "key_figures", "month"}), check_explained),
    Kind(frozenset({"event_id", "load_state", "loaded_on"}), check_load),
    Kind(frozenset({"event_id", "load_state", "values"}), check_input),
    Kind(frozenset({"columns", "made_of"}), check_grids),
    Kind(frozenset({"land", "figures", "load_state"}), check_compared),
    Kind(frozenset({"land", "figures", "load_state"}), check_released),
)


def everything(document: object, facts: Facts | None = None) -> tuple[int, list[str]]:
    """How many results, outlooks, matrices and comparisons a document holds, and what in it contradicts itself.

    A part of a document is held against the facts of the whole, unless it is a document of its own. An exact
    figure nobody recomputes is a contradiction.
    """
    if facts is None or _whole(document):
        facts = Facts(document)
    found = _Found(facts)
    found.walk(document, "document", frozenset())
    return found.results, found.wrong


def _whole(node: object) -> bool:
    return isinstance(node, dict) and node.keys() >= DOCUMENT


class _Found:
    def __init__(self, facts: Facts) -> None:
        self.facts = facts
        self.results = 0
        self.wrong: list[str] = []

    def walk(self, node: object, name: str, holds: frozenset[str]) -> None:
        """Check what is here and go on inside; `holds` says under which names a figure is checked already."""
        if isinstance(node, list):
            for inner in node:
                self.walk(inner, name, holds)
        elif _whole(node) and name != "document":
            number, wrong = everything(node)
            self.results += number
            self.wrong += wrong
        elif isinstance(node, dict):
            if "exact" in node and name not in holds:
                self.wrong.append(f"nobody recomputes {name}: {node['exact']}")
            for kind in KINDS:
                if kind.keys <= node.keys():
                    self.results += kind.counts
                    self.wrong += self._checked(kind, node)
                    holds |= kind.holds
            for key, inner in node.items():
                self.walk(inner, key, holds)

    def _checked(self, kind: Kind, node: Json) -> list[str]:
        try:
            return list(kind.check(node, self.facts))
        except (ArithmeticError, AssertionError, LookupError, TypeError, ValueError) as trouble:
            return [f"{', '.join(sorted(kind.keys))}: cannot be recomputed ({trouble!r})"]
