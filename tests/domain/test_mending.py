"""Mending: who recorded something takes it back, the other side disputes it; nothing disappears from below."""

from dataclasses import fields, replace
from datetime import date
from decimal import Decimal
from typing import get_args

import pytest

from domain.acts.follow_up import NoteCircumstance, NoteDeviation
from domain.acts.mending import DisputeRecord, RetractRecord
from domain.assessing import to_appraise
from domain.facts import (
    AdviceGiven,
    AgreementClosed,
    AgreementFact,
    AssessmentAcknowledged,
    CircumstanceNoted,
    CommitteeInvolved,
    CriterionAppraised,
    DeviationNoted,
    FinalAssessmentMade,
    LegalChangeApplied,
    MeasureReported,
    MinutesConfirmed,
    RecordDisputed,
    RecordRetracted,
    StepReported,
    TopicReported,
)
from domain.facts.dialogs import AgreedMeasure
from domain.facts.follow_up import CircumstanceKind, Provision
from domain.facts.individual import Appraisal, Progress
from domain.facts.judging import Addressed, Assessment, CountyPosition, Judgement, Outcome, Stance
from domain.record import Actor, Fact, Informing
from domain.rulebook import mending as rules
from domain.rulebook.any_act import NOT_PERMITTED, PARTY_MISSING, WRONG_STATUS
from domain.rulebook.dialogs import COMMITTEE_NOT_INVOLVED
from domain.rulebook.figures import REASON_MISSING
from domain.rulebook.follow_up import NOTE_ID_USED
from domain.rules import Rule
from domain.state import Agreement
from tests.builders import (
    A_DAY,
    A_SCAN,
    COMMITTEE,
    COUNTY,
    MINISTRY,
    Happened,
    Life,
    a_state,
    agreed_in_full,
    an_agreement_in_force,
    drafted,
)
from tests.domain.given import Given, given
from tests.domain.informing import examples
from tests.year_to_judge import a_dialog, a_year_to_judge

TERMS = agreed_in_full()
SPRING, HELD = a_dialog("fruehjahr", date(2026, 5, 20), "2026-03")
A_MEASURE = AgreedMeasure(id="sprechtag", says="Ein Sprechtag", party="heidekreis", due_on=date(2026, 9, 1))
LATER = date(2026, 6, 1)
A_CIRCUMSTANCE = CircumstanceNoted(
    circumstance_id="u1",
    kind=CircumstanceKind.BENCHMARK,
    party="heidekreis",
    about="svb",
    agreed=Decimal("0.1"),
    actual=Decimal("-0.6"),
    says="Beschäftigung sank",
    lines=("lzb",),
)
NEW_LAW = LegalChangeApplied(
    change_id="g1", law="Gesetz", citation="BGBl.", provisions=(Provision(says="Neu", from_day=date(2026, 7, 1)),)
)
A_DEVIATION = DeviationNoted(deviation_id="d1", line_id="lzb", load_state=a_state(), causes="Lage")
MINUTES = MinutesConfirmed(dialog_id="fruehjahr", party="ni-ms", minutes=A_SCAN)


def retract(version: int, replaced_by: int | None = None, reason: str | None = "Irrtum") -> RetractRecord:
    return RetractRecord(occurred_on=LATER, version=version, replaced_by=replaced_by, reason=reason)


def dispute(version: int) -> DisputeRecord:
    return DisputeRecord(occurred_on=LATER, version=version, says="So war es nicht")


def noted(id: str = "u1") -> NoteCircumstance:
    kind, says = CircumstanceKind.ECONOMIC, "Beschäftigung sank"
    return NoteCircumstance(occurred_on=LATER, circumstance_id=id, kind=kind, says=says)


def held(*measures: AgreedMeasure) -> Happened:
    assert isinstance(HELD, Happened)
    return replace(HELD, by=MINISTRY, fact=HELD.fact.model_copy(update={"measures": measures}))


def then(life: Given, *more: Life) -> tuple[Given, int]:
    """The life with more facts, and the version of the first of them."""
    return life.and_then(*more), len(life.records) + 1


