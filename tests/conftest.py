"""What every test may ask for: a server, an empty log on it, and the register of persons."""

import gc
from collections.abc import Iterator
from contextlib import nullcontext
from pathlib import Path
from typing import Any

import hypothesis
import pytest

from infrastructure.database import Database as Opened
from infrastructure.journal import Journal
from infrastructure.persons import Persons
from tests import postgres
from tests.postgres import Database, Server
from tests.sampling import FIXED, WHOLE, exhaustive, times
from tests.spelled_once import spelled_once
from tests.warm_reader import warm_reader

SAMPLED = (
    "exhaustive: tries everything there is; sampled unless WHOLE=1, which make fuzz says",
    "swept: goes through everything there is as everybody; sampled unless WHOLE=1, which make long says",
)
DIRECTORY = pytest.StashKey[Path]()


hypothesis.settings.register_profile(
    "tests", deadline=None, derandomize=FIXED or not WHOLE, max_examples=times(15, 500), database=None
)
hypothesis.settings.load_profile("tests")


def pytest_configure(config: pytest.Config) -> None:
    gc.disable()  # until all is collected
    for marker in SAMPLED:
        config.addinivalue_line("markers", marker)
    given = getattr(config, "workerinput", {}).get("server_directory")
    config.stash[DIRECTORY] = Path(given or postgres.new_directory())


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What draws its cases by chance can always be run more often."""
    for item in items:
        if isinstance(item, pytest.Function) and hypothesis.is_hypothesis_test(item.obj):
            item.add_marker(exhaustive)


def pytest_collection_finish() -> None:
    """What was collected stays to the end, so that no search for garbage need go through it."""
    gc.enable()
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)


@pytest.hookimpl(optionalhook=True)
def pytest_configure_node(node: Any) -> None:
    node.workerinput["server_directory"] = str(node.config.stash[DIRECTORY])


def pytest_unconfigure(config: pytest.Config) -> None:
    if not hasattr(config, "workerinput"):
        postgres.removed(config.stash[DIRECTORY])


@pytest.fixture(scope="session", autouse=True)
def files_are_read_by_forked_processes() -> Iterator[None]:
    with nullcontext() if WHOLE else warm_reader():
        yield


@pytest.fixture(scope="session", autouse=True)
def texts_are_spelled_once() -> Iterator[None]:
    with nullcontext() if WHOLE else spelled_once():
        yield


@pytest.fixture(scope="session")
def server(pytestconfig: pytest.Config) -> Iterator[Server]:
    with postgres.joined(pytestconfig.stash[DIRECTORY]) as server:
        yield server


@pytest.fixture
def database(server: Server) -> Iterator[Database]:
    with server.migrated_database() as database:
        yield database


@pytest.fixture
def owner_url(database: Database) -> str:
    return database.owner_url


@pytest.fixture
def database_url(database: Database) -> str:
    return database.service_url


@pytest.fixture
def opened_database(database: Database) -> Iterator[Opened]:
    with database.opened() as opened:
        yield opened


@pytest.fixture
def journal(opened_database: Opened) -> Journal:
    return opened_database.journal


@pytest.fixture
def persons(opened_database: Opened) -> Persons:
    return opened_database.persons
