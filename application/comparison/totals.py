"""Totals of the compared Jobcenter: sums, and rates of sums; never a mean of rates."""

from collections.abc import Sequence
from fractions import Fraction

from application.comparison.compared import Amount, Figures, LineKey
from domain.measures import UNDIVIDED, Formula, Unit
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


class NoTotal(Exception):  # noqa: N818 - a state of the data
    """The figures do not add up; says why in German."""


def total_of(key: LineKey, figures: Sequence[Figures]) -> Total:
    """The total of figures at one load state, exact as fractions; raises NoTotal where they do not add up."""
    if not figures:
        raise NoTotal("Kein Jobcenter hat zu diesem Ladestand einen vergleichbaren Wert.")
    if key.sex is Sex.GAP:
        raise NoTotal("Abstände der Geschlechter lassen sich nicht zusammenzählen.")
    if key.formula in NOT_ADDED:
        raise NoTotal("Ein Mittel von Monatsquoten lässt sich aus den Quoten der Jobcenter nicht bilden.")
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
        raise NoTotal("Der Vorjahreswert ist zusammen null; eine Veränderung gibt es dazu nicht.")
    return (current / baseline - 1) * 100


def _added(key: LineKey, amounts: Sequence[Amount]) -> Fraction:
    """Sums of what adds up; for a rate the sum of numerators per sum of denominators."""
    if key.formula in SUMMED:
        if key.unit is Unit.PERCENT:
            raise NoTotal("Prozentwerte lassen sich nicht zusammenzählen.")
        return sum((Fraction(one.exact) for one in amounts), Fraction(0))
    if any(one.numerator is None or one.denominator is None for one in amounts):
        raise NoTotal("Nicht jedes Jobcenter hat Zähler und Nenner; geliefert ist nur die Quote.")
    numerator = sum((Fraction(one.numerator or 0) for one in amounts), Fraction(0))
    denominator = sum((Fraction(one.denominator or 0) for one in amounts), Fraction(0))
    share = numerator / denominator
    return (share - 1) * 100 if key.formula is Formula.YEAR_ON_YEAR else share * 100
