"""Tables in layouts of others, rebuilt from public descriptions: read by a mapping, or refused with a reason.

Every figure in them is invented.
"""

import pytest

from application.figure_files.checks.problems import Problems
from application.figure_files.intake.collected import Collected
from application.figure_files.intake.rows import collect
from application.figure_files.mapping.known import shipped
from application.figure_files.mapping.misfit import Misfit
from application.figure_files.mapping.model import Keys, read
from application.figure_files.mapping.table import Sheets, Understood, fits, translated
from domain.rulebook.figures import MAPPING_UNREADABLE
from tests.figures.files import as_csv, refused, taken
from tests.figures.layouts import in_workbook
from tests.figures.mappings import COUNCIL
from tests.figures.workbooks import as_xlsx

NOTHING = Keys()
FIRST_QUARTER = ("2026-01", "2026-02", "2026-03")


def sheets_of(content: bytes) -> Sheets:
    found: Sheets = {}
    with taken(content) as file:
        for name, row in file.tables():
            found.setdefault(name, []).append(row)
    return found


def understood(
    text: str, content: bytes, given: Keys = NOTHING, carrier: str | None = None
) -> tuple[Collected, Problems, Understood]:
    problems = Problems()
    rows, how = translated(read(text).mapping, sheets_of(content), given, carrier)
    return collect(iter(rows), problems), problems, how


def figures_of(collected: Collected) -> dict[tuple[str, str, str, str], str | None]:
    """Carrier, measure, sex and month to the cell."""
    return {
        (load.ags, series.measure, str(series.sex), month): figure.cell or str(figure.flag)
        for load, all_series in collected.loads.items()
        for series, rows in all_series.items()
        for month, figure in rows.figures.items()
    }


BA_TABLE = in_workbook(
    {
        "Deckblatt": [["Statistik"], ["Kennzahlen nach § 48a SGB II"]],
        "Tabelle_1": [
            ["Kennzahlen nach § 48a SGB II"],
            ["Berichtsmonat: März 2026, Datenstand: 16.04.2026"],
            [""],
            ["Träger-Nr.", "Bezeichnung", "K2 Integrationsquote", "", "K3"],
            ["", "", "insgesamt", "Frauen", "insgesamt"],
            [1, 2, 3, 4, 5],
            [25108, "Jobcenter Heidekreis", 5.1, 4.2, -0.3],
            [25109, "Jobcenter Celle", 6.1, 5.2, "x"],
            ["Quelle: Statistik"],
        ],
    }
)
BA = """
name = "ba"
title = "Kennzahlen je Träger"
source = "nachgebaut"
sheets = ["Tabelle_*"]
header = "Träger-Nr."
header_rows = 2
skip = 1
ends = "Quelle"
marks = { x = "gesperrt" }
[carrier]
column = "Träger-Nr."
kind = "ba"
names = { 25108 = "03358", 25109 = "03351" }
[cell]
month = "A2"
loaded_on = "A2"
[constant]
waited = "0"
form = "Monatswert"
[values]
"K2 Integrationsquote insgesamt" = { measure = "K2", sex = "insgesamt" }
"K2 Integrationsquote Frauen" = { measure = "K2", sex = "Frauen" }
"K3 insgesamt" = { measure = "K3", sex = "insgesamt" }
"""


def test_a_table_by_carrier_numbers_with_two_rows_of_headings() -> None:
    collected, problems, how = understood(BA, BA_TABLE)
    assert problems.told == ()
    found = figures_of(collected)
    assert found["03358", "K2", "total", "2026-03"] == "5.1"
    assert found["03358", "K2", "women", "2026-03"] == "4.2"
    assert found["03351", "K3", "total", "2026-03"] == "suppressed"
    assert len(found) == 6
    assert (how.sheets, how.sheets_left, how.header_row) == (("Tabelle_1",), ("Deckblatt",), 4)
    assert [one.means for one in how.columns] == ["Träger", None, "K2 insgesamt", "K2 Frauen", "K3 insgesamt"]


def test_only_the_carriers_asked_for_are_taken_and_the_rest_is_told() -> None:
    only = BA.replace('kind = "ba"', 'kind = "ba"\nonly = ["03358"]')
    collected, _, how = understood(only, BA_TABLE)
    assert {ags for ags, *_ in figures_of(collected)} == {"03358"}
    assert how.carriers_left == ("25109",)


def test_a_carrier_number_is_never_taken_for_an_official_key() -> None:
    unknown = BA.replace("25109 = ", "99999 = ")
    collected, _, how = understood(unknown, BA_TABLE)
    assert {ags for ags, *_ in figures_of(collected)} == {"03358"}
    assert how.carriers_left == ("25109",)


