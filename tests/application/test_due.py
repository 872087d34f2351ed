"""What is due appears with its cause and disappears with it, whatever day it is."""

from datetime import date

import pytest

from application.lists import due
from application.lists.agreement_course import fold
from application.lists.due_item import DueItem, DueKind
from domain.facts import (
    AgreementTerminated,
    AmendmentProposed,
    AmendmentSigned,
    AmendmentWithdrawn,
    AssessmentAcknowledged,
    AssessmentContested,
    AssessmentRevised,
    CommitteeInvolved,
    ContestAnswered,
    CriterionAppraised,
    DeviationNoted,
    DialogCancelled,
    DialogRequested,
    MeasureReported,
    RecordRetracted,
    StepReported,
    TranscriptionConfirmed,
    TranscriptionCorrected,
)
from domain.facts.dialogs import AgreedMeasure, DialogKind
from domain.facts.individual import Appraisal, Progress
from domain.record import Role
from domain.values import sha256_of
from tests.application.lives import COUNTY_ID, LAND_ID, assessed, confirmed, finally_talked, held, scheduled
from tests.builders import (
    A_SCAN,
    HEIDEKREIS,
    Happened,
    Life,
    a_line,
    a_load,
    a_released,
    a_state,
    agreed,
    an_agreement_in_force,
    at_most,
    delivered,
    drafted,
    monthly,
    rejected,
    released,
    signed,
)
from tests.domain.given import given

LAND, COUNTY = (Role.LAND,), (Role.COUNTY,)
IN_FORCE = an_agreement_in_force()
HASH = sha256_of(HEIDEKREIS)
ONE_LINE = agreed(a_line(at_most("-2.5"), id="lzb", measure="LZB"))
OFF_COURSE = (
    an_agreement_in_force(ONE_LINE),
    a_released(a_load("2025-02", monthly("LZB", "2025-01", [1000, 1000]))),
    a_released(a_load("2026-02", monthly("LZB", "2026-01", [1000, 1000]))),
)
MEASURE = AgreedMeasure(id="plan", says="Konzept vorlegen", party=COUNTY_ID, due_on=date(2026, 9, 30))
JUDGED = (IN_FORCE, finally_talked(), assessed())
DECEMBER = a_load("2026-12", monthly("LZB", "2026-12", [1000]))
SETTLED = a_load("2026-12", monthly("LZB", "2026-12", [1000]), waited=3)


def waiting(kind: DueKind, *life: Life) -> dict[str, DueItem]:
    """What is waited for of a kind, by reference."""
    case = fold(given(*life).records)
    assert case is not None
    return {item.reference: item for item in due.rows(case).values() if item.kind is kind}


def an_amendment() -> AmendmentProposed:
    return AmendmentProposed(amendment_id="a1", terms=HEIDEKREIS, terms_hash=HASH, effective_from=date(2026, 7, 1))


def amendment_signed(party: str) -> AmendmentSigned:
    signature = signed(next(one for one in HEIDEKREIS.parties if one.id == party)).fact.model_dump()
    return AmendmentSigned.model_validate({**signature, "amendment_id": "a1"})


def a_step(step: str, progress: Progress = Progress.BEGUN) -> StepReported:
    return StepReported(step_id=step, progress=progress, says="Berichtet.")


def a_note(month: str, waited: int = 0, line: str = "lzb") -> DeviationNoted:
    return DeviationNoted(deviation_id="n1", line_id=line, load_state=a_state(month, waited), causes="Unklar.")


def test_each_missing_signature_by_its_party() -> None:
    land, county = HEIDEKREIS.parties
    both = waiting(DueKind.SIGNATURE, drafted())
    assert {item.party: item.roles for item in both.values()} == {LAND_ID: LAND, COUNTY_ID: COUNTY}
    assert {item.due_from for item in both.values()} == {date(2026, 1, 15)}
    assert waiting(DueKind.SIGNATURE, drafted(), signed(land)).keys() == {COUNTY_ID}
    assert not waiting(DueKind.SIGNATURE, drafted(), signed(land), signed(county))


