"""Who signed, by the register of persons, and whether the commitment in the entry opens."""

from collections.abc import Iterable, Iterator
from datetime import date

from application.ports import Journal, Persons
from application.reading.agreement_at import visible
from domain.facts import AgreementSigned, AmendmentSigned
from domain.reasons import Reason
from domain.record import Actor, Record, Role
from domain.rulebook.any_act import NOT_PERMITTED
from domain.values import AgreementId, Frozen, PartyId, PersonId, Sha256, Words


class SignedBy(Frozen):
    """A signature: the person by id and, unless erased, by name; `opens` is null when the name was erased."""

    version: int
    position: int
    what: Words
    """The title of the entry."""
    occurred_on: date
    party: PartyId
    person: PersonId
    name: str | None
    office: str
    capacity: str | None
    name_commitment: Sha256
    opens: bool | None
    """Whether name and salt of the register make the commitment of the entry; null when the name was erased."""


def signatories(journal: Journal, persons: Persons, actor: Actor, agreement_id: AgreementId) -> tuple[SignedBy, ...]:
    """Every signature under an agreement and its amendments; refuses everybody but auditors, within their scope."""
    NOT_PERMITTED.refuse_if(
        actor.role is not Role.AUDITOR,
        role=actor.role,
        act=Reason("read_signatories", "Unterzeichnende nennen"),
        permitted=Role.AUDITOR,
    )
    return tuple(_signed(visible(journal, actor, agreement_id).records, persons))


def _signed(records: Iterable[Record], persons: Persons) -> Iterator[SignedBy]:
    for record in records:
        if isinstance(record.fact, AgreementSigned | AmendmentSigned):
            signatory = record.fact.signatory
            known = persons.find(signatory.person)
            yield SignedBy(
                version=record.version,
                position=record.position,
                what=record.fact.title,
                occurred_on=record.occurred_on,
                party=record.fact.party,
                person=signatory.person,
                name=known.name if known else None,
                office=signatory.office,
                capacity=signatory.capacity,
                name_commitment=signatory.name_commitment,
                opens=persons.opens(signatory.person, signatory.name_commitment),
            )
