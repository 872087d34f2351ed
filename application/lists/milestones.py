"""Milestones that the agreement's state does not keep: days, months, circumstances noted."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from domain import facts
from domain.facts.follow_up import CircumstanceKind
from domain.record import Record, Role
from domain.values import DeliveryId, DialogId, Frozen, LineId, Month, Number, PartyId


class Noted(Frozen):
    """A circumstance or legal change as one agreement noted it; `thing` is what makes it the same in another one."""

    version: int
    reference: str
    kind: CircumstanceKind | None
    """None for a legal change."""
    thing: str
    about: str
    agreed: Number | None
    actual: Number | None
    says: str
    lines: tuple[LineId, ...]
    by: PartyId | None
    in_role: Role
    on: date


@dataclass(frozen=True, slots=True)
class Moment:
    """A record's legal day and its position in the log."""

    on: date
    position: int


@dataclass(frozen=True, slots=True)
class Milestones:
    """A fold over the records that count."""

    last: Mapping[str, Moment] = field(default_factory=dict)
    """The last record of a kind of fact; of facts about a dialog, of each dialog."""
    corrected_on: date = date.min
    """The latest day on which the transcription was corrected."""
    talked_about: Month | None = None
    """The latest report month that a dialog was based on."""
    deviations: Mapping[LineId, Month] = field(default_factory=dict)
    """The latest report month about which a line's deviation was noted."""
    releases: tuple[tuple[DeliveryId, Moment], ...] = ()
    noted: tuple[Noted, ...] = ()

    def evolve(self, record: Record) -> "Milestones":
        """The milestones after one more record that counts."""
        match record.fact:
            case facts.TranscriptionCorrected():
                return replace(self, corrected_on=max(self.corrected_on, record.occurred_on))
            case facts.DialogHeld(basis=basis):
                return replace(self, talked_about=max(self.talked_about or "", basis.report_month))
            case facts.DeviationNoted(line_id=line, load_state=state):
                month = max(self.deviations.get(line, ""), state.report_month)
                return replace(self, deviations={**self.deviations, line: month})
            case facts.FiguresReleased(delivery_id=delivery):
                return replace(self, releases=(*self.releases, (delivery, _moment(record))))
            case facts.DialogRequested(dialog_id=dialog) | facts.DialogScheduled(dialog_id=dialog):
                return replace(self, last={**self.last, _of_dialog(type(record.fact), dialog): _moment(record)})
            case facts.CircumstanceNoted() | facts.LegalChangeApplied() as fact:
                return replace(self, noted=(*self.noted, _noted(record, fact)))
            case (
                facts.FinalAssessmentMade()
                | facts.AssessmentRevised()
                | facts.AssessmentAcknowledged()
                | facts.AssessmentContested()
                | facts.ContestAnswered()
                | facts.NoAnswerRecorded()
            ):
                return replace(self, last={**self.last, type(record.fact).__name__: _moment(record)})
            case _:
                return self

    def last_of(self, *kinds: type[facts.AgreementFact]) -> Moment:
        """The last record of any of these kinds; one of them must have been recorded."""
        return max((self.last[kind.__name__] for kind in kinds if kind.__name__ in self.last), key=_position)

    def asked_on(self, dialog_id: DialogId) -> date:
        """The day on which a dialog was asked for."""
        return self.last[_of_dialog(facts.DialogRequested, dialog_id)].on

    def scheduled_on(self, dialog_id: DialogId) -> date:
        """The day on which a dialog's day was set."""
        return self.last[_of_dialog(facts.DialogScheduled, dialog_id)].on


def _moment(record: Record) -> Moment:
    return Moment(record.occurred_on, record.position)


def _position(moment: Moment) -> int:
    return moment.position


def _of_dialog(kind: type[facts.AgreementFact], dialog_id: DialogId) -> str:
    return f"{kind.__name__}:{dialog_id}"


def _noted(record: Record, fact: facts.CircumstanceNoted | facts.LegalChangeApplied) -> Noted:
    said: dict[str, object]
    if isinstance(fact, facts.CircumstanceNoted):
        about = fact.about or fact.circumstance_id
        said = {"reference": f"circumstance:{fact.circumstance_id}", "kind": fact.kind, "thing": about, "about": about}
        said |= {"agreed": fact.agreed, "actual": fact.actual, "says": fact.says, "lines": fact.lines}
    else:
        affected = dict.fromkeys(effect.line_id for provision in fact.provisions for effect in provision.effects)
        said = {"reference": f"law:{fact.change_id}", "kind": None, "about": fact.citation, "says": fact.law}
        said |= {"thing": " ".join(fact.citation.split()), "agreed": None, "actual": None, "lines": tuple(affected)}
    whose = {"by": record.provenance.party, "in_role": record.provenance.role, "on": record.occurred_on}
    return Noted.model_validate({"version": record.version, **said, **whose})
