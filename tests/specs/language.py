"""How the features speak: German days, months, load states, numbers and people, and steps bound to sentences."""

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal, ParamSpec, Protocol, TypeVar

import pytest_bdd
from pytest_bdd import parsers

from domain.facts.individual import Appraisal, Progress
from domain.figures import LoadState
from domain.german import german
from domain.record import Role
from tests.specs import reasons
from tests.specs.cast import CAST
from tests.specs.reasons import one_of

P = ParamSpec("P")
T = TypeVar("T")

MONTHS = [
    *("Januar", "Februar", "März", "April", "Mai", "Juni"),
    *("Juli", "August", "September", "Oktober", "November", "Dezember"),
]
STATES = {
    "auf Kurs": "on_course",
    "nicht auf Kurs": "off_course",
    "nicht beurteilbar": "not_assessable",
    "aus gerundeten Zahlen nicht entscheidbar": "undecidable",
    "nur durch die Rundung zu entscheiden": "rounding_open",
    "wie erwartet": "as_expected",
    "anders als erwartet": "not_as_expected",
}
UNITS = {
    "Prozent": "percent",
    "Prozentpunkte": "percentage_points",
    "Personen": "persons",
    "Integrationen": "integrations",
    "Euro": "EUR",
}


def month(text: str) -> str:
    """März 2026, also Mär 2026 → 2026-03."""
    name, year = text.split()
    number_of_month = next(n for n, known in enumerate(MONTHS, 1) if known.startswith(name))
    return f"{year}-{number_of_month:02d}"


def month_says(text: str) -> str:
    """2026-03 → März 2026; anything else as it is."""
    return f"{MONTHS[int(text[5:]) - 1]} {text[:4]}" if re.fullmatch(r"\d{4}-\d\d", text) else text


def load_state(text: str) -> LoadState:
    """März 2026 mit 3 Monaten Wartezeit."""
    name, year, *waiting = text.split()
    waited = 0 if waiting[0] == "ohne" else int(waiting[1])
    return LoadState(report_month=month(f"{name} {year}"), months_waited=waited)


def day(text: str) -> date:
    """10.02.2026."""
    return date(int(text[6:]), int(text[3:5]), int(text[:2]))


def number(text: str) -> str:
    """+1.234,5 → 1234.5, the service's own notation; a point must group thousands."""
    assert re.fullmatch(r"[+-]?(\d+|\d{1,3}(\.\d{3})+)(,\d+)?", text), text
    return text.lstrip("+").replace(".", "").replace(",", ".")


def identifier(name: str) -> str:
    """The id of what the features call by a name: 13. SGB II-Änderungsgesetz → 13-sgb-ii-aenderungsgesetz."""
    spelled = name.lower().translate({ord("ä"): "ae", ord("ö"): "oe", ord("ü"): "ue", ord("ß"): "ss"})
    plain = unicodedata.normalize("NFKD", spelled).encode("ascii", "ignore").decode()
    return "-".join(re.findall("[a-z0-9]+", plain))


def quoted(text: str) -> list[str]:
    """Everything in quotation marks."""
    return re.findall(r'"([^"]*)"', text)


def first_quoted(text: str) -> str | None:
    """What an optional phrase has in quotation marks; None when it is not there."""
    return next(iter(quoted(text)), None)


@dataclass(frozen=True)
class Phrase:
    """What a placeholder in a sentence looks like, and what it means."""

    pattern: str
    means: Callable[[str], Any]

    def __call__(self, text: str) -> Any:
        return self.means(text)


