"""Lists, previews and forms say in words and units what they are about, and which goals are missed."""

import csv
import io

import httpx

from interfaces.sample.cast import COUNTY, DESK, READER
from tests.figures.files import as_csv, load_rows
from tests.http.conftest import SAMPLE
from tests.http.service import Running
from tests.web.conftest import Visiting
from tests.web.seasons import in_summer as in_summer  # noqa: PLC0414 - a fixture
from tests.web.test_plain_words import words

FORMS = f"/vereinbarungen/{SAMPLE}/handlungen"


def said(page: httpx.Response) -> str:
    """The words of a page in one line."""
    return " ".join(words(page.text).split()).replace(" :", ":")


def test_a_list_counts_the_goals_that_hold_and_names_the_missed(sample: Running, visiting: Visiting) -> None:
    shown = said(visiting(sample, READER.person).get("/vereinbarungen"))
    assert "1 Vereinbarung Kommune" in shown
    assert "▲ nicht erreicht geschlechterspezifisches Ziel ● erreicht 4 (Integrationsquote," in shown
    assert "3 (mindestens 2)" in shown


def test_the_history_of_everything_says_what_each_entry_is_about(sample: Running, visiting: Visiting) -> None:
    shown = said(visiting(sample, READER.person).get("/verlauf?nach=2"))
    assert "Zielwert vorgeschlagen: Integrationsquote (Frauen)" in shown
    assert "Daten freigegeben: Januar 2025 ohne Wartezeit" in shown


def test_the_history_as_a_table_names_parties(sample: Running, visiting: Visiting) -> None:
    shown = visiting(sample, READER.person).get(f"/vereinbarungen/{SAMPLE}/verlauf.csv").text
    rows = list(csv.DictReader(io.StringIO(shown.removeprefix("\ufeff"), newline=""), delimiter=";"))
    assert {row["für"]: row["Vertragspartei"] for row in rows if row["für"]} == {
        "heidekreis": "Landkreis Heidekreis",
        "ni-ms": "Niedersächsisches Ministerium für Soziales, Arbeit, Gesundheit und Gleichstellung (MS)",
    }


def test_the_start_page_says_what_each_entry_is_about(in_summer: Running, visiting: Visiting) -> None:
    shown = said(visiting(in_summer, COUNTY.person).get("/"))
    assert "Protokoll bestätigt: Zieldialog am 23.06.2026" in shown
    assert "Zieldialoge: 1 (mindestens 2)" in shown


def test_a_checked_file_says_its_changes_by_name_and_with_units(in_summer: Running, visiting: Visiting) -> None:
    browser = visiting(in_summer, DESK.person)
    token = browser.get("/daten").text.partition('name="csrf" value="')[2].partition('"')[0]
    shown = said(
        browser.post("/daten", data={"csrf": token}, files={"datei": ("juli.csv", as_csv(load_rows("2026-07")))})
    )
    assert "Integrationen (Frauen), Juni 2026: 52 → 56" in shown
    assert "nicht auf Kurs 5,1 % (Juni 2026)" in shown


def test_a_form_without_anything_to_choose_says_so_first(in_summer: Running, visiting: Visiting) -> None:
    browser = visiting(in_summer, DESK.person)
    assert "Hier lässt sich zurzeit nichts festhalten. Zur Wahl steht noch nichts für: Dialog." in said(
        browser.get(f"{FORMS}/hold-dialog")
    )
    assert "zurzeit nichts festhalten" not in said(browser.get(f"{FORMS}/note-deviation"))


def test_forms_show_amounts_and_texts_and_no_identifiers(in_summer: Running, visiting: Visiting) -> None:
    browser = visiting(in_summer, DESK.person)
    amendment = browser.get(f"{FORMS}/propose-amendment").text
    assert "Gesamtbetrag (Euro) 15.600.000" in amendment
    assert "I.1 nein" not in amendment
    assessing = said(browser.get(f"{FORMS}/assess-finally"))
    assert "Umstand: Beispiel: es stehen weniger Eingliederungsmittel" in assessing
    assert "„eingliederungsmittel“" not in assessing
