"""Puts the document together: the text, what gherkin-official reads in the features, and the results."""

import json
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from gherkin.pickles.compiler import Compiler

from domain.rulebook import RULES
from domain.rulebook.file_checks import CHECKS
from interfaces.requirements.document import (
    CitedRule,
    Document,
    Law,
    Play,
    Run,
    Scenario,
    Sentence,
    Step,
    TiedSpan,
)
from interfaces.requirements.text import passages, spans
from interfaces.software import software
from tests.requirements.results import sources
from tests.specs import book
from tests.specs.reasons import said

SAYS = {code: rule.says for code, rule in RULES.items()} | {check.id: check.says for check in CHECKS}
"""What rules and checks of files say, by their codes."""

Ended = Mapping[tuple[str, int, tuple[str, ...]], dict[str, Any]]
"""How plays ended, by file, the scenario's line, and the example's values."""


def document(results: Path | None) -> Document:
    """The document of these sources and of what a run of the scenarios left."""
    kept = json.loads(results.read_text("utf-8")) if results and results.exists() else None
    ended = {(one["file"], one["line"], tuple(one["example"])): one for one in kept["plays"]} if kept else {}
    laws = tuple(law for file, parsed in book.documents() for law in _laws(file, parsed, ended))
    return Document(
        built_at=datetime.now(UTC),
        software=software(),
        run=_run(kept) if kept else None,
        agreement=None,
        sentences=tuple(_sentences(laws)),
        laws=laws,
        entries=(),
    )


def address(*names: str) -> str:
    """The address of something by its names: their words, without marks, joined by hyphens."""
    text = unicodedata.normalize("NFKD", " ".join(names).lower().replace("ß", "ss"))
    return "-".join(re.findall(r"[a-z0-9]+", "".join(sign for sign in text if not unicodedata.combining(sign))))


def _run(kept: Mapping[str, Any]) -> Run:
    name = str(kept["sources"])
    return Run(at=datetime.fromisoformat(kept["at"]), software=name.split(maxsplit=1)[0], current=name == sources())


def _sentences(laws: Sequence[Law]) -> Iterator[Sentence]:
    addresses = {(law.file, law.sentence): law.address for law in laws}
    for passage in passages():
        here = [span for span in spans() if span.place == passage.place]
        yield Sentence(
            address=address("text", passage.place),
            place=passage.place,
            clause=passage.clause,
            heading=passage.heading,
            says=passage.says,
            spans=tuple(
                TiedSpan(
                    address=address("text", passage.place, str(number)),
                    words=span.words,
                    laws=tuple(addresses[law.file, law.sentence] for law in map(book.law_called, span.laws)),
                    why_none=span.why_none,
                    entries=span.entries,
                )
                for number, span in enumerate(sorted(here, key=lambda span: passage.says.index(span.words)), 1)
            ),
            entries=(),
        )


def _laws(file: str, parsed: Any, ended: Ended) -> Iterator[Law]:
    compiler: Any = Compiler()
    pickles = {pickle["astNodeIds"][-1]: pickle for pickle in compiler.compile(dict(parsed) | {"uri": file})}
    feature = parsed["feature"]
    background = _background(feature)
    for child in feature["children"]:
        if "rule" not in child:
            continue
        rule = child["rule"]
        yield Law(
            address=address("regel", rule["name"]),
            file=file,
            feature=feature["name"],
            sentence=rule["name"],
            clauses=tuple(tag["name"].removeprefix("@") for tag in rule["tags"]),
            scenarios=tuple(
                _scenario(file, one["scenario"], [*background, *_background(rule)], pickles, ended)
                for one in rule["children"]
                if "scenario" in one
            ),
        )


def _background(part: Any) -> list[Any]:
    return [step for child in part["children"] if "background" in child for step in child["background"]["steps"]]


def _scenario(file: str, scenario: Any, background: list[Any], pickles: Mapping[str, Any], ended: Ended) -> Scenario:
    rows = [(row["id"], row["cells"]) for table in scenario["examples"] for row in table["tableBody"]]
    headings = scenario["examples"][0]["tableHeader"]["cells"] if scenario["examples"] else []
    plays = [(pickles[id], cells) for id, cells in rows or [(scenario["id"], [])]]
    texts = [text for pickle, _ in plays for step in map(book.played, pickle["steps"]) for text in step.texts]
    codes = dict.fromkeys(code for text in texts for code in said(text))
    line = scenario["location"]["line"]
    return Scenario(
        address=address("szenario", Path(file).stem[3:], scenario["name"]),
        title=scenario["name"],
        line=line,
        headings=tuple(cell["value"] for cell in headings),
        background=tuple(map(_step, background)),
        steps=tuple(map(_step, scenario["steps"])),
        plays=tuple(_play(ended, file, line, tuple(cell["value"] for cell in cells)) for _, cells in plays),
        rules=tuple(CitedRule(code=code, says=SAYS[code]) for code in codes),
    )


def _step(step: Any) -> Step:
    rows = step.get("dataTable", {}).get("rows", ())
    table = tuple(tuple(cell["value"] for cell in row["cells"]) for row in rows)
    return Step(keyword=step["keyword"].strip(), text=step["text"], table=table)


def _play(ended: Ended, file: str, line: int, cells: tuple[str, ...]) -> Play:
    found = ended.get((file, line, cells))
    if found is None or found["result"] == "skipped":
        return Play(cells=cells, result="missing")
    return Play(cells=cells, result=found["result"], reason=found["reason"])
