"""Where the features meet the service: the stage, the steps, and the clauses as markers."""

from collections.abc import Callable, Iterable
from importlib import import_module
from typing import Any

import pytest
from pytest_bdd.parser import Scenario, Step

from infrastructure.journal import Journal
from infrastructure.persons import Persons
from interfaces.clauses import clauses
from tests.specs.world import World

STAGES = (
    "outcome",  # used by others
    "attainment", "auditing", "changing", "derivation", "dialogs", "drafting", "due", "explaining",
    "figure_files", "figures", "follow_up", "individual", "judging", "knowing", "mending", "persons", "proving",
    "reviewing", "signing", "terms", "tracing",
    "answering",  # uses others
)  # fmt: skip


def found_once(find: Callable[..., Iterable[Any]]) -> Callable[..., Iterable[Any]]:
    """Which definitions fit a step is the same wherever it stands, and costs a look at all of them."""
    known: dict[tuple[str, str], list[Any]] = {}

    def remembered(step: Step, fixturemanager: Any, node: Any) -> list[Any]:
        key = step.type, step.name
        if key not in known:
            known[key] = list(find(step, fixturemanager, node))
        return known[key]

    return remembered


def pytest_configure(config: pytest.Config) -> None:
    played = import_module("pytest_bdd.scenario")  # the package's name of this module is a function
    played.find_fixturedefs_for_step = found_once(played.find_fixturedefs_for_step)  # type: ignore[attr-defined]
    for stage in STAGES:
        config.pluginmanager.import_plugin(f"tests.specs.steps.{stage}")
    for clause in clauses():
        config.addinivalue_line("markers", f"{clause.id}: {clause.title}")


@pytest.fixture
def world(journal: Journal, persons: Persons) -> World:
    return World(journal, persons)


def pytest_bdd_after_step(request: pytest.FixtureRequest, scenario: Scenario, step: Step) -> None:
    """What is given must have been possible, and no refusal goes unexamined."""
    if step.type == "given" or step is scenario.steps[-1]:
        request.getfixturevalue("world").must_be_examined()
