"""A delivered file as the person sees it who decides about it: what it brought, and what its release changes."""

import hashlib
from collections.abc import Iterator, Sequence
from itertools import groupby

from application.figure_files.dry_run import LineChange
from application.figure_files.plan import SHOWN
from application.figure_files.previous_loads import LoadDifference, differences, previous, same_state
from application.figure_files.release_effects import release_changes
from application.ports import Journal
from application.reading.agreement_at import AgreementAt, visible
from application.reading.sources import Source, source
from domain.acts.figures import FED
from domain.facts import FigureFileDelivered
from domain.facts.figure_files import DeliveredPart, PreviewId
from domain.figure_files import FigureFile
from domain.record import Actor
from domain.state import Decision
from domain.values import AgreementId, DeliveryId, Frozen, canonical


class DifferingLoad(Frozen):
    """How a delivered load differs from those before it; the first differences one by one."""

    agreement_id: AgreementId
    delivery_id: DeliveryId
    differing: int
    differences: tuple[LoadDifference, ...]


class DecidedPart(Frozen):
    """A delivery that was decided about singly and differently from its file."""

    agreement_id: AgreementId
    delivery_id: DeliveryId
    decision: Decision


class FileReading(Frozen):
    """A delivered file: what it brought, what was warned of, what became of it, and what its release changes."""

    preview: PreviewId
    """Names all that is shown here; a decision names what it was made on."""
    delivered: FigureFileDelivered
    delivered_by: Source
    decision: Decision
    decided_by: Source | None
    decided_on: PreviewId | None
    """The preview the decision was made on; None where an older entry does not say."""
    pending: tuple[DeliveredPart, ...]
    """Parts nobody has decided about yet."""
    ended: tuple[DeliveredPart, ...]
    """Parts nobody decided about before their agreement was withdrawn or terminated; nobody can any more."""
    decided_otherwise: tuple[DecidedPart, ...]
    """Parts decided about singly, as older entries of the log may have it."""
    differing: tuple[DifferingLoad, ...]
    lines: tuple[LineChange, ...]


def reading(journal: Journal, actor: Actor, file: FigureFile) -> tuple[FileReading, dict[AgreementId, int]]:
    """A file within the actor's scope, and the version of each agreement in it that this rests on."""
    versions: dict[AgreementId, int] = {}
    pending: list[DeliveredPart] = []
    ended: list[DeliveredPart] = []
    otherwise: list[DecidedPart] = []
    differing: list[DifferingLoad] = []
    lines: list[LineChange] = []
    for agreement_id, parts in groupby(file.delivered.parts, key=lambda part: part.agreement_id):
        found = visible(journal, actor, agreement_id)
        agreement = found.agreement
        versions[agreement_id] = agreement.version
        open_parts = []
        for part in parts:
            decision = agreement.deliveries[part.delivery_id].decision
            if decision is Decision.PENDING:
                open_parts.append(part)
            elif decision is not file.decision:
                otherwise.append(
                    DecidedPart(agreement_id=agreement_id, delivery_id=part.delivery_id, decision=decision)
                )
        if agreement.status not in FED:
            ended += open_parts
            continue
        pending += open_parts
        differing += _differing(found, open_parts)
        lines += release_changes(found, [part.delivery_id for part in open_parts])
    shown = FileReading(
        preview="0" * 16,
        delivered=file.delivered,
        delivered_by=source(file.delivery),
        decision=file.decision,
        decided_by=source(file.decided) if file.decided else None,
        decided_on=file.decided_on,
        pending=tuple(pending),
        ended=tuple(ended),
        decided_otherwise=tuple(otherwise),
        differing=tuple(differing),
        lines=tuple(lines),
    )
    digest = hashlib.sha256(canonical(shown.model_dump(mode="json"))).hexdigest()
    return shown.model_copy(update={"preview": digest[:16]}), versions


def _differing(found: AgreementAt, parts: Sequence[DeliveredPart]) -> Iterator[DifferingLoad]:
    """The loads among these parts whose figures differ from earlier ones."""
    agreement, stand = found.agreement, found.attainment
    for part in parts:
        delivered = stand.delivered[part.delivery_id]
        before = previous(stand, part.state)
        others = [one for one in same_state(stand, agreement, part.state) if one is not delivered]
        differing = list(differences(delivered.load, [*others, *([before] if before else [])]))
        if differing:
            yield DifferingLoad(
                agreement_id=agreement.id,
                delivery_id=part.delivery_id,
                differing=len(differing),
                differences=tuple(differing[:SHOWN]),
            )
