"""The sample: that it happens, and that every figure it prints can be recomputed."""

import json
import subprocess

from tests.interfaces.test_cli import COMMAND
from tests.recompute import Facts, everything, recompute


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
    }


def test_invented_figures_are_called_so_wherever_they_appear(document: dict[str, object]) -> None:
    history: list[dict[str, dict[str, dict[str, str]]]] = document["history"]  # type: ignore[assignment]
    loads = [entry["fact"]["load"] for entry in history if "load" in entry["fact"]]
    assert len(loads) == 24
    assert all(load["note"].startswith("Erfunden") for load in loads)
    inputs = json.dumps(document["attainment"], ensure_ascii=False)
    assert inputs.count('"note": "Erfunden') == inputs.count('"delivery_id"')
