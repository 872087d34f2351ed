"""The command line about figures: matrix, comparison, and what explains a state."""

import json
import re
from datetime import timedelta
from pathlib import Path

import pytest

from domain.measures import Unit
from domain.terms import Form, Quantity
from infrastructure.journal import Journal
from tests.application.lives import recorded
from tests.builders import (
    Life,
    a_line,
    a_load,
    a_released,
    agreed,
    an_agreement_in_force,
    at_least,
    at_most,
    k2,
    ytd,
)
from tests.interfaces.test_cli import NOW, Cli
from tests.postgres import Database
from tests.recompute import everything

HEIDEKREIS = "2026.4.03.03358.1"
TERMS = agreed(a_line(at_least("5.3")), a_line(id="frauenanteil", measure="AMP_FRAUENANTEIL"))


@pytest.fixture
def cli(database: Database, tmp_path: Path) -> Cli:
    return Cli(database, tmp_path)


def loads(*integrations: tuple[str, list[object]]) -> Life:
    return [
        a_released(a_load(month, *k2(month, counted, [4000] * (len(counted) + 1))), f"ladung-{month}")
        for month, counted in integrations
    ]


def write(journal: Journal, county: str, ags: str, *life: Life) -> None:
    for n, one in enumerate(recorded(an_agreement_in_force(TERMS), *life, county=county, ags=ags)):
        journal.append([one], now=NOW + timedelta(minutes=n))


@pytest.fixture
def two(journal: Journal) -> None:
    months: list[tuple[str, list[object]]] = [("2025-01", [90]), ("2025-02", [90, 91]), ("2025-12", [90] * 12)]
    write(journal, "heidekreis", "03358", loads(*months, ("2026-01", [90]), ("2026-02", [97, 95])))
    write(journal, "celle", "03351", loads(("2025-01", [90]), ("2026-01", [99])))


@pytest.mark.usefixtures("two")
def test_the_matrix_marks_what_a_later_load_changed(cli: Cli) -> None:
    shown = cli("figures", "matrix", HEIDEKREIS, "INT")
    assert shown.returncode == 0, shown.stderr
    rows = {line.split()[0]: line.split() for line in shown.stdout.splitlines() if line.startswith("2026")}
    assert rows == {"2026-01": ["2026-01", "90", "97*"], "2026-02": ["2026-02", "95"]}
    assert "anders als in der letzten früheren Lieferung" in shown.stdout
    rate = json.loads(cli("figures", "matrix", HEIDEKREIS, "K2", "--form", "ytd", "--json").stdout)
    assert everything(rate) == (1, [])
    assert rate == json.loads(cli("figures", "matrix", HEIDEKREIS, "k2", "--form", "ytd", "--json").stdout)
    unknown = cli("figures", "matrix", HEIDEKREIS, "K9")
    assert (unknown.returncode, "[Regel no-such-figure, III.2.2]" in unknown.stderr) == (1, True)


@pytest.mark.usefixtures("two")
def test_the_comparison_shows_every_jobcenter_and_ranks_equal_load_states_only(cli: Cli) -> None:
    shown = cli("comparison", "--land", "03", "--year", "2026")
    assert shown.returncode == 0, shown.stderr
    assert "Ladestand Februar 2026 ohne Wartezeit, Vereinbarungen: 2" in shown.stdout
    assert "anderer Ladestand: Januar 2026 ohne Wartezeit" in shown.stdout
    assert "Die Summe umfasst 1 von 2 Jobcentern." in shown.stdout
    january = json.loads(cli("comparison", "--land", "03", "--year", "2026", "--month", "2026-01", "--json").stdout)
    rate = next(figure for figure in january["figures"] if figure["key"]["measure"] == "K2")
    assert [place["rank"] for place in rate["places"]] == [1, 2]
    assert rate["total"]["covers"] == 2
    assert everything(january) == (len(january["figures"]), [])
    nothing = cli("comparison", "--land", "05", "--year", "2026")
    assert "gilt noch keine Vereinbarung" in nothing.stdout


