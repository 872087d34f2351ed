"""Follow-up: advice, agreed measures, deviations, circumstances, new law."""

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from application.reading.parts.part import Statements, because
from application.reading.sources import Counting, Source, grouped
from domain.facts import (
    AdviceGiven,
    AssessmentRevised,
    CircumstanceNoted,
    DeviationNoted,
    DialogHeld,
    FinalAssessmentMade,
    LegalChangeApplied,
    MeasureReported,
)
from domain.facts.follow_up import CircumstanceKind, Provision
from domain.facts.signing import Document
from domain.figures import LoadState
from domain.reasons import Reason
from domain.values import DialogId, Frozen, GoalId, LineId, Number, PartyId, Slug, Words

ADVICE = Reason("advice_on", "Beratung zu Ziel {goals} (Eintrag {version})")
MEASURE = Reason("agreed_measure", "Verabredung {measure} ({says})")
BY_DAY = Reason("party_by_day", "{party}, bis zum {day}")
DONE = Reason("measure_done", "umgesetzt")
NOT_DONE = Reason("measure_not_done", "nicht umgesetzt")
EFFECTS = {
    None: Reason("to_appraise", "zu würdigen"),
    True: Reason("appraised_with_effect", "gewürdigt, mit Auswirkung"),
    False: Reason("appraised_without_effect", "gewürdigt, ohne Auswirkung"),
}
DEVIATION = Reason("deviation_of_line", "Zielabweichung {deviation} (Zeile {line}, {state})")


class AdviceEntry(Frozen):
    """Advice on reaching goals."""

    goals: tuple[GoalId, ...]
    says: str
    evidence: tuple[Document, ...]
    source: Source


def advice(counting: Counting) -> tuple[AdviceEntry, ...]:
    """All advice, in the order it was recorded."""
    return tuple(
        AdviceEntry(goals=fact.goals, says=fact.says, evidence=fact.evidence, source=source)
        for fact, source in counting.of(AdviceGiven)
    )


def advice_stated(counting: Counting) -> Statements:
    """The advice given."""
    return {ADVICE.said(goals=one.goals, version=one.source.version): one.says for one in advice(counting)}


class MeasureReport(Frozen):
    """A report on an agreed measure."""

    done: bool
    says: str
    evidence: tuple[Document, ...]
    source: Source


class MeasureEntry(Frozen):
    """A measure, the dialog it was agreed in, and the reports on it; `done` is what the last one says, null before."""

    measure_id: Slug
    dialog_id: DialogId
    says: str
    party: PartyId
    due_on: date
    done: bool | None
    reports: tuple[MeasureReport, ...]
    agreed: Source


def agreed_measures(counting: Counting) -> tuple[MeasureEntry, ...]:
    """Every measure, in the order they were agreed."""
    reports = grouped((fact.measure_id, _report(fact, source)) for fact, source in counting.of(MeasureReported))
    return tuple(
        MeasureEntry(
            measure_id=measure.id,
            dialog_id=fact.dialog_id,
            says=measure.says,
            party=measure.party,
            due_on=measure.due_on,
            done=reports[measure.id][-1].done if measure.id in reports else None,
            reports=reports.get(measure.id, ()),
            agreed=source,
        )
        for fact, source in counting.of(DialogHeld)
        for measure in fact.measures
    )


def measures_stated(counting: Counting) -> Statements:
    """The report on each measure, or by when who is to do it."""
    return {MEASURE.said(measure=one.measure_id, says=one.says): _came_of(one) for one in agreed_measures(counting)}


def _came_of(measure: MeasureEntry) -> Words:
    if not measure.reports:
        return BY_DAY.said(party=measure.party, day=measure.due_on)
    return because((DONE if measure.done else NOT_DONE).said(), measure.reports[-1].says)


def _report(fact: MeasureReported, source: Source) -> MeasureReport:
    return MeasureReport(done=fact.done, says=fact.says, evidence=fact.evidence, source=source)


