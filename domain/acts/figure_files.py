"""Files of figures: deliver, release, reject; each goes together with the deliveries it is about."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from pydantic import Field

from domain.acts.common import as_asked, must_follow, must_give_a_reason
from domain.facts import FigureFileDelivered, FigureFileRejected, FigureFileReleased, FigureMappingKept
from domain.facts.figure_files import DeliveredPart, DryRunId, Line, MappingName, PreviewId, Warned
from domain.facts.figures import SourceFile
from domain.figure_files import FigureFile
from domain.record import LAND, Context, Decided, Request
from domain.rulebook.any_act import AFTER_DELIVERY
from domain.rulebook.figures import DELIVERY_ID_USED, FILE_DECIDED, MAPPING_KNOWN, OWN_DELIVERY, UNKNOWN_FILE
from domain.state import Decision
from domain.values import FileId, Sha256, Text


class DeliverFigureFile(Request):
    """Hand over a file of figures."""

    title = "Datei liefern"
    title_en = "deliver a file of figures"
    permitted = LAND

    file_id: FileId
    source: SourceFile
    rows: int
    dry_run: DryRunId
    decided_anew: bool
    parts: tuple[DeliveredPart, ...] = Field(min_length=1)
    warnings: tuple[Warned, ...] = ()
    mapping: Sha256 | None = None


class ReleaseFigureFile(Request):
    """Release a file of figures with all it brought."""

    title = "Datei freigeben"
    title_en = "release a file of figures"
    permitted = LAND

    file_id: FileId
    preview: PreviewId


class RejectFigureFile(Request):
    """Reject a file of figures with all it brought."""

    title = "Datei zurückweisen"
    title_en = "reject a file of figures"
    permitted = LAND

    file_id: FileId
    preview: PreviewId


class KeepMapping(Request):
    """Lay down what stands where in the tables of one source."""

    title = "Zuordnung hinterlegen"
    title_en = "lay down a mapping"
    permitted = LAND

    name: MappingName
    source: Text
    sha256: Sha256
    lines: tuple[Line, ...] = Field(min_length=1, max_length=2000)


FileRequest = DeliverFigureFile | ReleaseFigureFile | RejectFigureFile


def deliver_file(file: FigureFile | None, request: DeliverFigureFile, context: Context) -> Decided:
    """A file as the ministry hands it over."""
    DELIVERY_ID_USED.refuse_if(file is not None, delivery=request.file_id)
    return Decided(as_asked(FigureFileDelivered, request, within=context.actor.scope))


def keep_mapping(kept: Iterable[FigureMappingKept], request: KeepMapping) -> Decided:
    """Keep a mapping beside those kept so far; the last of a name counts."""
    last = {one.name: one.sha256 for one in kept}
    MAPPING_KNOWN.refuse_if(last.get(request.name) == request.sha256, name=request.name)
    return Decided(as_asked(FigureMappingKept, request))


def release_file(file: FigureFile | None, request: ReleaseFigureFile, context: Context) -> Decided:
    """A second person's release."""
    must_be_open(file, request, context)
    return Decided(as_asked(FigureFileReleased, request))


def reject_file(file: FigureFile | None, request: RejectFigureFile, context: Context) -> Decided:
    """A second person's rejection, with a reason."""
    must_be_open(file, request, context)
    must_give_a_reason(request)
    return Decided(as_asked(FigureFileRejected, request))


def must_be_open(file: FigureFile | None, request: ReleaseFigureFile | RejectFigureFile, context: Context) -> None:
    """Refuse a decision about an unknown, decided or own file."""
    if file is None:
        UNKNOWN_FILE.refuse(file=request.file_id)
    FILE_DECIDED.refuse_if(file.decision is not Decision.PENDING, file=request.file_id)
    OWN_DELIVERY.refuse_if(file.by == context.actor.person)
    must_follow(request, file.on, AFTER_DELIVERY)


FILE_DECISIONS: Mapping[type[Request], Callable[[FigureFile | None, Any, Context], Decided]] = {
    DeliverFigureFile: deliver_file,
    ReleaseFigureFile: release_file,
    RejectFigureFile: reject_file,
}
"""The decision for each request about a file of figures."""