ROLES = {
    "das Ministerium": Role.LAND,
    "den Landkreis": Role.COUNTY,
    "den Ausschuss": Role.COMMITTEE,
    "alle": None,
}
PROGRESS = {german(progress): progress for progress in Progress}
APPRAISALS = {german(appraisal): appraisal for appraisal in Appraisal}
REPORTS = {
    "Verspätetem": "late",
    "den Feststellungen": "findings",
    "Zurückgenommenem und Bestrittenem": "mended",
    "Doppelrollen": "twice",
    "ausgebliebenen Daten": "missing",
    "der Software": "software",
    "späteren Berichtigungen": "corrections",
    "der Beteiligung des Ausschusses": "committee",
    "ungleicher Behandlung": "unequal",
}
"""What auditors ask for, by the reports' names."""
A_MONTH = rf"(?:{one_of([*MONTHS, *(name[:3] for name in MONTHS)])}) \d{{4}}"
PHRASES: Mapping[str, Phrase] = {
    "Month": Phrase(A_MONTH, month),
    "State": Phrase(rf"{A_MONTH} (?:ohne Wartezeit|mit \d+ Monat(?:en)? Wartezeit)", load_state),
    "Day": Phrase(r"\d\d\.\d\d\.\d{4}", day),
    "Number": Phrase(r"[+-]?\d[\d.]*(?:,\d+)?", number),
    "Rate": Phrase(r"\d[\d.]*(?:,\d+|/\d[\d.]*)?", str),
    "Who": Phrase(one_of(CAST), CAST.__getitem__),
    "Side": Phrase("mindestens|höchstens", str),
    "Course": Phrase(one_of(STATES), STATES.__getitem__),
    "Unit": Phrase(one_of(UNITS), UNITS.__getitem__),
    "Reason": Phrase('(?:,? mit dem Grund "[^"]*")?', first_quoted),
    "Key": Phrase('(?: unter dem Schlüssel "[^"]*")?', first_quoted),
    "ForWhom": Phrase(one_of(ROLES), ROLES.__getitem__),
    "Progress": Phrase(one_of(PROGRESS), PROGRESS.__getitem__),
    "Appraisal": Phrase(one_of(APPRAISALS), APPRAISALS.__getitem__),
    "Proof": Phrase('(?:, mit (?:dem Nachweis|der Auswertung) "[^"]*")?', first_quoted),
    "OfSex": Phrase("(?: der (?:Frauen|Männer))?", lambda text: text.removeprefix(" der ") or None),
    "Report": Phrase(one_of(REPORTS), REPORTS.__getitem__),
    "Id": Phrase('[^"]+', identifier),
    "Reasons": Phrase(reasons.SEVERAL, reasons.codes),
    "Check": Phrase(one_of(reasons.CHECKS), reasons.CHECKS.__getitem__),
    "Quotes": Phrase('"[^"]*"(?:(?:,| und) "[^"]*")*', quoted),
}


class Sentence(parsers.parse):
    """A sentence with placeholders, which looks only at what begins like it: there are hundreds, and one fits."""

    def __init__(self, name: str) -> None:
        super().__init__(name, extra_types=dict(PHRASES), case_sensitive=True)
        self.beginning = name.partition("{")[0]

    def is_matching(self, name: str) -> bool:
        """Whether this is how somebody said it."""
        return name.startswith(self.beginning) and super().is_matching(name)


class Binding(Protocol):
    """Binds a function to sentences and leaves it as it is."""

    def __call__(self, function: Callable[P, T]) -> Callable[P, T]: ...


def _bound(kind: Literal["given", "when", "then"] | None, sentences: tuple[str, ...]) -> Binding:
    def register(function: Callable[P, T]) -> Callable[P, T]:
        for sentence in sentences:
            function = pytest_bdd.step(Sentence(sentence), kind, stacklevel=2)(function)
        return function

    return register


def given(*sentences: str) -> Binding:
    """What was so before; several sentences may say the same."""
    return _bound("given", sentences)


def when(*sentences: str) -> Binding:
    """What somebody does or asks."""
    return _bound("when", sentences)


def then(*sentences: str) -> Binding:
    """What must hold afterwards."""
    return _bound("then", sentences)


def said(*sentences: str) -> Binding:
    """What may stand anywhere."""
    return _bound(None, sentences)
