"""Signing: signatures, and the comparison of what was entered with what was signed."""

from typing import Protocol

from domain.acts.common import decides, must_be, must_follow, must_give_a_reason, own_party
from domain.acts.drafting import must_stay_the_same_agreement
from domain.contradictions import remarks
from domain.facts import AgreementSigned, TranscriptionConfirmed, TranscriptionCorrected
from domain.facts.signing import Document, Signatory, SignatureForm
from domain.record import LAND, PARTIES, Context, Decided, Request
from domain.rulebook.any_act import AFTER_SIGNING, UNKNOWN_PERSON
from domain.rulebook.signing import (
    OTHER_TERMS,
    OTHER_TRANSCRIPTION,
    OWN_TRANSCRIPTION,
    SIGNED_BEFORE_DRAFT,
    SIGNED_TWICE,
    TRANSCRIPTION_CONFIRMED,
)
from domain.state import Agreement, Status
from domain.terms import Terms
from domain.values import PersonId, Sha256, Text, sha256_of


class SignAgreement(Request):
    """Have a party's signature recorded; `occurred_on` is the day it was given."""

    title = "Unterzeichnen"
    title_en = "sign"
    permitted = PARTIES

    terms_hash: Sha256
    signatory: PersonId
    office: Text
    signs_as: Text | None = None
    """The signatory's capacity, such as "In Vertretung"; `capacity` is that of who has it recorded."""
    form: SignatureForm
    place: Text
    document: Document


class ConfirmTranscription(Request):
    """State that the entered terms equal the signed paper."""

    title = "Abschrift bestätigen"
    title_en = "confirm the transcription"
    permitted = LAND

    terms_hash: Sha256


class CorrectTranscription(Request):
    """Correct the entered terms to the signed paper."""

    title = "Abschrift berichtigen"
    title_en = "correct the transcription"
    permitted = LAND

    terms: Terms


@decides(SignAgreement)
def sign_agreement(agreement: Agreement, request: SignAgreement, context: Context) -> Decided:
    """A party's signature under the terms as drafted."""
    must_be(agreement, {Status.DRAFTED, Status.PARTLY_SIGNED}, request)
    party = own_party(agreement.terms, context.actor)
    SIGNED_TWICE.refuse_if(party.id in agreement.signed_on, party=party.name)
    must_be_the_terms(agreement, request.terms_hash)
    return Decided(
        AgreementSigned(
            party=party.id,
            terms_hash=request.terms_hash,
            signatory=signed_by(request, context),
            form=request.form,
            place=request.place,
            document=request.document,
        ),
        findings=SIGNED_BEFORE_DRAFT.notice_if(
            request.occurred_on < agreement.drafted_on, day=request.occurred_on, drafted=agreement.drafted_on
        ),
    )


@decides(ConfirmTranscription)
def confirm_transcription(agreement: Agreement, request: ConfirmTranscription, context: Context) -> Decided:
    """A second person's word that the entered terms are the signed ones."""
    must_be(agreement, {Status.IN_FORCE}, request)
    TRANSCRIPTION_CONFIRMED.refuse_if(agreement.transcription_confirmed)
    OWN_TRANSCRIPTION.refuse_if(context.actor.person == agreement.entered_by)
    entered, compared = agreement.terms_hash, request.terms_hash
    OTHER_TRANSCRIPTION.refuse_if(compared != entered, entered=entered[:12], compared=compared[:12])
    must_follow(request, agreement.binding_since, AFTER_SIGNING)
    return Decided(TranscriptionConfirmed(terms_hash=request.terms_hash))


@decides(CorrectTranscription)
def correct_transcription(agreement: Agreement, request: CorrectTranscription, context: Context) -> Decided:
    """The terms as the signed paper has them."""
    must_be(agreement, {Status.IN_FORCE}, request)
    must_give_a_reason(request)
    must_follow(request, agreement.binding_since, AFTER_SIGNING)
    must_stay_the_same_agreement(agreement, request.terms)
    fact = TranscriptionCorrected(terms=request.terms, terms_hash=sha256_of(request.terms))
    return Decided(fact, remarks(request.terms))


def must_be_the_terms(agreement: Agreement, terms_hash: Sha256) -> None:
    """Refuse another hash than that of the terms as they stand."""
    OTHER_TERMS.refuse_if(terms_hash != agreement.terms_hash, drafted=agreement.terms_hash[:12], signed=terms_hash[:12])


class Signature(Protocol):
    """Fields of any request to record a signature that describe the signatory."""

    @property
    def signatory(self) -> PersonId: ...
    @property
    def office(self) -> str: ...
    @property
    def signs_as(self) -> str | None: ...


def signed_by(request: Signature, context: Context) -> Signatory:
    """A registered person in an office, by id and commitment; refuses one not in the register."""
    commitment = context.commitments.get(request.signatory)
    if commitment is None:
        UNKNOWN_PERSON.refuse(person=request.signatory)
    return Signatory(
        person=request.signatory, name_commitment=commitment, office=request.office, capacity=request.signs_as
    )
