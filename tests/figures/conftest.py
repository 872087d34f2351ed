"""The service on a database of its own, on a day of December 2026."""

from datetime import UTC, datetime, time

import pytest

from application.acting.service import Service
from infrastructure.database import Database
from tests.figures.files import TODAY, Desk
from tests.http.conftest import sample

__all__ = ["sample"]
NOON = datetime.combine(TODAY, time(12), UTC)


@pytest.fixture
def desk(opened_database: Database) -> Desk:
    service = Service(opened_database.journal, opened_database.persons, now=lambda: NOON, software="0.0.0")
    return Desk(service)
