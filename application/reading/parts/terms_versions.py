"""The terms through time: every version with who entered, signed and compared it, and the amendment on the table."""

from datetime import date

from application.reading.parts.part import Statements
from application.reading.sources import Counting, Source
from domain import terms_history
from domain.facts import AgreementSigned, AmendmentProposed, AmendmentSigned, TranscriptionConfirmed
from domain.facts.signing import Document, Signatory, SignatureForm
from domain.reasons import Reason
from domain.record import Record
from domain.terms import Terms
from domain.terms_history import TermsHistory
from domain.values import Frozen, PartyId, Sha256, Slug, Words

VERSION = Reason("version_of_terms", "Fassung {number}")
PROPOSED_AMENDMENT = Reason("proposed_amendment", "Vorgeschlagene Änderung {amendment}")
TO_HOLD = Reason("to_hold", "soll ab dem {since} gelten, {signed}")
HOLDS = Reason("version_holds", "{since}, {signed}, {compared}, SHA-256 {hash}")
HOLDS_FROM = Reason("holds_from", "gilt ab dem {day}")
ALWAYS_HELD = Reason("always_held", "gilt von Anfang an")
COMPARED = Reason("compared_with_paper", "mit dem Papier abgeglichen")
NOT_COMPARED = Reason("not_compared_with_paper", "nicht mit dem Papier abgeglichen")
SIGNED_BY = Reason("signed_by", "unterzeichnet von {parties}")
SIGNED_ON = Reason("party_signed_on", "{party} am {day}")
UNSIGNED = Reason("without_signatures", "ohne eigene Unterschrift")


class SignatureEntry(Frozen):
    """A party's signature."""

    party: PartyId
    signatory: Signatory
    form: SignatureForm
    place: str
    document: Document
    source: Source


class TermsEntry(Frozen):
    """A version of the terms.

    `effective_from` is null for terms that hold from the start; `entered` is the record that brought them, `confirmed`
    the one by which a second person found them equal to the signed paper. Signatures stand at the version they were
    given for; a corrected transcription has none of its own.
    """

    number: int
    terms_hash: Sha256
    effective_from: date | None
    entered: Source
    signatures: tuple[SignatureEntry, ...]
    confirmed: Source | None
    terms: Terms


class PendingAmendment(Frozen):
    """Changed terms that not every party has signed."""

    amendment_id: Slug
    terms_hash: Sha256
    effective_from: date
    proposed: Source
    signatures: tuple[SignatureEntry, ...]
    terms: Terms


class TermsThroughTime(Frozen):
    """Every version that came to hold, oldest first, and the amendment still to be signed."""

    versions: tuple[TermsEntry, ...]
    pending: PendingAmendment | None


def terms_versions(counting: Counting) -> TermsThroughTime:
    """The terms as drafted first, and everything that became of them."""
    first, *later = counting.records
    known = Counting((first,), {}).terms
    told = TermsThroughTime(versions=(_entry(known, counting.source(first), ()),), pending=None)
    for record in later:
        known, before = terms_history.evolve(known, record), known
        told = _evolve(told, before, known, record, counting.source(record))
    return told


def statements(counting: Counting) -> Statements:
    """Since when each version holds, and by whose signatures."""
    through_time = terms_versions(counting)
    said = {VERSION.said(number=one.number): _holds(one) for one in through_time.versions}
    pending = through_time.pending
    if pending:
        proposed = PROPOSED_AMENDMENT.said(amendment=pending.amendment_id)
        said[proposed] = TO_HOLD.said(since=pending.effective_from, signed=_signed(pending.signatures))
    return said


def _holds(version: TermsEntry) -> Words:
    return HOLDS.said(
        since=HOLDS_FROM.said(day=version.effective_from) if version.effective_from else ALWAYS_HELD.said(),
        signed=_signed(version.signatures),
        compared=(COMPARED if version.confirmed else NOT_COMPARED).said(),
        hash=version.terms_hash,
    )


def _signed(signatures: tuple[SignatureEntry, ...]) -> Words:
    by = tuple(SIGNED_ON.said(party=one.party, day=one.source.occurred_on) for one in signatures)
    return SIGNED_BY.said(parties=by) if by else UNSIGNED.said()


def _evolve(
    told: TermsThroughTime, before: TermsHistory, known: TermsHistory, record: Record, source: Source
) -> TermsThroughTime:
    pending = told.pending
    match record.fact:
        case AgreementSigned() as fact:
            signatures = (*told.versions[-1].signatures, _signature(fact, source))
            return _with_latest(told, signatures=signatures)
        case TranscriptionConfirmed():
            return _with_latest(told, confirmed=source)
        case AmendmentProposed() as fact:
            return told.model_copy(update={"pending": _pending(fact, source)})
        case AmendmentSigned() as fact if pending is not None:
            signatures = (*pending.signatures, _signature(fact, source))
            if known.pending is not None:
                return told.model_copy(update={"pending": pending.model_copy(update={"signatures": signatures})})
            entry = _entry(known, pending.proposed, signatures)
            return TermsThroughTime(versions=(*told.versions, entry), pending=None)
    if len(known.versions) > len(before.versions):
        return told.model_copy(update={"versions": (*told.versions, _entry(known, source, ()))})
    return told.model_copy(update={"pending": None}) if known.pending is None else told


def _with_latest(told: TermsThroughTime, **changed: object) -> TermsThroughTime:
    *earlier, latest = told.versions
    return told.model_copy(update={"versions": (*earlier, latest.model_copy(update=changed))})


def _entry(known: TermsHistory, entered: Source, signatures: tuple[SignatureEntry, ...]) -> TermsEntry:
    version = known.latest
    return TermsEntry(
        number=version.number,
        terms_hash=version.terms_hash,
        effective_from=None if version.effective_from == date.min else version.effective_from,
        entered=entered,
        signatures=signatures,
        confirmed=None,
        terms=version.terms,
    )


def _pending(fact: AmendmentProposed, source: Source) -> PendingAmendment:
    return PendingAmendment(
        amendment_id=fact.amendment_id,
        terms_hash=fact.terms_hash,
        effective_from=fact.effective_from,
        proposed=source,
        signatures=(),
        terms=fact.terms,
    )


def _signature(fact: AgreementSigned | AmendmentSigned, source: Source) -> SignatureEntry:
    return SignatureEntry(
        party=fact.party,
        signatory=fact.signatory,
        form=fact.form,
        place=fact.place,
        document=fact.document,
        source=source,
    )
