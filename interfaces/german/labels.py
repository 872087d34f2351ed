"""Labels of an agreement's ids, in the sentences in which differences and parts name them.

Only sentences the software forms itself are read, each as a whole: no word that people recorded is ever altered.
"""

import re
from collections.abc import Callable, Sequence

from domain.attainment import LineState
from domain.figures import LoadState
from domain.german import german
from domain.state import Agreement
from interfaces.german import subjects
from interfaces.german.results import load_state

_ID = r"[a-z0-9]+(?:-[a-z0-9]+)*"
_STATE = r"((?:19|20)\d\d-(?:0[1-9]|1[0-2])) \(t-(\d|1\d|2[0-4])\)"
_DAY = r"\d\d\.\d\d\.\d{4}"
_STANDS = "|".join(sorted(map(german, LineState), key=len, reverse=True))
_REFERENCE = re.compile(r" \[(?:circumstance|law|finding):[^\[\]]*\]$")
_WAITED = re.compile(_STATE)
Read = Callable[[re.Match[str]], str]


class Labels:
    """Says by its name what an agreement knows by an id; an id it does not know stays as it is."""

    def __init__(self, agreement: Agreement) -> None:
        self._agreement = agreement
        items = [item for goal in agreement.terms.goals for item in (*goal.steps, *goal.criteria, *goal.topics)]
        self._items = {item.id: item.says for item in items}
        self._loads = [delivery.state for delivery in agreement.deliveries.values()]
        self._parties = {party.id: subjects.short_name(party) for party in agreement.terms.parties}

    def of_subject(self, says: str) -> str:
        """What a statement is about, with names in the place of ids."""
        return _read(_REFERENCE.sub("", says), self._subjects)

    def of_statement(self, says: str) -> str:
        """What is stated, with names in the place of ids."""
        return _read(says, self._statements)

    @property
    def _subjects(self) -> Sequence[tuple[str, Read]]:
        return (
            (rf"(Zeile )({_ID})(, Vorschlag von )(.+)", lambda m: f"{m[1]}{self._line(m[2])}{m[3]}{self._party(m[4])}"),
            (rf"(Ziel {_ID}, Zeile )({_ID})(, .+)?", lambda m: f"{m[1]}{self._line(m[2])}{m[3] or ''}"),
            (rf"Zielabweichung {_ID} \(Zeile ({_ID}), {_STATE}\)", self._deviation),
            (rf"Lieferung ({_ID}) \({_STATE}\)", self._delivery),
            (rf"Dialog ({_ID})(, Ausschuss|, Niederschrift)?", lambda m: f"Dialog {self._dialog(m[1])}{m[2] or ''}"),
            (rf"(Umsetzungsschritt|Erfolgskriterium|Thema) ({_ID})", lambda m: f"{m[1]} {self._item(m[2])}"),
            (rf"Verabredung {_ID} \((.+)\)", lambda m: f"Verabredung „{m[1]}“"),
            (rf"(Unterschrift )({_ID})", lambda m: f"{m[1]}{self._party(m[2])}"),
        )

    @property
    def _statements(self) -> Sequence[tuple[str, Read]]:
        role = re.compile(rf"(?<=\()({_ID})(?=\))")
        signed = re.compile(rf"(?<= )({_ID})(?= am {_DAY})")
        return (
            (rf"bestätigt von ({_ID}(?:, {_ID})*)", lambda m: f"bestätigt von {self._several(m[1])}"),
            (r"(?:gilt|soll) (?:ab dem|von Anfang an).*", lambda m: signed.sub(lambda by: self._party(by[1]), m[0])),
            (rf"{_ID} durch {_ID}(?:, {_ID} durch {_ID})*", self._replaced),
            (r"gehandelt als .+", lambda m: role.sub(lambda by: self._party(by[1]), m[0])),
            (rf"({_ID})(, bis zum {_DAY})", lambda m: f"{self._party(m[1])}{m[2]}"),
            (rf"[\w ]+, geführt am {_DAY} auf dem Ladestand {_STATE}", _waited),
            (rf"(?:{_STANDS})(?: \([^)]*\))?: .+ \({_STATE}\)", _waited),
        )

    def name(self, field: str, said: str) -> str:
        """The name of what a fact's field names by an id."""
        return subjects.name(self._agreement, field, said)

    def _delivery(self, found: re.Match[str]) -> str:
        """By its load state; with its id where several deliveries have the same."""
        said = f"Lieferung {_named(found[2], found[3])}"
        alike = [state for state in self._loads if state.key == (found[2], int(found[3]))]
        return f"{said} ({found[1]})" if len(alike) > 1 else said

    def _replaced(self, found: re.Match[str]) -> str:
        """Deliveries by their load states, each with the day on which another took its place."""
        pairs = (pair.split(" durch ") for pair in found[0].split(", "))
        return "; ".join(f"{self._load(old)}, {self._delivered(new)}" for old, new in pairs)

    def _load(self, name: str) -> str:
        delivery = self._agreement.deliveries.get(name)
        return load_state(delivery.state) if delivery else name

    def _delivered(self, name: str) -> str:
        delivery = self._agreement.deliveries.get(name)
        return f"neu geliefert am {delivery.on:%d.%m.%Y}" if delivery else f"ersetzt durch {name}"

    def _deviation(self, found: re.Match[str]) -> str:
        return f"Zielabweichung der Zeile {self._line(found[1])}, {_named(found[2], found[3])}"

    def _line(self, name: str) -> str:
        return _quoted(subjects.line(self._agreement, name), name)

    def _item(self, name: str) -> str:
        return _quoted(self._items.get(name, ""), name)

    def _dialog(self, name: str) -> str:
        return subjects.dialog(self._agreement, name).removeprefix("Zieldialog ") or name

    def _party(self, name: str) -> str:
        return self._parties.get(name, name)

    def _several(self, names: str) -> str:
        return ", ".join(map(self._party, names.split(", ")))


def _read(says: str, templates: Sequence[tuple[str, Read]]) -> str:
    """A sentence of ours read by the first template it is an instance of; any other as it is."""
    for template, read in templates:
        if found := re.fullmatch(template, says, re.DOTALL):
            return read(found)
    return says


def _waited(found: re.Match[str]) -> str:
    return _WAITED.sub(_state, found[0])


def _state(found: re.Match[str]) -> str:
    return _named(found[1], found[2])


def _named(month: str, waited: str) -> str:
    return load_state(LoadState(report_month=month, months_waited=int(waited)))


def _quoted(name: str, else_: str) -> str:
    return f"„{name}“" if name else else_
