"""Every stored view: what a projector keeps up to date."""

from application.comparison.rows import COMPARISON
from application.lists.stored_view import CIRCUMSTANCES, DUE, OVERVIEW

VIEWS = (OVERVIEW, CIRCUMSTANCES, DUE, COMPARISON)
