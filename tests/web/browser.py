"""The system's Chromium, driven as people use it: with a keyboard, on a small screen, in the dark, without scripts."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

from tests.http.service import Running

CHROMIUM = "/usr/bin/chromium"
_QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
AXE = Path(__file__).parents[2] / "interfaces/web/node_modules/axe-core/axe.min.js"
SIZES = {
    "wide": {"width": 1280, "height": 900},
    "medium": {"width": 768, "height": 1024},
    "narrow": {"width": 360, "height": 800},
}


@contextmanager
def chromium() -> Iterator[Browser]:
    """The browser, closed at the end; `make browser` says where it comes from."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(_QUIET))
        try:
            yield browser
        finally:
            browser.close()


@contextmanager
def signed_in(browser: Browser, service: Running, person: str, **options: Any) -> Iterator[Page]:
    """A page of a person who came by the link of their role."""
    context = browser.new_context(base_url=service.base, locale="de-DE", accept_downloads=True, **options)
    try:
        page = context.new_page()
        page.set_default_timeout(20_000)
        page.goto(f"/sign-in/{service.issuer.sign_in_code(person)}")
        yield page
    finally:
        context.close()


def violations(page: Page) -> list[str]:
    """What axe-core finds wrong with a page as it is shown."""
    if not page.evaluate("typeof axe !== 'undefined'"):
        page.evaluate(AXE.read_text("utf-8"))
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")["violations"]
    return [f"{one['id']}: {one['nodes'][0]['html'][:200]}" for one in found]


def wider_than_the_screen(page: Page) -> bool:
    """Whether one has to scroll sideways."""
    return bool(page.evaluate("document.documentElement.scrollWidth > window.innerWidth"))


def cut_off(page: Page) -> list[str]:
    """Tables that do not fit, but for those wide by nature: years of months, loads side by side, tables of features."""
    return list(
        page.evaluate(
            "[...document.querySelectorAll('.scroll:not(.wide, .as-written)')]"
            ".filter((one) => one.scrollWidth > one.clientWidth + 1).map((one) => one.ariaLabel)"
        )
    )
