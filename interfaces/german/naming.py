"""Names of figures with all that tells one from another: whom it covers, its form, and the year compared with."""

from collections.abc import Iterable

from application.comparison.compared import LineKey
from domain.german import german
from domain.results import LineResult
from domain.terms import Form, Sex

Named = LineResult | LineKey
YEAR_BEFORE = "Vorjahr"


def line(of: LineResult) -> str:
    """A line's name."""
    return _with(of.measure_name, [*_sex(of), *_kind(of)])


def compared(of: LineKey) -> str:
    """A compared figure's name, without whom it covers."""
    return _with(of.name, _kind(of))


def base_year(of: Named) -> str:
    """The year compared with, above or before its values."""
    return str(of.base_year) if of.base_year else YEAR_BEFORE


def year_compared(of: Named) -> str:
    """The year compared with, in sentences."""
    return f"Vergleichsjahr {of.base_year}" if of.base_year else YEAR_BEFORE


def base_years(of: Iterable[Named]) -> str:
    """The same above the values of several lines."""
    found = {base_year(one) for one in of}
    return found.pop() if len(found) == 1 else "Vergleichsjahr" if found else YEAR_BEFORE


def _with(name: str, details: list[str]) -> str:
    return f"{name} ({', '.join(details)})" if details else name


def _sex(of: Named) -> list[str]:
    return [] if of.sex is Sex.TOTAL else [german(of.sex)]


def _kind(of: Named) -> list[str]:
    form = [] if of.form is Form.YEAR_TO_DATE else [german(of.form)]
    return [*form, f"gegenüber {of.base_year}"] if of.base_year else form
