"""Filters of the history, and the form of its pages."""

from typing import Annotated, get_args
from uuid import UUID

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from application.history.entry import HistoryEntry
from application.history.relevance import below
from domain.facts import AnyFact
from domain.record import Record, Role
from domain.terms import Clause
from domain.values import AgreementId, Day, Frozen, GoalId, Instant, PartyId, PersonId, Slug

FACTS = frozenset(fact.__name__ for fact in get_args(AnyFact))
"""Names of all facts."""


def known_fact(name: str) -> str:
    """The name of a fact; raises ValueError for any other."""
    if name not in FACTS:
        raise PydanticCustomError(
            "unknown-fact",
            "Eine Tatsache „{name}“ gibt es nicht; möglich sind: {known}.",
            {"name": name, "known": ", ".join(sorted(FACTS))},
        )
    return name


FactName = Annotated[str, AfterValidator(known_fact)]


class HistoryFilter(Frozen):
    """Which entries are wanted; null asks for all, both ends of a period belong to it.

    A clause stands for its parts too. What is recorded is found by `recorded_…`, what happened by `occurred_…`.
    """

    agreement_id: AgreementId | None = None
    goal: GoalId | None = None
    clause: Clause | None = None
    role: Role | None = None
    party: PartyId | None = None
    """For whom it was recorded."""
    actor: PersonId | None = None
    fact: FactName | None = None
    recorded_from: Instant | None = None
    recorded_until: Instant | None = None
    occurred_from: Day | None = None
    occurred_until: Day | None = None
    correlation_id: UUID | None = None
    causation_id: UUID | None = None
    """What led to it, at once."""
    finding: Slug | None = None
    """The rule that noticed something at it."""

    @property
    def looks_into_entries(self) -> bool:
        """Whether entries have to be read to know which are wanted."""
        outside = {"agreement_id", "fact", "recorded_from", "recorded_until"}
        return any(value is not None for name, value in self if name not in outside)

    def admits(self, record: Record) -> bool:
        """Whether a record may be wanted, before it is known what it concerns."""
        provenance, day = record.provenance, record.occurred_on
        return (
            self.role in {None, provenance.role}
            and self.party in {None, provenance.party}
            and self.actor in {None, provenance.actor}
            and self.correlation_id in {None, provenance.correlation_id}
            and self.causation_id in {None, provenance.causation_id}
            and (self.finding is None or any(finding.rule == self.finding for finding in record.findings))
            and (self.occurred_from is None or day >= self.occurred_from)
            and (self.occurred_until is None or day <= self.occurred_until)
        )

    def wants(self, entry: HistoryEntry) -> bool:
        """Whether an admitted entry concerns the goal and clause asked about."""
        asked = self.clause
        return (self.goal is None or self.goal in entry.goals) and (
            asked is None or any(below(clause, asked) for clause in entry.clauses)
        )


EVERYTHING = HistoryFilter()


class HistoryPage(Frozen):
    """Entries in order of the log, up to which position it was read for them, and whether more may follow.

    Go on behind `read_up_to`. A page can be shorter than asked for, or empty, and `more` still true: reading stops
    after so many entries.
    """

    entries: tuple[HistoryEntry, ...]
    read_up_to: Annotated[int, Field(ge=0)]
    more: bool
