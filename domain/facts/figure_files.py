"""Facts about files of figures: one file, many deliveries."""

from typing import Annotated

from pydantic import Field, StringConstraints

from domain.facts.figures import SourceFile
from domain.figures import LoadState
from domain.record import Fact
from domain.values import AgreementId, DeliveryId, FileId, Frozen, Text

DryRunId = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{16}-[0-9a-f]{16}$")]
PreviewId = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{16}$")]
CheckId = Annotated[str, StringConstraints(pattern=r"^V[0-9]{2}$")]
Scope = Annotated[str, StringConstraints(pattern=r"^[0-9]{0,8}$")]


class DeliveredPart(Frozen):
    """What a file brought for one agreement at one load state."""

    agreement_id: AgreementId
    delivery_id: DeliveryId
    state: LoadState


class Warned(Frozen):
    """What a check warned of: how often, and the first places in plain words."""

    check: CheckId
    count: Annotated[int, Field(strict=True, ge=1)]
    says: tuple[Text, ...]


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
    """Whether the check named is not the one this delivery itself passed: an agreement stood otherwise, or never so."""
    parts: tuple[DeliveredPart, ...] = Field(min_length=1)
    warnings: tuple[Warned, ...] = ()


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
