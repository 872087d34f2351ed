"""The source of a paper: one agreement as known at an instant, with the means to check it."""

from base64 import b64encode
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, time
from functools import cached_property

from application.history.entry import HistoryEntry
from application.lists.courses import Course
from application.proofs.ports import Kept
from application.proofs.signed_note import parsed
from application.reading.decision import DecisionReading
from application.reading.parts.dialogs import DialogEntry, DialogStatus, Talk, dialogs
from application.reading.sources import Counting
from domain import supplementary
from domain.figures import LoadState
from domain.parties import Party, Side
from domain.record import Actor, Record
from domain.results import GoalResult, LineResult
from domain.rulebook.dialogs import (
    CALLED_OFF,
    DIALOG_NOT_HELD,
    DIALOG_OVER,
    HELD_ON,
    NO_DIALOG_HELD,
    NO_DIALOG_PLANNED,
    UNKNOWN_DIALOG,
)
from domain.standing import standing
from domain.state import Status
from domain.terms import Goal
from domain.values import AgreementId, DialogId, GoalId, LineId, Month, PartyId
from interfaces.bootstrap import System
from interfaces.german import numbers, proof, results
from interfaces.papers.blocks import State
from interfaces.software import software

CLOCK = "^([01][0-9]|2[0-3]):[0-5][0-9]$"
"""A time of day, as people and addresses write it."""
NOT_AGREED = {
    Status.DRAFTED: "Entwurf: Niemand hat unterzeichnet; was hier vereinbart heißt, ist vorgesehen.",
    Status.PARTLY_SIGNED: "Noch haben nicht alle unterzeichnet; was hier vereinbart heißt, bindet noch nicht.",
    Status.WITHDRAWN: "Der Entwurf wurde zurückgezogen; was hier vereinbart heißt, war vorgesehen.",
}
"""What a paper says of an agreement that does not bind."""


