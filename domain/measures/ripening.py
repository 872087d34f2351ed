"""Quantities that are known later than the month they count, whatever the wait of the load.

What a month brought can only be counted once what follows it has been seen. The editions define what is counted; how
much later that is known follows from it and is no part of an ordinance.
"""

from collections.abc import Mapping

from domain.measures.kinds import Measure, MeasureCode

KNOWN_AFTER: Mapping[MeasureCode, int] = {
    "INT_BD": 3,
    "INT_KONT": 6,
    "INT_NACH": 12,
}
"""In months. INT_BD: whether need is covered is looked at three months after the integration. INT_KONT: insured
employment in each of the six months after (§ 5 Abs. 2 Nr. 3 of 2019). INT_NACH: insured employment twelve months after
(§ 5 Abs. 2 Nr. 3 before)."""


def known_after(measure: Measure) -> int:
    """After how many months all that a measure is formed from is known."""
    return max(KNOWN_AFTER.get(code, 0) for code in (measure.numerator, measure.denominator or measure.numerator))
