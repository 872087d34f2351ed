"""Decisions whose inputs were replaced since, and what today's figures would say."""

from collections.abc import Iterable, Iterator
from datetime import date

from pydantic import Field

from application.reading.agreement_at import AgreementAt
from application.reading.decision import verdicts
from application.reading.parts.final_assessment import final_assessment
from application.reports.row import EntryRow, Life
from domain.facts import AgreementDrafted
from domain.facts.judging import Outcome


class CorrectedSince(EntryRow):
    """A verdict whose inputs were replaced after the decision."""

    decided_on: date = Field(title="beschlossen am")
    verdict: str = Field(title="Urteil")
    judged: Outcome = Field(title="beschlossen")
    computed: Outcome = Field(title="damals errechnet")
    today: Outcome | None = Field(title="nach heutigen Zahlen")
    changed: bool = Field(title="anders als damals")
    replaced: str = Field(title="ersetzte Lieferungen")


def corrected_since(lives: Iterable[Life], _: date) -> Iterator[CorrectedSince]:
    """Every verdict of the assessments that stand whose inputs were replaced, or whose outcome would be another."""
    for life in lives:
        if not life or not isinstance(life[0].fact, AgreementDrafted):
            continue
        at = AgreementAt(life)
        present = final_assessment(at.counting).present
        if present is None:
            continue
        source = present.source
        for verdict in verdicts(at, present):
            if not (verdict.replaced or verdict.moved):
                continue
            yield CorrectedSince(
                agreement_id=life[0].stream_id,
                version=source.version,
                position=source.position,
                title=next(record.fact.title for record in life if record.version == source.version),
                decided_on=source.occurred_on,
                verdict=verdict.title,
                judged=verdict.judged,
                computed=verdict.computed,
                today=verdict.today,
                changed=verdict.moved,
                replaced=", ".join(f"{load.delivery_id} durch {load.replaced_by}" for load in verdict.replaced),
            )
