"""The sample: that it happens, and that every figure it prints can be recomputed."""

import copy
import json
import subprocess
from fractions import Fraction
from typing import Any

import pytest

from interfaces.sample.rounded import ROUNDED
from tests.interfaces.test_cli import COMMAND
from tests.recompute import Facts, everything, recompute


@pytest.mark.long
def test_the_demo_tells_the_life_once_then_the_goals_and_what_was_reported_on_them() -> None:
    played = subprocess.run([COMMAND, "demo"], capture_output=True, text=True, check=False)
    assert played.returncode == 0, played.stderr
    told = played.stdout
    places = [told.index(words) for words in ("Vereinbarung entworfen", "Stand der Ziele", "Gesamtbewertung\n")]
    assert places == sorted(places)
    assert told.count("Vereinbarung entworfen") == 1
    assert "Umsetzungsschritt berichtet: Durchführung von Workshops und Schulungen" in told
    assert "umgesetzt (15.12.2026): Beispiel: umgesetzt wie vereinbart" in told
    assert "Integrationsquote: 1.476 ÷ 4.793 = 30,8 %, Vorjahr 1.419 ÷ 4.860,1 = 29,2 %." in told
    assert "Kennzahlenfassung" not in told, "the long form is asked for with --derivations"
    assert "Erfundene Beispielzahlen" in told
    assert "\x1b" not in told


def test_every_computed_figure_is_recomputed_from_its_derivation(document: dict[str, object]) -> None:
    lines = [line for goal in document["attainment"] for line in goal["lines"]]  # type: ignore[attr-defined]
    assert len(lines) == 7
    assert all(line["derivation"] for line in lines)
    assert [wrong for line in lines for wrong in recompute(line)] == []


def test_every_outlook_matrix_and_figure_beside_a_goal_is_recomputed_too(document: dict[str, object]) -> None:
    facts = Facts(document)
    shown = {key: everything(part, facts) for key, part in document.items()}
    assert {key: wrong for key, (_, wrong) in shown.items() if wrong} == {}
    counts = {key: number for key, (number, _) in shown.items() if number}
    beside, of_the_ordinance, outlooks, of_the_catalogue = 21, 15, 4, 4
    assert counts == {
        **dict.fromkeys(("attainment", "final_assessment", "history"), 7),
        "comparison": 7 + of_the_catalogue,
        "explanation": beside + of_the_ordinance,
        "mid_year": beside + of_the_ordinance + outlooks,
        "matrices": 4,
        "next_year": 7 + beside + of_the_ordinance,
    }


def test_a_rate_in_decimals_is_recomputed_as_the_range_it_stands_for(document: dict[str, Any]) -> None:
    following = document["next_year"]
    found = {line["line_id"]: line for goal in following["attainment"] for line in goal["lines"]}
    ranges = {key: one["derivation"]["compared"] for key, one in found.items() if one["derivation"]}
    assert {key for key, one in ranges.items() if one["low"] is not None} == {"k2", "k2-frauen", "k2-maenner"}
    k2 = found["k2"]
    assert (k2["derivation"]["current"]["delivered"], k2["derivation"]["baseline"]["delivered"]) == ("4.9", "4.7")
    assert (k2["state"], k2["gap"]) == ("undecidable", None)
    assert Fraction(ranges["k2"]["low"]) < Fraction(k2["bound"]["value"]) < Fraction(ranges["k2"]["high"])
    assert everything(document["next_year"])[1] == []
    for key, other in (("low", "2"), ("high", None)):
        changed = copy.deepcopy(document)
        (line,) = (
            one for goal in changed["next_year"]["attainment"] for one in goal["lines"] if one["line_id"] == "k2"
        )
        line["derivation"]["compared"][key] = other
        assert any("ends" in wrong for wrong in everything(changed)[1])


def test_the_next_year_rests_on_its_own_loads_and_says_they_are_invented_and_rounded(document: dict[str, Any]) -> None:
    following = document["next_year"]
    loads = [entry["fact"]["load"] for entry in following["history"] if "load" in entry["fact"]]
    assert [load["state"]["report_month"] for load in loads] == ["2026-02", "2027-02"]
    assert {load["note"] for load in loads} == {following["agreement"]["figures"]} == {ROUNDED}
    assert "erfunden" in ROUNDED.lower()
    changed = copy.deepcopy(document)
    *_, last = (entry["fact"]["load"] for entry in changed["next_year"]["history"] if "load" in entry["fact"])
    (rate,) = (one for one in last["series"] if (one["measure"], one["sex"]) == ("K2", "total"))
    rate["values"] = ["5.0"]
    assert any("K2 total of ladung-2027-02-t0" in wrong for wrong in everything(changed)[1])


def test_invented_figures_are_called_so_wherever_they_appear(document: dict[str, object]) -> None:
    history: list[dict[str, dict[str, dict[str, str]]]] = document["history"]  # type: ignore[assignment]
    loads = [entry["fact"]["load"] for entry in history if "load" in entry["fact"]]
    assert len(loads) == 24
    assert all(load["note"].startswith("Erfunden") for load in loads)
    inputs = json.dumps(document["attainment"], ensure_ascii=False)
    assert inputs.count('"note": "Erfunden') == inputs.count('"delivery_id"')
