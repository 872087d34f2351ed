"""Delivering a file: a refusal is said where one is, with what was typed, and nothing is recorded."""

import re

from interfaces.sample.cast import DESK, REVIEW, SIGNATORIES
from tests.figures.files import as_csv, load_rows
from tests.http.conftest import SAMPLE
from tests.http.service import Running
from tests.web.browsing import hidden, posted, said
from tests.web.conftest import Visiting
from tests.web.seasons import in_summer as in_summer  # noqa: PLC0414 - a fixture
from tests.web.test_plain_words import words

DELIVER = "/daten/liefern"


def test_a_refused_delivery_keeps_the_reason_and_a_release_leads_from_numbers_to_the_file(
    in_summer: Running, visiting: Visiting
) -> None:
    browser, head = visiting(in_summer, DESK.person), in_summer.system.journal.head()
    token = dict(hidden(browser.get("/daten").text, "/daten"))["csrf"]
    file = {"datei": ("juli.csv", as_csv(load_rows("2026-07")), "text/csv")}
    checked = browser.post("/daten", data={"csrf": token}, files=file)
    assert checked.status_code == 200, said(checked)
    reason = f"Nach Rücksprache mit {SIGNATORIES[0].name}"
    refused = posted(browser, DELIVER, [*hidden(checked.text, DELIVER), ("begruendung", reason)])
    assert refused.status_code == 409
    assert "Die Datei kann so nicht geliefert werden." in said(refused)
    assert reason in refused.text
    assert in_summer.system.journal.head() == head
    unread = posted(browser, DELIVER, [*hidden(refused.text, DELIVER), ("begruendung", "\u202eLieferung")])
    assert (unread.status_code, 'id="begruendung-error"' in unread.text) == (422, True)
    delivered = posted(browser, DELIVER, [*hidden(unread.text, DELIVER), ("begruendung", "Lieferung im August")])
    assert re.fullmatch(r"/daten/datei-.*", delivered.url.path), said(delivered)
    reviewer = visiting(in_summer, REVIEW.person)
    preview = reviewer.get(delivered.url.path)
    rejecting = [*hidden(preview.text, delivered.url.path), ("begruendung", "\u202eweg"), ("schritt", "zurueckweisen")]
    unread = posted(reviewer, delivered.url.path, rejecting)
    assert (unread.status_code, 'id="begruendung-error"' in unread.text) == (422, True)
    posted(reviewer, delivered.url.path, [*hidden(preview.text, delivered.url.path), ("schritt", "freigeben")])
    page = reviewer.get(f"/vereinbarungen/{SAMPLE}/zeilen/k2?monat=2026-07")
    derived = " ".join(words(page.text).split())
    assert f"{DESK.office} Datei juli.csv" in derived, "each number leads to its file"
    assert f"{DESK.office} ohne Datei" in derived
