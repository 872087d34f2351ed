"""Facts about files of figures: one file, many deliveries."""

import re
from typing import Annotated

from pydantic import AfterValidator, Field, StringConstraints

from domain.facts.figures import SourceFile
from domain.figures import LoadState
from domain.record import Fact
from domain.said_from import SaidFrom
from domain.values import AgreementId, DeliveryId, FileId, Frozen, Sha256, Text

DryRunId = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{16}-[0-9a-f]{16}$")]
PreviewId = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{16}$")]
CheckId = Annotated[str, StringConstraints(pattern=r"^V[0-9]{2}$")]
Scope = Annotated[str, StringConstraints(pattern=r"^[0-9]{0,8}$")]


MappingName = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?$")]
_LINE = re.compile(r"[^\x00-\x1f\x7f-\x9f\xad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]{0,400}")


def is_line(text: str) -> bool:
    """Whether a text is one line of a mapping as it is kept: readable characters, 400 at most."""
    return _LINE.fullmatch(text) is not None


def _line(text: str) -> str:
    if not is_line(text):
        raise ValueError("Erwartet wird eine Zeile mit höchstens 400 lesbaren Zeichen.")
    return text


Line = Annotated[str, AfterValidator(_line)]


class DeliveredPart(Frozen):
    """One load of a file, for one agreement at one load state."""

    agreement_id: AgreementId
    delivery_id: DeliveryId
    state: LoadState


class Warned(Frozen):
    """A check's warnings: how many, and the first places in plain words."""

    check: CheckId
    count: Annotated[int, Field(strict=True, ge=1)]
    says: tuple[Text, ...]
    said_from: tuple[SaidFrom, ...] = Field(default=(), exclude_if=lambda value: not value)
    """What these words were said from; empty in older entries."""


class FigureFileDelivered(Fact):
    """The ministry handed over a file of figures for several agreements at once (III.3.2-D)."""

    title = "Datei geliefert"
    clause = "III.3.2-D"

    file_id: FileId
    source: SourceFile
    within: Scope
    """The AGS prefix of whoever delivered it, within which it is seen."""
    rows: Annotated[int, Field(strict=True, ge=1)]
    dry_run: DryRunId
    """The check that was named. It is one of this file; that it was made rests on the word of whoever delivered."""
    decided_anew: bool
    """Whether the check named differs from the one passed here: an agreement changed, or the check never ran."""
    parts: tuple[DeliveredPart, ...] = Field(min_length=1)
    warnings: tuple[Warned, ...] = ()
    mapping: Sha256 | None = Field(default=None, exclude_if=lambda value: value is None)
    """The mapping by which the file was read; None where it has the layout of the template."""


class FigureMappingKept(Fact):
    """A mapping was kept: the meaning of columns and values in the tables of one source (III.3.2-D).

    Its hash is that of the lines, each ended by a line feed, in UTF-8; a later one of the same name takes its place.
    """

    title = "Zuordnung hinterlegt"
    clause = "III.3.2-D"

    name: MappingName
    source: Text
    sha256: Sha256
    lines: tuple[Line, ...] = Field(min_length=1, max_length=2000)


class FigureFileReleased(Fact):
    """A second person released a file of figures, with all it brought (III.3.2-D)."""

    title = "Datei freigegeben"
    clause = "III.3.2-D"

    file_id: FileId
    preview: PreviewId | None = None
    """Names what was to be seen of the file when this was decided; None in older entries."""


class FigureFileRejected(Fact):
    """A second person rejected a file of figures; nothing of it ever counts (III.3.2-D)."""

    title = "Datei zurückgewiesen"
    clause = "III.3.2-D"

    file_id: FileId
    preview: PreviewId | None = None
    """Names what was to be seen of the file when this was decided; None in older entries."""
