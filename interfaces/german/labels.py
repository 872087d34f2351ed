"""Labels of an agreement's ids, in the sentences in which differences and parts name them."""

import re
from collections.abc import Callable

from domain.german import waiting
from domain.state import Agreement
from domain.terms import Party
from interfaces.german import numbers, subjects
from interfaces.german.results import load_state

_ID = r"[a-z0-9]+(?:-[a-z0-9]+)*"
_REFERENCE = re.compile(r"\.? \[(?:circumstance|law|finding):[^\]]*\]")
_DELIVERY = re.compile(rf"Lieferung ({_ID}) \((\d{{4}}-\d\d) \(t-(\d+)\)\)")
_STATE = re.compile(r"(\d{4}-\d\d) \(t-(\d+)\)")


class Labels:
    """Says by its name what an agreement knows by an id; an id it does not know stays as it is."""

    def __init__(self, agreement: Agreement) -> None:
        self._agreement = agreement
        items = [item for goal in agreement.terms.goals for item in (*goal.steps, *goal.criteria, *goal.topics)]
        names = self._items = {item.id: item.says for item in items}
        self._loads = [delivery.state for delivery in agreement.deliveries.values()]
        self._parties = {party.id: short_name(party) for party in agreement.terms.parties}
        self._places: tuple[tuple[re.Pattern[str], Callable[[str], str]], ...] = (
            (re.compile(rf"(?<=\bZeile )({_ID})"), lambda name: _quoted(subjects.line(agreement, name), name)),
            (re.compile(rf"(?<=\bDialog )({_ID})"), lambda name: self._dialog(agreement, name)),
            (
                re.compile(rf"(?<=Umsetzungsschritt )({_ID})|(?<=Erfolgskriterium )({_ID})|(?<=Thema )({_ID})"),
                lambda name: _quoted(names.get(name, ""), name),
            ),
            (
                re.compile(rf"(?<= von )({_ID}(?:, {_ID})*)|(?<=Unterschrift )({_ID})|(?<=^)({_ID})(?=, bis zum )"),
                lambda several: ", ".join(self._parties.get(one, one) for one in several.split(", ")),
            ),
        )

    def of(self, text: str) -> str:
        """The sentence with names in the place of ids."""
        text = _DELIVERY.sub(self._delivery, _REFERENCE.sub("", text))
        text = _STATE.sub(lambda found: f"{found[1]} {waiting(int(found[2]))}", text)
        for place, said in self._places:
            text = _each(place, said, text)
        return text

    def name(self, field: str, said: str) -> str:
        """The name of what a fact's field names by an id."""
        agreement = self._agreement
        match field:
            case "line_id":
                return subjects.line(agreement, said) or said
            case "dialog_id":
                return subjects.dialog(agreement, said) or said
            case "delivery_id":
                delivery = agreement.deliveries.get(said)
                return load_state(delivery.state) if delivery else said
            case "step_id" | "criterion_id" | "topic":
                return f"„{numbers.short(self._items[said])}“" if said in self._items else said
            case "measure_id":
                agreed = agreement.agreed_measures.get(said)
                return f"„{numbers.short(agreed.says)}“" if agreed else said
            case "party":
                return self._parties.get(said, said)
            case _:
                return said

    def _delivery(self, found: re.Match[str]) -> str:
        """By its load state; with its id where several deliveries have the same."""
        said = f"{found[2]} {waiting(int(found[3]))}"
        alike = [state for state in self._loads if state.key == (found[2], int(found[3]))]
        return f"Lieferung {said} ({found[1]})" if len(alike) > 1 else f"Lieferung {said}"

    @staticmethod
    def _dialog(agreement: Agreement, name: str) -> str:
        day = subjects.dialog(agreement, name).removeprefix("Zieldialog ")
        return day or name


def short_name(party: Party) -> str:
    """A party's name, or the abbreviation that stands behind it in brackets: MS."""
    found = re.search(r"\((\w{2,8})\)$", party.name)
    return found[1] if found else party.name


def _each(place: re.Pattern[str], said: Callable[[str], str], text: str) -> str:
    return place.sub(lambda found: said(found[0]), text)


def _quoted(name: str, else_: str) -> str:
    return f"„{name}“" if name else else_