def test_form_base_year_and_wait_are_named_wherever_a_line_is_shown(cli: Cli, journal: Journal) -> None:
    lzb = a_line(at_most("-2.5"), id="lzb", measure="LZB").model_copy(update={"base_year": 2019})
    month = a_line(at_least("2"), id="k2-monat", quantity=Quantity.LEVEL).model_copy(update={"form": Form.MONTHLY})
    late = a_line(at_most("1000", Unit.PERSONS), id="lzb-t3", measure="LZB", quantity=Quantity.LEVEL)
    late = late.model_copy(update={"months_waited": 3})
    terms = agreed(lzb, month, a_line(at_least("2"), id="k2", quantity=Quantity.LEVEL), late)
    counted = [("2019-03", "1100"), ("2019-12", "1200"), ("2026-03", "970")]
    months = [a_load(each, ytd("LZB", each, count), *k2(each, [90] * 3, [4000] * 4)) for each, count in counted]
    months.append(a_load("2026-03", ytd("LZB", "2026-03", "960"), waited=3))
    journal.append(recorded(an_agreement_in_force(terms), *map(a_released, months)), now=NOW)
    shown = cli("show", HEIDEKREIS).stdout
    cells = " ".join(re.findall(r"^[^:]{0,43}", shown, re.MULTILINE)).split()
    assert "Langzeitleistungsbeziehenden (nach 3 Monaten Wartezeit)" in " ".join(cells)
    assert "Vergleichsjahr" in shown
    assert "(gegenüber 2019)" in " ".join(cells)
    assert "Integrationsquote (Monatswert)" in shown
    assert "Vorjahr" not in shown
    assert "Bezug ist der Jahresendwert von 2019, 1.200 Personen" in shown
    line = cli("line", HEIDEKREIS, "lzb", "2026-03").stdout
    assert (" 2019 " in line, "Vergleichsjahr 2019, März 2019 ohne Wartezeit: 1.100" in line) == (True, True)
    assert " 2019 " in cli("line", HEIDEKREIS, "lzb").stdout
    compared = cli("comparison", "--land", "03", "--year", "2026", "--month", "2026-03").stdout
    titles = [said for said in compared.splitlines() if said.startswith("Integrationsquote")]
    assert titles == ["Integrationsquote (Monatswert) (die Höhe)", "Integrationsquote (die Höhe)"]
    assert "(gegenüber 2019) (" in compared
    assert "(nach 3 Monaten Wartezeit) (die Höhe)" in compared
    file = cli.folder / "vergleich.csv"
    assert cli("comparison", "--land", "03", "--year", "2026", "--out", str(file)).returncode == 0
    assert "\nIntegrationsquote (Monatswert);K2;" in file.read_text("utf-8-sig")


@pytest.mark.usefixtures("two")
def test_a_state_is_shown_with_outlook_quality_and_what_stands_beside_it(cli: Cli) -> None:
    shown = cli("show", HEIDEKREIS, "--derivations").stdout
    assert "Ausblick: mindestens 94,5 Integrationen je Monat in den verbleibenden 10 Monaten" in shown
    assert "Annahme: Der Bestand bleibt bis November wie am letzten geladenen Stichtag." in shown
    assert "Geprüft: ladung-2025-02 am" in shown
    assert "Ausgleich: verglichen ist nur mit gleichem Ladestand des Vergleichsjahres." in shown
    assert "Daneben nicht geliefert: Quote der Eintritte in geringfügige Beschäftigung; " in shown
    assert "; Integrationsquote (Abstand Männer zu Frauen)\n" in shown
    assert "mindestens +5,3 %, das sind 4,8 %" in shown
    assert (
        "§ 5 Abs. 1 (dort als gleitender Jahreswert, hier als Jahresfortschrittswert);"
        " Kennzahlenfassung 2019, Bedingungen in Fassung 1; es entscheidet der genaue Wert." in shown
    )
    found = json.loads(cli("show", HEIDEKREIS, "--json").stdout)
    count, wrong = everything(found)
    assert (wrong, count > 5) == ([], True)
    assert found["explanation"]["goals"][0]["lines"][0]["outlook"]["whole"] == 95
