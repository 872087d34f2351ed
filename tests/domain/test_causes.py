"""What led to a fact, over a whole life and where several could have."""

from datetime import date
from typing import get_args

import pytest

from domain import facts
from domain.causes import cause_of
from domain.facts import AgreementFact, DialogHeld, FiguresReleased, MinutesConfirmed, RecordDisputed, RecordRetracted
from domain.record import Fact, Record
from tests.builders import A_SCAN, MINISTRY, a_load, a_released, an_agreement_in_force, ytd
from tests.domain.given import given
from tests.domain.one_life import TERMINATED, WHOLE, WITHDRAWN, lived
from tests.domain.test_any_act import ListOfRecords, a_service, draft, propose, withdraw
from tests.year_to_judge import a_dialog

CAUSES = {
    facts.AgreementSigned: {"DraftRevised"},
    facts.TargetProposed: {"AgreementDrafted"},
    facts.DraftRevised: {"TargetProposed"},
    facts.DraftWithdrawn: {"DraftRevised"},
    facts.TranscriptionConfirmed: {"AgreementSigned", "TranscriptionCorrected"},
    facts.TranscriptionCorrected: {"AgreementSigned"},
    facts.AmendmentSigned: {"AmendmentProposed"},
    facts.AmendmentWithdrawn: {"AmendmentProposed"},
    facts.FiguresReleased: {"FiguresDelivered"},
    facts.FiguresRejected: {"FiguresDelivered"},
    facts.DialogScheduled: {"DialogRequested", "–"},
    facts.DialogCancelled: {"DialogScheduled"},
    facts.DialogHeld: {"DialogScheduled"},
    facts.CommitteeInvolved: {"DialogScheduled"},
    facts.MinutesConfirmed: {"DialogHeld"},
    facts.MeasureReported: {"DialogHeld"},
    facts.FinalAssessmentMade: {"DialogHeld"},
    facts.AssessmentRevised: {"ContestAnswered", "AssessmentRevised"},
    facts.AssessmentContested: {"FinalAssessmentMade"},
    facts.ContestAnswered: {"AssessmentContested"},
    facts.NoAnswerRecorded: {"AssessmentRevised"},
    facts.AssessmentAcknowledged: {"AssessmentRevised"},
    facts.AgreementClosed: {"AssessmentAcknowledged"},
    facts.RecordRetracted: {"CircumstanceNoted"},
    facts.RecordDisputed: {"CircumstanceNoted"},
}
"""What leads to each kind of fact in the lives that are told here; all others stand for themselves."""


def causes(records: list[Record]) -> list[tuple[type[Fact], Record | None]]:
    return [(type(record.fact), cause_of(record.fact, records[:at])) for at, record in enumerate(records)]


def test_over_a_whole_life_every_fact_that_answers_another_names_it() -> None:
    found: dict[type[Fact], set[str]] = {}
    for life in (WHOLE, WITHDRAWN, TERMINATED):
        for kind, cause in causes(list(lived(*life)[-1].records)):
            found.setdefault(kind, set()).add(type(cause.fact).__name__ if cause else "–")
    assert found.keys() == set(get_args(AgreementFact))
    assert {kind: names for kind, names in found.items() if names != {"–"}} == CAUSES


def test_of_several_talks_and_loads_the_one_is_named_that_is_meant() -> None:
    loads = [a_load(month, ytd("LZB", month, "990")) for month in ("2026-02", "2026-03")]
    one, other = (a_released(load, f"lieferung-{n}") for n, load in enumerate(loads))
    life = given(*an_agreement_in_force(), *one, *other, *a_dialog("fruehjahr", date(2026, 5, 20), "2026-03"))
    records = life.records
    release = cause_of(FiguresReleased(delivery_id="lieferung-0"), records)
    assert release is not None
    assert release.fact.delivery_id == "lieferung-0"  # type: ignore[attr-defined]
    assert cause_of(FiguresReleased(delivery_id="gibt-es-nicht"), records) is None
    assert cause_of(MinutesConfirmed(dialog_id="herbst", party="heidekreis", minutes=A_SCAN), records) is None


def test_what_was_retracted_leads_to_nothing_but_is_what_the_retraction_is_about() -> None:
    life = given(*an_agreement_in_force(), *a_dialog("fruehjahr", date(2026, 5, 20), "2026-03"))
    held = next(record for record in life.records if isinstance(record.fact, DialogHeld))
    minutes = MinutesConfirmed(dialog_id="fruehjahr", party="heidekreis", minutes=A_SCAN)
    assert cause_of(minutes, life.records) == held
    retraction = RecordRetracted(version=held.version)
    assert cause_of(retraction, life.records) == held
    retracted = life.and_then(retraction).records
    assert cause_of(minutes, retracted) is None
    assert cause_of(RecordDisputed(version=held.version, says="Nein"), retracted) == held


@pytest.mark.parametrize("corrects", [None, "dezember"])
def test_a_judgement_is_revised_for_a_correction_and_not_for_any_load(corrects: str | None) -> None:
    whole = lived(*WHOLE)[-1]
    load = a_load("2026-12", ytd("LZB", "2026-12", "980"))
    cause = "transmission_error" if corrects else ""
    later = whole.and_then(*a_released(load, "neu", corrects, cause)).records
    revised = next(record.fact for record in reversed(later) if isinstance(record.fact, facts.AssessmentRevised))
    found = cause_of(revised, later)
    assert found is not None
    assert type(found.fact) is (FiguresReleased if corrects else facts.AssessmentRevised)


def test_who_is_led_to_something_continues_the_conversation() -> None:
    journal = ListOfRecords()
    service = a_service(journal)
    agreement = service.act(MINISTRY, draft()).agreement_id
    service.act(MINISTRY, propose(), agreement, on_version=1)
    service.act(MINISTRY, withdraw(), agreement, on_version=2)
    first, second, third = (record.provenance for record in journal.all)
    assert first.causation_id is None
    assert [second.causation_id, third.causation_id] == [record.event_id for record in journal.all[:2]]
    assert {first.correlation_id} == {second.correlation_id, third.correlation_id}
