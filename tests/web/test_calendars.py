"""The page where a person subscribes to their due items and revokes the address."""

import re

from icalendar import Calendar

from tests.http.service import Running
from tests.http.test_calendars import waiting
from tests.http.test_conventions import AUDITOR, COUNTY, LAND
from tests.web.browsing import hidden, posted
from tests.web.conftest import Visiting

__all__ = ["waiting"]
HOME = "/faelliges/kalender"


def test_an_address_is_made_shown_once_and_revoked(waiting: Running, visiting: Visiting) -> None:
    browser = visiting(waiting, COUNTY)
    assert f'href="{HOME}"' in browser.get("/faelliges").text
    made = posted(browser, HOME, hidden(browser.get(HOME).text, HOME))
    (address,) = set(re.findall(r'href="(http://[^"]+/api/v1/calendars/[\w-]{43}\.ics)"', made.text))
    with waiting.client() as anybody:
        assert anybody.get(address).headers["content-type"].startswith("text/calendar")
    listed = browser.get(HOME).text
    assert address not in listed
    (own,) = re.findall(rf'action="({HOME}/[0-9a-f-]+)"', listed)
    assert "Noch keiner." not in listed
    assert "Noch keiner." in posted(browser, own, hidden(listed, own)).text
    with waiting.client() as anybody:
        assert anybody.get(address).status_code == 404


def test_nobody_revokes_what_is_anothers_and_nobody_has_too_many(waiting: Running, visiting: Visiting) -> None:
    browser, other = visiting(waiting, COUNTY), visiting(waiting, LAND)
    for _ in range(6):
        posted(browser, HOME, hidden(browser.get(HOME).text, HOME)[:1])
        if "Adresse erzeugen" not in browser.get(HOME).text:
            break
    page = browser.get(HOME).text
    assert "mehr gibt es nicht" in page
    own = re.findall(rf'action="({HOME}/[0-9a-f-]+)"', page)
    assert len(own) == 5
    assert "Noch keiner." in posted(other, own[0], hidden(other.get(HOME).text, HOME)).text
    assert len(re.findall(rf'action="({HOME}/[0-9a-f-]+)"', browser.get(HOME).text)) == 5


def test_the_calendar_is_also_a_file(waiting: Running, visiting: Visiting) -> None:
    browser = visiting(waiting, AUDITOR)
    answer = browser.get("/faelliges.ics", params={"rolle": "county"})
    assert answer.headers["content-disposition"] == 'attachment; filename="faelliges.ics"'
    events = [
        str(one["categories"].to_ical()) for one in Calendar.from_ical(answer.content).walk() if one.name == "VEVENT"
    ]
    assert events
    assert all("Kommune" in one for one in events)
