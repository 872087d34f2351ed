"""Deviations the parties noted."""

from application.views.sources import Counting, Source
from domain.facts import DeviationNoted
from domain.figures import LoadState
from domain.values import Frozen, LineId, Slug


class DeviationEntry(Frozen):
    """A line that was off its bound at a load state, and why."""

    deviation_id: Slug
    line_id: LineId
    load_state: LoadState
    causes: str
    source: Source


def deviations(counting: Counting) -> tuple[DeviationEntry, ...]:
    """Every deviation, in the order they were noted."""
    return tuple(
        DeviationEntry(
            deviation_id=fact.deviation_id,
            line_id=fact.line_id,
            load_state=fact.load_state,
            causes=fact.causes,
            source=source,
        )
        for fact, source in counting.of(DeviationNoted)
    )
