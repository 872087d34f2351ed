"""What was reported on steps, criteria and topics."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self

from application.views.sources import Counting, Source, grouped
from domain.facts import CriterionAppraised, StepReported, TopicReported
from domain.facts.individual import Appraisal, Progress
from domain.facts.signing import Document
from domain.values import Frozen


class Reported(Frozen):
    """What was said about a step, criterion or topic, with its evidence."""

    says: str
    evidence: tuple[Document, ...]
    source: Source


class StepReport(Reported):
    """How far a step had come."""

    progress: Progress


class CriterionReport(Reported):
    """Whether a criterion was met."""

    appraisal: Appraisal


@dataclass(frozen=True, slots=True)
class Reports:
    """The reports on each step, criterion and topic (or principle, by its clause), in the order they were recorded."""

    steps: Mapping[str, tuple[StepReport, ...]]
    criteria: Mapping[str, tuple[CriterionReport, ...]]
    topics: Mapping[str, tuple[Reported, ...]]

    @classmethod
    def among(cls, counting: Counting) -> Self:
        """Every report that counts."""
        return cls(
            steps=grouped((fact.step_id, _step(fact, source)) for fact, source in counting.of(StepReported)),
            criteria=grouped(
                (fact.criterion_id, _criterion(fact, source)) for fact, source in counting.of(CriterionAppraised)
            ),
            topics=grouped((fact.topic, _topic(fact, source)) for fact, source in counting.of(TopicReported)),
        )


def _step(fact: StepReported, source: Source) -> StepReport:
    return StepReport(says=fact.says, evidence=fact.evidence, source=source, progress=fact.progress)


def _criterion(fact: CriterionAppraised, source: Source) -> CriterionReport:
    return CriterionReport(says=fact.says, evidence=fact.evidence, source=source, appraisal=fact.appraisal)


def _topic(fact: TopicReported, source: Source) -> Reported:
    return Reported(says=fact.says, evidence=fact.evidence, source=source)
