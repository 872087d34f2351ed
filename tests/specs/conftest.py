"""Where the features meet the service: the stage, the steps, and the clauses as markers."""

from collections.abc import Iterator
from importlib import import_module
from typing import Any

import pytest
from pytest_bdd.compat import get_fixture_names, getfixturedefs
from pytest_bdd.parser import Scenario, Step
from pytest_bdd.steps import step_function_context_registry

from infrastructure.journal import Journal
from infrastructure.persons import Persons
from interfaces.clauses import clauses
from tests.specs.world import World

STAGES = (
    "outcome",  # used by others
    "attainment", "auditing", "bundles", "changing", "derivation", "dialogs", "drafting", "due", "explaining",
    "figure_files", "figures", "follow_up", "individual", "judging", "knowing", "mending", "own_layouts",
    "persons", "proving", "rates", "reviewing", "signing", "tampering", "terms", "tracing",
    "answering", "papers",  # uses others
)  # fmt: skip


class Definitions:
    """Finds the definitions that fit a step: gathered once, as they are the same wherever it stands."""

    def __init__(self) -> None:
        self.all: list[tuple[Any, Any]] = []
        self.known: dict[tuple[str, str], list[Any]] = {}

    def fitting(self, step: Step, fixturemanager: Any, node: Any) -> list[Any]:
        """In the place of pytest-bdd's own search, which looks through all fixtures for every step."""
        self.all = self.all or list(_definitions(fixturemanager, node))
        key = step.type, step.name
        if key not in self.known:
            of_kind = (one for one in self.all if one[0].type in (None, step.type))
            self.known[key] = [fixture for context, fixture in of_kind if context.parser.is_matching(step.name)]
        return self.known[key]


def _definitions(fixturemanager: Any, node: Any) -> Iterator[tuple[Any, Any]]:
    """Every step definition with the fixture it became."""
    for name in get_fixture_names(fixturemanager=fixturemanager):
        for fixture in getfixturedefs(fixturemanager, name, node) or ():
            if context := step_function_context_registry.get(fixture.func):
                yield context, fixture


def pytest_configure(config: pytest.Config) -> None:
    played = import_module("pytest_bdd.scenario")  # the package's name of this module is a function
    played.find_fixturedefs_for_step = Definitions().fitting  # type: ignore[attr-defined]
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
