"""Pages say beside a state and a decision what is to be known about them, and name signatories to auditors alone."""

import re
from datetime import UTC, datetime

import httpx
import pytest

from domain.measures import Unit
from domain.terms import Form, Quantity, Rounding, Sex
from interfaces.web import proof
from tests.application.lives import recorded
from tests.builders import a_line, a_load, a_released, agreed, an_agreement_in_force, at_least, at_most, monthly, ytd
from tests.http.conftest import SAMPLE
from tests.http.service import Running
from tests.web.browser import SIZES, chromium, signed_in, wider_than_the_screen
from tests.web.conftest import Visiting
from tests.web.test_plain_words import words as of_page

OWN = f"/vereinbarungen/{SAMPLE}"
ACROSS = "● auf Kurs (über Revisionen der Statistik hinweg verglichen)"
LINES = (
    a_line(at_most("-2.5"), id="lzb", measure="LZB"),
    a_line(at_most("-2.5"), id="lzb-2019", measure="LZB").model_copy(update={"base_year": 2019}),
    a_line(at_most("-2.5"), id="frauen", measure="LZB", sex=Sex.WOMEN),
    a_line(at_most("4500", Unit.PERSONS), id="elb", measure="ELB", quantity=Quantity.LEVEL),
    a_line(at_least("2.0"), id="k2-monat", quantity=Quantity.LEVEL).model_copy(update={"form": Form.MONTHLY}),
    a_line(at_least("2.0"), id="k2", quantity=Quantity.LEVEL),
)

ROW = re.compile(r'<tr role="row"><td .*?</tr>')


def words(browser: httpx.Client, address: str) -> str:
    """What people read of a page."""
    return " ".join(of_page(browser.get(address).text).split())


@pytest.fixture
def reading(service: Running, visiting: Visiting) -> httpx.Client:
    """March of 2019, 2025 and, after a revision, 2026, read by an auditor; whether rounding decides is not agreed."""
    stock, placed = [monthly(*of) for of in (("ELB", "2025-12", [4000] * 4), ("INT", "2026-01", [90, 91, 92]))]
    loads = [
        a_load("2019-03", ytd("LZB", "2019-03", "1100")),
        a_load("2025-03", ytd("LZB", "2025-03", "1000"), ytd("LZB", "2025-03", "10000", Sex.WOMEN)),
        a_load(
            "2026-03",
            *(ytd("LZB", "2026-03", "970"), ytd("LZB", "2026-03", "9752", Sex.WOMEN)),
            *(stock, placed, ytd("K2E1", "2026-03", "12.1")),
            revision="r2026",
        ),
    ]
    terms = agreed(*LINES, rounding=Rounding(decides="not_agreed", decimals=1))
    life = recorded(an_agreement_in_force(terms), *map(a_released, loads))
    service.system.journal.append(life, now=datetime(2026, 4, 20, tzinfo=UTC))
    service.system.views.catch_up()
    return visiting(service, "pruefung")


def test_a_state_is_shown_with_its_caveats_on_every_page(reading: httpx.Client) -> None:
    lzb = "LZB-total-change-ytd-vorjahr-2019"
    for address in ("/", OWN, f"{OWN}/dialoge", f"{OWN}/zeilen/lzb", f"/vergleich?kennzahl={lzb}"):
        assert ACROSS in words(reading, address), address
    verdict = "– nicht beurteilbar (über Revisionen der Statistik hinweg verglichen) Urteil"
    assert verdict in words(reading, OWN)
    assert verdict in words(reading, "/vereinbarungen")
    assert "−3,0 % auf Kurs (über Revisionen" in words(reading, f"{OWN}/zeilen/lzb"), "month by month"


def test_where_rounding_is_open_nothing_is_said_to_decide(reading: httpx.Client) -> None:
    page = words(reading, f"{OWN}/zeilen/frauen")
    assert "Bei der Gesamtbewertung ist mit Begründung zu entscheiden" in page
    assert "es entscheidet der" not in page


def test_the_year_compared_with_is_named(reading: httpx.Client) -> None:
    name = "Durchschnittlicher Bestand an Langzeitleistungsbeziehenden (gegenüber 2019)"
    for address in ("/", f"{OWN}/dialoge", "/vergleich"):
        assert name in words(reading, address), address
    assert f"{name} III.2.1.2 −11,8 % gegenüber 2019 970 Personen 2019: 1.100 Personen" in words(reading, OWN)
    line = words(reading, f"{OWN}/zeilen/lzb-2019")
    assert "2019 März 2019 ohne Wartezeit, gleicher Ladestand" in line
    assert "Monat Wert 2019 Veränderung" in line
    assert "Jobcenter Wert 2019 " in words(reading, "/vergleich?kennzahl=LZB-total-change-ytd-2019-2019")


