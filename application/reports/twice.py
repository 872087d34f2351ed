"""Where one person acted twice: both pairs of the four eyes, both sides, or two roles.

The service refuses some of these pairs; a row about one of them means that an entry came past it.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import product
from typing import get_args

from pydantic import Field

from application.reports.row import EntryRow, Life, place
from domain import facts
from domain.german import german
from domain.record import Record
from domain.values import AgreementId, PersonId, Words

Key = tuple[str, ...]
TERMS = (facts.AgreementDrafted, facts.DraftRevised, facts.TranscriptionCorrected, facts.AmendmentProposed)
ASSESSMENTS = (facts.FinalAssessmentMade, facts.AssessmentRevised)
BY_ONE = (
    (facts.FiguresDelivered, facts.FiguresReleased),
    (facts.FiguresDelivered, facts.FiguresRejected),
    (facts.FigureFileDelivered, facts.FigureFileReleased),
    (facts.FigureFileDelivered, facts.FigureFileRejected),
    *((terms, facts.TranscriptionConfirmed) for terms in TERMS),
    (facts.MinutesConfirmed, facts.MinutesConfirmed),
    *product(ASSESSMENTS, (facts.AssessmentAcknowledged, facts.AssessmentContested)),
    (facts.AssessmentContested, facts.ContestAnswered),
    *((fact, facts.RecordDisputed) for fact in get_args(facts.AnyFact)),
)
"""Every pair that only counts if the same person recorded both."""
BY_SIGNATORY = (facts.AgreementSigned, facts.AmendmentSigned)
"""Two of these also count if others recorded the same person's signatures."""
_AGREEMENT = ""
"""In the place of an amendment's id."""


class ActedTwice(EntryRow):
    """The second of two acts of one person, and where the first one stands."""

    person: PersonId = Field(title="Person")
    office: str = Field(title="Funktion")
    what: str = Field(title="zweimal")
    first_agreement_id: AgreementId = Field(title="zuerst in")
    first_version: int = Field(title="zuerst Stand")
    first_title: Words = Field(title="zuerst")


def acted_twice(lives: Iterable[Life], on: date) -> Iterator[ActedTwice]:  # noqa: ARG001 - all reports are asked alike
    """Every second act of one person where two persons or two sides are meant to act."""
    roles: dict[PersonId, dict[str, Record]] = {}
    for life in lives:
        first: dict[Key, list[Record]] = {}
        by_version = {record.version: record for record in life}
        for record in life:
            for key in _begins(record):
                first.setdefault(key, []).append(record)
            for what, earlier in _completes(record, first, by_version):
                if _same_person(earlier, record):
                    yield _row(record, earlier, what)
            known = roles.setdefault(record.provenance.actor, {})
            known[_role(record)] = min(record, known.get(_role(record), record), key=_position)
    begun = (sorted(known.values(), key=_position) for known in roles.values())
    for first_acts in sorted(begun, key=lambda acts: acts[0].position):
        yield from _in_two_roles(first_acts)


def _begins(record: Record) -> Iterator[Key]:
    """The part of this entry that another person must answer."""
    match record.fact:
        case facts.FiguresDelivered(delivery_id=name):
            yield "delivery", name
        case facts.FigureFileDelivered(file_id=name):
            yield "file", name
        case facts.AgreementSigned(party=party):
            yield "signature", _AGREEMENT, party
        case facts.AmendmentSigned(amendment_id=name, party=party):
            yield "signature", name, party
        case facts.MinutesConfirmed(dialog_id=name, party=party):
            yield "minutes", name, party
        case facts.FinalAssessmentMade() | facts.AssessmentRevised():
            yield ("assessment",)
        case facts.AssessmentContested():
            yield ("contest",)
        case fact if (terms_hash := getattr(fact, "terms_hash", None)) and hasattr(fact, "terms"):
            yield "terms", terms_hash
        case _:
            return


def _completes(
    record: Record, first: dict[Key, list[Record]], by_version: dict[int, Record]
) -> Iterator[tuple[str, Record]]:
    """The earlier entries that this one answers, and what both are together."""

    def begun(what: str, *start: str) -> Iterator[tuple[str, Record]]:
        found = (one for key, records in first.items() if key[: len(start)] == start for one in records)
        return ((what, one) for one in found if one is not record)

    match record.fact:
        case facts.FiguresReleased(delivery_id=name) | facts.FiguresRejected(delivery_id=name):
            yield from begun("geliefert und darüber entschieden", "delivery", name)
        case facts.FigureFileReleased(file_id=name) | facts.FigureFileRejected(file_id=name):
            yield from begun("geliefert und darüber entschieden", "file", name)
        case facts.TranscriptionConfirmed(terms_hash=terms_hash):
            yield from begun("Bedingungen eingegeben und bestätigt", "terms", terms_hash)
        case facts.AgreementSigned():
            yield from begun("beide Unterschriften eingetragen", "signature", _AGREEMENT)
        case facts.AmendmentSigned(amendment_id=name):
            yield from begun("beide Unterschriften eingetragen", "signature", name)
        case facts.MinutesConfirmed(dialog_id=name):
            yield from begun("Protokoll für beide Seiten bestätigt", "minutes", name)
        case facts.AssessmentAcknowledged() | facts.AssessmentContested():
            yield from begun("bewertet und die Bewertung beantwortet", "assessment")
        case facts.ContestAnswered():
            yield from begun("beanstandet und die Beanstandung beantwortet", "contest")
        case facts.RecordDisputed(version=version):
            if disputed := by_version.get(version):
                yield "festgehalten und bestritten", disputed
        case _:
            return


def _same_person(earlier: Record, record: Record) -> bool:
    """Whether one person did both, or signed as the signatory of both parties."""
    one, other = getattr(earlier.fact, "signatory", None), getattr(record.fact, "signatory", None)
    signed_both = one is not None and other is not None and one.person == other.person
    return earlier.provenance.actor == record.provenance.actor or signed_both


def _in_two_roles(begun: Sequence[Record]) -> Iterator[ActedTwice]:
    """From a person's first acts in each role, in the order of the log: those in a further one."""
    first, *further = begun
    for record in further:
        yield _row(record, first, f"gehandelt als {_role(first)} und als {_role(record)}")


def _role(record: Record) -> str:
    """Role, and party if it acted for one."""
    provenance = record.provenance
    return f"{german(provenance.role)}{f' ({provenance.party})' if provenance.party else ''}"


def _position(record: Record) -> int:
    return record.position


def _row(record: Record, earlier: Record, what: str) -> ActedTwice:
    return ActedTwice.model_validate(
        {
            **place(record),
            "person": record.provenance.actor,
            "office": record.provenance.office,
            "what": what,
            "first_agreement_id": earlier.stream_id,
            "first_version": earlier.version,
            "first_title": earlier.fact.title,
        }
    )
