"""The terms of an agreement in a form: one section open at a time, small pages, and nothing lost on the way."""

import base64
import html
import zlib
from itertools import pairwise

import httpx
import pytest

from domain.terms import Terms
from interfaces.german.forms import label
from interfaces.sample.cast import DESK
from interfaces.web.forms.sections import packed, summary, unpacked
from interfaces.web.forms.shape import shapes
from interfaces.web.forms.typed import flat, typed_from
from tests.http.conftest import SAMPLE
from tests.http.service import Running
from tests.web.browsing import Pairs, hidden, posted, said
from tests.web.conftest import Visiting
from tests.web.seasons import in_summer as in_summer  # noqa: PLC0414 - a fixture

CHANGE = f"/vereinbarungen/{SAMPLE}/handlungen/propose-amendment"
BOUND = "terms.goals.1.lines.0.bound.value"
PROCEDURE = [
    ("occurred_on", "2026-08-20"),
    ("effective_from", "2026-09-01"),
    ("amendment_id", "mehr-frauen"),
    ("reason", "Beispiel"),
]


def fields(browser: httpx.Client, opened: str) -> Pairs:
    """The fields of the form with one section open, as a browser would send them."""
    page = browser.get(CHANGE)
    page = posted(browser, CHANGE, [*hidden(page.text, CHANGE), ("oeffnen", opened)])
    assert page.status_code == 200, said(page)
    return hidden(page.text, CHANGE)


def drawn(terms: Terms, section: str) -> Pairs:
    """What stands in the fields of an open section."""
    return [pair for pair in flat({"terms": typed_from(Terms, terms)}) if pair[0].startswith(f"{section}.")]


def test_every_section_is_a_small_page(in_summer: Running, visiting: Visiting) -> None:
    browser = visiting(in_summer, DESK.person)
    start = browser.get(CHANGE)
    sizes = [len(start.content)]
    sections = [f"terms.{name}" for name, shape in shapes(Terms).items() if shape.kind == "group"]
    for section in (*sections, "terms.goals.1", "terms.text.3"):
        page = posted(browser, CHANGE, [*hidden(start.text, CHANGE), ("oeffnen", section)])
        assert page.status_code == 200, section
        sizes.append(len(page.content))
    assert max(sizes) < 100_000


@pytest.mark.parametrize(("typed", "shown"), [("7025036", "7.025.036"), ("9" * 16, "9" * 16), ("9" * 10_000, "9999")])
def test_a_closed_section_says_its_numbers_and_what_is_too_long_for_one_as_typed(typed: str, shown: str) -> None:
    assert f" {shown}" in summary(shapes(Terms)["budget"], {"stated_total": typed})


def test_a_change_in_an_open_section_is_the_only_change_proposed(in_summer: Running, visiting: Visiting) -> None:
    browser = visiting(in_summer, DESK.person)
    terms = in_summer.system.service.journal.records(SAMPLE)[0].fact.terms  # type: ignore[attr-defined]
    changed = [(name, "7,5" if name == BOUND else value) for name, value in drawn(terms, "terms.goals.1")]
    assert (BOUND, "7,5") in changed
    page = posted(browser, CHANGE, [*fields(browser, "terms.goals.1"), *PROCEDURE, *changed, ("schritt", "pruefen")])
    assert page.status_code == 200, said(page)
    assert page.text.count('scope="row"') == 1
    assert "7,5 Prozent" in html.unescape(page.text)
    entry = posted(browser, CHANGE, [*hidden(page.text, CHANGE), ("schritt", "festhalten")])
    assert "/verlauf/" in entry.url.path, said(entry)
    proposed = in_summer.system.journal.records(SAMPLE)[-1].fact.terms  # type: ignore[attr-defined]
    assert proposed.goals[1].lines[0].bound.value == 7.5
    assert proposed.model_copy(update={"goals": terms.goals}) == terms


def test_a_row_is_added_and_taken_away_and_what_stood_in_the_others_stays(
    in_summer: Running, visiting: Visiting
) -> None:
    browser = visiting(in_summer, DESK.person)
    start = fields(browser, "terms.duties")
    added = posted(browser, CHANGE, [*start, ("mehr", "terms.duties")])
    row = [("terms.duties.7.clause", "III.9"), ("terms.duties.7.says", "Eine neue Pflicht")]
    assert all(f'name="{name}"' in added.text for name, _ in row), said(added)
    typed = posted(browser, CHANGE, [*hidden(added.text, CHANGE), *row, ("oeffnen", "terms.budget")])
    carried = unpacked(dict(hidden(typed.text, CHANGE))["rest"])["terms"]
    assert [one["clause"] for one in carried["duties"]][-1] == "III.9"
    assert len(carried["duties"]) == 8
    gone = posted(browser, CHANGE, [*hidden(typed.text, CHANGE), ("oeffnen", "terms.duties.0")])
    left = posted(browser, CHANGE, [*hidden(gone.text, CHANGE), ("weg", "terms.duties.0")])
    after = unpacked(dict(hidden(left.text, CHANGE))["rest"])["terms"]
    assert [one["clause"] for one in after["duties"]] == [one["clause"] for one in carried["duties"]][1:]
    assert all(after[name] == carried[name] for name in carried if name not in {"duties", "budget"})


def test_an_error_opens_its_section_and_is_said_at_the_field(in_summer: Running, visiting: Visiting) -> None:
    browser = visiting(in_summer, DESK.person)
    terms = in_summer.system.service.journal.records(SAMPLE)[0].fact.terms  # type: ignore[attr-defined]
    wrong = [(name, "viel" if name == BOUND else value) for name, value in drawn(terms, "terms.goals.1")]
    start = fields(browser, "terms.goals.1")
    elsewhere = posted(browser, CHANGE, [*start, *PROCEDURE, *wrong, ("oeffnen", "terms.budget")])
    kept = hidden(elsewhere.text, CHANGE)
    page = posted(browser, CHANGE, [*kept, *PROCEDURE, *drawn(terms, "terms.budget"), ("schritt", "pruefen")])
    assert page.status_code == 422
    assert f'name="{BOUND}" value="viel"' in page.text
    assert 'aria-invalid="true"' in page.text


@pytest.mark.parametrize(
    "rest",
    ["x", "ä", base64.urlsafe_b64encode(zlib.compress(b"[1]")).decode(), packed({"terms": {}})[:-8],
     base64.urlsafe_b64encode(zlib.compress(b'{"terms": 7}')).decode(),
     base64.urlsafe_b64encode(zlib.compress(b" " * 30_000_000)).decode()],
)  # fmt: skip
def test_carried_values_that_no_form_of_ours_made_are_refused(
    in_summer: Running, visiting: Visiting, rest: str
) -> None:
    browser, head = visiting(in_summer, DESK.person), in_summer.system.journal.head()
    token = dict(hidden(browser.get(CHANGE).text, CHANGE))["csrf"]
    page = posted(browser, CHANGE, [("csrf", token), ("rest", rest), ("schritt", "festhalten")])
    assert page.status_code in {400, 422}, said(page)
    assert in_summer.system.journal.head() == head


def test_sections_have_names() -> None:
    names = [label("Terms", name) for name in shapes(Terms)]
    assert all(one != other for one, other in pairwise(sorted(names)))
