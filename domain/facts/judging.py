"""Facts of judging: the final assessment and what follows it."""

from enum import StrEnum
from typing import Annotated, Any

from pydantic import AfterValidator, Field, WithJsonSchema

from domain.facts.signing import Document
from domain.record import Concerned, Fact
from domain.said_from import SaidFrom
from domain.terms import Clause
from domain.values import Day, DialogId, Frozen, Several, Slug, Text


class Outcome(StrEnum):
    """The judgement of a verdict."""

    ATTAINED = "attained"
    NOT_ATTAINED = "not_attained"
    NOT_ASSESSABLE = "not_assessable"
    UNDECIDED = "undecided"
    """Of a computed verdict only: rounding decides, and nothing was agreed on it, or figures were delivered rounded."""


_JUDGED = [outcome for outcome in Outcome if outcome is not Outcome.UNDECIDED]


def _judged(outcome: Outcome) -> Outcome:
    if outcome is Outcome.UNDECIDED:
        raise ValueError("Geurteilt wird „erreicht“, „nicht erreicht“ oder „nicht beurteilbar“.")
    return outcome


class Judgement(Frozen):
    """The Land's judgement of one verdict, and its grounds where it differs from the computed outcome."""

    verdict_id: Slug
    outcome: Annotated[Outcome, AfterValidator(_judged), WithJsonSchema({"type": "string", "enum": _JUDGED})]
    why: Text | None = None
    cites: Several[str] = ()
    """Circumstances, legal changes or corrected deliveries, by reference."""


class Addressed(Frozen):
    """How a circumstance, legal change or finding was appraised."""

    reference: str
    has_effect: bool
    why: Text


class Stance(StrEnum):
    """How the county stands to the assessment."""

    AGREES = "agrees"
    DISSENTS = "dissents"
    SILENT = "silent"


class CountyPosition(Frozen):
    """The county's position, and the day it was given or asked for in vain."""

    stance: Stance
    on: Day
    says: Text | None = None


class ComputedVerdict(Frozen):
    """The computed outcome of one verdict."""

    verdict_id: Slug
    clause: Clause
    title: Text
    outcome: Outcome


class Assessment(Frozen):
    """The content of a final assessment: computed outcome and derivation, and the judgement beside them."""

    dialog_id: DialogId
    computed: tuple[ComputedVerdict, ...]
    derivation: tuple[dict[str, Any], ...]
    """Each goal's result as it was computed, with every input: plain data, so that later code cannot reinterpret it."""
    said_from: tuple[SaidFrom, ...] = Field(default=(), exclude_if=lambda value: not value)
    """What the texts of these results were said from; empty in older entries."""
    judgements: tuple[Judgement, ...]
    addressed: tuple[Addressed, ...]
    county: CountyPosition
    summary: Text

    @property
    def verdicts(self) -> tuple[Slug, ...]:
        """The ids of the verdicts judged: of a goal's verdict groups, or of a goal as a whole."""
        return tuple(judgement.verdict_id for judgement in self.judgements)


class FinalAssessmentMade(Fact):
    """The Land judged the year in the final dialog (III.3.3)."""

    title = "Gesamtbewertung getroffen"
    clause = "III.3.3"

    assessment: Assessment

    def concerned(self) -> Concerned:
        return Concerned(goals=self.assessment.verdicts, parts=self.assessment.verdicts)


class AssessmentRevised(Fact):
    """The Land judged again, for a named cause; the earlier assessment stays (III.3.3)."""

    title = "Gesamtbewertung neu gefasst"
    clause = "III.3.3"

    cause: Text
    assessment: Assessment

    def concerned(self) -> Concerned:
        return Concerned(goals=self.assessment.verdicts, parts=self.assessment.verdicts)


class AssessmentAcknowledged(Fact):
    """The county took note of the assessment (III.3.3)."""

    title = "Gesamtbewertung zur Kenntnis genommen"
    clause = "III.3.3"
    retractable = True


class AssessmentContested(Fact):
    """The county contested the assessment (III.3.3)."""

    title = "Gesamtbewertung beanstandet"
    clause = "III.3.3"

    grounds: Text
    evidence: tuple[Document, ...] = ()


class ContestAnswered(Fact):
    """The Land answered the county's objection (III.3.3)."""

    title = "Beanstandung beantwortet"
    clause = "III.3.3"

    says: Text


class NoAnswerRecorded(Fact):
    """The county was asked and did not answer in time (III.3.3)."""

    title = "Ausbleiben einer Antwort festgehalten"
    clause = "III.3.3"

    asked_on: Day


class AgreementClosed(Fact):
    """The Land closed the agreement after its assessment (III.3.3)."""

    title = "Vereinbarung abgeschlossen"
    clause = "III.3.3"
