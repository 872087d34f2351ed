"""A line's English text names form, base year and wait as the German one does, also where it has no value."""

import pytest

from domain.results import LineResult
from domain.terms import Form, Sex
from interfaces.german import results
from interfaces.http import english_figures
from tests.builders import a_line, a_load, a_released, agreed, at_least, drafted, monthly
from tests.domain.given import given

OWN = {"form": Form.ROLLING, "base_year": 2024, "months_waited": 3}


def without_a_value(asked: int, **own: object) -> LineResult:
    """A target for which nothing usable was released, asked for with so many months of waiting."""
    line = a_line(at_least("1.0"), sex=Sex.WOMEN).model_copy(update=own)
    life = given(drafted(agreed(line)), a_released(a_load("2026-02", monthly("ELB", "2026-01", [4000, 4010]))))
    found = life.line("zeile", "2026-02", asked)
    assert (found.derivation, found.alone) == (None, None)
    return found


@pytest.mark.parametrize(
    ("asked", "own", "english", "german"),
    [
        (0, {}, "(women): ", "(Frauen): "),
        (0, {"form": Form.ROLLING}, "(women, rolling twelve months): ", "(Frauen, gleitender Jahreswert): "),
        (
            0,
            OWN,
            "(women, rolling twelve months, compared with 2024, after 3 months of waiting): ",
            "(Frauen, gleitender Jahreswert, gegenüber 2024, nach 3 Monaten Wartezeit): ",
        ),
        (3, {"months_waited": 0}, "(women, without waiting): ", "(Frauen, ohne Wartezeit): "),
    ],
)
def test_a_line_without_a_value_says_its_form_and_its_wait(
    asked: int, own: dict[str, object], english: str, german: str
) -> None:
    found = without_a_value(asked, **own)
    assert english in english_figures.derivation(found)
    assert german in results.derivation(found)
