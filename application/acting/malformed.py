"""Errors of a malformed request, in German: field and problem."""

import re
from collections.abc import Mapping, Sequence
from typing import Any, Protocol

from domain.figures import CELL
from domain.terms import CLAUSE
from domain.values import AGREEMENT_ID

MOST = 100
"""Wrong fields that are named at most."""
WHOLE = "(gesamt)"
"""What is named where no single field is wrong."""
_PROBLEMS = {
    "missing": "fehlt",
    "extra_forbidden": "ist hier nicht vorgesehen",
    "string_type": "muss ein Text sein",
    "string_unicode": "enthält unlesbare Zeichen",
    "string_too_short": "darf nicht leer sein",
    "string_too_long": "ist länger als {max_length} Zeichen",
    "string_pattern_mismatch": "{form}",
    "enum": "muss eines von {expected} sein",
    "literal_error": "muss eines von {expected} sein",
    "date_type": "muss ein Tag sein (JJJJ-MM-TT)",
    "date_parsing": "muss ein Tag sein (JJJJ-MM-TT)",
    "date_from_datetime_parsing": "muss ein Tag sein (JJJJ-MM-TT)",
    "date_from_datetime_inexact": "muss ein Tag ohne Uhrzeit sein (JJJJ-MM-TT)",
    "int_type": "muss eine ganze Zahl sein",
    "int_parsing": "muss eine ganze Zahl sein",
    "int_from_float": "muss eine ganze Zahl sein",
    "greater_than_equal": "muss mindestens {ge} sein",
    "less_than_equal": "darf höchstens {le} sein",
    "too_short": "braucht mindestens {min_length} Einträge",
    "too_long": "darf höchstens {max_length} Einträge haben",
    "tuple_type": "muss eine Liste sein",
    "model_type": "muss aus benannten Feldern bestehen",
    "model_attributes_type": "muss aus benannten Feldern bestehen",
    "dict_type": "muss aus benannten Feldern bestehen",
    "file_name": "muss ein Dateiname mit höchstens 200 Zeichen sein, ohne Pfad, mit der Endung .csv, .xlsx oder .ods",
    "bool_type": "muss wahr oder falsch sein (true, false)",
    "bool_parsing": "muss wahr oder falsch sein (true, false)",
    "uuid_type": "muss eine UUID sein",
    "uuid_parsing": "muss eine UUID sein",
    "given_twice": "ist mehr als einmal angegeben",
    "json_invalid": "ist kein gültiges JSON",
}


