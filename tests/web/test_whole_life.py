"""The whole life of the sample in one go in Chromium, as Land, county, committee and auditor; without scripts too."""

from collections.abc import Iterator
from contextlib import ExitStack

import pytest
from playwright.sync_api import Browser, Page

from application.acting.service import agreement_id_of
from domain.acts.drafting import DraftAgreement
from domain.acts.figures import DeliverFigures, ReleaseFigures
from domain.agreement import fold
from domain.record import Request
from domain.state import Status
from interfaces.http.access import path_of
from interfaces.sample.cast import READER, REVIEW, SIGNATORIES, Scene
from interfaces.sample.play import scenes
from interfaces.sample.terms import heidekreis_2026
from interfaces.web.forms.typed import typed_from
from tests.figures.files import as_csv, load_rows
from tests.http.service import Running
from tests.web.browser import chromium, signed_in, violations
from tests.web.driving import fill, fill_sections

pytestmark = [pytest.mark.browser, pytest.mark.long]
TERMS = heidekreis_2026().model_copy(update={"text": ()})
"""As agreed, without the words of the paper: typing 83 paragraphs shows nothing more."""
AGREEMENT = agreement_id_of(TERMS, 1)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as browser:
        yield browser


def checked_and_recorded(page: Page) -> None:
    """Check, and record what the preview shows."""
    page.locator("button[name=schritt][value=pruefen]").last.click()
    _next(page, "button[name=schritt][value=festhalten]")
    page.locator("button[name=schritt][value=festhalten]").click()
    _next(page, ".note.kern-alert--success, .life")


def _next(page: Page, shows: str) -> None:
    """The next page; what it says instead, when it is another."""
    page.locator(f"{shows}, .note.kern-alert--danger").first.wait_for()
    assert page.locator(shows).count(), page.locator("main").inner_text()[:1500]


def drafted(page: Page, request: DraftAgreement) -> None:
    page.goto("/vereinbarungen/neu?aus=leer")
    typed = typed_from(DraftAgreement, request)
    fill_sections(page, "terms", typed.pop("terms"))
    fill(page, typed)
    checked_and_recorded(page)


def acted(page: Page, request: Request) -> None:
    page.goto(f"/vereinbarungen/{AGREEMENT}/handlungen/{path_of(type(request))}")
    fill(page, {name: value for name, value in typed_from(type(request), request).items() if name != "terms_hash"})
    checked_and_recorded(page)
    assert "Festgehalten" in page.locator(".note").first.inner_text()


def delivered_and_released(desk: Page, review: Page, together: list[Scene]) -> None:
    """All loads of a day as one file, first with an error in it."""
    months = [scene.request.load.state.report_month for scene in together]  # type: ignore[attr-defined]
    content = as_csv([row for month in months for row in load_rows(month)])
    for tried in (content.replace(b";2026-", b";2026-1", 1), content):
        desk.goto("/daten")
        desk.set_input_files("#datei", {"name": f"{months[-1]}.csv", "mimeType": "text/csv", "buffer": tried})
        desk.get_by_role("button", name="Prüfen").click()
        desk.locator(".note").first.wait_for()
    desk.get_by_role("button", name="Liefern", exact=True).click()
    desk.wait_for_url("**/daten/datei-*")
    review.goto(desk.url.partition("?")[0])
    review.get_by_role("button", name="Freigeben").click()
    review.get_by_text("freigegeben").first.wait_for()


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_the_whole_life_goes_through_the_pages(service: Running, browser: Browser, scripts: bool) -> None:
    for person in SIGNATORIES:
        service.system.service.register(person)
    life = scenes(TERMS)
    with ExitStack() as stack:
        pages: dict[str, Page] = {}

        def page_of(person: str) -> Page:
            if person not in pages:
                pages[person] = stack.enter_context(signed_in(browser, service, person, java_script_enabled=scripts))
            return pages[person]

        done: set[int] = set()
        for number, scene in enumerate(life):
            if number in done:
                continue
            service.clock.move_to(scene.on)
            page = page_of(scene.actor.person)
            match scene.request:
                case DraftAgreement():
                    drafted(page, scene.request)
                case DeliverFigures() | ReleaseFigures():
                    figures = (DeliverFigures, ReleaseFigures)
                    day = {n for n, one in enumerate(life) if one.on == scene.on and isinstance(one.request, figures)}
                    loads = [life[n] for n in sorted(day) if isinstance(life[n].request, DeliverFigures)]
                    delivered_and_released(page, page_of(REVIEW.person), loads)
                    done |= day
                case request:
                    acted(page, request)
        auditor = page_of(READER.person)
        auditor.goto(f"/vereinbarungen/{AGREEMENT}/bewertung")
        assert auditor.get_by_text("weicht ab").count() == 0
        assert auditor.locator(".state").count() >= 10
        if scripts:
            assert violations(auditor) == []
    agreement = fold(service.system.journal.records(AGREEMENT))
    assert agreement is not None
    assert agreement.status is Status.CLOSED
    assert agreement.terms == TERMS
    recorded = [type(record.fact).__name__ for record in service.system.journal.records(AGREEMENT)]
    assert len(recorded) == len(life)
