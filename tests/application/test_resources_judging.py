"""The final assessment and the terms as resources."""

from datetime import date
from functools import cache

import pytest

from application.reading.parts.final_assessment import FinalAssessment, final_assessment
from application.reading.parts.terms_versions import TermsThroughTime, terms_versions
from application.reading.sources import Counting
from domain.facts import (
    AgreementClosed,
    AssessmentAcknowledged,
    AssessmentContested,
    AssessmentRevised,
    FinalAssessmentMade,
    RecordRetracted,
    TranscriptionConfirmed,
)
from domain.facts.judging import Outcome
from domain.state import Answer
from domain.values import sha256_of
from tests.application.lives import assessed
from tests.builders import (
    A_SCAN,
    COUNTY,
    HEIDEKREIS,
    MINISTRY,
    Happened,
    an_agreement_in_force,
    drafted,
)
from tests.domain.given import Given, given
from tests.domain.one_life import AMENDING, COMPARING, DRAFTING, FULL, RETITLED, SIGNING, WHOLE, lived


@cache
def once_assessed() -> Given:
    return next(life for life in lived(*WHOLE) if isinstance(life.records[-1].fact, FinalAssessmentMade))


AGREED = (*DRAFTING, *SIGNING, *COMPARING)


def judged(life: Given) -> FinalAssessment:
    return final_assessment(Counting.among(life.records))


def terms(life: Given) -> TermsThroughTime:
    return terms_versions(Counting.among(life.records))


def test_before_the_year_is_judged_there_is_no_assessment() -> None:
    assert judged(given(an_agreement_in_force())) == FinalAssessment(present=None, earlier=())


def test_an_assessment_shows_computed_and_judged_side_by_side() -> None:
    present = judged(once_assessed()).present
    assert present is not None
    assert [(one.verdict_id, one.computed, one.judged, one.differs) for one in present.verdicts] == [
        ("urteil", Outcome.ATTAINED, Outcome.ATTAINED, False),
        ("beratung", Outcome.ATTAINED, Outcome.ATTAINED, False),
    ]
    assert (present.cause, present.answer, present.answers, present.closed) == (None, None, (), None)
    assert (present.county.stance, present.summary, present.dialog_id) == ("agrees", "Bewertet", "abschluss")
    assert present.source.version == len(once_assessed().records)
    fact = once_assessed().records[-1].fact
    assert isinstance(fact, FinalAssessmentMade)
    assert (present.derivation, present.addressed) == (fact.assessment.derivation, fact.assessment.addressed)


def test_a_judgement_that_differs_says_so_and_cites() -> None:
    fact = once_assessed().records[-1].fact
    assert isinstance(fact, FinalAssessmentMade)
    other = {"outcome": Outcome.NOT_ATTAINED, "why": "Irrtum", "cites": ("circumstance:mittel",)}
    first, *rest = fact.assessment.judgements
    changed = fact.assessment.model_copy(update={"judgements": (first.model_copy(update=other), *rest)})
    present = judged(once_assessed().and_then(AssessmentRevised(cause="Neu", assessment=changed))).present
    assert present is not None
    assert [(one.differs, one.why, one.cites) for one in present.verdicts] == [
        (True, "Irrtum", ("circumstance:mittel",)),
        (False, None, ()),
    ]


def test_each_assessment_keeps_its_own_answer_and_the_last_one_the_closing() -> None:
    found = judged(lived(*WHOLE)[-1])
    assert found.present is not None
    told = [(one.cause, one.answer, [said.answer for said in one.answers]) for one in (*found.earlier, found.present)]
    assert told == [
        (None, Answer.ANSWERED, [Answer.CONTESTED, Answer.ANSWERED]),
        ("Anhörung", Answer.SILENT, [Answer.SILENT]),
        ("Noch einmal", Answer.ACKNOWLEDGED, [Answer.ACKNOWLEDGED]),
    ]
    assert [said.says for said in found.earlier[0].answers] == ["Nein", "Doch"]
    assert found.earlier[1].answers[0].asked_on == date(2027, 4, 27)
    assert [one.closed is None for one in (*found.earlier, found.present)] == [True, True, False]


