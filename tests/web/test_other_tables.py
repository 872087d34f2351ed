"""A table from another source on the pages: its mapping chosen, what the table leaves open said, and what was read."""

import re
from datetime import date

import httpx
import pytest

from tests.figures import layouts
from tests.http.service import Running
from tests.http.test_conventions import LAND, drafted
from tests.web.browsing import hidden
from tests.web.conftest import Visiting

SAID = {"traeger": "03358", "wartemonate": "0", "geladen": "2026-04-16"}


@pytest.fixture
def desk(service: Running, visiting: Visiting) -> httpx.Client:
    assert drafted(service).status_code == 201
    service.clock.move_to(date(2026, 12, 20))
    return visiting(service, LAND)


def checked(desk: httpx.Client, content: bytes, name: str, **said: str) -> httpx.Response:
    fields = dict(hidden(desk.get("/daten").text, "/daten"))
    return desk.post("/daten", data=fields | said, files={"datei": (name, content)})


@pytest.mark.parametrize("mapping", ["", "eckwerte-monate"])
def test_a_table_is_read_as_its_mapping_says_and_shown_as_it_was_read(desk: httpx.Client, mapping: str) -> None:
    assert '<option value="eckwerte-monate">' in desk.get("/daten").text
    found = checked(desk, layouts.benchmark_figures(), "eckwerte.xlsx", zuordnung=mapping, **SAID)
    assert "Keine Fehler" in found.text, found.text
    assert "Nach der Zuordnung „eckwerte-monate“, Überschriften in Zeile 2" in found.text
    [unread] = re.findall(r">Vergleich zum Vorjahresmonat absolut</th><td[^>]*>([^<]*)<", found.text)
    assert unread == "nicht gelesen"
    assert "Nicht gelesene Zeilen: Bedarfsgemeinschaften (BG)" in found.text
    sent = dict(hidden(found.text, "/daten/liefern"))
    delivered = desk.post("/daten/liefern", data=sent)
    assert "Geliefert." in delivered.text
    assert "<dt>Zuordnung</dt>" in delivered.text


def test_what_the_table_leaves_open_is_asked_for(desk: httpx.Client) -> None:
    found = checked(desk, layouts.benchmark_figures(), "eckwerte.xlsx", traeger="03358", wartemonate="0")
    assert found.status_code == 409
    assert "nicht in ihr steht, was zur Datei anzugeben ist: Ladedatum" in found.text
    assert not re.search(r"\s--[a-z]", found.text)
    (marked,) = re.findall(r'<input id="([a-z]+)"[^>]*aria-invalid="true"', found.text)
    assert marked == "geladen"
    again = checked(
        desk, layouts.of_counties(), "kreise.xlsx", monat="März 2026", wartemonate="3", geladen="2026-07-16"
    )
    assert "Keine Fehler" in again.text
    wrong = checked(desk, layouts.benchmark_figures(), "eckwerte.xlsx", traeger="Heidekreis", monat="Ostern")
    assert wrong.status_code == 422
    assert 'value="Heidekreis"' in wrong.text
    assert wrong.text.count('aria-invalid="true"') == 2


def test_without_a_mapping_the_page_says_where_template_and_mapping_are(desk: httpx.Client) -> None:
    found = checked(desk, layouts.of_the_ministry(), "jfw.xlsx")
    assert "Eine Vorlage gibt es bei den Daten jeder Vereinbarung." in found.text
    assert "zielsteuerung figures" not in found.text
    several = checked(desk, layouts.over_25_months(), "reihe.xlsx")
    assert "oder eine Zuordnung nennen, die das Blatt bestimmt" in several.text
    assert '<details class="more" open><summary>Tabelle aus anderer Quelle' in several.text
