"""The checks and the catalogue of measures are published, the same wherever they stand."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from domain.german import german
from domain.measures import EDITIONS, BaseQuantity, Better, Measure
from domain.rulebook.file_checks import CHECKS
from interfaces.cli.main import app
from tests.http.service import Running

BAR = r"\|"
DOCS = Path(__file__).parents[2] / "docs" / "figure-files.md"


def shown(*words: str) -> str:
    result = CliRunner().invoke(app, ["figures", *words])
    assert result.exit_code == 0, result.output
    return result.stdout


def test_the_page_about_files_has_every_check_as_it_is() -> None:
    rows = [line for line in DOCS.read_text("utf-8").splitlines() if line.startswith(("| V0", "| V1", "| V5", "| V6"))]
    cells = [(one.id, german(one.severity), one.source, one.says, one.formula or "") for one in CHECKS]
    expected = [f"| {' | '.join(cell.replace('|', BAR) for cell in row)} |" for row in cells]
    assert rows == expected, "\n".join(expected)


def test_the_commands_show_every_check_and_every_measure() -> None:
    told = shown("rules")
    for check in CHECKS:
        assert f"{check.id} {german(check.severity)}: {check.says}" in told
        assert (check.formula or "") in told
    assert told.count("gilt seit 01.01.2026") == len(CHECKS)
    catalogue = shown("measures")
    measures: list[Measure | BaseQuantity] = [entry.measure for entry in EDITIONS["2019"].entries]
    for known in (*measures, *EDITIONS["2019"].quantities):
        assert f"{known.code}: {known.name}" in catalogue
        assert known.source in catalogue
    assert "100 · Σ INT Januar…m ÷ Mittel ELB Dezember des Vorjahres…m−1; in Prozent, nach Geschlecht" in catalogue


def test_the_service_publishes_what_the_commands_show(sample: Running) -> None:
    for path, command in (("checks", "rules"), ("measures", "measures")):
        served = sample.as_("hk-controlling").get(f"/api/v1/catalogue/{path}").json()["items"]
        assert unlabelled(served) == json.loads(shown(command, "--json"))


def unlabelled(node: object) -> object:
    """What the service shows, without the German words beside each code."""
    if isinstance(node, dict):
        return {key: unlabelled(value) for key, value in node.items() if not key.endswith("_label")}
    return [unlabelled(one) for one in node] if isinstance(node, list) else node


@pytest.mark.parametrize("code", ["ELB", "INT", "LLU", "ELB_ABGANG"])
def test_a_base_quantity_says_where_it_is_laid_down_and_what_is_better(code: str) -> None:
    quantity = EDITIONS["2019"].quantity(code)
    assert quantity is not None
    assert quantity.source.startswith("Kennzahlenverordnung nach § 48a SGB II in der Fassung vom 15.03.2019, §")
    assert quantity.valid_from == EDITIONS["2019"].valid_from
    assert quantity.better is (Better.UP if code in {"INT", "ELB_ABGANG"} else Better.DOWN)


def test_a_part_is_counted_like_its_whole() -> None:
    for quantity in EDITIONS["2019"].quantities:
        whole = EDITIONS["2019"].quantity(quantity.part_of) if quantity.part_of else quantity
        assert whole is not None
        assert (whole.unit, whole.counted, whole.by_sex) == (quantity.unit, quantity.counted, quantity.by_sex)
