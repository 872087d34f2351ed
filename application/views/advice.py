"""The Land's advice to the county."""

from application.views.sources import Counting, Source
from domain.facts import AdviceGiven
from domain.facts.signing import Document
from domain.values import Frozen, GoalId


class AdviceEntry(Frozen):
    """Advice on reaching goals."""

    goals: tuple[GoalId, ...]
    says: str
    evidence: tuple[Document, ...]
    source: Source


def advice(counting: Counting) -> tuple[AdviceEntry, ...]:
    """All advice, in the order it was recorded."""
    return tuple(
        AdviceEntry(goals=fact.goals, says=fact.says, evidence=fact.evidence, source=source)
        for fact, source in counting.of(AdviceGiven)
    )
