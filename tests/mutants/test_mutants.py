"""The list of breaks fits the sources, and falsifying changes what a scenario says."""

from pathlib import Path

import pytest

from tests.mutants.breaks import BREAKS, Break
from tests.mutants.falsified import falsified, write
from tests.specs.book import CLAUSES

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("one", BREAKS, ids=lambda one: one.what)
def test_what_is_broken_stands_in_the_source_once(one: Break) -> None:
    assert (ROOT / one.file).read_text("utf-8").count(one.old) == 1
    assert one.clause in CLAUSES
    assert one.old != one.new


@pytest.mark.parametrize(
    ("line", "wrong"),
    [
        ('Dann ist "Integrationsquote" nicht auf Kurs', ['Dann ist "Integrationsquote" auf Kurs']),
        ('Dann ist die Vereinbarung "in Kraft"', ['Dann ist die Vereinbarung "in Kraftx"']),
        ("Dann sind mindestens 2 Zieldialoge vereinbart", ["Dann sind höchstens 2 Zieldialoge vereinbart"]),
        ("| Ort | 10,5 |", ["| Ortx | 10,5 |", "| Ort | 10,6 |"]),
        ('Dann ist "<Zeile>" auf Kurs', []),
    ],
)
def test_a_line_is_falsified_in_one_place(line: str, wrong: list[str]) -> None:
    assert [one for one in falsified(line) if one in wrong or not wrong] == wrong


def test_every_feature_is_written_with_its_scenarios_falsified(tmp_path: Path) -> None:
    assert write(tmp_path) > 1000
    assert {path.name for path in tmp_path.iterdir()} == {path.name for path in (ROOT / "features").glob("*.feature")}
