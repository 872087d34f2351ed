"""axe-core on every page, light and dark, wide and narrow; keyboard alone; nothing wider than the screen."""

from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page

from domain.record import Role
from interfaces.requirements.stored import FOLDER
from interfaces.requirements.writing import write
from interfaces.sample.cast import COUNTY, DESK, READER
from interfaces.web.access import OPEN, PAGES
from tests.http.conftest import SAMPLE
from tests.http.service import Running
from tests.requirements.building import document
from tests.web.browser import SIZES, chromium, signed_in, violations, wider_than_the_screen
from tests.web.test_access import pages

pytestmark = pytest.mark.browser
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
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
    page.set_viewport_size({"width": 640, "height": 450})  # as a screen of 1280 px at 200 %
    return wrong + ([f"{where} at 200 % wider than the screen"] if wider_than_the_screen(page) else [])


@pytest.mark.parametrize("actor", [DESK, COUNTY, READER], ids=lambda actor: actor.person)
def test_every_page_is_accessible(sample: Running, browser: Browser, actor: object) -> None:
    person, role = actor.person, actor.role  # type: ignore[attr-defined]  # of the cast
    with signed_in(browser, sample, person) as page:
        wrong = []
        for address in (*addresses(role), *MORE):
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


def test_the_keyboard_alone_is_enough(sample: Running, browser: Browser) -> None:
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
        assert page.evaluate("getComputedStyle(document.querySelector('a'), ':focus-visible') !== null")
