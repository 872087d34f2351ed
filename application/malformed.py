"""What is wrong with a malformed request, in German: field and problem."""

from collections.abc import Mapping, Sequence
from typing import Any, Protocol

_PROBLEMS = {
    "missing": "fehlt",
    "extra_forbidden": "ist hier nicht vorgesehen",
    "string_type": "muss ein Text sein",
    "string_unicode": "enthält unlesbare Zeichen",
    "string_too_short": "darf nicht leer sein",
    "string_too_long": "ist länger als {max_length} Zeichen",
    "string_pattern_mismatch": "hat nicht die erwartete Form {pattern}",
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
    "tuple_type": "muss eine Liste sein",
    "model_type": "muss aus benannten Feldern bestehen",
    "model_attributes_type": "muss aus benannten Feldern bestehen",
    "dict_type": "muss aus benannten Feldern bestehen",
    "file_name": "muss ein Dateiname von höchstens 200 Zeichen sein, ohne Pfad und mit der Endung .csv oder .xlsx",
    "given_twice": "ist mehr als einmal angegeben",
    "json_invalid": "ist kein gültiges JSON",
}


class Malformed(Protocol):
    """What pydantic, or who uses it, raises."""

    def errors(self) -> Sequence[Any]:
        """One mapping per wrong field: its place, the kind of error, and its context."""


def problems(error: Malformed) -> list[str]:
    """One sentence per wrong field."""
    return [f"Feld „{field}“ {says}." for field, says in field_problems(error)]


def field_problems(error: Malformed) -> list[tuple[str, str]]:
    """Each wrong field by its place, and what is wrong with it."""
    return [(_field(detail), _problem(detail)) for detail in error.errors()]


def _field(detail: Mapping[str, Any]) -> str:
    return ".".join(str(part) for part in detail["loc"]) or "(gesamt)"


def _problem(detail: Mapping[str, Any]) -> str:
    if detail["type"] == "value_error":
        return f"ist ungültig: {str(detail['ctx']['error']).rstrip('.')}"
    expected = str(detail.get("ctx", {}).get("expected", "")).replace(" or ", " oder ")
    said = _PROBLEMS.get(detail["type"], "ist ungültig ({type})")
    return said.format_map({"type": detail["type"], **detail.get("ctx", {}), "expected": expected})
