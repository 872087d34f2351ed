"""Files of figures from the check to the release."""

from collections.abc import Iterator
from itertools import groupby

from application.figures.catalogue import Severity
from application.figures.dry_run import DryRun, LineChange, Saying
from application.figures.earlier import LoadDifference, differences, previous, same_state
from application.figures.effects import line_changes, release_changes
from application.figures.plan import SHOWN, Plan, Planner
from application.figures.ports import Progress, TakenFile, Unreadable
from application.figures.problems import Listener, Problems
from application.figures.rows import collect
from application.figures.streams import FILES, may_see, seen
from application.permissions import must_be_permitted
from application.reading import visible
from application.service import Order, Receipt, Service, Trace
from domain import attainment
from domain.acts.figure_files import DeliverFigureFile, RejectFigureFile, ReleaseFigureFile
from domain.acts.figures import RejectFigures, ReleaseFigures
from domain.facts import FigureFileDelivered
from domain.facts.figure_files import DeliveredPart, DryRunId
from domain.figure_files import FigureFile, fold
from domain.record import Actor
from domain.rulebook.any_act import OVERTAKEN, STALE_VERSION
from domain.rulebook.figures import FILE_HAS_ERRORS, FILE_UNREADABLE, OTHER_DRY_RUN
from domain.rules import Refused
from domain.state import Decision
from domain.values import AgreementId, DeliveryId, FileId, Frozen, Text

PLAINLY = Saying()
NO_TRACE = Trace()
ATTEMPTS = 3
"""How often a delivery is decided anew when agreements move on meanwhile."""


class DifferingLoad(Frozen):
    """How a delivered load differs from those before it; the first differences one by one."""

    agreement_id: AgreementId
    delivery_id: DeliveryId
    differing: int
    differences: tuple[LoadDifference, ...]


class FileReading(Frozen):
    """A delivered file: what it brought, what was warned of, what became of it, and what its release changes."""

    delivered: FigureFileDelivered
    decision: Decision
    pending: tuple[DeliveredPart, ...]
    """Parts nobody has decided about yet."""
    differing: tuple[DifferingLoad, ...]
    lines: tuple[LineChange, ...]


