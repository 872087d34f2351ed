"""Facts about target dialogs."""

from enum import StrEnum

from pydantic import Field

from domain.facts.signing import Document
from domain.figures import LoadState
from domain.record import Concerned, Fact
from domain.terms import is_unused
from domain.values import Day, DialogId, Frozen, GoalId, PartyId, Slug, Text


class DialogKind(StrEnum):
    """On what occasion the parties talk."""

    REGULAR = "regular"
    ON_DEVIATION = "on_deviation"
    ON_REQUEST = "on_request"
    FINAL = "final"


class Participant(Frozen):
    """An office that took part, and for which party; no party for guests and the committee."""

    office: Text
    party: PartyId | None = None


class AgreedMeasure(Frozen):
    """A measure agreed in a dialog: who is to do it, and by when."""

    id: Slug
    says: Text
    party: PartyId
    due_on: Day


class DialogRequested(Fact):
    """The county asked for a further talk (III.3.1)."""

    title = "Dialog angefragt"
    clause = "III.3.1"

    dialog_id: DialogId


class DialogScheduled(Fact):
    """A dialog was set for a day (III.3.1)."""

    title = "Dialog angesetzt"
    clause = "III.3.1"

    dialog_id: DialogId
    kind: DialogKind
    planned_for: Day


class DialogCancelled(Fact):
    """A requested or scheduled dialog was called off (III.3.1)."""

    title = "Dialog abgesagt"
    clause = "III.3.1"

    dialog_id: DialogId


class CommitteeInvolved(Fact):
    """The committee for target agreements prepared dialogs and gave its recommendation (III.3.6)."""

    title = "Ausschuss einbezogen"
    clause = "III.3.6"
    retractable = True

    session: Slug
    """The session's id, the same in every agreement it prepared dialogs of."""
    dialogs: tuple[DialogId, ...] = Field(min_length=1)
    recommendation: Text
    document: Document | None = None


class LawDiscussed(Frozen):
    """A change of law as an item of a dialog, with what was said about its effects (III.3.4)."""

    change_id: Slug
    says: Text


class DialogHeld(Fact):
    """The parties talked about the key figures and the state of the goals (III.3.1)."""

    title = "Dialog geführt"
    clause = "III.3.1"
    retractable = True

    dialog_id: DialogId
    kind: DialogKind
    agenda: tuple[Text, ...] = ()
    basis: LoadState
    participants: tuple[Participant, ...] = Field(min_length=1)
    goals_discussed: tuple[GoalId, ...] = Field(min_length=1)
    causes: Text | None = None
    outlook: Text | None = None
    measures: tuple[AgreedMeasure, ...] = ()
    called_for: tuple[Slug, ...] = Field(default=(), exclude_if=is_unused)
    """The deviations it was called for (III.3.1)."""
    laws: tuple[LawDiscussed, ...] = Field(default=(), exclude_if=is_unused)
    in_writing: bool = Field(default=False, exclude_if=is_unused)
    """Whether the parties wrote to each other instead of meeting."""

    def concerned(self) -> Concerned:
        return Concerned(goals=self.goals_discussed)


class MinutesConfirmed(Fact):
    """A party confirmed the minutes of a dialog (III.3.1)."""

    title = "Protokoll bestätigt"
    clause = "III.3.1"
    retractable = True

    dialog_id: DialogId
    party: PartyId
    minutes: Document
