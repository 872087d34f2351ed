"""Labels that come back below several headings of one table."""

from tests.figures.files import as_csv
from tests.figures.test_mappings import figures_of, understood

SECTIONS = as_csv(
    [
        ("Bedarfsgemeinschaften", "", ""),
        ("Bestand", "4.250", "4.281"),
        ("Erwerbsfähige Leistungsberechtigte", "", ""),
        ("Bestand", "6.008", "6.068"),
        ("Zugang insgesamt", "300", "310"),
    ],
    header=("Merkmale", "Juni 2026", "Mai 2026"),
)
OF_SECTIONS = """
name = "eckdaten"
title = "Eckdaten eines Kreises"
source = "Statistik der Bundesagentur für Arbeit, Eckdaten zur Grundsicherung, Berichtsmonat Juni"
header = "Merkmale"
carrier = { constant = "03358" }
constant = { form = "Monatswert", sex = "insgesamt", waited = "3", loaded_on = "2026-10-16" }
column = { measure = "Merkmale" }
[labels]
"""


def test_a_label_that_comes_back_below_several_headings_is_said_with_its_heading() -> None:
    mapping = OF_SECTIONS + '"Erwerbsfähige Leistungsberechtigte / Bestand" = { measure = "ELB" }'
    collected, problems, how = understood(mapping, SECTIONS)
    assert problems.told == ()
    assert figures_of(collected) == {
        ("03358", "ELB", "total", "2026-05"): "6068",
        ("03358", "ELB", "total", "2026-06"): "6008",
    }
    assert how.labels_left == (
        "Bedarfsgemeinschaften",
        "Bestand",
        "Erwerbsfähige Leistungsberechtigte",
        "Zugang insgesamt",
    )


def test_a_label_that_comes_back_is_never_taken_twice() -> None:
    _, problems, _ = understood(OF_SECTIONS + 'Bestand = { measure = "ELB" }', SECTIONS)
    assert {one.check for one in problems.told} == {"V06"}
