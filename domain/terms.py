"""The terms of a target agreement, in every variant a Land may need."""

from collections.abc import Iterator
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from domain.budget import Benchmark, Budget
from domain.measures import CATALOGUES, Measure, MeasureCode, Unit, Version
from domain.parties import SIDES, Party, Side
from domain.reasons import Reason
from domain.values import Day, Frozen, GoalId, LineId, Month, Number, PartyId, Several, Slug, Text, Year

CLAUSE = r"^([0-9A-Za-zÄÖÜäöüß§][0-9A-Za-zÄÖÜäöüß§(),./ –-]{0,58})?[0-9A-Za-zÄÖÜäöüß§).-]$"
Clause = Annotated[str, StringConstraints(pattern=CLAUSE)]
"""A place as the paper numbers it: "III.2.1.2", "§ 2 Abs. 1", "Präambel"."""


def is_unused(value: object) -> bool:
    """Whether an addition to the terms is unused: such a field is not written, so that older terms keep their hash."""
    return value is None or value is False or value == ()


def is_year_to_date(form: object) -> bool:
    """Whether a line is in the form that lines have unless they name another."""
    return form == "ytd"


class Consent(Frozen):
    """The consent of somebody who does not sign, such as a ministry of finance (§ 48b Abs. 1 S. 1 Nr. 1 SGB II)."""

    by: Text
    given_on: Day | None = None
    reference: Text | None = None


class Passage(Frozen):
    """A heading, sentence or list item of the paper, word for word: where it stands there, and under which clause."""

    clause: Clause
    place: Text
    heading: bool = Field(default=False, exclude_if=is_unused)
    says: Text


class Principle(Frozen):
    """A principle: shown and reported on, decides nothing."""

    clause: Clause
    title: Text
    says: Text


class Comparator(StrEnum):
    """How a value must stand to its bound; more_than and less_than are strict."""

    AT_LEAST = "at_least"
    MORE_THAN = "more_than"
    AT_MOST = "at_most"
    LESS_THAN = "less_than"


FROM_BELOW = frozenset({Comparator.AT_LEAST, Comparator.MORE_THAN})
"""Bounds that a value has to reach; the others it must not pass."""


class NamedLevel(Frozen):
    """The number named beside a change ("um 0,3 % auf 4.778"), and whether it decides in the change's place."""

    value: Number
    unit: Unit
    decides: bool


class Bound(Frozen):
    """The agreed bound, signed: "sinkt um höchstens 7,0 %" is at least −7.0."""

    comparator: Comparator
    value: Number
    unit: Unit
    names: NamedLevel | None = Field(default=None, exclude_if=is_unused)


class InterimBound(Frozen):
    """The bound that governs one month of the year."""

    month: Month
    bound: Bound


class LineKind(StrEnum):
    """The purpose of a line: a target decides, an expected value guides, a monitored measure is only watched."""

    TARGET = "target"
    EXPECTED = "expected"
    MONITORED = "monitored"


class Sex(StrEnum):
    """Whom a figure covers; gap = men's value minus women's, in percentage points."""

    TOTAL = "total"
    WOMEN = "women"
    MEN = "men"
    GAP = "gap"


class Form(StrEnum):
    """The period of a monthly figure: the month alone, January to it, or the twelve months up to it."""

    MONTHLY = "monthly"
    YEAR_TO_DATE = "ytd"
    ROLLING = "rolling12"


class Quantity(StrEnum):
    """The quantity held against the bound: the change on the year before (percent, or points), or the level."""

    CHANGE = "change"
    POINTS = "points"
    LEVEL = "level"


class Line(Frozen):
    """A measured line of a goal.

    It compares with the year before unless a base year is named, on values waited for as agreed for dialogs and the
    final assessment unless it names a wait of its own.
    """

    id: LineId
    clause: Clause
    kind: LineKind
    measure: MeasureCode
    sex: Sex = Sex.TOTAL
    form: Form = Field(default=Form.YEAR_TO_DATE, exclude_if=is_year_to_date)
    quantity: Quantity = Quantity.CHANGE
    base_year: Year | None = Field(default=None, exclude_if=is_unused)
    months_waited: Annotated[int, Field(strict=True, ge=0, le=12)] | None = Field(default=None, exclude_if=is_unused)
    bound: Bound | None = None
    interim: Several[InterimBound] = ()
    says: Text


