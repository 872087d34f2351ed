"""Sentences about what is due, and about what is to be appraised."""

from application.lists.due_item import DueItem, DueKind
from interfaces.german import numbers

_WITH_MONTHS = frozenset({DueKind.LOAD_EXPECTED, DueKind.LOAD_UNRELEASED, DueKind.OFF_COURSE, DueKind.REVIEW})


def due_says(item: DueItem) -> str:
    """What is due; months by name in the software's own words, of which people's words follow behind a colon."""
    head, colon, words = item.says.partition(": ")
    return f"{numbers.spoken(head)}{colon}{words}" if item.kind in _WITH_MONTHS else item.says


def open_point(says: str, reference: str) -> str:
    """What is to be appraised; circumstances and laws in the words of whoever noted them."""
    return says if reference.startswith(("circumstance:", "law:")) else numbers.spoken(says)
