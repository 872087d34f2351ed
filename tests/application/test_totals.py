"""Totals: what all would have together, from sums and never from means of rates."""

from collections.abc import Sequence

import pytest
from hypothesis import given as for_any
from hypothesis import strategies as st

from application.comparison.compared import ComparedState, Figures, LineKey
from application.comparison.rows import figures, rows
from application.comparison.totals import NoTotal, total_of
from application.lists.agreement_course import fold
from domain.figures import Load
from domain.terms import Line, Quantity, Sex
from tests.builders import (
    a_line,
    a_load,
    a_released,
    agreed,
    at_least,
    at_most,
    drafted,
    k2,
    monthly,
)
from tests.domain.given import given


def compared(*of_loads: Load, line: Line) -> tuple[LineKey, Figures | None]:
    """A line's key, and its figures at the load state of the first load."""
    life = given(drafted(agreed(line)), [a_released(one, f"lieferung-{n}") for n, one in enumerate(of_loads)])
    case = fold(life.records)
    assert case is not None
    row = rows(case)[str(of_loads[0].state)]
    assert isinstance(row, ComparedState)
    key = row.lines[0].key
    (value,) = (one for of in row.measures if of.measure == key.measure for one in of.values if one.sex is key.sex)
    return key, figures(value, key, row.decimals)


COUNTS = st.lists(st.tuples(*[st.integers(1, 500)] * 4, *[st.integers(500, 9000)] * 6), min_size=1, max_size=4)
MEASURED = st.sampled_from(
    [
        a_line(at_least("1")),
        a_line(at_most("1"), measure="LZB"),
        a_line(measure="LLU"),
        a_line(measure="K3E2", quantity=Quantity.LEVEL),
        a_line(measure="INT_BD_SHARE", quantity=Quantity.POINTS),
    ]
)


def year_of_figures(year: int, counted: tuple[int, ...], stock: tuple[int, ...]) -> Load:
    first = f"{year}-01"
    flows = [monthly(code, first, counted) for code in ("INT_BD", "LLU", "LZB_AMP")]
    return a_load(
        f"{year}-02",
        *flows,
        *k2(f"{year}-02", [2 * n for n in counted], stock),
        monthly("LZB", first, stock[1:]),
        waited=3,
    )


@for_any(COUNTS, MEASURED)
def test_the_total_is_what_one_jobcenter_with_all_the_figures_would_have(
    counts: list[tuple[int, ...]], line: Line
) -> None:
    def of_one(one: Sequence[int]) -> Figures:
        now, before = (
            year_of_figures(2026, tuple(one[0:2]), tuple(one[4:7])),
            year_of_figures(2025, tuple(one[2:4]), tuple(one[7:10])),
        )
        key, found = compared(now, before, line=line)
        assert found is not None
        keys.add(key)
        return found

    keys: set[LineKey] = set()
    alone = [of_one(one) for one in counts]
    together = of_one([sum(column) for column in zip(*counts, strict=True)])
    (key,) = keys
    total = total_of(key, alone)
    assert total.compared == together.compared
    assert total.current == together.current.exact
    assert total.covers == len(counts)


@pytest.mark.parametrize(
    ("line", "says"),
    [
        (a_line(measure="K1E3", quantity=Quantity.LEVEL), "Monatsquoten"),
        (a_line(sex=Sex.GAP, quantity=Quantity.LEVEL), "Abstände"),
        (a_line(measure="SVB_VJ", quantity=Quantity.LEVEL), "Prozentwerte"),
    ],
)
def test_what_does_not_add_up_has_no_total(line: Line, says: str) -> None:
    month = "2026-01"
    of_sexes = [one for sex in (Sex.WOMEN, Sex.MEN) for one in k2(month, [90], [4000, 4000], sex)]
    series = monthly("ELB_ZUGANG", month, [9]), monthly("ELB", month, [400]), monthly("SVB_VJ", month, ["-0.6"])
    key, found = compared(a_load(month, *of_sexes, *series), line=line)
    assert found is not None
    with pytest.raises(NoTotal, match=says):
        total_of(key, [found])
