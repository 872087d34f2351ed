"""Comparison: the values that released loads give for a measure, and the change, points or level they make."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Protocol, TypeVar

from domain.attainment import Attainment
from domain.bare_values import BareValue, Delivered, Spread, bare_value, cell_value
from domain.figures import LoadState
from domain.lacking import FIRST_KNOWN, NOT_WITHIN_THE_YEAR, NOTHING_RELEASED, Lacking, NotYetKnown
from domain.measures import Measure, Unit, known_after
from domain.reasons import Reason
from domain.results import Compared
from domain.rulebook.attainment import BASES, BASES_DIFFER, DEFINITION_DIFFERS, DELIVERED_DIFFERS, REVISIONS_DIFFER
from domain.rules import Finding
from domain.terms import Form, Quantity, Sex
from domain.values import rounded, shift, year_of
from domain.year_to_date import Value, told


@dataclass(frozen=True, slots=True)
class Pair:
    """The current value, and the one of the year before where the line compares with it."""

    current: Value
    baseline: Value | None

    @property
    def before(self) -> Fraction:
        """The earlier value, 0 without one."""
        return self.baseline.fraction if self.baseline else Fraction(0)


class OfRevision(Protocol):
    """What belongs to a revision of the statistic."""

    @property
    def revision(self) -> str:
        """Which one."""


V = TypeVar("V", bound=OfRevision)


def of_one_revision(currents: Sequence[V], baselines: Sequence[V]) -> tuple[V, V]:
    """The values to compare: of one revision where possible, else as they were loaded first."""
    pairs = [(current, baseline) for current in currents for baseline in baselines]
    return min(pairs, key=lambda pair: pair[0].revision != pair[1].revision)


def values(
    attainment: Attainment,
    measure: Measure,
    sex: Sex,
    state: LoadState,
    form: Form = Form.YEAR_TO_DATE,
    decimals: int | None = None,
) -> list[Value]:
    """The values that released loads of a load state give for a measure, oldest first; raises Lacking without any.

    Shown with so many decimals (None = as the terms agree).
    """
    decimals = attainment.terms.rounding.decimals if decimals is None else decimals
    return [told(bare, measure, form, decimals) for bare in bare_values(attainment, measure, sex, state, form)]


def bare_values(
    attainment: Attainment, measure: Measure, sex: Sex, state: LoadState, form: Form = Form.YEAR_TO_DATE
) -> list[BareValue]:
    """The same values in bare numbers."""
    found, lacking = [], None
    for delivered in attainment.loads(state):
        try:
            found.append(_last_known(delivered, measure, sex, form))
        except Lacking as why:
            lacking = why
    if not found:
        raise lacking or Lacking(nothing_released(state))
    return found


def _last_known(delivered: Delivered, measure: Measure, sex: Sex, form: Form) -> BareValue:
    """The measure's value for the last month of which this load can know everything.

    That is the report month, unless what is counted is known later than a load waits: then as many months earlier, so
    that loads of one load state always say it of the same months. Raises Lacking, and NotYetKnown before there is one.
    """
    state, late = delivered.load.state, known_after(measure)
    behind = max(0, late - state.months_waited)
    if behind == 0:
        return bare_value(delivered, measure, sex, form)
    month = shift(state.report_month, -behind)
    if form is Form.YEAR_TO_DATE and year_of(month) != year_of(state.report_month):
        raise NotYetKnown(
            FIRST_KNOWN.of(measure=measure.name, months=late, month=f"{state.report_month[:4]}-{1 + behind:02d}")
            if behind < MONTHS
            else NOT_WITHIN_THE_YEAR.of(measure=measure.name, months=late)
        )
    try:
        return bare_value(delivered, measure, sex, form, month).up_to(month)
    except Lacking as why:
        return _given(delivered, measure, sex, form, why)


def _given(delivered: Delivered, measure: Measure, sex: Sex, form: Form, why: Lacking) -> BareValue:
    """The value as it was delivered for the report month; raises what the known months lack where there is none."""
    try:
        given = bare_value(delivered, measure, sex, form)
    except Lacking:
        raise why from None
    if "computed" in {given.basis, *(part.basis for part in given.parts)}:
        raise why
    return given


def nothing_released(state: LoadState) -> Reason:
    """Says that nothing is released at a load state."""
    return NOTHING_RELEASED.of(state=state)


MONTHS = 12
FORMULAS = {
    Quantity.CHANGE: Reason("change_on_year_before", "100 · (laufendes Jahr ÷ Vorjahr − 1)"),
    Quantity.POINTS: Reason("points_on_year_before", "laufendes Jahr − Vorjahr"),
    Quantity.LEVEL: Reason("current_year", "laufendes Jahr"),
}
ON_BASE_YEAR = {
    Quantity.CHANGE: Reason("change_on_base_year", "100 · (laufendes Jahr ÷ Jahr {year} − 1)"),
    Quantity.POINTS: Reason("points_on_base_year", "laufendes Jahr − Jahr {year}"),
    Quantity.LEVEL: FORMULAS[Quantity.LEVEL],
}


def compare(
    quantity: Quantity,
    unit: Unit,
    current: Spread,
    baseline: Spread | None,
    decimals: int,
    base_year: int | None = None,
) -> Compared:
    """A quantity of two values, in its unit; a level is the current one whatever the baseline."""
    before = baseline or _NOTHING
    exact = _quantity(quantity, current.exact, before.exact)
    low, high = _quantity(quantity, current.low, before.high), _quantity(quantity, current.high, before.low)
    formula = ON_BASE_YEAR[quantity].of(year=base_year) if base_year else FORMULAS[quantity]
    return Compared(
        quantity=quantity,
        unit=unit,
        exact=str(exact),
        rounded=rounded(exact, decimals),
        formula=formula.said(),
        low=None if low == high else str(low),
        high=None if low == high else str(high),
    )


_NOTHING = Spread(Fraction(0), Fraction(0), Fraction(0))


def _quantity(quantity: Quantity, current: Fraction, baseline: Fraction) -> Fraction:
    match quantity:
        case Quantity.CHANGE:
            return (current / baseline - 1) * 100
        case Quantity.POINTS:
            return current - baseline
        case Quantity.LEVEL:
            return current


def noticed(current: Value, baseline: Value | None, measure: Measure, catalogue: str) -> Iterator[Finding]:
    """Every finding about the values a line compares."""
    if baseline is not None:
        yield from REVISIONS_DIFFER.notice_if(
            current.revision != baseline.revision, current=current.revision, baseline=baseline.revision
        )
        yield from BASES_DIFFER.notice_if(
            current.basis != baseline.basis, current=BASES[current.basis], baseline=BASES[baseline.basis]
        )
    for value in (current, baseline):
        for single in (value.parts or (value,)) if value else ():
            yield from _about(single, measure, catalogue)


def _about(value: Value, measure: Measure, catalogue: str) -> Iterator[Finding]:
    if value.basis == "computed" and value.delivered is not None:
        given, decimals = cell_value(value.delivered, measure), _decimals(value)
        computed = rounded(value.fraction, decimals)
        differs = rounded(given, decimals) != computed
        yield from DELIVERED_DIFFERS.notice_if(
            differs, delivered=rounded(given, decimals), computed=computed, state=value.load_state
        )
    for version in sorted({used.definition for used in value.inputs} - {catalogue, measure.version}):
        yield DEFINITION_DIFFERS.finding(delivered=version, agreed=catalogue)


def _decimals(value: Value) -> int:
    """To how many decimals a delivered value can be compared; a fraction's denominator may be a rounded mean."""
    cell = value.delivered or ""
    if "/" in cell:
        return -int(value.rounded.as_tuple().exponent)
    return len(cell.partition(".")[2])
