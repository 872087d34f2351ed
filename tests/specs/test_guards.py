"""What keeps the features honest: complete, unambiguous, played, and tied to clauses and rules."""

import ast
import math
import re
from collections import Counter
from collections.abc import Collection
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

import pytest

from domain import rulebook
from domain.rulebook import RULES
from domain.rulebook.file_checks import CHECKS
from domain.rulebook.signing import OTHER_TERMS
from domain.rules import Refused, Rule
from tests.specs import book, reasons, test_features
from tests.specs.book import CLAUSES
from tests.specs.steps.outcome import refused
from tests.specs.world import World

TESTS = Path(__file__).parents[1]
MODULES = (import_module(f"domain.rulebook.{module.name}") for module in iter_modules(rulebook.__path__))
NAMED = [(name, rule) for module in MODULES for name, rule in vars(module).items() if isinstance(rule, Rule)]
ASSERTING = re.compile("^wird das (?:abgelehnt|festgehalten)|festgestellt|^trägt der letzte Eintrag die")
IN_TESTS_ONLY = {
    "bundle-too-large": "It takes two gibibytes, and says only what a file's form can hold.",
    "file-decided-singly": "Only entries of an earlier version can bring it about; the service refuses to make them.",
    "overtaken": "Two must act within the same instant; on whose state one decides stands in feature 26.",
}
"""Rules that a test raises and no scenario does, and why the agreement asks for none; no other may join them."""
CODE = re.compile(rf"(?<![\w-])(?:{'|'.join(code for code in RULES if '-' in code)})(?![\w-])")
INVERTED = re.compile(r"\s*(?:Und|Aber) (?:ist|sind|war|wird|hat|lautet|nennt|steht|gilt|galt|lag|beruht|heißt|zeigt) ")
CHECK = re.compile(r"\bV\d\d\b")


def test_titles_are_unique_in_their_file() -> None:
    titles = Counter((law.file, title) for law in book.laws() for title in law.titles)
    assert [title for title, count in titles.items() if count > 1] == []


def test_every_scenario_stands_in_a_law() -> None:
    assert book.titles_outside_a_law() == []
    assert [law.sentence for law in book.laws() if not law.titles] == []


def test_as_many_scenarios_are_played_as_are_written() -> None:
    functions = [function for name, function in vars(test_features).items() if name.startswith("test_")]
    assert sum(map(examples, functions)) == len(list(book.scenarios())) > 0


def examples(function: object) -> int:
    """How many tests pytest makes of a scenario's function."""
    marks = [mark for mark in getattr(function, "pytestmark", ()) if mark.name == "parametrize"]
    return math.prod(len(mark.args[1]) for mark in marks)


def test_no_scenario_is_empty() -> None:
    idle = [
        scenario.title
        for scenario in book.scenarios()
        if scenario.steps[-1].kind != "Outcome" or "Action" not in {step.kind for step in scenario.steps}
    ]
    assert idle == []


def test_every_law_is_tagged_with_known_clauses() -> None:
    assert [law.sentence for law in book.laws() if not law.tags] == []
    assert {tag for scenario in book.scenarios() for tag in scenario.tags} <= CLAUSES.keys()


def test_every_clause_has_its_law_and_scenarios() -> None:
    assert {tag for law in book.laws() if law.titles for tag in law.tags} == CLAUSES.keys()
    assert {tag for scenario in book.scenarios() for tag in scenario.tags} == CLAUSES.keys()


def test_invented_figures_say_so() -> None:
    silent = [
        step.text
        for scenario in book.scenarios()
        for step in scenario.steps
        if step.kind != "Outcome" and re.search(r"geliefert|liefert\b|Daten vor|tatsächlich", step.text)
        if "(erfundene Werte)" not in step.text and "(veröffentlichte Werte)" not in step.text
    ]
    assert silent == []


def test_every_rule_cites_a_known_clause() -> None:
    assert {code: rule.clause for code, rule in RULES.items() if rule.clause not in CLAUSES} == {}


def codes_in_features() -> set[str]:
    """Codes of rules that a scenario asserts: it is red unless they were raised."""
    steps = (step for scenario in book.scenarios() for step in scenario.steps if step.kind == "Outcome")
    return {code for step in steps if ASSERTING.search(step.text) for code in reasons.said(step.text)}


def named_in_tests(sought: Collection[str]) -> set[str]:
    """Names and texts that a test elsewhere uses, where one of these stands in its file."""
    files = (path.read_text(encoding="utf-8") for path in TESTS.rglob("test_*.py") if path != Path(__file__))
    nodes = [node for file in files if any(name in file for name in sought) for node in ast.walk(ast.parse(file))]
    return (
        {node.id for node in nodes if isinstance(node, ast.Name)}
        | {node.attr for node in nodes if isinstance(node, ast.Attribute)}
        | {node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)}
    )


def test_every_rule_is_raised_by_a_scenario_or_is_known_to_be_raised_by_tests_only() -> None:
    in_tests_only = {rule.code for _, rule in NAMED} - codes_in_features()
    assert in_tests_only == IN_TESTS_ONLY.keys()
    names = {name: f"/problems/{rule.code}" for name, rule in NAMED if rule.code in in_tests_only}
    in_tests = named_in_tests({*names, *names.values()})
    assert [name for name, address in names.items() if not in_tests & {name, address}] == []


def test_every_rule_has_a_code_of_its_own() -> None:
    assert sorted(RULES) == sorted(rule.code for _, rule in NAMED)


def test_the_features_name_no_rule_and_no_check_by_its_code() -> None:
    texts = ((path.name, path.read_text("utf-8")) for path in book.FEATURES.glob("*.feature"))
    assert [(name, found) for name, text in texts for found in (*CODE.findall(text), *CHECK.findall(text))] == []


def test_sentences_after_und_begin_with_what_they_speak_of() -> None:
    lines = (
        (path.name, line) for path in book.FEATURES.glob("*.feature") for line in path.read_text("utf-8").split("\n")
    )
    assert [(name, line.strip()) for name, line in lines if INVERTED.match(line)] == []


def test_words_for_rules_are_known_used_and_told_apart() -> None:
    rules = [words for ways in reasons.WAYS["rules"].values() for words in ways]
    checks = [words for ways in reasons.WAYS["checks"].values() for words in ways]
    assert set(reasons.RULES.values()) - RULES.keys() == set()
    assert set(reasons.CHECKS.values()) - {check.id for check in CHECKS} == set()
    assert [words for words, times in Counter(rules + checks).items() if times > 1] == []
    steps = {step.text for scenario in book.scenarios() for step in scenario.steps}
    cells = {cell for scenario in book.scenarios() for step in scenario.steps for row in step.table for cell in row}
    assert [words for words in (*rules, *checks) if not any(words in text for text in steps | cells)] == []


def test_another_rule_than_the_one_written_fails_the_scenario(world: World) -> None:
    world.refusal = Refused([OTHER_TERMS.finding(drafted="a", signed="b")])
    with pytest.raises(AssertionError):
        refused(world, ["signed-twice"])


def test_a_refusal_that_left_a_trace_fails_the_scenario(world: World) -> None:
    world.refusal, world.before = Refused([OTHER_TERMS.finding(drafted="a", signed="b")]), -1
    with pytest.raises(AssertionError):
        refused(world, ["other-terms"])


def test_a_refusal_nobody_asked_about_fails_the_scenario(world: World) -> None:
    world.refusal = Refused([OTHER_TERMS.finding(drafted="a", signed="b")])
    with pytest.raises(AssertionError):
        world.must_be_examined()
