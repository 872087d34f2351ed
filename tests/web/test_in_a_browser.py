"""What people do in a browser: deliver and release a file, look at the past, prove it, collide, click twice."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from application.proofs.ports import Occasion
from interfaces.sample.cast import COUNTY, DESK, READER, REVIEW
from tests.figures.files import as_csv, load_rows
from tests.http.conftest import SAMPLE
from tests.http.service import Running
from tests.web.browser import chromium, signed_in
from tests.web.seasons import in_summer as in_summer  # noqa: PLC0414 - a fixture

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as browser:
        yield browser


def uploaded(page: Page, content: bytes) -> None:
    page.goto("/daten")
    page.set_input_files("#datei", {"name": "juli.csv", "mimeType": "text/csv", "buffer": content})
    page.get_by_role("button", name="Prüfen").click()


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_a_file_goes_from_its_errors_to_the_release_by_a_second_person(
    in_summer: Running, browser: Browser, scripts: bool
) -> None:
    rows = load_rows("2026-07")
    with signed_in(browser, in_summer, DESK.person, java_script_enabled=scripts) as page:
        broken = as_csv(rows).replace(b";2026-07;", b";2026-13;", 1)
        uploaded(page, broken)
        assert "Fehler" in page.locator(".note").inner_text()
        assert page.locator("tbody tr").count() > 0
        uploaded(page, as_csv(rows))
        assert "Fehler:" not in page.locator(".note").inner_text(), page.locator("main").inner_text()
        page.get_by_role("button", name="Liefern", exact=True).click()
        page.wait_for_url("**/daten/datei-*")
        assert page.get_by_role("button", name="Freigeben").count() == 0
        address = page.url.partition("?")[0]
    with signed_in(browser, in_summer, REVIEW.person, java_script_enabled=scripts) as page:
        page.goto(address)
        page.get_by_role("button", name="Freigeben").click()
        page.wait_for_load_state()
        assert "freigegeben" in page.locator(".lead").inner_text()


def test_the_past_is_said_aloud_and_nothing_can_be_done_in_it(in_summer: Running, browser: Browser) -> None:
    with signed_in(browser, in_summer, COUNTY.person) as page:
        page.goto(f"/vereinbarungen/{SAMPLE}")
        assert page.get_by_role("link", name="Etwas festhalten").count() == 1
        page.fill("#stand", "2026-03-31")
        page.get_by_role("button", name="Zeigen").click()
        page.wait_for_url("**stand=2026-03-31**")
        assert "Sie sehen den Stand vom 31.03.2026" in page.locator(".note").inner_text()
        assert page.get_by_role("link", name="Etwas festhalten").count() == 0
        assert "nicht angesetzt" in page.locator(".life").inner_text()


def test_a_bundle_from_the_page_is_found_sound_by_the_checker_from_the_page(
    in_summer: Running, browser: Browser, tmp_path: Path
) -> None:
    in_summer.system.audit.checkpoints.make(Occasion.REQUEST)
    with signed_in(browser, in_summer, READER.person) as page:
        page.goto(f"/vereinbarungen/{SAMPLE}/nachweis")
        with page.expect_download() as bundle:
            page.get_by_role("link", name="Bündel herunterladen").click()
        bundle.value.save_as(tmp_path / "bundle.zip")
        with page.expect_download() as checker:
            page.get_by_role("link", name="verify.py").click()
        checker.value.save_as(tmp_path / "verify.py")
        key = page.locator("li.exact").first.inner_text()
    told = subprocess.run(
        [sys.executable, tmp_path / "verify.py", tmp_path / "bundle.zip", "--key", key],
        capture_output=True,
        text=True,
        check=False,
    )
    assert told.returncode == 0, told.stdout + told.stderr


def _step(page: Page, says: str) -> None:
    page.goto(f"/vereinbarungen/{SAMPLE}/handlungen/report-step?step_id=4-workshops")
    page.get_by_label("begonnen").check()
    page.get_by_label("Bericht").fill(says)
    page.get_by_role("button", name="Prüfen", exact=True).last.click()


def test_what_somebody_else_recorded_in_between_is_shown_and_nothing_typed_is_lost(
    in_summer: Running, browser: Browser
) -> None:
    with signed_in(browser, in_summer, COUNTY.person) as first, signed_in(browser, in_summer, COUNTY.person) as second:
        _step(first, "zuerst getippt")
        _step(second, "schneller")
        second.get_by_role("button", name="Festhalten").click()
        second.wait_for_url("**/verlauf/*")
        first.get_by_role("button", name="Festhalten").click()
        first.wait_for_load_state()
        assert "Inzwischen wurde etwas anderes festgehalten" in first.locator(".note").inner_text()
        assert first.get_by_label("Bericht").input_value() == "zuerst getippt"
        first.get_by_role("button", name="Prüfen", exact=True).last.click()
        first.get_by_role("button", name="Festhalten").click()
        first.wait_for_url("**/verlauf/*")


def test_a_double_click_records_once(in_summer: Running, browser: Browser) -> None:
    before = len(in_summer.system.journal.records(SAMPLE))
    with signed_in(browser, in_summer, COUNTY.person) as page:
        _step(page, "zweimal geklickt")
        page.get_by_role("button", name="Festhalten").dblclick()
        page.wait_for_url("**/verlauf/*")
        assert "estgehalten" in page.locator(".note").inner_text()
    assert len(in_summer.system.journal.records(SAMPLE)) == before + 1
