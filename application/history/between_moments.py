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
from application.reading.parts.part import Area, Statements, because, joined
from domain.facts import AmendmentProposed, AmendmentWithdrawn, RecordRetracted, TargetProposed
from domain.reasons import ITSELF, Reason
from domain.record import Actor, Record, Role
from domain.results import LineResult
from domain.rulebook.mending import NO_SUCH_RECORD
from domain.standing import standing
from domain.state import Agreement
from domain.terms import Terms
from domain.values import AgreementId, Frozen, Instant, PersonId, Words

STATUS = Reason("status_of_agreement", "Lage")
TERMS_VERSION = Reason("number_of_terms", "Fassung der Bedingungen")
SIGNATURE = Reason("signature_of", "Unterschrift {party}")
BINDING_SINCE = Reason("binding_since", "bindend seit")
TRANSCRIPT = Reason("transcript", "Abschrift")
CONFIRMED = Reason("transcript_confirmed", "bestätigt")
NOT_CONFIRMED = Reason("transcript_not_confirmed", "nicht bestätigt")
ENTRY = Reason("entry", "Eintrag {version}")
DISPUTED = Reason("entry_disputed", "bestritten")
RETRACTED = Reason("entry_retracted", "zurückgenommen")
PROPOSED_TARGET = Reason("proposed_target", "Zeile {line}, Vorschlag von {by}")
AMENDMENT = Reason("amendment_named", "Änderung {amendment}")
WITHDRAWN = Reason("amendment_withdrawn", "zurückgezogen")
SIGNED_BY_ALL = Reason("amendment_signed_by_all", "von allen unterzeichnet, gilt ab dem {since}")
PROPOSED = Reason("amendment_pending", "vorgeschlagen ab dem {since}, unterzeichnet von {signed}: {changes}")
NOBODY = Reason("nobody", "niemandem")
NO_DIFFERENCE = Reason("no_difference", "ohne Unterschied")
LINE = Reason("line_of_goal", "Ziel {goal}, Zeile {line}")
WITH_CAVEATS = Reason("state_with_caveats", "{state} ({caveats})")
STANDS = Reason("stands", "{state}: {quantity} {value} {unit} ({at})")
FINDING = Reason("finding_named", "{says} [{reference}]")


def _status(of: AgreementAt) -> Statements:
    agreement = of.agreement
    told: dict[Words, Words] = {
        STATUS.said(): ITSELF.said(value=agreement.status),
        TERMS_VERSION.said(): str(agreement.terms_version),
    }
    told |= {SIGNATURE.said(party=party): ITSELF.said(value=day) for party, day in agreement.signed_on.items()}
    if agreement.binding_since:
        told[BINDING_SINCE.said()] = ITSELF.said(value=agreement.binding_since)
        told[TRANSCRIPT.said()] = (CONFIRMED if agreement.transcription_confirmed else NOT_CONFIRMED).said()
    told |= {ENTRY.said(version=version): DISPUTED.said() for version in sorted(agreement.disputed)}
    retracted = (record.fact.version for record in of.records if isinstance(record.fact, RecordRetracted))
    return told | {ENTRY.said(version=version): RETRACTED.said() for version in retracted}


def _proposals(of: AgreementAt) -> Statements:
    targets = {
        PROPOSED_TARGET.said(line=fact.line_id, by=source.party or source.office): because(
            said("bound", fact.bound) or "", fact.rationale
        )
        for fact, source in of.counting.of(TargetProposed)
    }
    withdrawn = {fact.amendment_id for fact, _ in of.counting.of(AmendmentWithdrawn)}
    amendments = {
        AMENDMENT.said(amendment=fact.amendment_id): _amendment(of.agreement, fact, fact.amendment_id in withdrawn)
        for fact, _ in of.counting.of(AmendmentProposed)
    }
    return targets | amendments


def _amendment(agreement: Agreement, fact: AmendmentProposed, withdrawn: bool) -> Words:
    pending = agreement.history.pending
    if pending is None or pending.id != fact.amendment_id:
        return WITHDRAWN.said() if withdrawn else SIGNED_BY_ALL.said(since=fact.effective_from)
    return PROPOSED.said(
        since=fact.effective_from,
        signed=tuple(pending.signed_on) or NOBODY.said(),
        changes=_would_change(agreement.terms, fact.terms),
    )


def _would_change(old: Terms, new: Terms) -> Words:
    found = differences(old, new)
    return joined(map(difference_text, found)) if found else NO_DIFFERENCE.said()


def _lines(of: AgreementAt) -> Statements:
    lines = (line for goal in standing(of.attainment) for line in goal.lines)
    return {LINE.said(goal=line.goal_id, line=line.line_id): _stands(line) for line in lines}


def _stands(line: LineResult) -> Words:
    state = ITSELF.said(value=line.state)
    if line.caveats:
        state = WITH_CAVEATS.said(state=state, caveats=line.caveats)
    if line.derivation is None:
        return state
    found, at = line.derivation.compared, line.derivation.current.load_state
    return STANDS.said(state=state, quantity=found.quantity, value=found.rounded, unit=found.unit, at=at)


def _findings(of: AgreementAt) -> Statements:
    """Whether what was noticed was appraised."""
    assessment = of.agreement.assessment
    effects = {one.reference: one.has_effect for one in assessment.addressed} if assessment else {}
    return {
        FINDING.said(says=says, reference=name): effect_stated(effects.get(name))
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
    """A value before and after; null without one."""

    area: Area
    says: Words
    before: Words | None
    after: Words | None


class EntryBetween(Frozen):
    """An entry recorded between the two moments, whatever it changed."""

    version: int
    position: int
    event_id: UUID
    title: Words
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