def apart_from_the_books(agreement: Agreement) -> dict[str, object]:
    """What an agreement is, without which records there are and what refers to them."""
    books = {"version", "entries", "relied_on", "taken"}
    return {field.name: getattr(agreement, field.name) for field in fields(agreement) if field.name not in books}


BEFORE = given(an_agreement_in_force(TERMS), SPRING)
TALKED = BEFORE.and_then(held(A_MEASURE))
A_SESSION = CommitteeInvolved(session="sitzung-mai", dialogs=("fruehjahr",), recommendation="Besprechen")
JUDGED = given(a_year_to_judge()).and_then(
    FinalAssessmentMade(
        assessment=Assessment(
            dialog_id="abschluss",
            computed=(),
            derivation=(),
            judgements=(),
            addressed=(),
            county=CountyPosition(stance=Stance.AGREES, on=A_DAY),
            summary="Bewertet",
        )
    )
)
TAKEN_BACK: list[tuple[Given, Actor, Fact]] = [
    (BEFORE, COMMITTEE, A_SESSION),
    (BEFORE, MINISTRY, held().fact),
    (TALKED, MINISTRY, MINUTES),
    (TALKED, COUNTY, MeasureReported(measure_id="sprechtag", done=True, says="Läuft")),
    *((BEFORE, example.by, example.fact) for example in examples() if example.fact.retractable),
    (BEFORE, COUNTY, A_DEVIATION),
    (BEFORE, COUNTY, A_CIRCUMSTANCE),
    (BEFORE, MINISTRY, NEW_LAW),
    (BEFORE, COUNTY, StepReported(step_id="schulung", progress=Progress.BEGUN, says="Begonnen")),
    (BEFORE, MINISTRY, CriterionAppraised(criterion_id="besser", appraisal=Appraisal.MET, says="Ja")),
    (BEFORE, COUNTY, TopicReported(topic="frauen", says="Bericht")),
    (JUDGED, COUNTY, AssessmentAcknowledged()),
]


@pytest.mark.parametrize(("life", "by", "fact"), TAKEN_BACK, ids=[type(fact).__name__ for *_, fact in TAKEN_BACK])
def test_what_was_taken_back_is_as_if_it_had_never_been(life: Given, by: Actor, fact: Fact) -> None:
    after, version = then(life, Happened(fact, LATER, by), AdviceGiven(goals=("beratung",), says="Danach"))
    mended = after.when(retract(version), by=by).then(RecordRetracted(version=version)).then_nothing_noticed().recorded
    never = life.and_then(AdviceGiven(goals=("beratung",), says="Danach"))
    assert apart_from_the_books(mended.agreement) == apart_from_the_books(never.agreement)
    assert apart_from_the_books(after.agreement) != apart_from_the_books(never.agreement) or isinstance(fact, Informing)
    assert mended.agreement.version == len(mended.records), "everything stays readable"
    mended.when(retract(version), by=by).then_refused(rules.NO_SUCH_RECORD, saying=str(version))


def test_every_kind_of_record_that_may_be_taken_back_is_taken_back_here() -> None:
    assert {type(fact) for *_, fact in TAKEN_BACK} == {fact for fact in get_args(AgreementFact) if fact.retractable}


def test_taking_back_needs_a_reason_and_a_record() -> None:
    life, version = then(BEFORE, Happened(A_CIRCUMSTANCE, by=COUNTY))
    life.when(retract(version, reason=None), by=COUNTY).then_refused(REASON_MISSING)
    life.when(retract(99), by=COUNTY).then_refused(rules.NO_SUCH_RECORD, saying="99")
    for other in (99, version):
        refused = life.when(retract(version, replaced_by=other), by=COUNTY)
        refused.then_refused(rules.NO_SUCH_RECORD, saying=str(other))


