"""Facts of signing."""

from enum import StrEnum

from domain.record import Fact
from domain.terms import Terms
from domain.values import Frozen, PartyId, PersonId, Sha256, Text, Year


class Document(Frozen):
    """A document kept outside the log, known by its SHA-256 and its file reference (Aktenzeichen)."""

    sha256: Sha256
    title: Text
    file_reference: Text
    retain_until: Year | None = None


class Signatory(Frozen):
    """Who signed: a person by id and commitment of the name, in an office."""

    person: PersonId
    name_commitment: Sha256
    office: Text
    capacity: Text | None = None
    """Such as "In Vertretung"."""


class SignatureForm(StrEnum):
    """How a signature was given."""

    PAPER = "paper"
    ELECTRONIC = "electronic"


class AgreementSigned(Fact):
    """A party signed the drafted terms; the last signature binds all (S)."""

    title = "Vereinbarung unterzeichnet"
    clause = "S"

    party: PartyId
    terms_hash: Sha256
    signatory: Signatory
    form: SignatureForm
    place: Text
    document: Document
    """The scan of the signed paper, or the report on the electronic signature."""


class TranscriptionConfirmed(Fact):
    """A second person compared the entered terms with the signed paper and found them equal (S)."""

    title = "Abschrift bestätigt"
    clause = "S"

    terms_hash: Sha256


class TranscriptionCorrected(Fact):
    """The entered terms differed from the signed paper and were corrected to it (S)."""

    title = "Abschrift berichtigt"
    clause = "S"

    terms: Terms
    terms_hash: Sha256
