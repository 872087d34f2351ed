"""Who may open which page: one table; a page that does not name its readers keeps the service from starting."""

from collections.abc import Mapping

from application.reading.visibility import READERS
from domain.record import Role
from interfaces.web.offered import ACTING

EVERYBODY = frozenset(Role)
OPEN: frozenset[Role] = frozenset()
"""No sign-in."""

PAGES: Mapping[str, frozenset[Role]] = {
    "page_start": EVERYBODY,
    "page_sign_in": OPEN,
    "page_sign_out": OPEN,
    "page_access": EVERYBODY,
    "page_asset": OPEN,
    "page_accessibility": OPEN,
    "page_agreement": READERS,
    "page_acts": ACTING,
    "page_act": ACTING,
    "page_act_step": ACTING,
}
"""For whoever is not named, a page does not exist."""
