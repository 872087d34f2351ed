"""The service on a database of its own, on a day of December 2026."""

from datetime import UTC, datetime, time

import pytest

from application.acting.service import Service
from infrastructure.database import Database
from infrastructure.figure_files import reading
from tests.figures.files import TODAY, Desk
from tests.http.conftest import sample
from tests.warm_reader import STARTED_ANEW

__all__ = ["sample"]
NOON = datetime.combine(TODAY, time(12), UTC)


@pytest.fixture
def desk(opened_database: Database) -> Desk:
    service = Service(opened_database.journal, opened_database.persons, now=lambda: NOON, software="0.0.0")
    return Desk(service)


@pytest.fixture
def reader_started_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each file is read by a process that starts for it, as in the service."""
    monkeypatch.setattr(reading, "started", STARTED_ANEW)
