"""Facts of changing and ending an agreement."""

from domain.facts.signing import Document, Signatory, SignatureForm
from domain.record import Fact
from domain.terms import Terms
from domain.values import Day, PartyId, Sha256, Slug, Text


class AmendmentProposed(Fact):
    """A party put changed terms on the table, to hold from a day on (S)."""

    title = "Änderung vorgeschlagen"
    clause = "S"

    amendment_id: Slug
    terms: Terms
    terms_hash: Sha256
    effective_from: Day


class AmendmentSigned(Fact):
    """A party signed changed terms; the last signature binds all (S)."""

    title = "Änderung unterzeichnet"
    clause = "S"

    amendment_id: Slug
    party: PartyId
    terms_hash: Sha256
    signatory: Signatory
    form: SignatureForm
    place: Text
    document: Document


class AmendmentWithdrawn(Fact):
    """The party that had proposed changed terms took them back (S)."""

    title = "Änderung zurückgezogen"
    clause = "S"

    amendment_id: Slug


class AgreementTerminated(Fact):
    """A party ended the agreement before it was judged (S)."""

    title = "Vereinbarung gekündigt"
    clause = "S"

    party: PartyId
    document: Document
