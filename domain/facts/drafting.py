"""Facts of drafting."""

from typing import Annotated, ClassVar

from pydantic import Field

from domain.record import Fact
from domain.terms import Bound, Terms
from domain.values import LineId, Sha256, Text


class AgreementDrafted(Fact):
    """The Land put an agreement's full terms on the table (P, I, II, III.2)."""

    title: ClassVar[str] = "Vereinbarung entworfen"

    ordinal: Annotated[int, Field(strict=True, ge=1, le=99)]
    terms: Terms
    terms_hash: Sha256


class TargetProposed(Fact):
    """A party proposed a bound for a line, with its forecast and why (III.2)."""

    title: ClassVar[str] = "Zielwert vorgeschlagen"

    line_id: LineId
    bound: Bound
    forecast: Text
    rationale: Text


class DraftRevised(Fact):
    """The Land replaced the drafted terms before anybody had signed (III.2)."""

    title: ClassVar[str] = "Entwurf geändert"

    terms: Terms
    terms_hash: Sha256


class DraftWithdrawn(Fact):
    """The Land took the draft back; it binds nobody (P)."""

    title: ClassVar[str] = "Entwurf zurückgezogen"
