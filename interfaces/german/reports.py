"""Rows of reports as people read them, and what an answer rests on."""

from collections.abc import Callable, Iterator
from enum import StrEnum

from application.acting.register_requests import KEYS_STREAM, PERSONS_STREAM
from application.reading.figure_file import FILES
from application.reports.catalogue import Report
from application.reports.row import ReportRow, Searched
from domain.german import german
from domain.state import Agreement
from interfaces.german import numbers, subjects
from interfaces.german.describing import said
from interfaces.german.labels import Labels

REGISTERS = {PERSONS_STREAM: "Verzeichnis der Personen", KEYS_STREAM: "Verzeichnis der Schlüssel"}
NOTHING = "Dazu gibt es nichts."


def cells(report: Report, row: ReportRow, agreements: Callable[[str], Agreement | None]) -> Iterator[str]:
    """What a row says, in the order of the report's headings."""
    return (cell(row, name, agreements) for name in report.read)


def cell(row: ReportRow, name: str, agreements: Callable[[str], Agreement | None]) -> str:
    """A field of a row: names in the place of ids, moments in German time."""
    value, agreement = getattr(row, name), agreements(getattr(row, "agreement_id", ""))
    match name:
        case "agreement_id" | "first_agreement_id":
            return "Datei" if value.startswith(FILES) else REGISTERS.get(value, value)
        case "report_month":
            return numbers.month(value)
        case "party" | "about_party" if agreement and value:
            return subjects.name(agreement, "party", value)
        case "dialog_id" if agreement:
            return subjects.name(agreement, name, value)
        case "what" | "replaced" if agreement:
            return Labels(agreement).of_statement(value)
        case "recorded_at":
            return numbers.moment(value)
        case _:
            return german(value) if isinstance(value, StrEnum) else said(value)


def scope(searched: Searched) -> tuple[str, str, str]:
    """What was searched, by which rule, and the last checkpoint, so that an empty answer says what it rests on."""
    known = f", wie bis {numbers.instant(searched.known_at)} bekannt" if searched.known_at else ""
    where = f"{searched.entries} Einträge von {searched.streams} Vereinbarungen und Verzeichnissen"
    return (
        f"Durchsucht: {where}, bis Position {searched.position}{known}, Stichtag {numbers.day(searched.on)}.",
        f"Regel: {searched.rule}",
        f"Letzter Prüfpunkt: über {searched.checkpoint} Einträge." if searched.checkpoint else "Noch kein Prüfpunkt.",
    )
