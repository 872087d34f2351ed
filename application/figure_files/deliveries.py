"""Files of figures from the check to the release."""

from collections.abc import Callable, Collection, Iterator, Mapping

from application.acting.orders import NO_TRACE, Order, Receipt, Trace
from application.acting.permissions import must_be_permitted
from application.acting.service import Service
from application.figure_files.checks.problems import Listener, Problems
from application.figure_files.dry_run import DryRun, LineChange, Saying
from application.figure_files.intake.rows import collect
from application.figure_files.intake.source import Opened, opened
from application.figure_files.mapping.known import is_kept
from application.figure_files.mapping.model import Written
from application.figure_files.mapping.model import read as read_mapping
from application.figure_files.plan import Plan, Planner
from application.figure_files.ports import TakenFile, Unreadable
from application.figure_files.preview import FileReading, reading
from application.figure_files.release_effects import line_changes
from application.ports import Progress
from application.reading.agreement_at import visible
from application.reading.figure_file import seen
from domain.acts.figure_files import DeliverFigureFile, KeepMapping, RejectFigureFile, ReleaseFigureFile
from domain.acts.figures import DeliverFigures, RejectFigures, ReleaseFigures
from domain.facts.figure_files import DeliveredPart, DryRunId, PreviewId
from domain.record import Actor, Request
from domain.rulebook.any_act import OVERTAKEN, STALE_VERSION
from domain.rulebook.figures import (
    FILE_CAME_TOO_LATE,
    FILE_DECIDED_SINGLY,
    FILE_HAS_ERRORS,
    FILE_UNREADABLE,
    OTHER_DRY_RUN,
    PREVIEW_OVERTAKEN,
)
from domain.rulebook.file_checks import Severity
from domain.rules import Refused
from domain.state import Decision
from domain.values import FileId, Text

PLAINLY = Saying()
ATTEMPTS = 3
"""How often a delivery or decision is retried when agreements move on meanwhile."""
FileDecision = ReleaseFigureFile | RejectFigureFile


