"""Decisions about a file of figures as a whole."""

from collections.abc import Container, Sequence

from application.ports import Journal
from application.reading.figure_file import FILES, MAPPINGS, file_of, may_see
from domain.acts.figure_files import FILE_DECISIONS, DeliverFigureFile, FileRequest, KeepMapping, keep_mapping
from domain.facts import FigureMappingKept
from domain.figure_files import fold
from domain.record import Context, Decided, Record
from domain.rulebook.figures import PART_OF_FILE, UNKNOWN_FILE
from domain.values import AgreementId, DeliveryId


def about_file(journal: Journal, request: FileRequest, context: Context) -> tuple[str, int, Decided]:
    """The file's stream, its version and the decision; a file outside the actor's scope does not exist for them."""
    file = fold(journal.records(FILES + request.file_id))
    if file and not isinstance(request, DeliverFigureFile) and not may_see(context.actor, file):
        UNKNOWN_FILE.refuse(file=request.file_id)
    decided = FILE_DECISIONS[type(request)](file, request, context)
    return FILES + request.file_id, file.version if file else 0, decided


def about_mapping(journal: Journal, request: KeepMapping) -> tuple[str, Sequence[Record], Decided]:
    """The stream of mappings, its records, and what was decided."""
    records = journal.records(MAPPINGS)
    kept = (record.fact for record in records if isinstance(record.fact, FigureMappingKept))
    return MAPPINGS, records, keep_mapping(kept, request)


def must_not_be_decided_singly(
    journal: Journal, agreement_id: AgreementId, delivery_id: DeliveryId, together: Container[str]
) -> None:
    """Refuse a decision about one part of a file, unless the file's own is among the streams decided together."""
    file = file_of(journal, agreement_id, delivery_id)
    if file and FILES + file.delivered.file_id not in together:
        PART_OF_FILE.refuse(delivery=delivery_id, file=file.delivered.file_id)