def test_the_transcription_until_confirmed_and_again_when_corrected() -> None:
    confirmation = TranscriptionConfirmed(terms_hash=HASH)
    correction = Happened(TranscriptionCorrected(terms=HEIDEKREIS, terms_hash=HASH), date(2026, 4, 1))
    assert not waiting(DueKind.TRANSCRIPTION, drafted())
    assert waiting(DueKind.TRANSCRIPTION, IN_FORCE)["terms-1"].due_from == date(2026, 2, 10)
    assert not waiting(DueKind.TRANSCRIPTION, IN_FORCE, confirmation)
    again = waiting(DueKind.TRANSCRIPTION, IN_FORCE, confirmation, correction)
    assert {name: (item.due_from, item.roles) for name, item in again.items()} == {"terms-2": (date(2026, 4, 1), LAND)}


def test_an_amendment_until_all_signed_or_it_was_withdrawn() -> None:
    proposed = Happened(an_amendment(), date(2026, 6, 1))
    assert waiting(DueKind.AMENDMENT, IN_FORCE, proposed).keys() == {f"a1:{LAND_ID}", f"a1:{COUNTY_ID}"}
    signing = (amendment_signed(LAND_ID), amendment_signed(COUNTY_ID))
    left = waiting(DueKind.AMENDMENT, IN_FORCE, proposed, signing[0])
    assert [(item.party, item.roles, item.due_from) for item in left.values()] == [
        (COUNTY_ID, COUNTY, date(2026, 6, 1))
    ]
    assert not waiting(DueKind.AMENDMENT, IN_FORCE, proposed, *signing)
    assert not waiting(DueKind.AMENDMENT, IN_FORCE, proposed, AmendmentWithdrawn(amendment_id="a1"))


def test_the_dialogs_still_owed_spread_over_the_year() -> None:
    assert not waiting(DueKind.DIALOG_OWED, drafted())
    owed = waiting(DueKind.DIALOG_OWED, IN_FORCE)
    assert {name: (item.due_from, item.due_by) for name, item in owed.items()} == {
        "1": (date(2026, 2, 10), date(2026, 12, 31)),
        "2": (date(2026, 7, 1), date(2026, 12, 31)),
    }
    once = (IN_FORCE, scheduled(), held())
    assert waiting(DueKind.DIALOG_OWED, *once).keys() == {"2"}
    assert not waiting(DueKind.DIALOG_OWED, *once, scheduled("d2"), held("d2", date(2026, 11, 3)))
    assert waiting(DueKind.DIALOG_OWED, IN_FORCE, finally_talked()).keys() == {"1", "2"}


def test_a_talk_taken_back_was_not_held() -> None:
    once = (IN_FORCE, scheduled(), held())
    version = len(given(*once).records)
    assert waiting(DueKind.DIALOG_OWED, *once, RecordRetracted(version=version)).keys() == {"1", "2"}
    assert not waiting(DueKind.MINUTES, *once, RecordRetracted(version=version))


def test_a_wish_for_a_dialog_until_it_is_scheduled_or_dropped() -> None:
    wish = Happened(DialogRequested(dialog_id="d1"), date(2026, 4, 7))
    assert waiting(DueKind.DIALOG_REQUEST, IN_FORCE, wish)["d1"].due_from == date(2026, 4, 7)
    assert not waiting(DueKind.DIALOG_REQUEST, IN_FORCE, wish, scheduled())
    assert not waiting(DueKind.DIALOG_REQUEST, IN_FORCE, wish, DialogCancelled(dialog_id="d1"))


def test_the_committee_from_the_scheduling_to_the_dialog() -> None:
    session = CommitteeInvolved(session="sitzung", dialogs=("d1",), recommendation="Ansprechen.")
    item = waiting(DueKind.COMMITTEE, IN_FORCE, scheduled())["d1"]
    assert (item.due_from, item.due_by) == (date(2026, 5, 4), date(2026, 6, 10))
    assert item.roles == (Role.COMMITTEE, Role.LAND)
    assert not waiting(DueKind.COMMITTEE, IN_FORCE, scheduled(), session)
    assert not waiting(DueKind.COMMITTEE, IN_FORCE, scheduled(), held())
    assert not waiting(DueKind.COMMITTEE, an_agreement_in_force(ONE_LINE), scheduled())


