"""Sessions: who is signed in, how long, and what a form has to carry."""

import re
import time
from pathlib import Path

import pytest

from interfaces.sample.cast import COUNTY, DESK
from interfaces.signing_in import CAST
from interfaces.web.session import WORKING_DAY, SessionOver, Sessions, csrf_token, is_ours
from interfaces.web.signing_in import onward
from tests.http.conftest import SAMPLE
from tests.http.service import Running
from tests.web.conftest import Visiting


def test_a_link_signs_in_and_lands_on_the_start_page(sample: Running, visiting: Visiting) -> None:
    browser = visiting(sample, COUNTY.person)
    page = browser.get("/")
    assert COUNTY.office in page.text
    assert "Landkreis Heidekreis 2026" in page.text
    [cookie] = [cookie for cookie in browser.cookies.jar if cookie.name == "sitzung"]
    assert cookie.has_nonstandard_attr("HttpOnly")
    assert cookie.get_nonstandard_attr("SameSite") == "lax"
    assert cookie.expires
    assert cookie.expires > time.time() + WORKING_DAY + 3600, "else the browser forgets it, and nobody is told"


def test_a_program_still_gets_its_token_from_the_link(sample: Running) -> None:
    with sample.client() as program:
        page = program.get(f"/sign-in/{sample.issuer.sign_in_code(DESK.person)}")
        link = f"/sign-in/{sample.issuer.sign_in_code(DESK.person)}"
        token = program.get(link, headers={"Accept": "application/json"}).json()["token"]
    assert "<pre>eyJ" in page.text
    with sample.client({"Authorization": f"Bearer {token}"}) as known:
        assert known.get("/api/v1/me").json()["person"] == DESK.person


@pytest.mark.parametrize("actor", CAST, ids=lambda actor: actor.person)
def test_every_role_has_a_start_page(sample: Running, visiting: Visiting, actor: object) -> None:
    page = visiting(sample, actor.person).get("/")  # type: ignore[attr-defined]  # one of the cast
    assert page.status_code == 200
    assert "'unsafe-inline'" not in page.headers["content-security-policy"]


def test_without_a_session_one_is_asked_to_sign_in_and_comes_back(sample: Running) -> None:
    with sample.client(follow_redirects=False) as browser:
        sent = browser.get(f"/vereinbarungen/{SAMPLE}?monat=2026-07")
    assert sent.status_code == 303
    assert sent.headers["location"] == f"/anmelden?weiter=/vereinbarungen/{SAMPLE}%3Fmonat%3D2026-07"


def test_a_session_ends_by_the_clock_and_says_so(sample: Running, tmp_path: Path) -> None:
    now = [1000.0]
    sessions = Sessions(tmp_path, lifetime=60, now=lambda: now[0])
    cookie = sessions.begin(COUNTY)
    found = sessions.read(cookie)
    assert found is not None
    assert found.actor == COUNTY
    now[0] += 60
    with pytest.raises(SessionOver):
        sessions.read(cookie)
    with sample.client(follow_redirects=True) as browser:
        page = browser.get("/anmelden?grund=abgelaufen")
    assert "abgelaufen" in page.text


def test_what_was_typed_when_the_session_ended_is_there_after_signing_in(
    sample: Running, visiting: Visiting, monkeypatch: pytest.MonkeyPatch
) -> None:
    browser, address = visiting(sample, COUNTY.person), f"/vereinbarungen/{SAMPLE}/handlungen/report-topic"
    token = re.search(r'name="csrf" value="([0-9a-f]+)"', browser.get(address).text)
    assert token
    typed = {"csrf": token[1], "topic": "I.3", "says": "lange getippt", "schritt": "pruefen"}
    later = time.time() + WORKING_DAY + 60
    monkeypatch.setattr(sample.app.state.sessions, "_now", lambda: later)
    foreign = browser.post(address, data=typed | {"csrf": "0" * 32})
    assert (foreign.status_code, sample.system.unfinished.find(COUNTY.person, f"{SAMPLE}/report-topic")) == (403, None)
    ended = browser.post(address, data=typed)
    assert "Ihre Sitzung ist abgelaufen." in ended.text
    assert "als Ihr Entwurf behalten" in ended.text
    monkeypatch.undo()
    assert "lange getippt" in visiting(sample, COUNTY.person).get(address).text
    sample.system.unfinished.forget(COUNTY.person, f"{SAMPLE}/report-topic")


def test_a_session_ends_when_rights_change_and_another_key_opens_nothing(tmp_path: Path) -> None:
    cookie = Sessions(tmp_path, "rights").begin(COUNTY)
    assert Sessions(tmp_path, "rights").read(cookie) is not None
    with pytest.raises(SessionOver):
        Sessions(tmp_path, "other rights").read(cookie)
    assert Sessions(tmp_path / "elsewhere", "rights").read(cookie) is None
    assert Sessions(tmp_path, "rights").read(cookie[:-2]) is None


def test_signing_out_needs_a_form_of_this_session(sample: Running, visiting: Visiting) -> None:
    browser = visiting(sample, COUNTY.person)
    refused = browser.post("/abmelden", data={"csrf": "0" * 32})
    assert refused.status_code == 403
    token = re.search(r'name="csrf" value="([0-9a-f]+)"', browser.get("/").text)
    assert token
    elsewhere = browser.post("/abmelden", data={"csrf": token[1]}, headers={"Sec-Fetch-Site": "cross-site"})
    assert elsewhere.status_code == 403
    left = browser.post("/abmelden", data={"csrf": token[1]})
    assert left.url.path == "/anmelden"
    assert browser.get("/", follow_redirects=False).status_code == 303


def test_a_token_of_one_session_is_none_of_another() -> None:
    assert is_ours("one", csrf_token("one"))
    assert not is_ours("other", csrf_token("one"))
    assert not is_ours("one", "ä")


@pytest.mark.parametrize("address", ["//example.org", "/\\example.org", "https://example.org", "", "/a\nb"])
def test_signing_in_leads_nowhere_else(address: str) -> None:
    assert onward(address) == "/"
