"""All reports by name, and running one within a reader's scope."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from application.history.pages import Histories
from application.reports.corrections import CorrectedSince, corrected_since
from application.reports.findings import AppraisedDifferently, FindingAnswered, appraised_differently, findings_answered
from application.reports.late import DecidedBy, LateEntry, MissingLoad, decided_by, late_entries, missing_loads
from application.reports.mended import Mended, mended
from application.reports.prepared import PreparedDialog, prepared_dialogs
from application.reports.row import Life, ReportRow
from application.reports.twice import ActedTwice, acted_twice
from application.reports.unequal import UnequalTreatment, unequal_treatment
from domain.record import Actor


@dataclass(frozen=True, slots=True)
class Report:
    """A report: its German title, the type of its rows, and the function that makes them of lives and a day."""

    title: str
    row: type[ReportRow]
    rows: Callable[[Iterable[Life], date], Iterator[ReportRow]]

    @property
    def headings(self) -> tuple[str, ...]:
        """The German headings of its columns."""
        return tuple(field.title or name for name, field in self.row.model_fields.items())


REPORTS: Mapping[str, Report] = {
    "late": Report("Verspätet festgehalten", LateEntry, late_entries),
    "findings": Report("Feststellungen und wie sie beantwortet sind", FindingAnswered, findings_answered),
    "mended": Report("Zurückgenommen und bestritten", Mended, mended),
    "corrections": Report("Entscheidungen, deren Zahlen später ersetzt wurden", CorrectedSince, corrected_since),
    "committee": Report("Ausschuss vor jedem Zieldialog", PreparedDialog, prepared_dialogs),
    "twice": Report("Eine Person, zwei Handlungen", ActedTwice, acted_twice),
    "missing": Report("Erwartete Daten, die nicht kamen", MissingLoad, missing_loads),
    "circumstances": Report("Dieselbe Sache, verschieden gewürdigt", AppraisedDifferently, appraised_differently),
    "unequal": Report("Hier festgehalten oder gewürdigt, anderswo nicht", UnequalTreatment, unequal_treatment),
    "software": Report("Welche Software entschied", DecidedBy, decided_by),
}
"""Every report by the name it is asked for."""


class Reports:
    """Reports over everything a reader may see in the history, one life in memory at a time."""

    def __init__(self, histories: Histories) -> None:
        self.histories = histories

    def rows(self, actor: Actor, name: str, on: date, *, known_at: datetime | None = None) -> Iterator[ReportRow]:
        """A report's rows as of a day, by agreement and at last the registers; raises KeyError for an unknown name."""
        return REPORTS[name].rows(self.histories.lives(actor, known_at), on)