class AppraisedEffect(Frozen):
    """Whether something had an effect and why, and the record of the assessment that says so."""

    has_effect: bool
    why: str
    assessed_by: UUID
    assessed_in_version: int


def appraisals(counting: Counting) -> Mapping[str, AppraisedEffect]:
    """The appraisals of the assessment in force, by reference; empty before the first."""
    made = [
        (record, record.fact.assessment)
        for record in counting.records
        if isinstance(record.fact, FinalAssessmentMade | AssessmentRevised)
    ]
    if not made:
        return {}
    record, assessment = made[-1]
    return {
        addressed.reference: AppraisedEffect(
            has_effect=addressed.has_effect,
            why=addressed.why,
            assessed_by=record.event_id,
            assessed_in_version=record.version,
        )
        for addressed in assessment.addressed
    }


class CircumstanceEntry(Frozen):
    """A circumstance that differs from what was agreed; `appraisal` is null until the final assessment addressed it."""

    circumstance_id: Slug
    reference: str
    kind: CircumstanceKind
    party: PartyId
    about: Slug | None
    agreed: Number | None
    actual: Number | None
    says: str
    lines: tuple[LineId, ...]
    appraisal: AppraisedEffect | None
    source: Source


def circumstances(counting: Counting) -> tuple[CircumstanceEntry, ...]:
    """Every circumstance, in the order they were noted."""
    appraised = appraisals(counting)
    return tuple(
        CircumstanceEntry(
            **dict(fact),
            reference=f"circumstance:{fact.circumstance_id}",
            appraisal=appraised.get(f"circumstance:{fact.circumstance_id}"),
            source=source,
        )
        for fact, source in counting.of(CircumstanceNoted)
    )


def circumstances_stated(counting: Counting) -> Statements:
    """Whether each circumstance was appraised."""
    return {f"{one.says} [{one.reference}]": _appraised(one.appraisal) for one in circumstances(counting)}


def _appraised(effect: AppraisedEffect | None) -> Words:
    return effect_stated(effect.has_effect if effect else None)


def effect_stated(has_effect: bool | None) -> Words:
    """Whether something was appraised, and with an effect; None before it was."""
    return EFFECTS[has_effect].said()


class DeviationEntry(Frozen):
    """A line that was off its bound at a load state, and why."""

    deviation_id: Slug
    line_id: LineId
    load_state: LoadState
    causes: str
    source: Source


def deviations(counting: Counting) -> tuple[DeviationEntry, ...]:
    """Every deviation, in the order they were noted."""
    return tuple(
        DeviationEntry(
            deviation_id=fact.deviation_id,
            line_id=fact.line_id,
            load_state=fact.load_state,
            causes=fact.causes,
            source=source,
        )
        for fact, source in counting.of(DeviationNoted)
    )


def deviations_stated(counting: Counting) -> Statements:
    """The causes of each deviation."""
    return {
        DEVIATION.said(deviation=one.deviation_id, line=one.line_id, state=one.load_state): one.causes
        for one in deviations(counting)
    }


class LegalChangeEntry(Frozen):
    """A change of law; `appraisal` is null until the final assessment addressed it."""

    change_id: Slug
    reference: str
    law: str
    citation: str
    provisions: tuple[Provision, ...]
    appraisal: AppraisedEffect | None
    source: Source


def legal_changes(counting: Counting) -> tuple[LegalChangeEntry, ...]:
    """Every change of law, in the order they were taken in."""
    appraised = appraisals(counting)
    return tuple(
        LegalChangeEntry(
            **dict(fact),
            reference=f"law:{fact.change_id}",
            appraisal=appraised.get(f"law:{fact.change_id}"),
            source=source,
        )
        for fact, source in counting.of(LegalChangeApplied)
    )


def legal_changes_stated(counting: Counting) -> Statements:
    """Whether each change of law was appraised."""
    return {
        f"{one.law} ({one.citation}) [{one.reference}]": _appraised(one.appraisal) for one in legal_changes(counting)
    }
