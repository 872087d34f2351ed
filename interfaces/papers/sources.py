"""The source of a paper: one agreement as known at an instant, with the means to check it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any

from application.lists.courses import Course
from application.reading.parts.dialogs import DialogEntry, dialogs
from application.reading.sources import Counting
from domain import supplementary
from domain.figures import LoadState
from domain.record import Actor, Record
from domain.results import GoalResult, LineResult
from domain.rulebook.dialogs import UNKNOWN_DIALOG
from domain.terms import Goal, Party, Side
from domain.values import AgreementId, GoalId, Month, PartyId
from interfaces.bootstrap import System
from interfaces.german import numbers, proof
from interfaces.papers.blocks import State


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

    @cached_property
    def course(self) -> Course:
        """The agreement's records and standings; refuses one that does not exist for this reader."""
        return self.system.courses.course(self.actor, self.agreement_id, known_at=self.known_at)

    @cached_property
    def counting(self) -> Counting:
        """The records that count."""
        return Counting.among(self.course.records)

    @cached_property
    def dialogs(self) -> tuple[DialogEntry, ...]:
        """Every dialog."""
        return dialogs(self.counting)

    @property
    def at(self) -> Month | None:
        """The month shown: the one asked about, else the last one loaded."""
        return self.month or self.course.attainment.latest_month()

    @property
    def goals(self) -> tuple[GoalResult, ...]:
        """How the goals stand at the month shown."""
        return tuple(self.course.goals_at(self.at))

    @property
    def agreed(self) -> Mapping[GoalId, Goal]:
        """The goals as agreed for the month shown."""
        return {goal.id: goal for goal in self.course.attainment.at(self.at).terms.goals}

    def beside(self, goal: GoalResult) -> tuple[LineResult, ...]:
        """The key figures and supplementary figures shown beside a goal."""
        state = self.course.attainment.at(self.at)
        return supplementary.beside(state, self.agreed[goal.goal_id], goal.load_state) if goal.load_state else ()

    @property
    def parties(self) -> tuple[Party, ...]:
        """The parties, in the order of the terms."""
        return self.course.agreement.terms.parties

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

    def dialog(self, *, held: bool) -> DialogEntry:
        """The dialog asked about, else the next one planned or the last one held; refuses without any."""
        fitting = [one for one in self.dialogs if (one.held is not None) is held and one.cancelled is None]
        if self.about is not None:
            fitting = [one for one in self.dialogs if one.dialog_id == self.about]
        if not fitting or (held and fitting[-1].held is None):
            UNKNOWN_DIALOG.refuse(dialog=self.about or ("geführter" if held else "angesetzter"))
        return fitting[-1] if held else fitting[0]

    def entry_of(self, version: int) -> Record | None:
        """An entry by its number in the agreement."""
        return next((record for record in self.course.records if record.version == version), None)

    @property
    def loads(self) -> Iterator[tuple[LoadState, Any]]:
        """The loads behind the month shown."""
        if self.at:
            state = LoadState(report_month=self.at, months_waited=self.course.waited(self.at))
            yield from ((state, one.load) for one in self.course.attainment.loads(state))

    @cached_property
    def state(self) -> State:
        """The state the paper shows, for its footer."""
        last = self.course.records[-1]
        found = list(self.loads)
        shown = "Ohne freigegebene Daten"
        if found:
            state, load = found[-1]
            shown = f"Datenstand {numbers.load_state(state)}, geladen {numbers.day(load.loaded_on)}"
        note = found[-1][1].note if found else None
        return State(
            load_state=shown,
            entries=f"Eintrag {last.version} der Vereinbarung (Nr. {last.position} im Protokoll).",
            checkpoint=proof.checkpoint(self.system.audit.checkpoints.book, last.position),
            known_at=numbers.instant(self.known_at) if self.known_at else None,
            made_at=last.recorded_at,
            note=note,
        )