class VerdictGroup(Frozen):
    """A verdict of its own within a goal: attained when all of its lines are, or as many as it needs."""

    id: Slug
    clause: Clause
    title: Text
    lines: Several[LineId] = Field(min_length=1)
    needs: Annotated[int, Field(strict=True, ge=1)] | None = Field(default=None, exclude_if=is_unused)
    """How many of its lines must hold ("zwei von drei"); None = all of them."""


class Item(Frozen):
    """A step, success criterion or topic of a goal."""

    id: Slug
    says: Text


class GoalKind(StrEnum):
    """How a goal is followed: by lines, by steps and criteria, or by reports alone."""

    MEASURED = "measured"
    INDIVIDUAL = "individual"
    REPORTED = "reported"


class Goal(Frozen):
    """A goal of the agreement."""

    id: GoalId
    clause: Clause
    kind: GoalKind
    title: Text
    says: Text
    lines: Several[Line] = ()
    verdicts: Several[VerdictGroup] = ()
    steps: Several[Item] = ()
    criteria: Several[Item] = ()
    topics: Several[Item] = ()


class Ordinance(Frozen):
    """The version of the key-figure ordinance the agreement is bound to, and the catalogue that holds it."""

    title: Text
    issued_on: Day
    citation: Text
    amended_on: Day | None = None
    amendment_citation: Text | None = None
    catalogue: Version


class DialogDuty(Frozen):
    """How often the parties talk, on values waited for how long, and which committee prepares it."""

    minimum: Annotated[int, Field(strict=True, ge=0, le=12)]
    months_waited: Annotated[int, Field(strict=True, ge=0, le=12)]
    committee: Text | None = None


class AssessmentWindow(Frozen):
    """Between which days the final dialog is held, and how long the year-end values have waited."""

    opens_on: Day
    closes_on: Day
    months_waited: Annotated[int, Field(strict=True, ge=0, le=12)]


class Rounding(Frozen):
    """Which value decides, the exact one or the one rounded to so many decimals, or that this was not agreed."""

    decides: Literal["exact", "rounded", "not_agreed"]
    decimals: Annotated[int, Field(strict=True, ge=0, le=6)] = 1


class Terms(Frozen):
    """The whole content of an agreement."""

    title: Text
    year: Year
    track: Annotated[int, Field(strict=True, ge=1, le=4)]
    """Number in § 48b Abs. 1 S. 1 SGB II: 4 = Land and opted municipality."""
    legal_basis: Text
    parties: Several[Party] = Field(min_length=2, max_length=60)
    consents: Several[Consent] = Field(default=(), exclude_if=is_unused)
    principles: Several[Principle] = ()
    outlook: Several[Text] = ()
    benchmarks: Several[Benchmark] = ()
    budget: Budget | None = None
    duties: Several[Principle] = ()
    goals: Several[Goal] = Field(min_length=1)
    ordinance: Ordinance
    own_measures: Several[Measure] = ()
    dialogs: DialogDuty
    assessment: AssessmentWindow
    rounding: Rounding
    text: Several[Passage] = Field(default=(), exclude_if=is_unused)
    """The paper word for word, in its order; empty where only its content was entered."""

    @property
    def lines(self) -> Iterator[Line]:
        """Every line of every goal."""
        return (line for goal in self.goals for line in goal.lines)

    @property
    def years_read(self) -> frozenset[int]:
        """The years whose figures the lines read: the agreement's, the year before, and base years."""
        named = (line.base_year for line in self.lines if line.base_year is not None)
        return frozenset({self.year, self.year - 1, *named})

    @property
    def party_ids(self) -> frozenset[PartyId]:
        """Who is bound, and so has to sign."""
        return frozenset(party.id for party in self.parties)

    def side_named(self, side: Side) -> Reason:
        """A side as it is called on this track."""
        return Reason(side.value, SIDES[self.track][side])

    @property
    def quantities(self) -> frozenset[MeasureCode]:
        """Every code figures may be delivered under: measures, and the base quantities they are formed from."""
        measures = (*self.own_measures, *CATALOGUES.get(self.ordinance.catalogue, {}).values())
        codes = ((measure.code, measure.numerator, measure.denominator) for measure in measures)
        return frozenset(code for three in codes for code in three if code is not None)

    def measure(self, code: MeasureCode) -> Measure | None:
        """The measure as this agreement pins it, or None when neither catalogue nor agreement knows it."""
        own = next((measure for measure in self.own_measures if measure.code == code), None)
        return own or CATALOGUES.get(self.ordinance.catalogue, {}).get(code)