SERIES = in_workbook(
    {
        "Zeitreihe": [
            ["Jobcenter Heidekreis"],
            ["Merkmal", "Geschlecht", "Januar 2026", "Februar 2026", "März 2026"],
            ["Langzeitleistungsbeziehende", "insgesamt", 3275, 3270, "."],
            ["Regelleistungsberechtigte", "insgesamt", 9000, 9001, 9002],
            ["Quelle: Statistik"],
        ]
    }
)


def test_a_series_of_one_carrier_is_read_by_a_mapping_that_ships() -> None:
    mapping = shipped()["zeitreihe-ein-traeger"]
    given = Keys(waited="0", loaded_on="2026-04-16")
    rows, how = translated(mapping.mapping, sheets_of(SERIES), given, "03358")
    problems = Problems()
    found = figures_of(collect(iter(rows), problems))
    assert problems.told == ()
    assert [found["03358", "LZB", "total", month] for month in FIRST_QUARTER] == ["3275", "3270", "missing"]
    assert how.labels_left == ("Regelleistungsberechtigte",)


@pytest.mark.parametrize(
    ("given", "carrier", "says"),
    [
        (Keys(), "03358", "Wartemonate, Ladedatum"),
        (Keys(waited="0"), "03358", "Ladedatum"),
        (Keys(waited="0", loaded_on="2026-04-16"), None, "Träger"),
    ],
)
def test_what_neither_file_nor_mapping_says_is_asked_for(given: Keys, carrier: str | None, says: str) -> None:
    with pytest.raises(Misfit, match=f"anzugeben ist: {says}"):
        translated(shipped()["zeitreihe-ein-traeger"].mapping, sheets_of(SERIES), given, carrier)


NAMED = as_csv(
    [("Heidekreis", "3.275", "12.345"), ("Harburg", "4.001", "13.000"), ("Summe", "7.276", "25.345")],
    header=("Landkreis", "LZB", "ELB"),
)


def test_carriers_by_name_and_persons_with_points() -> None:
    collected, problems, how = understood(COUNCIL, NAMED)
    assert problems.told == ()
    assert figures_of(collected) == {
        ("03358", "LZB", "total", "2026-03"): "3275",
        ("03358", "ELB", "total", "2026-03"): "12345",
    }
    assert how.carriers_left == ("Harburg", "Summe")


FRACTIONS = as_xlsx([["AGS", "Monat", "INT", "ELB", "Quote"], ["3358", "03/26", 250, 4800.5, ""]])
OWN_SOFTWARE = """
name = "eigene-software"
title = "Auszug eines Jobcenters"
source = "nachgebaut"
header = "AGS"
[carrier]
column = "AGS"
[column]
month = "Monat"
[constant]
form = "Jahresfortschrittswert"
sex = "insgesamt"
waited = "0"
loaded_on = "16.04.2026"
measure = "K2"
[values]
INT = { part = "numerator" }
ELB = { part = "denominator" }
Quote = { part = "value" }
"""


def test_numerator_and_denominator_in_columns_of_their_own() -> None:
    collected, problems, _ = understood(OWN_SOFTWARE, FRACTIONS)
    assert problems.told == ()
    assert figures_of(collected) == {("03358", "K2", "total", "2026-03"): "250/4800.5"}


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (in_workbook({"Deckblatt": [["Träger-Nr."]]}), "Tabellenblatt „Tabelle_"),
        (in_workbook({"Tabelle_1": [["Jobcenter", "K2"]]}), "die mit „Träger-Nr.“ beginnt"),
        (in_workbook({"Tabelle_1": [["Träger-Nr.", "K3"], ["", "insgesamt"]]}), "K2 Integrationsquote insgesamt"),
    ],
)
def test_a_mapping_that_does_not_fit_says_why(content: bytes, says: str) -> None:
    mapping = read(BA).mapping
    with pytest.raises(Misfit, match=says):
        translated(mapping, sheets_of(content), Keys(), None)
    assert not fits(mapping, sheets_of(content))


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("name = ", "kein TOML"),
        ('name = "a"', "„title“"),
        ("zu_viel = 1\n" + BA, "zu_viel"),
        (BA.replace('"Frauen" }', '"Kinder" }'), "Kinder"),
        (BA.replace("names =", "andere ="), "carrier"),
        ("x" * 70_000, "64 KiB"),
        ("a = 1\n# \u202e", "unlesbare Zeichen"),
        ("a = " + "[" * 390, "kein TOML"),
    ],
)
def test_a_text_that_is_no_mapping_is_refused(text: str, says: str) -> None:
    with refused(MAPPING_UNREADABLE, says):
        read(text)


def test_every_mapping_that_ships_is_one_and_named_like_its_file() -> None:
    assert set(shipped()) == {
        "eckwerte-monate",
        "kennzahlen-je-traeger",
        "kennzahlen-nach-traegernummern",
        "monatsbericht",
        "zeitreihe-ein-traeger",
    }
