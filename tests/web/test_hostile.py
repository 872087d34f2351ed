"""Hostile texts show as text, wherever people type or read them, and nothing typed is lost when it is refused."""

import html
import re
from collections.abc import Iterator
from urllib.parse import quote

import httpx
import pytest
from pydantic import BaseModel

from application.acting.permissions import PERMITTED
from domain.acts.individual import ReportStep
from domain.facts.individual import Progress
from domain.record import Actor
from interfaces.http.access import path_of
from interfaces.sample.cast import COUNTY, DESK
from interfaces.signing_in import CAST
from interfaces.web import assets
from interfaces.web.forms.shape import Kind, shapes
from interfaces.web.offered import BY_PATH
from tests.http.conftest import SAMPLE
from tests.http.service import Running
from tests.sampling import exhaustive, some, swept
from tests.web.browsing import hidden, posted, previewed, recorded, said
from tests.web.conftest import Visiting
from tests.web.seasons import in_summer as in_summer  # noqa: PLC0414 - a fixture
from tests.web.test_access import pages

MARKUP = "<script>alert(1)</script><img src=x onerror=alert(1)>\"'><b>{{ 7 * 7 }} &amp; </textarea>"
HOSTILE = {
    "markup": MARKUP,
    "marks": "rechts\u202enach links",
    "long": "x" * 10_000,
    "digits": "9" * 10_000,
    "nul": "null\u0000byte",
}
TEXTS = [pytest.param(text, id=name) for name, text in HOSTILE.items()]
OPERATOR = next(actor for actor in CAST if actor.role == "operator")
STEP = f"/vereinbarungen/{SAMPLE}/handlungen/report-step"


def a_report(service: Running, says: str) -> ReportStep:
    return ReportStep(
        occurred_on=service.system.service.today(), step_id="4-workshops", progress=Progress.BEGUN, says=says
    )


def test_markup_in_a_text_shows_as_text_on_every_page(in_summer: Running, visiting: Visiting) -> None:
    browser = visiting(in_summer, COUNTY.person)
    recorded(browser, SAMPLE, a_report(in_summer, MARKUP))
    in_summer.system.views.catch_up()
    shown = 0
    for _, path in pages("GET"):
        page = browser.get(path)
        if "text/html" in page.headers["content-type"]:
            assert "<script>alert" not in page.text, path
            assert "<img src=x" not in page.text, path
            shown += html.unescape(page.text).count(MARKUP) if "&lt;script" in page.text else 0
    assert shown > 0


@pytest.mark.parametrize(
    "text", ["rechts\u202enach links", "x" * 10_000, "null\u0000byte"], ids=["marks", "long", "nul"]
)
def test_what_is_refused_is_said_at_the_field_and_still_there(
    in_summer: Running, visiting: Visiting, text: str
) -> None:
    browser, before = visiting(in_summer, COUNTY.person), in_summer.system.journal.head()
    token = re.search(r'name="csrf" value="([0-9a-f]+)"', browser.get(STEP).text)
    assert token
    fields = [("csrf", token[1]), ("step_id", "4-workshops"), ("progress", "begun"), ("says", text)]
    page = posted(browser, STEP, [*fields, ("occurred_on", "2026-08-20"), ("schritt", "pruefen")])
    assert page.status_code == 422, said(page)
    assert 'aria-invalid="true"' in page.text
    assert text.replace("\u0000", "") in html.unescape(page.text).replace("\u0000", "")
    assert in_summer.system.journal.head() == before


def everywhere(model: type[BaseModel], text: str, path: str = "") -> Iterator[tuple[str, str]]:
    """A text in every field that takes one, also in the rows of lists."""
    for name, shape in shapes(model).items():
        place = f"{path}{name}"
        if shape.kind in {Kind.GROUP, Kind.DOCUMENT} and shape.model:
            yield from everywhere(shape.model, text, f"{place}.0." if shape.several else f"{place}.")
        else:
            yield place, text


@exhaustive
@pytest.mark.parametrize("text", some(TEXTS, 3))
@pytest.mark.parametrize("role", [COUNTY, DESK], ids=lambda actor: actor.role)
def test_no_field_of_any_form_takes_hostile_text_for_anything_but_text(
    in_summer: Running, visiting: Visiting, role: Actor, text: str
) -> None:
    """Nothing is recorded, nothing fails, and what was typed is shown again or kept, as text."""
    browser, head = visiting(in_summer, role.person), in_summer.system.journal.head()
    acts = [act for act in BY_PATH.values() if role.role in PERMITTED[act]]
    for act in some(acts, 2):
        address = f"/vereinbarungen/{SAMPLE}/handlungen/{path_of(act)}"
        token = dict(hidden(browser.get(address).text, address))["csrf"]
        fields = [("csrf", token), *everywhere(act, text)]
        for step in ("pruefen", "festhalten", "merken", "mehr"):
            page = posted(browser, address, [*fields, ("schritt", step)])
            assert page.status_code in {200, 409, 422}, (act, step, page.status_code, said(page))
            assert "<script>alert" not in page.text, act
            assert "<img src=x" not in page.text, act
        kept = browser.get(address)
        assert kept.status_code == 200, (act, said(kept))
        assert "<script>alert" not in kept.text, act
    assert in_summer.system.journal.head() == head


