"""Signing in with a real provider, as a browser does: there, back, and no further than the mapping allows."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest
from pydantic import SecretStr

from interfaces.http.identity.settings import IdentitySettings
from interfaces.web.code_flow import CodeFlow
from tests.http.identity.provider import Provider
from tests.http.identity.test_provider import CLIENT, ENTRY, enrolled
from tests.http.service import Running


@pytest.fixture(scope="module")
def provider() -> Iterator[Provider]:
    with Provider() as provider:
        enrolled(provider)
        yield provider


@pytest.fixture
def with_provider(service: Running, provider: Provider, tmp_path: Path) -> Running:
    path = tmp_path / "actors.toml"
    path.write_text(ENTRY, encoding="utf-8")
    settings = IdentitySettings(
        oidc_issuer=provider.url, oidc_audience=CLIENT, oidc_client_secret=SecretStr("any"), actors_file=path
    )
    service.app.state.code_flow = CodeFlow(settings)
    return service


def consented(browser: httpx.Client, address: str, subject: str) -> str:
    """Where the provider sends the browser back to."""
    with httpx.Client(trust_env=False) as at_provider:
        consent = at_provider.post(address, data={"sub": subject})
    assert consent.status_code == 302, consent.text
    return consent.headers["location"]


def test_a_browser_signs_in_with_the_provider_and_comes_back_where_it_was(with_provider: Running) -> None:
    with with_provider.client({"Accept": "text/html"}) as browser:
        sent = browser.get("/anmelden/dienst?weiter=/zugang")
        assert sent.status_code == 303, sent.text
        asked = parse_qs(urlsplit(sent.headers["location"]).query)
        assert (asked["response_type"], asked["code_challenge_method"]) == (["code"], ["S256"])
        back = browser.get(consented(browser, sent.headers["location"], "user-1"))
        assert back.status_code == 303, back.text
        assert back.headers["location"] == "/zugang"
        assert "Landkreis Heidekreis, Controlling" in browser.get("/").text


def test_whoever_has_no_role_here_does_not_get_in(with_provider: Running) -> None:
    with with_provider.client({"Accept": "text/html"}) as browser:
        sent = browser.get("/anmelden/dienst")
        back = browser.get(consented(browser, sent.headers["location"], "user-2"))
        assert back.status_code == 403
        assert browser.get("/").status_code == 303


def test_a_way_back_that_this_browser_did_not_begin_leads_nowhere(with_provider: Running) -> None:
    with with_provider.client({"Accept": "text/html"}) as victim, with_provider.client() as attacker:
        begun = attacker.get("/anmelden/dienst")
        back = consented(attacker, begun.headers["location"], "user-1")
        assert victim.get(back).status_code == 401
        own = victim.get("/anmelden/dienst")
        assert own.status_code == 303
        assert victim.get(back).status_code == 401
        assert victim.get("/").status_code == 303


def test_a_code_is_worth_nothing_with_another_nonce(with_provider: Running) -> None:
    with with_provider.client({"Accept": "text/html"}) as browser:
        first, second = browser.get("/anmelden/dienst"), browser.get("/anmelden/dienst")
        foreign = parse_qs(urlsplit(consented(browser, first.headers["location"], "user-1")).query)["code"][0]
        state = parse_qs(urlsplit(second.headers["location"]).query)["state"][0]
        assert browser.get(f"/anmelden/zurueck?code={foreign}&state={state}").status_code == 401
        assert browser.get("/").status_code == 303


def test_where_this_machine_signs_in_there_is_no_provider(service: Running) -> None:
    with service.client({"Accept": "text/html"}) as browser:
        assert browser.get("/anmelden/dienst").status_code == 404
