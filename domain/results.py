"""Results of attainment, complete enough for anyone to recompute them."""

from domain.attainment import Caveat, LineState
from domain.figures import Cell, LoadState
from domain.measures import Formula, MeasureCode, Unit
from domain.rules import RULES_VERSION, Finding
from domain.terms import Bound, Form, GoalKind, Item, LineKind, Quantity, Rounding, Sex
from domain.values import DeliveryId, Frozen, GoalId, LineId, Number, Sha256, Words, decimals_of
from domain.year_to_date import Value


class Compared(Frozen):
    """The value held against the bound: exact as "n/d", and rounded, in `unit`.

    `rounded` has as many decimals as the bound at least, and more where a value that misses its bound would look equal
    to it. `low` and `high` are the least and the greatest it can be where figures were delivered rounded.
    """

    quantity: Quantity
    unit: Unit
    exact: str
    rounded: Number
    formula: Words
    low: str | None = None
    high: str | None = None

    @property
    def decimals(self) -> int:
        """With how many decimals it is shown."""
        return decimals_of(self.rounded)


class Gap(Frozen):
    """The gap to the bound (positive) or the reserve (negative), in natural units.

    `whole` is the smallest whole number that would have to be made good for the bound to hold, 0 when it holds; a gap
    in points has none. `rounded` is 0 only where nothing is missing.
    """

    unit: Unit
    exact: str
    rounded: Number
    whole: int | None
    required: str
    formula: Words


class Derivation(Frozen):
    """How a result came about, complete enough to be recomputed."""

    current: Value
    baseline: Value | None
    compared: Compared
    rounding: Rounding
    terms_version: int
    terms_hash: Sha256
    catalogue: str
    rules_version: str = RULES_VERSION


class BySex(Frozen):
    """The same quantity for one sex, shown beside the total (I.2); nothing is judged by it."""

    sex: Sex
    current: Value
    baseline: Value | None
    compared: Compared


class LineResult(Frozen):
    """The state of one line at one load state.

    `not_assessable_because` says why there is no outcome: what is missing, or why the figures decide nothing.
    """

    goal_id: GoalId
    line_id: LineId
    clause: str
    kind: LineKind
    measure: str
    measure_name: Words
    sex: Sex
    form: Form
    quantity: Quantity
    base_year: int | None = None
    """The year compared with where that is not the year before."""
    months_waited: int | None = None
    """The line's own wait where that is not the one asked for."""
    says: str
    load_state: LoadState | None
    state: LineState
    not_assessable_because: Words | None = None
    bound: Bound | None = None
    interim: bool = False
    gap: Gap | None = None
    rounding_sensitive: bool = False
    caveats: tuple[Caveat, ...] = ()
    """Caveats to show wherever the state is shown."""
    derivation: Derivation | None = None
    alone: Value | None = None
    """The current value where nothing can be compared with it; otherwise it stands in the derivation."""
    by_sex: tuple[BySex, ...] = ()
    findings: tuple[Finding, ...] = ()


class VerdictResult(Frozen):
    """How one verdict of a goal stands: as all of its lines together."""

    id: str
    clause: str
    title: str
    lines: tuple[LineId, ...]
    state: LineState
    caveats: tuple[Caveat, ...] = ()
    """Caveats of its lines."""


class PublishedRate(Frozen):
    """A figure of the ordinance as the statistic published it for a month, to be read beside the computed one."""

    measure: MeasureCode
    delivered: Cell
    """The rate in percent, with the decimals it was published with."""
    load_state: LoadState
    delivery_id: DeliveryId


class GoalResult(Frozen):
    """How one goal stands."""

    goal_id: GoalId
    clause: str
    title: str
    kind: GoalKind
    load_state: LoadState | None
    lines: tuple[LineResult, ...]
    verdicts: tuple[VerdictResult, ...]
    steps: tuple[Item, ...] = ()
    criteria: tuple[Item, ...] = ()
    topics: tuple[Item, ...] = ()


class Assumed(Frozen):
    """The assumption of an outlook about the denominator.

    `each` is the figure assumed for one month that is left, `whole_year` what the year-end value then divides by: the
    mean stock for K2, the sum otherwise.
    """

    says: Words
    each: str
    whole_year: str


class Outlook(Frozen):
    """The amount each remaining month must bring for the year-end value to meet the bound exactly.

    Exact numbers are fractions "n/d". `required` is the measure's value at the year's end, `done` what the year brought
    so far, both in the unit in which a month counts (`unit`; for a mean of rates the sum of the monthly rates);
    `so_far` is the mean of the months gone. `whole` is the smallest whole number a month that suffices where more is
    better, otherwise the largest that is allowed (below zero: out of reach).
    """

    line_id: LineId
    formula: Formula
    quantity: Quantity
    limit: str
    """The limit the compared value must reach; where rounding decides, half a unit beside the bound."""
    year_end: LoadState
    months_left: int
    required: str
    done: str
    so_far: str
    so_far_rounded: Number
    per_month: str
    rounded: Number
    whole: int | None
    unit: Unit
    upwards: bool
    strict: bool
    assumed: Assumed | None
    current: Value
    baseline: Value | None
