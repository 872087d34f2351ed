"""The overview: one row per agreement."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from application.lists.agreement_course import Case
from application.lists.standings import VerdictState
from application.reading.visibility import READERS
from domain.assessing import dialogs_in_the_year, to_appraise
from domain.facts.judging import Assessment, Outcome
from domain.parties import Party
from domain.record import Actor, Role
from domain.state import Answer, Status
from domain.values import AgreementId, Frozen, Month, PartyId


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
    """Found by who may see it: every beginning of a party's AGS, the parties within, and those without one.

    Also by what it is asked for: its year, where it stands, its parties.
    """
    found = {f"year:{row['year']}", f"status:{row['status']}", *(f"with:{party['id']}" for party in row["parties"])}
    for party in row["parties"]:
        ags, name = party["ags"], party["id"]
        beginnings = [ags[:length] for length in range(1, len(ags) + 1)] if ags else []
        found |= {f"scope:{one}" for one in beginnings} | {f"party:{one}:{name}" for one in beginnings or [""]}
    return sorted(found)


def asked_for(
    year: int | None = None, land: str | None = None, status: Status | None = None, party: PartyId | None = None
) -> tuple[str, ...]:
    """The tags of all agreements of a year, a Land, a status and a party; each left out asks for all."""
    asked = {"year": year, "scope": land, "status": status, "with": party}
    return tuple(f"{name}:{value}" for name, value in asked.items() if value is not None)


def found_by(actor: Actor) -> tuple[str, ...] | None:
    """The tags of all agreements in an actor's scope, by the rule of `sees_parties`; None without any."""
    own = actor.role is Role.COUNTY or (actor.role is Role.LAND and not actor.scope)
    if actor.role not in READERS or (not actor.scope and not (own and actor.party) and actor.role is not Role.AUDITOR):
        return None
    if own:
        return (f"party:{actor.scope}:{actor.party}",)
    return (f"scope:{actor.scope}",) if actor.scope else ()
