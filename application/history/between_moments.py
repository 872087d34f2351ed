"""Differences between two moments of an agreement, and the entries that led to them."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, datetime
from uuid import UUID

from application.history.differences import differences
from application.history.exports import difference_text
from application.history.words import said
from application.ports import Journal
from application.reading.agreement_at import AgreementAt, visible
from application.reading.parts import PARTS
from application.reading.parts.follow_up import effect_stated
from application.reading.parts.part import Area, Statements, because
from domain.attainment import in_words
from domain.facts import AmendmentProposed, AmendmentWithdrawn, RecordRetracted, TargetProposed
from domain.german import german, spoken
from domain.record import Actor, Record, Role
from domain.results import LineResult
from domain.rulebook.mending import NO_SUCH_RECORD
from domain.standing import standing
from domain.state import Agreement
from domain.terms import Terms
from domain.values import AgreementId, Frozen, Instant, PersonId


def _status(of: AgreementAt) -> Statements:
    agreement = of.agreement
    told = {"Lage": german(agreement.status), "Fassung der Bedingungen": str(agreement.terms_version)}
    told |= {f"Unterschrift {party}": spoken(day) for party, day in agreement.signed_on.items()}
    if agreement.binding_since:
        told["bindend seit"] = spoken(agreement.binding_since)
        told["Abschrift"] = "bestätigt" if agreement.transcription_confirmed else "nicht bestätigt"
    told |= {f"Eintrag {version}": "bestritten" for version in sorted(agreement.disputed)}
    retracted = (record.fact.version for record in of.records if isinstance(record.fact, RecordRetracted))
    return told | {f"Eintrag {version}": "zurückgenommen" for version in retracted}


def _proposals(of: AgreementAt) -> Statements:
    targets = {
        f"Zeile {fact.line_id}, Vorschlag von {source.party or source.office}": because(
            said("bound", fact.bound), fact.rationale
        )
        for fact, source in of.counting.of(TargetProposed)
    }
    withdrawn = {fact.amendment_id for fact, _ in of.counting.of(AmendmentWithdrawn)}
    amendments = {
        f"Änderung {fact.amendment_id}": _amendment(of.agreement, fact, fact.amendment_id in withdrawn)
        for fact, _ in of.counting.of(AmendmentProposed)
    }
    return targets | amendments


def _amendment(agreement: Agreement, fact: AmendmentProposed, withdrawn: bool) -> str:
    since, pending = f"ab dem {spoken(fact.effective_from)}", agreement.history.pending
    if pending is None or pending.id != fact.amendment_id:
        return "zurückgezogen" if withdrawn else f"von allen unterzeichnet, gilt {since}"
    signed = f"unterzeichnet von {', '.join(pending.signed_on) or 'niemandem'}"
    return f"vorgeschlagen {since}, {signed}: {_would_change(agreement.terms, fact.terms)}"


def _would_change(old: Terms, new: Terms) -> str:
    return "; ".join(map(difference_text, differences(old, new))) or "ohne Unterschied"


def _lines(of: AgreementAt) -> Statements:
    lines = (line for goal in standing(of.attainment) for line in goal.lines)
    return {f"Ziel {line.goal_id}, Zeile {line.line_id}": _stands(line) for line in lines}


def _stands(line: LineResult) -> str:
    if line.derivation is None:
        return in_words(line.state, line.caveats)
    found = line.derivation.compared
    value = f"{german(found.quantity)} {spoken(found.rounded)} {german(found.unit)}"
    return f"{in_words(line.state, line.caveats)}: {value} ({line.derivation.current.load_state})"


def _findings(of: AgreementAt) -> Statements:
    """Whether what was noticed was appraised."""
    assessment = of.agreement.assessment
    effects = {one.reference: one.has_effect for one in assessment.addressed} if assessment else {}
    return {
        f"{says} [{name}]": effect_stated(effects.get(name))
        for name, says in of.agreement.to_address.items()
        if name.startswith("finding:")
    }


OF_THE_WHOLE: tuple[tuple[Area, Callable[[AgreementAt], Statements]], ...] = (
    (Area.STATUS, _status),
    (Area.PROPOSALS, _proposals),
    (Area.LINES, _lines),
    (Area.APPRAISAL, _findings),
)
"""Statements about the whole agreement, beside those about its parts."""

Moment = int | datetime
"""A version of the agreement (0 = before its first entry), or an instant whose knowledge counts."""


class Change(Frozen):
    """A value before and after, in German; null without one."""

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
    """All differences between two versions of an agreement, and every entry between them."""

    agreement_id: AgreementId
    before_version: int
    after_version: int
    changes: tuple[Change, ...]
    entries: tuple[EntryBetween, ...]


def difference(
    journal: Journal, actor: Actor, agreement_id: AgreementId, before: Moment, after: Moment
) -> AgreementDifference:
    """The differences between two moments, whichever comes first; refuses a version that does not exist."""
    records = visible(journal, actor, agreement_id).records
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
    """The differences between an agreement after some of its records and after others."""
    before, after = (AgreementAt(records) if records else None for records in (old, new))
    yield from _terms(before, after)
    old_statements, new_statements = _statements(before), _statements(after)
    for area in Area:
        yield from _paired(area, old_statements.get(area, {}), new_statements.get(area, {}))


def _statements(of: AgreementAt | None) -> Mapping[Area, Statements]:
    """All statements about an agreement, by area: about its parts, and about the whole."""
    if of is None:
        return {}
    of_parts = ((part.area, part.statements(of.counting)) for part in PARTS if part.area)
    said: dict[Area, Statements] = {}
    for area, statements in (*of_parts, *((area, state(of)) for area, state in OF_THE_WHOLE)):
        said[area] = {**said.get(area, {}), **statements}
    return said


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


def _paired(area: Area, old: Statements, new: Statements) -> Iterator[Change]:
    for says in dict.fromkeys((*old, *new)):
        if old.get(says) != new.get(says):
            yield Change(area=area, says=says, before=old.get(says), after=new.get(says))


def _terms(old: AgreementAt | None, new: AgreementAt | None) -> Iterator[Change]:
    if old is not None and new is not None:
        for one in differences(old.agreement.terms, new.agreement.terms):
            yield Change(area=Area.TERMS, says=one.says, before=one.before, after=one.after)
