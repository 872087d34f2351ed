"""Choices in a form, from the agreement's present state, and initial values of its fields."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from application.lists.courses import Course
from domain.figures import Form
from domain.state import Agreement
from domain.terms import Sex
from interfaces.web.forms.names import finder, load_states, nothing

Choices = tuple[tuple[str, str], ...]
"""Values and what they are called."""


@dataclass(frozen=True, slots=True)
class Offer:
    """The offer of a form about an agreement: choices, and initial values of fields."""

    case: Course | None
    today: date

    def choices(self, request: str, owner: str, field: str) -> Choices:
        """What can be chosen for a field; empty where one types."""
        find = finder(request, owner, field)
        return tuple(find(self.case)) if find and self.case else ()

    def chosen(self, request: str, owner: str, field: str) -> bool:
        """Whether one chooses a field's value, also where there is nothing to choose from now."""
        return self.case is not None and finder(request, owner, field) not in {None, nothing}

    def start(self, request: str, owner: str, field: str, typed: Collection[str] = ()) -> str:
        """The initial value of a field; a new name is none of those typed already."""
        if field == "occurred_on":
            return self.today.isoformat()
        if self.case is None:
            return ""
        agreement = self.case.agreement
        if field == "terms_hash":
            pending = agreement.history.pending
            return pending.terms_hash if request == "SignAmendment" and pending else agreement.terms_hash
        if field == "amendment_id" and request != "ProposeAmendment":
            return agreement.history.pending.id if agreement.history.pending else ""
        if stem := _NEW.get((owner, field)):
            return _next(stem, agreement, typed)
        if found := self._of_figures(owner, field):
            return found
        if field in {"basis", "load_state"}:
            return next((value for value, _ in load_states(self.case)), "")
        return ""

    def _of_figures(self, owner: str, field: str) -> str:
        """Initial values of a load typed by hand."""
        match owner, field:
            case "Load", "loaded_on":
                return self.today.isoformat()
            case "Load", "revision":
                return "original"
            case "Series", "definition" if self.case:
                return self.case.agreement.terms.ordinance.catalogue
            case "Series", "form":
                return Form.MONTHLY.value
            case "Series", "sex":
                return Sex.TOTAL.value
            case _:
                return ""


def _next(stem: str, agreement: Agreement, typed: Collection[str]) -> str:
    """A name that is still free: dialog-2026-3."""
    year = agreement.terms.year
    used = {
        *agreement.deliveries,
        *typed,
        *agreement.dialogs,
        *agreement.agreed_measures,
        *agreement.amendments,
        *(
            reference.partition(":")[2]
            for reference in (*agreement.to_address, *agreement.deviations, *agreement.taken)
        ),
    }
    return next(name for number in range(1, 10_000) if (name := f"{stem}-{year}-{number}") not in used)


_NEW = {
    ("DeliverFigures", "delivery_id"): "eingabe",
    ("RequestDialog", "dialog_id"): "dialog",
    ("ScheduleDialog", "dialog_id"): "dialog",
    ("AgreedMeasure", "id"): "verabredung",
    ("NoteDeviation", "deviation_id"): "abweichung",
    ("NoteCircumstance", "circumstance_id"): "umstand",
    ("ApplyLegalChange", "change_id"): "gesetz",
    ("ProposeAmendment", "amendment_id"): "aenderung",
    ("InvolveCommittee", "session"): "sitzung",
}
