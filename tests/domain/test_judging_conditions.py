"""What an assessment has to say or wait for, beside verdicts and appraisals that are there."""

from datetime import date, timedelta

import pytest
from pydantic import ValidationError

from domain.facts import AmendmentProposed, AmendmentWithdrawn
from domain.facts.dialogs import DialogKind
from domain.facts.judging import Judgement, Outcome
from domain.rulebook import judging as rules
from domain.rulebook.attainment import DEFINITION_DIFFERS
from domain.rulebook.changing import AMENDMENT_PENDING
from domain.rulebook.figures import REASON_MISSING
from domain.terms import Rounding
from domain.values import sha256_of
from tests.builders import (
    COUNTY,
    Happened,
    a_line,
    a_load,
    a_released,
    agreed,
    agreed_in_full,
    an_agreement_in_force,
    at_most,
    ytd,
)
from tests.domain.given import Given, given
from tests.domain.judgements import (
    A_CIRCUMSTANCE,
    AGREES,
    ATTAINED,
    DAY,
    NOT_ASSESSABLE,
    NOT_ATTAINED,
    UNDECIDED,
    assess,
    judge,
    of_lzb,
    without_effect,
)
from tests.year_to_judge import CRITERION, DECEMBER_BEFORE, FINAL_TALK, STEPS, TALKS, a_dialog, a_year_to_judge

MADE = given(a_year_to_judge())


def a_year_that_only_rounding_decides() -> Given:
    """Nothing was agreed on rounding, and the stock fell by 2.455 %."""
    unagreed = Rounding(decides="not_agreed")
    terms = agreed_in_full().model_copy(update={"rounding": unagreed})
    month = a_released(a_load("2026-12", ytd("LZB", "2026-12", "975.45")))
    return given(an_agreement_in_force(terms), DECEMBER_BEFORE, month, TALKS, FINAL_TALK, STEPS, CRITERION)


@pytest.mark.parametrize("outcome", [ATTAINED, NOT_ATTAINED])
def test_what_only_rounding_decides_is_judged_with_a_reason(outcome: Outcome) -> None:
    life = a_year_that_only_rounding_decides()
    reason = "Gerundet wird wie in den Berichten der Vorjahre"
    life.when(assess(*of_lzb(outcome))).then_refused(rules.UNDECIDED_WITHOUT_REASON, saying="gerundet -2,5 %")
    life.when(assess(*of_lzb(outcome, reason))).then_nothing_noticed()


def test_nobody_judges_that_nothing_is_decided() -> None:
    with pytest.raises(ValidationError, match="nicht beurteilbar"):
        of_lzb(UNDECIDED)
    assert set(Judgement.model_json_schema()["properties"]["outcome"]["enum"]) == {*Outcome} - {Outcome.UNDECIDED}


def test_the_county_took_its_position_by_the_day_of_the_assessment() -> None:
    on_the_day = AGREES.model_copy(update={"on": DAY})
    MADE.when(assess(county=on_the_day)).then_nothing_noticed()
    later = AGREES.model_copy(update={"on": DAY + timedelta(days=1)})
    MADE.when(assess(county=later)).then_refused(rules.COUNTY_POSITION_LATER, saying="28.04.2027")


def test_nothing_is_appraised_twice() -> None:
    life = MADE.and_then(A_CIRCUMSTANCE)
    once = without_effect("circumstance:u1")
    again = once.model_copy(update={"has_effect": True})
    life.when(assess().model_copy(update={"addressed": (once, again)})).then_refused(
        rules.ADDRESSED_TWICE, saying="circumstance:u1"
    )
    life.when(assess(addressed=("circumstance:u1",))).then_nothing_noticed()


