"""Tokens as they arrive over the network: a provider's own are believed, all others refused, noted, and no act's."""

import hmac
import time
from collections.abc import Iterator
from typing import Any

import pytest
from joserfc.jwk import RSAKey
from joserfc.util import urlsafe_b64encode

from interfaces.http.identity.key_sets import RENEW_AFTER
from tests.http.acting import AGREEMENTS, history
from tests.http.guarded import CLIENT, DESK, Fields, Guarded, bearing, guarded
from tests.http.identity.issuing import EC, RSA, STRANGER, KeyServer, claims, key_server, signed, unsigned
from tests.http.identity.provider import Provider
from tests.postgres import Server

NOW = int(time.time())


@pytest.fixture(scope="module")
def provider() -> Iterator[Provider]:
    with Provider() as provider:
        yield provider


@pytest.fixture
def enrolled(provider: Provider) -> Provider:
    provider.enrol("user-1", DESK)
    provider.enrol("user-2", {"groups": ["staff"]})
    return provider


@pytest.fixture(scope="module")
def real(server: Server, provider: Provider, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Guarded]:
    """A service that believes the real provider."""
    with guarded(server, tmp_path_factory.mktemp("real"), provider.url) as service:
        yield service


@pytest.fixture(scope="module")
def keys() -> Iterator[KeyServer]:
    with key_server(RSA, EC) as keys:
        yield keys


@pytest.fixture(scope="module")
def ours(server: Server, keys: KeyServer, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Guarded]:
    """A service that believes a provider whose keys are in our hands."""
    with guarded(server, tmp_path_factory.mktemp("ours"), keys.url) as service:
        yield service


def forged(keys: KeyServer, *, key: Any = RSA, alg: str = "RS256", header: Any = None, **changed: Any) -> str:
    return signed(claims(**{"iss": keys.url, "aud": CLIENT, **DESK, **changed}), key=key, alg=alg, header=header)


def test_who_signs_in_at_a_real_provider_acts_under_the_name_mapped_here(real: Guarded, enrolled: Provider) -> None:
    token, before = enrolled.sign_in("user-1", CLIENT), len(real.lines())
    answer = real.drafting(bearing(token))
    assert answer.status_code == 201, answer.text
    with real.service.client(dict(bearing(token))) as client:
        (entry,) = history(client, answer.json()["agreement_id"])
    by = f"OpenID Connect, {enrolled.url}"
    assert (entry["actor"], entry["role"], entry["party"], entry["authenticated_by"]) == ("ms-17", "land", "ni-ms", by)
    assert [(line["kind"], line["person"]) for line in real.lines()[before:]] == [("sign-in", "ms-17")]


def test_a_real_token_for_others_without_role_or_too_old_is_refused(real: Guarded, enrolled: Provider) -> None:
    assert real.refusal(bearing(enrolled.sign_in("user-2", CLIENT))) == (403, "not-mapped")
    assert real.refusal(bearing(enrolled.sign_in("user-1", "another-service"))) == (401, "wrong-audience")
    token = enrolled.sign_in("user-1", CLIENT)
    real.ahead.at = 24 * 3600
    assert real.refusal(bearing(token)) == (401, "token-expired")
    real.ahead.at = 0


def test_a_real_token_with_another_signature_is_refused(real: Guarded, enrolled: Provider, keys: KeyServer) -> None:
    header, payload, signature = enrolled.sign_in("user-1", CLIENT).split(".")
    other = enrolled.sign_in("user-2", CLIENT).split(".")
    for token in (f"{header}.{payload}.{other[2]}", f"{header}.{other[1]}.{signature}"):
        assert real.refusal(bearing(token)) == (401, "bad-signature")
    assert real.refusal(bearing(f"{header}.{payload}.")) == (401, "bad-signature")
    assert real.refusal(bearing(forged(keys))) == (401, "unknown-key")


