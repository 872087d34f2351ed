"""Facts about individual goals, and about what is reported without being judged."""

from enum import StrEnum

from domain.facts.signing import Document
from domain.record import Concerned, Fact
from domain.terms import Clause
from domain.values import Slug, Text


class Progress(StrEnum):
    """How far a step has come."""

    BEGUN = "begun"
    DONE = "done"
    DROPPED = "dropped"


class StepReported(Fact):
    """The county reported how far a step of an individual goal has come (III.2.1.4, III.2.1.5)."""

    title = "Umsetzungsschritt berichtet"
    clause = "III.3.2-I"
    retractable = True

    step_id: Slug
    progress: Progress
    says: Text
    evidence: tuple[Document, ...] = ()

    def concerned(self) -> Concerned:
        return Concerned(parts=(self.step_id,))


class Appraisal(StrEnum):
    """Whether a success criterion is met."""

    MET = "met"
    NOT_MET = "not_met"


class CriterionAppraised(Fact):
    """A success criterion of an individual goal was appraised (III.2.1.4, III.2.1.5)."""

    title = "Erfolgskriterium gewürdigt"
    clause = "III.3.2-I"
    retractable = True

    criterion_id: Slug
    appraisal: Appraisal
    says: Text
    evidence: tuple[Document, ...] = ()

    def concerned(self) -> Concerned:
        return Concerned(parts=(self.criterion_id,))


class TopicReported(Fact):
    """A topic that is reported on, not judged, was reported on (III.2.1.6, I.2, I.3)."""

    title = "Thema berichtet"
    clause = "III.3.2-I"
    retractable = True

    topic: Slug | Clause
    """A topic of a goal, or a principle's clause."""
    says: Text
    evidence: tuple[Document, ...] = ()

    def concerned(self) -> Concerned:
        return Concerned(parts=(self.topic,))
