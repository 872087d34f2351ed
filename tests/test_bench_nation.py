"""The benchmark of the nation runs, whatever it takes: every figure is there, and what it reads is right."""

import pytest

from tests.bench_nation import measured


@pytest.mark.long
def test_it_measures_everything_at_a_small_size() -> None:
    figures = measured(3)
    assert figures["agreements"] == 3
    assert figures["entries"] == 1 + 2 * 101 + 87, "a key, two whole lives, and one up to its last load"
    assert all(value > 0 for value in figures.values()), figures