def test_a_retraction_names_the_record_that_now_says_it_rightly() -> None:
    life, version = then(BEFORE, Happened(A_CIRCUMSTANCE, by=COUNTY))
    again = life.when(noted("u2"), by=COUNTY).recorded
    fact = RecordRetracted(version=version, replaced_by=version + 1)
    mended = again.when(retract(version, replaced_by=version + 1), by=COUNTY).then(fact).recorded.agreement
    assert list(mended.to_address) == ["circumstance:u2"]


@pytest.mark.parametrize("version", [1, 2, 4], ids=["draft", "signature", "dialog set"])
def test_what_has_a_mending_of_its_own_is_not_taken_back(version: int) -> None:
    BEFORE.when(retract(version)).then_refused(rules.NOT_RETRACTABLE, saying=str(version))


def test_the_land_cannot_make_the_countys_circumstance_disappear() -> None:
    life, version = then(BEFORE, Happened(A_CIRCUMSTANCE, by=COUNTY))
    life.when(retract(version), by=MINISTRY).then_refused(rules.NOT_OURS, saying=str(version))
    disputed = life.when(dispute(version), by=MINISTRY).recorded
    disputed.when(retract(version), by=MINISTRY).then_refused(rules.NOT_OURS)
    disputed.when(noted("u1"), by=MINISTRY).then_refused(NOTE_ID_USED, saying="u1")
    assert "circumstance:u1" in to_appraise(disputed.agreement), "a dispute leaves it counting"


@pytest.mark.parametrize(
    ("by", "rule"),
    [(MINISTRY, rules.NOT_OURS), (replace(COUNTY, party="celle"), PARTY_MISSING), (COMMITTEE, rules.NOT_OURS)],
)
def test_only_the_side_that_recorded_takes_back(by: Actor, rule: Rule) -> None:
    life, version = then(BEFORE, Happened(A_CIRCUMSTANCE, by=COUNTY))
    life.when(retract(version), by=by).then_refused(rule)
    life.when(retract(version), by=replace(COUNTY, person="vertretung")).then_nothing_noticed()


def test_the_other_side_disputes_a_record_and_it_counts_all_the_same() -> None:
    life, version = then(BEFORE, Happened(A_CIRCUMSTANCE, by=COUNTY))
    fact = RecordDisputed(version=version, says="So war es nicht")
    after = life.when(dispute(version), by=MINISTRY).then(fact).then_nothing_noticed().recorded
    assert after.agreement.disputed == {version}
    assert after.agreement.to_address == life.agreement.to_address
    life.when(dispute(version), by=COUNTY).then_refused(rules.OWN_RECORD, saying=str(version))
    life.when(dispute(version), by=COMMITTEE).then_refused(NOT_PERMITTED)
    life.when(dispute(version), by=replace(MINISTRY, party="hessen")).then_refused(PARTY_MISSING, saying="hessen")
    life.when(dispute(99), by=MINISTRY).then_refused(rules.NO_SUCH_RECORD, saying="99")
    after.when(retract(version), by=COUNTY).then_nothing_noticed()


def test_what_was_taken_back_is_not_disputed() -> None:
    life, version = then(BEFORE, Happened(A_CIRCUMSTANCE, by=COUNTY))
    life.when(retract(version), by=COUNTY).recorded.when(dispute(version)).then_refused(rules.NO_SUCH_RECORD)


def test_an_id_that_was_taken_back_is_not_given_again() -> None:
    life, version = then(BEFORE, Happened(A_CIRCUMSTANCE, by=COUNTY), Happened(A_DEVIATION, by=COUNTY))
    mended = life.when(retract(version), by=COUNTY).recorded.when(retract(version + 1), by=COUNTY).recorded
    mended.when(noted("u1"), by=COUNTY).then_refused(NOTE_ID_USED, saying="u1")
    again = NoteDeviation(
        occurred_on=LATER, deviation_id="d1", line_id="lzb", load_state=a_state(), causes="Immer noch"
    )
    mended.when(again, by=COUNTY).then_refused(NOTE_ID_USED, saying="d1")
    assert not to_appraise(mended.agreement).keys() & {"circumstance:u1"}