def test_a_form_other_than_year_to_date_is_named(reading: httpx.Client) -> None:
    for address in ("/", OWN, f"{OWN}/dialoge", f"{OWN}/zeilen/k2-monat", "/vergleich"):
        assert "Integrationsquote (Monatswert)" in words(reading, address), address
    assert "(dort als gleitender Jahreswert, hier als Monatswert)" in words(reading, f"{OWN}/zeilen/k2-monat")
    options = re.findall(r'<option value="([^"]+)', reading.get("/vergleich").text)
    assert len(options) == len(set(options)) == len(LINES)


def test_only_a_change_has_a_sign(reading: httpx.Client) -> None:
    compared = words(reading, "/vergleich?kennzahl=ELB-total-level-ytd-vorjahr-2019")
    assert "höchstens 4.500 Personen" in compared
    beside = "Quote der Eintritte in geringfügige Beschäftigung 12,1 % Quote der Eintritte in öffentlich"
    assert beside in words(reading, OWN)


def test_a_load_is_headed_by_its_revision_and_day_of_loading(reading: httpx.Client) -> None:
    assert "Monat März 26 r2026 16.04.2026 März 25 original 16.04.2025 März 19 original 16.04.2019" in words(
        reading, f"{OWN}/daten/LZB"
    )


@pytest.mark.browser
@pytest.mark.usefixtures("reading")
def test_long_states_and_caveats_fit_the_screen(service: Running) -> None:
    with chromium() as browser:
        with signed_in(browser, service, "pruefung", viewport=SIZES["narrow"]) as page:
            for address in (OWN, f"{OWN}/zeilen/frauen"):
                page.goto(address)
                assert not wider_than_the_screen(page), address
        with signed_in(browser, service, "pruefung", viewport=SIZES["wide"]) as page:
            assert page.locator(".scroll").evaluate("table => table.scrollWidth <= table.clientWidth")


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


def test_a_report_s_page_names_dialogs_and_says_what_an_empty_one_rests_on(sample: Running, visiting: Visiting) -> None:
    auditor = visiting(sample, "pruefung")
    committee = auditor.get("/pruefung/berichte/committee").text
    assert "Zieldialog am 23.06.2026" in committee
    assert "dialog-2026-1" not in committee
    nothing = auditor.get("/pruefung/berichte/corrections").text
    for said in ("Dazu gibt es nichts.", "Durchsucht: 1", "Regel: Eine Lieferung unter einem Urteil", "Prüfpunkt"):
        assert said in nothing


def test_a_report_s_pages_have_all_rows_and_say_how_many(
    sample: Running, visiting: Visiting, monkeypatch: pytest.MonkeyPatch
) -> None:
    auditor, address = visiting(sample, "pruefung"), "/pruefung/berichte/software"
    whole = auditor.get(address).text
    monkeypatch.setattr(proof, "ROWS", 40)
    total = len(ROW.findall(whole))
    assert f"{total} Zeilen" in whole
    pages = [auditor.get(address, params={"ab": begin}).text for begin in range(0, total + 1, 40)]
    assert [row for page in pages for row in ROW.findall(page)] == ROW.findall(whole)
    for number, page in enumerate(pages, 1):
        assert f"{total} Zeilen" in page
        assert (f"?ab={40 * number}" in page) == (40 * number < total)


def test_a_report_s_page_makes_a_checkpoint_of_everything_it_rests_on(service: Running, reading: httpx.Client) -> None:
    page = words(reading, "/pruefung/berichte/late")
    assert f"Letzter Prüfpunkt: über {service.system.journal.head()} Einträge." in page


def test_the_page_of_a_closed_agreement_begins_with_what_was_decided(sample: Running, visiting: Visiting) -> None:
    reader = visiting(sample, "pruefung")
    page = words(reader, OWN)
    decided = page.index("Entschieden am 27.04.2027 durch MS, Sachbearbeitung Zielsteuerung")
    assert "Stand 97, Position" in page[decided : decided + 150]
    assert "▲ nicht erreicht geschlechterspezifisches Ziel" in page[decided:]
    assert decided < page.index("1 Verringerung der Hilfebedürftigkeit")
    assert "Entschieden" not in words(reader, f"{OWN}?stand=2026-09-01")
    assessment = words(reader, f"{OWN}/bewertung")
    assert assessment.index("Entschieden am 27.04.2027 durch MS") < assessment.index("Errechnet")


def test_the_terms_say_first_who_signed_when_and_that_nothing_changed_since(
    sample: Running, visiting: Visiting
) -> None:
    page = words(visiting(sample, "pruefung"), f"{OWN}/bedingungen")
    said = (
        "Landkreis Heidekreis unterzeichnete am 10.02.2026. Seither ist nichts an Bedingungen und Zielwerten geändert."
    )
    assert page.index(said) < page.index("Wortlaut")