def test_a_revision_after_the_closing_is_open_again() -> None:
    fact = once_assessed().records[-1].fact
    assert isinstance(fact, FinalAssessmentMade)
    revised = AssessmentRevised(cause="Neu", assessment=fact.assessment)
    found = judged(once_assessed().and_then(AssessmentAcknowledged(), AgreementClosed(), revised))
    assert found.present is not None
    assert (found.present.closed, found.present.answer) == (None, None)
    assert found.earlier[0].closed is not None


def test_an_acknowledgement_taken_back_leaves_the_assessment_unanswered() -> None:
    life = given(an_agreement_in_force(), assessed(), Happened(AssessmentAcknowledged(), by=COUNTY))
    taken_back = life.and_then(Happened(RecordRetracted(version=len(life.records)), by=COUNTY))
    contested = taken_back.and_then(AssessmentContested(grounds="Nein", evidence=(A_SCAN,)))
    answers = [judged(one).present for one in (life, taken_back, contested)]
    assert [one.answer if one else "" for one in answers] == [Answer.ACKNOWLEDGED, None, Answer.CONTESTED]
    assert answers[-1] is not None
    assert answers[-1].answers[0].evidence == (A_SCAN,)


def test_terms_hold_from_the_start_until_changed() -> None:
    [entry] = terms(given(drafted())).versions
    assert (entry.number, entry.effective_from, entry.terms) == (1, None, HEIDEKREIS)
    assert (entry.terms_hash, entry.entered.type, entry.confirmed) == (sha256_of(HEIDEKREIS), "AgreementDrafted", None)


def test_every_version_names_who_entered_signed_and_compared_it() -> None:
    first, revised, corrected = terms(lived(*AGREED)[-1]).versions
    assert [one.entered.type for one in (first, revised, corrected)] == [
        "AgreementDrafted",
        "DraftRevised",
        "TranscriptionCorrected",
    ]
    assert [len(one.signatures) for one in (first, revised, corrected)] == [0, 2, 0]
    assert [signature.party for signature in revised.signatures] == ["ni-ms", "heidekreis"]
    assert first.confirmed is None
    for one in (revised, corrected):
        assert one.confirmed is not None
        assert one.confirmed.actor == MINISTRY.person
    assert (revised.terms, corrected.terms, corrected.terms_hash) == (RETITLED, FULL, sha256_of(FULL))


def amending(scenes: int) -> TermsThroughTime:
    return terms(lived(*AGREED, *AMENDING[:scenes])[-1])


def test_an_amendment_is_pending_until_the_last_signature() -> None:
    proposed, withdrawn, again, half, whole = (amending(number) for number in range(1, 6))
    assert proposed.pending is not None
    assert (proposed.pending.amendment_id, proposed.pending.proposed.party) == ("a", "heidekreis")
    assert proposed.pending.terms == RETITLED
    assert withdrawn.pending is None
    assert again.pending is not None
    assert again.pending.signatures == ()
    assert half.pending is not None
    assert [signature.party for signature in half.pending.signatures] == ["ni-ms"]
    assert len(half.versions) == 3
    assert whole.pending is None
    entry = whole.versions[-1]
    assert (entry.number, entry.effective_from, len(entry.signatures)) == (4, date(2026, 7, 1), 2)
    assert (entry.entered.type, entry.confirmed, entry.terms) == ("AmendmentProposed", None, RETITLED)


def test_a_comparison_is_of_the_version_in_hand() -> None:
    life = lived(*AGREED, *AMENDING)[-1].and_then(TranscriptionConfirmed(terms_hash=sha256_of(RETITLED)))
    *_, last = terms(life).versions
    assert last.confirmed is not None


@pytest.mark.parametrize("number", range(len(WHOLE)), ids=[kind.__name__ for _, kind, _ in WHOLE])
def test_versions_are_those_decisions_know(number: int) -> None:
    life = lived(*WHOLE)[number]
    known, told = life.agreement, terms(life)
    assert [(one.number, one.terms_hash) for one in told.versions] == [
        (version.number, version.terms_hash) for version in known.history.versions
    ]
    assert (told.pending is None) is (known.history.pending is None)
    assert (told.versions[-1].confirmed is not None) is known.transcription_confirmed
    assert told.versions[-1].entered.actor == known.entered_by