def test_two_findings_of_one_rule_about_one_record_are_appraised_each() -> None:
    findings = tuple(DEFINITION_DIFFERS.finding(delivered=other, agreed="2019") for other in ("2011", "2016"))
    life = MADE.and_then(Happened(CRITERION, findings=findings))
    one = f"finding:{len(life.records)}:definition-differs"
    assert life.agreement.to_address == {one: findings[0].says, f"{one}:2": findings[1].says}
    life.when(assess(addressed=(one,))).then_refused(rules.NOT_ADDRESSED, saying=f"{one}:2")
    life.when(assess(addressed=(one, f"{one}:2"))).then_nothing_noticed()


LZB, LLU = a_line(at_most("-2.5"), id="lzb", measure="LZB"), a_line(at_most("-1.0"), id="llu", measure="LLU")
MISSED = a_released(a_load("2026-12", ytd("LZB", "2026-12", "990")))


def test_who_judges_although_a_line_has_no_value_says_why() -> None:
    life = given(an_agreement_in_force(agreed(LZB, LLU)), DECEMBER_BEFORE, MISSED, TALKS, FINAL_TALK)
    life.when(assess(judge("urteil", NOT_ATTAINED))).then_refused(rules.LINE_WITHOUT_VALUE, saying="LLU")
    for other in (ATTAINED, NOT_ASSESSABLE):
        life.when(assess(judge("urteil", other))).then_refused(
            rules.LINE_WITHOUT_VALUE, rules.DIFFERS_WITHOUT_CITATION, saying="„nicht erreicht“ errechnet"
        )
        life.when(assess(judge("urteil", other, "Es fehlt etwas"))).then_refused(rules.DIFFERS_WITHOUT_CITATION)
    made = life.when(assess(judge("urteil", NOT_ATTAINED, "LZB genügt"))).then_nothing_noticed().recorded.agreement
    assert made.assessment
    assert made.assessment.computed[0].outcome is NOT_ATTAINED


def test_a_line_that_only_rounding_decides_has_its_value() -> None:
    terms = agreed(LZB, LLU, rounding=Rounding(decides="not_agreed"))
    missed = a_released(a_load("2026-12", ytd("LZB", "2026-12", "975.45"), ytd("LLU", "2026-12", "1000")))
    before = a_released(a_load("2025-12", ytd("LZB", "2025-12", "1000"), ytd("LLU", "2025-12", "1000")))
    life = given(an_agreement_in_force(terms), before, missed, TALKS, FINAL_TALK)
    life.when(assess(judge("urteil", NOT_ATTAINED))).then_nothing_noticed()


@pytest.mark.parametrize("day", [date(2027, 2, 28), date(2027, 7, 1)])
def test_a_final_dialog_outside_its_window_is_explained(day: date) -> None:
    final = a_dialog("abschluss", day, "2026-12", DialogKind.FINAL)
    life = given(an_agreement_in_force(agreed(LZB)), DECEMBER_BEFORE, MISSED, TALKS, final)
    missed, at = judge("urteil", NOT_ATTAINED), date(2027, 7, 5)
    life.when(assess(missed, occurred_on=at)).then_refused(REASON_MISSING, saying="außerhalb des Zeitraums")
    life.when(assess(missed, occurred_on=at, reason="Terminlage")).then_noticed(rules.OUTSIDE_WINDOW)


def test_what_the_year_is_measured_by_is_settled_first() -> None:
    new = agreed_in_full().model_copy(update={"title": "Neu gefasst"})
    day = date(2026, 12, 1)
    proposed = AmendmentProposed(amendment_id="a1", terms=new, terms_hash=sha256_of(new), effective_from=day)
    pending = MADE.and_then(proposed)
    pending.when(assess()).then_refused(AMENDMENT_PENDING, saying="a1")
    theirs = MADE.and_then(Happened(proposed, by=COUNTY))
    theirs.when(assess()).then_noticed(rules.ASSESSED_BEFORE_AMENDMENT, saying="a1")
    pending.and_then(AmendmentWithdrawn(amendment_id="a1")).when(assess()).then_nothing_noticed()