class FileDeliveries:
    """Checks, delivers and decides about files of figures; each act is one commit."""

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
        """The problems of a file, and the changes it would bring; refuses one that cannot be read.

        Of each check the first hundred problems are told one by one; `listener` is told of every one.
        """
        plan, rows, source = self._planned(actor, file, saying, progress, listener)
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
            understood=source.understood,
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

        return self._persistently(actor, (DeliverFigureFile, DeliverFigures, KeepMapping), asked, orders, key, trace)

    def _delivery(
        self,
        actor: Actor,
        file: TakenFile,
        dry_run: DryRunId,
        saying: Saying,
        reason: Text | None,
        progress: Progress | None,
    ) -> list[Order]:
        plan, rows, source = self._planned(actor, file, saying, progress)
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
            mapping=source.by.sha256 if source.by else None,
        )
        return [Order(whole), *plan.orders, *self._kept(source.by)]

    def keep(
        self,
        actor: Actor,
        text: str,
        *,
        reason: Text | None = None,
        key: str | None = None,
        trace: Trace = NO_TRACE,
    ) -> Receipt:
        """Keep a mapping from its TOML text; refuses one that cannot be read or is kept already."""
        must_be_permitted(actor, KeepMapping)
        return self.service.act(actor, self._keeping(read_mapping(text), reason), key=key, trace=trace)

    def _kept(self, by: Written | None) -> list[Order]:
        """The request that keeps a delivery's mapping, where it came with the software and was not used before."""
        if by is None or is_kept(self.service.journal, by):
            return []
        return [Order(self._keeping(by, None))]

    def _keeping(self, written: Written, reason: Text | None) -> KeepMapping:
        return KeepMapping(
            occurred_on=self.service.today(),
            reason=reason,
            name=written.mapping.name,
            source=written.mapping.source,
            sha256=written.sha256,
            lines=written.lines,
        )

    def read(self, actor: Actor, file_id: FileId) -> FileReading:
        """A delivered file, and what its release would change; refuses one out of the actor's scope."""
        return reading(self.service.journal, actor, seen(self.service.journal, actor, file_id))[0]

    def release(
        self,
        actor: Actor,
        file_id: FileId,
        preview: PreviewId,
        *,
        reason: Text | None = None,
        key: str | None = None,
        trace: Trace = NO_TRACE,
    ) -> Receipt:
        """Release a file with all it brought, by a second person, on the preview that person saw."""
        return self._decided(actor, ReleaseFigureFile, file_id, preview, reason, key, trace)

    def reject(
        self,
        actor: Actor,
        file_id: FileId,
        preview: PreviewId,
        *,
        reason: Text | None,
        key: str | None = None,
        trace: Trace = NO_TRACE,
    ) -> Receipt:
        """Reject a file with all it brought, by a second person, on the preview that person saw, with a reason."""
        return self._decided(actor, RejectFigureFile, file_id, preview, reason, key, trace)

    def _decided(
        self,
        actor: Actor,
        about_file: type[FileDecision],
        file_id: FileId,
        preview: PreviewId,
        reason: Text | None,
        key: str | None,
        trace: Trace,
    ) -> Receipt:
        today = self.service.today()
        whole = about_file(occurred_on=today, reason=reason, file_id=file_id, preview=preview)
        about_part, other = _ENDS[about_file]

        def orders() -> list[Order]:
            shown, versions = reading(self.service.journal, actor, seen(self.service.journal, actor, file_id))
            moved_on = shown.decision is Decision.PENDING and shown.preview != preview
            PREVIEW_OVERTAKEN.refuse_if(moved_on, file=file_id, preview=preview)
            against = not shown.pending and {part.decision for part in shown.decided_otherwise} == {other}
            FILE_DECIDED_SINGLY.refuse_if(against, file=file_id, decision=other)
            over = about_file is ReleaseFigureFile and len(shown.ended) == len(shown.delivered.parts)
            FILE_CAME_TOO_LATE.refuse_if(over, file=file_id)
            parts = (
                Order(
                    about_part(occurred_on=today, reason=reason, delivery_id=part.delivery_id),
                    part.agreement_id,
                    versions[part.agreement_id],
                )
                for part in shown.pending
            )
            return [Order(whole), *parts]

        kinds = (about_file, about_part)
        return self._persistently(actor, kinds, [about_file.__name__, file_id, reason], orders, key, trace)

    def _persistently(
        self,
        actor: Actor,
        kinds: Collection[type[Request]],
        asked: object,
        orders: Callable[[], list[Order]],
        key: str | None,
        trace: Trace,
    ) -> Receipt:
        """Have orders decided, and again where an agreement moves on meanwhile."""
        for attempt in range(1, ATTEMPTS + 1):
            try:
                return self.service.act_as_found(actor, kinds, asked, orders, key=key, trace=trace)
            except Refused as refused:
                moved = {finding.rule for finding in refused.findings} & {STALE_VERSION.code, OVERTAKEN.code}
                if not moved or attempt == ATTEMPTS:
                    raise
        raise AssertionError("the last attempt returns or raises")

    def _planned(
        self,
        actor: Actor,
        file: TakenFile,
        saying: Saying,
        progress: Progress | None,
        listener: Listener | None = None,
    ) -> tuple[Plan, int, Opened]:
        problems = Problems(listener)
        try:
            source = opened(self.service.journal, actor, file, saying, progress)
            collected = collect(source.rows, problems, commas=file.commas and source.by is None)
        except Unreadable as why:
            FILE_UNREADABLE.refuse(why=why.reason)
        planner = Planner(self.service, actor, file.source, saying)
        return planner.plan(collected, problems), collected.rows, source

    def _would_change(self, actor: Actor, plan: Plan) -> Iterator[LineChange]:
        for agreement_id, drafts in plan.drafts.items():
            found = visible(self.service.journal, actor, agreement_id)
            yield from line_changes(found, drafts, self.service.now())


_ENDS: Mapping[type[FileDecision], tuple[type[ReleaseFigures | RejectFigures], Decision]] = {
    ReleaseFigureFile: (ReleaseFigures, Decision.REJECTED),
    RejectFigureFile: (RejectFigures, Decision.RELEASED),
}
"""For each decision about a file, the decision about its parts and its contrary."""
