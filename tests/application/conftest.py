"""Stored views over a journal, and the comparison that reads them."""

import pytest

from application.comparison.comparison import Comparisons
from infrastructure.journal import Journal
from infrastructure.projector import Views


@pytest.fixture
def views(journal: Journal) -> Views:
    return Views(journal, "test")


@pytest.fixture
def comparisons(views: Views) -> Comparisons:
    return Comparisons(views)
