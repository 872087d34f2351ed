"""Facts of mending: what was recorded in error or is disputed stays visible (N.2)."""

from typing import Annotated

from pydantic import Field

from domain.record import Fact
from domain.values import Text

Version = Annotated[int, Field(strict=True, ge=1)]


class RecordRetracted(Fact):
    """The party that had recorded something took it back; it stays readable and counts no more (N.2)."""

    title = "Eintrag zurückgenommen"
    clause = "N.2"

    version: Version
    replaced_by: Version | None = None
    """The record that now says it rightly."""


class RecordDisputed(Fact):
    """The other party disputed a record; it counts all the same (N.2)."""

    title = "Eintrag bestritten"
    clause = "N.2"

    version: Version
    says: Text
