"""The final assessment: refused for everything that is missing at once, and what it may rest on."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from domain.acts.judging import AssessFinally, ReviseAssessment
from domain.assessing import computed
from domain.facts import (
    AgreementTerminated,
    DialogScheduled,
    FinalAssessmentMade,
)
from domain.facts.dialogs import DialogKind
from domain.facts.judging import Addressed, Assessment, ComputedVerdict, Stance
from domain.record import Request
from domain.rulebook import judging as rules
from domain.rulebook.any_act import NOT_PERMITTED, OUT_OF_SEQUENCE, PARTY_MISSING, WRONG_STATUS
from domain.rulebook.dialogs import COMMITTEE_NOT_INVOLVED
from domain.said_from import said_from
from domain.state import Status
from tests.builders import (
    A_SCAN,
    COUNTY,
    MINISTRY,
    Happened,
    Life,
    a_load,
    a_released,
    agreed_in_full,
    an_agreement_in_force,
    drafted,
    rejected,
    released,
    ytd,
)
from tests.builders import delivered as handed_over
from tests.domain.given import given
from tests.domain.judgements import (
    A_CIRCUMSTANCE,
    AGREES,
    AS_COMPUTED,
    ATTAINED,
    DAY,
    NEW_LAW,
    NOT_ASSESSABLE,
    NOT_ATTAINED,
    assess,
    judge,
    of_goal,
    of_lzb,
)
from tests.year_to_judge import CRITERION, DECEMBER_BEFORE, FINAL_TALK, STEPS, TALKS, a_dialog, a_year_to_judge

MADE = given(a_year_to_judge())
IN_FORCE = (an_agreement_in_force(agreed_in_full()),)
DECEMBERS = (DECEMBER_BEFORE, a_released(a_load("2026-12", ytd("LZB", "2026-12", "970"))))


def test_the_assessment_holds_the_computed_outcome_with_its_derivation_and_the_judgement_beside_it() -> None:
    said = computed(MADE.agreement, MADE.attainment)
    fact = FinalAssessmentMade(
        assessment=Assessment(
            dialog_id="abschluss",
            computed=(
                ComputedVerdict(verdict_id="urteil", clause="III.2.1.2", title="Urteil", outcome=ATTAINED),
                ComputedVerdict(verdict_id="beratung", clause="III.2.1.4", title="Bessere Beratung", outcome=ATTAINED),
            ),
            derivation=tuple(goal.model_dump(mode="json") for goal in said.goals),
            said_from=said_from(said.goals),
            judgements=AS_COMPUTED,
            addressed=(),
            county=AGREES,
            summary="Bewertet",
        )
    )
    after = MADE.when(assess()).then(fact).then_nothing_noticed().recorded.agreement
    assert (after.status, after.assessment, after.answer) == (Status.ASSESSED, fact.assessment, None)
    (line,) = fact.assessment.derivation[0]["lines"]
    assert line["derivation"]["compared"]["exact"] == "-3"
    assert line["derivation"]["current"]["inputs"][0]["delivery_id"] == "2026-12-t0"


def test_only_the_land_assesses_and_only_what_is_in_force() -> None:
    MADE.when(assess(), by=COUNTY).then_refused(NOT_PERMITTED)
    MADE.when(assess(), by=replace(MINISTRY, party="hessen")).then_refused(PARTY_MISSING, saying="hessen")
    MADE.when(assess()).recorded.when(assess()).then_refused(WRONG_STATUS, saying="bewertet")
    given(drafted()).when(assess()).then_refused(WRONG_STATUS, saying="in Kraft")
    ended = MADE.and_then(AgreementTerminated(party="ni-ms", document=A_SCAN))
    ended.when(assess()).then_refused(WRONG_STATUS, saying="gekündigt")


@pytest.mark.parametrize(
    "talk",
    [
        (),
        (DialogScheduled(dialog_id="abschluss", kind=DialogKind.FINAL, planned_for=DAY),),
        (a_dialog("abschluss", date(2027, 4, 20), "2026-12"),),
    ],
    ids=["none", "not held", "regular"],
)
def test_the_year_is_judged_in_a_final_dialog(talk: tuple[Life, ...]) -> None:
    life = given(*IN_FORCE, DECEMBERS, TALKS, *talk, STEPS, CRITERION)
    life.when(assess()).then_refused(rules.FINAL_DIALOG_MISSING, saying="abschluss")
    MADE.when(assess(dialog_id="herbst")).then_refused(rules.FINAL_DIALOG_MISSING, saying="herbst")


def test_the_assessment_is_not_made_before_its_dialog() -> None:
    the_day_before = date(2027, 4, 19)
    county = AGREES.model_copy(update={"on": the_day_before})
    MADE.when(assess(occurred_on=the_day_before, county=county)).then_refused(OUT_OF_SEQUENCE, saying="20.04.2027")
    MADE.when(assess(occurred_on=date(2027, 4, 20))).then_nothing_noticed()


@pytest.mark.parametrize(
    ("day", "outside"),
    [
        (date(2027, 2, 28), True),
        (date(2027, 3, 1), False),
        (date(2027, 6, 30), False),
        (date(2027, 7, 1), True),
    ],
)
def test_a_final_dialog_outside_its_window_is_noticed(day: date, outside: bool) -> None:
    final = a_dialog("abschluss", day, "2026-12", DialogKind.FINAL)
    life = given(*IN_FORCE, DECEMBERS, TALKS, final, STEPS, CRITERION)
    outcome = life.when(assess(occurred_on=date(2027, 7, 5), reason="Terminlage"))
    if outside:
        outcome.then_noticed(rules.OUTSIDE_WINDOW, saying="01.03.2027 bis 30.06.2027")
    else:
        outcome.then_nothing_noticed()


def test_every_verdict_is_judged_once_and_no_other() -> None:
    lzb, goal = AS_COMPUTED
    MADE.when(assess(goal)).then_refused(rules.JUDGEMENT_MISSING, saying="urteil")
    MADE.when(assess(lzb)).then_refused(rules.JUDGEMENT_MISSING, saying="beratung")
    MADE.when(assess(lzb, goal, lzb)).then_refused(rules.JUDGEMENT_TWICE, saying="urteil")
    MADE.when(assess(lzb, goal, judge("bericht", ATTAINED))).then_refused(rules.UNKNOWN_VERDICT, saying="bericht")


CURRENT = a_load("2026-12", ytd("LZB", "2026-12", "970"))
SETTLED = a_load("2026-12", ytd("LZB", "2026-12", "970"), waited=3)


@pytest.mark.parametrize(
    "figures",
    [
        (),
        (DECEMBER_BEFORE,),
        (a_released(CURRENT),),
        (DECEMBER_BEFORE, handed_over(CURRENT)),
        (DECEMBER_BEFORE, handed_over(CURRENT), rejected("2026-12-t0")),
        (DECEMBER_BEFORE, a_released(SETTLED)),
        (DECEMBER_BEFORE, a_released(a_load("2026-11", ytd("LZB", "2026-11", "970")))),
    ],
    ids=["none", "no current year", "no baseline", "not released", "rejected", "settled only", "November"],
)
def test_without_released_december_values_of_both_years_a_line_is_declared_not_assessable(
    figures: tuple[Life, ...],
) -> None:
    life = given(*IN_FORCE, figures, TALKS, FINAL_TALK, STEPS, CRITERION)
    for outcome in (ATTAINED, NOT_ATTAINED):
        life.when(assess(*of_lzb(outcome, "Geschätzt"))).then_refused(rules.DATA_MISSING, saying="Ladestand")
    life.when(assess(*of_lzb(NOT_ASSESSABLE))).then_refused(rules.DATA_MISSING, saying="urteil")
    declared = life.when(assess(*of_lzb(NOT_ASSESSABLE, "Keine Daten"))).then_nothing_noticed().recorded.agreement
    assert declared.assessment
    assert declared.assessment.computed[0].outcome is NOT_ASSESSABLE


def test_figures_released_in_the_end_are_judged() -> None:
    life = given(*IN_FORCE, DECEMBER_BEFORE, handed_over(CURRENT), TALKS, FINAL_TALK, STEPS, CRITERION)
    life.and_then(released("2026-12-t0")).when(assess()).then_nothing_noticed()


@pytest.mark.parametrize(("done", "open_"), [((), "schulung, leitfaden, besser"), ((STEPS,), "besser")])
def test_an_individual_goal_not_appraised_in_full_is_declared_open(done: tuple[Life, ...], open_: str) -> None:
    life = given(*IN_FORCE, DECEMBERS, TALKS, FINAL_TALK, *done)
    for outcome in (ATTAINED, NOT_ATTAINED):
        life.when(assess(*of_goal(outcome, "Wird schon"))).then_refused(rules.GOAL_OPEN, saying=f"offen: {open_}.")
    life.when(assess(*of_goal(NOT_ASSESSABLE))).then_refused(rules.GOAL_OPEN)
    life.when(assess(*of_goal(NOT_ASSESSABLE, "Läuft weiter"))).then_nothing_noticed()


@pytest.mark.parametrize("stance", Stance)
def test_the_countys_position_is_recorded_whatever_it_is(stance: Stance) -> None:
    MADE.when(assess(county=None)).then_refused(rules.COUNTY_POSITION_MISSING)
    MADE.when(assess(county=AGREES.model_copy(update={"stance": stance}))).then_nothing_noticed()


@pytest.mark.parametrize(
    ("fact", "reference"), [(A_CIRCUMSTANCE, "circumstance:u1"), (NEW_LAW, "law:g1")], ids=["circumstance", "law"]
)
@pytest.mark.parametrize("effect", [True, False])
def test_every_circumstance_and_change_of_law_is_appraised(fact: Any, reference: str, effect: bool) -> None:
    life = MADE.and_then(fact)
    life.when(assess()).then_refused(rules.NOT_ADDRESSED, saying=reference)
    appraised = (Addressed(reference=reference, has_effect=effect, why="Gewürdigt"),)
    life.when(AssessFinally.model_validate(dict(assess()) | {"addressed": appraised})).then_nothing_noticed()


def test_every_finding_is_appraised_wherever_it_was_noticed() -> None:
    noticed = Happened(CRITERION, findings=(COMMITTEE_NOT_INVOLVED.finding(dialog="fruehjahr"),))
    life = MADE.and_then(noticed)
    reference = f"finding:{len(life.records)}:committee-not-involved"
    life.when(assess()).then_refused(rules.NOT_ADDRESSED, saying=f"{reference} („Der Ausschuss")
    life.when(assess(addressed=(reference,))).then_nothing_noticed()


@pytest.mark.parametrize("talks", [(), TALKS[:1]], ids=["none", "one"])
def test_too_few_dialogs_are_noticed_and_have_to_be_appraised(talks: tuple[Life, ...]) -> None:
    life = given(*IN_FORCE, DECEMBERS, *talks, FINAL_TALK, STEPS, CRITERION)
    life.when(assess()).then_refused(rules.NOT_ADDRESSED, saying="duty:too-few-dialogs")
    appraised = life.when(assess(addressed=("duty:too-few-dialogs",)))
    appraised.then_noticed(rules.TOO_FEW_DIALOGS, saying=f"im Jahr 2026: {len(talks)}; vereinbart")


def test_a_dialog_counts_for_the_year_it_was_held_in_and_the_final_one_never() -> None:
    late = a_dialog("winter", date(2027, 1, 4), "2026-11")
    early_final = a_dialog("frueher", date(2026, 12, 1), "2026-10", DialogKind.FINAL)
    life = given(*IN_FORCE, DECEMBERS, TALKS[0], late, early_final, FINAL_TALK, STEPS, CRITERION)
    life.when(assess()).then_refused(rules.NOT_ADDRESSED, saying="im Jahr 2026: 1; vereinbart")


def test_nothing_is_appraised_that_is_not_there() -> None:
    MADE.when(assess(addressed=("circumstance:u1",))).then_refused(rules.UNKNOWN_REFERENCE, saying="circumstance:u1")


def test_everything_that_is_missing_is_said_at_once() -> None:
    bare = given(*IN_FORCE, A_CIRCUMSTANCE)
    wrong = (judge("urteil", ATTAINED), judge("fremd", ATTAINED), judge("fremd", ATTAINED))
    bare.when(assess(*wrong, county=None, addressed=("law:fremd",))).then_refused(
        rules.FINAL_DIALOG_MISSING,
        rules.JUDGEMENT_MISSING,
        rules.UNKNOWN_VERDICT,
        rules.JUDGEMENT_TWICE,
        rules.DATA_MISSING,
        rules.NOT_ADDRESSED,
        rules.NOT_ADDRESSED,
        rules.UNKNOWN_REFERENCE,
        rules.COUNTY_POSITION_MISSING,
    )


def test_the_same_conditions_hold_for_a_revision() -> None:
    revise = ReviseAssessment.model_validate(dict(assess(county=None)) | {"cause": "Berichtigung"})
    MADE.when(revise).then_refused(WRONG_STATUS, saying="bewertet")
    made = MADE.when(assess()).recorded
    made.when(revise).then_refused(rules.COUNTY_POSITION_MISSING)
    refused: Request = revise.model_copy(update={"county": AGREES, "judgements": ()})
    made.when(refused).then_refused(rules.JUDGEMENT_MISSING, rules.JUDGEMENT_MISSING)
