"""Which goals and clauses an entry concerns, so that a history can be read by them."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from domain import facts
from domain.record import Fact, Record
from domain.terms import Clause, Goal, GoalKind, Item, Line, Terms, VerdictGroup
from domain.values import GoalId

CLAUSES: Mapping[type[Fact], tuple[Clause, ...]] = {
    facts.AgreementDrafted: ("P",),
    facts.TargetProposed: ("III.2.1.2",),
    facts.DraftRevised: ("P",),
    facts.DraftWithdrawn: ("P",),
    facts.AgreementSigned: ("S",),
    facts.TranscriptionConfirmed: ("S",),
    facts.TranscriptionCorrected: ("S",),
    facts.AmendmentProposed: ("S",),
    facts.AmendmentSigned: ("S",),
    facts.AmendmentWithdrawn: ("S",),
    facts.AgreementTerminated: ("S",),
    facts.FiguresDelivered: ("III.3.2-D",),
    facts.FiguresReleased: ("III.3.2-D",),
    facts.FiguresRejected: ("III.3.2-D",),
    facts.DialogRequested: ("III.3.1",),
    facts.DialogScheduled: ("III.3.1",),
    facts.DialogCancelled: ("III.3.1",),
    facts.CommitteeInvolved: ("III.3.6",),
    facts.DialogHeld: ("III.3.1",),
    facts.MinutesConfirmed: ("III.3.1",),
    facts.MeasureReported: ("III.3.1",),
    facts.AdviceGiven: ("III.1",),
    facts.DeviationNoted: ("III.3.1",),
    facts.CircumstanceNoted: ("III.3.5",),
    facts.LegalChangeApplied: ("III.3.4",),
    facts.StepReported: ("III.3.2-I",),
    facts.CriterionAppraised: ("III.3.2-I",),
    facts.TopicReported: ("III.3.2-I",),
    facts.FinalAssessmentMade: ("III.3.3",),
    facts.AssessmentRevised: ("III.3.3",),
    facts.AssessmentAcknowledged: ("III.3.3",),
    facts.AssessmentContested: ("III.3.3",),
    facts.ContestAnswered: ("III.3.3",),
    facts.NoAnswerRecorded: ("III.3.3",),
    facts.AgreementClosed: ("III.3.3",),
    facts.RecordRetracted: ("N.2",),
    facts.RecordDisputed: ("N.2",),
    facts.PersonErased: ("N.4",),
    facts.KeyIntroduced: ("N.2",),
    facts.FigureFileDelivered: ("III.3.2-D",),
    facts.FigureFileReleased: ("III.3.2-D",),
    facts.FigureFileRejected: ("III.3.2-D",),
}
"""The clause each kind of fact carries out; what is noticed and which goals it concerns bring further ones."""


@dataclass(frozen=True, slots=True)
class Goals:
    """The goals an agreement has had so far: what belongs to which, by ids that are never reused."""

    owners: Mapping[str, GoalId] = field(default_factory=dict)
    """The goal of each line, verdict, step, criterion and topic."""
    clauses: Mapping[GoalId, Clause] = field(default_factory=dict)
    measured: frozenset[GoalId] = frozenset()

    def with_terms(self, terms: Terms) -> "Goals":
        """These, and those of further terms."""
        owners = {item.id: goal.id for goal in terms.goals for item in _items(goal)}
        measured = {goal.id for goal in terms.goals if goal.kind is GoalKind.MEASURED}
        clauses = {goal.id: goal.clause for goal in terms.goals}
        return Goals({**self.owners, **owners}, {**self.clauses, **clauses}, self.measured | measured)


NO_GOALS = Goals()


def _items(goal: Goal) -> Iterator[Line | VerdictGroup | Item]:
    yield from goal.lines
    yield from goal.verdicts
    yield from (*goal.steps, *goal.criteria, *goal.topics)


def goals_of(fact: Fact, goals: Goals) -> frozenset[GoalId]:
    """The goals a fact concerns; a load, and the decision about it, concern every measured goal."""
    match fact:
        case facts.FiguresDelivered() | facts.FiguresReleased() | facts.FiguresRejected():
            return goals.measured
        case facts.DialogHeld():
            return _known(fact.goals_discussed, goals)
        case facts.AdviceGiven():
            return _known(fact.goals, goals)
        case facts.TargetProposed() | facts.DeviationNoted():
            return _owning([fact.line_id], goals)
        case facts.CircumstanceNoted():
            return _owning(fact.lines, goals)
        case facts.LegalChangeApplied():
            return _owning((effect.line_id for one in fact.provisions for effect in one.effects), goals)
        case (
            facts.StepReported(step_id=name)
            | facts.CriterionAppraised(criterion_id=name)
            | facts.TopicReported(topic=name)
        ):
            return _owning([name], goals)
        case facts.FinalAssessmentMade() | facts.AssessmentRevised():
            judged = [judgement.verdict_id for judgement in fact.assessment.judgements]
            return _owning(judged, goals) | _known(judged, goals)
        case facts.AgreementDrafted():
            return frozenset(goal.id for goal in fact.terms.goals)
        case _:
            return frozenset()


def clauses_of(record: Record, concerned: Iterable[GoalId], goals: Goals) -> frozenset[Clause]:
    """The clauses an entry concerns: its fact's own, those of its goals, those of what was noticed."""
    noticed = (finding.clause for finding in record.findings)
    named = [record.fact.topic] if isinstance(record.fact, facts.TopicReported) else []
    principles = (name for name in named if name[:1].isupper())
    own = CLAUSES.get(type(record.fact), ())
    return frozenset((*own, *noticed, *principles, *(goals.clauses[goal] for goal in concerned)))


def below(clause: Clause, asked: Clause) -> bool:
    """Whether a clause is the one asked for, or a part of it: III.3.2-L is part of III.3.2 and of III."""
    return clause == asked or (clause.startswith(asked) and clause[len(asked)] in ".-")


def _owning(ids: Iterable[str], goals: Goals) -> frozenset[GoalId]:
    return frozenset(goals.owners[name] for name in ids if name in goals.owners)


def _known(ids: Iterable[str], goals: Goals) -> frozenset[GoalId]:
    return frozenset(ids) & goals.clauses.keys()