@dataclass(frozen=True)
class Papered:
    """An agreement for a paper: who reads it, as known when, and about which dialog, month or entry."""

    system: System
    actor: Actor
    agreement_id: AgreementId
    known_at: datetime | None = None
    about: str | None = None
    month: Month | None = None
    place: str | None = None
    """Where a dialog is to take place; the record does not hold it."""
    begins: time | None = None
    """When it begins that day, by the clock in Germany; nor does it hold that."""
    basis: LoadState | None = None
    """The load state shown, where it is not the one of the month as agreed: that of a dialog."""
    fixed: bool = False
    """Whether the paper never changes again, and so names its last entry's hash instead of a checkpoint."""

    @cached_property
    def course(self) -> Course:
        """The agreement's records and standings; refuses one that does not exist for this reader."""
        return self.system.courses.course(self.actor, self.agreement_id, known_at=self.known_at)

    @property
    def as_of(self) -> datetime:
        """The instant of the last record, so that nothing in a paper is newer than the rest."""
        return self.course.records[-1].recorded_at

    @cached_property
    def entries(self) -> tuple[HistoryEntry, ...]:
        """Every entry of the agreement's history."""
        return tuple(self.system.histories.of_agreement(self.actor, self.agreement_id, known_at=self.as_of))

    @cached_property
    def counting(self) -> Counting:
        """The records that count."""
        return Counting.among(self.course.records)

    @cached_property
    def decision(self) -> DecisionReading:
        """The decision on the year, and what today's figures would say."""
        return self.system.queries.decision(self.actor, self.agreement_id, known_at=self.as_of)

    @cached_property
    def dialogs(self) -> tuple[DialogEntry, ...]:
        """Every dialog."""
        return dialogs(self.counting)

    def about_dialog(self, dialog_id: DialogId) -> "Papered":
        """The same about one of its dialogs."""
        return replace(self, about=dialog_id)

    def known(self, at: datetime) -> "Papered":
        """The same as known at an earlier instant."""
        return replace(self, known_at=at)

    def of_talk(self, talk: Talk) -> "Papered":
        """The same as known when a dialog was recorded, at the load state it was held on."""
        state = talk.load_state
        return replace(self, known_at=talk.source.recorded_at, month=state.report_month, basis=state, fixed=True)

    @property
    def at(self) -> Month | None:
        """The month shown: the one asked about, else the last one loaded."""
        return self.month or self.course.attainment.latest_month()

    @property
    def load_state(self) -> LoadState | None:
        """The load state shown."""
        if self.basis or self.at is None:
            return self.basis
        return LoadState(report_month=self.at, months_waited=self.course.waited(self.at))

    @cached_property
    def goals(self) -> tuple[GoalResult, ...]:
        """How the goals stand at the load state shown."""
        if self.basis is None:
            return tuple(self.course.goals_at(self.at))
        held = self.course.standings.get(self.basis.key)
        return tuple(held.goals if held else standing(self.course.attainment, *self.basis.key))

    @property
    def agreed(self) -> Mapping[GoalId, Goal]:
        """The goals as agreed for the month shown."""
        return {goal.id: goal for goal in self.course.attainment.at(self.at).terms.goals}

    def beside(self, goal: GoalResult) -> tuple[LineResult, ...]:
        """The key figures and supplementary figures shown beside a goal."""
        state = self.course.attainment.at(self.at)
        return supplementary.beside(state, self.agreed[goal.goal_id], goal.load_state) if goal.load_state else ()

    def against_last_year(self, line: LineResult) -> LineResult:
        """A level that is only monitored, held against the year before."""
        return supplementary.against_last_year(self.course.attainment.at(self.at), line)

    @property
    def parties(self) -> tuple[Party, ...]:
        """The parties, in the order of the terms."""
        return self.course.agreement.terms.parties

    def line_name(self, line_id: LineId) -> str:
        """The measure of a line and whom it covers; its id where no goal shown has it."""
        lines = (line for goal in self.goals for line in goal.lines if line.line_id == line_id)
        return next((results.measure(line) for line in lines), line_id)

    def party(self, party_id: PartyId | None) -> str:
        """A party's name; a dash for none."""
        return next((party.name for party in self.parties if party.id == party_id), party_id or "–")

    @property
    def county(self) -> str:
        """The name of the party that runs the Jobcenter."""
        return next(party.name for party in self.parties if party.side is Side.COUNTY)

    @property
    def subtitle(self) -> str:
        """The agreement in one line."""
        terms = self.course.agreement.terms
        return f"Zielvereinbarung {terms.year}, {terms.legal_basis} · {self.county} · {self.agreement_id}"

    def planned(self) -> DialogEntry:
        """The dialog asked about, else the next one with a day, else one requested; refuses one that is over."""
        if self.about is not None:
            found = self._named()
            over = HELD_ON.of(day=found.held.held_on) if found.held else CALLED_OFF if found.cancelled else None
            DIALOG_OVER.refuse_if(over is not None, dialog=found.dialog_id, status=over)
            return found
        return self._first(DialogStatus.SCHEDULED) or self._first(DialogStatus.REQUESTED) or NO_DIALOG_PLANNED.refuse()

    def _first(self, status: DialogStatus) -> DialogEntry | None:
        return next((one for one in self.dialogs if one.status is status), None)

    def held(self) -> tuple[DialogEntry, Talk]:
        """The dialog asked about, else the last one held; refuses one that was not held."""
        held = [one for one in self.dialogs if one.held]
        if self.about is None and not held:
            NO_DIALOG_HELD.refuse()
        found = held[-1] if self.about is None else self._named()
        return found, found.held or DIALOG_NOT_HELD.refuse(dialog=found.dialog_id)

    def _named(self) -> DialogEntry:
        found = next((one for one in self.dialogs if one.dialog_id == self.about), None)
        return found or UNKNOWN_DIALOG.refuse(dialog=self.about)

    def entry_of(self, version: int) -> Record | None:
        """An entry by its number in the agreement."""
        return next((record for record in self.course.records if record.version == version), None)

    @cached_property
    def state(self) -> State:
        """The state the paper shows, for its footer."""
        last = self.course.records[-1]
        loads = self.course.attainment.loads(self.load_state) if self.load_state else ()
        shown, note = "Ohne freigegebene Daten", None
        if loads and self.load_state:
            load = loads[-1].load
            shown = f"Datenstand {numbers.load_state(self.load_state)}, geladen {numbers.day(load.loaded_on)}"
            note = load.note
        past = self.known_at and not self.fixed
        status = self.course.agreement.status
        return State(
            load_state=shown,
            entries=f"Stand {last.version} der Vereinbarung (Nr. {last.position} im Protokoll)",
            **self._proof(last),
            known_at=numbers.instant(self.known_at) if self.known_at and past else None,
            made_at=last.recorded_at,
            note=note,
            software=software(),
            draft=NOT_AGREED.get(status),
        )

    def _proof(self, last: Record) -> dict[str, str]:
        """By what the paper is checked: the first checkpoint over its last entry, or that entry's own hash."""
        kept = None if self.fixed else self.covering(last)
        if kept:
            root = encoded(parsed(kept.note).checkpoint.root)
            return {"checkpoint": f"Prüfpunkt über {kept.size} Einträge", "digest": f"Wurzel {root}"}
        leaf = encoded(self.system.audit.proofs.leaf(last.position))
        said = "" if self.fixed else "noch von keinem Prüfpunkt erfasst"
        return {"checkpoint": said, "digest": f"Prüfsumme des Eintrags {leaf}"}

    def covering(self, last: Record) -> Kept | None:
        """The first checkpoint over an entry, which never changes once it was made; None before."""
        return proof.covering(self.system.audit.checkpoints.book, last.position)


def encoded(digest: bytes) -> str:
    """A hash as proofs write it."""
    return b64encode(digest).decode()