def test_a_dialog_stands_while_its_minutes_or_a_report_rest_on_it() -> None:
    version = len(TALKED.records)
    confirmed = TALKED.and_then(Happened(MINUTES, by=MINISTRY))
    confirmed.when(retract(version)).then_refused(rules.STANDS_BELOW, saying="held:fruehjahr")
    freed = confirmed.when(retract(version + 1)).recorded
    freed.when(retract(version)).then_nothing_noticed()
    reported = TALKED.and_then(Happened(MeasureReported(measure_id="sprechtag", done=True, says="Läuft"), by=COUNTY))
    reported.when(retract(version)).then_refused(rules.STANDS_BELOW, saying="measure:sprechtag")


def judged(*addressed: str, cites: tuple[str, ...] = ()) -> FinalAssessmentMade:
    return FinalAssessmentMade(
        assessment=Assessment(
            dialog_id="abschluss",
            computed=(),
            derivation=(),
            judgements=(Judgement(verdict_id="urteil", outcome=Outcome.ATTAINED, why="Weil", cites=cites),),
            addressed=tuple(Addressed(reference=one, has_effect=True, why="Weil") for one in addressed),
            county=CountyPosition(stance=Stance.AGREES, on=A_DAY),
            summary="Bewertet",
        )
    )


@pytest.mark.parametrize("fact", [A_CIRCUMSTANCE, NEW_LAW], ids=["circumstance", "law"])
@pytest.mark.parametrize("cited", [True, False])
def test_what_an_assessment_cites_or_appraises_stands(fact: Fact, cited: bool) -> None:
    life, version = then(given(a_year_to_judge()), Happened(fact, by=MINISTRY))
    (reference,) = life.agreement.to_address
    after = life.and_then(judged(*([] if cited else [reference]), cites=(reference,) if cited else ()))
    after.when(retract(version)).then_refused(rules.STANDS_BELOW, saying=reference)
    later, newer = then(after, Happened(A_CIRCUMSTANCE.model_copy(update={"circumstance_id": "u9"}), by=MINISTRY))
    later.when(retract(newer)).then_nothing_noticed()


def test_a_record_whose_finding_was_appraised_stands() -> None:
    finding = COMMITTEE_NOT_INVOLVED.finding(dialog="fruehjahr")
    version = len(BEFORE.records) + 1
    life = BEFORE.and_then(replace(held(), findings=(finding,)))
    reference = f"finding:{version}:{finding.rule}"
    assert list(life.agreement.to_address) == [reference]
    life.and_then(judged(reference)).when(retract(version)).then_refused(rules.STANDS_BELOW, saying=reference)
    assert not life.when(retract(version)).recorded.agreement.to_address, "a finding goes with its record"


def test_the_final_dialog_of_an_assessment_stands() -> None:
    life = given(a_year_to_judge())
    version = next(r.version for r in life.records if getattr(r.fact, "dialog_id", "") == "abschluss") + 1
    by = replace(MINISTRY, person="karl-erfasst")
    life.when(retract(version), by=by).then_nothing_noticed()
    life.and_then(judged()).when(retract(version), by=by).then_refused(rules.STANDS_BELOW, saying="held:abschluss")


def test_whatever_was_there_when_it_was_assessed_stands() -> None:
    advice = AdviceGiven(goals=("ziel",), says="Austausch vermittelt")
    life, version = then(given(a_year_to_judge()), Happened(advice, by=MINISTRY))
    life.when(retract(version)).then_nothing_noticed()
    life.and_then(judged()).when(retract(version)).then_refused(rules.STANDS_BELOW, saying="Gesamtbewertung")


@pytest.mark.parametrize("life", [given(drafted(TERMS)), JUDGED.and_then(AssessmentAcknowledged(), AgreementClosed())])
def test_nothing_is_mended_in_a_draft_or_after_the_end(life: Given) -> None:
    life.when(retract(1)).then_refused(WRONG_STATUS)
    life.when(dispute(1)).then_refused(WRONG_STATUS)
