"""A judgement that differs from the computed outcome rests on a cause outside the goal, and says why."""

import pytest

from domain.acts.judging import AssessFinally
from domain.facts import DeviationNoted
from domain.facts.judging import Outcome
from domain.rulebook import judging as rules
from tests.builders import a_load, a_released, a_state, ytd
from tests.domain.given import given
from tests.domain.judgements import (
    A_CIRCUMSTANCE,
    ATTAINED,
    NEW_LAW,
    NOT_ASSESSABLE,
    NOT_ATTAINED,
    assess,
    of_goal,
    of_lzb,
)
from tests.year_to_judge import a_year_to_judge

MADE, MISSED = given(a_year_to_judge()), given(a_year_to_judge("990"))


def citing(reference: str) -> AssessFinally:
    return assess(*of_lzb(ATTAINED, "Berichtigt", reference))


def test_a_judgement_equal_to_the_computed_outcome_needs_no_citation() -> None:
    MADE.when(assess(*of_lzb(ATTAINED))).then_nothing_noticed()
    MISSED.when(assess(*of_lzb(NOT_ATTAINED))).then_nothing_noticed()


@pytest.mark.parametrize("asked", [ATTAINED, NOT_ASSESSABLE])
@pytest.mark.parametrize(
    ("why", "cites"), [(None, ()), ("Guter Wille", ()), (None, ("circumstance:u1",))], ids=["bare", "why", "citation"]
)
def test_another_judgement_needs_a_cause_and_a_why(asked: Outcome, why: str | None, cites: tuple[str, ...]) -> None:
    life = MISSED.and_then(A_CIRCUMSTANCE)
    request = assess(*of_lzb(asked, why, *cites), addressed=("circumstance:u1",))
    life.when(request).then_refused(rules.DIFFERS_WITHOUT_CITATION, saying="„nicht erreicht“ errechnet")
    both = assess(*of_lzb(asked, "Die Lage", "circumstance:u1"), addressed=("circumstance:u1",))
    assessment = life.when(both).then_nothing_noticed().recorded.agreement.assessment
    assert assessment
    assert (assessment.computed[0].outcome, assessment.judgements[0].outcome) == (NOT_ATTAINED, asked)


def test_a_missed_goal_does_not_excuse_itself() -> None:
    deviation = DeviationNoted(deviation_id="d1", line_id="lzb", load_state=a_state("2026-12"), causes="Lage")
    life = MISSED.and_then(deviation)
    for reference in ("deviation:d1", "urteil", "lzb", f"finding:{len(life.records)}:no-deviation", "duty:x"):
        request = assess(*of_lzb(ATTAINED, "Es lag an der Lage", reference))
        life.when(request).then_refused(rules.CITES_NO_CAUSE, saying=reference)


def test_a_goal_of_steps_is_held_to_the_same() -> None:
    MADE.when(assess(*of_goal(NOT_ATTAINED, "Gefühl"))).then_refused(rules.DIFFERS_WITHOUT_CITATION)
    life = MADE.and_then(NEW_LAW)
    life.when(assess(*of_goal(NOT_ATTAINED, "Neues Recht", "law:g1"), addressed=("law:g1",))).then_nothing_noticed()
    begun = MADE.when(assess(*of_goal(NOT_ASSESSABLE, "Zweifel")))
    begun.then_refused(rules.DIFFERS_WITHOUT_CITATION, saying="„erreicht“ errechnet")


def test_a_released_correction_of_a_transmission_error_may_be_cited() -> None:
    proven = given(a_year_to_judge("990"), a_released(a_load("2026-03"), "anders"))
    proven = proven.and_then(a_released(a_load("2026-03"), "neu", corrects="anders", cause="transmission_error"))
    proven.when(citing("delivery:neu")).then_nothing_noticed()
    for reference in ("delivery:anders", "delivery:fremd", "delivery:2026-12-t0"):
        proven.when(citing(reference)).then_refused(rules.CITES_NO_CAUSE, saying=reference)


def test_a_correction_nobody_released_and_a_revision_prove_nothing() -> None:
    load = a_load("2026-12", ytd("LZB", "2026-12", "980"))
    (handed_over, _) = a_released(load, "neu", corrects="2026-12-t0", cause="transmission_error")
    MISSED.and_then(handed_over).when(citing("delivery:neu")).then_refused(rules.CITES_NO_CAUSE)
    revised = load.model_copy(update={"revision": "rev-1"})
    beside = MISSED.and_then(a_released(revised, "neu", corrects="2026-12-t0", cause="statistical_revision"))
    beside.when(citing("delivery:neu")).then_refused(rules.CITES_NO_CAUSE, saying="delivery:neu")
