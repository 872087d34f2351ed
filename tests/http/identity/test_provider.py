"""With a real provider, from its sign-in page to the actor."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from domain.record import Actor, Role
from interfaces.http.identity.actors import read_actors
from interfaces.http.identity.answers import IdentityUnavailable, Unauthenticated
from interfaces.http.identity.authenticator import Authenticator, authenticator
from interfaces.http.identity.key_sets import RENEW_AFTER, RemoteKeySet
from interfaces.http.identity.settings import IdentitySettings
from interfaces.http.identity.tokens import TokenVerifier
from tests.http.identity.issuing import Clock
from tests.http.identity.provider import Provider

CLIENT = "zielsteuerung"
ENTRY = """
[[actor]]
claims = { groups = "controlling" }
role = "county"
party = "heidekreis"
scope = "03358"
office = "Landkreis Heidekreis, Controlling"
person_claim = "personnel_number"
"""


@pytest.fixture(scope="module")
def provider() -> Iterator[Provider]:
    with Provider() as provider:
        yield provider


@pytest.fixture
def entries(tmp_path: Path) -> Path:
    path = tmp_path / "actors.toml"
    path.write_text(ENTRY, encoding="utf-8")
    return path


def enrolled(provider: Provider) -> None:
    provider.enrol("user-1", {"groups": ["staff", "controlling"], "personnel_number": "hk-17"})
    provider.enrol("user-2", {"groups": ["staff"]})


def believing(provider: Provider, entries: Path) -> Authenticator:
    settings = IdentitySettings(oidc_issuer=provider.url, oidc_audience=CLIENT, actors_file=entries)
    return authenticator(settings, None)


def code_of(door: Authenticator, token: str) -> str:
    with pytest.raises(Unauthenticated) as refused:
        door.actor(token)
    return refused.value.code


def test_who_signs_in_at_the_provider_becomes_an_actor(provider: Provider, entries: Path) -> None:
    enrolled(provider)
    door = believing(provider, entries)
    office, by = "Landkreis Heidekreis, Controlling", f"OpenID Connect, {provider.url}"
    expected = Actor("hk-17", Role.COUNTY, office, by, "heidekreis", "03358")
    assert door.actor(provider.sign_in("user-1", CLIENT)) == expected
    assert code_of(door, provider.sign_in("user-2", CLIENT)) == "not-mapped"
    assert code_of(door, provider.sign_in("user-1", "another-service")) == "wrong-audience"


def test_the_same_provider_under_another_name_is_another_issuer(provider: Provider, entries: Path) -> None:
    enrolled(provider)
    keys = RemoteKeySet(provider.url)
    renamed = TokenVerifier(keys, issuer="https://example.org", audience=CLIENT, algorithms=["RS256"])
    with pytest.raises(Unauthenticated) as refused:
        renamed.claims(provider.sign_in("user-1", CLIENT))
    assert refused.value.code == "wrong-issuer"


@pytest.mark.long
def test_known_keys_serve_while_the_provider_is_down_and_new_ones_after_it(provider: Provider, entries: Path) -> None:
    enrolled(provider)
    clock = Clock()
    keys = RemoteKeySet(provider.url, lifetime=600, grace=600, clock=clock)
    verifier = TokenVerifier(keys, issuer=provider.url, audience=CLIENT, algorithms=["RS256"])
    actors = read_actors(entries, provider.url)
    door = Authenticator(lambda token: actors.actor(verifier.claims(token)))
    token = provider.sign_in("user-1", CLIENT)
    assert door.actor(token).person == "hk-17"

    provider.stop()
    clock.at += 1199
    assert door.actor(token).person == "hk-17"
    clock.at += 1
    with pytest.raises(IdentityUnavailable):
        door.actor(token)

    provider.start()
    enrolled(provider)
    clock.at += RENEW_AFTER
    assert door.actor(provider.sign_in("user-1", CLIENT)).person == "hk-17"
    assert code_of(door, token) == "bad-signature"
