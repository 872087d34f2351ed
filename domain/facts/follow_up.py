"""Facts of following an agreement up: what came of measures, deviations, circumstances, new law."""

from enum import StrEnum

from pydantic import Field

from domain.facts.signing import Document
from domain.figures import LoadState
from domain.record import Concerned, Fact, Informing
from domain.values import Day, Frozen, GoalId, LineId, Number, PartyId, Several, Slug, Text


class MeasureReported(Fact):
    """A party reported what came of a measure agreed in a dialog (III.3.1)."""

    title = "Verabredung berichtet"
    clause = "III.3.1"
    retractable = True

    measure_id: Slug
    done: bool
    says: Text
    evidence: tuple[Document, ...] = ()


class AdviceGiven(Informing):
    """The Land advised the county on reaching its goals (III.1)."""

    title = "Beratung gegeben"
    clause = "III.1"
    retractable = True

    goals: tuple[GoalId, ...] = Field(min_length=1)
    says: Text
    evidence: tuple[Document, ...] = ()

    def concerned(self) -> Concerned:
        return Concerned(goals=self.goals)


class DeviationNoted(Fact):
    """A party noted that a line is off its bound at a load state, and why (III.3.1)."""

    title = "Zielabweichung festgehalten"
    clause = "III.3.1"
    retractable = True

    deviation_id: Slug
    line_id: LineId
    load_state: LoadState
    causes: Text

    def concerned(self) -> Concerned:
        return Concerned(parts=(self.line_id,))


class CircumstanceKind(StrEnum):
    """Kind of circumstance: measured against an agreed value, or described."""

    BUDGET = "budget"
    BENCHMARK = "benchmark"
    ECONOMIC = "economic"
    STRUCTURAL = "structural"


class CircumstanceNoted(Fact):
    """A party noted that budget, benchmarks, economy or structure differ from what was agreed (III.3.5)."""

    title = "Umstand festgehalten"
    clause = "III.3.5"
    retractable = True

    circumstance_id: Slug
    kind: CircumstanceKind
    party: PartyId
    about: Slug | None
    """The budget line or benchmark, for those kinds."""
    agreed: Number | None
    actual: Number | None
    says: Text
    lines: tuple[LineId, ...]

    def concerned(self) -> Concerned:
        return Concerned(parts=self.lines)


class Direction(StrEnum):
    """Which way a change of law is expected to move a line."""

    UP = "up"
    DOWN = "down"
    UNCLEAR = "unclear"


class ExpectedEffect(Frozen):
    """The expected effect of a provision on a line."""

    line_id: LineId
    direction: Direction


class Provision(Frozen):
    """A provision of a new law with the period it holds for and what it is expected to do."""

    says: Text
    from_day: Day
    until_day: Day | None = None
    effects: Several[ExpectedEffect] = ()


class LegalChangeApplied(Fact):
    """A change of law was taken into the follow-up; no computed value changes by it (III.3.4)."""

    title = "Gesetzesänderung berücksichtigt"
    clause = "III.3.4"
    retractable = True

    change_id: Slug
    law: Text
    citation: Text
    provisions: tuple[Provision, ...] = Field(min_length=1)

    def concerned(self) -> Concerned:
        return Concerned(parts=[effect.line_id for one in self.provisions for effect in one.effects])
