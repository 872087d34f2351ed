"""The features as a book: what gherkin-official reads in them, independent of what pytest-bdd runs."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from gherkin.parser import Parser
from gherkin.pickles.compiler import Compiler

from interfaces.clauses import clauses

FEATURES = Path(__file__).parents[2] / "features"
CLAUSES = {clause.id: clause for clause in clauses()}


@dataclass(frozen=True)
class Step:
    """A step as it is played, with the kind its keyword gives it."""

    kind: str
    text: str
    table: tuple[tuple[str, ...], ...]

    @property
    def texts(self) -> tuple[str, ...]:
        """Its sentence and its cells."""
        return (self.text, *(cell for row in self.table for cell in row))


@dataclass(frozen=True)
class Scenario:
    """A scenario, or one example of it, as it is played."""

    file: str
    title: str
    tags: frozenset[str]
    steps: tuple[Step, ...]


@dataclass(frozen=True)
class Law:
    """A Regel: its sentence, the clauses it carries out, and its scenarios' titles."""

    file: str
    sentence: str
    tags: frozenset[str]
    titles: tuple[str, ...]


@cache
def documents() -> tuple[tuple[str, Any], ...]:
    """Every feature file with what was parsed from it."""
    paths = sorted(FEATURES.rglob("*.feature"))
    return tuple((path.name, Parser().parse(path.read_text(encoding="utf-8"))) for path in paths)


@cache
def scenarios() -> tuple[Scenario, ...]:
    """Every scenario there is to play; each example of an outline is one."""
    compiler: Any = Compiler()  # its types ask for more than it needs
    return tuple(
        Scenario(file, pickle["name"], _tags(pickle), tuple(map(played, pickle["steps"])))
        for file, document in documents()
        for pickle in compiler.compile(dict(document) | {"uri": file})
    )


def _tags(tagged: Any) -> frozenset[str]:
    return frozenset(tag["name"].removeprefix("@") for tag in tagged["tags"])


def played(step: Any) -> Step:
    """A step of a pickle."""
    rows = step.get("argument", {}).get("dataTable", {}).get("rows", ())
    return Step(step["type"], step["text"], tuple(tuple(cell["value"] for cell in row["cells"]) for row in rows))


@cache
def laws() -> tuple[Law, ...]:
    """Every Regel."""
    return tuple(
        _law(file, child["rule"])
        for file, document in documents()
        for child in document["feature"]["children"]
        if "rule" in child
    )


def _law(file: str, rule: Any) -> Law:
    titles = tuple(child["scenario"]["name"] for child in rule["children"] if "scenario" in child)
    return Law(file, rule["name"], _tags(rule), titles)


def law_called(name: str) -> Law:
    """The Regel that a feature's number and the beginning of the Regel's sentence name."""
    number, _, beginning = name.partition(" ")
    found = [law for law in laws() if law.file.startswith(number) and law.sentence.startswith(beginning)]
    assert len(found) == 1, f"Regeln, die so heißen: {len(found)}: {name}"
    return found[0]


def titles_outside_a_law() -> list[str]:
    """Scenarios that stand in no Regel."""
    children = (child for _, document in documents() for child in document["feature"]["children"])
    return [child["scenario"]["name"] for child in children if "scenario" in child]
