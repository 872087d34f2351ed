"""Which files of figures were delivered, each in a few words, as the log stood at a position."""

from collections.abc import Iterator
from datetime import datetime

from application.ports import Log
from application.reading.figure_file import FILES, may_see
from application.reading.sources import Counting, Source
from domain.facts.figures import SourceFile
from domain.figure_files import fold
from domain.record import Actor
from domain.state import Decision
from domain.values import FileId, Frozen


class DeliveredFile(Frozen):
    """A delivered file: how much it brought, from whom, and what became of it by whom; its parts are read alone."""

    file_id: FileId
    source: SourceFile
    rows: int
    agreements: int
    deliveries: int
    warnings: int
    delivered_by: Source
    decision: Decision
    decided_by: Source | None


class DeliveredFiles:
    """The list of delivered files, within the reader's scope."""

    def __init__(self, journal: Log) -> None:
        self.journal = journal

    def generation(self) -> int:
        """Always the same: what the log says at a position never changes."""
        return 0

    def as_of(self, known_at: datetime | None = None) -> int:
        """The position of the last entry known at an instant (None = now)."""
        return self.journal.head() if known_at is None else self.journal.position_at(known_at)

    def seen(self, actor: Actor, *, at: int) -> tuple[DeliveredFile, ...]:
        """Every file that exists for this reader, as it stood at a position, the last one delivered first."""
        found = self._seen(actor, at)
        return tuple(sorted(found, key=lambda file: file.delivered_by.position, reverse=True))

    def _seen(self, actor: Actor, at: int) -> Iterator[DeliveredFile]:
        for stream in self.journal.streams(FILES):
            records = [record for record in self.journal.records(stream) if record.position <= at]
            file = fold(records)
            if file is None or not may_see(actor, file):
                continue
            sources = [Counting(records, {}).source(record) for record in records]
            yield DeliveredFile(
                file_id=file.delivered.file_id,
                source=file.delivered.source,
                rows=file.delivered.rows,
                agreements=len({part.agreement_id for part in file.delivered.parts}),
                deliveries=len(file.delivered.parts),
                warnings=sum(warned.count for warned in file.delivered.warnings),
                delivered_by=sources[0],
                decision=file.decision,
                decided_by=None if file.decision is Decision.PENDING else sources[-1],
            )
