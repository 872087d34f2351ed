"""Facts about figures."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from domain.figures import Load
from domain.record import Concerned, Fact
from domain.values import DeliveryId, Frozen, Sha256, Text


class Cause(StrEnum):
    """Why the same load state is delivered again: a revision stands beside, an error's correction supersedes it."""

    TRANSMISSION_ERROR = "transmission_error"
    STATISTICS_ERROR = "statistics_error"
    """An error of the statistic itself, published and then corrected by the office."""
    STATISTICAL_REVISION = "statistical_revision"

    @property
    def supersedes(self) -> bool:
        """Whether what is corrected stops counting."""
        return self is not Cause.STATISTICAL_REVISION


class Correction(Frozen):
    """Which delivery is delivered again, and why."""

    of: DeliveryId
    cause: Cause


class SourceFile(Frozen):
    """The file a load was read from."""

    name: Text
    sha256: Sha256
    size: Annotated[int, Field(strict=True, ge=0)]
    """In bytes."""


class FiguresDelivered(Fact):
    """The ministry handed over a load of figures (III.3.2-D)."""

    title = "Daten geliefert"
    clause = "III.3.2-D"

    delivery_id: DeliveryId
    load: Load
    correction: Correction | None = None
    source: SourceFile | None = None

    def concerned(self) -> Concerned:
        return Concerned(measured=True)


class FiguresReleased(Fact):
    """A second person released a delivery; from now on its figures count (III.3.2-D)."""

    title = "Daten freigegeben"
    clause = "III.3.2-D"

    delivery_id: DeliveryId

    def concerned(self) -> Concerned:
        return Concerned(measured=True)


class FiguresRejected(Fact):
    """A second person rejected a delivery; its figures never count (III.3.2-D)."""

    title = "Daten zurückgewiesen"
    clause = "III.3.2-D"

    delivery_id: DeliveryId

    def concerned(self) -> Concerned:
        return Concerned(measured=True)
