"""Pages say beside the decision what today's figures say, and name signatories to auditors alone."""

import pytest

from tests.http.conftest import SAMPLE
from tests.http.service import Running
from tests.web.conftest import Visiting

OWN = f"/vereinbarungen/{SAMPLE}"


def test_the_assessment_shows_verdicts_then_and_by_todays_figures(sample: Running, visiting: Visiting) -> None:
    page = visiting(sample, "hk-controlling").get(f"{OWN}/bewertung").text
    assert "Nach heutigen Zahlen" in page
    assert "Dezember 2025 ohne Wartezeit" in page
    assert "anders als damals" not in page


def test_names_of_signatories_are_shown_to_auditors_alone(sample: Running, visiting: Visiting) -> None:
    auditor = visiting(sample, "pruefung").get(f"{OWN}/bedingungen").text
    assert "Dr. Christine Arbogast (Nachweis des Namens passt)" in auditor
    for person in ("ms-sachbearbeitung", "hk-controlling"):
        assert "Arbogast" not in visiting(sample, person).get(f"{OWN}/bedingungen").text


@pytest.mark.parametrize("address", ["/vereinbarungen", "/faelliges", "/vergleich"])
def test_lists_say_up_to_which_entry_they_have_read(sample: Running, visiting: Visiting, address: str) -> None:
    page = visiting(sample, "hk-controlling").get(address).text
    assert f"Gelesen bis Position {sample.system.views.position()} des Protokolls." in page
