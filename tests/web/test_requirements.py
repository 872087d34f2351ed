"""The page of the requirements: the document beside the service, with the entries of whom one may see."""

import csv
import re
from io import StringIO
from pathlib import Path

import pytest

from interfaces.requirements.stored import FOLDER
from interfaces.requirements.writing import write
from tests.http.conftest import SAMPLE
from tests.http.service import STRANGER, Running
from tests.requirements.building import document
from tests.web.conftest import Visiting

AUDITOR, COUNTY = "pruefung", "hk-controlling"
AT = "/anforderungen"


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("requirements")
    write(document(None), folder)
    return folder


@pytest.fixture
def beside(written: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(FOLDER, str(written))


@pytest.mark.usefixtures("beside")
def test_a_sentence_leads_to_the_entries_under_it(sample: Running, visiting: Visiting) -> None:
    browser = visiting(sample, COUNTY)
    page = browser.get(AT, params={"agreement": SAMPLE})
    assert page.status_code == 200
    [final] = re.findall(r'<article class="sentence" id="text-iii-3-abs-3".*?</article>', page.text, re.DOTALL)
    links = re.findall(rf'href="(/vereinbarungen/{re.escape(SAMPLE)}/verlauf/[0-9]+)">([^<]+)<', final)
    assert any("Gesamtbewertung" in title for _, title in links)
    assert {browser.get(link).status_code for link, _ in links} == {200}
    assert AT in browser.get("/").text


@pytest.mark.usefixtures("beside")
def test_entries_stand_at_the_sentence_they_are_about(sample: Running, visiting: Visiting) -> None:
    page = visiting(sample, AUDITOR).get(AT, params={"agreement": SAMPLE}).text
    found = re.findall(r'<article class="sentence" id="(text-[^"]+)".*?</article>', page, re.DOTALL)
    parts = dict(
        zip(found, re.findall(r'<article class="sentence" id="text-.*?</article>', page, re.DOTALL), strict=True)
    )
    assert "Dialog geführt</a>" in parts["text-iii-3-abs-1-satz-1"]
    assert "Zielabweichung festgehalten</a>" in parts["text-iii-3-abs-1-satz-2"]
    assert "Dialog geführt</a>" not in parts["text-iii-3-abs-1-satz-2"]
    assert "Landkreis Heidekreis 2026: <a" in parts["text-iii-3-abs-1-satz-1"]


@pytest.mark.usefixtures("beside")
def test_without_an_agreement_there_are_no_entries(sample: Running, visiting: Visiting) -> None:
    page = visiting(sample, AUDITOR).get(AT).text
    assert "/verlauf/" not in page
    assert "mindestens jedoch zweimal jährlich" in page


@pytest.mark.usefixtures("beside")
def test_entries_of_others_are_not_shown(sample: Running, visiting: Visiting) -> None:
    foreign = visiting(sample, STRANGER.person)
    for form in ("", ".json", ".csv"):
        assert foreign.get(f"{AT}{form}", params={"agreement": SAMPLE}).status_code == 404
        assert foreign.get(f"{AT}{form}").status_code == 200


@pytest.mark.usefixtures("beside")
def test_the_document_is_data_and_a_table_too(sample: Running, visiting: Visiting) -> None:
    browser = visiting(sample, AUDITOR)
    found = browser.get(f"{AT}.json", params={"agreement": SAMPLE}).json()
    entries = len(sample.system.journal.records(SAMPLE))
    assert (found["agreement"], len(found["entries"])) == (SAMPLE, entries)
    rows = [*csv.DictReader(StringIO(browser.get(f"{AT}.csv").text.removeprefix("\ufeff")), delimiter=";")]
    assert {row["Ergebnis"] for row in rows if row["Szenario"]} == {"nicht gelaufen"}


def test_without_the_document_the_page_says_how_to_get_it(
    sample: Running, visiting: Visiting, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(FOLDER, raising=False)
    assert "make requirements" in visiting(sample, AUDITOR).get(AT).text


@pytest.mark.parametrize("content", ["{}", '{"built_at": ', "[]"])
def test_a_document_of_another_shape_is_as_good_as_none(
    sample: Running, visiting: Visiting, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: str
) -> None:
    (tmp_path / "anforderungen.json").write_text(content, "utf-8")
    monkeypatch.setenv(FOLDER, str(tmp_path))
    browser = visiting(sample, AUDITOR)
    found = {form: browser.get(f"{AT}{form}").status_code for form in ("", ".json")}
    monkeypatch.delenv(FOLDER)
    assert found == {form: browser.get(f"{AT}{form}").status_code for form in ("", ".json")}
