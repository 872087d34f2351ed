"""All reports by name, and running one within a reader's scope."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import get_args

from application.history.index import Extract, Reads
from application.history.lives import Lives
from application.history.pages import Histories
from application.reports.corrections import CorrectedSince, corrected_since
from application.reports.findings import AppraisedDifferently, FindingAnswered, appraised_differently, findings_answered
from application.reports.late import DecidedBy, LateEntry, MissingLoad, decided_by, late_entries, missing_loads
from application.reports.mended import Mended, mended
from application.reports.prepared import PreparedDialog, prepared_dialogs
from application.reports.row import Life, ReportRow, Searched
from application.reports.twice import ASSESSMENTS, BY_ONE, BY_SIGNATORY, TERMS, ActedTwice, acted_twice
from application.reports.unequal import UnequalTreatment, unequal_treatment
from domain.facts import (
    AgreementClosed,
    AgreementDrafted,
    AgreementSigned,
    AgreementTerminated,
    AmendmentSigned,
    AmendmentWithdrawn,
    CircumstanceNoted,
    CommitteeInvolved,
    CriterionAppraised,
    DialogCancelled,
    DialogHeld,
    DialogRequested,
    DialogScheduled,
    DraftWithdrawn,
    FiguresDelivered,
    FiguresRejected,
    FiguresReleased,
    LegalChangeApplied,
    MeasureReported,
    MinutesConfirmed,
    RecordDisputed,
    RecordRetracted,
    StepReported,
)
from domain.reasons import Reason
from domain.record import Actor, Fact
from domain.rulebook.any_act import LATE_AFTER_DAYS
from domain.values import Words


@dataclass(frozen=True, slots=True)
class Report:
    """A report: its German title and rule, the type of its rows, and the function that makes them."""

    title: str
    rule: str
    """By which rule a row is in it, in German."""
    row: type[ReportRow]
    rows: Callable[[Iterable[Life], date], Iterator[ReportRow]]
    reads: Reads | None = None
    """Which entries it needs of each life; None = all."""

    @property
    def headings(self) -> tuple[str, ...]:
        """The German headings of its columns."""
        return tuple(field.title or name for name, field in self.row.model_fields.items())

    @property
    def read(self) -> Mapping[str, str]:
        """The headings of what people read, by field: an office stands in the place of its person's id."""
        pairs = dict(zip(self.row.model_fields, self.headings, strict=True))
        unread = {"person", *_KEYS} if "office" in pairs else _KEYS
        return {name: heading.removesuffix(" (UTC)") for name, heading in pairs.items() if name not in unread}

    @property
    def csv_headings(self) -> tuple[str, ...]:
        """The same with a second column, in German words, behind each that holds machine values."""
        fields = self.row.model_fields.items()
        pairs = ((field.title or name, name in self._coded) for name, field in fields)
        return tuple(
            heading for title, coded in pairs for heading in ((title, f"{title} (Wort)") if coded else (title,))
        )

    def csv_cells(self, row: ReportRow, word: Callable[[ReportRow, str], str]) -> tuple[object, ...]:
        """A row's cells below these headings; `word` says a field in German."""
        values = row.model_dump(mode="json").items()
        pairs = (
            (_plain(value), None if value is None else word(row, name)) if name in self._coded else (value,)
            for name, value in values
        )
        return tuple(cell for pair in pairs for cell in pair)

    @property
    def _coded(self) -> frozenset[str]:
        """The fields that hold the value of an enumeration, ja or nein, or an id."""
        kinds = {name: field.annotation for name, field in self.row.model_fields.items()}
        chosen = (name for name, kind in kinds.items() if any(map(_is_choice, (kind, *get_args(kind)))))
        return frozenset(chosen) | (_IDS & kinds.keys())


_KEYS = frozenset({"same_as", "reference"})
"""Fields by which programs find the same thing again; another field names it."""
_IDS = frozenset({"dialog_id", "party", "about_party", "what", "replaced"})
"""Fields that hold ids of the agreement, alone or in a sentence."""


def _is_choice(kind: object) -> bool:
    return isinstance(kind, type) and issubclass(kind, StrEnum | bool)


def _plain(value: object) -> object:
    """A value as JSON writes it."""
    return str(value).lower() if isinstance(value, bool) else value


def _named(*facts: type[Fact]) -> frozenset[str]:
    return frozenset(fact.__name__ for fact in facts)


