"""Rows of a comparison: an agreement, and its released figures and lines at a load state."""

from domain.attainment import Caveat, LineState
from domain.bare_values import Spread
from domain.figures import LoadState
from domain.measures import Better, Formula, Unit, Version
from domain.parties import Ags, Party
from domain.results import Compared, Gap
from domain.terms import Bound, Clause, Form, LineKind, Quantity, Sex
from domain.values import AgreementId, Frozen, LineId, Number, Words, fraction_of


class Amount(Frozen):
    """A value without its derivation: exact as "n/d", rounded, and what it divides."""

    exact: str
    rounded: Number
    numerator: str | None
    denominator: str | None


class LineKey(Frozen):
    """The key by which lines of different agreements compare: measure as defined, sex, and quantity."""

    measure: str
    name: Words
    definition: Version
    formula: Formula
    unit: Unit
    sex: Sex
    quantity: Quantity
    form: Form = Form.YEAR_TO_DATE
    base_year: int | None = None
    """The year compared with where that is not the year before."""
    months_waited: int | None = None
    """The wait of its values where that is not the one compared at."""

    def at(self, state: LoadState | None) -> "LineKey":
        """The key among lines compared at a load state."""
        same = state is not None and self.months_waited == state.months_waited
        return self.model_copy(update={"months_waited": None}) if same else self

    @property
    def is_own(self) -> bool:
        """Whether it takes a line to say what is compared: its form, year or wait is not the usual one."""
        return (self.form, self.base_year, self.months_waited) != (Form.YEAR_TO_DATE, None, None)


class Figures(Frozen):
    """Released figures of a line."""

    current: Amount
    baseline: Amount | None
    compared: Compared


class Agreed(Frozen):
    """The agreed bound of a line, and how the line stands to it."""

    line_id: LineId
    clause: Clause
    kind: LineKind
    bound: Bound | None
    interim: bool
    state: LineState
    not_assessable_because: Words | None
    gap: Gap | None
    rounding_sensitive: bool
    caveats: tuple[Caveat, ...]
    findings: tuple[str, ...]


class ComparedLine(Frozen):
    """A line's result at a load state, without its derivation."""

    key: LineKey
    agreed: Agreed
    figures: Figures | None


class Exact(Frozen):
    """A value and what it divides, with the least and the greatest it can be where it was delivered rounded."""

    exact: str
    numerator: str | None
    denominator: str | None
    low: str | None
    high: str | None

    @property
    def spread(self) -> Spread:
        """The value as a number, with its ends."""
        exact = fraction_of(self.exact)
        low, high = (exact if end is None else fraction_of(end) for end in (self.low, self.high))
        return Spread(exact, low, high)


class ComparedValue(Frozen):
    """A measure's value for a sex, and that of the year before where there is one.

    `level` is what counts without the year before, where that is another load's than the one to compare with it.
    """

    sex: Sex
    current: Exact
    baseline: Exact | None
    level: Exact | None


class ComparedMeasure(Frozen):
    """Released figures of a measure, whether or not a bound is agreed on it."""

    measure: str
    name: Words
    definition: Version
    formula: Formula
    unit: Unit
    better: Better | None
    usual: Quantity | None
    """As what it has a row in every comparison; None where only an agreed line gives it one."""
    values: tuple[ComparedValue, ...]

    def key(self, sex: Sex, quantity: Quantity) -> LineKey:
        """The key of a line on it."""
        return LineKey(
            measure=self.measure,
            name=self.name,
            definition=self.definition,
            formula=self.formula,
            unit=self.unit,
            sex=sex,
            quantity=quantity,
        )


class ComparedState(Frozen):
    """An agreement's released figures and its lines at one load state."""

    agreement_id: AgreementId
    year_before: bool
    """Whether anything is released at the same load state a year earlier."""
    decimals: int
    measures: tuple[ComparedMeasure, ...]
    lines: tuple[ComparedLine, ...]


class County(Frozen):
    """The Jobcenter's identity."""

    name: str
    ags: Ags | None


class ComparedAgreement(Frozen):
    """An agreement, by what it is compared, and at which load states of its year something was released."""

    agreement_id: AgreementId
    year: int
    track: int
    land: Ags
    counties: tuple[County, ...]
    parties: tuple[Party, ...]
    binding: bool
    """Whether it is signed by all, and neither withdrawn nor terminated."""
    states: tuple[LoadState, ...]
    keys: tuple[LineKey, ...]
