"""The running service, empty or with the sample's life in it."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.http.service import Running, running
from tests.lived import lived
from tests.postgres import Database, Server

SAMPLE = "2026.4.03.03358.1"


@pytest.fixture
def service(database: Database, tmp_path: Path) -> Iterator[Running]:
    with running(database, tmp_path) as service:
        yield service


@contextmanager
def played(server: Server, place: Path) -> Iterator[Running]:
    """The service with the sample's whole life in it."""
    with lived(server) as sample, running(sample.database, place, keys=sample.keys) as service:
        service.clock.instant = sample.instant
        yield service


@pytest.fixture(scope="session")
def sample(server: Server, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """The sample's whole life; for tests that record nothing."""
    with played(server, tmp_path_factory.mktemp("sample")) as service:
        yield service