ELSEWHERE = (
    (DESK, "/personen", "eintragen", ("kennung", "titel", "vorname", "nachname")),
    (OPERATOR, "/personen", "loeschen", ("person", "begruendung")),
    (OPERATOR, "/pruefung/schluessel", "pruefen", ("begruendung",)),
    (DESK, "/vereinbarungen/neu?aus=leer", "pruefen", ("terms.title", "terms.legal_basis", "reason", "capacity")),
    (DESK, "/vereinbarungen/neu?aus=leer", "mehr", ("terms.title", "entschieden", "offen", "oeffnen")),
    (DESK, "/vereinbarungen/neu?aus=leer", "mehr", ("version", "schluessel", "weg", "mehr", "rest")),
    (
        DESK,
        "/daten",
        "",
        ("revision", "jahr", "anmerkung", "anlass", "zuordnung", "traeger", "monat", "wartemonate", "geladen"),
    ),
)
"""Forms that belong to no agreement: who may send them, which step, and the fields that take text."""


@swept
@pytest.mark.parametrize("text", some(TEXTS, 3))
@pytest.mark.parametrize(("actor", "address", "step", "fields"), ELSEWHERE, ids=lambda one: str(one)[:30])
def test_forms_beside_agreements_take_hostile_text_for_text(
    sample: Running, visiting: Visiting, actor: Actor, address: str, step: str, fields: tuple[str, ...], text: str
) -> None:
    browser, head = visiting(sample, actor.person), sample.system.journal.head()
    token = re.search(r'name="csrf" value="([0-9a-f]+)"', browser.get("/").text)
    assert token
    data = {"csrf": token[1], "schritt": step, **dict.fromkeys(fields, text)}
    file = {"datei": (f"{text[:40]}.csv", b"keine;Daten\n1;2\n", "text/csv")} if address == "/daten" else None
    page = browser.post(address, data=data, files=file)
    assert page.status_code in {200, 404, 409, 422}, said(page)
    assert "<script>alert" not in page.text
    assert "<img src=x" not in page.text
    assert sample.system.journal.head() == head


def test_hostile_addresses_show_nothing_but_text(sample: Running, visiting: Visiting) -> None:
    browser = visiting(sample, DESK.person)
    for address in (
        "/vereinbarungen?suche=",
        "/verlauf?klausel=",
        "/faelliges?rolle=",
        "/anmelden?weiter=",
    ):
        page = browser.get(address + quote(MARKUP))
        assert page.status_code < 500
        assert "<script>alert" not in page.text


def test_every_page_has_the_strict_policy(sample: Running, visiting: Visiting) -> None:
    browser = visiting(sample, DESK.person)
    for _, path in pages("GET"):
        page = browser.get(path)
        if "text/html" in page.headers["content-type"]:
            assert "unsafe" not in page.headers["content-security-policy"], path
            assert "style=" not in page.text, path
            assert not re.search(r"<script(?![^>]* src=)|\son\w+=", page.text), path


def test_pages_stay_usable_without_what_set_up_fetches(
    sample: Running, visiting: Visiting, monkeypatch: pytest.MonkeyPatch
) -> None:
    browser: httpx.Client = visiting(sample, COUNTY.person)
    monkeypatch.setitem(assets.FILES, "kern.css", assets.FILES["kern.css"].with_name("missing.css"))
    assets.is_there.cache_clear()
    assert "kern.css" not in browser.get("/").text
    assert "pages.css" in browser.get("/").text
    monkeypatch.undo()
    assets.is_there.cache_clear()


def test_a_form_repeated_under_its_key_records_once(in_summer: Running, visiting: Visiting) -> None:
    browser = visiting(in_summer, COUNTY.person)
    preview = previewed(browser, SAMPLE, a_report(in_summer, "zweimal gesendet"))
    fields = [*hidden(preview.text, STEP), ("schritt", "festhalten")]
    first, again = posted(browser, STEP, fields), posted(browser, STEP, fields)
    assert "Festgehalten." in said(first)
    assert "Das war schon festgehalten." in said(again)
    assert first.url.path == again.url.path
