"""Facts of drafting."""

from typing import Annotated

from pydantic import Field

from domain.record import Concerned, Fact
from domain.terms import Bound, Terms
from domain.values import LineId, Sha256, Text


class AgreementDrafted(Fact):
    """The Land put an agreement's full terms on the table (P, I, II, III.2)."""

    title = "Vereinbarung entworfen"
    clause = "P"

    ordinal: Annotated[int, Field(strict=True, ge=1, le=99)]
    terms: Terms
    terms_hash: Sha256

    def concerned(self) -> Concerned:
        return Concerned(goals=[goal.id for goal in self.terms.goals])


class TargetProposed(Fact):
    """A party proposed a bound for a line, with its forecast and why (III.2)."""

    title = "Zielwert vorgeschlagen"
    clause = "III.2.1.2"

    line_id: LineId
    bound: Bound
    forecast: Text
    rationale: Text

    def concerned(self) -> Concerned:
        return Concerned(parts=(self.line_id,))


class DraftRevised(Fact):
    """The Land replaced the drafted terms before anybody had signed (III.2)."""

    title = "Entwurf geändert"
    clause = "P"

    terms: Terms
    terms_hash: Sha256


class DraftWithdrawn(Fact):
    """The Land took the draft back; it binds nobody (P)."""

    title = "Entwurf zurückgezogen"
    clause = "P"
