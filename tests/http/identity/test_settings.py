"""What the operator sets is checked at start, and said in German by the name of the variable."""

from pathlib import Path

import pytest

from domain.record import Actor, Role
from interfaces.http.identity.answers import Misconfigured
from interfaces.http.identity.authenticator import authenticator
from interfaces.http.identity.local_issuer import LocalIssuer
from interfaces.http.identity.settings import IdentitySettings, identity_settings

GOOD = {
    "OIDC_ISSUER": "https://anmeldung.example.org",
    "OIDC_AUDIENCE": "zielsteuerung",
    "ACTORS_FILE": "actors.toml",
}


@pytest.fixture(autouse=True)
def nothing_set(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in IdentitySettings.model_fields:
        monkeypatch.delenv(f"ZIELSTEUERUNG_{name.upper()}", raising=False)


def given(monkeypatch: pytest.MonkeyPatch, **values: str) -> None:
    for name, value in values.items():
        monkeypatch.setenv(f"ZIELSTEUERUNG_{name}", value)


def test_without_an_issuer_nothing_needs_to_be_set() -> None:
    settings = identity_settings()
    assert settings.oidc_issuer is None
    assert settings.oidc_algorithms == ("RS256", "ES256", "PS256", "Ed25519", "EdDSA")
    assert settings.oidc_clock_skew == 60


def test_a_provider_is_set_by_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    given(monkeypatch, **GOOD, OIDC_ALGORITHMS="RS256, ES256", OIDC_CLOCK_SKEW="300", SECURITY_LOG="security.log")
    settings = identity_settings()
    assert settings.oidc_algorithms == ("RS256", "ES256")
    assert settings.security_log == Path("security.log")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("OIDC_ISSUER", "http://anmeldung.example.org"),
        ("OIDC_ISSUER", "anmeldung.example.org"),
        ("OIDC_ISSUER", "https://user:secret@anmeldung.example.org"),
        ("OIDC_ISSUER", "https://["),
        ("OIDC_JWKS_URL", "http://203.0.113.9/jwks"),
        ("OIDC_AUDIENCE", ""),
        ("ACTORS_FILE", ""),
        ("OIDC_CLOCK_SKEW", "301"),
        ("OIDC_CLOCK_SKEW", "-1"),
        ("OIDC_CLOCK_SKEW", "long"),
        ("OIDC_KEY_LIFETIME", "59"),
        ("OIDC_KEY_GRACE", "86401"),
        ("OIDC_ALGORITHMS", "none"),
        ("OIDC_ALGORITHMS", "RS256,HS256"),
        ("OIDC_ALGORITHMS", ","),
    ],
)
def test_a_wrong_value_is_named_by_its_variable(monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    given(monkeypatch, **{**GOOD, name: value})
    with pytest.raises(Misconfigured) as wrong:
        identity_settings()
    assert [one for one in wrong.value.sentences if one.startswith(f"ZIELSTEUERUNG_{name}")] == [*wrong.value.sentences]
    assert "secret" not in str(wrong.value)


@pytest.mark.parametrize(("name", "value"), [("OIDC_AUDIENCE", "a"), ("OIDC_JWKS_URL", "https://a.example.org/jwks")])
def test_a_half_set_provider_does_not_pass_for_none(monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    given(monkeypatch, **{name: value})
    with pytest.raises(Misconfigured, match=f"ZIELSTEUERUNG_{name} ist ungültig: gilt nur zusammen"):
        identity_settings()


def test_there_is_one_way_in_and_never_two(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    auditor = Actor("rp-1", Role.AUDITOR, "Rechnungsprüfung", "Eigene Anmeldung")
    local = LocalIssuer(tmp_path / "keys", [auditor])
    assert authenticator(identity_settings(), local).actor(local.token("rp-1")) == auditor
    with pytest.raises(Misconfigured):
        authenticator(identity_settings(), None)
    given(monkeypatch, **GOOD)
    with pytest.raises(Misconfigured):
        authenticator(identity_settings(), local)


def test_a_wrong_actors_file_keeps_the_service_from_starting(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    given(monkeypatch, **{**GOOD, "ACTORS_FILE": str(tmp_path / "missing.toml")})
    with pytest.raises(Misconfigured, match="nicht lesbar"):
        authenticator(identity_settings(), None)
