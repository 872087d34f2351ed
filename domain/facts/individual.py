"""Facts about individual goals, and about what is reported without being judged."""

from enum import StrEnum
from typing import ClassVar

from domain.facts.signing import Document
from domain.record import Fact
from domain.terms import Clause
from domain.values import Slug, Text


class Progress(StrEnum):
    """How far a step has come."""

    BEGUN = "begun"
    DONE = "done"
    DROPPED = "dropped"


class StepReported(Fact):
    """The county reported how far a step of an individual goal has come (III.2.1.4, III.2.1.5)."""

    title: ClassVar[str] = "Umsetzungsschritt berichtet"

    step_id: Slug
    progress: Progress
    says: Text
    evidence: tuple[Document, ...] = ()


class Appraisal(StrEnum):
    """Whether a success criterion is met."""

    MET = "met"
    NOT_MET = "not_met"


class CriterionAppraised(Fact):
    """A success criterion of an individual goal was appraised (III.2.1.4, III.2.1.5)."""

    title: ClassVar[str] = "Erfolgskriterium gewürdigt"

    criterion_id: Slug
    appraisal: Appraisal
    says: Text
    evidence: tuple[Document, ...] = ()


class TopicReported(Fact):
    """A topic that is reported on, not judged, was reported on (III.2.1.6, I.2, I.3)."""

    title: ClassVar[str] = "Thema berichtet"

    topic: Slug | Clause
    """A topic of a goal, or a principle's clause."""
    says: Text
    evidence: tuple[Document, ...] = ()
