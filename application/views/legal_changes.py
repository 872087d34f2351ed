"""Changes of law taken into the follow-up, each with how it was appraised in the end."""

from application.views.appraisals import AppraisedEffect, appraisals
from application.views.sources import Counting, Source
from domain.facts import LegalChangeApplied
from domain.facts.follow_up import Provision
from domain.values import Frozen, Slug


class LegalChangeEntry(Frozen):
    """A change of law; `appraisal` is null until the final assessment addressed it."""

    change_id: Slug
    reference: str
    law: str
    citation: str
    provisions: tuple[Provision, ...]
    appraisal: AppraisedEffect | None
    source: Source


def legal_changes(counting: Counting) -> tuple[LegalChangeEntry, ...]:
    """Every change of law, in the order they were taken in."""
    appraised = appraisals(counting)
    return tuple(
        LegalChangeEntry(
            **dict(fact),
            reference=f"law:{fact.change_id}",
            appraisal=appraised.get(f"law:{fact.change_id}"),
            source=source,
        )
        for fact, source in counting.of(LegalChangeApplied)
    )
