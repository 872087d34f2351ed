"""The benchmark of the nation runs, whatever it takes: every figure is there, and what it reads is right."""

from tests.bench_nation import measured


def test_it_measures_everything_at_a_small_size() -> None:
    figures = measured(2)
    assert figures["agreements"] == 2
    assert figures["entries"] == 2 * 57 + 2
    assert all(value > 0 for value in figures.values()), figures