_NAMES = re.compile(r"\^\(([\w|]+)\)\$")
FORMS = {
    AGREEMENT_ID: "die Kennung einer Vereinbarung, etwa 2026.4.03.03358.1",
    r"^[a-z0-9]+(-[a-z0-9]+)*$": "eine Kennung aus Kleinbuchstaben, Ziffern und einzelnen Bindestrichen dazwischen",
    r"^(19|20)[0-9]{2}-(0[1-9]|1[0-2])$": "ein Monat wie 2026-06",
    r"^[A-Z][A-Z0-9_]{1,19}$": "das Kürzel einer Kennzahl oder Grundgröße in Großbuchstaben, etwa K2 oder ELB",
    r"^[a-z0-9.-]{1,30}$": (
        "eine Bezeichnung aus höchstens 30 Kleinbuchstaben, Ziffern, Punkten und Bindestrichen, etwa revision-2026"
    ),
    r"^[0-9]{0,8}$": "der Anfang eines amtlichen Schlüssels, höchstens 8 Ziffern",
    r"^[A-Za-z0-9_-]{43}$": "die geheime Adresse eines Kalenders, wie sie beim Anlegen gegeben wurde",
    r"^[0-9]{2}$": "der Schlüssel eines Landes mit zwei Ziffern, etwa 03",
    r"^[0-9]{2}([0-9]{3}([0-9]{3})?)?$": "ein amtlicher Schlüssel mit 2, 5 oder 8 Ziffern",
    r"^[0-9a-f]{16}-[0-9a-f]{16}$": "die Kennung einer Prüfung, wie die Antwort auf die Prüfung sie nennt",
    r"^[0-9a-f]{16}$": "die Kennung einer Vorschau, wie sie beim Ansehen der Datei steht",
    r"^V[0-9]{2}$": "die Nummer einer Dateiprüfung, etwa V02",
    r"^[0-9a-f]{64}$": "ein SHA-256 aus 64 Ziffern und Buchstaben bis f",
    CLAUSE: "eine Stelle, wie das Papier sie zählt, etwa III.3.2-L, § 2 Abs. 1 oder Präambel",
    r"^[A-Z][A-Za-z0-9.-]{0,30}$": "eine Klausel wie III.3.2-L",
    r"^[0-9]{1,15}$": "die Position eines Eintrags, etwa 17",
    r"^[0-9]{1,15}-[A-Za-z0-9_-]{1,1200}$": "die Marke einer Seite, wie die Seite davor sie unter „next“ nennt",
    r"^[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?$": (
        "der Name einer Zuordnung aus höchstens 40 Kleinbuchstaben, Ziffern und Bindestrichen, etwa zeitreihe"
    ),
    r"^[!-~]{1,200}$": "ein Schlüssel aus 1 bis 200 druckbaren ASCII-Zeichen ohne Leerzeichen",
    r"^([01][0-9]|2[0-3]):[0-5][0-9]$": "eine Uhrzeit wie 09:30",
    CELL: "eine Zahl in einfacher Schreibweise oder Zähler/Nenner, etwa 318, 31.6 oder 318/4000",
    r"^https?://[!-~]+$": "eine Adresse wie https://beispiel.example.org/eingang",
    r"^[a-z0-9-]{1,60}$": "der Name einer Regel oder eines Problems, etwa stale-version",
}
"""A pattern's demand in words: nobody is shown a regular expression."""


KINDS = _PROBLEMS.keys()
"""Kinds of errors, in words."""


class Malformed(Protocol):
    """Errors raised by pydantic and by those who use it."""

    def errors(self) -> Sequence[Any]:
        """A mapping per wrong field: its place, the kind of error, and its context."""


def problems(error: Malformed) -> list[str]:
    """A sentence per wrong field."""
    return [f"Feld „{field}“ {says}." for field, says in field_problems(error)]


def field_problems(error: Malformed) -> list[tuple[str, str]]:
    """The first MOST wrong fields by their places, and what is wrong with them."""
    return [(_field(detail), _problem(detail)) for detail in error.errors()[:MOST]]


def _field(detail: Mapping[str, Any]) -> str:
    return ".".join(str(part) for part in detail["loc"]) or WHOLE


def _problem(detail: Mapping[str, Any]) -> str:
    if "-" in detail["type"]:  # the service's own kinds
        return f"ist ungültig: {detail['msg'].rstrip('.')}"
    if detail["type"] == "value_error":
        return f"ist ungültig: {str(detail['ctx']['error']).rstrip('.')}"
    expected = listed(detail.get("ctx", {})).replace(" or ", " oder ")
    said = _PROBLEMS.get(detail["type"], "ist ungültig ({type})")
    form = _form(str(detail.get("ctx", {}).get("pattern", "")))
    return said.format_map({"type": detail["type"], **detail.get("ctx", {}), "expected": expected, "form": form})


def listed(context: Mapping[str, Any]) -> str:
    """The values a field may have, as people list them."""
    return str(context.get("expected", "")).replace("'", "")


def _form(pattern: str) -> str:
    if names := _NAMES.fullmatch(pattern):
        return f"muss eines von {', '.join(names[1].split('|'))} sein"
    return f"muss {FORMS[pattern]} sein" if pattern in FORMS else "hat nicht die erwartete Form"
