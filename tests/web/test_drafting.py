"""Drafting next year's agreement: the list of what has to be decided again stays, with its ticks, at every step."""

import html
import re

import httpx

from application.acting.carry_over import carried_over
from domain.acts.drafting import DraftAgreement
from domain.agreement import fold
from interfaces.sample.cast import DESK
from interfaces.web.forms.typed import flat, typed_from
from tests.http.conftest import SAMPLE
from tests.http.service import Running
from tests.web.browsing import Pairs, hidden, posted, said
from tests.web.conftest import Visiting

NEXT = f"/vereinbarungen/neu?aus={SAMPLE}"
_BOX = re.compile(r'<input type="checkbox" name="entschieden" value="([^"]+)" form="handlung"( checked)?>')


def boxes(page: httpx.Response) -> dict[str, bool]:
    """Each point of the list, and whether it is ticked off."""
    return {html.unescape(key): bool(ticked) for key, ticked in _BOX.findall(page.text)}


def ticked(page: httpx.Response) -> set[str]:
    return {key for key, done in boxes(page).items() if done}


def with_ticks(page: httpx.Response, *keys: str) -> Pairs:
    """The form as a browser would send it with these boxes ticked."""
    kept = [pair for pair in hidden(page.text, NEXT) if pair[0] != "entschieden"]
    day = [("occurred_on", "2027-05-11"), ("reason", "Beispiel")]
    return [*kept, *day, ("entschieden", ""), *(("entschieden", key) for key in keys)]


def whole(sample: Running, page: httpx.Response) -> Pairs:
    """The form with everything in it that is carried over."""
    agreement = fold(sample.system.journal.records(SAMPLE))
    assert agreement
    carried = carried_over(agreement, 2028, sample.system.service.today()).request
    csrf = [pair for pair in hidden(page.text, NEXT) if pair[0] == "csrf"]
    return [*csrf, *flat(typed_from(DraftAgreement, carried))]


def test_ticks_stay_at_every_step_and_the_preview_says_what_is_left(sample: Running, visiting: Visiting) -> None:
    browser = visiting(sample, DESK.person)
    start = browser.get(NEXT)
    first, second, *rest = boxes(start)
    assert (len(rest) > 20, ticked(start)) == (True, set())
    section = posted(browser, NEXT, [*with_ticks(start, first, second), ("oeffnen", "terms.budget")])
    assert ticked(section) == {first, second}
    fewer = posted(browser, NEXT, [*with_ticks(section, second), ("oeffnen", "terms.dialogs")])
    assert ticked(fewer) == {second}, "a tick can be taken away"
    wrong = posted(browser, NEXT, [*with_ticks(fewer, second), ("terms.year", "neu"), ("schritt", "pruefen")])
    assert (wrong.status_code, ticked(wrong)) == (422, {second})
    preview = posted(browser, NEXT, [*whole(sample, fewer), ("entschieden", second), ("schritt", "pruefen")])
    assert f"{len(rest) + 1} Punkte sind noch nicht als entschieden abgehakt." in said(preview)
    back = posted(browser, NEXT, [*hidden(preview.text, NEXT), ("schritt", "aendern")])
    assert ticked(back) == {second}
    posted(browser, NEXT, [*with_ticks(back, first, second), ("schritt", "merken")])
    assert ticked(browser.get(NEXT)) == {first, second}, "they are kept with the draft"
    sample.system.unfinished.forget(DESK.person, NEXT)


def test_the_list_speaks_of_what_is_agreed_and_of_no_ids(sample: Running, visiting: Visiting) -> None:
    page = said(visiting(sample, DESK.person).get(NEXT))
    assert "Zielwert (III.2.1.2): Die Integrationsquote" in page
    assert not re.search(r"„(k2|4-workshops|6-integration)", page)