_BINDING = _named(
    *(*TERMS, DraftWithdrawn, AgreementSigned, AmendmentSigned, AmendmentWithdrawn, AgreementTerminated),
    RecordRetracted,
)
"""Which terms bind since when, and until when."""
_JUDGED = _BINDING | _named(*ASSESSMENTS, AgreementClosed)
_OF_CIRCUMSTANCES = _JUDGED | _named(CircumstanceNoted, LegalChangeApplied, RecordDisputed)
_OF_VERDICTS = _JUDGED | _named(FiguresDelivered, FiguresReleased, FiguresRejected, StepReported, CriterionAppraised)
_OF_DIALOGS = _named(
    AgreementDrafted,
    DialogRequested,
    DialogScheduled,
    DialogCancelled,
    DialogHeld,
    CommitteeInvolved,
    MinutesConfirmed,
    MeasureReported,
    RecordDisputed,
    RecordRetracted,
)
REPORTS: Mapping[str, Report] = {
    "late": Report(
        "Verspätet festgehalten",
        "Der Eintrag wurde später als 14 Tage nach seinem rechtlichen Tag festgehalten.",
        LateEntry,
        late_entries,
        Reads(late_by=LATE_AFTER_DAYS, outlines=True),
    ),
    "findings": Report(
        "Feststellungen und wie sie beantwortet sind",
        "Der Eintrag trägt eine Feststellung.",
        FindingAnswered,
        findings_answered,
        Reads(_named(*ASSESSMENTS, RecordRetracted), noticed=True),
    ),
    "mended": Report(
        "Zurückgenommen und bestritten",
        "Ein Eintrag nimmt einen anderen zurück oder bestreitet ihn.",
        Mended,
        mended,
        Reads(None, only_with=_named(RecordRetracted, RecordDisputed)),
    ),
    "corrections": Report(
        "Entscheidungen, deren Zahlen später ersetzt wurden",
        "Eine Lieferung unter einem Urteil wurde später ersetzt, oder heutige Zahlen ergäben ein anderes.",
        CorrectedSince,
        corrected_since,
        Reads(_OF_VERDICTS, only_with=_named(*ASSESSMENTS)),
    ),
    "committee": Report(
        "Ausschuss vor jedem Zieldialog",
        "Ein Dialog wurde geführt und zählt; vorher einbezogen ist der Ausschuss bis zum Tag des Dialogs.",
        PreparedDialog,
        prepared_dialogs,
        Reads(_OF_DIALOGS, only_with=_named(DialogHeld)),
    ),
    "twice": Report(
        "Eine Person, zwei Handlungen",
        "Dieselbe Person handelte, wo zwei handeln sollen.",
        ActedTwice,
        acted_twice,
        Reads(
            _named(*BY_SIGNATORY),
            by_one=frozenset((one.__name__, other.__name__) for one, other in BY_ONE),
            first_in_role=True,
        ),
    ),
    "missing": Report(
        "Erwartete Daten, die nicht kamen",
        "Zu einem Berichtsmonat kam bis zum Stichtag keine Lieferung, die nicht zurückgewiesen ist.",
        MissingLoad,
        missing_loads,
        Reads(_BINDING | _named(FiguresDelivered, FiguresRejected)),
    ),
    "circumstances": Report(
        "Dieselbe Sache, verschieden gewürdigt",
        "Dieselbe Sache ist in mehreren Vereinbarungen gewürdigt, und nicht gleich.",
        AppraisedDifferently,
        appraised_differently,
        Reads(_OF_CIRCUMSTANCES, only_with=_named(CircumstanceNoted, LegalChangeApplied)),
    ),
    "unequal": Report(
        "Hier festgehalten oder gewürdigt, anderswo nicht",
        "Etwas ist in einer Vereinbarung des Jahres festgehalten oder gewürdigt und in einer anderen nicht.",
        UnequalTreatment,
        unequal_treatment,
        Reads(_OF_CIRCUMSTANCES),
    ),
    "software": Report(
        "Welche Software entschied",
        "Jeder Eintrag, mit der Software, die ihn schrieb.",
        DecidedBy,
        decided_by,
        Reads(None, outlines=True),
    ),
}
"""Every report by the name it is asked for."""


def title_of(name: str) -> Words:
    """What a report is called."""
    return Reason(f"report_{name}", REPORTS[name].title).said()


class Reports:
    """Reports over everything a reader may see in the history, one life in memory at a time."""

    def __init__(self, histories: Histories) -> None:
        self._lives = Lives(histories)

    def answer(self, actor: Actor, name: str, on: date, *, known_at: datetime | None = None) -> "Answer":
        """A report as of a day, by agreement and at last the registers; raises KeyError for an unknown name."""
        report = REPORTS[name]
        if report.reads is None or (index := self._lives.index) is None:
            return Answer(name, self._lives.whole(actor, known_at), on, known_at)
        lives, extract = self._lives.extracts(actor, report.reads, index, known_at)
        return Answer(name, lives, on, known_at, extract)

    def rows(self, actor: Actor, name: str, on: date, *, known_at: datetime | None = None) -> Iterator[ReportRow]:
        """The rows alone."""
        return self.answer(actor, name, on, known_at=known_at).rows


class Answer:
    """A report's rows, and once they are read, what was searched for them."""

    def __init__(
        self,
        name: str,
        lives: Iterable[Life],
        on: date,
        known_at: datetime | None,
        extract: Extract | None = None,
    ) -> None:
        self._name, self._report, self._on, self._known_at = name, REPORTS[name], on, known_at
        self._searched: dict[str, tuple[int, int]] = {}
        self._extract = extract
        self.rows = self._report.rows(lives if extract else self._read(lives), on)

    def searched(self, checkpoint: int | None) -> Searched:
        """The scope of the answer, beside the last checkpoint's size."""
        searched = (self._extract.searched if self._extract else self._searched).values()
        return Searched(
            streams=len(searched),
            entries=sum(entries for entries, _ in searched),
            position=max((last for _, last in searched), default=0),
            on=self._on,
            known_at=self._known_at,
            rule=Reason(f"report_{self._name}_rule", self._report.rule).said(),
            checkpoint=checkpoint,
        )

    def _read(self, lives: Iterable[Life]) -> Iterator[Life]:
        for life in lives:
            self._searched[life[0].stream_id] = len(life), life[-1].position
            yield life
