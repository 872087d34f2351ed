"""The sample's whole life, as the running service has it, under a checkpoint; for tests that record nothing."""

import os
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from application.proofs.ports import Occasion
from tests.http.conftest import SAMPLE, played, service
from tests.http.service import Running
from tests.postgres import Server

__all__ = ["service"]


@pytest.fixture(scope="session")
def sample(server: Server, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """The sample's whole life, under a checkpoint from the first, so that nobody's export changes another's paper."""
    with played(server, tmp_path_factory.mktemp("sample")) as running:
        running.system.audit.checkpoints.make(Occasion.REQUEST)
        yield running


@pytest.fixture(scope="session")
def handed_over(sample: Running) -> bytes:
    """The sample's electronic file, as its county gets it."""
    answer = sample.as_("hk-controlling").get(f"/api/v1/agreements/{SAMPLE}/electronic-file")
    assert (answer.status_code, answer.headers["Content-Type"]) == (200, "application/zip")
    return answer.content


@pytest.fixture
def environment(sample: Running, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Mapping[str, str]:
    """The sample's database, as the user's own; the files go to an empty folder."""
    monkeypatch.chdir(tmp_path)
    here = {name: os.environ[name] for name in ("PATH", "PYTHONPATH") if name in os.environ}
    url = sample.system.journal.url  # type: ignore[attr-defined]  # the port has none, PostgreSQL's journal does
    return {**here, "DATABASE_URL": url, "HOME": str(tmp_path), "ZIELSTEUERUNG_KEYS": str(tmp_path / "keys")}
