"""axe-core on every page, light and dark, wide and narrow; keyboard alone; nothing wider than the screen."""

from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page

from domain.record import Actor, Role
from interfaces.requirements.stored import FOLDER
from interfaces.requirements.writing import write
from interfaces.sample.cast import COUNTY, DESK
from interfaces.signing_in import CAST
from interfaces.web.access import OPEN, PAGES
from tests.figures.files import as_csv, load_rows
from tests.http.conftest import SAMPLE
from tests.http.service import Running
from tests.requirements.building import document
from tests.web.browser import SIZES, chromium, cut_off, signed_in, violations, wider_than_the_screen
from tests.web.seasons import in_summer as in_summer  # noqa: PLC0414 - a fixture
from tests.web.test_access import pages

STEP = f"/vereinbarungen/{SAMPLE}/handlungen/report-step?step_id=4-workshops"
pytestmark = pytest.mark.browser
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
ROLES = tuple({actor.role: actor for actor in CAST}.values())
MORE = ("/vereinbarungen/neu?aus=" + SAMPLE, f"/vereinbarungen/{SAMPLE}?stand=2026-08-20", "/gibt/es/nicht")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as browser:
        yield browser


def addresses(role: Role) -> Iterator[str]:
    for name, path in pages("GET"):
        if PAGES[name] is OPEN or role in PAGES[name]:
            yield path


def found(page: Page, where: str) -> list[str]:
    """Violations and overflow of a page, light and dark, wide and narrow, and zoomed to 200 %."""
    wrong = []
    for scheme in SCHEMES:
        page.emulate_media(color_scheme=scheme)
        for size, screen in SIZES.items() if scheme == "light" else [("wide", SIZES["wide"])]:
            page.set_viewport_size(screen)  # type: ignore[arg-type]  # width and height
            wrong += [f"{where} {scheme} {size} {one}" for one in violations(page)]
            wrong += [f"{where} {size} wider than the screen"] if wider_than_the_screen(page) else []
            wrong += [f"{where} {size} cut off: {name}" for name in cut_off(page)]
    page.set_viewport_size({"width": 640, "height": 450})  # as a screen of 1280 px at 200 %
    return wrong + ([f"{where} at 200 % wider than the screen"] if wider_than_the_screen(page) else [])


@pytest.mark.parametrize("actor", ROLES, ids=lambda actor: actor.role)
def test_every_page_is_accessible(sample: Running, browser: Browser, actor: Actor) -> None:
    with signed_in(browser, sample, actor.person) as page:
        wrong = []
        for address in (*addresses(actor.role), *MORE):
            if "text/html" not in page.request.get(address).headers["content-type"]:
                continue  # a file
            page.goto(address)
            wrong += found(page, address)
    assert not wrong, "\n".join(wrong)


def test_the_requirements_are_accessible_when_everything_in_them_is_open(
    sample: Running, browser: Browser, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(document(None), tmp_path)
    monkeypatch.setenv(FOLDER, str(tmp_path))
    with signed_in(browser, sample, COUNTY.person) as page:
        page.goto(f"/anforderungen?agreement={SAMPLE}")
        assert page.locator("article.sentence").count() > 80
        page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
        assert found(page, "/anforderungen") == []


def test_forms_are_accessible_when_something_is_wrong_and_when_it_is_shown_before(
    in_summer: Running, browser: Browser
) -> None:
    wrong = []
    with signed_in(browser, in_summer, COUNTY.person) as page:
        page.goto(STEP)
        pressed(page, "Prüfen")
        assert page.locator("[aria-invalid]").count(), "what is missing is said at the field"
        wrong += found(page, "a form with errors")
        page.get_by_label("begonnen").check()
        page.get_by_label("Bericht").fill("begonnen")
        pressed(page, "Prüfen")
        wrong += found(page, "a preview")
        pressed(page, "Festhalten")
        wrong += found(page, "an entry just recorded")
    with signed_in(browser, in_summer, DESK.person) as page:
        for content in (as_csv(load_rows("2026-07")).replace(b";2026-07;", b";2026-13;", 1), None):
            page.goto("/daten")
            file = content or as_csv(load_rows("2026-07"))
            page.set_input_files("#datei", {"name": "juli.csv", "mimeType": "text/csv", "buffer": file})
            pressed(page, "Prüfen")
            wrong += found(page, "a file that was checked")
        pressed(page, "Liefern")
        wrong += found(page, "a file that was delivered")
    assert not wrong, "\n".join(wrong)


def pressed(page: Page, name: str) -> None:
    """Press the last button of a name that is seen, and wait for the page it leads to."""
    with page.expect_navigation():
        page.get_by_role("button", name=name, exact=True).last.click()


def test_on_a_small_screen_the_menus_say_where_one_is(sample: Running, browser: Browser) -> None:
    with signed_in(browser, sample, COUNTY.person, viewport=SIZES["narrow"], java_script_enabled=False) as page:
        page.goto(f"/vereinbarungen/{SAMPLE}/nachweis")
        page.get_by_text("Menü", exact=True).click()
        assert page.get_by_role("link", name="Vereinbarungen", exact=True).get_attribute("aria-current") == "page"
        page.get_by_text("Nachweis und weitere Seiten").click()
        page.get_by_role("link", name="Gesamtbewertung", exact=True).click()
        page.wait_for_url("**/bewertung")
        assert page.get_by_text("Gesamtbewertung und weitere Seiten").is_visible()


def focused(page: Page) -> str:
    """The name of what has the focus, which is drawn around."""
    outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert outline != "none", f"nobody sees where one is: {page.evaluate('document.activeElement.outerHTML')[:200]}"
    return str(page.evaluate("(document.activeElement.labels?.[0] ?? document.activeElement).textContent.trim()"))


def tabbed_to(page: Page, name: str, *, most: int = 80) -> None:
    """Tab on until something of this name has the focus."""
    for _ in range(most):
        page.keyboard.press("Tab")
        if focused(page).startswith(name):
            return
    raise AssertionError(f"{name} cannot be reached by the keyboard")


def test_the_keyboard_alone_is_enough_to_record_something(in_summer: Running, browser: Browser) -> None:
    before = in_summer.system.journal.head()
    with signed_in(browser, in_summer, COUNTY.person) as page:
        page.keyboard.press("Tab")
        assert focused(page) == "Zum Inhalt"
        page.keyboard.press("Enter")
        tabbed_to(page, "Zu diesem Schritt von Ziel 4")
        page.keyboard.press("Enter")
        page.wait_for_url("**/handlungen/report-step**")
        tabbed_to(page, "begonnen")
        page.keyboard.press("Space")
        tabbed_to(page, "Bericht")
        page.keyboard.type("ohne Maus")
        tabbed_to(page, "Prüfen")
        page.keyboard.press("Enter")
        page.get_by_role("button", name="Festhalten").wait_for()
        tabbed_to(page, "Festhalten")
        page.keyboard.press("Enter")
        page.wait_for_url("**/verlauf/*")
        assert "ohne Maus" in page.locator("main").inner_text()
    assert in_summer.system.journal.head() == before + 1


def test_the_keyboard_alone_is_enough_to_filter(sample: Running, browser: Browser) -> None:
    with signed_in(browser, sample, COUNTY.person) as page:
        page.goto(f"/vereinbarungen/{SAMPLE}/verlauf")
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.textContent") == "Zum Inhalt"
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        assert page.evaluate("document.querySelector('main').contains(document.activeElement)")
        page.locator("#klausel").focus()
        page.keyboard.type("III.3.1")
        page.keyboard.press("Enter")
        page.wait_for_url("**klausel=III.3.1**")
