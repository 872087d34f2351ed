"""The service keeps to its own description, whoever is signed in: a bounded run; `make fuzz` is the long one."""

from collections.abc import Iterator

import pytest

from tests.http.fuzzing import ROLES, fuzzed, operations, with_the_sample
from tests.http.service import Running
from tests.postgres import Server

FEW = 15
"""Of so many operations, each role tries one."""


@pytest.fixture(scope="module")
def fuzzable(server: Server) -> Iterator[Running]:
    with server.migrated_database() as database, with_the_sample(database) as service:
        yield service


@pytest.mark.long
@pytest.mark.parametrize(("place", "person"), [*enumerate(ROLES)])
def test_schemathesis_finds_nothing(fuzzable: Running, place: int, person: str) -> None:
    """Each role tries operations of its own; `make fuzz` tries all as each."""
    shared = operations(fuzzable)[place::FEW]
    found = fuzzed(fuzzable, person, 1, phases="fuzzing", operations=shared, deterministic=True)
    assert found.returncode == 0, found.stdout[-8000:]