def test_minutes_until_each_party_confirmed() -> None:
    once = (IN_FORCE, scheduled(), held())
    assert waiting(DueKind.MINUTES, *once).keys() == {f"d1:{LAND_ID}", f"d1:{COUNTY_ID}"}
    assert waiting(DueKind.MINUTES, *once, confirmed(LAND_ID)).keys() == {f"d1:{COUNTY_ID}"}
    assert not waiting(DueKind.MINUTES, *once, confirmed(LAND_ID), confirmed(COUNTY_ID))


def test_an_agreed_measure_from_its_day_until_done() -> None:
    once = (IN_FORCE, scheduled(), held("d1", date(2026, 6, 10), "2026-04", MEASURE))
    item = waiting(DueKind.MEASURE, *once)["plan"]
    assert (item.due_from, item.party, item.roles) == (date(2026, 9, 30), COUNTY_ID, COUNTY)
    report = MeasureReported(measure_id="plan", done=False, says="In Arbeit.")
    assert waiting(DueKind.MEASURE, *once, report)
    assert not waiting(DueKind.MEASURE, *once, report, report.model_copy(update={"done": True}))


def test_one_load_per_report_month_from_the_20th_after_it() -> None:
    months = waiting(DueKind.LOAD_EXPECTED, IN_FORCE)
    assert list(months) == [f"2026-{number:02d}" for number in range(1, 13)]
    assert (months["2026-01"].due_from, months["2026-12"].due_from) == (date(2026, 2, 20), date(2027, 1, 20))
    january = a_load("2026-01")
    assert "2026-01" not in waiting(DueKind.LOAD_EXPECTED, IN_FORCE, delivered(january))
    refused = (delivered(january), rejected("2026-01-t0"))
    assert "2026-01" in waiting(DueKind.LOAD_EXPECTED, IN_FORCE, refused)
    assert "2026-01" in waiting(DueKind.LOAD_EXPECTED, IN_FORCE, delivered(a_load("2026-01", waited=3)))


def test_a_delivery_until_decided() -> None:
    january = delivered(a_load("2026-01"))
    assert waiting(DueKind.LOAD_UNRELEASED, IN_FORCE, january).keys() == {"2026-01-t0"}
    for decision in (released("2026-01-t0"), rejected("2026-01-t0")):
        assert not waiting(DueKind.LOAD_UNRELEASED, IN_FORCE, january, decision)


def test_a_line_off_course_until_somebody_speaks_about_that_month_or_a_later_one() -> None:
    assert waiting(DueKind.OFF_COURSE, *OFF_COURSE).keys() == {"lzb:2026-02"}
    for earlier in (a_note("2026-01"), a_note("2026-02", line="andere")):
        assert waiting(DueKind.OFF_COURSE, *OFF_COURSE, earlier).keys() == {"lzb:2026-02"}
    assert waiting(DueKind.OFF_COURSE, *OFF_COURSE, scheduled(), held(month="2026-01"))
    for spoken in (a_note("2026-02"), a_note("2026-03"), (scheduled(), held(month="2026-02"))):
        assert not waiting(DueKind.OFF_COURSE, *OFF_COURSE, spoken)


def test_a_note_taken_back_speaks_about_nothing() -> None:
    noted = (*OFF_COURSE, a_note("2026-02"))
    version = len(given(*noted).records)
    assert waiting(DueKind.OFF_COURSE, *noted, RecordRetracted(version=version))


def test_a_line_that_is_back_on_course_is_no_longer_due() -> None:
    better = a_released(a_load("2026-03", monthly("LZB", "2026-01", [800, 800, 800])))
    before = a_released(a_load("2025-03", monthly("LZB", "2025-01", [1000, 1000, 1000])))
    assert not waiting(DueKind.OFF_COURSE, *OFF_COURSE, before, better)


def test_steps_nobody_reported_on() -> None:
    steps = waiting(DueKind.STEP, IN_FORCE)
    assert len(steps) == 6
    assert {(item.roles, item.due_by) for item in steps.values()} == {(COUNTY, date(2026, 12, 31))}
    assert waiting(DueKind.STEP, IN_FORCE, a_step("4-workshops")).keys() == steps.keys() - {"4-workshops"}


