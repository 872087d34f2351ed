"""What reads a journal: stored views, the comparison made of them, and explanations."""

import pytest

from application.comparison.comparison import Comparisons
from application.reading.explanation import Explanations
from infrastructure.journal import Journal
from infrastructure.projector import Views


@pytest.fixture
def views(journal: Journal) -> Views:
    return Views(journal, "test")


@pytest.fixture
def comparisons(views: Views) -> Comparisons:
    return Comparisons(views)


@pytest.fixture
def explanations(journal: Journal) -> Explanations:
    return Explanations(journal)
