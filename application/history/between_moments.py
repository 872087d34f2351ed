"""What became otherwise between two moments of an agreement: a list to read, and the entries it came by."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from application.history.differences import differences
from application.history.exports import difference_text
from application.history.words import said
from application.ports import Journal
from application.reading.agreement_at import visible
from application.reading.parts.deliveries import DeliveryEntry, deliveries
from application.reading.parts.dialogs import DialogEntry, DialogStatus, dialogs
from application.reading.parts.final_assessment import AssessmentEntry, CountyAnswer, final_assessment
from application.reading.parts.follow_up import advice, agreed_measures, deviations
from application.reading.parts.individual_goals import Reports
from application.reading.parts.sources import Counting
from domain import agreement as agreement_state
from domain import attainment as attainment_state
from domain.attainment import Attainment
from domain.facts import AmendmentProposed, AmendmentWithdrawn, RecordRetracted, TargetProposed
from domain.german import german, spoken
from domain.record import Actor, Record, Role
from domain.results import LineResult
from domain.rulebook.mending import NO_SUCH_RECORD
from domain.standing import standing
from domain.state import Agreement, Decision
from domain.terms import Terms
from domain.values import AgreementId, Frozen, Instant, PersonId

Said = Mapping[str, str]
"""What is said in German, by the name of what it is said about."""


class Area(StrEnum):
    """What kind of thing became otherwise."""

    STATUS = "status"
    TERMS = "terms"
    PROPOSALS = "proposals"
    FIGURES = "figures"
    LINES = "lines"
    DIALOGS = "dialogs"
    FOLLOW_UP = "follow_up"
    INDIVIDUAL_GOALS = "individual_goals"
    APPRAISAL = "appraisal"
    ASSESSMENT = "assessment"


@dataclass(frozen=True, slots=True)
class Stand:
    """An agreement after its first entry: every record so far, those that count, and what follows from them."""

    records: Sequence[Record]
    counting: Counting
    agreement: Agreement
    attainment: Attainment


def stand(records: Sequence[Record]) -> Stand | None:
    """How the agreement stood after these records; None before its first entry."""
    agreement, attainment = agreement_state.fold(records), attainment_state.fold(records)
    return Stand(records, Counting.among(records), agreement, attainment) if agreement and attainment else None


def _status(of: Stand) -> Said:
    agreement = of.agreement
    told = {"Lage": german(agreement.status), "Fassung der Bedingungen": str(agreement.terms_version)}
    told |= {f"Unterschrift {party}": spoken(day) for party, day in agreement.signed_on.items()}
    if agreement.binding_since:
        told["bindend seit"] = spoken(agreement.binding_since)
        told["Abschrift"] = "bestätigt" if agreement.transcription_confirmed else "nicht bestätigt"
    told |= {f"Eintrag {version}": "bestritten" for version in sorted(agreement.disputed)}
    retracted = (record.fact.version for record in of.records if isinstance(record.fact, RecordRetracted))
    return told | {f"Eintrag {version}": "zurückgenommen" for version in retracted}


def _proposals(of: Stand) -> Said:
    targets = {
        f"Zeile {fact.line_id}, Vorschlag von {source.party or source.office}": _because(
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


def _figures(of: Stand) -> Said:
    return {f"Lieferung {one.delivery_id} ({one.load_state})": _decided(one) for one in deliveries(of.counting)}


def _decided(delivery: DeliveryEntry) -> str:
    if delivery.superseded_by and delivery.status is Decision.RELEASED:
        return f"zählt nicht mehr, ersetzt durch {delivery.superseded_by}"
    return "freigegeben, zählt" if delivery.counts else german(delivery.status)


def _lines(of: Stand) -> Said:
    lines = (line for goal in standing(of.attainment) for line in goal.lines)
    return {f"Ziel {line.goal_id}, Zeile {line.line_id}": _stands(line) for line in lines}


def _stands(line: LineResult) -> str:
    if line.derivation is None:
        return german(line.state)
    found = line.derivation.compared
    value = f"{german(found.quantity)} {spoken(found.rounded)} {german(found.unit)}"
    return f"{german(line.state)}: {value} ({line.derivation.current.load_state})"


def _dialogs(of: Stand) -> Said:
    told: dict[str, str] = {}
    for one in dialogs(of.counting):
        name = f"Dialog {one.dialog_id}"
        told[name] = f"{german(one.kind)}, {_came_about(one)}"
        if one.committee:
            told[f"{name}, Ausschuss"] = "; ".join(f"{s.session}: {s.recommendation}" for s in one.committee)
        if one.minutes:
            told[f"{name}, Niederschrift"] = f"bestätigt von {', '.join(minutes.party for minutes in one.minutes)}"
    return told


def _came_about(dialog: DialogEntry) -> str:
    if dialog.held:
        return f"geführt am {spoken(dialog.held.held_on)} auf dem Ladestand {dialog.held.load_state}"
    if dialog.status is DialogStatus.SCHEDULED:
        return f"angesetzt für den {spoken(dialog.planned_for)}"
    return german(dialog.status)


def _follow_up(of: Stand) -> Said:
    """What was agreed, advised and noted in following the agreement up."""
    counting = of.counting
    agreed = {
        f"Verabredung {one.measure_id} ({one.says})": _because(_done(one.done), one.reports[-1].says)
        if one.reports
        else f"{one.party}, bis zum {spoken(one.due_on)}"
        for one in agreed_measures(counting)
    }
    advised = {f"Beratung zu Ziel {', '.join(a.goals)} (Eintrag {a.source.version})": a.says for a in advice(counting)}
    noted = {
        f"Zielabweichung {one.deviation_id} (Zeile {one.line_id}, {one.load_state})": one.causes
        for one in deviations(counting)
    }
    return agreed | advised | noted


def _done(done: bool | None) -> str:
    return "umgesetzt" if done else "nicht umgesetzt"


def _individual_goals(of: Stand) -> Said:
    reports = Reports.among(of.counting)
    steps = {f"Umsetzungsschritt {id}": _because(german(r[-1].progress), r[-1].says) for id, r in reports.steps.items()}
    criteria = {
        f"Erfolgskriterium {id}": _because(german(r[-1].appraisal), r[-1].says) for id, r in reports.criteria.items()
    }
    return steps | criteria | {f"Thema {id}": reported[-1].says for id, reported in reports.topics.items()}


def _to_appraise(of: Stand) -> Said:
    """Circumstances, legal changes and findings by their words, and whether they were appraised."""
    assessment = of.agreement.assessment
    effects = {one.reference: one.has_effect for one in assessment.addressed} if assessment else {}
    told = {None: "zu würdigen", True: "gewürdigt, mit Auswirkung", False: "gewürdigt, ohne Auswirkung"}
    return {f"{says} [{name}]": told[effects.get(name)] for name, says in of.agreement.to_address.items()}


def _assessment(of: Stand) -> Said:
    present = final_assessment(of.counting).present
    return _judged(present) if present else {}


def _judged(present: AssessmentEntry) -> Said:
    made = _because(f"vom {spoken(present.source.occurred_on)} (Eintrag {present.source.version})", present.summary)
    verdicts = {
        f"Urteil „{one.title}“": _because(f"{german(one.judged)}, errechnet {german(one.computed)}", one.why)
        for one in present.verdicts
    }
    position = _because(german(present.county.stance), present.county.says)
    return {
        "Gesamtbewertung": made,
        **verdicts,
        "Stellungnahme der Kommune": position,
        **_answers(present.answers),
    }


def _answers(answers: Iterable[CountyAnswer]) -> Said:
    told = [_because(german(one.answer), one.says) for one in answers]
    return {"Antwort der Kommune": " – ".join(told)} if told else {}


def _because(what: str | None, why: str | None) -> str:
    return f"{what}: {why}" if why else str(what)


SAID: Mapping[Area, Callable[[Stand], Said]] = {
    Area.STATUS: _status,
    Area.PROPOSALS: _proposals,
    Area.FIGURES: _figures,
    Area.LINES: _lines,
    Area.DIALOGS: _dialogs,
    Area.FOLLOW_UP: _follow_up,
    Area.INDIVIDUAL_GOALS: _individual_goals,
    Area.APPRAISAL: _to_appraise,
    Area.ASSESSMENT: _assessment,
}
"""What is said in each area but the terms, which are compared as such."""


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
