"""The overview: one row per agreement."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from application.lists.agreement_course import Case, VerdictState
from application.reading.visibility import READERS
from domain.assessing import dialogs_in_the_year, to_appraise
from domain.facts.judging import Assessment, Outcome
from domain.record import Actor, Role
from domain.state import Answer, Status
from domain.terms import Party, Side
from domain.values import AgreementId, Frozen, Month


class Assessed(Frozen):
    """The computed outcome and the judgement of a verdict."""

    verdict_id: str
    title: str
    computed: Outcome
    judged: Outcome


class OverviewRow(Frozen):
    """Where an agreement stands."""

    agreement_id: AgreementId
    year: int
    track: int
    title: str
    parties: tuple[Party, ...]
    status: Status
    binding_since: date | None
    terms_version: int
    version: int
    last_position: int
    latest_month: Month | None
    verdicts: tuple[VerdictState, ...]
    dialogs_held: int
    dialogs_agreed: int
    to_appraise: int
    assessed: tuple[Assessed, ...]
    answer: Answer | None


def rows(case: Case) -> Mapping[str, OverviewRow]:
    """The agreement's one row."""
    return {key: row.model_copy(update=stamp(case)) for key, row in standing_rows(case).items()}


def stamp(case: Case) -> dict[str, Any]:
    """Fields that differ after every entry."""
    return {"version": case.version, "last_position": case.position}


def standing_rows(case: Case) -> Mapping[str, OverviewRow]:
    """The row without its stamp."""
    agreement = case.agreement
    terms = agreement.terms
    row = OverviewRow(
        agreement_id=agreement.id,
        year=terms.year,
        track=terms.track,
        title=terms.title,
        parties=terms.parties,
        status=agreement.status,
        binding_since=agreement.binding_since,
        terms_version=agreement.terms_version,
        version=0,
        last_position=0,
        latest_month=case.latest_month,
        verdicts=case.goals.verdicts,
        dialogs_held=dialogs_in_the_year(agreement),
        dialogs_agreed=terms.dialogs.minimum,
        to_appraise=len(to_appraise(agreement)),
        assessed=_assessed(agreement.assessment),
        answer=agreement.answer,
    )
    return {"agreement": row}


def _assessed(assessment: Assessment | None) -> tuple[Assessed, ...]:
    if assessment is None:
        return ()
    computed = {verdict.verdict_id: verdict for verdict in assessment.computed}
    return tuple(
        Assessed(
            verdict_id=judgement.verdict_id,
            title=computed[judgement.verdict_id].title,
            computed=computed[judgement.verdict_id].outcome,
            judged=judgement.outcome,
        )
        for judgement in assessment.judgements
    )


def place(row: Mapping[str, Any]) -> str:
    """By agreement."""
    return str(row["agreement_id"])


def tags(row: Mapping[str, Any]) -> list[str]:
    """Found by who may see the agreement: its parties, and every beginning of a county's AGS."""
    counties = [party["ags"] for party in row["parties"] if party["side"] == Side.COUNTY]
    scopes = {f"scope:{ags[:length]}" for ags in counties for length in range(1, len(ags) + 1)}
    return sorted(scopes | {f"party:{party['id']}" for party in row["parties"]})


def found_by(actor: Actor) -> tuple[str, ...] | None:
    """The tags of all agreements in an actor's scope, by the rule of `sees_parties`; None without any."""
    if actor.role not in READERS or (not actor.scope and actor.role is not Role.AUDITOR):
        return None
    scope = (f"scope:{actor.scope}",) if actor.scope else ()
    return (*scope, f"party:{actor.party}") if actor.role is Role.COUNTY else scope