class FileDeliveries:
    """Checks, delivers and decides about files of figures; each deed is one commit."""

    def __init__(self, service: Service) -> None:
        self.service = service

    def check(
        self,
        actor: Actor,
        file: TakenFile,
        saying: Saying = PLAINLY,
        progress: Progress | None = None,
        listener: Listener | None = None,
    ) -> DryRun:
        """What is wrong with a file, and what it would change; refuses one that cannot be read.

        Of each check the first hundred problems are told one by one; `listener` is told of every one.
        """
        plan, rows = self._planned(actor, file, saying, progress, listener)
        problems = plan.problems
        errors = problems.number(Severity.ERROR)
        return DryRun(
            id=plan.id(file.source, saying),
            file=file.source,
            rows=rows,
            errors=errors,
            warnings=problems.number(Severity.WARNING),
            counts=problems.counts,
            problems=problems.told,
            versions=plan.versions,
            loads=tuple(plan.loads),
            lines=() if errors else tuple(self._would_change(actor, plan)),
        )

    def deliver(
        self,
        actor: Actor,
        file: TakenFile,
        dry_run: DryRunId,
        saying: Saying = PLAINLY,
        *,
        reason: Text | None = None,
        progress: Progress | None = None,
        key: str | None = None,
        trace: Trace = NO_TRACE,
    ) -> Receipt:
        """Record a file for every agreement in it, or for none; refuses errors, and the check of another file.

        What was checked is decided anew, on the agreements as they stand now. The first record is the file's own.
        """
        said = saying.model_dump(mode="json")
        asked = ["DeliverFigureFile", file.source.model_dump(mode="json"), dry_run, said, reason]

        def orders() -> list[Order]:
            return self._delivery(actor, file, dry_run, saying, reason, progress)

        for attempt in range(1, ATTEMPTS + 1):
            try:
                return self.service.act_as_found(actor, asked, orders, key=key, trace=trace)
            except Refused as refused:
                moved = {finding.rule for finding in refused.findings} & {STALE_VERSION.code, OVERTAKEN.code}
                if not moved or attempt == ATTEMPTS:
                    raise
        raise AssertionError("the last attempt returns or raises")

    def _delivery(
        self,
        actor: Actor,
        file: TakenFile,
        dry_run: DryRunId,
        saying: Saying,
        reason: Text | None,
        progress: Progress | None,
    ) -> list[Order]:
        plan, rows = self._planned(actor, file, saying, progress)
        current = plan.id(file.source, saying)
        OTHER_DRY_RUN.refuse_if(dry_run.partition("-")[0] != current.partition("-")[0], named=dry_run)
        errors = plan.problems.number(Severity.ERROR)
        FILE_HAS_ERRORS.refuse_if(errors > 0, errors=errors)
        whole = DeliverFigureFile(
            occurred_on=self.service.today(),
            reason=reason,
            file_id=plan.file_id,
            source=file.source,
            rows=rows,
            dry_run=dry_run,
            decided_anew=dry_run != current,
            parts=tuple(
                DeliveredPart(agreement_id=load.agreement_id, delivery_id=load.delivery_id, state=load.state)
                for load in plan.loads
            ),
            warnings=plan.problems.travelling,
        )
        return [Order(whole), *plan.orders]

    def read(self, actor: Actor, file_id: FileId) -> FileReading:
        """A delivered file, and what its release would change; refuses one out of the actor's scope."""
        file = seen(self.service.journal, actor, file_id)
        pending: list[DeliveredPart] = []
        differing: list[DifferingLoad] = []
        lines: list[LineChange] = []
        for agreement_id, parts in groupby(file.delivered.parts, key=lambda part: part.agreement_id):
            agreement, records = visible(self.service.journal, actor, agreement_id)
            stand = attainment.fold(records)
            assert stand is not None, "an agreement begins with its terms"
            open_parts = [part for part in parts if _is_pending(agreement.deliveries.get(part.delivery_id))]
            pending += open_parts
            for part in open_parts:
                delivered = stand.delivered[part.delivery_id]
                before = previous(stand, part.state)
                others = [one for one in same_state(stand, agreement, part.state) if one is not delivered]
                found = list(differences(delivered.load, [*others, *([before] if before else [])]))
                if found:
                    differing.append(
                        DifferingLoad(
                            agreement_id=agreement_id,
                            delivery_id=part.delivery_id,
                            differing=len(found),
                            differences=tuple(found[:SHOWN]),
                        )
                    )
            lines += release_changes(agreement_id, records, [part.delivery_id for part in open_parts])
        return FileReading(
            delivered=file.delivered,
            decision=file.decision,
            pending=tuple(pending),
            differing=tuple(differing),
            lines=tuple(lines),
        )

    def files(self, actor: Actor) -> tuple[FigureFile, ...]:
        """Every file within the actor's scope, in the order of their names."""
        found = (fold(self.service.journal.records(stream)) for stream in self.service.journal.streams(FILES))
        return tuple(file for file in found if file and may_see(actor, file))

    def release(
        self,
        actor: Actor,
        file_id: FileId,
        *,
        reason: Text | None = None,
        key: str | None = None,
        trace: Trace = NO_TRACE,
    ) -> Receipt:
        """Release a file with everything of it that nobody has decided about yet, by a second person."""
        return self._decided(actor, ReleaseFigureFile, ReleaseFigures, file_id, reason, key, trace)

    def reject(
        self, actor: Actor, file_id: FileId, *, reason: Text | None, key: str | None = None, trace: Trace = NO_TRACE
    ) -> Receipt:
        """Reject a file with everything of it that nobody has decided about yet, by a second person, with a reason."""
        return self._decided(actor, RejectFigureFile, RejectFigures, file_id, reason, key, trace)

    def _decided(
        self,
        actor: Actor,
        about_file: type[ReleaseFigureFile | RejectFigureFile],
        about_part: type[ReleaseFigures | RejectFigures],
        file_id: FileId,
        reason: Text | None,
        key: str | None,
        trace: Trace,
    ) -> Receipt:
        today = self.service.today()
        whole = about_file(occurred_on=today, reason=reason, file_id=file_id)
        must_be_permitted(actor, whole)

        def orders() -> list[Order]:
            parts = (
                Order(about_part(occurred_on=today, reason=reason, delivery_id=delivery), agreement_id, version)
                for agreement_id, version, delivery in self._open(actor, file_id)
            )
            return [Order(whole), *parts]

        return self.service.act_as_found(actor, [about_file.__name__, file_id, reason], orders, key=key, trace=trace)

    def _open(self, actor: Actor, file_id: FileId) -> Iterator[tuple[AgreementId, int, DeliveryId]]:
        for part in seen(self.service.journal, actor, file_id).delivered.parts:
            agreement, _ = visible(self.service.journal, actor, part.agreement_id)
            if _is_pending(agreement.deliveries.get(part.delivery_id)):
                yield agreement.id, agreement.version, part.delivery_id

    def _planned(
        self,
        actor: Actor,
        file: TakenFile,
        saying: Saying,
        progress: Progress | None,
        listener: Listener | None = None,
    ) -> tuple[Plan, int]:
        problems = Problems(listener)
        try:
            collected = collect(file.rows(progress), problems)
        except Unreadable as why:
            FILE_UNREADABLE.refuse(why=str(why).rstrip("."))
        planner = Planner(self.service, actor, file.source, saying)
        return planner.plan(collected, problems), collected.rows

    def _would_change(self, actor: Actor, plan: Plan) -> Iterator[LineChange]:
        for agreement_id, drafts in plan.drafts.items():
            _, records = visible(self.service.journal, actor, agreement_id)
            yield from line_changes(agreement_id, records, drafts, self.service.now())


def _is_pending(delivery: object) -> bool:
    return getattr(delivery, "decision", None) is Decision.PENDING
