"""After the assessment: nothing recorded or coded later changes it; the county answers, the agreement is closed."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from domain import outcomes, standing
from domain.acts.answering import (
    AcknowledgeAssessment,
    AnswerContest,
    CloseAgreement,
    ContestAssessment,
    RecordNoAnswer,
)
from domain.acts.judging import AssessFinally, ReviseAssessment
from domain.acts.mending import RetractRecord
from domain.assessing import computed
from domain.facts import (
    AgreementClosed,
    AssessmentAcknowledged,
    AssessmentContested,
    AssessmentRevised,
    CircumstanceNoted,
    ContestAnswered,
    FinalAssessmentMade,
    NoAnswerRecorded,
)
from domain.facts.follow_up import CircumstanceKind
from domain.facts.judging import Addressed, Assessment, CountyPosition, Judgement, Outcome, Stance
from domain.record import Request
from domain.results import Derivation
from domain.rulebook import judging as rules
from domain.rulebook.any_act import NOT_PERMITTED, OUT_OF_SEQUENCE, PARTY_MISSING, WRONG_STATUS
from domain.rulebook.figures import REASON_MISSING
from domain.state import Answer, Status
from domain.terms import Rounding
from domain.values import canonical
from tests.builders import (
    A_SCAN,
    COUNTY,
    MINISTRY,
    Happened,
    a_load,
    a_released,
    agreed_in_full,
    an_agreement_in_force,
    ytd,
)
from tests.domain.given import Given, given
from tests.year_to_judge import CRITERION, DECEMBER_BEFORE, FINAL_TALK, STEPS, TALKS, a_year_to_judge

ATTAINED, NOT_ATTAINED, *_ = Outcome
DAY, LATER = date(2027, 4, 27), date(2027, 5, 4)
AGREES = CountyPosition(stance=Stance.AGREES, on=date(2027, 4, 20))


def judgements(outcome: Outcome, *cites: str) -> tuple[Judgement, ...]:
    lzb = Judgement(verdict_id="urteil", outcome=outcome, why="Begründet", cites=cites)
    return lzb, Judgement(verdict_id="beratung", outcome=ATTAINED)


def assess(outcome: Outcome = ATTAINED, *cites: str, addressed: tuple[str, ...] = ()) -> AssessFinally:
    return AssessFinally(
        occurred_on=DAY,
        dialog_id="abschluss",
        judgements=judgements(outcome, *cites),
        addressed=tuple(Addressed(reference=one, has_effect=True, why="Gewürdigt") for one in addressed),
        county=AGREES,
        summary="Bewertet",
    )


def revise(outcome: Outcome = ATTAINED, *cites: str, addressed: tuple[str, ...] = ()) -> ReviseAssessment:
    asked = dict(assess(outcome, *cites, addressed=addressed)) | {"occurred_on": LATER, "cause": "Berichtigte Daten"}
    return ReviseAssessment.model_validate(asked)


ACKNOWLEDGE = AcknowledgeAssessment(occurred_on=LATER)
CONTEST = ContestAssessment(occurred_on=LATER, grounds="Die Lage zählt mehr", evidence=(A_SCAN,))
ANSWER = AnswerContest(occurred_on=LATER, says="Wir bleiben dabei")
SILENCE = RecordNoAnswer(occurred_on=LATER, asked_on=date(2027, 4, 28), reason="Keine Antwort auf zwei Schreiben")
CLOSE = CloseAgreement(occurred_on=LATER)
MISSED = given(a_year_to_judge("990"))
ASSESSED = given(a_year_to_judge()).when(assess()).recorded
ACKNOWLEDGED = ASSESSED.when(ACKNOWLEDGE).recorded
CONTESTED = ASSESSED.when(CONTEST).recorded
ANSWERED = CONTESTED.when(ANSWER).recorded
SILENT = ASSESSED.when(SILENCE).recorded
CLOSED = ACKNOWLEDGED.when(CLOSE).recorded


def corrected(life: Given, persons: str) -> Given:
    """A transmission error in the December load was put right."""
    load = a_load("2026-12", ytd("LZB", "2026-12", persons))
    return life.and_then(a_released(load, "neu", corrects="2026-12-t0", cause="transmission_error"))


def assessment_of(life: Given) -> Assessment:
    assessment = life.agreement.assessment
    assert assessment
    return assessment


def outcome_now(life: Given) -> Outcome:
    return computed(life.agreement, life.attainment).verdicts[0].outcome


def test_a_settled_figure_delivered_later_changes_nothing() -> None:
    settled = a_load("2026-12", ytd("LZB", "2026-12", "1200"), waited=3)
    before = a_load("2025-12", ytd("LZB", "2025-12", "1000"), waited=3)
    later = ASSESSED.and_then(a_released(settled), a_released(before))
    assert later.agreement.assessment == ASSESSED.agreement.assessment
    assert (later.agreement.status, outcome_now(later)) == (Status.ASSESSED, ATTAINED)
    assert later.when(revise()).then_nothing_noticed().recorded.agreement.assessment == assessment_of(ASSESSED)


def test_a_correction_released_later_leaves_the_assessment_and_may_lead_to_another() -> None:
    later = corrected(ASSESSED, "990")
    assert later.agreement.assessment == ASSESSED.agreement.assessment
    assert outcome_now(later) is NOT_ATTAINED
    later.when(revise(ATTAINED)).then_refused(rules.DIFFERS_WITHOUT_CITATION)
    revised = later.when(revise(NOT_ATTAINED)).then_nothing_noticed().recorded
    first, second = (record.fact for record in (ASSESSED.records[-1], revised.records[-1]))
    assert isinstance(first, FinalAssessmentMade)
    assert isinstance(second, AssessmentRevised)
    assert (second.cause, revised.agreement.assessment) == ("Berichtigte Daten", second.assessment)
    assert [first.assessment.computed[0].outcome, second.assessment.computed[0].outcome] == [ATTAINED, NOT_ATTAINED]
    assert first in [record.fact for record in revised.records], "the earlier one stays"


class OtherDerivation(Derivation):
    """As a later version of the rules writes it."""

    rules_version: str = "2"


def test_another_rule_of_rounding_leaves_a_past_assessment_as_it_was(monkeypatch: pytest.MonkeyPatch) -> None:
    rounding = Rounding(decides="rounded", decimals=1)
    terms = agreed_in_full().model_copy(update={"rounding": rounding})
    december = a_released(a_load("2026-12", ytd("LZB", "2026-12", "975.4")))
    life = given(an_agreement_in_force(terms), DECEMBER_BEFORE, december, TALKS, FINAL_TALK, STEPS, CRITERION)
    made = life.when(assess()).then_nothing_noticed().recorded
    kept = canonical(assessment_of(made).model_dump(mode="json"))

    def upwards(value: Fraction, decimals: int) -> Decimal:
        scaled = value * 10**decimals
        return Decimal(-(-scaled.numerator // scaled.denominator)).scaleb(-decimals)

    monkeypatch.setattr(outcomes, "rounded", upwards)
    monkeypatch.setattr(standing, "Derivation", OtherDerivation)
    (line,) = computed(made.agreement, made.attainment).goals[0].lines
    assert line.derivation
    assert line.derivation.rules_version == "2"
    assert outcome_now(made) is NOT_ATTAINED, "the new code computes otherwise"
    again = FinalAssessmentMade.model_validate_json(made.records[-1].fact.model_dump_json())
    assert canonical(again.assessment.model_dump(mode="json")) == kept
    assert canonical(assessment_of(made).model_dump(mode="json")) == kept
    assert again.assessment.computed[0].outcome is ATTAINED
    assert again.assessment.derivation[0]["lines"][0]["derivation"]["rules_version"] == "1"
    life.when(assess()).then_refused(rules.DIFFERS_WITHOUT_CITATION, saying="nicht erreicht")


def test_what_was_noted_after_the_assessment_has_to_be_appraised_in_the_next() -> None:
    noted = CircumstanceNoted(
        circumstance_id="u1",
        kind=CircumstanceKind.STRUCTURAL,
        party="heidekreis",
        about=None,
        agreed=None,
        actual=None,
        says="Ein Werk schließt",
        lines=(),
    )
    later = ASSESSED.and_then(Happened(noted, by=COUNTY))
    later.when(revise()).then_refused(rules.NOT_ADDRESSED, saying="circumstance:u1")
    later.when(revise(addressed=("circumstance:u1",))).then_nothing_noticed()
    later.when(revise(NOT_ATTAINED, "circumstance:u1", addressed=("circumstance:u1",))).then_nothing_noticed()
    back = RetractRecord(occurred_on=LATER, version=len(later.records), reason="Irrtum")
    later.when(back, by=COUNTY).recorded.when(revise()).then_nothing_noticed()


def test_the_county_takes_note() -> None:
    after = ASSESSED.when(ACKNOWLEDGE).then(AssessmentAcknowledged()).then_nothing_noticed().recorded.agreement
    assert (after.status, after.answer) == (Status.ASSESSED, Answer.ACKNOWLEDGED)


def test_the_county_contests_and_the_land_answers() -> None:
    fact = AssessmentContested(grounds="Die Lage zählt mehr", evidence=(A_SCAN,))
    contested = ASSESSED.when(CONTEST).then(fact).then_nothing_noticed().recorded
    assert contested.agreement.answer is Answer.CONTESTED
    answered = contested.when(ANSWER).then(ContestAnswered(says="Wir bleiben dabei")).then_nothing_noticed().recorded
    assert answered.agreement.answer is Answer.ANSWERED
    assert answered.agreement.assessment == ASSESSED.agreement.assessment


def test_the_countys_silence_is_recorded_after_it_was_asked() -> None:
    fact = NoAnswerRecorded(asked_on=date(2027, 4, 28))
    assert ASSESSED.when(SILENCE).then(fact).then_nothing_noticed().recorded.agreement.answer is Answer.SILENT
    ASSESSED.when(SILENCE.model_copy(update={"reason": None})).then_refused(REASON_MISSING)
    early = SILENCE.model_copy(update={"asked_on": date(2027, 5, 5)})
    ASSESSED.when(early).then_refused(OUT_OF_SEQUENCE, saying="05.05.2027")
    ASSESSED.when(early.model_copy(update={"asked_on": LATER})).then_nothing_noticed()


@pytest.mark.parametrize("life", [ACKNOWLEDGED, CONTESTED, ANSWERED, SILENT], ids=["noted", "no", "answered", "silent"])
@pytest.mark.parametrize("act", [ACKNOWLEDGE, CONTEST, SILENCE], ids=lambda act: type(act).__name__)
def test_an_assessment_is_answered_once(life: Given, act: Request) -> None:
    life.when(act).then_refused(rules.ALREADY_ANSWERED)


@pytest.mark.parametrize(
    "life", [ASSESSED, ACKNOWLEDGED, ANSWERED, SILENT], ids=["open", "noted", "answered", "silent"]
)
def test_only_an_open_objection_is_answered(life: Given) -> None:
    life.when(ANSWER).then_refused(rules.NO_CONTEST)


@pytest.mark.parametrize("life", [ACKNOWLEDGED, CONTESTED, ANSWERED, SILENT], ids=["noted", "no", "answered", "silent"])
def test_a_revised_assessment_waits_for_an_answer_of_its_own(life: Given) -> None:
    revised = life.when(revise()).then_nothing_noticed().recorded
    assert (revised.agreement.status, revised.agreement.answer) == (Status.ASSESSED, None)
    revised.when(CLOSE).then_refused(rules.ANSWER_OUTSTANDING)
    revised.when(ACKNOWLEDGE).recorded.when(CLOSE).then_nothing_noticed()


@pytest.mark.parametrize("life", [ACKNOWLEDGED, ANSWERED, SILENT], ids=["noted", "answered", "silent"])
def test_an_agreement_is_closed_after_the_county_had_its_say(life: Given) -> None:
    closed = life.when(CLOSE).then(AgreementClosed()).then_nothing_noticed().recorded.agreement
    assert (closed.status, closed.assessment) == (Status.CLOSED, life.agreement.assessment)


@pytest.mark.parametrize("life", [ASSESSED, CONTESTED], ids=["unanswered", "objection open"])
def test_nothing_is_closed_over_the_countys_head(life: Given) -> None:
    life.when(CLOSE).then_refused(rules.ANSWER_OUTSTANDING)


def test_a_closed_agreement_is_only_opened_by_another_assessment() -> None:
    for act in (ACKNOWLEDGE, CONTEST, ANSWER, SILENCE, CLOSE, assess()):
        CLOSED.when(act).then_refused(WRONG_STATUS, saying="abgeschlossen")
    reopened = corrected(CLOSED, "990").when(revise(NOT_ATTAINED)).then_nothing_noticed().recorded
    assert (reopened.agreement.status, reopened.agreement.answer) == (Status.ASSESSED, None)


@pytest.mark.parametrize("act", [ACKNOWLEDGE, CONTEST, ANSWER, SILENCE, CLOSE], ids=lambda act: type(act).__name__)
def test_there_is_nothing_to_answer_before_the_assessment(act: Request) -> None:
    MISSED.when(act).then_refused(WRONG_STATUS, saying="bewertet")


def test_each_side_answers_for_itself() -> None:
    for act in (ACKNOWLEDGE, CONTEST):
        ASSESSED.when(act, by=MINISTRY).then_refused(NOT_PERMITTED)
        ASSESSED.when(act, by=replace(COUNTY, party="celle")).then_refused(PARTY_MISSING)
    lands: tuple[tuple[Given, Request], ...] = ((CONTESTED, ANSWER), (ASSESSED, SILENCE), (ACKNOWLEDGED, CLOSE))
    for life, asked in lands:
        life.when(asked, by=COUNTY).then_refused(NOT_PERMITTED)
        life.when(asked, by=replace(MINISTRY, party="hessen")).then_refused(PARTY_MISSING)
