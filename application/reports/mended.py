"""Retractions and disputes."""

from collections.abc import Iterable, Iterator
from datetime import date

from pydantic import Field

from application.reports.row import EntryRow, Life, place
from domain.facts import RecordDisputed, RecordRetracted
from domain.values import PartyId, Words


class Mended(EntryRow):
    """An entry that takes back or disputes another one."""

    occurred_on: date = Field(title="rechtlicher Tag")
    party: PartyId | None = Field(title="durch")
    office: str = Field(title="Funktion")
    about_version: int = Field(title="betrifft Stand")
    about_title: Words = Field(title="betrifft")
    about_party: PartyId | None = Field(title="festgehalten für")
    says: str | None = Field(title="Grund")
    replaced_by: int | None = Field(title="ersetzt durch Stand")


def mended(lives: Iterable[Life], on: date) -> Iterator[Mended]:  # noqa: ARG001 - all reports are asked alike
    """Every retraction and dispute, with what it is about."""
    for life in lives:
        by_version = {record.version: record for record in life}
        for record in life:
            match record.fact:
                case RecordRetracted() as fact:
                    says, replaced_by = record.provenance.reason, fact.replaced_by
                case RecordDisputed() as fact:
                    says, replaced_by = fact.says, None
                case _:
                    continue
            about = by_version[fact.version]
            yield Mended.model_validate(
                {
                    **place(record),
                    "occurred_on": record.occurred_on,
                    "party": record.provenance.party,
                    "office": record.provenance.office,
                    "about_version": about.version,
                    "about_title": about.fact.title,
                    "about_party": about.provenance.party,
                    "says": says,
                    "replaced_by": replaced_by,
                }
            )
