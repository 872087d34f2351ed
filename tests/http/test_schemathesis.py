"""The service keeps to its own description, whoever is signed in: a bounded run; `make fuzz` is the long one."""

from collections.abc import Iterator

import pytest

from tests.http.fuzzing import ROLES, fuzzed, with_the_sample
from tests.http.service import Running
from tests.postgres import Server
from tests.sampling import WHOLE, exhaustive


@pytest.fixture(scope="module")
def fuzzable(server: Server) -> Iterator[Running]:
    with server.migrated_database() as database, with_the_sample(database) as service:
        yield service


@exhaustive
@pytest.mark.parametrize("person", ROLES if WHOLE else ROLES[:1])
def test_schemathesis_finds_nothing(fuzzable: Running, person: str) -> None:
    phases = "examples,fuzzing,stateful" if WHOLE else "fuzzing"
    found = fuzzed(fuzzable, person, 1, phases=phases, deterministic=True)
    assert found.returncode == 0, found.stdout[-8000:]
