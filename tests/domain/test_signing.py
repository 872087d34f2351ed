"""Signing: the last signature binds all; a second person compares the entered terms with the paper."""

from dataclasses import replace
from datetime import date

import pytest

from domain.acts.signing import ConfirmTranscription, CorrectTranscription, SignAgreement
from domain.facts import (
    AgreementSigned,
    DraftRevised,
    DraftWithdrawn,
    TranscriptionConfirmed,
    TranscriptionCorrected,
)
from domain.facts.signing import Signatory, SignatureForm
from domain.record import Actor
from domain.rulebook.any_act import OUT_OF_SEQUENCE, PARTY_MISSING, RECORDED_LATE, UNKNOWN_PERSON, WRONG_STATUS
from domain.rulebook.drafting import ID_REUSED, IDENTITY_CHANGED, WINDOW_CONTRADICTS
from domain.rulebook.figures import REASON_MISSING
from domain.rulebook.signing import (
    OTHER_TERMS,
    OTHER_TRANSCRIPTION,
    OWN_TRANSCRIPTION,
    SIGNED_BEFORE_DRAFT,
    SIGNED_TWICE,
    TRANSCRIPTION_CONFIRMED,
)
from domain.state import Status
from domain.terms import Sex, Terms
from domain.values import sha256_of
from tests.builders import (
    A_SCAN,
    CLERK,
    COMMITMENT,
    COUNTY,
    HEIDEKREIS,
    MINISTRY,
    Happened,
    Life,
    a_line,
    agreed,
    an_agreement_in_force,
    at_least,
    drafted,
    in_year,
    signed,
)
from tests.domain.given import given

LAND, KREIS = HEIDEKREIS.parties
HASH = sha256_of(HEIDEKREIS)
RETITLED = HEIDEKREIS.model_copy(update={"title": "Vereinbarung, wie unterzeichnet"})
CONFIRMED = (an_agreement_in_force(), TranscriptionConfirmed(terms_hash=HASH))


def sign(
    on: date = date(2026, 1, 29), *, terms_hash: str = HASH, by: str = "christine-arbogast", reason: str | None = None
) -> SignAgreement:
    return SignAgreement(
        occurred_on=on,
        reason=reason,
        capacity="In Vertretung",
        terms_hash=terms_hash,
        signatory=by,
        office="Staatssekretärin",
        form=SignatureForm.PAPER,
        place="Hannover",
        document=A_SCAN,
    )


def confirm(terms_hash: str = HASH, on: date = date(2026, 2, 12)) -> ConfirmTranscription:
    return ConfirmTranscription(occurred_on=on, terms_hash=terms_hash)


def correct(terms: Terms = RETITLED, reason: str | None = "Der Titel war falsch übertragen.") -> CorrectTranscription:
    return CorrectTranscription(occurred_on=date(2026, 2, 12), terms=terms, reason=reason)


def test_a_party_signs_the_drafted_terms() -> None:
    fact = AgreementSigned(
        party="ni-ms",
        terms_hash=HASH,
        signatory=Signatory(person="christine-arbogast", name_commitment=COMMITMENT, office="Staatssekretärin"),
        form=SignatureForm.PAPER,
        place="Hannover",
        document=A_SCAN,
    )
    after = given(drafted()).when(sign()).then(fact).then_nothing_noticed().recorded
    assert (after.agreement.status, after.agreement.binding_since) == (Status.PARTLY_SIGNED, None)


def test_the_last_signature_binds_all() -> None:
    one = given(drafted()).when(sign(date(2026, 1, 29))).recorded
    both = one.when(sign(date(2026, 2, 10), by="jens-grote"), by=COUNTY).then_nothing_noticed().recorded
    assert (both.agreement.status, both.agreement.binding_since) == (Status.IN_FORCE, date(2026, 2, 10))


def test_the_later_day_binds_whoever_is_recorded_last() -> None:
    life = given(drafted(), signed(KREIS, on=date(2026, 2, 10)), signed(LAND, on=date(2026, 1, 29)))
    assert life.agreement.binding_since == date(2026, 2, 10)


def test_one_side_alone_does_not_bind() -> None:
    for party in (LAND, KREIS):
        assert given(drafted(), signed(party)).agreement.status is Status.PARTLY_SIGNED


def test_nobody_signs_other_terms_than_drafted() -> None:
    given(drafted()).when(sign(terms_hash="0" * 64)).then_refused(OTHER_TERMS, saying=HASH[:12])


def test_nobody_signs_an_earlier_draft() -> None:
    revised = Happened(DraftRevised(terms=RETITLED, terms_hash=sha256_of(RETITLED)), date(2026, 1, 20))
    given(drafted(), revised).when(sign()).then_refused(OTHER_TERMS, saying=sha256_of(RETITLED)[:12])
    given(drafted(), revised).when(sign(terms_hash=sha256_of(RETITLED))).then_nothing_noticed()


def test_nobody_signs_twice() -> None:
    given(drafted(), signed(LAND)).when(sign()).then_refused(SIGNED_TWICE, saying="Ministerium")


def test_nobody_signs_for_a_body_that_is_no_party() -> None:
    given(drafted()).when(sign(), by=replace(COUNTY, party="celle")).then_refused(PARTY_MISSING, saying="celle")


