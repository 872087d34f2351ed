"""Totals of the compared Jobcenter: sums, and rates of sums; never a mean of rates."""

from collections.abc import Sequence
from fractions import Fraction

from application.comparison.compared import Amount, Figures, LineKey
from domain.measures import UNDIVIDED, Formula, Unit
from domain.reasons import Reason
from domain.results import Compared
from domain.terms import Quantity, Sex
from domain.values import Frozen, Number, rounded

SUMMED = UNDIVIDED
"""Formulas whose values add up: sums, and means of stocks over the same months."""
NOT_ADDED = frozenset({Formula.MEAN_OF_RATES, Formula.MEAN_OF_RATES_OF_PRECEDING})


class Total(Frozen):
    """The total of so many Jobcenter: current value, the year before, and how they compare."""

    covers: int
    current: str
    current_rounded: Number
    baseline: str | None
    baseline_rounded: Number | None
    compared: Compared


NO_VALUE = Reason("no_comparable_value", "Kein Jobcenter hat zu diesem Ladestand einen vergleichbaren Wert.")
GAPS = Reason("gaps_do_not_add_up", "Abstände der Geschlechter lassen sich nicht zusammenzählen.")
MEAN_OF_RATES = Reason(
    "no_mean_of_rates", "Ein Mittel von Monatsquoten lässt sich aus den Quoten der Jobcenter nicht bilden."
)
YEAR_BEFORE_ZERO = Reason(
    "year_before_zero", "Der Vorjahreswert ist zusammen null; eine Veränderung gibt es dazu nicht."
)
PERCENTAGES = Reason("percentages_do_not_add_up", "Prozentwerte lassen sich nicht zusammenzählen.")
RATES_ALONE = Reason("rates_alone", "Nicht jedes Jobcenter hat Zähler und Nenner; geliefert ist nur die Quote.")


class NoTotal(Exception):  # noqa: N818 - a state of the data
    """The figures do not add up; `says` tells why."""

    def __init__(self, why: Reason) -> None:
        self.says = why.said()
        super().__init__(self.says)


def total_of(key: LineKey, figures: Sequence[Figures]) -> Total:
    """The total of figures at one load state, exact as fractions; raises NoTotal where they do not add up."""
    if not figures:
        raise NoTotal(NO_VALUE)
    if key.sex is Sex.GAP:
        raise NoTotal(GAPS)
    if key.formula in NOT_ADDED:
        raise NoTotal(MEAN_OF_RATES)
    current = _added(key, [one.current for one in figures])
    baseline = None
    if key.quantity is not Quantity.LEVEL:
        baseline = _added(key, [one.baseline for one in figures if one.baseline])
    said, decimals = figures[0].compared, -int(figures[0].compared.rounded.as_tuple().exponent)
    exact = _compared(key, current, baseline)
    return Total(
        covers=len(figures),
        current=str(current),
        current_rounded=rounded(current, decimals),
        baseline=None if baseline is None else str(baseline),
        baseline_rounded=None if baseline is None else rounded(baseline, decimals),
        compared=said.model_copy(update={"exact": str(exact), "rounded": rounded(exact, decimals)}),
    )


def _compared(key: LineKey, current: Fraction, baseline: Fraction | None) -> Fraction:
    if baseline is None:
        return current
    if key.quantity is Quantity.POINTS:
        return current - baseline
    if baseline <= 0:
        raise NoTotal(YEAR_BEFORE_ZERO)
    return (current / baseline - 1) * 100


def _added(key: LineKey, amounts: Sequence[Amount]) -> Fraction:
    """Sums of what adds up; for a rate the sum of numerators per sum of denominators."""
    if key.formula in SUMMED:
        if key.unit is Unit.PERCENT:
            raise NoTotal(PERCENTAGES)
        return sum((Fraction(one.exact) for one in amounts), Fraction(0))
    if any(one.numerator is None or one.denominator is None for one in amounts):
        raise NoTotal(RATES_ALONE)
    numerator = sum((Fraction(one.numerator or 0) for one in amounts), Fraction(0))
    denominator = sum((Fraction(one.denominator or 0) for one in amounts), Fraction(0))
    share = numerator / denominator
    return (share - 1) * 100 if key.formula is Formula.YEAR_ON_YEAR else share * 100