def test_after_a_real_provider_changed_its_keys_only_the_new_ones_count(real: Guarded, enrolled: Provider) -> None:
    old = enrolled.sign_in("user-1", CLIENT)
    enrolled.stop()
    enrolled.start()
    enrolled.enrol("user-1", DESK)
    real.renewing.at += RENEW_AFTER
    assert real.drafting(bearing(enrolled.sign_in("user-1", CLIENT))).status_code in {201, 409}  # once it is drafted
    assert real.refusal(bearing(old)) == (401, "bad-signature")


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"exp": NOW - 3600}, "token-expired"),
        ({"nbf": NOW + 36_000}, "token-not-yet-valid"),
        ({"iss": "https://elsewhere.example.org"}, "wrong-issuer"),
        ({"aud": "another-service"}, "wrong-audience"),
        *(({name: None}, "claims-missing") for name in ("iss", "aud", "exp", "sub")),
        ({"exp": "tomorrow"}, "claims-malformed"),
        ({"sub": ["4711"]}, "claims-malformed"),
        ({"key": STRANGER}, "unknown-key"),
        ({"key": STRANGER, "header": {"kid": "rsa"}}, "bad-signature"),
        ({"key": EC, "alg": "ES256", "header": {"kid": "rsa"}}, "algorithm-refused"),
        ({"alg": "PS256"}, "algorithm-refused"),
    ],
)
def test_a_signed_token_with_anything_wrong_is_refused(
    ours: Guarded, keys: KeyServer, changed: dict[str, Any], code: str
) -> None:
    assert ours.refusal(bearing(forged(keys, **changed))) == (401, code)


def test_no_signature_and_a_public_key_as_secret_are_refused(ours: Guarded, keys: KeyServer) -> None:
    said = claims(iss=keys.url, aud=CLIENT, **DESK)
    assert ours.refusal(bearing(unsigned({"alg": "none"}, said))) == (401, "algorithm-refused")
    content = unsigned({"alg": "HS256", "kid": "rsa"}, said).rpartition(".")[0]
    tag = hmac.digest(RSA.as_pem(private=False), content.encode(), "sha256")
    assert ours.refusal(bearing(f"{content}.{urlsafe_b64encode(tag).decode()}")) == (401, "algorithm-refused")


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ([], "token-missing"),
        ([("Authorization", "")], "token-missing"),
        ([("Authorization", "Basic YTpi")], "token-malformed"),
        ([("Authorization", "Bearer")], "token-malformed"),
        (bearing("a.b.c"), "token-malformed"),
        (bearing("kein Token"), "token-malformed"),
        (bearing("\x80\xff.b.c"), "token-malformed"),
        (bearing("x" * 9000), "token-too-large"),
    ],
)
def test_what_is_no_token_is_refused(ours: Guarded, fields: Fields, code: str) -> None:
    assert ours.refusal(fields) == (401, code)


def test_a_good_token_counts_only_alone_and_in_its_header(ours: Guarded, keys: KeyServer) -> None:
    good = forged(keys)
    for other in (f"Bearer {good}", "Bearer a.b.c", "Basic YTpi", ""):
        fields = [*bearing(good), ("Authorization", other)]
        assert ours.refusal(fields) == (401, "token-malformed")
        assert ours.refusal(fields[::-1]) == (401, "token-malformed")
    assert ours.refusal([], f"{AGREEMENTS}?access_token={good}") == (401, "token-missing")
    assert ours.refusal([("Cookie", f"access_token={good}")]) == (401, "token-missing")
    assert ours.drafting(bearing(good)).status_code == 201


def test_rotated_keys_are_looked_for_and_old_ones_forgotten(ours: Guarded, keys: KeyServer) -> None:
    new = RSAKey.generate_key(2048, {"kid": "new"})
    keys.publish(new)
    assert ours.refusal(bearing(forged(keys, key=new))) == (401, "unknown-key")
    ours.renewing.at += RENEW_AFTER
    assert ours.drafting(bearing(forged(keys, key=new))).status_code in {201, 409}
    assert ours.refusal(bearing(forged(keys))) == (401, "unknown-key")


def test_while_no_keys_can_be_had_nobody_gets_in_and_is_told_to_come_back(ours: Guarded, keys: KeyServer) -> None:
    keys.stop()
    ours.renewing.at += 24 * 3600
    before = ours.lines()
    answer = ours.drafting(bearing(forged(keys)))
    assert (answer.status_code, answer.json()["type"]) == (503, "/problems/unavailable")
    assert int(answer.headers["Retry-After"]) > 0
    assert ours.lines() == before
