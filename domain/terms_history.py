"""The terms through time: every version that came to hold, and the amendment still to be signed."""

from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache

from domain import facts
from domain.record import Record
from domain.terms import Terms
from domain.values import Month, PartyId, PersonId, Sha256, Slug


@dataclass(frozen=True, slots=True)
class TermsVersion:
    """Terms as they held from a day on; the first version holds from the start."""

    number: int
    terms: Terms
    terms_hash: Sha256
    entered_by: PersonId
    effective_from: date = date.min


@dataclass(frozen=True, slots=True)
class Amendment:
    """Changed terms on the table."""

    id: Slug
    terms: Terms
    terms_hash: Sha256
    entered_by: PersonId
    effective_from: date
    proposed_by: PartyId | None
    proposed_on: date
    signed_on: Mapping[PartyId, date] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class TermsHistory:
    """Every version of the terms that came to hold, oldest first, and the amendment still to be signed."""

    versions: tuple[TermsVersion, ...]
    pending: Amendment | None = None

    @property
    def latest(self) -> TermsVersion:
        """The version agreed last."""
        return self.versions[-1]

    def at(self, month: Month) -> TermsVersion:
        """The version that governs a month: the last one in force by its end."""
        end = _end_of(month)
        return next(version for version in reversed(self.versions) if version.effective_from <= end)


@lru_cache
def _end_of(month: Month) -> date:
    year, number = int(month[:4]), int(month[5:])
    return date(year, number, monthrange(year, number)[1])


def begun(record: Record, fact: facts.AgreementDrafted) -> TermsHistory:
    """The terms as drafted first."""
    return TermsHistory((TermsVersion(1, fact.terms, fact.terms_hash, record.provenance.actor),))


def evolve(history: TermsHistory, record: Record) -> TermsHistory:
    """The terms after one more record."""
    match record.fact:
        case facts.DraftRevised() | facts.TranscriptionCorrected() as fact:
            return _corrected(history, fact, record.provenance.actor)
        case facts.AmendmentProposed() as fact:
            return replace(history, pending=_proposed(record, fact))
        case facts.AmendmentWithdrawn():
            return replace(history, pending=None)
        case facts.AmendmentSigned() as fact:
            return _signed(history, fact.party, record.occurred_on)
        case _:
            return history


def _proposed(record: Record, fact: facts.AmendmentProposed) -> Amendment:
    return Amendment(
        id=fact.amendment_id,
        terms=fact.terms,
        terms_hash=fact.terms_hash,
        entered_by=record.provenance.actor,
        effective_from=fact.effective_from,
        proposed_by=record.provenance.party,
        proposed_on=record.occurred_on,
    )


def _corrected(
    history: TermsHistory, fact: facts.DraftRevised | facts.TranscriptionCorrected, by: PersonId
) -> TermsHistory:
    latest = history.latest
    version = TermsVersion(latest.number + 1, fact.terms, fact.terms_hash, by, latest.effective_from)
    return replace(history, versions=(*history.versions, version))


def _signed(history: TermsHistory, party: PartyId, day: date) -> TermsHistory:
    pending = history.pending
    assert pending is not None, "only a pending amendment is signed"
    signed = {**pending.signed_on, party: day}
    if not history.latest.terms.party_ids <= signed.keys():
        return replace(history, pending=replace(pending, signed_on=signed))
    number = history.latest.number + 1
    version = TermsVersion(number, pending.terms, pending.terms_hash, pending.entered_by, pending.effective_from)
    return TermsHistory((*history.versions, version))
