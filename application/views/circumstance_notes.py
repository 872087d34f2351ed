"""Circumstances the parties noted, each with how it was appraised in the end."""

from application.views.appraisals import AppraisedEffect, appraisals
from application.views.sources import Counting, Source
from domain.facts import CircumstanceNoted
from domain.facts.follow_up import CircumstanceKind
from domain.values import Frozen, LineId, Number, PartyId, Slug


class CircumstanceEntry(Frozen):
    """What turned out otherwise than agreed upon; `appraisal` is null until the final assessment addressed it."""

    circumstance_id: Slug
    reference: str
    kind: CircumstanceKind
    party: PartyId
    about: Slug | None
    agreed: Number | None
    actual: Number | None
    says: str
    lines: tuple[LineId, ...]
    appraisal: AppraisedEffect | None
    source: Source


def circumstances(counting: Counting) -> tuple[CircumstanceEntry, ...]:
    """Every circumstance, in the order they were noted."""
    appraised = appraisals(counting)
    return tuple(
        CircumstanceEntry(
            **dict(fact),
            reference=f"circumstance:{fact.circumstance_id}",
            appraisal=appraised.get(f"circumstance:{fact.circumstance_id}"),
            source=source,
        )
        for fact, source in counting.of(CircumstanceNoted)
    )
