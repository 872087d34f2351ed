"""Who may open which page: one table; a page that does not name its readers keeps the service from starting."""

from collections.abc import Mapping

from application.reading.figure_file import READERS as FILE_READERS
from application.reading.visibility import READERS
from domain.record import Role
from interfaces.web.offered import ACTING

EVERYBODY = frozenset(Role)
OPEN: frozenset[Role] = frozenset()
"""No sign-in."""
UNCOUNTED = frozenset({"page_asset"})
"""Asked for by every page; strangers are counted on all others."""
_LAND = frozenset({Role.LAND})
_OPERATOR = frozenset({Role.OPERATOR})

PAGES: Mapping[str, frozenset[Role]] = {
    "page_start": EVERYBODY,
    "page_sign_in": OPEN,
    "page_to_provider": OPEN,
    "page_from_provider": OPEN,
    "page_sign_out": OPEN,
    "page_access": EVERYBODY,
    "page_asset": OPEN,
    "page_accessibility": OPEN,
    "page_agreements": READERS,
    "page_due": READERS,
    "page_comparison": READERS,
    "page_agreement": READERS,
    "page_line": READERS,
    "page_dialogs": READERS,
    "page_year": READERS,
    "page_reports": READERS,
    "page_assessment": READERS,
    "page_terms": READERS,
    "page_figures": READERS,
    "page_figure_template": READERS,
    "page_matrix": READERS,
    "page_history": READERS,
    "page_history_export": READERS,
    "page_entry": READERS,
    "page_difference": READERS,
    "page_proof": READERS,
    "page_bundle": READERS,
    "page_agreements_table": READERS,
    "page_circumstances_table": READERS,
    "page_due_table": READERS,
    "page_due_calendar": READERS,
    "page_calendars": READERS,
    "page_subscribe": READERS,
    "page_revoke_calendar": READERS,
    "page_comparison_table": READERS,
    "page_goals_table": READERS,
    "page_line_table": READERS,
    "page_matrix_table": READERS,
    "page_changes_table": READERS,
    "page_papers": READERS,
    "page_paper": READERS,
    "page_appointment": READERS,
    "page_electronic_file": READERS,
    "page_many_papers": READERS,
    "page_acts": ACTING,
    "page_act": ACTING,
    "page_act_step": ACTING,
    "page_draft": _LAND,
    "page_draft_step": _LAND,
    "page_files": FILE_READERS,
    "page_file": FILE_READERS,
    "page_check_file": _LAND,
    "page_deliver_file": _LAND,
    "page_decide_file": _LAND,
    "page_all_history": READERS | _OPERATOR,
    "page_audit": EVERYBODY,
    "page_requirements": EVERYBODY,
    "page_requirements_data": EVERYBODY,
    "page_requirements_matrix": EVERYBODY,
    "page_report": READERS,
    "page_checkpoint": EVERYBODY,
    "page_verifier": EVERYBODY,
    "page_make_checkpoint": frozenset({Role.AUDITOR, Role.OPERATOR}),
    "page_whole_bundle": READERS,
    "page_rotate_key": _OPERATOR,
    "page_persons": frozenset({Role.LAND, Role.COUNTY, Role.OPERATOR}),
    "page_register_person": frozenset({Role.LAND, Role.COUNTY, Role.OPERATOR}),
}
"""For whoever is not named, a page does not exist."""
