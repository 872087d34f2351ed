"""What became otherwise between two moments of an agreement: a list to read, and the entries it came by."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from uuid import UUID

from application.history.differences import differences
from application.ports import Journal
from application.reading import visible
from application.stands import SAID, Area, Said, Stand, stand
from domain.record import Actor, Record, Role
from domain.rulebook.mending import NO_SUCH_RECORD
from domain.values import AgreementId, Frozen, Instant, PersonId

Moment = int | datetime
"""A version of the agreement (0 = before its first entry), or an instant whose knowledge counts."""


class Change(Frozen):
    """One thing before and after, in German; null where there was or is none."""

    area: Area
    says: str
    before: str | None
    after: str | None


class EntryBetween(Frozen):
    """An entry recorded between the two moments, whatever it changed."""

    version: int
    position: int
    event_id: UUID
    title: str
    occurred_on: date
    recorded_at: Instant
    actor: PersonId
    role: Role
    reason: str | None


class AgreementDifference(Frozen):
    """Everything that became otherwise between two versions of an agreement, and every entry between them."""

    agreement_id: AgreementId
    before_version: int
    after_version: int
    changes: tuple[Change, ...]
    entries: tuple[EntryBetween, ...]


def difference(
    journal: Journal, actor: Actor, agreement_id: AgreementId, before: Moment, after: Moment
) -> AgreementDifference:
    """What differs between two moments, whichever comes first; refuses a version that does not exist."""
    _, records = visible(journal, actor, agreement_id)
    old, new = _version(records, before), _version(records, after)
    between = records[min(old, new) : max(old, new)]
    return AgreementDifference(
        agreement_id=agreement_id,
        before_version=old,
        after_version=new,
        changes=tuple(changes(records[:old], records[:new])),
        entries=tuple(map(_entry, between)),
    )


def changes(old: Sequence[Record], new: Sequence[Record]) -> Iterator[Change]:
    """What differs between an agreement after some of its records and after others."""
    before, after = stand(old), stand(new)
    yield from _terms(before, after)
    for area, say in SAID.items():
        yield from _paired(area, say(before) if before else {}, say(after) if after else {})


def _version(records: Sequence[Record], moment: Moment) -> int:
    if isinstance(moment, datetime):
        return sum(record.recorded_at <= moment for record in records)
    NO_SUCH_RECORD.refuse_if(not 0 <= moment <= len(records), version=moment)
    return moment


def _entry(record: Record) -> EntryBetween:
    return EntryBetween(
        version=record.version,
        position=record.position,
        event_id=record.event_id,
        title=record.fact.title,
        occurred_on=record.occurred_on,
        recorded_at=record.recorded_at,
        actor=record.provenance.actor,
        role=record.provenance.role,
        reason=record.provenance.reason,
    )


def _paired(area: Area, old: Said, new: Said) -> Iterator[Change]:
    for says in dict.fromkeys((*old, *new)):
        if old.get(says) != new.get(says):
            yield Change(area=area, says=says, before=old.get(says), after=new.get(says))


def _terms(old: Stand | None, new: Stand | None) -> Iterator[Change]:
    if old is not None and new is not None:
        for one in differences(old.agreement.terms, new.agreement.terms):
            yield Change(area=Area.TERMS, says=one.says, before=one.before, after=one.after)