def test_nobody_in_the_role_of_one_side_signs_for_the_other() -> None:
    given(drafted()).when(sign(), by=replace(COUNTY, party="ni-ms")).then_refused(PARTY_MISSING, saying="Kommune")


def test_who_signs_stands_in_the_register() -> None:
    given(drafted()).when(sign(by="unbekannt")).then_refused(UNKNOWN_PERSON, saying="unbekannt")


@pytest.mark.parametrize("life", [(drafted(), DraftWithdrawn()), an_agreement_in_force()], ids=["withdrawn", "binding"])
def test_only_a_draft_is_signed(life: tuple[Life, ...]) -> None:
    given(*life).when(sign()).then_refused(WRONG_STATUS, saying="Unterzeichnen")


def test_a_signature_dated_before_the_draft_is_noticed() -> None:
    life = given(drafted(on=date(2026, 1, 30)))
    life.when(sign(date(2026, 1, 29))).then_noticed(SIGNED_BEFORE_DRAFT, saying="29.01.2026")
    life.when(sign(date(2026, 1, 30))).then_nothing_noticed()


def test_a_late_record_of_an_early_signature_is_noticed_for_both() -> None:
    late = sign(date(2026, 1, 10), reason="Das Papier lag im Umlauf.")
    given(drafted()).when(late, today=date(2026, 3, 1)).then_noticed(RECORDED_LATE, SIGNED_BEFORE_DRAFT)


def test_a_second_person_confirms_the_transcription() -> None:
    after = given(an_agreement_in_force()).when(confirm()).then(TranscriptionConfirmed(terms_hash=HASH)).recorded
    assert after.agreement.transcription_confirmed


def test_who_entered_the_terms_does_not_confirm_them() -> None:
    given(an_agreement_in_force()).when(confirm(), by=CLERK).then_refused(OWN_TRANSCRIPTION)


def test_a_transcription_is_confirmed_once() -> None:
    given(*CONFIRMED).when(confirm()).then_refused(TRANSCRIPTION_CONFIRMED)


def test_only_the_terms_as_they_stand_are_confirmed() -> None:
    given(an_agreement_in_force()).when(confirm("0" * 64)).then_refused(OTHER_TRANSCRIPTION)


def test_nothing_is_compared_on_a_day_before_all_had_signed() -> None:
    life = given(an_agreement_in_force())
    life.when(confirm(on=date(2026, 2, 9))).then_refused(OUT_OF_SEQUENCE, saying="10.02.2026")
    life.when(confirm(on=date(2026, 2, 10))).then_nothing_noticed()


@pytest.mark.parametrize("life", [(drafted(),), (drafted(), signed(LAND))], ids=["drafted", "partly signed"])
def test_nothing_is_compared_before_all_have_signed(life: tuple[Life, ...]) -> None:
    given(*life).when(confirm()).then_refused(WRONG_STATUS, saying="in Kraft")
    given(*life).when(correct()).then_refused(WRONG_STATUS, saying="in Kraft")


def test_a_correction_takes_the_terms_of_the_paper_and_needs_a_new_comparison() -> None:
    fact = TranscriptionCorrected(terms=RETITLED, terms_hash=sha256_of(RETITLED))
    agreement = given(*CONFIRMED).when(correct(), by=MINISTRY).then(fact).then_nothing_noticed().recorded.agreement
    assert (agreement.terms, agreement.terms_version, agreement.terms_hash) == (RETITLED, 2, sha256_of(RETITLED))
    assert (agreement.status, agreement.transcription_confirmed) == (Status.IN_FORCE, False)
    assert agreement.drafted_on == date(2026, 1, 15), "a correction is no new draft"


@pytest.mark.parametrize(("by", "granted"), [(MINISTRY, False), (CLERK, True)])
def test_who_corrected_does_not_confirm_the_correction(by: Actor, granted: bool) -> None:
    corrected = given(*CONFIRMED).when(correct(), by=MINISTRY).recorded
    outcome = corrected.when(confirm(sha256_of(RETITLED)), by=by)
    if granted:
        outcome.then_nothing_noticed()
    else:
        outcome.then_refused(OWN_TRANSCRIPTION)


def test_a_correction_says_why() -> None:
    given(*CONFIRMED).when(correct(reason=None)).then_refused(REASON_MISSING)


def test_a_correction_is_held_to_the_rules_of_terms() -> None:
    window = HEIDEKREIS.assessment.model_copy(update={"opens_on": date(2026, 12, 31)})
    wrong = HEIDEKREIS.model_copy(update={"assessment": window})
    given(*CONFIRMED).when(correct(wrong)).then_refused(WINDOW_CONTRADICTS, saying="31.12.2026")
    given(*CONFIRMED).when(correct(in_year(HEIDEKREIS, 2027))).then_refused(IDENTITY_CHANGED)


def test_a_correction_gives_no_line_id_a_new_meaning() -> None:
    women, men = agreed(a_line(at_least("1"), sex=Sex.WOMEN)), agreed(a_line(at_least("1"), sex=Sex.MEN))
    given(an_agreement_in_force(women)).when(correct(men)).then_refused(ID_REUSED)
