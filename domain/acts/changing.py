"""Changing: propose, sign and withdraw an amendment; end the agreement."""

from domain.acts.common import as_asked, decides, must_be, must_follow, must_give_a_reason, own_party
from domain.acts.drafting import must_stay_the_same_agreement
from domain.acts.signing import signed_by
from domain.contradictions import remarks
from domain.facts import AgreementTerminated, AmendmentProposed, AmendmentSigned, AmendmentWithdrawn
from domain.facts.signing import Document, SignatureForm
from domain.record import PARTIES, Context, Decided, Request
from domain.rulebook.any_act import AFTER_PROPOSAL, AFTER_SIGNING
from domain.rulebook.changing import (
    AMENDMENT_ID_USED,
    AMENDMENT_NOT_OURS,
    AMENDMENT_OUTSIDE_YEAR,
    AMENDMENT_PENDING,
    AMENDMENT_RETROACTIVE,
    NO_SUCH_AMENDMENT,
)
from domain.rulebook.signing import OTHER_TERMS, SIGNED_TWICE
from domain.state import Agreement, Status
from domain.terms import Terms
from domain.terms_history import Amendment
from domain.values import Day, PersonId, Sha256, Slug, Text, sha256_of

BINDING = frozenset({Status.IN_FORCE})


class ProposeAmendment(Request):
    """Put changed terms on the table, to hold from a day on."""

    title = "Änderung vorschlagen"
    title_en = "propose an amendment"
    permitted = PARTIES

    amendment_id: Slug
    terms: Terms
    effective_from: Day


class SignAmendment(Request):
    """Have a party's signature under changed terms recorded."""

    title = "Änderung unterzeichnen"
    title_en = "sign an amendment"
    permitted = PARTIES

    amendment_id: Slug
    terms_hash: Sha256
    signatory: PersonId
    office: Text
    signs_as: Text | None = None
    """The signatory's capacity, such as "In Vertretung"; `capacity` is that of who has it recorded."""
    form: SignatureForm
    place: Text
    document: Document


class WithdrawAmendment(Request):
    """Take changed terms back that not all have signed."""

    title = "Änderung zurückziehen"
    title_en = "withdraw an amendment"
    permitted = PARTIES

    amendment_id: Slug


class TerminateAgreement(Request):
    """Have recorded that a party ended the agreement."""

    title = "Vereinbarung kündigen"
    title_en = "terminate the agreement"
    permitted = PARTIES

    document: Document


@decides(ProposeAmendment)
def propose_amendment(agreement: Agreement, request: ProposeAmendment, context: Context) -> Decided:
    """Changed terms for the same agreement, while no other amendment is pending."""
    must_be(agreement, BINDING, request)
    must_give_a_reason(request)
    pending = agreement.history.pending
    AMENDMENT_PENDING.refuse_if(pending is not None, amendment=pending.id if pending else "")
    AMENDMENT_ID_USED.refuse_if(request.amendment_id in agreement.amendments, amendment=request.amendment_id)
    year = agreement.terms.year
    outside = request.effective_from.year != year or request.effective_from < agreement.history.latest.effective_from
    AMENDMENT_OUTSIDE_YEAR.refuse_if(outside, day=request.effective_from, year=year)
    must_stay_the_same_agreement(agreement, request.terms)
    return Decided(
        AmendmentProposed(
            amendment_id=request.amendment_id,
            terms=request.terms,
            terms_hash=sha256_of(request.terms),
            effective_from=request.effective_from,
        ),
        findings=(
            *AMENDMENT_RETROACTIVE.notice_if(
                request.effective_from < request.occurred_on, day=request.effective_from, proposed=request.occurred_on
            ),
            *remarks(request.terms),
        ),
    )


@decides(SignAmendment)
def sign_amendment(agreement: Agreement, request: SignAmendment, context: Context) -> Decided:
    """A party's signature under the amendment as proposed."""
    must_be(agreement, BINDING, request)
    party = own_party(agreement.terms, context.actor)
    amendment = pending(agreement, request.amendment_id)
    SIGNED_TWICE.refuse_if(party.id in amendment.signed_on, party=party.name)
    drafted, signed = amendment.terms_hash, request.terms_hash
    OTHER_TERMS.refuse_if(signed != drafted, drafted=drafted[:12], signed=signed[:12])
    must_follow(request, amendment.proposed_on, AFTER_PROPOSAL)
    return Decided(
        AmendmentSigned(
            amendment_id=amendment.id,
            party=party.id,
            terms_hash=request.terms_hash,
            signatory=signed_by(request, context),
            form=request.form,
            place=request.place,
            document=request.document,
        )
    )


@decides(WithdrawAmendment)
def withdraw_amendment(agreement: Agreement, request: WithdrawAmendment, context: Context) -> Decided:
    """The end of an amendment, by the party that proposed it."""
    must_be(agreement, BINDING, request)
    party = own_party(agreement.terms, context.actor)
    must_give_a_reason(request)
    amendment = pending(agreement, request.amendment_id)
    AMENDMENT_NOT_OURS.refuse_if(party.id != amendment.proposed_by, party=amendment.proposed_by or "–")
    return Decided(as_asked(AmendmentWithdrawn, request))


@decides(TerminateAgreement)
def terminate_agreement(agreement: Agreement, request: TerminateAgreement, context: Context) -> Decided:
    """The end of an agreement that binds, with its reason and the letter."""
    must_be(agreement, BINDING, request)
    party = own_party(agreement.terms, context.actor)
    must_give_a_reason(request)
    must_follow(request, agreement.binding_since, AFTER_SIGNING)
    return Decided(AgreementTerminated(party=party.id, document=request.document))


def pending(agreement: Agreement, amendment_id: Slug) -> Amendment:
    """The pending amendment; refuses any other."""
    found = agreement.history.pending
    if found is None or found.id != amendment_id:
        NO_SUCH_AMENDMENT.refuse(amendment=amendment_id)
    return found
