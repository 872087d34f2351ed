"""Which records count, which stand on others, and which may be taken back."""

from collections.abc import Iterable, Sequence

from domain import facts
from domain.reasons import Said
from domain.record import Fact, Record


def counting(records: Iterable[Record]) -> Sequence[Record]:
    """The records without those that were retracted."""
    records = tuple(records)
    retracted = {record.fact.version for record in records if isinstance(record.fact, facts.RecordRetracted)}
    return [record for record in records if record.version not in retracted] if retracted else records


def taken_back(records: Iterable[Record]) -> frozenset[str]:
    """References that retracted records had provided."""
    records = tuple(records)
    counted = {record.version for record in counting(records)}
    return frozenset().union(*(provides(record) for record in records if record.version not in counted))


def provides(record: Record) -> frozenset[str]:
    """References this record provides for later ones."""
    match record.fact:
        case facts.DialogHeld() as fact:
            measures = {f"measure:{measure.id}" for measure in fact.measures}
            return frozenset({f"held:{fact.dialog_id}", *measures, *findings_of(record)})
        case facts.DeviationNoted(deviation_id=name):
            return frozenset({f"deviation:{name}", *findings_of(record)})
        case facts.CircumstanceNoted(circumstance_id=name):
            return frozenset({f"circumstance:{name}", *findings_of(record)})
        case facts.LegalChangeApplied(change_id=name):
            return frozenset({f"law:{name}", *findings_of(record)})
        case _:
            return frozenset(findings_of(record))


def findings_of(record: Record) -> dict[str, str]:
    """The record's findings, by reference; the second of one rule carries a 2, and so on."""
    said: dict[str, str] = {}
    for finding in record.findings:
        name = f"finding:{record.version}:{finding.rule}"
        again = sum(reference == name or reference.startswith(f"{name}:") for reference in said)
        said[f"{name}:{again + 1}" if again else name] = Said(finding.says, finding)
    return said


def rests_on(fact: Fact) -> frozenset[str]:
    """References this record rests on, which cannot be taken away below it."""
    match fact:
        case facts.MinutesConfirmed(dialog_id=name):
            return frozenset({f"held:{name}"})
        case facts.MeasureReported(measure_id=name):
            return frozenset({f"measure:{name}"})
        case facts.FinalAssessmentMade() | facts.AssessmentRevised():
            assessment = fact.assessment
            cited = (reference for judgement in assessment.judgements for reference in judgement.cites)
            addressed = (appraised.reference for appraised in assessment.addressed)
            return frozenset({f"held:{assessment.dialog_id}", *cited, *addressed})
        case _:
            return frozenset()
