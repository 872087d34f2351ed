"""Where files of figures stand in the log: one stream each, beside the agreements."""

from collections.abc import Iterator

from application.ports import Journal
from domain.facts.figure_files import Scope
from domain.figure_files import FigureFile, fold
from domain.figures import LoadState
from domain.record import Actor, Role
from domain.rulebook.figures import UNKNOWN_FILE
from domain.values import AgreementId, DeliveryId, FileId, Sha256

FILES = "register.files."
"""How the streams of files begin."""
MAPPINGS = "register.mappings"
"""The stream of mappings."""
READERS = frozenset({Role.LAND, Role.AUDITOR})


def seen(journal: Journal, actor: Actor, file_id: FileId) -> FigureFile:
    """A file within the actor's scope; refuses another."""
    file = fold(journal.records(FILES + file_id))
    if file is None or not may_see(actor, file):
        UNKNOWN_FILE.refuse(file=file_id)
    return file


def may_see(actor: Actor, file: FigureFile) -> bool:
    """Whether a file exists for this actor: its coverage lies within their scope."""
    return lies_within(actor, file.delivered.within)


def lies_within(actor: Actor, scope: Scope) -> bool:
    """The same, from the scope a file was delivered in, which never changes."""
    everywhere = actor.role is Role.AUDITOR and not actor.scope
    return actor.role in READERS and (everywhere or bool(actor.scope)) and scope.startswith(actor.scope)


def attempts(journal: Journal, sha256: Sha256) -> Iterator[FigureFile]:
    """Every delivery of the same file so far, oldest first."""
    found = (fold(journal.records(stream)) for stream in journal.streams(FILES + stem(sha256)))
    files = [file for file in found if file and file.delivered.source.sha256 == sha256]
    yield from sorted(files, key=lambda file: int(file.delivered.file_id.rpartition("-")[2]))


def stem(sha256: Sha256) -> str:
    """How the ids of a file's deliveries begin; what follows is their number."""
    return f"datei-{sha256[:12]}-"


def part_id(file_id: FileId, state: LoadState) -> DeliveryId:
    """The id of what a file brings at a load state."""
    return f"{file_id}-{state.report_month}-t{state.months_waited}"


def file_of(journal: Journal, agreement_id: AgreementId, delivery_id: DeliveryId) -> FigureFile | None:
    """The file a delivery came by; None for one that came alone."""
    file = fold(journal.records(FILES + delivery_id.rsplit("-", 3)[0]))
    parts = file.delivered.parts if file else ()
    return file if (agreement_id, delivery_id) in {(part.agreement_id, part.delivery_id) for part in parts} else None
