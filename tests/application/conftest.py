"""Stored views over a journal, and the comparison that reads them."""

import pytest

from application.comparing import Comparisons
from infrastructure.following import Views
from infrastructure.journal import Journal


@pytest.fixture
def views(journal: Journal) -> Views:
    return Views(journal, "test")


@pytest.fixture
def comparisons(views: Views) -> Comparisons:
    return Comparisons(views)
