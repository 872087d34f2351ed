"""Final assessments as the domain's tests ask for them: on 27 April 2027, in the dialog of 20 April."""

from datetime import date
from typing import Any

from domain.acts.judging import AssessFinally
from domain.facts import CircumstanceNoted, LegalChangeApplied
from domain.facts.follow_up import CircumstanceKind, Provision
from domain.facts.judging import Addressed, CountyPosition, Judgement, Outcome, Stance

ATTAINED, NOT_ATTAINED, NOT_ASSESSABLE, UNDECIDED = Outcome
DAY = date(2027, 4, 27)
AGREES = CountyPosition(stance=Stance.AGREES, on=date(2027, 4, 20))
A_CIRCUMSTANCE = CircumstanceNoted(
    circumstance_id="u1",
    kind=CircumstanceKind.ECONOMIC,
    party="heidekreis",
    about=None,
    agreed=None,
    actual=None,
    says="Beschäftigung sank",
    lines=("lzb",),
)
PROVISION = Provision(says="Neu", from_day=date(2026, 7, 1))
NEW_LAW = LegalChangeApplied(change_id="g1", law="Gesetz", citation="BGBl.", provisions=(PROVISION,))


def judge(verdict: str, outcome: Outcome, why: str | None = None, *cites: str) -> Judgement:
    """A judgement on a verdict."""
    return Judgement(verdict_id=verdict, outcome=outcome, why=why, cites=cites)


AS_COMPUTED = (judge("urteil", ATTAINED), judge("beratung", ATTAINED))


def of_lzb(outcome: Outcome, why: str | None = None, *cites: str) -> tuple[Judgement, Judgement]:
    """The measured goal judged so, the individual one attained."""
    return judge("urteil", outcome, why, *cites), AS_COMPUTED[1]


def of_goal(outcome: Outcome, why: str | None = None, *cites: str) -> tuple[Judgement, Judgement]:
    """The individual goal judged so, the measured one attained."""
    return AS_COMPUTED[0], judge("beratung", outcome, why, *cites)


def assess(*judgements: Judgement, addressed: tuple[str, ...] = (), **other: Any) -> AssessFinally:
    """An assessment that judges so, by default all attained, and finds no effect in what it addresses."""
    said = {"occurred_on": DAY, "dialog_id": "abschluss", "county": AGREES, "summary": "Bewertet"}
    judged, appraised = judgements or AS_COMPUTED, tuple(map(without_effect, addressed))
    return AssessFinally.model_validate({**said, "judgements": judged, "addressed": appraised, **other})


def without_effect(reference: str) -> Addressed:
    """An appraisal that found no effect."""
    return Addressed(reference=reference, has_effect=False, why="Ohne Folgen")
