"""Which goals and clauses an entry concerns, so that a history can be read by them."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from domain import facts
from domain.record import Fact, Record
from domain.terms import Clause, Goal, GoalKind, Item, Line, Terms, VerdictGroup
from domain.values import GoalId


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
    """The goals a fact is about, among those the agreement has had."""
    about = fact.concerned()
    owning = {goals.owners[part] for part in about.parts if part in goals.owners}
    measured = goals.measured if about.measured else frozenset()
    return frozenset(owning | measured | (goals.clauses.keys() & about.goals))


def clauses_of(record: Record, concerned: Iterable[GoalId], goals: Goals) -> frozenset[Clause]:
    """The clauses an entry concerns: its fact's own, those of its goals, those of what was noticed."""
    noticed = (finding.clause for finding in record.findings)
    named = [record.fact.topic] if isinstance(record.fact, facts.TopicReported) else []
    principles = (name for name in named if name[:1].isupper())
    return frozenset((record.fact.clause, *noticed, *principles, *(goals.clauses[goal] for goal in concerned)))


def below(clause: Clause, asked: Clause) -> bool:
    """Whether a clause is the one asked for, or a part of it: III.3.2-L is part of III.3.2 and of III."""
    return clause == asked or (clause.startswith(asked) and clause[len(asked)] in ".-")
