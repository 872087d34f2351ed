"""Names of figures with all that tells one from another: whom it covers, form, year compared with, and wait."""

from collections.abc import Iterable

from application.comparison.compared import LineKey
from domain.german import german, waiting
from domain.results import LineResult
from domain.terms import Form, Sex

Named = LineResult | LineKey
YEAR_BEFORE = "Vorjahr"


def line(of: LineResult) -> str:
    """A line's name."""
    return _with(of.measure_name, [*_sex(of), *_details(of)])


def compared(of: LineKey) -> str:
    """A compared figure's name, without whom it covers."""
    return _with(of.name, _details(of))


def called(name: str, of: Named) -> str:
    """A name in other words, with what is not as usual: form, year compared with, wait."""
    return _with(name, _details(of))


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


def _details(of: Named) -> list[str]:
    form = [] if of.form is Form.YEAR_TO_DATE else [german(of.form)]
    year = [f"gegenüber {of.base_year}"] if of.base_year else []
    return [*form, *year, *([] if of.months_waited is None else [waiting(of.months_waited)])]
