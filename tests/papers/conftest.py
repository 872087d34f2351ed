"""The sample's whole life, as the running service has it, under a checkpoint; for tests that record nothing."""

import pytest

from application.proofs.ports import Occasion
from tests.http.conftest import sample, service

__all__ = ["sample", "service"]


@pytest.fixture(autouse=True)
def covered(request: pytest.FixtureRequest) -> None:
    """A checkpoint over all of the sample, so that no test's export changes the bytes of another's paper."""
    if "sample" in request.fixturenames:
        request.getfixturevalue("sample").system.audit.checkpoints.make(Occasion.REQUEST)
