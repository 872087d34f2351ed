"""The overview: one row per agreement."""

from collections.abc import Mapping
from datetime import date

from application.lists.agreement_course import Case
from domain.assessing import dialogs_in_the_year, to_appraise
from domain.attainment import LineState
from domain.facts.judging import Assessment, Outcome
from domain.state import Answer, Status
from domain.terms import Clause, Party
from domain.values import AgreementId, Frozen, Month


class VerdictState(Frozen):
    """How a verdict stands at the last month loaded as agreed."""

    verdict_id: str
    clause: Clause
    title: str
    state: LineState


class Assessed(Frozen):
    """What was computed and what was judged about a verdict."""

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
        version=case.records[-1].version,
        last_position=case.records[-1].position,
        latest_month=case.attainment.latest_month(),
        verdicts=tuple(
            VerdictState(verdict_id=verdict.id, clause=verdict.clause, title=verdict.title, state=verdict.state)
            for goal in case.goals
            for verdict in goal.verdicts
        ),
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
