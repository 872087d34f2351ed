"""Where files of figures stand in the log: one stream each, beside the agreements."""

from collections.abc import Iterator

from application.ports import Journal
from domain.acts.figure_files import FILE_DECISIONS, DeliverFigureFile, FileRequest
from domain.figure_files import FigureFile, fold
from domain.record import Actor, Context, Decided, Role
from domain.rulebook.figures import UNKNOWN_FILE
from domain.values import FileId, Sha256

FILES = "register.files."
"""How the streams of files begin."""
READERS = frozenset({Role.LAND, Role.AUDITOR})


def about_file(journal: Journal, request: FileRequest, context: Context) -> tuple[str, int, Decided]:
    """The file's stream, its version, and what was decided; a file out of the actor's scope does not exist for him."""
    file = fold(journal.records(FILES + request.file_id))
    if file and not isinstance(request, DeliverFigureFile) and not may_see(context.actor, file):
        UNKNOWN_FILE.refuse(file=request.file_id)
    decided = FILE_DECISIONS[type(request)](file, request, context)
    return FILES + request.file_id, file.version if file else 0, decided


def seen(journal: Journal, actor: Actor, file_id: FileId) -> FigureFile:
    """A file within the actor's scope; refuses another."""
    file = fold(journal.records(FILES + file_id))
    if file is None or not may_see(actor, file):
        UNKNOWN_FILE.refuse(file=file_id)
    return file


def may_see(actor: Actor, file: FigureFile) -> bool:
    """Whether a file exists for this actor: what it covers lies within his scope."""
    everywhere = actor.role is Role.AUDITOR and not actor.scope
    return actor.role in READERS and (everywhere or bool(actor.scope)) and file.delivered.within.startswith(actor.scope)


def attempts(journal: Journal, sha256: Sha256) -> Iterator[FigureFile]:
    """Every delivery of the same file so far, oldest first."""
    found = (fold(journal.records(stream)) for stream in journal.streams(FILES + stem(sha256)))
    files = [file for file in found if file and file.delivered.source.sha256 == sha256]
    yield from sorted(files, key=lambda file: int(file.delivered.file_id.rpartition("-")[2]))


def stem(sha256: Sha256) -> str:
    """How the ids of a file's deliveries begin; what follows is their number."""
    return f"datei-{sha256[:12]}-"