def test_an_individual_goal_with_something_open_after_the_year() -> None:
    goals = waiting(DueKind.GOAL_OPEN, IN_FORCE)
    assert {name: item.due_from for name, item in goals.items()} == dict.fromkeys("45", date(2027, 1, 1))
    goal = next(goal for goal in HEIDEKREIS.goals if goal.id == "4")
    done = [a_step(step.id, Progress.DONE) for step in goal.steps]
    met = [CriterionAppraised(criterion_id=c.id, appraisal=Appraisal.MET, says="Ja.") for c in goal.criteria]
    assert waiting(DueKind.GOAL_OPEN, IN_FORCE, done).keys() == {"4", "5"}
    assert waiting(DueKind.GOAL_OPEN, IN_FORCE, done, met).keys() == {"5"}


def test_the_final_dialog_in_its_window_and_then_the_assessment() -> None:
    talk = waiting(DueKind.FINAL_DIALOG, IN_FORCE)["dialog"]
    assert (talk.due_from, talk.due_by) == (date(2027, 3, 1), date(2027, 6, 30))
    assert not waiting(DueKind.ASSESSMENT, IN_FORCE)
    talked = (IN_FORCE, finally_talked())
    assert not waiting(DueKind.FINAL_DIALOG, *talked)
    judging = waiting(DueKind.ASSESSMENT, *talked)["assessment"]
    assert (judging.due_from, judging.roles) == (date(2027, 4, 20), LAND)
    assert not waiting(DueKind.ASSESSMENT, *JUDGED)


def test_the_countys_answer_what_follows_from_it_and_the_end() -> None:
    contest = Happened(AssessmentContested(grounds="Zahlen."), date(2027, 5, 3))
    answer = Happened(ContestAnswered(says="Geprüft."), date(2027, 5, 20))
    assert waiting(DueKind.COUNTY_ANSWER, *JUDGED)["answer"].roles == COUNTY
    assert not waiting(DueKind.COUNTY_ANSWER, *JUDGED, contest)
    assert waiting(DueKind.CONTEST, *JUDGED, contest)["contest"].due_from == date(2027, 5, 3)
    assert not waiting(DueKind.CONTEST, *JUDGED, contest, answer)
    assert waiting(DueKind.CLOSING, *JUDGED, contest, answer)["closing"].due_from == date(2027, 5, 20)
    assert waiting(DueKind.CLOSING, *JUDGED, AssessmentAcknowledged())
    assert not waiting(DueKind.CLOSING, *JUDGED)


def test_an_assessment_to_review_after_a_later_release_of_the_figures_it_rests_on() -> None:
    correction = a_released(DECEMBER, "neu", corrects="2026-12-t0", cause="transmission_error")
    before = (IN_FORCE, a_released(DECEMBER), finally_talked(), assessed())
    assert not waiting(DueKind.REVIEW, *before)
    assert not waiting(DueKind.REVIEW, *before, correction[0])
    assert waiting(DueKind.REVIEW, *before, correction).keys() == {"neu"}
    last_year = a_released(a_load("2025-12", monthly("LZB", "2025-12", [900])))
    assert waiting(DueKind.REVIEW, *before, last_year).keys() == {"2025-12-t0"}
    assessment = assessed().fact
    revised = AssessmentRevised.model_validate({**assessment.model_dump(), "cause": "Berichtigte Daten"})
    assert not waiting(DueKind.REVIEW, *before, correction, revised)


def test_settled_figures_and_other_months_never_ask_for_a_review() -> None:
    assert not waiting(DueKind.REVIEW, *JUDGED, a_released(SETTLED), a_released(a_load("2026-11")))


@pytest.mark.parametrize("kind", DueKind)
def test_nothing_is_due_of_an_agreement_that_ended(kind: DueKind) -> None:
    ended = AgreementTerminated(party=LAND_ID, document=A_SCAN)
    life = (*OFF_COURSE, scheduled(), an_amendment(), scheduled("d2", kind=DialogKind.FINAL))
    assert not waiting(kind, *life, ended)
