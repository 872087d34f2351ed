"""What was agreed in dialogs that somebody is to do, and what came of it."""

from datetime import date

from application.views.sources import Counting, Source, grouped
from domain.facts import DialogHeld, MeasureReported
from domain.facts.signing import Document
from domain.values import DialogId, Frozen, PartyId, Slug


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


def _report(fact: MeasureReported, source: Source) -> MeasureReport:
    return MeasureReport(done=fact.done, says=fact.says, evidence=fact.evidence, source=source)
