"""Goals followed by steps, criteria and reports, and the principles that are reported on."""

from collections.abc import Callable, Container, Iterable, Mapping
from dataclasses import dataclass
from typing import Self, TypeVar

from application.reading.parts.part import Statements, because
from application.reading.sources import Counting, Source, grouped
from domain.facts import CriterionAppraised, StepReported, TopicReported
from domain.facts.individual import Appraisal, Progress
from domain.facts.signing import Document
from domain.reasons import ITSELF, Reason
from domain.terms import Clause, Goal, GoalKind, Item, Principle, Terms
from domain.terms_history import TermsHistory
from domain.values import Frozen, GoalId, Slug

STEP = Reason("step_reported", "Umsetzungsschritt {id}")
CRITERION = Reason("criterion_appraised", "Erfolgskriterium {id}")
TOPIC = Reason("topic_reported", "Thema {id}")


class Reported(Frozen):
    """A report on a step, criterion or topic, with its evidence."""

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
            steps=grouped((fact.step_id, _step_report(fact, source)) for fact, source in counting.of(StepReported)),
            criteria=grouped(
                (fact.criterion_id, _criterion_report(fact, source)) for fact, source in counting.of(CriterionAppraised)
            ),
            topics=grouped((fact.topic, _topic(fact, source)) for fact, source in counting.of(TopicReported)),
        )


def statements(counting: Counting) -> Statements:
    """The last report on each step, criterion and topic."""
    reports = Reports.among(counting)
    steps = {
        STEP.said(id=id): because(ITSELF.said(value=r[-1].progress), r[-1].says) for id, r in reports.steps.items()
    }
    criteria = {
        CRITERION.said(id=id): because(ITSELF.said(value=r[-1].appraisal), r[-1].says)
        for id, r in reports.criteria.items()
    }
    return steps | criteria | {TOPIC.said(id=id): reported[-1].says for id, reported in reports.topics.items()}


def _step_report(fact: StepReported, source: Source) -> StepReport:
    return StepReport(says=fact.says, evidence=fact.evidence, source=source, progress=fact.progress)


def _criterion_report(fact: CriterionAppraised, source: Source) -> CriterionReport:
    return CriterionReport(says=fact.says, evidence=fact.evidence, source=source, appraisal=fact.appraisal)


def _topic(fact: TopicReported, source: Source) -> Reported:
    return Reported(says=fact.says, evidence=fact.evidence, source=source)


T = TypeVar("T")


class StepEntry(Frozen):
    """A step; `progress` is what the last report says, null before."""

    step_id: Slug
    says: str
    progress: Progress | None
    reports: tuple[StepReport, ...]


class CriterionEntry(Frozen):
    """A success criterion; `appraisal` is the last one, null before."""

    criterion_id: Slug
    says: str
    appraisal: Appraisal | None
    reports: tuple[CriterionReport, ...]


class TopicEntry(Frozen):
    """A topic of a goal, with the reports on it."""

    topic: Slug
    says: str
    reports: tuple[Reported, ...]


class IndividualGoalEntry(Frozen):
    """A goal with steps, criteria or topics; what an amendment took out stays as far as it was reported on."""

    goal_id: GoalId
    clause: Clause
    kind: GoalKind
    title: str
    says: str
    steps: tuple[StepEntry, ...]
    criteria: tuple[CriterionEntry, ...]
    topics: tuple[TopicEntry, ...]


class PrincipleEntry(Frozen):
    """A principle, with the reports on it."""

    clause: Clause
    title: str
    says: str
    reports: tuple[Reported, ...]


class IndividualGoals(Frozen):
    """Everything that is reported on beside figures."""

    goals: tuple[IndividualGoalEntry, ...]
    principles: tuple[PrincipleEntry, ...]


def individual_goals(counting: Counting) -> IndividualGoals:
    """Every goal that is not followed by figures alone, and every principle, of the terms agreed last."""
    terms, reports = counting.terms, Reports.among(counting)
    goals = _kept(terms, _followed, _goals_reported(terms, reports))
    return IndividualGoals(
        goals=tuple(_goal(terms, reports, goal) for goal in goals),
        principles=tuple(
            PrincipleEntry(
                clause=principle.clause,
                title=principle.title,
                says=principle.says,
                reports=reports.topics.get(principle.clause, ()),
            )
            for principle in _kept(terms, _principles, reports.topics)
        ),
    )


def _goals_reported(terms: TermsHistory, reports: Reports) -> frozenset[GoalId]:
    goals = (goal for version in terms.versions for goal in version.terms.goals)
    items = ((goal.id, item.id) for goal in goals for item in (*goal.steps, *goal.criteria, *goal.topics))
    reported = reports.steps.keys() | reports.criteria.keys() | reports.topics.keys()
    return frozenset(goal for goal, item in items if item in reported)


def _kept(terms: TermsHistory, pick: Callable[[Terms], Mapping[str, T]], reported: Container[str]) -> tuple[T, ...]:
    """Items of the terms agreed last, and of earlier ones as far as they were reported on."""
    latest = pick(terms.latest.terms)
    versions = (pick(version.terms) for version in terms.versions)
    dropped = {key: one for version in versions for key, one in version.items() if key not in latest}
    return (*latest.values(), *(one for key, one in dropped.items() if key in reported))


def _followed(terms: Terms) -> Mapping[str, Goal]:
    return {
        goal.id: goal
        for goal in terms.goals
        if goal.kind is not GoalKind.MEASURED or goal.steps or goal.criteria or goal.topics
    }


def _principles(terms: Terms) -> Mapping[str, Principle]:
    return {principle.clause: principle for principle in terms.principles}


def _items(goal_id: GoalId, of: Callable[[Goal], Iterable[Item]]) -> Callable[[Terms], Mapping[str, Item]]:
    return lambda terms: {item.id: item for goal in terms.goals if goal.id == goal_id for item in of(goal)}


def _goal(terms: TermsHistory, reports: Reports, goal: Goal) -> IndividualGoalEntry:
    return IndividualGoalEntry(
        goal_id=goal.id,
        clause=goal.clause,
        kind=goal.kind,
        title=goal.title,
        says=goal.says,
        steps=tuple(
            _step(item, reports.steps.get(item.id, ()))
            for item in _kept(terms, _items(goal.id, lambda one: one.steps), reports.steps)
        ),
        criteria=tuple(
            _criterion(item, reports.criteria.get(item.id, ()))
            for item in _kept(terms, _items(goal.id, lambda one: one.criteria), reports.criteria)
        ),
        topics=tuple(
            TopicEntry(topic=item.id, says=item.says, reports=reports.topics.get(item.id, ()))
            for item in _kept(terms, _items(goal.id, lambda one: one.topics), reports.topics)
        ),
    )


def _step(item: Item, reports: tuple[StepReport, ...]) -> StepEntry:
    progress = reports[-1].progress if reports else None
    return StepEntry(step_id=item.id, says=item.says, progress=progress, reports=reports)


def _criterion(item: Item, reports: tuple[CriterionReport, ...]) -> CriterionEntry:
    appraisal = reports[-1].appraisal if reports else None
    return CriterionEntry(criterion_id=item.id, says=item.says, appraisal=appraisal, reports=reports)
